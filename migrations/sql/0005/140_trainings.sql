-- What somebody was taught, when, and until when it counts: a record is never changed, only
-- withdrawn by a name; the newest one that fits the day decides (docs/training.md).
CREATE TABLE wedge.trainings (
    id UUID NOT NULL,
    staff_id UUID NOT NULL,
    kind TEXT NOT NULL,
    held_on DATE NOT NULL,
    valid_until DATE NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    recorded_by UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    withdrawn_by UUID,
    withdrawn_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_trainings PRIMARY KEY (id),
    CONSTRAINT fk_trainings_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_trainings_recorded_by_staff FOREIGN KEY (recorded_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_trainings_withdrawn_by_staff FOREIGN KEY (withdrawn_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT ck_trainings_kind_known CHECK (
        kind IN ('quality', 'portioning', 'food_handling', 'allergens')),
    CONSTRAINT ck_trainings_days CHECK (valid_until >= held_on),
    CONSTRAINT ck_trainings_withdrawn CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2)),
    CONSTRAINT ck_trainings_note_text CHECK (char_length(note) <= 200)
);

CREATE INDEX ix_trainings_staff ON wedge.trainings (staff_id, kind);

-- History: nothing but the withdrawal is ever written into a row.
CREATE FUNCTION wedge.keep_training() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.withdrawn_at IS NOT NULL
        OR to_jsonb(NEW) - '{withdrawn_by,withdrawn_at}'::text[]
           <> to_jsonb(OLD) - '{withdrawn_by,withdrawn_at}'::text[] THEN
        RAISE EXCEPTION 'a record of training is kept as it is'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keep_training BEFORE UPDATE OR DELETE ON wedge.trainings
FOR EACH ROW EXECUTE FUNCTION wedge.keep_training();

CREATE VIEW wedge.picture_trainings (id, content) AS
SELECT t.id, to_jsonb(t) FROM wedge.trainings t;

SELECT wedge.feed_follow('trainings', 'trainings', 'id');

-- The store's own day of a moment.
CREATE FUNCTION wedge.local_day(p_at timestamptz) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (p_at AT TIME ZONE (wedge.settings_document() ->> 'time_zone'))::date
$$;

-- The last day on which somebody's training counts, as known on a day; null: none was ever held.
CREATE FUNCTION wedge.trained_until(p_staff uuid, p_kind text, p_day date) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT max(valid_until) FROM wedge.trainings
     WHERE staff_id = p_staff AND kind = p_kind AND held_on <= p_day AND withdrawn_at IS NULL
$$;

-- Of these kinds those that bind: the policy asks for training, and the shop keeps such records.
CREATE FUNCTION wedge.binding_trainings(p_kinds text[]) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(array_agg(kind ORDER BY at), '{}')
      FROM unnest(p_kinds) WITH ORDINALITY k (kind, at)
     WHERE (wedge.policy_read(wedge.settings_document(), 'food.checkpoints')
            ->> 'training_required')::boolean
       AND EXISTS (SELECT FROM wedge.trainings t
                    WHERE t.kind = k.kind AND t.withdrawn_at IS NULL)
$$;

-- Refused unless every binding kind is valid today, for every role alike; the answer names what is
-- missing, since when, and who may do it instead.
CREATE FUNCTION wedge.require_training(p_staff uuid, p_kinds text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_kinds text[] := wedge.binding_trainings(p_kinds);
    v_day date := wedge.local_day(clock_timestamp());
    v_kind text;
BEGIN
    FOREACH v_kind IN ARRAY v_kinds LOOP
        CONTINUE WHEN wedge.trained_until(p_staff, v_kind, v_day) >= v_day;
        PERFORM wedge.refuse('training_missing', jsonb_build_object(
            'kind', v_kind, 'until', wedge.trained_until(p_staff, v_kind, v_day),
            'may', (SELECT coalesce(jsonb_agg(s.name ORDER BY s.name), '[]') FROM wedge.staff s
                     WHERE s.active AND wedge.works_as(s.role)
                           && '{kitchen,manager,food_safety_manager,administrator}'
                       AND NOT EXISTS (
                           SELECT FROM unnest(v_kinds) k WHERE NOT coalesce(
                               wedge.trained_until(s.id, k, v_day) >= v_day, false))))::text);
    END LOOP;
END $$;

-- Somebody was taught. Nobody writes down their own, where another person could.
CREATE FUNCTION wedge.record_training(
    p_session uuid, p_request uuid, p_training uuid, p_staff uuid, p_kind text, p_held_on date,
    p_valid_until date, p_note text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_today date := wedge.local_day(clock_timestamp());
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'record_training');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.staff WHERE id = p_staff) THEN
        PERFORM wedge.refuse('unknown_item', 'staff');
    ELSIF p_kind IS NULL OR p_kind <> ALL ('{quality,portioning,food_handling,allergens}') THEN
        PERFORM wedge.refuse('unknown_item', 'training');
    ELSIF p_staff = v_who.staff_id AND EXISTS (
        SELECT FROM wedge.staff WHERE active AND id <> p_staff
           AND role IN ('manager', 'food_safety_manager', 'administrator')) THEN
        PERFORM wedge.refuse('not_permitted', 'another person has to record this');
    ELSIF p_held_on IS NULL OR p_held_on NOT BETWEEN v_today - 3660 AND v_today THEN
        PERFORM wedge.refuse('bad_quantity', 'held_on');
    ELSIF p_valid_until IS NULL OR p_valid_until NOT BETWEEN p_held_on AND p_held_on + 3660 THEN
        PERFORM wedge.refuse('bad_quantity', 'valid_until');
    ELSIF char_length(btrim(coalesce(p_note, ''))) > 200 THEN
        PERFORM wedge.refuse('bad_text', 'note');
    END IF;
    INSERT INTO wedge.trainings (id, staff_id, kind, held_on, valid_until, note, recorded_by)
    VALUES (p_training, p_staff, p_kind, p_held_on, p_valid_until, btrim(coalesce(p_note, '')),
            v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'record training',
        jsonb_build_object('training_id', p_training, 'staff_id', p_staff, 'kind', p_kind,
                           'held_on', p_held_on, 'valid_until', p_valid_until,
                           'note', btrim(coalesce(p_note, ''))));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'record_training', '{}');
END $$;

-- It was written down by mistake: it counts no longer and stays to be seen.
CREATE FUNCTION wedge.withdraw_training(p_session uuid, p_request uuid, p_training uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_row wedge.trainings;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'withdraw_training');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_row FROM wedge.trainings WHERE id = p_training FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'training');
    ELSIF v_row.withdrawn_at IS NOT NULL THEN
        PERFORM wedge.refuse('changed', 'withdrawn');
    END IF;
    UPDATE wedge.trainings SET withdrawn_by = v_who.staff_id, withdrawn_at = clock_timestamp()
     WHERE id = p_training;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'withdraw training',
        jsonb_build_object('training_id', p_training, 'staff_id', v_row.staff_id,
                           'kind', v_row.kind, 'held_on', v_row.held_on,
                           'valid_until', v_row.valid_until));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'withdraw_training', '{}');
END $$;

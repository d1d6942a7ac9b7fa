-- A closer eye for the rest of the day on a product or unit with too much trouble
-- (app/domain/quality_watch.py), and the tasks that failures open.

CREATE TABLE wedge.trouble (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    subject_id UUID NOT NULL,
    trouble TEXT NOT NULL,
    inspection_id UUID NOT NULL,
    CONSTRAINT pk_trouble PRIMARY KEY (id),
    CONSTRAINT fk_trouble_inspection_id_inspections FOREIGN KEY (inspection_id)
        REFERENCES wedge.inspections (id),
    CONSTRAINT ck_trouble_trouble_known CHECK (trouble IN ('degraded_in_order', 'late_failure'))
);

CREATE INDEX ix_trouble_subject ON wedge.trouble (subject_id, at);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.trouble
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE TABLE wedge.watches (
    id UUID NOT NULL,
    subject_id UUID NOT NULL,
    trouble TEXT NOT NULL,
    since TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    reset_by UUID,
    CONSTRAINT pk_watches PRIMARY KEY (id),
    CONSTRAINT fk_watches_reset_by_staff FOREIGN KEY (reset_by) REFERENCES wedge.staff (id),
    CONSTRAINT ck_watches_trouble_known CHECK (trouble IN ('degraded_in_order', 'late_failure'))
);

CREATE INDEX ix_watches_subject ON wedge.watches (subject_id, until);

CREATE VIEW wedge.picture_watches AS
SELECT id, to_jsonb(x) - 'reset_by' AS content FROM wedge.watches x
 WHERE until > clock_timestamp() AND reset_by IS NULL;

SELECT wedge.feed_follow('watches', 'watches', 'id');

CREATE FUNCTION wedge.note_trouble(p_subject uuid, p_trouble text, p_inspection uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz;
    v_since timestamptz;
    v_count int;
    v_least int;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_subject::text, 11));
    INSERT INTO wedge.trouble (subject_id, trouble, inspection_id)
    VALUES (p_subject, p_trouble, p_inspection);
    v_now := clock_timestamp();
    SELECT greatest(wedge.day_start(), max(until)) INTO v_since FROM wedge.watches
     WHERE subject_id = p_subject AND reset_by IS NOT NULL;
    SELECT count(*) INTO v_count FROM wedge.trouble
     WHERE subject_id = p_subject AND trouble = p_trouble
       AND at > coalesce(v_since, wedge.day_start());
    v_least := CASE p_trouble
        WHEN 'late_failure'
            THEN wedge.policy_number('{food,checkpoints,late_failures_a_day}', 2)
        ELSE 1 + wedge.policy_number('{food,checkpoints,degradations_a_day}', 3) END;
    IF v_count >= v_least AND NOT EXISTS (
        SELECT FROM wedge.watches WHERE subject_id = p_subject AND until > v_now)
    THEN
        INSERT INTO wedge.watches (id, subject_id, trouble, since, until)
        VALUES (gen_random_uuid(), p_subject, p_trouble, v_now,
                date_trunc('day', v_now + interval '1 day',
                           wedge.settings_document() ->> 'time_zone'));
    END IF;
END $$;

-- A manager ends the watch; what came before is forgotten.
CREATE FUNCTION wedge.reset_watch(p_session uuid, p_request uuid, p_subject uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'reset_watch');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    UPDATE wedge.watches SET until = clock_timestamp(), reset_by = v_who.staff_id
     WHERE subject_id = p_subject AND until > clock_timestamp();
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'not watched');
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'reset watch',
                                 jsonb_build_object('subject_id', p_subject));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'reset_watch', '{}');
END $$;

-- Failures of one product and cause within the window become one improvement item. It stays the
-- same item while it is open.
CREATE FUNCTION wedge.open_improvements(
    p_product wedge.products, p_causes text[], p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_cause text;
    v_failures uuid[];
BEGIN
    FOREACH v_cause IN ARRAY p_causes LOOP
        SELECT array_agg(id ORDER BY at, id) INTO v_failures FROM wedge.inspections
         WHERE product_id = p_product.id AND NOT passed AND v_cause = ANY (causes)
           AND at >= clock_timestamp() - make_interval(secs => wedge.policy_number(
               '{food,checkpoints,repeat_window_s}', 604800)::double precision);
        CONTINUE WHEN cardinality(v_failures)
            < wedge.policy_number('{food,checkpoints,repeat_count}', 3);
        CONTINUE WHEN EXISTS (
            SELECT FROM wedge.tasks WHERE kind = 'improvement' AND state = 'open'
               AND subject @> jsonb_build_object('product_id', p_product.id, 'cause', v_cause));
        -- The subject of a task is short; the newest failures say enough.
        PERFORM wedge.task_for('improvement', p_product.name, jsonb_build_object(
            'product_id', p_product.id, 'cause', v_cause, 'failures',
            to_jsonb(v_failures[greatest(1, cardinality(v_failures) - 19):])), 'manager',
            make_interval(secs => wedge.policy_number(
                '{food,checkpoints,improvement_due_s}', 604800)::double precision),
            p_terminal, p_staff);
    END LOOP;
END $$;

CREATE TABLE wedge.effect_checks (
    id UUID NOT NULL,
    task_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    finding TEXT NOT NULL,
    staff_id UUID NOT NULL,
    CONSTRAINT pk_effect_checks PRIMARY KEY (id),
    CONSTRAINT fk_effect_checks_task_id_tasks FOREIGN KEY (task_id) REFERENCES wedge.tasks (id),
    CONSTRAINT fk_effect_checks_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT ck_effect_checks_finding_text CHECK (
        char_length(finding) <= 500 AND btrim(finding) <> '')
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.effect_checks
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE FUNCTION wedge.check_effect(p_session uuid, p_request uuid, p_task uuid, p_finding text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'check_effect');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_finding, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'finding');
    END IF;
    PERFORM FROM wedge.tasks WHERE id = p_task AND kind = 'improvement' AND state = 'open'
        FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'task');
    END IF;
    INSERT INTO wedge.effect_checks (id, task_id, finding, staff_id)
    VALUES (gen_random_uuid(), p_task, btrim(p_finding), v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'check effect',
        jsonb_build_object('task_id', p_task, 'finding', btrim(p_finding)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'check_effect', '{}');
END $$;

-- Whoever closes it, by whatever function: no improvement without its effect check.
CREATE FUNCTION wedge.guard_improvement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM wedge.effect_checks
                    WHERE task_id = NEW.id AND at > NEW.opened_at) THEN
        PERFORM wedge.refuse('effect_check_missing');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_improvement BEFORE UPDATE ON wedge.tasks FOR EACH ROW
WHEN (NEW.kind = 'improvement' AND OLD.state = 'open' AND NEW.state = 'done')
EXECUTE FUNCTION wedge.guard_improvement();

-- Much waste at once is looked into within two hours.
CREATE FUNCTION wedge.weigh_waste() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_portions bigint;
    v_cost bigint;
    v_title text;
    v_first record;
BEGIN
    IF wedge.bulk() THEN
        RETURN NULL;
    END IF;
    SELECT count(portion_id), sum(cost_minor) INTO v_portions, v_cost FROM thrown;
    IF v_portions < wedge.policy_number('{food,checkpoints,waste_portions}', 10)
        AND v_cost < wedge.policy_number('{food,checkpoints,waste_cost_minor}', 2500)
    THEN
        RETURN NULL;
    END IF;
    SELECT t.id, t.terminal_id, t.staff_id, p.name INTO v_first
      FROM thrown t JOIN wedge.products p ON p.id = t.product_id ORDER BY t.id LIMIT 1;
    IF v_first.terminal_id IS NOT NULL THEN
        PERFORM wedge.task_for('significant_waste', v_first.name, jsonb_build_object(
            'waste_id', v_first.id, 'portions', v_portions, 'cost_minor', v_cost), 'manager',
            make_interval(secs => wedge.policy_number(
                '{food,checkpoints,failure_due_s}', 7200)::double precision),
            v_first.terminal_id, v_first.staff_id);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER weigh_waste AFTER INSERT ON wedge.waste
REFERENCING NEW TABLE AS thrown FOR EACH STATEMENT EXECUTE FUNCTION wedge.weigh_waste();

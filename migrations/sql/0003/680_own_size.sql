-- A guest's own size (BR-02.7): a line asks for another weight than its portion's, waits for a second
-- person's consent, and costs pro rata from then on. What its own portion lacks is cut from its
-- neighbours in the same whole; they are held for the line like its own (docs/portions.md).

ALTER TABLE wedge.ticket_lines
    ADD COLUMN asked_mg INTEGER,
    ADD COLUMN size_parts JSONB,
    ADD COLUMN offcut_mg INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN size_approved_by UUID,
    ADD CONSTRAINT fk_ticket_lines_size_approved_by_staff FOREIGN KEY (size_approved_by)
        REFERENCES wedge.staff (id),
    ADD CONSTRAINT ck_ticket_lines_asked CHECK (
        asked_mg > 0 AND (portion_id IS NOT NULL OR taken_back_at IS NOT NULL)
        OR num_nonnulls(asked_mg, size_approved_by) = 0),
    ADD CONSTRAINT ck_ticket_lines_offcut CHECK (offcut_mg >= 0);

-- A portion that gives some or all of its weight to another portion's line.
ALTER TABLE wedge.portions
    ADD COLUMN part_of UUID,
    ADD COLUMN part_mg INTEGER,
    ADD CONSTRAINT fk_portions_part_of_ticket_lines FOREIGN KEY (part_of)
        REFERENCES wedge.ticket_lines (id),
    ADD CONSTRAINT ck_portions_part CHECK (
        num_nulls(part_of, part_mg) IN (0, 2) AND part_mg BETWEEN 1 AND weight_mg);

CREATE INDEX ix_portions_part_of ON wedge.portions (part_of) WHERE part_of IS NOT NULL;

-- Whoever takes it off the order, for whatever reason, takes it off the line.
CREATE FUNCTION wedge.end_part() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.part_of := NULL;
    NEW.part_mg := NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER end_part BEFORE UPDATE ON wedge.portions
FOR EACH ROW WHEN (OLD.part_of IS NOT NULL AND NEW.ticket_id IS NULL)
EXECUTE FUNCTION wedge.end_part();

-- Nobody has cut anything before the payment, so the parts of an open order are whole portions
-- again; what was sold needs somebody to look.
CREATE FUNCTION wedge.release_parts(p_line uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.portions
       SET state = CASE state WHEN 'reserved' THEN 'available' ELSE 'quarantined' END,
           ticket_id = NULL, reserved_until = NULL
     WHERE part_of = p_line AND state IN ('reserved', 'committed')
$$;

CREATE FUNCTION wedge.follow_own_size() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NEW.voided AND NOT OLD.voided THEN
        PERFORM wedge.release_parts(OLD.id);
    ELSIF NEW.portion_id <> OLD.portion_id THEN
        IF (SELECT state FROM wedge.tickets WHERE id = OLD.ticket_id) = 'open' THEN
            -- Another portion is a new line in all but its name: the size is asked for again.
            PERFORM wedge.release_parts(OLD.id);
            NEW.asked_mg := NULL;
            NEW.size_parts := NULL;
            NEW.offcut_mg := 0;
            NEW.size_approved_by := NULL;
            IF OLD.size_approved_by IS NOT NULL THEN
                SELECT jsonb_agg(s ORDER BY n), wedge.sum_of(jsonb_agg(s))
                  INTO NEW.breakdown, NEW.unit_price_minor
                  FROM jsonb_array_elements(NEW.breakdown) WITH ORDINALITY x (s, n)
                 WHERE s ->> 'reason' <> 'size';
                NEW.own_breakdown := NULL;
            END IF;
        ELSE
            NEW.weight_mg := OLD.asked_mg;
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER follow_own_size BEFORE UPDATE ON wedge.ticket_lines
FOR EACH ROW WHEN (OLD.asked_mg IS NOT NULL) EXECUTE FUNCTION wedge.follow_own_size();

-- The standard weight of the cut that a portion belongs to; null where it has none.
CREATE FUNCTION wedge.standard_weight(p_portion uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT c.standard_weight_mg FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
      JOIN wedge.portion_configurations c
        ON c.product_id = w.product_id AND c.portions_per_whole = w.portions_per_whole
     WHERE p.id = p_portion
$$;

-- Price of a piece of p_asked at what a standard portion costs, half up to the store's rounding.
CREATE FUNCTION wedge.pro_rata(p_price int, p_standard int, p_asked int) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT div(2 * p_price::numeric * p_asked + p_standard::numeric * r.unit,
               2 * p_standard::numeric * r.unit)::bigint * r.unit
      FROM (SELECT greatest(1, coalesce((wedge.settings_document()
                #>> '{pricing,rounding_minor}')::int, 1)) AS unit) r
$$;

-- A portion's price for the size that the line was sold in.
CREATE FUNCTION wedge.sized_price(p_line wedge.ticket_lines, p_price int) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_line.size_approved_by IS NULL THEN p_price::bigint
                ELSE coalesce(wedge.pro_rata(p_price, wedge.standard_weight(p_line.portion_id),
                                             p_line.asked_mg), p_price) END
$$;

-- Hold as many neighbours as the missing weight needs, nearest in the whole first. The answer says
-- what comes from which; null where the whole has not enough left.
CREATE FUNCTION wedge.hold_parts(p_line wedge.ticket_lines, p_missing int) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_own wedge.portions;
    v_next wedge.portions;
    v_left int := p_missing;
    v_parts jsonb := '[]';
BEGIN
    SELECT * INTO v_own FROM wedge.portions WHERE id = p_line.portion_id;
    WHILE v_left > 0 LOOP
        SELECT p.* INTO v_next FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
         WHERE p.whole_id = v_own.whole_id AND p.state = 'available' AND p.weight_mg > 0
           AND p.holding_unit_id = v_own.holding_unit_id AND p.expires_at > clock_timestamp()
           AND wedge.quality_sells(p.quality_status)
         ORDER BY least(abs(p.wedge - v_own.wedge),
                        w.portions_per_whole - abs(p.wedge - v_own.wedge)), p.wedge
         LIMIT 1 FOR UPDATE OF p SKIP LOCKED;
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
        UPDATE wedge.portions
           SET state = 'reserved', ticket_id = p_line.ticket_id,
               reserved_until = clock_timestamp() + interval '1 hour', part_of = p_line.id,
               part_mg = least(v_left, v_next.weight_mg)
         WHERE id = v_next.id;
        v_parts := v_parts || jsonb_build_array(
            jsonb_build_array(v_next.code, least(v_left, v_next.weight_mg)));
        v_left := v_left - v_next.weight_mg;
    END LOOP;
    RETURN v_parts;
END $$;

-- Ask for another size. Until another person agreed the line waits, and its order is not paid.
CREATE FUNCTION wedge.ask_size(p_session uuid, p_request uuid, p_line uuid, p_asked int)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_standard int;
    v_weight int;
    v_parts jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'ask_size');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    v_standard := wedge.standard_weight(v_line.portion_id);
    SELECT weight_mg INTO v_weight FROM wedge.portions
     WHERE id = v_line.portion_id AND ticket_id = v_line.ticket_id AND state = 'reserved'
       AND reserved_until > clock_timestamp() FOR UPDATE;
    IF v_standard IS NULL OR v_weight IS NULL THEN
        PERFORM wedge.refuse('bad_quantity', 'no weight');
    ELSIF v_line.size_approved_by IS NOT NULL THEN
        PERFORM wedge.refuse('changed', 'size');
    ELSIF wedge.has_manual(v_line.breakdown) OR v_line.own_breakdown IS NOT NULL THEN
        PERFORM wedge.refuse('bad_price', 'reduced already');
    ELSIF p_asked IS NULL OR p_asked = v_standard
        OR p_asked::bigint * 100 NOT BETWEEN v_standard * wedge.portion_rule('own_least_percent')
                                         AND v_standard * wedge.portion_rule('own_most_percent')
    THEN
        PERFORM wedge.refuse('bad_quantity', p_asked::text);
    END IF;
    PERFORM wedge.release_parts(p_line);
    v_parts := wedge.hold_parts(v_line, greatest(0, p_asked - v_weight));
    IF v_parts IS NULL THEN
        PERFORM wedge.refuse('gone', 'size');
    END IF;
    UPDATE wedge.ticket_lines
       SET asked_mg = p_asked, size_parts = v_parts, offcut_mg = greatest(0, v_weight - p_asked)
     WHERE id = p_line;
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'ask size',
        jsonb_build_object('line_id', p_line, 'portion', v_line.portion_code,
                           'standard_mg', v_standard, 'asked_mg', p_asked, 'parts', v_parts));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'ask_size', jsonb_build_object(
        'price_minor', wedge.pro_rata(v_line.unit_price_minor, v_standard, p_asked)));
END $$;

-- The guest takes the standard portion after all.
CREATE FUNCTION wedge.drop_size(p_session uuid, p_request uuid, p_line uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'drop_size');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    IF v_line.asked_mg IS NULL OR v_line.size_approved_by IS NOT NULL THEN
        PERFORM wedge.refuse('changed', 'size');
    END IF;
    PERFORM wedge.release_parts(p_line);
    UPDATE wedge.ticket_lines SET asked_mg = NULL, size_parts = NULL, offcut_mg = 0
     WHERE id = p_line;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'standard size',
                                 jsonb_build_object('line_id', p_line));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'drop_size', '{}');
END $$;

-- With the approval for {line_id, asked_mg, price_minor} the line has its size and its price; both
-- stay, and so does who allowed it.
CREATE FUNCTION wedge.approve_size(
    p_session uuid, p_request uuid, p_line uuid, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_standard int;
    v_price bigint;
    v_approver uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'approve_size');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    IF v_line.asked_mg IS NULL OR v_line.size_approved_by IS NOT NULL THEN
        PERFORM wedge.refuse('changed', 'size');
    END IF;
    v_standard := wedge.standard_weight(v_line.portion_id);
    v_price := wedge.pro_rata(v_line.unit_price_minor, v_standard, v_line.asked_mg);
    v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'non_standard_portion',
        jsonb_build_object('line_id', p_line, 'asked_mg', v_line.asked_mg,
                           'price_minor', v_price), NULL);
    UPDATE wedge.ticket_lines
       SET own_breakdown = breakdown, unit_price_minor = v_price, weight_mg = asked_mg,
           size_approved_by = v_approver,
           breakdown = breakdown || jsonb_build_object(
               'reason', 'size', 'amount_minor', v_price - unit_price_minor,
               'rule_version', coalesce((wedge.settings_document()
                   #>> '{food,portions,version}')::int, 1),
               'code', 'size', 'params', jsonb_build_array(
                   asked_mg::text, v_standard::text,
                   (SELECT name FROM wedge.staff WHERE id = v_approver)))
     WHERE id = p_line;
    PERFORM wedge.note_price(v_line.portion_id, v_line.unit_price_minor, v_price::int, 'size',
                             v_who.terminal_id, p_line);
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'own size',
        jsonb_build_object('line_id', p_line, 'portion', v_line.portion_code,
                           'standard_mg', v_standard, 'asked_mg', v_line.asked_mg,
                           'old_minor', v_line.unit_price_minor, 'price_minor', v_price,
                           'parts', v_line.size_parts, 'approval_id', p_approval,
                           'approved_by', v_approver));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'approve_size',
                          jsonb_build_object('unit_price_minor', v_price));
END $$;

-- One neighbour after its part was sold: all of it goes with the line, or the rest is a portion of
-- its own weight, which waits for a reviewer where that is off its standard.
CREATE FUNCTION wedge.cut_part(p_part wedge.portions, p_at_once boolean, p_staff uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_rest int := p_part.weight_mg - p_part.part_mg;
    v_causes text[];
BEGIN
    IF v_rest = 0 THEN
        IF p_at_once THEN
            UPDATE wedge.portions SET state = 'served' WHERE id = p_part.id;
        END IF;
        RETURN;
    END IF;
    SELECT wedge.review_causes(d, w.portions_per_whole, wedge.standard_weight(p_part.id), v_rest,
                               NULL, NULL) INTO v_causes
      FROM wedge.products d, wedge.wholes w
     WHERE d.id = p_part.product_id AND w.id = p_part.whole_id;
    UPDATE wedge.portions
       SET state = 'available', ticket_id = NULL, reserved_until = NULL, part_of = NULL,
           part_mg = NULL, weight_mg = v_rest, angle_mdeg = NULL
     WHERE id = p_part.id;
    IF cardinality(v_causes) > 0 THEN
        PERFORM wedge.hold_for_review(ARRAY[p_part.id], 'review', v_causes, p_staff);
    END IF;
END $$;

-- Whatever pays an order: none is paid while a size waits, and what was paid is cut.
CREATE FUNCTION wedge.settle_sizes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_part wedge.portions;
    v_weight bigint;
BEGIN
    FOR v_line IN SELECT * FROM wedge.ticket_lines
                   WHERE ticket_id = NEW.id AND NOT voided AND asked_mg IS NOT NULL
                   ORDER BY position
    LOOP
        IF v_line.size_approved_by IS NULL THEN
            PERFORM wedge.refuse('approval_needed', 'non_standard_portion');
        END IF;
        SELECT sum(coalesce(part_mg, weight_mg)) - v_line.offcut_mg INTO v_weight
          FROM wedge.portions WHERE ticket_id = NEW.id
           AND (id = v_line.portion_id OR part_of = v_line.id);
        IF v_weight IS DISTINCT FROM v_line.asked_mg THEN
            PERFORM wedge.refuse('gone', 'size');
        END IF;
        UPDATE wedge.portions SET weight_mg = v_line.asked_mg
         WHERE id = v_line.portion_id AND v_line.offcut_mg > 0;
        FOR v_part IN SELECT * FROM wedge.portions WHERE part_of = v_line.id ORDER BY id LOOP
            PERFORM wedge.cut_part(v_part, v_line.station_id IS NULL, NEW.staff_id);
        END LOOP;
    END LOOP;
    RETURN NEW;
END $$;

CREATE TRIGGER settle_sizes BEFORE UPDATE ON wedge.tickets
FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state = 'paid')
EXECUTE FUNCTION wedge.settle_sizes();

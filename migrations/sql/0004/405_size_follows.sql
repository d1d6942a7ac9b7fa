-- An own size stays with its line when another portion takes its place (docs/portions.md): the new
-- one is cut to it, and costs pro rata of its own price, never more than the portion before.

DROP FUNCTION wedge.hold_parts(wedge.ticket_lines, int);

-- Hold as many neighbours of p_own as the missing weight needs, nearest in the whole first; none
-- that a clock keeps from sale, and never the portion that the line leaves. The answer says what comes from which; null where the whole has
-- not enough left.
CREATE FUNCTION wedge.hold_parts(p_line wedge.ticket_lines, p_own uuid, p_missing int)
RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_own wedge.portions;
    v_next wedge.portions;
    v_left int := p_missing;
    v_parts jsonb := '[]';
    v_until timestamptz := (
        SELECT coalesce(greatest(held_until, clock_timestamp() + interval '1 minute'),
                        clock_timestamp() + interval '1 hour')
          FROM wedge.tickets WHERE id = p_line.ticket_id);
BEGIN
    SELECT * INTO v_own FROM wedge.portions WHERE id = p_own;
    WHILE v_left > 0 LOOP
        SELECT p.* INTO v_next FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
         WHERE p.whole_id = v_own.whole_id AND p.state = 'available' AND p.weight_mg > 0
           AND p.id NOT IN (p_own, p_line.portion_id)
           AND p.holding_unit_id = v_own.holding_unit_id
           AND wedge.off_sale(p, clock_timestamp()) IS NULL
         ORDER BY least(abs(p.wedge - v_own.wedge),
                        w.portions_per_whole - abs(p.wedge - v_own.wedge)), p.wedge
         LIMIT 1 FOR UPDATE OF p SKIP LOCKED;
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
        UPDATE wedge.portions
           SET state = 'reserved', ticket_id = p_line.ticket_id,
               reserved_until = v_until, part_of = p_line.id,
               part_mg = least(v_left, v_next.weight_mg)
         WHERE id = v_next.id;
        v_parts := v_parts || jsonb_build_array(
            jsonb_build_array(v_next.code, least(v_left, v_next.weight_mg)));
        v_left := v_left - v_next.weight_mg;
    END LOOP;
    RETURN v_parts;
END $$;

CREATE FUNCTION wedge.parts_weight(p_parts jsonb) RETURNS int
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(sum((x ->> 1)::int), 0)::int FROM jsonb_array_elements(coalesce(p_parts, '[]')) x
$$;

-- Whether the parts that were cut for a paid line are as good as before: what is wrong with its
-- portion is wrong with that portion alone.
CREATE FUNCTION wedge.parts_stay(p_reason text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p_reason IN ('guest_request', 'presentation', 'damaged', 'not_found', 'damage')
$$;

-- What was cut for a paid line beside its portion, and is not served with it after all: the rest of
-- a neighbour is a portion of its own since then, so its part is waste; one that went whole is
-- looked at.
CREATE FUNCTION wedge.scrap_parts(p_line wedge.ticket_lines) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.waste_offcut(p_line, p.id, (x ->> 1)::int, p.weight_mg + (x ->> 1)::int)
       FROM jsonb_array_elements(coalesce(p_line.size_parts, '[]')) x
       JOIN wedge.portions p ON p.code = x ->> 0 AND p.part_of IS DISTINCT FROM p_line.id;
    PERFORM wedge.release_parts(p_line.id);
END $$;

-- A portion goes onto a paid line of an own size: it is cut to it at once. Answers the line as it
-- has to be written.
CREATE FUNCTION wedge.cut_to_size(p_old wedge.ticket_lines, p_new wedge.ticket_lines)
RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_portion wedge.portions;
    v_former wedge.portions;
    v_part wedge.portions;
    v_parts jsonb;
    v_causes text[];
    v_own int;
    v_staff uuid := (SELECT staff_id FROM wedge.tickets WHERE id = p_old.ticket_id);
BEGIN
    p_new.weight_mg := p_old.asked_mg;
    IF wedge.parts_stay(p_new.former_reason) THEN
        p_new.size_parts := coalesce(p_old.size_parts, '[]');
    ELSE
        PERFORM wedge.scrap_parts(p_old);
        p_new.size_parts := '[]';
    END IF;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_new.portion_id;
    v_own := p_old.asked_mg - wedge.parts_weight(p_new.size_parts);
    p_new.offcut_mg := greatest(0, v_portion.weight_mg - v_own);
    v_parts := wedge.hold_parts(p_old, v_portion.id, greatest(0, v_own - v_portion.weight_mg));
    IF v_parts IS NULL OR v_portion.weight_mg IS NULL OR v_own <= 0 THEN
        PERFORM wedge.refuse('gone', 'size');
    END IF;
    IF p_new.offcut_mg > 0 THEN
        PERFORM wedge.waste_offcut(p_new, v_portion.id, p_new.offcut_mg, v_portion.weight_mg);
        UPDATE wedge.portions SET weight_mg = v_own WHERE id = v_portion.id;
    END IF;
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL
     WHERE part_of = p_old.id AND state = 'reserved';
    FOR v_part IN SELECT p.* FROM wedge.portions p
                    JOIN jsonb_array_elements(v_parts) x ON x ->> 0 = p.code
                   WHERE p.part_of = p_old.id ORDER BY p.id LOOP
        PERFORM wedge.cut_part(v_part, p_new.station_id IS NULL, v_staff);
    END LOOP;
    p_new.size_parts := p_new.size_parts || v_parts;
    -- The one that leaves the line may have been cut to its size: somebody looks at it first.
    SELECT * INTO v_former FROM wedge.portions WHERE id = p_old.portion_id;
    SELECT wedge.review_causes(d, w.portions_per_whole, wedge.standard_weight(v_former.id),
                               v_former.weight_mg, NULL, NULL) INTO v_causes
      FROM wedge.products d, wedge.wholes w
     WHERE d.id = v_former.product_id AND w.id = v_former.whole_id;
    IF p_old.offcut_mg > 0 AND cardinality(v_causes) > 0
        AND v_former.state IN ('committed', 'available')
        AND wedge.quality_sells(v_former.quality_status) THEN
        PERFORM wedge.hold_for_review(ARRAY[v_former.id], 'review', v_causes, v_staff);
    END IF;
    RETURN p_new;
END $$;

-- A portion goes onto a line of an own size that is not paid: it is held with what it lacks, and a
-- size that was allowed gives its price anew where the portion brought one of its own.
CREATE FUNCTION wedge.hold_to_size(p_old wedge.ticket_lines, p_new wedge.ticket_lines)
RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_weight int := (SELECT weight_mg FROM wedge.portions WHERE id = p_new.portion_id);
    v_price bigint;
BEGIN
    PERFORM wedge.release_parts(p_old.id);
    p_new.size_parts := wedge.hold_parts(p_old, p_new.portion_id,
                                         greatest(0, p_old.asked_mg - v_weight));
    IF p_new.size_parts IS NULL OR v_weight IS NULL THEN
        PERFORM wedge.refuse('gone', 'size');
    END IF;
    p_new.offcut_mg := greatest(0, v_weight - p_old.asked_mg);
    IF p_old.size_approved_by IS NULL THEN
        RETURN p_new;
    END IF;
    p_new.weight_mg := p_old.asked_mg;
    IF NOT EXISTS (SELECT FROM jsonb_array_elements(p_new.breakdown) s
                    WHERE s ->> 'reason' = 'size') THEN
        v_price := wedge.sized_price(p_new, p_new.unit_price_minor);
        SELECT p_new.breakdown, p_new.breakdown || jsonb_agg(s || jsonb_build_object(
                   'amount_minor', v_price - p_new.unit_price_minor))
          INTO p_new.own_breakdown, p_new.breakdown
          FROM jsonb_array_elements(p_old.breakdown) s WHERE s ->> 'reason' = 'size';
        p_new.unit_price_minor := v_price;
    END IF;
    RETURN p_new;
END $$;

CREATE OR REPLACE FUNCTION wedge.follow_own_size() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NEW.voided AND NOT OLD.voided THEN
        PERFORM wedge.release_parts(OLD.id);
    ELSIF NEW.portion_id <> OLD.portion_id THEN
        IF (SELECT state FROM wedge.tickets WHERE id = OLD.ticket_id) = 'open' THEN
            RETURN wedge.hold_to_size(OLD, NEW);
        END IF;
        RETURN wedge.cut_to_size(OLD, NEW);
    END IF;
    RETURN NEW;
END $$;

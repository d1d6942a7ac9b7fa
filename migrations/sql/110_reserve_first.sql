-- Take the first candidate that is still free, and put it on the ticket at its frozen price.
-- p_candidates: [{portion_id, epoch, grade, unit_price_minor, base_price_minor, breakdown}]

-- Refuse a price that does not add up, moves too far from the product's base, or misses the margin.
-- A whole cut in another number than the standard one has portions of another base and cost.
CREATE FUNCTION wedge.check_price(
    p_product wedge.products, p_portion wedge.portions, p_candidate jsonb
) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_pricing jsonb := wedge.settings_document() -> 'pricing';
    v_price bigint := (p_candidate ->> 'unit_price_minor')::bigint;
    v_sum bigint;
    v_step bigint := greatest((v_pricing ->> 'rounding_minor')::bigint, 1);
    v_share numeric := coalesce((
        SELECT c.portions_per_whole::numeric / w.portions_per_whole
          FROM wedge.wholes w JOIN wedge.portion_configurations c
            ON c.product_id = w.product_id AND c.is_default
         WHERE w.id = p_portion.whole_id), 1);
    v_base numeric := round(p_product.base_price_minor * v_share);
    v_cap numeric := v_base * wedge.fraction(v_pricing ->> 'max_change');
    v_floor numeric :=
        p_product.cost_minor * v_share / (1 - wedge.fraction(v_pricing ->> 'min_margin'));
BEGIN
    SELECT sum((s ->> 'amount_minor')::bigint) INTO v_sum
      FROM jsonb_array_elements(p_candidate -> 'breakdown') s;
    IF v_price IS NULL OR v_price < 0 OR v_sum IS DISTINCT FROM v_price
        OR (p_candidate -> 'breakdown' -> 0 ->> 'amount_minor')
            IS DISTINCT FROM (p_candidate ->> 'base_price_minor')
    THEN
        PERFORM wedge.refuse('bad_price', 'the breakdown does not sum to the price');
    END IF;
    -- Rounding to whole steps may pass the limit by less than one step.
    IF abs(v_price - v_base) >= v_cap + v_step THEN
        PERFORM wedge.refuse('bad_price', 'beyond the allowed change');
    END IF;
    IF v_price <= v_floor - v_step AND v_price < v_base THEN
        PERFORM wedge.refuse('bad_price', 'below the margin floor');
    END IF;
END $$;

-- Lock and return the first of the candidates (from p_from on) that may be taken at p_now.
CREATE FUNCTION wedge.take_first(p_candidates jsonb, p_ticket uuid, p_wait boolean)
RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_index int;
    v_portion wedge.portions;
    v_candidate jsonb;
    v_line uuid;
BEGIN
    IF p_wait THEN
        -- One row at the most is held at the end and none while waiting: waiters that gathered
        -- rows, or waited for sold ones, would queue behind each other.
        PERFORM FROM jsonb_array_elements(p_candidates) WITH ORDINALITY c (candidate, place)
          JOIN wedge.portions p ON p.id = (c.candidate ->> 'portion_id')::uuid
         WHERE p.state = 'available'
            OR p.state = 'reserved' AND p.reserved_until <= clock_timestamp()
         ORDER BY c.place LIMIT 1 FOR UPDATE OF p;
    END IF;
    FOR v_index IN 0 .. jsonb_array_length(p_candidates) - 1 LOOP
        v_candidate := p_candidates -> v_index;
        SELECT * INTO v_portion FROM wedge.portions
         WHERE id = (v_candidate ->> 'portion_id')::uuid
           AND epoch = (v_candidate ->> 'epoch')::int
           AND expires_at > clock_timestamp()
           AND (state = 'available' OR state = 'reserved' AND reserved_until <= clock_timestamp())
           FOR UPDATE SKIP LOCKED;
        IF NOT FOUND THEN
            CONTINUE;
        END IF;
        IF v_portion.state = 'available' THEN
            RETURN v_index;
        END IF;
        -- Its hold ran out: void the line of the earlier holder, unless somebody works on it now.
        IF v_portion.ticket_id <> p_ticket THEN
            PERFORM FROM wedge.tickets WHERE id = v_portion.ticket_id FOR UPDATE SKIP LOCKED;
            IF NOT FOUND THEN
                CONTINUE;
            END IF;
        END IF;
        SELECT id INTO v_line FROM wedge.ticket_lines
         WHERE portion_id = v_portion.id AND NOT voided;
        PERFORM wedge.drop_line(v_line);
        RETURN v_index;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.reserve_first(
    p_session uuid, p_request uuid, p_ticket uuid, p_line uuid, p_service text, p_candidates jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_index int;
    v_candidate jsonb;
    v_portion wedge.portions;
    v_product wedge.products;
    v_until timestamptz;
    v_now timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'reserve_first');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.open_ticket(p_ticket, v_who.terminal_id, v_who.staff_id, p_service);
    v_index := coalesce(wedge.take_first(p_candidates, p_ticket, false),
                        wedge.take_first(p_candidates, p_ticket, true));
    IF v_index IS NULL THEN
        IF EXISTS (SELECT FROM wedge.portions
                    WHERE id IN (SELECT (c ->> 'portion_id')::uuid
                                   FROM jsonb_array_elements(p_candidates) c)
                      AND state = 'available' AND expires_at <= v_now) THEN
            PERFORM wedge.refuse('portion_expired');
        END IF;
        PERFORM wedge.refuse('gone');
    END IF;
    v_candidate := p_candidates -> v_index;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = (v_candidate ->> 'portion_id')::uuid;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_portion.product_id;
    IF NOT v_product.active OR v_product.allergens IS NULL THEN
        PERFORM wedge.refuse('product_incomplete',
            CASE WHEN v_product.active THEN 'allergens' ELSE 'active' END);
    END IF;
    PERFORM wedge.check_price(v_product, v_portion, v_candidate);
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_ticket,
           reserved_until = v_now + interval '1 hour' WHERE id = v_portion.id;
    INSERT INTO wedge.ticket_lines (
        id, ticket_id, position, product_id, name, portion_id, portion_code, holding_unit_name,
        place, weight_mg, grade, allergens, quantity, base_price_minor, unit_price_minor,
        breakdown, tax_rate_bp, station_id)
    SELECT p_line, p_ticket, wedge.next_position(p_ticket), v_product.id, v_product.name,
           v_portion.id, v_portion.code, h.name, v_portion.place, v_portion.weight_mg,
           v_candidate ->> 'grade', v_product.allergens, 1,
           (v_candidate ->> 'base_price_minor')::int, (v_candidate ->> 'unit_price_minor')::int,
           v_candidate -> 'breakdown', v_product.tax_rate_bp, v_product.station_id
      FROM wedge.holding_units h WHERE h.id = v_portion.holding_unit_id;
    v_until := wedge.refresh_ticket(p_ticket);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'reserve',
        jsonb_build_object('ticket_id', p_ticket, 'line_id', p_line, 'portion', v_portion.code,
                           'unit_price_minor', v_candidate -> 'unit_price_minor'));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'reserve_first', jsonb_build_object(
        'portion_id', v_portion.id, 'line_id', p_line, 'reserved_until', v_until));
END $$;

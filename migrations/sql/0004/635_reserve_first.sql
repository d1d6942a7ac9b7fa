-- Take the first candidate that is still free, put it on the ticket at its frozen price, and keep
-- why it was this one.
CREATE OR REPLACE FUNCTION wedge.reserve_first(
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
    v_ticket wedge.tickets;
    v_loss record;
    v_line wedge.ticket_lines;
    v_until timestamptz;
    v_now timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'reserve_first');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.open_ticket(p_ticket, v_who.terminal_id, v_who.staff_id, p_service);
    v_index := coalesce(wedge.take_first(p_candidates, p_ticket, false),
                        wedge.take_first(p_candidates, p_ticket, true));
    IF v_index IS NULL THEN
        PERFORM wedge.refuse_off_sale(p_candidates);
        -- This very portion was meant, in the version that was seen: what became of it is told.
        IF jsonb_array_length(p_candidates) = 1 AND p_candidates -> 0 ->> 'reason' = 'by_hand' THEN
            SELECT * INTO v_portion FROM wedge.portions
             WHERE id = (p_candidates -> 0 ->> 'portion_id')::uuid
               AND epoch <> (p_candidates -> 0 ->> 'epoch')::int;
            IF FOUND THEN
                PERFORM wedge.refuse('changed', CASE
                    WHEN v_portion.state <> 'available'
                        OR wedge.quality_sells(v_portion.quality_status) THEN v_portion.state
                    ELSE v_portion.quality_status END);
            END IF;
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
    PERFORM wedge.check_scarce(p_ticket, v_product.id, NULL);
    PERFORM wedge.check_line_price(
        v_product, v_portion.id, v_candidate, v_who.role, v_ticket.coupons);
    SELECT * INTO v_loss
      FROM wedge.loss_of(v_product, v_portion.id, v_candidate -> 'breakdown');
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_ticket,
           reserved_until = v_now + interval '1 hour' WHERE id = v_portion.id;
    INSERT INTO wedge.ticket_lines (
        id, ticket_id, position, product_id, name, portion_id, portion_code, holding_unit_name,
        place, weight_mg, grade, allergens, quantity, base_price_minor, unit_price_minor,
        breakdown, tax_rate_bp, station_id, choice_reason, price_inputs, loss_promotion, loss_minor)
    SELECT p_line, p_ticket, wedge.next_position(p_ticket), v_product.id, v_product.name,
           v_portion.id, v_portion.code, h.name, v_portion.place, v_portion.weight_mg,
           v_candidate ->> 'grade', v_product.allergens, 1,
           (v_candidate ->> 'base_price_minor')::int, (v_candidate ->> 'unit_price_minor')::int,
           v_candidate -> 'breakdown', v_product.tax_rate_bp, v_product.station_id,
           coalesce(v_candidate ->> 'reason', ''), nullif(v_candidate -> 'price_inputs', 'null'),
           v_loss.loss_promotion, v_loss.loss_minor
      FROM wedge.holding_units h WHERE h.id = v_portion.holding_unit_id;
    PERFORM wedge.note_price(v_portion.id, NULL, (v_candidate ->> 'unit_price_minor')::int,
                             wedge.main_reason(v_candidate -> 'breakdown'), v_who.terminal_id,
                             p_line);
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    PERFORM wedge.note_decision('chosen', v_who.terminal_id, v_who.staff_id, v_line, v_candidate,
                                NULL, v_line.choice_reason, '', NULL, p_candidates);
    v_until := wedge.refresh_ticket(p_ticket);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'reserve',
        jsonb_build_object('ticket_id', p_ticket, 'line_id', p_line, 'portion', v_portion.code,
                           'unit_price_minor', v_candidate -> 'unit_price_minor'));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'reserve_first', jsonb_build_object(
        'portion_id', v_portion.id, 'line_id', p_line, 'reserved_until', v_until));
END $$;

-- Put another portion on a line, reserved for its ticket; the kitchen begins it anew. Nothing of
-- which nobody can say what is in it.
CREATE OR REPLACE FUNCTION wedge.give_portion(
    p_line wedge.ticket_lines, p_new wedge.portions, p_grade text, p_reason text,
    p_until timestamptz
) RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line wedge.ticket_lines;
BEGIN
    IF EXISTS (SELECT FROM wedge.products WHERE id = p_new.product_id AND allergens IS NULL) THEN
        PERFORM wedge.refuse('product_incomplete', 'allergens');
    END IF;
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_line.ticket_id,
           reserved_until = p_until WHERE id = p_new.id;
    UPDATE wedge.ticket_lines
       SET portion_id = p_new.id, portion_code = p_new.code, place = p_new.place,
           weight_mg = p_new.weight_mg, grade = p_grade,
           kitchen_state = CASE kitchen_state WHEN 'none' THEN 'none' ELSE 'queued' END,
           verified_at = NULL, verified_temperature_mc = NULL, choice_reason = 'substituted',
           waits_since = NULL,
           former_code = p_line.portion_code, former_reason = p_reason,
           holding_unit_name = (SELECT name FROM wedge.holding_units
                                 WHERE id = p_new.holding_unit_id)
     WHERE id = p_line.id RETURNING * INTO v_line;
    RETURN v_line;
END $$;

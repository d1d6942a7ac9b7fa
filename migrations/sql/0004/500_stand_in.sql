-- The first candidate of the line's product that is free and of the grade on the line, or a better
-- one, takes the portion's place; price and size on the line stay. What happens to the old portion
-- is the caller's. Answers the new portion, or null.
CREATE OR REPLACE FUNCTION wedge.stand_in(
    p_portion wedge.portions, p_line wedge.ticket_lines, p_candidates jsonb, p_reason text,
    p_note text, p_terminal uuid, p_staff uuid
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_fitting jsonb;
    v_index int;
    v_new wedge.portions;
    v_after wedge.ticket_lines;
BEGIN
    SELECT coalesce(jsonb_agg(c.value ORDER BY c.ordinality), '[]') INTO v_fitting
      FROM jsonb_array_elements(coalesce(p_candidates, '[]')) WITH ORDINALITY c
      JOIN wedge.portions p ON p.id = (c.value ->> 'portion_id')::uuid
     WHERE p.product_id = p_line.product_id AND p.recheck_at IS NULL
       AND c.value ->> 'grade' <= coalesce(p_line.grade, 'Z')
       AND wedge.fits_size(p_line, p.id, p_reason);
    v_index := coalesce(wedge.take_first(v_fitting, p_line.ticket_id, false),
                        wedge.take_first(v_fitting, p_line.ticket_id, true));
    IF v_index IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT * INTO v_new FROM wedge.portions
     WHERE id = (v_fitting -> v_index ->> 'portion_id')::uuid;
    BEGIN
        v_after := wedge.give_portion(p_line, v_new, v_fitting -> v_index ->> 'grade', p_reason,
                                      coalesce(p_portion.reserved_until,
                                               clock_timestamp() + interval '1 minute'));
    EXCEPTION WHEN SQLSTATE 'WG001' THEN
        -- Somebody has just taken what its size needs; the look that led here is kept all the same.
        RETURN NULL;
    END;
    IF p_portion.state <> 'reserved' THEN
        UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = v_new.id;
        PERFORM wedge.delay_promise(p_line.ticket_id);
    END IF;
    PERFORM wedge.note_decision('substituted', p_terminal, p_staff, v_after,
                                v_fitting -> v_index, p_portion.id, p_reason, p_note, NULL,
                                v_fitting);
    RETURN v_new.id;
END $$;

-- The automatic steps a terminal saw on what is on sale: [{portion_id, old_minor, new_minor,
-- reason, score_milli, left_s, pace_milli}], the last three where grade, time or pace brought the
-- price down. Needs nobody signed in; harmless to repeat. Answers how many were new.
CREATE OR REPLACE FUNCTION wedge.log_prices(p_request uuid, p_steps jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_done jsonb := wedge.done_before(p_request, v_terminal.id, 'log_prices');
    v_step record;
    v_count int := 0;
BEGIN
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    ELSIF jsonb_typeof(p_steps) <> 'array' OR jsonb_array_length(p_steps) > 1000 THEN
        PERFORM wedge.refuse('bad_quantity', 'steps');
    END IF;
    -- In one order everywhere, so that terminals never wait for each other in a circle.
    FOR v_step IN
        SELECT p.id, (s ->> 'old_minor')::int AS old_minor, (s ->> 'new_minor')::int AS new_minor,
               s ->> 'reason' AS reason, (s ->> 'score_milli')::int AS score_milli,
               (s ->> 'left_s')::int AS left_s, (s ->> 'pace_milli')::int AS pace_milli
          FROM jsonb_array_elements(p_steps) s
          JOIN wedge.portions p ON p.id = (s ->> 'portion_id')::uuid AND p.state = 'available'
         ORDER BY p.id
    LOOP
        IF wedge.note_price(v_step.id, v_step.old_minor, v_step.new_minor, v_step.reason,
                            v_terminal.id, NULL) THEN
            v_count := v_count + 1;
            -- It has a price of its own again, and this is the last valid one.
            DELETE FROM wedge.last_prices WHERE id = v_step.id;
        END IF;
        IF v_step.score_milli IS NOT NULL AND v_step.left_s IS NOT NULL THEN
            PERFORM wedge.note_low(v_step.id, v_step.score_milli, v_step.left_s,
                                   v_step.pace_milli);
        END IF;
    END LOOP;
    PERFORM wedge.forget_lows();
    RETURN wedge.remember(p_request, v_terminal.id, 'log_prices',
                          jsonb_build_object('new', v_count));
END $$;

-- The automatic steps a terminal saw on what is on sale: [{portion_id, old_minor, new_minor,
-- reason, score_milli, left_s, pace_milli}], the last three where grade, time or pace brought the
-- price down. Nobody stands behind it, so nothing is believed that the store can work out: a price
-- that the rules cannot have made is left out, and score, time and pace are moved to where they can
-- have been within the last seconds. A terminal that is right is told nothing of that. Needs nobody
-- signed in; harmless to repeat. Answers how many were new.
CREATE OR REPLACE FUNCTION wedge.log_prices(p_request uuid, p_steps jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp
SET enable_seqscan = off AS $$
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
    -- In one order everywhere, so that terminals never wait for each other in a circle. All is worked
    -- out before the first lock, once for portions of one history.
    FOR v_step IN
        WITH told AS MATERIALIZED (
            SELECT p AS portion, d AS product, (s ->> 'old_minor')::int AS old_minor,
                   (s ->> 'new_minor')::int AS new_minor, s ->> 'reason' AS reason,
                   (s ->> 'score_milli')::int AS score_milli, (s ->> 'left_s')::int AS left_s,
                   (s ->> 'pace_milli')::int AS pace_milli,
                   ROW(p.product_id, p.holding_unit_id, p.cut_at, p.initial_quality,
                       p.inspected_at, p.inspected_score, p.expires_at)::text AS life
              FROM jsonb_array_elements(p_steps) s
              JOIN wedge.portions p ON p.id = (s ->> 'portion_id')::uuid AND p.state = 'available'
              JOIN wedge.products d ON d.id = p.product_id),
        lives AS MATERIALIZED (
            SELECT l.life, b.*,
                   CASE WHEN l.paced THEN wedge.least_pace_milli(l.product_id, b.least_left_s)
                        ELSE 1000 END AS least_pace
              FROM (SELECT DISTINCT ON (life) life, portion, (portion).product_id,
                           bool_or(coalesce(pace_milli, 1000) < 1000) OVER (PARTITION BY life)
                               AS paced
                      FROM told WHERE score_milli IS NOT NULL AND left_s IS NOT NULL) l,
                   LATERAL wedge.standing_between(l.portion) b)
        SELECT (t.portion).id, t.new_minor, t.reason,
               CASE WHEN t.old_minor BETWEEN 0 AND 2 * (wedge.price_limits(
                        t.product, (t.portion).id)).base_minor THEN t.old_minor END AS old_minor,
               least(greatest(t.score_milli, l.least_milli), l.most_milli) AS score_milli,
               least(greatest(t.left_s, l.least_left_s), l.most_left_s) AS left_s,
               greatest(coalesce(t.pace_milli, 1000), l.least_pace) AS pace_milli,
               l.least_milli IS NOT NULL AS has_low
          FROM told t LEFT JOIN lives l ON l.life = t.life AND t.score_milli IS NOT NULL
                           AND t.left_s IS NOT NULL
         WHERE wedge.may_be_automatic(t.product, (t.portion).id, t.new_minor)
           AND t.reason IN ('base', 'quality', 'time', 'pace', 'peak', 'promotion', 'cap',
                            'margin_floor', 'rounding')
         ORDER BY (t.portion).id
    LOOP
        IF wedge.note_price(v_step.id, v_step.old_minor, v_step.new_minor, v_step.reason,
                            v_terminal.id, NULL) THEN
            v_count := v_count + 1;
            -- It has a price of its own again, and this is the last valid one.
            DELETE FROM wedge.last_prices WHERE id = v_step.id;
        END IF;
        IF v_step.has_low THEN
            PERFORM wedge.note_low(v_step.id, v_step.score_milli, v_step.left_s,
                                   v_step.pace_milli);
        END IF;
    END LOOP;
    PERFORM wedge.forget_lows();
    RETURN wedge.remember(p_request, v_terminal.id, 'log_prices',
                          jsonb_build_object('new', v_count));
END $$;

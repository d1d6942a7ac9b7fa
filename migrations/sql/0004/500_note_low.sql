-- A grade or time step, or the pace of sale, brought a portion's price down. What several terminals
-- saw is one low; a deeper one, or one after the last has had its time, begins anew.
DROP FUNCTION wedge.note_low(uuid, int, int);

CREATE FUNCTION wedge.note_low(p_portion uuid, p_score_milli int, p_left_s int, p_pace_milli int)
RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.price_lows AS l (id, at, score_milli, left_s, pace_milli)
    VALUES (p_portion, clock_timestamp(), p_score_milli, p_left_s,
            greatest(0, least(1000, coalesce(p_pace_milli, 1000))))
    ON CONFLICT (id) DO UPDATE SET at = excluded.at,
        score_milli = CASE WHEN l.at > excluded.at - wedge.price_rest()
                           THEN least(l.score_milli, excluded.score_milli)
                           ELSE excluded.score_milli END,
        left_s = CASE WHEN l.at > excluded.at - wedge.price_rest()
                      THEN least(l.left_s, excluded.left_s) ELSE excluded.left_s END,
        pace_milli = CASE WHEN l.at > excluded.at - wedge.price_rest()
                          THEN least(l.pace_milli, excluded.pace_milli)
                          ELSE excluded.pace_milli END
     WHERE l.at <= excluded.at - wedge.price_rest()
        OR l.at <= excluded.at - interval '2 seconds'
           AND (excluded.score_milli < l.score_milli OR excluded.left_s < l.left_s
                OR excluded.pace_milli < l.pace_milli)
$$;

-- Refuse a price that is back up although the low is not over: the till's picture is old. A low of
-- the last two seconds may not have come to it yet, and its end is by the till's own clock.
CREATE OR REPLACE FUNCTION wedge.check_low(p_portion uuid, p_inputs jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM wedge.price_lows l
         WHERE l.id = p_portion
           AND l.at > clock_timestamp() - wedge.price_rest() + interval '2 seconds'
           AND l.at < clock_timestamp() - interval '2 seconds'
           AND ((p_inputs ->> 'score_milli')::int > l.score_milli
                OR (p_inputs ->> 'left_s')::int > l.left_s
                OR (p_inputs ->> 'pace_milli')::int > l.pace_milli))
    THEN
        PERFORM wedge.refuse('prices_changed', 'the price rests');
    END IF;
END $$;

-- How low the clock has brought a portion's price: until the hysteresis is over no terminal offers
-- it dearer for its grade or time (app/domain/prices/lows.py).

CREATE TABLE wedge.price_lows (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    score_milli INTEGER NOT NULL,
    left_s INTEGER NOT NULL,
    CONSTRAINT pk_price_lows PRIMARY KEY (id),
    CONSTRAINT fk_price_lows_id_portions FOREIGN KEY (id) REFERENCES wedge.portions (id),
    CONSTRAINT ck_price_lows_score CHECK (score_milli BETWEEN 0 AND 10000)
);

CREATE INDEX ix_price_lows_at ON wedge.price_lows (at);

CREATE VIEW wedge.picture_price_lows AS
SELECT id, to_jsonb(x) AS content FROM wedge.price_lows x;

SELECT wedge.feed_follow('price_lows', 'price_lows', 'id');

CREATE FUNCTION wedge.price_rest() RETURNS interval
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT make_interval(secs => coalesce(
        (wedge.settings_document() #>> '{pricing,hysteresis_s}')::numeric, 900)::double precision)
$$;

-- The low that counts now; no row where none does.
CREATE FUNCTION wedge.price_low(p_portion uuid) RETURNS SETOF wedge.price_lows
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT * FROM wedge.price_lows
     WHERE id = p_portion AND at > clock_timestamp() - wedge.price_rest()
$$;

-- A grade or time step brought a portion's price down. What several terminals saw is one low; a
-- deeper one, or one after the last has had its time, begins anew.
CREATE FUNCTION wedge.note_low(p_portion uuid, p_score_milli int, p_left_s int) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.price_lows AS l (id, at, score_milli, left_s)
    VALUES (p_portion, clock_timestamp(), p_score_milli, p_left_s)
    ON CONFLICT (id) DO UPDATE SET at = excluded.at,
        score_milli = CASE WHEN l.at > excluded.at - wedge.price_rest()
                           THEN least(l.score_milli, excluded.score_milli)
                           ELSE excluded.score_milli END,
        left_s = CASE WHEN l.at > excluded.at - wedge.price_rest()
                      THEN least(l.left_s, excluded.left_s) ELSE excluded.left_s END
     WHERE l.at <= excluded.at - wedge.price_rest()
        OR l.at <= excluded.at - interval '2 seconds'
           AND (excluded.score_milli < l.score_milli OR excluded.left_s < l.left_s)
$$;

-- Lows that are long over leave every picture, some at a time.
CREATE FUNCTION wedge.forget_lows() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    DELETE FROM wedge.price_lows WHERE id IN (
        SELECT id FROM wedge.price_lows
         WHERE at < clock_timestamp() - wedge.price_rest() - interval '10 minutes'
         ORDER BY at LIMIT 200 FOR UPDATE SKIP LOCKED)
$$;

-- Refuse a price that is back up although the low is not over: the till's picture is old. A low of
-- the last two seconds may not have come to it yet, and its end is by the till's own clock.
CREATE FUNCTION wedge.check_low(p_portion uuid, p_inputs jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM wedge.price_lows l
         WHERE l.id = p_portion
           AND l.at > clock_timestamp() - wedge.price_rest() + interval '2 seconds'
           AND l.at < clock_timestamp() - interval '2 seconds'
           AND ((p_inputs ->> 'score_milli')::int > l.score_milli
                OR (p_inputs ->> 'left_s')::int > l.left_s))
    THEN
        PERFORM wedge.refuse('prices_changed', 'the price rests');
    END IF;
END $$;

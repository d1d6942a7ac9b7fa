-- Each hour's forecast as it stood when the hour began, so that it can be held against what was sold
-- (docs/forecast.md). The store writes it by itself, from the forecast in force: no terminal's figure
-- counts for an hour that has begun before the terminal stored it.

CREATE TABLE wedge.past_forecasts (
    product_id UUID NOT NULL,
    hour TIMESTAMP WITH TIME ZONE NOT NULL,
    expected_milli INTEGER NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    kept_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_past_forecasts PRIMARY KEY (product_id, hour),
    CONSTRAINT fk_past_forecasts_product_id_products FOREIGN KEY (product_id)
        REFERENCES wedge.products (id),
    CONSTRAINT ck_past_forecasts_expected CHECK (expected_milli >= 0),
    CONSTRAINT ck_past_forecasts_order CHECK (made_at <= hour AND hour <= kept_at)
);

CREATE INDEX ix_past_forecasts_hour ON wedge.past_forecasts (hour);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.past_forecasts
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- Keep the hours that have begun by p_now and are not kept yet: those that began under the forecast
-- in force. Harmless to repeat. p_wait: whether to wait for another terminal that is at it.
CREATE FUNCTION wedge.keep_forecasts(p_now timestamptz, p_wait boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_zone text := wedge.settings_document() ->> 'time_zone';
    v_key bigint := hashtextextended('keep_forecasts', 0);
    v_last timestamptz;
BEGIN
    IF p_wait THEN
        PERFORM pg_advisory_xact_lock(v_key);
    ELSIF NOT pg_try_advisory_xact_lock(v_key) THEN
        RETURN;
    END IF;
    SELECT max(hour) INTO v_last FROM wedge.past_forecasts;
    IF v_last + interval '1 hour' > p_now THEN
        RETURN;
    END IF;
    INSERT INTO wedge.past_forecasts (product_id, hour, expected_milli, made_at, kept_at)
    SELECT d.product_id, x.hour, d.hourly_milli[x.n], d.made_at, p_now
      FROM wedge.demand d,
           LATERAL (SELECT n, d.starts_at + (n - 1) * interval '1 hour' AS hour
                      FROM generate_series(1, cardinality(d.hourly_milli)) n) x
     WHERE d.hourly_milli[x.n] IS NOT NULL
       AND x.hour <= p_now AND x.hour > coalesce(v_last, '-infinity')
       AND x.hour >= (SELECT max(made_at) FROM wedge.demand)
       -- A grid beside the hours of the wall clock could be compared with nothing.
       AND date_trunc('hour', x.hour AT TIME ZONE v_zone) = x.hour AT TIME ZONE v_zone
     ORDER BY 1, 2
    ON CONFLICT (product_id, hour) DO NOTHING;
END $$;

-- Before another forecast takes its place, what the old one said of the hours since is kept.
CREATE FUNCTION wedge.keep_before_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.keep_forecasts(clock_timestamp(), true);
    RETURN NULL;
END $$;

CREATE TRIGGER keep_past BEFORE INSERT OR UPDATE OR DELETE ON wedge.demand
FOR EACH STATEMENT EXECUTE FUNCTION wedge.keep_before_change();

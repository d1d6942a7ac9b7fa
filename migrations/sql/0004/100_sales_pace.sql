-- What the last hour sold, counted once for every screen: by it the forecast is put right
-- (app/domain/forecast/corrected.py). One row at the most.

CREATE TABLE wedge.sales_paces (
    id UUID NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    sold JSONB NOT NULL,
    CONSTRAINT pk_sales_paces PRIMARY KEY (id)
);

CREATE VIEW wedge.picture_sales_paces AS
SELECT id, to_jsonb(x) AS content FROM wedge.sales_paces x;

SELECT wedge.feed_follow('sales_paces', 'sales_paces', 'id');

-- Count what was sold of each portioned product in the last hour (the kitchen's demand window), and
-- for how many seconds of it there was a portion to be sold. Where somebody has just counted,
-- nothing happens; harmless to repeat.
CREATE FUNCTION wedge.count_sales(p_session uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_every numeric := coalesce((v_settings #>> '{forecast,pace_every_s}')::numeric, 300);
    v_span interval := make_interval(secs => coalesce(
        (v_settings #>> '{kitchen,demand_window_s}')::numeric, 3600)::double precision);
    v_now timestamptz := clock_timestamp();
    v_since timestamptz := v_now - v_span;
BEGIN
    PERFORM wedge.require_session(p_session, NULL);
    PERFORM pg_advisory_xact_lock(hashtextextended('count_sales', 0));
    IF v_span <= interval '0' OR EXISTS (
        SELECT FROM wedge.sales_paces
         WHERE until > clock_timestamp() - make_interval(secs => v_every::double precision / 2))
    THEN
        RETURN '{}';
    END IF;
    INSERT INTO wedge.sales_paces AS s (id, since, until, sold)
    WITH sold AS (
        SELECT l.product_id, sum(l.quantity) AS n
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id AND NOT l.voided
           AND (l.taken_back_at IS NULL OR l.served_at IS NOT NULL)
         WHERE t.paid_at > v_since AND t.paid_at <= v_now AND t.state IN ('paid', 'closed')
           AND l.portion_id IS NOT NULL
         GROUP BY 1),
    there AS (
        -- On sale now, sold since, thrown away since.
        SELECT p.product_id, p.cut_at, least(p.expires_at, v_now) AS until
          FROM wedge.portions p WHERE p.state IN ('available', 'reserved')
        UNION ALL
        SELECT p.product_id, p.cut_at, least(p.expires_at, t.paid_at)
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id
          JOIN wedge.portions p ON p.id = l.portion_id
         WHERE t.paid_at > v_since AND t.paid_at <= v_now
        UNION ALL
        SELECT p.product_id, p.cut_at, least(p.expires_at, w.at)
          FROM wedge.waste w JOIN wedge.portions p ON p.id = w.portion_id
         WHERE w.at > v_since AND w.at <= v_now),
    spans AS (
        SELECT product_id, range_agg(tstzrange(greatest(cut_at, v_since), until)) AS at
          FROM there WHERE until > greatest(cut_at, v_since) GROUP BY 1),
    seconds AS (
        SELECT s.product_id, sum(extract(epoch FROM upper(r) - lower(r))) AS n
          FROM spans s, unnest(s.at) r GROUP BY 1)
    SELECT '00000000-0000-0000-0000-000000000000', v_since, v_now, coalesce(jsonb_object_agg(
               product_id, jsonb_build_array(coalesce(d.n, 0), round(coalesce(c.n, 0), 1))), '{}')
      FROM sold d FULL JOIN seconds c USING (product_id)
    ON CONFLICT (id) DO UPDATE SET since = excluded.since, until = excluded.until,
                                   sold = excluded.sold;
    RETURN '{}';
END $$;

-- What the pace of sale took off is held as grade and time are (0003, price lows).
ALTER TABLE wedge.price_lows ADD COLUMN pace_milli INTEGER DEFAULT 1000 NOT NULL;

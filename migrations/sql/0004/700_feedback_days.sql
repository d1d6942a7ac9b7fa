-- Complaints and ratings day by day, with what was served beside them: one row for each day, product
-- and thing said. A complaint counts on the day its line was served, so that it stands against the
-- sales it came from. A rating of an order counts once without a product, and once more for each
-- product on the order where it is about the food.
CREATE FUNCTION wedge.feedback_days(p_session uuid, p_since timestamptz, p_until timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_zone text := wedge.settings_document() ->> 'time_zone';
BEGIN
    PERFORM wedge.require_session(p_session, '{manager,food_safety_manager,administrator}');
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'said', x.said,
                   'day', (x.at AT TIME ZONE v_zone)::date, 'product_id', x.product_id,
                   'product', x.product, 'count', x.n, 'stars', x.stars)), '[]')
          FROM (
              SELECT 'served' AS kind, '' AS said, date_trunc('day', l.served_at, v_zone) AS at,
                     l.product_id, max(l.name) AS product, sum(l.quantity) AS n, 0 AS stars
                FROM wedge.ticket_lines l
               WHERE l.served_at >= p_since AND l.served_at < p_until AND NOT l.voided
               GROUP BY 3, l.product_id
               UNION ALL
              SELECT 'complaint', c.reason,
                     date_trunc('day', coalesce(l.served_at, c.opened_at), v_zone),
                     l.product_id, max(l.name), count(*), 0
                FROM wedge.complaints c JOIN wedge.ticket_lines l ON l.id = c.line_id
               WHERE coalesce(l.served_at, c.opened_at) >= p_since
                 AND coalesce(l.served_at, c.opened_at) < p_until
               GROUP BY c.reason, 3, l.product_id
               UNION ALL
              SELECT 'rating', r.about, date_trunc('day', r.at, v_zone), NULL, '', count(*),
                     sum(r.stars)
                FROM wedge.ratings r WHERE r.at >= p_since AND r.at < p_until
               GROUP BY r.about, 3
               UNION ALL
              SELECT 'rating', r.about, date_trunc('day', r.at, v_zone), o.product_id,
                     max(o.name), count(*), sum(r.stars)
                FROM wedge.ratings r, LATERAL (
                    SELECT l.product_id, max(l.name) AS name FROM wedge.ticket_lines l
                     WHERE l.ticket_id = r.ticket_id AND NOT l.voided
                     GROUP BY l.product_id) o
               WHERE r.at >= p_since AND r.at < p_until AND r.about = 'product'
               GROUP BY r.about, 3, o.product_id) x);
END $$;

GRANT EXECUTE ON FUNCTION wedge.feedback_days(uuid, timestamptz, timestamptz) TO backoffice_app;

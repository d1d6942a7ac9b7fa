-- What a plot shows by week (from its Monday, the store's own days): one row for each week and kind.
-- Of questions for a second person `good` are those granted; of points `count` are the points; of
-- looks on display the kind says whether it came within its interval, within the grace after it, or
-- only when the portion was off sale already.
CREATE FUNCTION wedge.week_counts(
    p_session uuid, p_subject text, p_since timestamptz, p_until timestamptz
) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_zone text := wedge.settings_document() ->> 'time_zone';
    v_rules jsonb := wedge.policy_read(wedge.settings_document(), 'food.checkpoints');
BEGIN
    PERFORM wedge.require_session(p_session, '{manager,food_safety_manager,administrator}');
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('week', y.week, 'kind', y.kind,
                   'count', y.n, 'good', y.good) ORDER BY y.week, y.kind), '[]')
          FROM (
              SELECT date_trunc('week', x.at AT TIME ZONE v_zone)::date AS week, x.kind,
                     sum(x.n) AS n, sum(x.good) AS good
                FROM (
                    SELECT asked_at AS at, action AS kind, 1 AS n,
                           (state IN ('granted', 'used'))::int AS good
                      FROM wedge.approvals
                     WHERE p_subject = 'approvals' AND asked_at >= p_since AND asked_at < p_until
                    UNION ALL
                    SELECT at, kind, abs(points), 0 FROM wedge.point_entries
                     WHERE p_subject = 'points' AND at >= p_since AND at < p_until
                    UNION ALL
                    SELECT i.at, CASE WHEN i.at <= i.due THEN 'kept'
                                      WHEN i.at <= i.due + make_interval(
                                          secs => (v_rules ->> 'overdue_after_s')::float8)
                                      THEN 'late' ELSE 'overdue' END, 1, 0
                      FROM (SELECT i.at, i.kind, i.step,
                                   coalesce(lag(i.at) OVER (PARTITION BY i.portion_id
                                                            ORDER BY i.at), p.cut_at)
                                   + make_interval(secs => (v_rules
                                       ->> format('interval_%s_s', u.kind))::float8) AS due
                              FROM wedge.inspections i
                              JOIN wedge.portions p ON p.id = i.portion_id
                              JOIN wedge.holding_units u ON u.id = i.holding_unit_id
                             WHERE p_subject = 'checks' AND i.portion_id IN (
                                 SELECT portion_id FROM wedge.inspections
                                  WHERE at >= p_since AND at < p_until)) i
                     WHERE i.kind = 'checkpoint' AND i.step = 'on_display'
                       AND i.at >= p_since AND i.at < p_until) x
               GROUP BY 1, 2) y);
END $$;

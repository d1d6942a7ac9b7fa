-- Stars and running times of a period, for the back office. A voucher is no money paid back.
CREATE OR REPLACE FUNCTION wedge.satisfaction(p_session uuid, p_since timestamptz, p_until timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.require_session(p_session, '{manager,food_safety_manager,administrator}');
    RETURN jsonb_build_object(
        'ratings', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'ticket', t.number, 'about', r.about, 'stars', r.stars, 'at', r.at,
                        'portion_codes', r.portion_codes) ORDER BY r.at DESC), '[]')
                      FROM wedge.ratings r JOIN wedge.tickets t ON t.id = r.ticket_id
                     WHERE r.at >= p_since AND r.at < p_until),
        'given', (SELECT jsonb_build_object('count', count(*),
                             'cost_minor', coalesce(sum(g.cost_minor), 0),
                             'money_minor', coalesce(sum(g.amount_minor)
                                 FILTER (WHERE g.kind IN ('refund', 'delay')), 0))
                    FROM wedge.compensations g WHERE g.at >= p_since AND g.at < p_until),
        'resolution_s', (SELECT coalesce(jsonb_agg(
                             extract(epoch FROM c.resolved_at - c.opened_at)
                             ORDER BY c.resolved_at), '[]')
                           FROM wedge.complaints c
                          WHERE c.resolved_at >= p_since AND c.resolved_at < p_until));
END $$;

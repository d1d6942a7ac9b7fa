-- As in 0003/705_scarce.sql; what a temperature deviation blocks is not free, and whoever paid for it
-- comes first.

-- Lines that need another portion of the product and come before a hold that began at p_since, or
-- before a new order where that is null: paid ones whose portion may not be handed over, and holds
-- whose portion was blocked.
CREATE OR REPLACE FUNCTION wedge.claims_before(p_product uuid, p_since timestamptz) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    RETURN (
        SELECT count(*) FROM wedge.ticket_lines l
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state = 'paid'
          JOIN wedge.portions p ON p.id = l.portion_id
         WHERE l.product_id = p_product AND NOT l.voided AND l.portion_id IS NOT NULL
           AND l.kitchen_state IN ('queued', 'verified')
           AND (p.expires_at <= clock_timestamp() OR NOT wedge.quality_sells(p.quality_status)
                OR p.state IN ('quarantined', 'in_doubt')
                OR p.deviation_id IS NOT NULL OR p.ticket_id IS DISTINCT FROM l.ticket_id)
    )::int + (
        SELECT count(*) FROM wedge.portions p
          JOIN wedge.ticket_lines l ON l.portion_id = p.id AND NOT l.voided
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state = 'open'
         WHERE p.product_id = p_product AND p.state NOT IN ('served', 'wasted')
           AND (p.state IN ('quarantined', 'in_doubt') OR p.deviation_id IS NOT NULL)
           AND t.held_until > clock_timestamp()
           AND (p_since IS NULL OR wedge.held_since(l.id) < p_since)
    )::int;
END $$;

CREATE OR REPLACE FUNCTION wedge.free_portions(p_product uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT count(*)::int FROM wedge.portions
     WHERE product_id = p_product AND state NOT IN ('served', 'wasted')
       AND (state = 'available' OR state = 'reserved' AND reserved_until <= clock_timestamp())
       AND deviation_id IS NULL
       AND expires_at > clock_timestamp() AND wedge.quality_sells(quality_status)
$$;

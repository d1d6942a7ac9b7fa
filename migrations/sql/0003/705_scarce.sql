-- While the next hour will want more than there is (POS-R2.3): paid orders that need a substitute
-- come first, then holds by time, then new orders; a new order holds a few portions of a product.

CREATE TABLE wedge.hold_releases (
    ticket_id UUID NOT NULL,
    product_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    terminal_id UUID NOT NULL,
    staff_id UUID NOT NULL,
    approver_id UUID NOT NULL,
    CONSTRAINT pk_hold_releases PRIMARY KEY (ticket_id, product_id),
    CONSTRAINT fk_hold_releases_ticket_id FOREIGN KEY (ticket_id) REFERENCES wedge.tickets (id),
    CONSTRAINT fk_hold_releases_product_id FOREIGN KEY (product_id)
        REFERENCES wedge.products (id),
    CONSTRAINT fk_hold_releases_terminal_id FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_hold_releases_staff_id FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_hold_releases_approver_id FOREIGN KEY (approver_id) REFERENCES wedge.staff (id)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.hold_releases
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE INDEX ix_ticket_lines_in_work ON wedge.ticket_lines (product_id)
    WHERE portion_id IS NOT NULL AND NOT voided AND kitchen_state IN ('queued', 'verified');

-- When the line was given its first portion.
CREATE FUNCTION wedge.held_since(p_line uuid) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT min(at) FROM wedge.allocation_decisions WHERE line_id = p_line
$$;

-- Lines that need another portion of the product and come before a hold that began at p_since, or
-- before a new order where that is null: paid ones whose portion may not be handed over, and holds
-- whose portion was blocked.
CREATE FUNCTION wedge.claims_before(p_product uuid, p_since timestamptz) RETURNS int
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
                OR p.ticket_id IS DISTINCT FROM l.ticket_id)
    )::int + (
        SELECT count(*) FROM wedge.portions p
          JOIN wedge.ticket_lines l ON l.portion_id = p.id AND NOT l.voided
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state = 'open'
         WHERE p.product_id = p_product AND p.state NOT IN ('served', 'wasted')
           AND p.state IN ('quarantined', 'in_doubt')
           AND t.held_until > clock_timestamp()
           AND (p_since IS NULL OR wedge.held_since(l.id) < p_since)
    )::int;
END $$;

CREATE FUNCTION wedge.free_portions(p_product uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT count(*)::int FROM wedge.portions
     WHERE product_id = p_product AND state NOT IN ('served', 'wasted')
       AND (state = 'available' OR state = 'reserved' AND reserved_until <= clock_timestamp())
       AND expires_at > clock_timestamp() AND wedge.quality_sells(quality_status)
$$;

-- Refuse a portion of the product that belongs to somebody else. p_since is when the hold began
-- that needs a substitute; null for a new one, which is limited as well. An order that holds little
-- while nobody waits passes after one lookup; holds are never taken back.
CREATE FUNCTION wedge.check_scarce(p_ticket uuid, p_product uuid, p_since timestamptz)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_held int;
    v_before int;
    v_limit int;
    v_free int;
BEGIN
    SELECT count(*), wedge.claims_before(p_product, p_since) INTO v_held, v_before
      FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
     WHERE l.ticket_id = p_ticket AND NOT l.voided AND l.product_id = p_product
       AND p.ticket_id = p_ticket AND p.state = 'reserved'
       AND p.reserved_until > clock_timestamp();
    IF v_held = 0 AND v_before = 0 OR p_since IS NOT NULL AND v_before = 0 THEN
        RETURN;
    END IF;
    v_limit := greatest(1, coalesce(
        (wedge.settings_document() -> 'allocation' ->> 'scarce_hold_portions')::int, 2));
    IF v_before = 0 AND v_held < v_limit THEN
        RETURN;
    END IF;
    -- Two orders after the last free ones are judged one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended('scarce ' || p_product, 0));
    v_free := wedge.free_portions(p_product);
    IF round(coalesce(wedge.expected_milli(p_product, clock_timestamp()), 0))
        <= 1000 * (v_free + v_held) THEN
        RETURN;
    ELSIF v_free <= v_before THEN
        PERFORM wedge.refuse('scarce', 'claimed');
    ELSIF p_since IS NULL AND v_held >= v_limit AND NOT EXISTS (
        SELECT FROM wedge.hold_releases WHERE ticket_id = p_ticket AND product_id = p_product)
    THEN
        PERFORM wedge.refuse('scarce', v_limit::text);
    END IF;
END $$;

-- A manager lets this order hold more of the product.
CREATE FUNCTION wedge.lift_hold_limit(
    p_session uuid, p_request uuid, p_ticket uuid, p_product uuid, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_approver uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'lift_hold_limit');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
    IF NOT EXISTS (SELECT FROM wedge.products WHERE id = p_product) THEN
        PERFORM wedge.refuse('unknown_item', 'product');
    END IF;
    v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'hold_limit',
        jsonb_build_object('ticket_id', p_ticket, 'product_id', p_product), NULL);
    INSERT INTO wedge.hold_releases (ticket_id, product_id, terminal_id, staff_id, approver_id)
    VALUES (p_ticket, p_product, v_who.terminal_id, v_who.staff_id, v_approver)
    ON CONFLICT DO NOTHING;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'lift hold limit',
        jsonb_build_object('ticket_id', p_ticket, 'product_id', p_product,
                           'approval_id', p_approval, 'approved_by', v_approver));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'lift_hold_limit', '{}');
END $$;

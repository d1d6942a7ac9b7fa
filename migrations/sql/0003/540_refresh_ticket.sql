-- Recompute the total and start the hold of every portion of the ticket anew. While a product of the
-- ticket is under watch, its holds are shorter.
CREATE OR REPLACE FUNCTION wedge.refresh_ticket(p_ticket uuid) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_hold double precision := coalesce(wedge.settings_document() #>> '{allocation,hold_s}',
                                        wedge.settings_document() ->> 'hold_s')::double precision;
    v_until timestamptz;
    v_total bigint;
BEGIN
    IF EXISTS (SELECT FROM wedge.watches w JOIN wedge.ticket_lines l ON l.product_id = w.subject_id
                WHERE l.ticket_id = p_ticket AND NOT l.voided AND w.until > v_now
                  AND w.reset_by IS NULL)
    THEN
        v_hold := v_hold * coalesce(wedge.fraction(wedge.settings_document()
            #>> '{food,checkpoints,watched_share}'), 0.5);
    END IF;
    v_until := v_now + make_interval(secs => v_hold);
    UPDATE wedge.portions SET reserved_until = v_until
     WHERE ticket_id = p_ticket AND state = 'reserved' AND reserved_until > v_now;
    SELECT coalesce(sum(quantity::bigint * (unit_price_minor + extras_minor)), 0) INTO v_total
      FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided;
    IF v_total > 2000000000 THEN
        PERFORM wedge.refuse('bad_quantity', 'the total is too large');
    END IF;
    UPDATE wedge.tickets SET total_minor = v_total, held_until = v_until WHERE id = p_ticket;
    RETURN v_until;
END $$;

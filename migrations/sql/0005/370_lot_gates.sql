-- Who takes a whole lot out of reach has to know every order that holds a portion of it, before it
-- locks a portion. So each lot has a gate: a portion enters an order only through it, several at a
-- time, and who blocks the lot shuts it first, before any order. After that no order can be missed,
-- and nothing has to be tried again (docs/reservation.md).

CREATE FUNCTION wedge.lot_gate(p_whole uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT hashtextextended(p_whole::text, 23)
$$;

-- Waits for whoever is taking something of the lots at this moment. They hold the gate to the end of
-- their transaction and wait for none, so the caller may hold no order and no portion.
CREATE FUNCTION wedge.shut_lots(p_lots uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_gate bigint;
BEGIN
    FOR v_gate IN SELECT DISTINCT wedge.lot_gate(lot) AS gate FROM unnest(p_lots) lot ORDER BY gate
    LOOP
        PERFORM pg_advisory_xact_lock(v_gate);
    END LOOP;
END $$;

-- Whether a portion of the lot may enter an order now: never waited for, because whoever asks holds
-- an order that the lot's blocker may be waiting for.
CREATE FUNCTION wedge.may_enter(p_whole uuid) RETURNS boolean
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT pg_try_advisory_xact_lock_shared(wedge.lot_gate(p_whole))
$$;

-- Whatever function puts a portion into an order. Who is turned away here lost a fight for a lock:
-- nothing was done, and the call is made again.
CREATE FUNCTION wedge.enter_order() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT wedge.may_enter(NEW.whole_id) THEN
        RAISE EXCEPTION 'the lot of portion % is being blocked', NEW.code
            USING ERRCODE = 'lock_not_available';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER enter_order BEFORE UPDATE OF ticket_id ON wedge.portions FOR EACH ROW
WHEN (NEW.ticket_id IS NOT NULL AND NEW.ticket_id IS DISTINCT FROM OLD.ticket_id)
EXECUTE FUNCTION wedge.enter_order();

-- The orders that hold a portion of the lots, then the portions, each by id. The gates are shut.
CREATE FUNCTION wedge.lock_lots(p_lots uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM FROM wedge.tickets WHERE state IN ('open', 'paid') AND id IN (
        SELECT ticket_id FROM wedge.portions WHERE whole_id = ANY (p_lots)) ORDER BY id FOR UPDATE;
    PERFORM FROM wedge.portions WHERE whole_id = ANY (p_lots) ORDER BY id FOR UPDATE;
END $$;

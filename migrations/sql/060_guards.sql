-- What no program may do, whoever writes to the tables.

CREATE FUNCTION wedge.guard_portion() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state
        WHEN 'available' THEN NEW.state IN ('reserved', 'wasted', 'quarantined', 'in_doubt')
        WHEN 'reserved' THEN NEW.state IN ('available', 'committed', 'quarantined', 'in_doubt')
        WHEN 'committed' THEN NEW.state IN ('served', 'wasted', 'quarantined', 'available')
        WHEN 'served' THEN NEW.state = 'committed'
        WHEN 'quarantined' THEN NEW.state IN ('available', 'wasted')
        WHEN 'in_doubt' THEN NEW.state IN ('available', 'committed', 'served', 'wasted',
                                           'quarantined')
        ELSE false END)
    THEN
        RAISE EXCEPTION 'portion %: % cannot become %', OLD.code, OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
    END IF;
    IF (NEW.whole_id, NEW.product_id, NEW.wedge, NEW.cut_at)
        IS DISTINCT FROM (OLD.whole_id, OLD.product_id, OLD.wedge, OLD.cut_at)
    THEN
        RAISE EXCEPTION 'portion %: its origin is fixed', OLD.code
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.ticket_id IS DISTINCT FROM OLD.ticket_id THEN
        NEW.epoch := OLD.epoch + 1;
    ELSIF NEW.epoch < OLD.epoch THEN
        RAISE EXCEPTION 'portion %: the epoch never falls', OLD.code
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON wedge.portions
FOR EACH ROW EXECUTE FUNCTION wedge.guard_portion();

CREATE FUNCTION wedge.guard_new_portion() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_whole wedge.wholes;
BEGIN
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = NEW.whole_id FOR SHARE;
    IF v_whole.state <> 'cut' OR v_whole.product_id <> NEW.product_id
        OR NEW.wedge >= v_whole.portions_per_whole
    THEN
        RAISE EXCEPTION 'portion %: the whole has no such place', NEW.code
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_new BEFORE INSERT ON wedge.portions
FOR EACH ROW EXECUTE FUNCTION wedge.guard_new_portion();

CREATE FUNCTION wedge.guard_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF OLD.state <> NEW.state AND OLD.state <> 'in_stock'
        OR OLD.state = 'cut' AND NEW.portions_per_whole <> OLD.portions_per_whole
        OR NEW.product_id <> OLD.product_id
    THEN
        RAISE EXCEPTION 'whole %: % cannot become %', OLD.code, OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON wedge.wholes
FOR EACH ROW EXECUTE FUNCTION wedge.guard_whole();

-- At commit: a cut whole has exactly its portions.
CREATE FUNCTION wedge.check_whole() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM wedge.wholes w WHERE w.id = NEW.id AND w.state = 'cut'
           AND w.portions_per_whole <> (
               SELECT count(*) FROM wedge.portions p WHERE p.whole_id = w.id))
    THEN
        RAISE EXCEPTION 'whole %: portions are missing', NEW.code
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER conserved AFTER INSERT OR UPDATE ON wedge.wholes
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.check_whole();

-- At commit: a paid ticket's total = sum of its lines = sum of its payments, and a ticket that is
-- closed or voided holds no portion.
CREATE FUNCTION wedge.check_ticket(p_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_ticket wedge.tickets;
    v_lines bigint;
    v_paid bigint;
BEGIN
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_id;
    IF v_ticket.state IN ('paid', 'closed') THEN
        SELECT coalesce(sum(quantity::bigint * unit_price_minor), 0) INTO v_lines
          FROM wedge.ticket_lines WHERE ticket_id = p_id AND NOT voided;
        SELECT coalesce(sum(amount_minor), 0) INTO v_paid
          FROM wedge.payments WHERE ticket_id = p_id;
        IF v_ticket.total_minor <> v_lines OR v_lines <> v_paid THEN
            RAISE EXCEPTION 'ticket %: total %, lines %, payments %', v_ticket.number,
                v_ticket.total_minor, v_lines, v_paid USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF v_ticket.state IN ('closed', 'voided') AND EXISTS (
        SELECT FROM wedge.portions WHERE ticket_id = p_id AND state IN ('reserved', 'committed'))
    THEN
        RAISE EXCEPTION 'ticket % is % and still holds a portion', v_ticket.number, v_ticket.state
            USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION wedge.check_ticket_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'tickets' THEN
        PERFORM wedge.check_ticket(NEW.id);
    ELSE
        PERFORM wedge.check_ticket(NEW.ticket_id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER balanced AFTER INSERT OR UPDATE ON wedge.tickets
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.state <> 'open' AND NOT wedge.bulk()) EXECUTE FUNCTION wedge.check_ticket_row();

CREATE CONSTRAINT TRIGGER balanced AFTER INSERT OR UPDATE ON wedge.ticket_lines
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.check_ticket_row();

CREATE CONSTRAINT TRIGGER balanced AFTER INSERT OR UPDATE ON wedge.payments
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.check_ticket_row();

-- The wholes whose portions do not add up; no row means all is well.
CREATE FUNCTION wedge.check_conservation()
RETURNS TABLE (whole_id uuid, code text, expected int, found bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT w.id, w.code, coalesce(w.portions_per_whole, 0),
           count(p.id) FILTER (WHERE p.state IN ('available', 'reserved', 'committed', 'in_doubt',
                                                 'quarantined', 'served', 'wasted'))
      FROM wedge.wholes w LEFT JOIN wedge.portions p ON p.whole_id = w.id
     GROUP BY w.id
    HAVING coalesce(w.portions_per_whole, 0) <> count(p.id)
$$;

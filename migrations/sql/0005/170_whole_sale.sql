-- Wholes that are sold uncut: a plain product may be the whole of a portioned one. A line with it
-- takes as many wholes out of stock as it has pieces, the one that expires first before the others,
-- and gives them back when it is voided or made smaller (docs/revenue.md).

ALTER TABLE wedge.products
    ADD COLUMN whole_of_id UUID,
    ADD CONSTRAINT fk_products_whole_of_id_products FOREIGN KEY (whole_of_id)
        REFERENCES wedge.products (id),
    ADD CONSTRAINT ck_products_whole_of CHECK (
        whole_of_id IS NULL OR kind = 'plain' AND whole_of_id <> id);

ALTER TABLE wedge.wholes
    ADD COLUMN line_id UUID,
    ADD CONSTRAINT fk_wholes_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    DROP CONSTRAINT ck_wholes_state_known,
    ADD CONSTRAINT ck_wholes_state_known CHECK (state IN ('in_stock', 'cut', 'wasted', 'sold')),
    ADD CONSTRAINT ck_wholes_sold CHECK ((state = 'sold') = (line_id IS NOT NULL));

CREATE INDEX ix_wholes_line ON wedge.wholes (line_id) WHERE line_id IS NOT NULL;

CREATE OR REPLACE FUNCTION wedge.guard_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF OLD.state <> NEW.state AND OLD.state <> 'in_stock'
           AND NOT (OLD.state = 'sold' AND NEW.state = 'in_stock')
        OR OLD.state = 'cut' AND NEW.portions_per_whole <> OLD.portions_per_whole
        OR NEW.product_id <> OLD.product_id
    THEN
        RAISE EXCEPTION 'whole %: % cannot become %', OLD.code, OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- Let a line have as many wholes as it has pieces. Nobody else's whole is waited for.
CREATE FUNCTION wedge.hold_wholes(p_line wedge.ticket_lines, p_of uuid, p_wanted int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_more int;
    v_taken int;
BEGIN
    SELECT p_wanted - count(*) INTO v_more FROM wedge.wholes WHERE line_id = p_line.id;
    IF v_more > 0 THEN
        -- Found once: looked for again while it takes, it would find the next ones.
        WITH free AS MATERIALIZED (
            SELECT w.id FROM wedge.wholes w
             WHERE w.product_id = p_of AND w.state = 'in_stock' AND w.incident_id IS NULL
               AND w.expires_at > clock_timestamp()
             ORDER BY w.expires_at, w.code LIMIT v_more FOR UPDATE SKIP LOCKED)
        UPDATE wedge.wholes SET state = 'sold', line_id = p_line.id
         WHERE id IN (SELECT id FROM free);
        GET DIAGNOSTICS v_taken = ROW_COUNT;
        IF v_taken < v_more THEN
            PERFORM wedge.refuse('gone', 'whole');
        END IF;
    ELSIF v_more < 0 THEN
        UPDATE wedge.wholes SET state = 'in_stock', line_id = NULL WHERE id IN (
            SELECT w.id FROM wedge.wholes w WHERE w.line_id = p_line.id
             ORDER BY w.expires_at DESC, w.code DESC LIMIT -v_more);
    END IF;
END $$;

-- Orders whose lines are being split and joined by this transaction: their pieces stay as many, and
-- their wholes are dealt out to the lines when all of these are known (deal_wholes).
CREATE UNLOGGED TABLE wedge.wholes_dealt (
    xid XID8 NOT NULL,
    ticket_id UUID NOT NULL,
    CONSTRAINT pk_wholes_dealt PRIMARY KEY (xid, ticket_id)
);

CREATE FUNCTION wedge.keep_wholes(p_ticket uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.wholes_dealt (xid, ticket_id)
    SELECT pg_current_xact_id(), p_ticket
     WHERE EXISTS (SELECT FROM wedge.ticket_lines l JOIN wedge.products p ON p.id = l.product_id
                    WHERE l.ticket_id = p_ticket AND l.portion_id IS NULL
                      AND (p.whole_of_id IS NOT NULL
                           OR EXISTS (SELECT FROM wedge.wholes WHERE line_id = l.id)))
$$;

-- Every line gets what the order holds for its product, in the order of its lines.
CREATE FUNCTION wedge.deal_wholes(p_ticket uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    DELETE FROM wedge.wholes_dealt WHERE ticket_id = p_ticket AND xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RETURN;
    END IF;
    WITH held AS (
        SELECT w.id, l.product_id,
               row_number() OVER (PARTITION BY l.product_id ORDER BY l.voided, l.position,
                                  w.expires_at, w.code) AS n
          FROM wedge.wholes w JOIN wedge.ticket_lines l ON l.id = w.line_id
         WHERE l.ticket_id = p_ticket),
    places AS (
        SELECT l.id, l.product_id,
               row_number() OVER (PARTITION BY l.product_id ORDER BY l.position, n) AS n
          FROM wedge.ticket_lines l, generate_series(1, l.quantity) n
         WHERE l.ticket_id = p_ticket AND NOT l.voided AND l.portion_id IS NULL)
    UPDATE wedge.wholes w SET line_id = p.id FROM held h JOIN places p USING (product_id, n)
     WHERE w.id = h.id AND w.line_id <> p.id;
END $$;

CREATE FUNCTION wedge.wholes_follow_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_of uuid;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT whole_of_id INTO v_of FROM wedge.products WHERE id = NEW.product_id;
    ELSE
        -- A line that began before its product was somebody's whole has none to hold; what one holds
        -- is of what its product was then.
        SELECT product_id INTO v_of FROM wedge.wholes WHERE line_id = NEW.id LIMIT 1;
    END IF;
    IF v_of IS NOT NULL AND NOT EXISTS (
        SELECT FROM wedge.wholes_dealt
         WHERE xid = pg_current_xact_id() AND ticket_id = NEW.ticket_id)
    THEN
        PERFORM wedge.hold_wholes(NEW, v_of, CASE WHEN NEW.voided THEN 0 ELSE NEW.quantity END);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER hold_wholes AFTER INSERT ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.portion_id IS NULL AND NOT NEW.voided AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.wholes_follow_line();

CREATE TRIGGER wholes_follow AFTER UPDATE OF quantity, voided ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.portion_id IS NULL
                   AND (OLD.quantity, OLD.voided) IS DISTINCT FROM (NEW.quantity, NEW.voided))
EXECUTE FUNCTION wedge.wholes_follow_line();

-- An order that nobody came back to is voided without its lines.
CREATE FUNCTION wedge.free_wholes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.wholes SET state = 'in_stock', line_id = NULL WHERE line_id IN (
        SELECT id FROM wedge.ticket_lines WHERE ticket_id = NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER free_wholes AFTER UPDATE OF state ON wedge.tickets
FOR EACH ROW WHEN (NEW.state = 'voided' AND OLD.state <> 'voided')
EXECUTE FUNCTION wedge.free_wholes();

-- No order is paid with a whole in it that has expired since.
CREATE FUNCTION wedge.check_wholes_in_date() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_codes text;
BEGIN
    SELECT string_agg(w.code, ', ' ORDER BY w.code) INTO v_codes
      FROM wedge.ticket_lines l JOIN wedge.wholes w ON w.line_id = l.id
     WHERE l.ticket_id = NEW.id AND (w.expires_at <= clock_timestamp() OR w.incident_id IS NOT NULL);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('hold_expired', v_codes);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER wholes_in_date AFTER UPDATE OF state ON wedge.tickets
FOR EACH ROW WHEN (NEW.state = 'paid' AND OLD.state = 'open')
EXECUTE FUNCTION wedge.check_wholes_in_date();

-- What a product of the menu is the whole of: one that is sold by the portion.
CREATE FUNCTION wedge.check_whole_of(p_product wedge.products) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF p_product.whole_of_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM wedge.products WHERE id = p_product.whole_of_id AND kind = 'portioned'
           AND id <> p_product.id)
    THEN
        PERFORM wedge.refuse('unknown_item', 'whole_of');
    ELSIF p_product.kind = 'plain' AND EXISTS (
        SELECT FROM wedge.products WHERE whole_of_id = p_product.id)
    THEN
        PERFORM wedge.refuse('changed', 'kind');
    END IF;
END $$;

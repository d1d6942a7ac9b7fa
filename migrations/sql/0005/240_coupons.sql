-- Coupons as money: single codes that are used once over all tills, and a shared code with a limit of
-- uses (docs/pricing.md, Coupons). A use is taken when the code is shown for an order and lasts as long
-- as the order can have it. Codes are in no screen's picture.

CREATE TABLE wedge.coupon_batches (
    id UUID NOT NULL,
    promotion_id TEXT NOT NULL,
    made INTEGER NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE,
    made_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    made_by UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_coupon_batches PRIMARY KEY (id),
    CONSTRAINT fk_coupon_batches_made_by_staff FOREIGN KEY (made_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_coupon_batches_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_coupon_batches_made CHECK (made BETWEEN 1 AND 5000)
);

CREATE TABLE wedge.coupons (
    id UUID NOT NULL,
    batch_id UUID NOT NULL,
    code TEXT NOT NULL,
    CONSTRAINT pk_coupons PRIMARY KEY (id),
    CONSTRAINT uq_coupons_code UNIQUE (code),
    CONSTRAINT fk_coupons_batch_id_coupon_batches FOREIGN KEY (batch_id)
        REFERENCES wedge.coupon_batches (id)
);

CREATE INDEX ix_coupons_batch ON wedge.coupons (batch_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.coupons
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- coupon_id null: the promotion's shared code. 'held' by an open order, 'used' once that is paid.
CREATE TABLE wedge.coupon_uses (
    id UUID NOT NULL,
    promotion_id TEXT NOT NULL,
    coupon_id UUID,
    ticket_id UUID NOT NULL,
    customer_id UUID,
    state TEXT DEFAULT 'held' NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_coupon_uses PRIMARY KEY (id),
    CONSTRAINT fk_coupon_uses_coupon_id_coupons FOREIGN KEY (coupon_id)
        REFERENCES wedge.coupons (id),
    CONSTRAINT fk_coupon_uses_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_coupon_uses_customer_id_customers FOREIGN KEY (customer_id)
        REFERENCES wedge.customers (id) ON DELETE SET NULL,
    CONSTRAINT fk_coupon_uses_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_coupon_uses_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_coupon_uses_state_known CHECK (state IN ('held', 'used', 'returned'))
);

CREATE UNIQUE INDEX uq_coupon_uses_coupon ON wedge.coupon_uses (coupon_id)
    WHERE state <> 'returned';
CREATE UNIQUE INDEX uq_coupon_uses_ticket ON wedge.coupon_uses (promotion_id, ticket_id)
    WHERE state <> 'returned';
CREATE INDEX ix_coupon_uses_ticket ON wedge.coupon_uses (ticket_id);
CREATE INDEX ix_coupon_uses_customer ON wedge.coupon_uses (customer_id)
    WHERE customer_id IS NOT NULL;

-- What stands in an order for a use of this store's record: it opens no other order's prices.
CREATE FUNCTION wedge.coupon_token(p_use uuid, p_promotion text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p_use || ':' || p_promotion
$$;

-- Whether a promotion's code is counted: then an order needs a use of it.
CREATE FUNCTION wedge.coupon_is_counted(p_promotion jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((p_promotion ->> 'codes')::boolean, false)
        OR p_promotion ->> 'coupon_uses' IS NOT NULL
        OR p_promotion ->> 'coupon_per_guest' IS NOT NULL
$$;

CREATE FUNCTION wedge.promotion_by_id(p_id text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p FROM jsonb_array_elements(coalesce(nullif(
               wedge.settings_document() #> '{pricing,promotions}', 'null'), '[]')) p
     WHERE p ->> 'id' = p_id
$$;

-- Whether the promotion is for something of the order.
CREATE FUNCTION wedge.coupon_fits(p_promotion jsonb, p_ticket uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM wedge.ticket_lines l
         WHERE l.ticket_id = p_ticket AND NOT l.voided
           AND CASE WHEN p_promotion ->> 'kind' = 'bundle'
                    THEN p_promotion -> 'parts' @> jsonb_build_array(
                             jsonb_build_object('product_id', l.product_id))
                    ELSE coalesce(jsonb_array_length(p_promotion -> 'products'), 0) = 0
                         OR p_promotion -> 'products' ? l.product_id::text END)
$$;

-- Refuse what a limit of uses does not allow. Whoever asks holds the promotion's lock.
CREATE FUNCTION wedge.check_coupon_limits(p_promotion jsonb, p_customer uuid, p_but uuid)
RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF (p_promotion ->> 'coupon_uses')::bigint <= (
        SELECT count(*) FROM wedge.coupon_uses WHERE promotion_id = p_promotion ->> 'id'
           AND state <> 'returned' AND coupon_id IS NULL AND id IS DISTINCT FROM p_but) THEN
        PERFORM wedge.refuse('coupon_refused', 'spent');
    ELSIF jsonb_typeof(p_promotion -> 'coupon_per_guest') = 'number' THEN
        IF p_customer IS NULL THEN
            PERFORM wedge.refuse('coupon_refused', 'guest');
        ELSIF (p_promotion ->> 'coupon_per_guest')::bigint <= (
            SELECT count(*) FROM wedge.coupon_uses WHERE promotion_id = p_promotion ->> 'id'
               AND state <> 'returned' AND customer_id = p_customer
               AND id IS DISTINCT FROM p_but) THEN
            PERFORM wedge.refuse('coupon_refused', 'guest_spent');
        END IF;
    END IF;
END $$;

CREATE FUNCTION wedge.lock_coupons_of(p_promotion text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('coupon ' || p_promotion, 0))
$$;

-- A code that a guest shows for an open order takes a use: one person's word is enough, the code is
-- what is checked. The answer is the promotion; the order has the use's token from then on. Refused
-- as coupon_refused with unknown, expired, goods, spent, guest, guest_spent or
-- "used <terminal>|<the store's date and time>".
CREATE FUNCTION wedge.show_coupon(p_session uuid, p_request uuid, p_ticket uuid, p_code text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_code text := upper(regexp_replace(coalesce(p_code, ''), '[\s-]', '', 'g'));
    v_coupon record;
    v_promotion jsonb;
    v_before record;
    v_use uuid := gen_random_uuid();
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'show_coupon');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.lock_ticket(p_ticket, v_who.terminal_id);
    SELECT c.id, b.promotion_id, b.ends_at INTO v_coupon
      FROM wedge.coupons c JOIN wedge.coupon_batches b ON b.id = c.batch_id
     WHERE c.code = v_code;
    IF FOUND THEN
        v_promotion := wedge.promotion_by_id(v_coupon.promotion_id);
    ELSE
        SELECT p INTO v_promotion FROM jsonb_array_elements(coalesce(nullif(
                   wedge.settings_document() #> '{pricing,promotions}', 'null'), '[]')) p
         WHERE upper(regexp_replace(p ->> 'coupon', '[\s-]', '', 'g')) = v_code AND v_code <> ''
         LIMIT 1;
    END IF;
    IF v_promotion IS NULL AND v_coupon.id IS NULL THEN
        PERFORM wedge.refuse('coupon_refused', 'unknown');
    END IF;
    -- One after the other of a promotion: two tills cannot both take the last use.
    PERFORM wedge.lock_coupons_of(coalesce(v_promotion ->> 'id', v_coupon.promotion_id));
    SELECT u.id, u.ticket_id, u.at, t.name INTO v_before
      FROM wedge.coupon_uses u JOIN wedge.terminals t ON t.id = u.terminal_id
     WHERE u.state <> 'returned' AND u.coupon_id = v_coupon.id;
    IF v_before.ticket_id <> p_ticket THEN
        PERFORM wedge.refuse('coupon_refused', 'used ' || v_before.name || '|' || to_char(
            v_before.at AT TIME ZONE (wedge.settings_document() ->> 'time_zone'),
            'YYYY-MM-DD HH24:MI'));
    ELSIF v_promotion IS NULL OR v_coupon.ends_at <= clock_timestamp()
        OR NOT wedge.covers_now(v_promotion -> 'schedule')
        OR coalesce(clock_timestamp() AT TIME ZONE (wedge.settings_document() ->> 'time_zone')
                    >= (v_promotion -> 'approval' ->> 'until')::timestamp, false)
        -- The batch's promotion takes no codes any more.
        OR v_coupon.id IS NOT NULL AND NOT coalesce((v_promotion ->> 'codes')::boolean, false)
    THEN
        PERFORM wedge.refuse('coupon_refused', 'expired');
    ELSIF NOT wedge.coupon_fits(v_promotion, p_ticket) THEN
        PERFORM wedge.refuse('coupon_refused', 'goods');
    ELSIF NOT EXISTS (SELECT FROM wedge.coupon_uses WHERE state <> 'returned'
                         AND ticket_id = p_ticket AND promotion_id = v_promotion ->> 'id') THEN
        PERFORM wedge.check_coupon_limits(v_promotion, v_ticket.customer_id, NULL);
        INSERT INTO wedge.coupon_uses (id, promotion_id, coupon_id, ticket_id, customer_id,
                                       staff_id, terminal_id)
        VALUES (v_use, v_promotion ->> 'id', v_coupon.id, p_ticket, v_ticket.customer_id,
                v_who.staff_id, v_who.terminal_id);
        UPDATE wedge.tickets
           SET coupons = coupons || wedge.coupon_token(v_use, v_promotion ->> 'id')
         WHERE id = p_ticket;
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'coupon',
            jsonb_build_object('ticket_id', p_ticket, 'promotion_id', v_promotion -> 'id',
                               'ending', right(v_code, 4)));
    ELSIF v_coupon.id IS NOT NULL AND v_before.ticket_id IS NULL THEN
        PERFORM wedge.refuse('coupon_refused', 'one');
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'show_coupon', jsonb_build_object(
        'promotion_id', v_promotion -> 'id', 'name', v_promotion -> 'name'));
END $$;

-- Give uses back; an order that is still open loses their tokens.
CREATE FUNCTION wedge.return_coupons(p_uses uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.coupon_uses SET state = 'returned' WHERE id = ANY (p_uses);
    UPDATE wedge.tickets t SET coupons = (
               SELECT coalesce(array_agg(c ORDER BY n), '{}')
                 FROM unnest(t.coupons) WITH ORDINALITY x (c, n)
                WHERE left(c, 36) <> ALL (p_uses::text[]))
     WHERE t.id IN (SELECT ticket_id FROM wedge.coupon_uses WHERE id = ANY (p_uses))
       AND t.state = 'open';
$$;

-- Whether a line of the order has the promotion in its price.
CREATE FUNCTION wedge.coupon_reduces(p_promotion text, p_ticket uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM wedge.ticket_lines l, jsonb_array_elements(l.breakdown) s
         WHERE l.ticket_id = p_ticket AND NOT l.voided AND s ->> 'reason' = 'promotion'
           AND s -> 'params' ->> -1 = p_promotion)
$$;

-- The last of what a coupon was for left the order before it was paid.
CREATE FUNCTION wedge.coupon_without_goods() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_uses uuid[];
BEGIN
    SELECT array_agg(u.id) INTO v_uses FROM wedge.coupon_uses u
     WHERE u.ticket_id = NEW.ticket_id AND u.state = 'held'
       AND NOT coalesce(wedge.coupon_fits(wedge.promotion_by_id(u.promotion_id), u.ticket_id),
                        false)
       AND NOT wedge.coupon_reduces(u.promotion_id, u.ticket_id);
    IF v_uses IS NOT NULL THEN
        PERFORM wedge.return_coupons(v_uses);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER coupon_without_goods AFTER UPDATE OF voided ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.voided AND NOT OLD.voided)
EXECUTE FUNCTION wedge.coupon_without_goods();

-- Paid with its price on a line it is used up; a coupon that took nothing off is not, nor is one of an
-- order that came to nothing.
CREATE FUNCTION wedge.coupons_of_order_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.coupon_uses u
       SET state = CASE WHEN NEW.state <> 'voided'
                             AND wedge.coupon_reduces(u.promotion_id, NEW.id)
                        THEN 'used' ELSE 'returned' END
     WHERE u.ticket_id = NEW.id AND u.state = 'held';
    RETURN NULL;
END $$;

CREATE TRIGGER coupons_of_order_end AFTER UPDATE OF state ON wedge.tickets
FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state <> 'open')
EXECUTE FUNCTION wedge.coupons_of_order_end();

-- The guest of an order whose coupon counts by guest: nobody else, unless that guest may, too.
CREATE FUNCTION wedge.coupon_of_guest() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_use wedge.coupon_uses;
BEGIN
    FOR v_use IN SELECT * FROM wedge.coupon_uses WHERE ticket_id = NEW.id AND state = 'held'
                  ORDER BY promotion_id LOOP
        -- A guest who asked to be forgotten (500_erase_guest.sql) had the right to it.
        CONTINUE WHEN v_use.customer_id IS NOT DISTINCT FROM NEW.customer_id;
        PERFORM wedge.lock_coupons_of(v_use.promotion_id);
        PERFORM wedge.check_coupon_limits(
            coalesce(wedge.promotion_by_id(v_use.promotion_id), '{}'), NEW.customer_id, v_use.id);
        UPDATE wedge.coupon_uses SET customer_id = NEW.customer_id WHERE id = v_use.id;
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER coupon_of_guest AFTER UPDATE OF customer_id ON wedge.tickets
FOR EACH ROW WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id AND NEW.state = 'open')
EXECUTE FUNCTION wedge.coupon_of_guest();

-- Money back for all of an order: only where the refunds policy says so is the coupon good again.
CREATE FUNCTION wedge.coupons_of_refund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF (wedge.policy_read(wedge.settings_document(), 'refunds') ->> 'returns_coupons')::boolean
        AND (SELECT sum(amount_minor) FROM wedge.refunds WHERE ticket_id = NEW.ticket_id)
            >= (SELECT total_minor FROM wedge.tickets WHERE id = NEW.ticket_id) THEN
        UPDATE wedge.coupon_uses SET state = 'returned'
         WHERE ticket_id = NEW.ticket_id AND state = 'used';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER coupons_of_refund AFTER INSERT ON wedge.refunds
FOR EACH ROW EXECUTE FUNCTION wedge.coupons_of_refund();

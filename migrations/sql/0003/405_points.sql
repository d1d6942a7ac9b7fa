-- Points: the rule set of app/domain/loyalty.py, computed where the sale is made (docs/loyalty.md).

CREATE TABLE wedge.point_entries (
    seq BIGINT GENERATED ALWAYS AS IDENTITY,
    customer_id UUID,
    ticket_id UUID NOT NULL,
    kind TEXT NOT NULL,
    points INTEGER NOT NULL,
    owed INTEGER NOT NULL,
    policy_version INTEGER NOT NULL,
    refunded_minor INTEGER DEFAULT 0 NOT NULL,
    refunded_portions INTEGER DEFAULT 0 NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_point_entries PRIMARY KEY (seq),
    CONSTRAINT fk_point_entries_customer_id_customers FOREIGN KEY (customer_id)
        REFERENCES wedge.customers (id),
    CONSTRAINT fk_point_entries_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT ck_point_entries_kind_known CHECK (
        kind IN ('earn', 'redeem', 'return', 'reverse')),
    CONSTRAINT ck_point_entries_refunded CHECK (refunded_minor >= 0 AND refunded_portions >= 0)
);

CREATE INDEX ix_point_entries_customer ON wedge.point_entries (customer_id);

CREATE UNIQUE INDEX uq_point_entries_earn ON wedge.point_entries (ticket_id) WHERE kind = 'earn';

-- A sale of a known guest as it was closed, with the rules it was sold under.
CREATE TABLE wedge.loyal_sales (
    ticket_id UUID NOT NULL,
    total_minor INTEGER NOT NULL,
    portions INTEGER NOT NULL,
    redeemed_points INTEGER NOT NULL,
    redeemed_minor INTEGER NOT NULL,
    rules JSONB NOT NULL,
    CONSTRAINT pk_loyal_sales PRIMARY KEY (ticket_id),
    CONSTRAINT fk_loyal_sales_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT ck_loyal_sales_amounts CHECK (total_minor >= 0 AND portions >= 0
        AND redeemed_points >= 0 AND redeemed_minor BETWEEN 0 AND total_minor)
);

CREATE FUNCTION wedge.guard_points() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    -- An erased guest's entries stay as numbers of their sales.
    IF TG_OP = 'UPDATE' AND NEW.customer_id IS NULL
        AND to_jsonb(NEW) - 'customer_id' = to_jsonb(OLD) - 'customer_id'
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the ledger of points is append-only' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON wedge.point_entries
FOR EACH ROW EXECUTE FUNCTION wedge.guard_points();

CREATE FUNCTION wedge.loyalty_rules() RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{"version": 1, "basis": "amount_paid", "points_each": 1, "unit_minor": 100,
             "reward_points": 100, "reward_minor": 500}'::jsonb
           || coalesce(wedge.settings_document() -> 'loyalty', '{}')
$$;

CREATE FUNCTION wedge.point_balance(p_customer uuid, OUT balance int, OUT owed int)
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(sum(e.points), 0)::int, coalesce(sum(e.owed), 0)::int
      FROM wedge.point_entries e WHERE e.customer_id = p_customer
$$;

-- The part of a whole, rounded down, so that parts never sum to more than it.
CREATE FUNCTION wedge.share_down(p_whole bigint, p_part bigint, p_total bigint) RETURNS int
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_total = 0 THEN 0 ELSE p_whole * p_part / p_total END::int
$$;

-- The points that pay an amount: a reward's worth costs a reward, a part of it its part, rounded up.
CREATE FUNCTION wedge.points_for(p_amount bigint, p_rules jsonb) RETURNS int
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT ((p_amount * (p_rules ->> 'reward_points')::bigint
             + (p_rules ->> 'reward_minor')::bigint - 1)
            / (p_rules ->> 'reward_minor')::bigint)::int
$$;

-- What a sale is worth in points after so much of it was refunded.
CREATE FUNCTION wedge.points_earned(p_sale wedge.loyal_sales, p_refunded bigint, p_portions int)
RETURNS int
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (p_sale.rules ->> 'points_each')::int
         * CASE p_sale.rules ->> 'basis'
           WHEN 'portions' THEN p_sale.portions - p_portions
           ELSE (p_sale.total_minor - p_sale.redeemed_minor
                 - wedge.share_down(p_sale.total_minor - p_sale.redeemed_minor, p_refunded,
                                    p_sale.total_minor))
                / (p_sale.rules ->> 'unit_minor')::int
           END
$$;

-- Points that come in repay first what is owed.
CREATE FUNCTION wedge.points_gain(
    p_customer uuid, p_sale wedge.loyal_sales, p_kind text, p_points int
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.point_entries (customer_id, ticket_id, kind, points, owed, policy_version)
    SELECT p_customer, p_sale.ticket_id, p_kind, p_points - least(b.owed, p_points),
           -least(b.owed, p_points), (p_sale.rules ->> 'version')::int
      FROM wedge.point_balance(p_customer) b
$$;

-- What points pay on a ticket: the loyalty steps of its lines.
CREATE FUNCTION wedge.redeemed_on(p_ticket uuid) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(sum(-(s ->> 'amount_minor')::bigint * l.quantity), 0)::bigint
      FROM wedge.ticket_lines l, jsonb_array_elements(l.breakdown) s
     WHERE l.ticket_id = p_ticket AND NOT l.voided AND s ->> 'reason' = 'loyalty'
$$;

-- Earn (and take what was redeemed) once, in the transaction that pays or that names the guest.
CREATE FUNCTION wedge.post_points() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_sale wedge.loyal_sales;
    v_points int;
    v_customer wedge.customers;
BEGIN
    SELECT * INTO v_customer FROM wedge.customers WHERE id = NEW.customer_id FOR NO KEY UPDATE;
    v_sale.ticket_id := NEW.id;
    v_sale.rules := wedge.loyalty_rules();
    v_sale.redeemed_minor := wedge.redeemed_on(NEW.id);
    v_sale.redeemed_points := wedge.points_for(v_sale.redeemed_minor, v_sale.rules);
    v_sale.total_minor := NEW.total_minor + v_sale.redeemed_minor;
    SELECT count(*) INTO v_sale.portions FROM wedge.ticket_lines
     WHERE ticket_id = NEW.id AND NOT voided AND portion_code IS NOT NULL
       AND NEW.replaces_id IS NULL;
    INSERT INTO wedge.loyal_sales SELECT v_sale.*;
    IF v_sale.redeemed_points > 0 THEN
        IF (wedge.point_balance(NEW.customer_id)).balance < v_sale.redeemed_points THEN
            PERFORM wedge.refuse('too_few_points');
        END IF;
        INSERT INTO wedge.point_entries (customer_id, ticket_id, kind, points, owed,
                                         policy_version)
        VALUES (NEW.customer_id, NEW.id, 'redeem', -v_sale.redeemed_points, 0,
                (v_sale.rules ->> 'version')::int);
    END IF;
    v_points := wedge.points_earned(v_sale, 0, 0);
    IF v_points > 0 THEN
        PERFORM wedge.points_gain(NEW.customer_id, v_sale, 'earn', v_points);
    END IF;
    NEW.points_earned := v_points;
    IF wedge.consented(NEW.customer_id, 'feedback') IS NULL
        AND coalesce(v_customer.invited_at, '-infinity') < clock_timestamp()
            - make_interval(secs => wedge.guest_rule('invite_every_s', 2592000))
    THEN
        UPDATE wedge.customers SET invited_at = clock_timestamp() WHERE id = NEW.customer_id;
        NEW.invited := true;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER post_points BEFORE UPDATE ON wedge.tickets
FOR EACH ROW WHEN (NEW.customer_id IS NOT NULL AND NEW.state IN ('paid', 'closed')
                   AND NEW.points_earned IS NULL)
EXECUTE FUNCTION wedge.post_points();

-- For the refund of goods worth p_goods (p_portions of them): gives redeemed points back, takes
-- earned ones, and answers the money that goes back. Sales without a guest pass through whole.
CREATE FUNCTION wedge.refund_points(p_ticket uuid, p_goods bigint, p_portions int) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_sale wedge.loyal_sales;
    v_customer uuid;
    v_before bigint;
    v_before_portions int;
    v_after bigint;
    v_returned int;
    v_due int;
    v_taken int;
    v_paid bigint;
BEGIN
    SELECT * INTO v_sale FROM wedge.loyal_sales WHERE ticket_id = p_ticket FOR UPDATE;
    IF NOT FOUND THEN
        RETURN p_goods;
    END IF;
    SELECT customer_id INTO v_customer FROM wedge.tickets WHERE id = p_ticket;
    PERFORM FROM wedge.customers WHERE id = v_customer FOR NO KEY UPDATE;
    SELECT coalesce(sum(refunded_minor), 0), coalesce(sum(refunded_portions), 0)
      INTO v_before, v_before_portions FROM wedge.point_entries WHERE ticket_id = p_ticket;
    v_after := v_before + p_goods;
    IF p_goods < 0 OR p_portions < 0 OR v_after > v_sale.total_minor
        OR v_before_portions + p_portions > v_sale.portions
    THEN
        PERFORM wedge.refuse('bad_quantity', 'more than was bought');
    END IF;
    v_returned := wedge.share_down(v_sale.redeemed_points, v_after, v_sale.total_minor)
                - wedge.share_down(v_sale.redeemed_points, v_before, v_sale.total_minor);
    IF v_returned > 0 THEN
        PERFORM wedge.points_gain(v_customer, v_sale, 'return', v_returned);
    END IF;
    v_due := wedge.points_earned(v_sale, v_before, v_before_portions)
           - wedge.points_earned(v_sale, v_after, v_before_portions + p_portions);
    v_taken := least(v_due, (wedge.point_balance(v_customer)).balance);
    INSERT INTO wedge.point_entries (customer_id, ticket_id, kind, points, owed, policy_version,
                                     refunded_minor, refunded_portions)
    VALUES (v_customer, p_ticket, 'reverse', -v_taken, v_due - v_taken,
            (v_sale.rules ->> 'version')::int, p_goods, p_portions);
    v_paid := v_sale.total_minor - v_sale.redeemed_minor;
    RETURN wedge.share_down(v_paid, v_after, v_sale.total_minor)
         - wedge.share_down(v_paid, v_before, v_sale.total_minor);
END $$;

-- Guests by their own consent. Nothing of them is in the feed, the journal or a request's stored
-- answer: only their id, which means nothing once they are erased.

CREATE TABLE wedge.customers (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    phone TEXT,
    card TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    created_by UUID,
    invited_at TIMESTAMP WITH TIME ZONE,
    follow_up_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_customers PRIMARY KEY (id),
    CONSTRAINT fk_customers_created_by_staff FOREIGN KEY (created_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT ck_customers_name_text CHECK (char_length(name) <= 80 AND btrim(name) <> ''),
    CONSTRAINT ck_customers_phone_text CHECK (phone ~ '^[+]?[0-9]{4,20}$'),
    CONSTRAINT ck_customers_card_text CHECK (char_length(card) <= 40 AND btrim(card) <> ''),
    CONSTRAINT uq_customers_phone UNIQUE (phone),
    CONSTRAINT uq_customers_card UNIQUE (card)
);

-- Every yes and every no, with its moment; the newest of a kind holds.
CREATE TABLE wedge.consents (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    customer_id UUID NOT NULL,
    kind TEXT NOT NULL,
    given BOOLEAN NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    staff_id UUID,
    terminal_id UUID,
    CONSTRAINT pk_consents PRIMARY KEY (id),
    CONSTRAINT fk_consents_customer_id_customers FOREIGN KEY (customer_id)
        REFERENCES wedge.customers (id) ON DELETE CASCADE,
    CONSTRAINT fk_consents_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_consents_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_consents_kind_known CHECK (kind IN ('profile', 'marketing', 'feedback'))
);

CREATE INDEX ix_consents_customer ON wedge.consents (customer_id, kind, at DESC);

ALTER TABLE wedge.tickets
    ADD COLUMN customer_id UUID,
    ADD COLUMN points_earned INTEGER,
    ADD COLUMN invited BOOLEAN DEFAULT false NOT NULL,
    ADD CONSTRAINT fk_tickets_customer_id_customers FOREIGN KEY (customer_id)
        REFERENCES wedge.customers (id);

CREATE INDEX ix_tickets_customer ON wedge.tickets (customer_id, paid_at)
    WHERE customer_id IS NOT NULL;

CREATE FUNCTION wedge.guard_consent() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM wedge.customers WHERE id = OLD.customer_id)
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'a consent is never altered: a new one follows it'
        USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON wedge.consents
FOR EACH ROW EXECUTE FUNCTION wedge.guard_consent();

CREATE FUNCTION wedge.consented(p_customer uuid, p_kind text) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN c.given THEN c.at END FROM wedge.consents c
     WHERE c.customer_id = p_customer AND c.kind = p_kind ORDER BY c.at DESC, c.id DESC LIMIT 1
$$;

-- '081 234-5678' → '0812345678'; null when nothing was typed
CREATE FUNCTION wedge.plain_phone(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT nullif(regexp_replace(coalesce(p_text, ''), '[^0-9+]', '', 'g'), '')
$$;

CREATE FUNCTION wedge.guest_rule(p_name text, p_default int) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((wedge.settings_document() -> 'guest' ->> p_name)::numeric::int, p_default)
$$;

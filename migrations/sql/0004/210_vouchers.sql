-- Goodwill vouchers: money the store owes a guest, as a code on paper. A voucher pays; it is no
-- discount, and tax stays with the sale it pays for (docs/recovery.md).

CREATE TABLE wedge.vouchers (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    balance_minor INTEGER NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ticket_id UUID NOT NULL,
    reason TEXT NOT NULL,
    issued_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    issued_by UUID NOT NULL,
    approved_by UUID,
    terminal_id UUID NOT NULL,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_vouchers PRIMARY KEY (id),
    CONSTRAINT uq_vouchers_code UNIQUE (code),
    CONSTRAINT fk_vouchers_ticket_id_tickets FOREIGN KEY (ticket_id) REFERENCES wedge.tickets (id),
    CONSTRAINT fk_vouchers_issued_by_staff FOREIGN KEY (issued_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_vouchers_approved_by_staff FOREIGN KEY (approved_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_vouchers_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_vouchers_balance CHECK (
        amount_minor > 0 AND balance_minor BETWEEN 0 AND amount_minor),
    CONSTRAINT ck_vouchers_reason_text CHECK (char_length(reason) <= 200 AND btrim(reason) <> '')
);

CREATE INDEX ix_vouchers_current ON wedge.vouchers (changed_at) WHERE NOT archived;

-- The code itself stays in the store and on paper: screens know a voucher by its last four.
CREATE VIEW wedge.picture_vouchers AS
SELECT id, to_jsonb(x) - 'archived' - 'code' || jsonb_build_object('ending', right(code, 4))
           AS content
  FROM wedge.vouchers x WHERE NOT x.archived;

SELECT wedge.feed_follow('vouchers', 'vouchers', 'id');

-- Every movement; a voucher's balance is their sum.
CREATE TABLE wedge.voucher_entries (
    id UUID NOT NULL,
    voucher_id UUID NOT NULL,
    kind TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    ticket_id UUID NOT NULL,
    refund_id UUID,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_voucher_entries PRIMARY KEY (id),
    CONSTRAINT fk_voucher_entries_voucher_id_vouchers FOREIGN KEY (voucher_id)
        REFERENCES wedge.vouchers (id),
    CONSTRAINT fk_voucher_entries_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_voucher_entries_refund_id_refunds FOREIGN KEY (refund_id)
        REFERENCES wedge.refunds (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_voucher_entries_staff_id_staff FOREIGN KEY (staff_id)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_voucher_entries_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_voucher_entries_kind_known CHECK (kind IN ('issued', 'redeemed', 'returned')),
    CONSTRAINT ck_voucher_entries_amount CHECK ((kind = 'redeemed') = (amount_minor < 0)
                                                AND amount_minor <> 0)
);

CREATE INDEX ix_voucher_entries_voucher ON wedge.voucher_entries (voucher_id);

CREATE INDEX ix_voucher_entries_ticket ON wedge.voucher_entries (ticket_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.voucher_entries
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- What was granted never changes; a balance moves with its entry, in one transaction.
CREATE FUNCTION wedge.guard_voucher() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{balance_minor,changed_at,expires_at,archived}'::text[]
                          = to_jsonb(OLD) - '{balance_minor,changed_at,expires_at,archived}'::text[]
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a voucher stays as it was granted' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER guard_voucher BEFORE UPDATE OR DELETE ON wedge.vouchers
FOR EACH ROW EXECUTE FUNCTION wedge.guard_voucher();

CREATE FUNCTION wedge.check_voucher() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF (SELECT balance_minor FROM wedge.vouchers WHERE id = NEW.id) <> (
        SELECT coalesce(sum(amount_minor), 0) FROM wedge.voucher_entries WHERE voucher_id = NEW.id)
    THEN
        RAISE EXCEPTION 'voucher %: balance and entries differ', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER balanced AFTER INSERT OR UPDATE ON wedge.vouchers
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wedge.check_voucher();

ALTER TABLE wedge.payments
    ADD COLUMN voucher_id UUID,
    DROP CONSTRAINT ck_payments_tender,
    ADD CONSTRAINT ck_payments_tender CHECK (tender IN ('cash', 'voucher')),
    ADD CONSTRAINT ck_payments_voucher CHECK ((tender = 'voucher') = (voucher_id IS NOT NULL)),
    ADD CONSTRAINT fk_payments_voucher_id_vouchers FOREIGN KEY (voucher_id)
        REFERENCES wedge.vouchers (id);

-- What of a paid ticket vouchers paid, and what of a refund went back to them.
ALTER TABLE wedge.tickets ADD COLUMN voucher_minor INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE wedge.refunds
    ADD COLUMN voucher_minor INTEGER DEFAULT 0 NOT NULL,
    ADD CONSTRAINT ck_refunds_voucher CHECK (voucher_minor BETWEEN 0 AND amount_minor);

ALTER TABLE wedge.compensations
    DROP CONSTRAINT ck_compensations_kind_known,
    ADD CONSTRAINT ck_compensations_kind_known
        CHECK (kind IN ('replacement', 'refund', 'delay', 'voucher'));

-- Twelve signs that nobody mistakes for each other and nobody guesses, e.g. 7KQ2-M4XP-C93T.
CREATE FUNCTION wedge.voucher_code() RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(CASE WHEN n IN (4, 8) THEN '-' ELSE '' END
               || substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(b, n) % 30, 1), ''
               ORDER BY n)
      FROM (SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) AS b) x,
           generate_series(0, 11) n
$$;

-- As people type it: without strokes or spaces, in small letters.
CREATE FUNCTION wedge.voucher_by_code(p_code text) RETURNS wedge.vouchers
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT v FROM wedge.vouchers v
     WHERE replace(v.code, '-', '') = upper(regexp_replace(coalesce(p_code, ''), '[\s-]', '', 'g'))
$$;

-- One movement of a voucher that the caller has locked.
CREATE FUNCTION wedge.move_voucher(
    p_voucher uuid, p_kind text, p_amount bigint, p_ticket uuid, p_refund uuid,
    p_staff uuid, p_terminal uuid
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_left int;
BEGIN
    INSERT INTO wedge.voucher_entries (id, voucher_id, kind, amount_minor, ticket_id, refund_id,
                                       staff_id, terminal_id)
    VALUES (gen_random_uuid(), p_voucher, p_kind, p_amount, p_ticket, p_refund, p_staff,
            p_terminal);
    UPDATE wedge.vouchers SET balance_minor = balance_minor + p_amount,
           changed_at = clock_timestamp(), archived = false
     WHERE id = p_voucher RETURNING balance_minor INTO v_left;
    UPDATE wedge.vouchers SET archived = true
     WHERE NOT archived AND changed_at < clock_timestamp() - interval '1 day'
       AND (balance_minor = 0 OR expires_at < clock_timestamp() - interval '30 days');
    RETURN v_left;
END $$;

-- How long a voucher may be used from its grant (RecoveryPolicy.voucher_valid).
CREATE FUNCTION wedge.voucher_valid() RETURNS interval
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT make_interval(secs => wedge.recovery_rule('voucher_valid_s', 31536000))
$$;

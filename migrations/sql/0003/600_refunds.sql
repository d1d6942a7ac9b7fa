-- Refunds: money back for lines of a paid ticket, each with a receipt of its own (docs/refunds.md).

CREATE TABLE wedge.refunds (
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    receipt_id UUID NOT NULL,
    tender TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    register TEXT NOT NULL,
    approval_id UUID,
    approved_by UUID,
    points INTEGER DEFAULT 0 NOT NULL,
    result JSONB NOT NULL,
    CONSTRAINT pk_refunds PRIMARY KEY (id),
    CONSTRAINT fk_refunds_ticket_id_tickets FOREIGN KEY (ticket_id) REFERENCES wedge.tickets (id),
    CONSTRAINT fk_refunds_receipt_id_receipts FOREIGN KEY (receipt_id)
        REFERENCES wedge.receipts (id),
    CONSTRAINT fk_refunds_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_refunds_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_refunds_approval_id_approvals FOREIGN KEY (approval_id)
        REFERENCES wedge.approvals (id),
    CONSTRAINT fk_refunds_approved_by_staff FOREIGN KEY (approved_by) REFERENCES wedge.staff (id),
    CONSTRAINT ck_refunds_tender CHECK (tender IN ('cash')),
    CONSTRAINT ck_refunds_amount CHECK (amount_minor > 0 AND tax_minor BETWEEN 0 AND amount_minor),
    CONSTRAINT ck_refunds_reason_text CHECK (char_length(reason) <= 200 AND btrim(reason) <> ''),
    CONSTRAINT uq_refunds_receipt_id UNIQUE (receipt_id)
);

CREATE INDEX ix_refunds_at ON wedge.refunds (at);

CREATE INDEX ix_refunds_ticket ON wedge.refunds (ticket_id);

-- goods: the guest keeps it; it came back and was thrown away; it had not left the counter.
CREATE TABLE wedge.refund_items (
    id UUID NOT NULL,
    refund_id UUID NOT NULL,
    line_id UUID NOT NULL,
    portion_id UUID,
    amount_minor INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    goods TEXT NOT NULL,
    CONSTRAINT pk_refund_items PRIMARY KEY (id),
    CONSTRAINT fk_refund_items_refund_id_refunds FOREIGN KEY (refund_id)
        REFERENCES wedge.refunds (id),
    CONSTRAINT fk_refund_items_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT fk_refund_items_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT ck_refund_items_amount CHECK (amount_minor > 0 AND quantity >= 0),
    CONSTRAINT ck_refund_items_goods_known CHECK (goods IN ('kept', 'discarded', 'put_back'))
);

CREATE INDEX ix_refund_items_refund ON wedge.refund_items (refund_id);

CREATE INDEX ix_refund_items_line ON wedge.refund_items (line_id);

CREATE INDEX ix_refund_items_portion ON wedge.refund_items (portion_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.refunds
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.refund_items
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- The refunds that do not add up with their items, receipts and lines; no row means all is well.
CREATE FUNCTION wedge.check_refunds() RETURNS TABLE (ticket_id uuid, number int, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT f.ticket_id, r.number, 'items or receipt differ from what was paid back'
      FROM wedge.refunds f JOIN wedge.receipts r ON r.id = f.receipt_id
     WHERE f.amount_minor <> -r.total_minor OR f.tax_minor <> -r.tax_minor
        OR f.amount_minor <> (SELECT coalesce(sum(i.amount_minor), 0) FROM wedge.refund_items i
                               WHERE i.refund_id = f.id)
     UNION ALL
    SELECT l.ticket_id, t.number, 'a line differs from its refunds'
      FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
      LEFT JOIN (SELECT line_id, sum(amount_minor) AS amount, sum(quantity) AS quantity
                   FROM wedge.refund_items GROUP BY line_id) i ON i.line_id = l.id
     WHERE (l.refunded_minor <> 0 OR i.line_id IS NOT NULL)
       AND (l.refunded_minor, l.refunded_quantity)
           IS DISTINCT FROM (coalesce(i.amount, 0)::int, coalesce(i.quantity, 0)::int)
     UNION ALL
    SELECT r.ticket_id, r.number, 'a receipt of a refund without its refund'
      FROM wedge.receipts r
     WHERE r.refund_of IS NOT NULL
       AND NOT EXISTS (SELECT FROM wedge.refunds f WHERE f.receipt_id = r.id)
$$;

-- At commit: what a refund says is what its items, its receipt and the lines say.
CREATE FUNCTION wedge.guard_refund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NEW.amount_minor <> (SELECT coalesce(sum(amount_minor), 0) FROM wedge.refund_items
                             WHERE refund_id = NEW.id)
        OR (-NEW.amount_minor, -NEW.tax_minor) <> (SELECT total_minor, tax_minor
                                                     FROM wedge.receipts WHERE id = NEW.receipt_id)
        OR EXISTS (SELECT FROM wedge.ticket_lines l
                    WHERE l.ticket_id = NEW.ticket_id AND l.refunded_minor <> (
                        SELECT coalesce(sum(i.amount_minor), 0) FROM wedge.refund_items i
                         WHERE i.line_id = l.id))
    THEN
        RAISE EXCEPTION 'refund %: its items do not add up', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON wedge.refunds
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.guard_refund();

-- A portion that was handed over ends as waste only because it came back for money.
CREATE OR REPLACE FUNCTION wedge.guard_portion() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state
        WHEN 'available' THEN NEW.state IN ('reserved', 'wasted', 'quarantined', 'in_doubt')
        WHEN 'reserved' THEN NEW.state IN ('available', 'committed', 'quarantined', 'in_doubt')
        WHEN 'committed' THEN NEW.state IN ('served', 'wasted', 'quarantined', 'available')
        WHEN 'served' THEN NEW.state = 'committed' OR NEW.state = 'wasted' AND EXISTS (
            SELECT FROM wedge.refund_items
             WHERE (portion_id = OLD.id OR line_id = OLD.part_of) AND goods = 'discarded')
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

-- What was taken back need not be handed over.
CREATE OR REPLACE FUNCTION wedge.close_if_served(p_ticket uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.tickets SET state = 'closed', served_at = clock_timestamp()
     WHERE id = p_ticket AND state = 'paid' AND NOT EXISTS (
         SELECT FROM wedge.ticket_lines
          WHERE ticket_id = p_ticket AND NOT voided AND served_at IS NULL
            AND taken_back_at IS NULL)
$$;

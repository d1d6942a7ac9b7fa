-- What a guest gets after a complaint: a portion at 0.00, or money back. Each is booked with what it
-- costs, never as a sale (docs/recovery.md).

ALTER TABLE wedge.tickets ADD COLUMN replaces_id UUID;

ALTER TABLE wedge.tickets
    ADD CONSTRAINT fk_tickets_replaces_id_tickets FOREIGN KEY (replaces_id)
        REFERENCES wedge.tickets (id),
    ADD CONSTRAINT ck_tickets_replacement_is_free CHECK (replaces_id IS NULL OR total_minor = 0);

CREATE TABLE wedge.compensations (
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    complaint_id UUID,
    ticket_id UUID NOT NULL,
    line_id UUID NOT NULL,
    amount_minor INTEGER NOT NULL,
    cost_minor INTEGER NOT NULL,
    reason TEXT NOT NULL,
    new_ticket_id UUID,
    refund_id UUID,
    given_by UUID NOT NULL,
    approved_by UUID,
    terminal_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_compensations PRIMARY KEY (id),
    CONSTRAINT fk_compensations_complaint_id_complaints FOREIGN KEY (complaint_id)
        REFERENCES wedge.complaints (id),
    CONSTRAINT fk_compensations_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_compensations_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT fk_compensations_new_ticket_id_tickets FOREIGN KEY (new_ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_compensations_given_by_staff FOREIGN KEY (given_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_compensations_approved_by_staff FOREIGN KEY (approved_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_compensations_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_compensations_kind_known CHECK (kind IN ('replacement', 'refund', 'delay')),
    CONSTRAINT ck_compensations_amounts CHECK (amount_minor >= 0 AND cost_minor >= 0),
    CONSTRAINT ck_compensations_another CHECK (approved_by <> given_by),
    CONSTRAINT ck_compensations_reason_text CHECK (
        char_length(reason) <= 200 AND btrim(reason) <> ''),
    CONSTRAINT ck_compensations_whole CHECK (
        (kind = 'replacement') = (new_ticket_id IS NOT NULL)
        AND (kind = 'delay') = (complaint_id IS NULL))
);

CREATE UNIQUE INDEX uq_compensations_complaint ON wedge.compensations (complaint_id);

CREATE INDEX ix_compensations_ticket ON wedge.compensations (ticket_id);

CREATE INDEX ix_compensations_current ON wedge.compensations (at) WHERE NOT archived;

CREATE VIEW wedge.picture_compensations AS
SELECT id, to_jsonb(x) - 'archived' AS content FROM wedge.compensations x WHERE NOT x.archived;

SELECT wedge.feed_follow('compensations', 'compensations', 'id');

-- What was given stays; only its place in the terminals' picture ends.
CREATE FUNCTION wedge.guard_compensation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'archived' = to_jsonb(OLD) - 'archived' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'compensations are append-only' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON wedge.compensations
FOR EACH ROW EXECUTE FUNCTION wedge.guard_compensation();

-- A threshold of RecoveryPolicy.
CREATE FUNCTION wedge.recovery_rule(p_name text, p_default int) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((wedge.settings_document() -> 'recovery' ->> p_name)::numeric::int, p_default)
$$;

-- What one portion cost to make: its cut's share of the product's cost.
CREATE FUNCTION wedge.portion_cost(p_product uuid, p_portion uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT round(round(p.cost_minor * coalesce((
               SELECT c.portions_per_whole::numeric / w.portions_per_whole
                 FROM wedge.portions o JOIN wedge.wholes w ON w.id = o.whole_id
                 JOIN wedge.portion_configurations c
                   ON c.product_id = w.product_id AND c.is_default
                WHERE o.id = p_portion), 1), 6))::int
      FROM wedge.products p WHERE p.id = p_product
$$;

-- Whether a second person has to allow it (app/domain/compensation.py): what an approver grants
-- needs nobody else; a replacement is free for everybody once per order, money back for cashiers
-- within the refund's time, both up to the limit per order, whatever was given or paid back before.
CREATE FUNCTION wedge.recovery_needs_approval(
    p_role text, p_kind text, p_ticket uuid, p_amount bigint
) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    -- An order and all that replaced something of it, or of a replacement, are one.
    WITH RECURSIVE above (id, replaces_id) AS (
        SELECT t.id, t.replaces_id FROM wedge.tickets t WHERE t.id = p_ticket
         UNION ALL
        SELECT t.id, t.replaces_id FROM wedge.tickets t JOIN above a ON t.id = a.replaces_id),
    family (id) AS (
        SELECT a.id FROM above a WHERE a.replaces_id IS NULL
         UNION ALL
        SELECT c.new_ticket_id FROM wedge.compensations c JOIN family f ON f.id = c.ticket_id
         WHERE c.new_ticket_id IS NOT NULL)
    SELECT p_role <> ALL (wedge.approver_roles('remake')) AND (
               g.replaced_minor + g.refunded_minor - g.delay_minor + p_amount
                   > r.cashier_limit_minor
               OR CASE p_kind WHEN 'replacement'
                   THEN g.replaced >= wedge.recovery_rule('free_replacements', 1)
                   ELSE p_role <> 'cashier' OR t.paid_at < clock_timestamp() - r.refund_window END)
      FROM wedge.refund_rules() r, wedge.tickets t, (
          SELECT coalesce(sum(amount_minor) FILTER (WHERE kind = 'replacement'), 0)
                     AS replaced_minor,
                 count(*) FILTER (WHERE kind = 'replacement') AS replaced,
                 coalesce(sum(amount_minor) FILTER (WHERE kind = 'delay'), 0) AS delay_minor,
                 (SELECT coalesce(sum(refunded_minor), 0) FROM wedge.ticket_lines
                   WHERE ticket_id IN (SELECT id FROM family) AND NOT voided) AS refunded_minor
            FROM wedge.compensations WHERE ticket_id IN (SELECT id FROM family)) g
     WHERE t.id = p_ticket
$$;

-- The complaint, locked after its order, as every seller locks; refused unless it may get something.
CREATE FUNCTION wedge.lock_complaint(p_complaint uuid) RETURNS wedge.complaints
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_complaint wedge.complaints;
BEGIN
    -- The first order too, whatever was given for it since: what an order got is counted there.
    PERFORM FROM wedge.tickets WHERE id IN (
        WITH RECURSIVE above (id) AS (
            SELECT ticket_id FROM wedge.complaints WHERE id = p_complaint
             UNION ALL
            SELECT t.replaces_id FROM wedge.tickets t JOIN above a ON t.id = a.id
             WHERE t.replaces_id IS NOT NULL)
        SELECT id FROM above) ORDER BY id FOR UPDATE;
    SELECT * INTO v_complaint FROM wedge.complaints WHERE id = p_complaint FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'complaint');
    ELSIF v_complaint.state <> 'open' THEN
        PERFORM wedge.refuse('changed', v_complaint.state);
    ELSIF EXISTS (SELECT FROM wedge.compensations WHERE complaint_id = p_complaint) THEN
        PERFORM wedge.refuse('changed', 'compensated');
    END IF;
    RETURN v_complaint;
END $$;

-- Book it, end the task at the counter, and let old ones leave the picture.
CREATE FUNCTION wedge.book_compensation(p_given wedge.compensations) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_task record;
BEGIN
    p_given.at := clock_timestamp();
    p_given.archived := false;
    INSERT INTO wedge.compensations SELECT p_given.*;
    FOR v_task IN SELECT kind, subject FROM wedge.tasks
                   WHERE state = 'open' AND kind = 'recovery'
                     AND subject ->> 'complaint_id' = p_given.complaint_id::text LOOP
        PERFORM wedge.task_done(v_task.kind, v_task.subject, p_given.kind, p_given.terminal_id,
                                p_given.given_by);
    END LOOP;
    UPDATE wedge.compensations SET archived = true
     WHERE NOT archived AND at < clock_timestamp() - interval '1 day';
    PERFORM wedge.journal_append(p_given.terminal_id, p_given.given_by, 'compensate',
        to_jsonb(p_given) - 'archived' - 'terminal_id' - 'given_by');
END $$;

-- The candidates that are at least as good as the original was at service, and as large a piece.
CREATE FUNCTION wedge.replacement_candidates(
    p_complaint wedge.complaints, p_line wedge.ticket_lines, p_candidates jsonb
) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(c.value ORDER BY c.ordinality), '[]')
      FROM jsonb_array_elements(coalesce(p_candidates, '[]')) WITH ORDINALITY c
      JOIN wedge.portions n ON n.id = (c.value ->> 'portion_id')::uuid
      JOIN wedge.wholes w ON w.id = n.whole_id
     WHERE n.product_id = p_line.product_id AND n.recheck_at IS NULL
       AND w.portions_per_whole <= (
           SELECT x.portions_per_whole FROM wedge.portions o
             JOIN wedge.wholes x ON x.id = o.whole_id WHERE o.id = p_line.portion_id)
       AND (c.value ->> 'score_milli')::int
           <= 1000 * coalesce(n.inspected_score, n.initial_quality)
       AND (c.value ->> 'score_milli')::int
           >= coalesce((p_complaint.facts ->> 'score_milli')::int, 0)
       AND c.value ->> 'grade' <= coalesce(CASE
           WHEN p_complaint.facts -> 'score_milli' = 'null' THEN p_line.grade END, 'Z')
$$;

-- One line at 0.00 on an order of its own: the kitchen makes it first, no receipt is issued.
CREATE FUNCTION wedge.replacement_ticket(
    p_ticket uuid, p_new_line uuid, p_line wedge.ticket_lines, p_portion uuid, p_grade text,
    p_terminal uuid, p_staff uuid
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_original wedge.tickets;
    v_new wedge.tickets;
    v_product wedge.products;
BEGIN
    SELECT * INTO v_original FROM wedge.tickets WHERE id = p_line.ticket_id;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_line.product_id;
    v_new := wedge.open_ticket(p_ticket, p_terminal, p_staff, v_original.service);
    UPDATE wedge.tickets SET replaces_id = v_original.id, avoids = v_original.avoids
     WHERE id = p_ticket;
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_ticket,
           reserved_until = clock_timestamp() + interval '1 minute' WHERE id = p_portion;
    INSERT INTO wedge.ticket_lines (
        id, ticket_id, position, product_id, name, portion_id, portion_code, holding_unit_name,
        place, weight_mg, grade, allergens, quantity, base_price_minor, unit_price_minor,
        breakdown, tax_rate_bp, station_id, preparations, note)
    SELECT p_new_line, p_ticket, 1, v_product.id, v_product.name, n.id, n.code, h.name, n.place,
           n.weight_mg, p_grade, v_product.allergens, 1, 0, 0,
           '[{"reason": "base", "amount_minor": 0, "rule_version": 0}]', v_product.tax_rate_bp,
           v_product.station_id, (
               SELECT coalesce(jsonb_agg(e || '{"price_minor": 0}' ORDER BY nr), '[]')
                 FROM jsonb_array_elements(p_line.preparations) WITH ORDINALITY x (e, nr)),
           p_line.note
      FROM (SELECT 1) one LEFT JOIN wedge.portions n ON n.id = p_portion
      LEFT JOIN wedge.holding_units h ON h.id = n.holding_unit_id;
    PERFORM wedge.finish_sale(p_ticket, NULL, 0, clock_timestamp());
    RETURN v_new.number;
END $$;

-- Give the guest another one, chosen from p_candidates (best first; none for goods without
-- portions). Answers the new order's number.
CREATE FUNCTION wedge.give_replacement(
    p_session uuid, p_request uuid, p_compensation uuid, p_complaint uuid, p_ticket uuid,
    p_line uuid, p_candidates jsonb, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_complaint wedge.complaints;
    v_line wedge.ticket_lines;
    v_given wedge.compensations;
    v_fitting jsonb;
    v_index int;
    v_portion uuid;
    v_number int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'give_replacement');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_complaint := wedge.lock_complaint(p_complaint);
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = v_complaint.line_id;
    -- A replacement cost nothing; it is worth what it replaced.
    v_given.amount_minor := coalesce(
        (SELECT amount_minor FROM wedge.compensations WHERE new_ticket_id = v_line.ticket_id),
        v_line.unit_price_minor + v_line.extras_minor);
    IF wedge.recovery_needs_approval(v_who.role, 'replacement', v_line.ticket_id,
                                     v_given.amount_minor) THEN
        v_given.approved_by := wedge.use_approval(p_approval, v_who.terminal_id, 'remake',
            jsonb_build_object('complaint_id', p_complaint, 'kind', 'replacement'),
            v_given.amount_minor);
    END IF;
    IF v_line.portion_id IS NOT NULL THEN
        v_fitting := wedge.replacement_candidates(v_complaint, v_line, p_candidates);
        v_index := coalesce(wedge.take_first(v_fitting, p_ticket, false),
                            wedge.take_first(v_fitting, p_ticket, true));
        IF v_index IS NULL THEN
            PERFORM wedge.refuse('gone');
        END IF;
        v_portion := (v_fitting -> v_index ->> 'portion_id')::uuid;
    END IF;
    v_number := wedge.replacement_ticket(
        p_ticket, p_line, v_line, v_portion, v_fitting -> v_index ->> 'grade',
        v_who.terminal_id, v_who.staff_id);
    v_given.id := p_compensation;
    v_given.kind := 'replacement';
    v_given.complaint_id := p_complaint;
    v_given.ticket_id := v_line.ticket_id;
    v_given.line_id := v_line.id;
    v_given.cost_minor := wedge.portion_cost(v_line.product_id, v_portion);
    v_given.reason := v_complaint.reason;
    v_given.new_ticket_id := p_ticket;
    v_given.given_by := v_who.staff_id;
    v_given.terminal_id := v_who.terminal_id;
    PERFORM wedge.book_compensation(v_given);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'give_replacement', jsonb_build_object(
        'number', v_number, 'portion_id', v_portion));
END $$;

-- How the guest feels afterwards: one to five, or (p_stars null) did not want to say.
CREATE FUNCTION wedge.follow_up(
    p_session uuid, p_request uuid, p_complaint uuid, p_stars int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_complaint wedge.complaints;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'follow_up');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_stars NOT BETWEEN 1 AND 5 THEN
        PERFORM wedge.refuse('bad_quantity', 'stars');
    END IF;
    SELECT * INTO v_complaint FROM wedge.complaints WHERE id = p_complaint FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'complaint');
    ELSIF v_complaint.state <> 'open' OR v_complaint.follow_up_at IS NOT NULL THEN
        PERFORM wedge.refuse('changed', 'follow-up');
    END IF;
    UPDATE wedge.complaints SET follow_up_stars = p_stars, follow_up_at = clock_timestamp(),
           follow_up_by = v_who.staff_id WHERE id = p_complaint;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'follow up',
        jsonb_build_object('complaint_id', p_complaint, 'stars', p_stars));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'follow_up', '{}');
END $$;

-- Why a line has its portion: on the line for the screens, in allocation_decisions for good.

ALTER TABLE wedge.ticket_lines
    ADD COLUMN choice_reason TEXT DEFAULT '' NOT NULL,
    ADD COLUMN former_code TEXT,
    ADD COLUMN former_reason TEXT DEFAULT '' NOT NULL,
    ADD COLUMN upgrade_answer TEXT DEFAULT '' NOT NULL,
    ADD COLUMN lapsed BOOLEAN DEFAULT false NOT NULL,
    ADD CONSTRAINT ck_ticket_lines_choice_reason_text CHECK (char_length(choice_reason) <= 40),
    ADD CONSTRAINT ck_ticket_lines_former_reason_text CHECK (char_length(former_reason) <= 40),
    ADD CONSTRAINT ck_ticket_lines_upgrade_answer_known
        CHECK (upgrade_answer IN ('', 'accepted', 'declined'));

CREATE TABLE wedge.allocation_decisions (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    kind TEXT NOT NULL,
    ticket_id UUID NOT NULL,
    line_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    staff_id UUID,
    approver_id UUID,
    policy_version INTEGER NOT NULL,
    portion_id UUID NOT NULL,
    score_milli INTEGER,
    sell_first BOOLEAN NOT NULL,
    former_id UUID,
    former_score_milli INTEGER,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    charged_minor INTEGER NOT NULL,
    variance_minor INTEGER NOT NULL,
    document JSONB NOT NULL,
    CONSTRAINT pk_allocation_decisions PRIMARY KEY (id),
    CONSTRAINT ck_allocation_decisions_kind_known CHECK (
        kind IN ('chosen', 'swapped', 'upgraded', 'declined', 'substituted')),
    CONSTRAINT ck_allocation_decisions_note_text CHECK (char_length(note) <= 500),
    CONSTRAINT fk_allocation_decisions_ticket_id FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_allocation_decisions_line_id FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT fk_allocation_decisions_terminal_id FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_allocation_decisions_staff_id FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_allocation_decisions_approver_id FOREIGN KEY (approver_id)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_allocation_decisions_portion_id FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_allocation_decisions_former_id FOREIGN KEY (former_id)
        REFERENCES wedge.portions (id)
);

CREATE INDEX ix_allocation_decisions_line ON wedge.allocation_decisions (line_id);

CREATE INDEX ix_allocation_decisions_at ON wedge.allocation_decisions (at);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.allocation_decisions
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- Write a decision down. p_candidate is the portion that was taken (or refused by the guest);
-- p_ranking are all that were considered, best first. What the line keeps paying above or below
-- the portion's own price is the variance.
CREATE FUNCTION wedge.note_decision(
    p_kind text, p_terminal uuid, p_staff uuid, p_line wedge.ticket_lines, p_candidate jsonb, p_former uuid,
    p_reason text, p_note text, p_approver uuid, p_ranking jsonb
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_own bigint;
BEGIN
    SELECT coalesce(sum((s ->> 'amount_minor')::bigint), 0) INTO v_own
      FROM jsonb_array_elements(coalesce(p_candidate -> 'breakdown', '[]')) s
     WHERE s ->> 'reason' <> 'quoted';
    INSERT INTO wedge.allocation_decisions (
        id, kind, ticket_id, line_id, terminal_id, staff_id, approver_id, policy_version,
        portion_id, score_milli, sell_first, former_id, former_score_milli, reason, note,
        charged_minor, variance_minor, document)
    VALUES (
        gen_random_uuid(), p_kind, p_line.ticket_id, p_line.id, p_terminal, p_staff, p_approver,
        coalesce((wedge.settings_document() -> 'allocation' ->> 'version')::int, 1),
        (p_candidate ->> 'portion_id')::uuid, (p_candidate ->> 'score_milli')::int,
        coalesce((p_candidate ->> 'sell_first')::boolean, false), p_former,
        (p_candidate ->> 'former_score_milli')::int, left(coalesce(p_reason, ''), 40),
        btrim(coalesce(p_note, '')), p_line.unit_price_minor, v_own - p_line.unit_price_minor,
        jsonb_build_object('grade', p_candidate -> 'grade',
                           'prefers', coalesce(p_candidate -> 'prefers', '[]'), 'ranking', (
            SELECT coalesce(jsonb_agg(jsonb_build_array(
                       c.value -> 'portion_id', c.value -> 'score_milli', c.value -> 'grade',
                       c.value -> 'unit_price_minor', c.value -> 'reason') ORDER BY c.ordinality),
                   '[]')
              FROM jsonb_array_elements(p_ranking) WITH ORDINALITY c
             WHERE c.ordinality <= 30)));
END $$;

-- A line that is voided while its hold is over was let go by time, not by a person.
CREATE FUNCTION wedge.mark_lapsed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.lapsed := EXISTS (
        SELECT FROM wedge.portions p
         WHERE p.id = NEW.portion_id AND p.ticket_id = NEW.ticket_id AND p.state = 'reserved'
           AND p.reserved_until <= clock_timestamp());
    RETURN NEW;
END $$;

CREATE TRIGGER mark_lapsed BEFORE UPDATE ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.voided AND NOT OLD.voided AND NEW.portion_id IS NOT NULL)
EXECUTE FUNCTION wedge.mark_lapsed();

GRANT SELECT ON wedge.allocation_decisions TO backoffice_app;

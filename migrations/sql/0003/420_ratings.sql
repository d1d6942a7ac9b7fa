-- What guests say on the display: one to five, for the food and for the order, once each.

CREATE TABLE wedge.ratings (
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    about TEXT NOT NULL,
    stars INTEGER NOT NULL,
    portion_codes TEXT[] NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    terminal_id UUID,
    CONSTRAINT pk_ratings PRIMARY KEY (id),
    CONSTRAINT fk_ratings_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_ratings_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_ratings_about_known CHECK (about IN ('product', 'service')),
    CONSTRAINT ck_ratings_stars CHECK (stars BETWEEN 1 AND 5),
    CONSTRAINT uq_ratings_ticket_id_about UNIQUE (ticket_id, about)
);

CREATE INDEX ix_ratings_at ON wedge.ratings (at);

-- A bad one opens a recovery task for the order.
CREATE FUNCTION wedge.rate(p_request uuid, p_ticket uuid, p_about text, p_stars int)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_done jsonb := wedge.done_before(p_request, v_terminal, 'rate');
    v_ticket wedge.tickets;
BEGIN
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_stars IS NULL OR p_stars NOT BETWEEN 1 AND 5 THEN
        PERFORM wedge.refuse('bad_quantity', 'stars');
    ELSIF p_about IS NULL OR p_about NOT IN ('product', 'service') THEN
        PERFORM wedge.refuse('unknown_item', 'about');
    END IF;
    v_ticket := wedge.paid_here(p_ticket);
    INSERT INTO wedge.ratings (id, ticket_id, about, stars, portion_codes, terminal_id)
    SELECT p_request, p_ticket, p_about, p_stars,
           coalesce(array_agg(portion_code ORDER BY position)
                    FILTER (WHERE portion_code IS NOT NULL), '{}'), v_terminal
      FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided
    ON CONFLICT (ticket_id, about) DO NOTHING;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'rated already');
    END IF;
    IF p_stars <= wedge.guest_rule('recovery_stars', 2) THEN
        PERFORM wedge.task_for('recovery', v_ticket.number::text,
            jsonb_build_object('ticket_id', p_ticket), 'cashier',
            make_interval(secs => wedge.guest_rule('recovery_due_s', 600)), v_terminal, NULL);
    END IF;
    RETURN wedge.remember(p_request, v_terminal, 'rate', '{}');
END $$;

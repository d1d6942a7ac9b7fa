-- What a piece of a line cost on the day it was sold: a cost that is changed later changes no margin
-- of the past. In a table of its own, for no till and no guest is told of it (docs/revenue.md).

CREATE TABLE wedge.line_costs (
    line_id UUID NOT NULL,
    cost_minor INTEGER NOT NULL,
    CONSTRAINT pk_line_costs PRIMARY KEY (line_id),
    CONSTRAINT fk_line_costs_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT ck_line_costs_cost CHECK (cost_minor >= 0)
);

-- Of what was sold before, nobody wrote it down: today's cost.
INSERT INTO wedge.line_costs (line_id, cost_minor)
SELECT l.id, coalesce(wedge.portion_cost(l.product_id, l.portion_id), 0)
  FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
 WHERE t.state IN ('paid', 'closed') AND NOT l.voided;

CREATE FUNCTION wedge.keep_line_costs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    INSERT INTO wedge.line_costs (line_id, cost_minor)
    SELECT l.id, wedge.portion_cost(l.product_id, l.portion_id)
      FROM wedge.ticket_lines l WHERE l.ticket_id = NEW.id AND NOT l.voided
    ON CONFLICT (line_id) DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_line_costs AFTER UPDATE OF state ON wedge.tickets
FOR EACH ROW WHEN (NEW.state IN ('paid', 'closed') AND OLD.state = 'open')
EXECUTE FUNCTION wedge.keep_line_costs();

-- A whole that comes back before the kitchen touched it is in stock again.
CREATE FUNCTION wedge.take_wholes_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.wholes SET state = 'in_stock', line_id = NULL WHERE id IN (
        SELECT id FROM wedge.wholes WHERE line_id = NEW.line_id
         ORDER BY expires_at DESC, code DESC LIMIT NEW.quantity);
    RETURN NULL;
END $$;

CREATE TRIGGER take_wholes_back AFTER INSERT ON wedge.refund_items
FOR EACH ROW WHEN (NEW.goods = 'put_back' AND NEW.portion_id IS NULL AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.take_wholes_back();

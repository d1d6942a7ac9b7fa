-- Waste of a part of a portion: what is cut off for a guest's own size (docs/portions.md). The
-- portion itself lives on and may become waste later, at what it still is worth.

ALTER TABLE wedge.waste
    ADD COLUMN weight_mg INTEGER,
    ADD COLUMN line_id UUID,
    ADD CONSTRAINT fk_waste_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    ADD CONSTRAINT ck_waste_part CHECK (
        num_nulls(weight_mg, line_id) IN (0, 2)
        AND (weight_mg IS NULL OR weight_mg > 0 AND portion_id IS NOT NULL)),
    DROP CONSTRAINT uq_waste_portion_id;

CREATE UNIQUE INDEX uq_waste_portion_id ON wedge.waste (portion_id) WHERE weight_mg IS NULL;

CREATE INDEX ix_waste_part ON wedge.waste (portion_id) WHERE weight_mg IS NOT NULL;

-- What a portion cost is counted as waste once, in however many pieces it is thrown away.
CREATE FUNCTION wedge.waste_of_the_rest() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.cost_minor := greatest(0, NEW.cost_minor - (
        SELECT coalesce(sum(cost_minor), 0)::int FROM wedge.waste
         WHERE portion_id = NEW.portion_id AND weight_mg IS NOT NULL));
    RETURN NEW;
END $$;

CREATE TRIGGER waste_of_the_rest BEFORE INSERT ON wedge.waste
FOR EACH ROW WHEN (NEW.portion_id IS NOT NULL AND NEW.weight_mg IS NULL AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.waste_of_the_rest();

-- p_weight cut off a portion for a line and thrown away, at its share of the portion's cost. p_left
-- is what the portion weighed before.
CREATE FUNCTION wedge.waste_offcut(
    p_line wedge.ticket_lines, p_portion uuid, p_weight int, p_left int
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.waste (id, product_id, portion_id, weight_mg, line_id, cause, cost_minor,
                             staff_id, terminal_id)
    SELECT gen_random_uuid(), p.product_id, p.id, p_weight, p_line.id, 'offcut',
           round(wedge.portion_cost(p.product_id, p.id)::numeric * p_weight
                 / (p_left + coalesce((SELECT sum(weight_mg) FROM wedge.waste
                                        WHERE portion_id = p.id AND weight_mg IS NOT NULL), 0))
           )::int, t.staff_id, t.terminal_id
      FROM wedge.portions p, wedge.tickets t WHERE p.id = p_portion AND t.id = p_line.ticket_id
$$;

-- Lines of an own size whose weights do not add up: asked = own portion + parts, and what is cut
-- off is waste. No row means all is well.
CREATE FUNCTION wedge.check_weights()
RETURNS TABLE (line_id uuid, asked_mg int, found_mg bigint, offcut_mg int, wasted_mg bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT l.id, l.asked_mg, p.weight_mg + s.parts, l.offcut_mg, w.wasted
      FROM wedge.ticket_lines l
      JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state IN ('paid', 'closed')
      JOIN wedge.portions p ON p.id = l.portion_id AND p.ticket_id = l.ticket_id,
           LATERAL (SELECT coalesce(sum((x ->> 1)::int), 0) AS parts
                      FROM jsonb_array_elements(coalesce(l.size_parts, '[]')) x) s,
           LATERAL (SELECT coalesce(sum(o.weight_mg), 0) AS wasted FROM wedge.waste o
                     WHERE o.line_id = l.id AND o.portion_id = l.portion_id) w
     WHERE NOT l.voided AND l.size_approved_by IS NOT NULL
       AND (l.asked_mg <> p.weight_mg + s.parts OR l.offcut_mg <> w.wasted)
$$;

-- What was cut off before anybody counted it.
INSERT INTO wedge.waste (id, at, product_id, portion_id, weight_mg, line_id, cause, cost_minor,
                         staff_id)
SELECT gen_random_uuid(), t.paid_at, p.product_id, p.id, l.offcut_mg, l.id, 'offcut',
       round(wedge.portion_cost(p.product_id, p.id)::numeric * l.offcut_mg
             / (p.weight_mg + l.offcut_mg))::int, t.staff_id
  FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
  JOIN wedge.portions p ON p.id = l.portion_id
 WHERE l.offcut_mg > 0 AND l.size_approved_by IS NOT NULL AND NOT l.voided
   AND t.state IN ('paid', 'closed') AND p.weight_mg = l.asked_mg;

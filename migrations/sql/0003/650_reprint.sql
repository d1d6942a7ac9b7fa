-- A copy of a receipt says which portions took the place of those that were sold (POS-E3.3). The
-- receipt itself never changes.

ALTER TABLE wedge.print_jobs ADD COLUMN replaced JSONB DEFAULT '[]' NOT NULL;

-- What replaced what on a ticket after it was paid, in order: [{old, new, reason, note}]. A reason
-- that was given later counts.
CREATE FUNCTION wedge.replaced_portions(p_ticket uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'old', o.code, 'new', n.code, 'reason', coalesce(nullif(d.reason, ''), e.reason, ''),
               'note', coalesce(nullif(d.note, ''), e.note, '')) ORDER BY d.at), '[]')
      FROM wedge.allocation_decisions d
      JOIN wedge.tickets t ON t.id = d.ticket_id
      JOIN wedge.portions o ON o.id = d.former_id
      JOIN wedge.portions n ON n.id = d.portion_id
      LEFT JOIN wedge.allocation_decisions e
        ON e.kind = 'explained' AND e.line_id = d.line_id AND e.portion_id = d.portion_id
     WHERE d.ticket_id = p_ticket AND d.kind = 'substituted' AND d.at > t.paid_at
$$;

CREATE FUNCTION wedge.tell_replaced() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.replaced := wedge.replaced_portions(
        (SELECT ticket_id FROM wedge.receipts WHERE id = NEW.receipt_id AND refund_of IS NULL));
    RETURN NEW;
END $$;

CREATE TRIGGER tell_replaced BEFORE INSERT ON wedge.print_jobs
FOR EACH ROW WHEN (NEW.is_copy AND NEW.receipt_id IS NOT NULL)
EXECUTE FUNCTION wedge.tell_replaced();

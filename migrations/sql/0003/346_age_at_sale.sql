-- How old a portion was when it was paid: since its whole was prepared.

ALTER TABLE wedge.ticket_lines ADD COLUMN age_at_sale_s INTEGER;

ALTER TABLE wedge.ticket_lines
    ADD CONSTRAINT ck_ticket_lines_age_at_sale CHECK (age_at_sale_s >= 0);

CREATE FUNCTION wedge.note_ages() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.ticket_lines l
       SET age_at_sale_s = greatest(0, extract(epoch FROM NEW.paid_at - least(
               p.cut_at, coalesce(w.prepared_at, p.cut_at)))::int)
      FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
     WHERE l.ticket_id = NEW.id AND p.id = l.portion_id AND NOT l.voided;
    RETURN NULL;
END $$;

CREATE TRIGGER note_ages AFTER UPDATE ON wedge.tickets FOR EACH ROW
WHEN (OLD.paid_at IS NULL AND NEW.paid_at IS NOT NULL AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.note_ages();

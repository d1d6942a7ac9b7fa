-- Which approval a remedy needs, null where none (app/domain/compensation.py): beyond the limit per
-- order, whatever was given or paid back before, that of 'remake_above_limit'; else that of 'remake'
-- for replacements after the first ones, and for money back unless a cashier or shift lead gives it
-- within the refund's time. Who may approve needs nobody else.
DROP FUNCTION wedge.recovery_needs_approval(text, text, uuid, bigint);

CREATE FUNCTION wedge.recovery_approval(
    p_role text, p_kind text, p_ticket uuid, p_amount bigint
) RETURNS text
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
    SELECT CASE
        WHEN g.replaced_minor + g.refunded_minor - g.delay_minor + p_amount > r.cashier_limit_minor
        THEN CASE WHEN p_role <> ALL (wedge.approver_roles('remake_above_limit'))
                  THEN 'remake_above_limit' END
        WHEN p_role = ANY (wedge.approver_roles('remake')) THEN NULL
        WHEN p_kind = 'replacement'
        THEN CASE WHEN g.replaced >= wedge.recovery_rule('free_replacements', 1) THEN 'remake' END
        WHEN p_role NOT IN ('cashier', 'shift_lead')
             OR t.paid_at < clock_timestamp() - r.refund_window THEN 'remake' END
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

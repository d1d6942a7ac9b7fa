-- The print queue of a register. A printer that is off never stops a sale.

CREATE FUNCTION wedge.reprint(p_session uuid, p_request uuid, p_receipt uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_register text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'reprint');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT coalesce(v_who.register, register) INTO v_register FROM wedge.receipts
     WHERE id = p_receipt;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'receipt');
    END IF;
    INSERT INTO wedge.print_jobs (id, receipt_id, register, is_copy, state)
    VALUES (gen_random_uuid(), p_receipt, v_register, true, 'queued');
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'reprint',
                                 jsonb_build_object('receipt_id', p_receipt));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'reprint', '{}');
END $$;

-- The oldest job that waits: new, failed 5 s ago or more, or left behind by a program that died.
CREATE FUNCTION wedge.claim_job() RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.print_jobs SET state = 'printing', attempts = attempts + 1,
           claimed_at = clock_timestamp()
     WHERE id = (
        SELECT j.id FROM wedge.print_jobs j
         WHERE j.register = (wedge.this_terminal()).register
           AND (j.state = 'queued'
                OR j.state = 'failed' AND j.claimed_at < clock_timestamp() - interval '5 s'
                OR j.state = 'printing' AND j.claimed_at < clock_timestamp() - interval '60 s')
         ORDER BY j.created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING jsonb_build_object('id', id)
$$;

CREATE FUNCTION wedge.finish_job(p_job uuid, p_error text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_register text := (wedge.this_terminal()).register;
BEGIN
    UPDATE wedge.print_jobs
       SET state = CASE WHEN p_error IS NULL THEN 'done' ELSE 'failed' END,
           error = left(p_error, 500)
     WHERE id = p_job AND register = v_register AND state IN ('printing', 'failed');
    IF NOT FOUND AND NOT EXISTS (SELECT FROM wedge.print_jobs
                                  WHERE id = p_job AND state = 'done') THEN
        PERFORM wedge.refuse('unknown_item', 'print job');
    END IF;
    RETURN '{}';
END $$;

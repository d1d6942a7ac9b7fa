-- A voucher's code is money: what every screen is told of its print job is the last four signs. The
-- register that prints it asks for the rest, while it holds the job.

CREATE OR REPLACE FUNCTION wedge.row_of(p wedge.print_jobs) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT to_jsonb(p) - 'archived' - 'created_at' - 'claimed_at'
        || CASE WHEN p.label ->> 'kind' = 'voucher' THEN jsonb_build_object('label',
               p.label || jsonb_build_object('code', '…' || right(p.label ->> 'code', 4)))
           ELSE '{}' END
$$;

CREATE FUNCTION wedge.voucher_to_print(p_job uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_register text := (wedge.this_terminal()).register;
    v_code text;
BEGIN
    SELECT label ->> 'code' INTO v_code FROM wedge.print_jobs
     WHERE id = p_job AND register = v_register AND state = 'printing'
       AND label ->> 'kind' = 'voucher';
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'print job');
    END IF;
    RETURN jsonb_build_object('code', v_code);
END $$;

-- Who audits sees that a voucher was printed and granted, not its code.
REVOKE SELECT ON wedge.print_jobs, wedge.requests FROM auditor;

GRANT SELECT (id, receipt_id, register, is_copy, state, attempts, error, created_at, claimed_at)
ON wedge.print_jobs TO auditor;

GRANT SELECT (id, terminal_id, function, at) ON wedge.requests TO auditor;

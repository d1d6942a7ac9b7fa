-- A connection keeps the plans it made while the tables were small: in a new shop's first hours it
-- would read whole tables that have grown since. What a sale asks has an index; it is used from the
-- first row on.
DO $$
DECLARE
    v_function regprocedure;
BEGIN
    FOR v_function IN
        SELECT p.oid::regprocedure FROM pg_proc p
         WHERE p.pronamespace = 'wedge'::regnamespace
           AND p.proname IN ('reserve_first', 'add_plain', 'set_quantity', 'remove_line',
                             'extend_hold', 'void_ticket', 'pay_cash', 'check_ticket',
                             'acknowledge', 'verify_line', 'unverify_line', 'serve_ticket',
                             'recall_ticket', 'replace_line')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET enable_seqscan = off', v_function);
    END LOOP;
END $$;

-- Functions defined anew lose their settings: the same as in 0002, for the same reason.
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
                             'recall_ticket', 'replace_line', 'swap_line',
                             'substitute_line', 'decline_upgrade', 'prolong_hold',
                             'park_ticket', 'fetch_ticket', 'reprice_ticket', 'discount_line',
                             'log_prices', 'prepare_line', 'swap_paid_line')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET enable_seqscan = off', v_function);
    END LOOP;
END $$;

-- Functions of 0004 that were defined anew lost their settings: the same as in 0002/800, for the same
-- reason. One that 0005 defines anew says so itself.
DO $$
DECLARE
    v_function regprocedure;
BEGIN
    FOR v_function IN
        SELECT p.oid::regprocedure FROM pg_proc p
         WHERE p.pronamespace = 'wedge'::regnamespace
           AND p.proname IN ('reserve_first', 'pay_cash', 'discount_line')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET enable_seqscan = off', v_function);
    END LOOP;
END $$;

-- A lot that a guest complained about was looked at again: its task ends with the last portion on
-- hand that was seen since, or that is gone.
CREATE FUNCTION wedge.re_inspected(p_whole uuid, p_terminal uuid, p_staff uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_task record;
BEGIN
    FOR v_task IN SELECT kind, subject FROM wedge.tasks k
                   WHERE k.state = 'open' AND k.kind = 're_inspect'
                     AND k.subject ->> 'whole_id' = p_whole::text
                     AND NOT EXISTS (
                         SELECT FROM wedge.portions o
                          WHERE o.whole_id = p_whole
                            AND o.state IN ('available', 'reserved', 'committed')
                            AND (o.inspected_at IS NULL OR o.inspected_at < k.opened_at))
    LOOP
        PERFORM wedge.task_done(v_task.kind, v_task.subject, 'looked at', p_terminal, p_staff);
    END LOOP;
END $$;

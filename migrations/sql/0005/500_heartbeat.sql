-- Every second from every terminal: the server's clock, the feed's end, the server's start, and the
-- reaper. A terminal that meets the same start again may go on from its own number in the feed.
-- Every five seconds of each terminal it also looks for food whose time on sale is over, and keeps
-- what was expected of an hour that has begun.
CREATE OR REPLACE FUNCTION wedge.heartbeat() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_now timestamptz := clock_timestamp();
    v_late boolean := coalesce(v_terminal.last_seen_at, '-infinity') < v_now - interval '5 seconds';
    v_seq bigint;
BEGIN
    IF v_late THEN
        UPDATE wedge.terminals SET last_seen_at = v_now WHERE id = v_terminal.id;
    END IF;
    IF v_late
        OR EXISTS (SELECT FROM wedge.portions WHERE state = 'reserved' AND reserved_until <= v_now)
    THEN
        PERFORM wedge.reap(v_terminal.id);
    END IF;
    IF v_late THEN
        PERFORM wedge.keep_removals(v_terminal.id);
        PERFORM wedge.review_revenue(v_terminal.id);
        PERFORM wedge.keep_forecasts(v_now, false);
    END IF;
    SELECT seq INTO v_seq FROM wedge.feed_head;
    RETURN jsonb_build_object('now', extract(epoch FROM clock_timestamp()), 'seq', v_seq,
                              'terminal_id', v_terminal.id, 'started', pg_postmaster_start_time(),
                              'schema', (SELECT version_num FROM wedge.alembic_version));
END $$;

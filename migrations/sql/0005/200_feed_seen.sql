-- How far each terminal is behind the store, measured by the store: from the moment a change was
-- written to the moment the terminal says that its screen has it (docs/feed.md).

CREATE TABLE wedge.feed_seen (
    terminal_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    lag_ms INTEGER DEFAULT 0 NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_feed_seen PRIMARY KEY (terminal_id),
    CONSTRAINT fk_feed_seen_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id)
) WITH (fillfactor = 20);

-- One row per terminal and hour: so many changes seen, and the longest that one was waited for.
CREATE TABLE wedge.feed_lags (
    terminal_id UUID NOT NULL,
    hour TIMESTAMP WITH TIME ZONE NOT NULL,
    changes BIGINT NOT NULL,
    most_ms INTEGER NOT NULL,
    most_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_feed_lags PRIMARY KEY (terminal_id, hour),
    CONSTRAINT fk_feed_lags_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_feed_lags_measured CHECK (changes > 0 AND most_ms >= 0)
) WITH (fillfactor = 50);

-- The terminal's screen shows everything up to p_seq. p_fresh: its program has just begun, so that
-- what came before it is no lag. What it has not seen it cannot have waited for longer than this.
CREATE FUNCTION wedge.seen(p_seq bigint, p_fresh boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_now timestamptz := clock_timestamp();
    v_seq bigint;
    v_before bigint;
    v_since timestamptz;
    v_lag integer;
BEGIN
    -- A measurement lost with the server's power is worth no wait for its disk.
    PERFORM set_config('synchronous_commit', 'off', true);
    SELECT least(p_seq, seq) INTO v_seq FROM wedge.feed_head;
    SELECT seq INTO v_before FROM wedge.feed_seen WHERE terminal_id = v_terminal.id FOR UPDATE;
    IF v_seq IS NULL OR v_seq = v_before THEN
        RETURN NULL;
    ELSIF v_before IS NULL OR p_fresh OR v_before > v_seq THEN
        INSERT INTO wedge.feed_seen (terminal_id, seq) VALUES (v_terminal.id, v_seq)
        ON CONFLICT (terminal_id) DO UPDATE SET seq = excluded.seq, lag_ms = 0, at = v_now;
        RETURN NULL;
    END IF;
    SELECT at INTO v_since FROM wedge.feed WHERE seq > v_before AND seq <= v_seq
     ORDER BY seq LIMIT 1;
    v_lag := greatest(0, least(2147483647,
        extract(epoch FROM v_now - coalesce(v_since, v_now)) * 1000))::integer;
    UPDATE wedge.feed_seen SET seq = v_seq, lag_ms = v_lag, at = v_now
     WHERE terminal_id = v_terminal.id;
    INSERT INTO wedge.feed_lags AS l (terminal_id, hour, changes, most_ms, most_at)
    VALUES (v_terminal.id, date_trunc('hour', v_now, 'UTC'), v_seq - v_before, v_lag, v_now)
    ON CONFLICT (terminal_id, hour) DO UPDATE
       SET changes = l.changes + excluded.changes,
           most_ms = greatest(l.most_ms, excluded.most_ms),
           most_at = CASE WHEN excluded.most_ms > l.most_ms THEN v_now ELSE l.most_at END;
    RETURN v_lag;
END $$;

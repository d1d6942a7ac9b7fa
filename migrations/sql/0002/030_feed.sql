-- The feed's triggers, with less work between taking the head row and the commit: all stores' ends
-- of transactions queue there.

-- Asked for every row that is written: without settings of its own it is inlined, and the rights
-- are looked up only while the switch is on.
CREATE OR REPLACE FUNCTION wedge.bulk() RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(pg_catalog.current_setting('wedge.bulk', true), '') OPERATOR(pg_catalog.=) 'on'
       AND pg_catalog.pg_has_role(session_user, 'migrator', 'MEMBER')
$$;

-- Entities that several tables touch in one transaction come here more than once with the same
-- content; it is written once. The look-back must use the index: plans are made while the table
-- is small and kept while it grows.
CREATE OR REPLACE FUNCTION wedge.feed_write(p_entity text, p_id uuid, p_content jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp
SET enable_seqscan = off AS $$
DECLARE
    v_first bigint := nullif(current_setting('wedge.feed_first', true), '')::bigint;
    v_seq bigint;
BEGIN
    IF v_first IS NOT NULL AND p_entity IN ('wholes', 'products') AND EXISTS (
        SELECT FROM (
            SELECT f.content FROM wedge.feed f
             WHERE f.seq >= v_first AND f.entity = p_entity AND f.entity_id = p_id
             ORDER BY f.seq DESC LIMIT 1) last
         WHERE last.content IS NOT DISTINCT FROM p_content)
    THEN
        RETURN;
    END IF;
    UPDATE wedge.feed_head SET seq = seq + 1 RETURNING seq INTO v_seq;
    INSERT INTO wedge.feed (seq, entity, entity_id, content)
    VALUES (v_seq, p_entity, p_id, p_content);
    IF v_first IS NULL THEN
        PERFORM set_config('wedge.feed_first', v_seq::text, true);
        PERFORM pg_notify('wedge_feed', v_seq::text);
    END IF;
    IF v_seq % 1000 = 0 THEN
        PERFORM wedge.feed_prune(v_seq - 20000);
    END IF;
END $$;

-- In the three functions below: a row that was changed again later in the transaction is left to
-- that later change's trigger, whose NEW is the row as it is.

CREATE OR REPLACE FUNCTION wedge.feed_touch_portion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old_live boolean := TG_OP <> 'INSERT' AND OLD.state NOT IN ('served', 'wasted');
    v_new_live boolean := TG_OP <> 'DELETE' AND NEW.state NOT IN ('served', 'wasted');
    v_whole uuid;
    v_now wedge.portions;
BEGIN
    IF TG_OP = 'DELETE' THEN
        v_whole := OLD.whole_id;
        PERFORM wedge.feed_write('portions', OLD.id, NULL);
    ELSE
        v_whole := NEW.whole_id;
        SELECT * INTO v_now FROM wedge.portions WHERE id = NEW.id;
        IF v_now *= NEW THEN
            PERFORM wedge.feed_write('portions', NEW.id,
                                     CASE WHEN v_new_live THEN to_jsonb(v_now) END);
        END IF;
    END IF;
    IF v_old_live <> v_new_live THEN
        PERFORM wedge.feed_write('wholes', v_whole, wedge.feed_row('wholes', v_whole));
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION wedge.feed_touch_ticket() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now wedge.tickets;
    v_line uuid;
BEGIN
    SELECT * INTO v_now FROM wedge.tickets WHERE id = NEW.id;
    IF v_now *= NEW THEN
        PERFORM wedge.feed_write('tickets', NEW.id,
            CASE WHEN NOT NEW.archived AND NEW.state <> 'voided'
                 THEN to_jsonb(v_now) - 'archived' END);
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.archived OR NEW.state = 'voided')
        AND NOT (OLD.archived OR OLD.state = 'voided')
    THEN
        FOR v_line IN SELECT id FROM wedge.ticket_lines WHERE ticket_id = NEW.id LOOP
            PERFORM wedge.feed_write('ticket_lines', v_line, NULL);
        END LOOP;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.feed_touch_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now wedge.ticket_lines;
    v_shown boolean;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM wedge.feed_write('ticket_lines', OLD.id, NULL);
        RETURN NULL;
    END IF;
    SELECT * INTO v_now FROM wedge.ticket_lines WHERE id = NEW.id;
    IF v_now *= NEW THEN
        SELECT NOT t.archived AND t.state <> 'voided' INTO v_shown
          FROM wedge.tickets t WHERE t.id = NEW.ticket_id;
        PERFORM wedge.feed_write('ticket_lines', NEW.id,
                                 CASE WHEN v_shown THEN to_jsonb(v_now) END);
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER feed ON wedge.ticket_lines;

CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON wedge.ticket_lines
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_touch_line();

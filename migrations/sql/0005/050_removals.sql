-- Food that reached its removal lead: one task per lot, which closes when each of its portions has
-- its waste record, and not before. The store opens it by itself, whatever programs are running.

ALTER TABLE wedge.waste
    ADD COLUMN quantity INTEGER DEFAULT 1 NOT NULL,
    ADD CONSTRAINT ck_waste_quantity CHECK (quantity = 1);

CREATE TABLE wedge.removals (
    task_id UUID NOT NULL,
    portion_id UUID NOT NULL,
    since TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    outcome TEXT,
    settled_at TIMESTAMP WITH TIME ZONE,
    waste_id UUID,
    CONSTRAINT pk_removals PRIMARY KEY (task_id, portion_id),
    CONSTRAINT fk_removals_task_id_tasks FOREIGN KEY (task_id) REFERENCES wedge.tasks (id),
    CONSTRAINT fk_removals_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_removals_waste_id_waste FOREIGN KEY (waste_id) REFERENCES wedge.waste (id),
    CONSTRAINT ck_removals_outcome CHECK (outcome IN ('wasted', 'sold', 'extended', 'on_sale')),
    CONSTRAINT ck_removals_settled CHECK (
        (outcome IS NULL) = (settled_at IS NULL)
        AND (outcome IS NOT DISTINCT FROM 'wasted') = (waste_id IS NOT NULL))
);

CREATE UNIQUE INDEX uq_removals_open ON wedge.removals (portion_id) WHERE settled_at IS NULL;

-- How many of what: "3 × Margherita (P-W1)".
CREATE FUNCTION wedge.removal_title(p_task uuid, p_whole uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT left(format('%s × %s (%s)', (
               SELECT count(*) FROM wedge.removals
                WHERE task_id = p_task AND coalesce(outcome, 'wasted') = 'wasted'),
               p.name, w.code), 200)
      FROM wedge.wholes w JOIN wedge.products p ON p.id = w.product_id WHERE w.id = p_whole
$$;

-- Close the task when nothing of it is left to remove, else say how much it asks for now.
CREATE FUNCTION wedge.settle_removal(p_task uuid, p_terminal uuid, p_staff uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_task wedge.tasks;
    v_said text;
BEGIN
    -- One row is the meeting point: of two who book the last two portions, the second closes it.
    SELECT * INTO v_task FROM wedge.tasks WHERE id = p_task AND state = 'open' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    ELSIF EXISTS (SELECT FROM wedge.removals WHERE task_id = p_task AND settled_at IS NULL) THEN
        UPDATE wedge.tasks t SET title = x.title
          FROM (SELECT wedge.removal_title(p_task, (v_task.subject ->> 'whole_id')::uuid) AS title) x
         WHERE t.id = p_task AND t.title <> x.title;
        RETURN;
    END IF;
    SELECT string_agg(format('%s %s', n, outcome), ', ' ORDER BY outcome DESC) INTO v_said
      FROM (SELECT outcome, count(*) AS n FROM wedge.removals
             WHERE task_id = p_task GROUP BY outcome) x;
    PERFORM wedge.task_done('removal', v_task.subject, v_said, p_terminal, p_staff);
END $$;

-- Each waste record settles its portion's place on the list, whichever function booked it.
CREATE FUNCTION wedge.follow_waste() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_task record;
BEGIN
    FOR v_task IN
        WITH booked AS (
            UPDATE wedge.removals r
               SET outcome = 'wasted', settled_at = clock_timestamp(), waste_id = t.id
              FROM thrown t
             WHERE r.portion_id = t.portion_id AND r.settled_at IS NULL AND t.weight_mg IS NULL
            RETURNING r.task_id, t.terminal_id, t.staff_id)
        SELECT DISTINCT ON (task_id) task_id AS id, terminal_id, staff_id
          FROM booked ORDER BY task_id
    LOOP
        PERFORM wedge.settle_removal(v_task.id, v_task.terminal_id, v_task.staff_id);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER removals AFTER INSERT ON wedge.waste
REFERENCING NEW TABLE AS thrown FOR EACH STATEMENT EXECUTE FUNCTION wedge.follow_waste();

-- Nobody says "done" to food that is still there.
CREATE FUNCTION wedge.guard_removal() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_left int;
BEGIN
    SELECT count(*) INTO v_left FROM wedge.removals
     WHERE task_id = NEW.id AND settled_at IS NULL;
    IF v_left > 0 THEN
        PERFORM wedge.refuse('waste_first', v_left::text);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_removal BEFORE UPDATE OF state ON wedge.tasks
FOR EACH ROW WHEN (NEW.kind = 'removal' AND NEW.state = 'done')
EXECUTE FUNCTION wedge.guard_removal();

-- The moment a portion leaves sale for its age; what nobody has bought goes onto a task then.
CREATE VIEW wedge.nearing_expiry AS
WITH leads AS MATERIALIZED (
    SELECT id, wedge.removal_lead(id) AS lead FROM wedge.holding_units)
SELECT p.id, p.code, p.whole_id, p.expires_at
  FROM wedge.portions p JOIN leads u ON u.id = p.holding_unit_id
 WHERE p.state IN ('available', 'quarantined', 'in_doubt')
   AND clock_timestamp() >= p.expires_at - u.lead;

-- Rescued before anybody wasted it: handed over, given longer, or under rules that sell it again.
CREATE FUNCTION wedge.drop_rescued(p_terminal uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_task uuid;
BEGIN
    FOR v_task IN
        WITH saved AS (
            UPDATE wedge.removals r
               SET settled_at = clock_timestamp(), waste_id = w.id,
                   outcome = CASE WHEN w.id IS NOT NULL THEN 'wasted'
                                  WHEN p.state IN ('served', 'committed') THEN 'sold'
                                  WHEN EXISTS (SELECT FROM wedge.extensions e
                                                WHERE e.whole_id = p.whole_id AND e.at >= r.since)
                                  THEN 'extended' ELSE 'on_sale' END
              FROM wedge.portions p
              LEFT JOIN wedge.waste w ON w.portion_id = p.id AND w.weight_mg IS NULL
             WHERE p.id = r.portion_id AND r.settled_at IS NULL
               AND (p.state <> 'wasted' OR w.id IS NOT NULL)
               AND NOT EXISTS (SELECT FROM wedge.nearing_expiry x WHERE x.id = p.id)
            RETURNING r.task_id)
        SELECT DISTINCT task_id FROM saved ORDER BY task_id
    LOOP
        PERFORM wedge.settle_removal(v_task, p_terminal, NULL);
    END LOOP;
END $$;

-- From a heartbeat: every few seconds by whichever terminal comes first.
CREATE FUNCTION wedge.keep_removals(p_terminal uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_lot record;
    v_task uuid;
    v_subject jsonb;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('wedge removals', 7)) THEN
        RETURN;
    END IF;
    PERFORM wedge.drop_rescued(p_terminal);
    FOR v_lot IN
        SELECT x.whole_id, array_agg(x.id ORDER BY x.id) AS portions, min(x.expires_at) AS limit_at
          FROM wedge.nearing_expiry x
         WHERE NOT EXISTS (SELECT FROM wedge.removals r
                            WHERE r.portion_id = x.id AND r.settled_at IS NULL)
         GROUP BY x.whole_id ORDER BY x.whole_id
    LOOP
        -- Whoever wastes one of them at this moment is left alone: the next heartbeat looks again.
        CONTINUE WHEN cardinality(v_lot.portions) > (SELECT count(*) FROM (
            SELECT FROM wedge.portions
             WHERE id = ANY (v_lot.portions) AND state IN ('available', 'quarantined', 'in_doubt')
             ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) free);
        v_subject := jsonb_build_object('whole_id', v_lot.whole_id);
        IF EXISTS (SELECT FROM wedge.tasks
                    WHERE kind = 'removal' AND subject = v_subject AND state = 'open') THEN
            SELECT id INTO v_task FROM wedge.tasks
             WHERE kind = 'removal' AND subject = v_subject AND state = 'open'
               FOR UPDATE SKIP LOCKED;
            CONTINUE WHEN v_task IS NULL;
        ELSE
            SELECT wedge.task_for('removal', left(format('%s × %s (%s)',
                       cardinality(v_lot.portions), p.name, w.code), 200), v_subject, 'kitchen',
                       greatest(v_lot.limit_at - clock_timestamp(), interval '0'), p_terminal,
                       NULL)
              INTO v_task
              FROM wedge.wholes w JOIN wedge.products p ON p.id = w.product_id
             WHERE w.id = v_lot.whole_id;
        END IF;
        INSERT INTO wedge.removals (task_id, portion_id)
        SELECT v_task, id FROM unnest(v_lot.portions) id
        ON CONFLICT (task_id, portion_id) DO UPDATE
            SET since = clock_timestamp(), outcome = NULL, settled_at = NULL, waste_id = NULL;
        PERFORM wedge.settle_removal(v_task, p_terminal, NULL);
    END LOOP;
END $$;

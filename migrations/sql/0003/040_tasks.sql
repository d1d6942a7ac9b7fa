-- Tasks: something a person has to look at, with a deadline. One is open per kind and subject,
-- however many terminals and functions notice the same thing.

CREATE TABLE wedge.tasks (
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    subject JSONB NOT NULL,
    owner TEXT NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    opened_by UUID,
    terminal_id UUID,
    due_at TIMESTAMP WITH TIME ZONE,
    state TEXT DEFAULT 'open' NOT NULL,
    done_by UUID,
    done_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT DEFAULT '' NOT NULL,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_tasks PRIMARY KEY (id),
    CONSTRAINT fk_tasks_opened_by_staff FOREIGN KEY (opened_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_tasks_done_by_staff FOREIGN KEY (done_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_tasks_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_tasks_state_known CHECK (state IN ('open', 'done')),
    CONSTRAINT ck_tasks_owner_known CHECK (owner IN ('cashier', 'kitchen', 'manager',
        'food_safety_manager', 'administrator')),
    CONSTRAINT ck_tasks_kind_text CHECK (char_length(kind) <= 40 AND btrim(kind) <> ''),
    CONSTRAINT ck_tasks_title_text CHECK (char_length(title) <= 200 AND btrim(title) <> ''),
    CONSTRAINT ck_tasks_outcome_text CHECK (char_length(outcome) <= 500),
    CONSTRAINT ck_tasks_subject CHECK (
        jsonb_typeof(subject) = 'object' AND length(subject::text) <= 2000),
    CONSTRAINT ck_tasks_done CHECK ((state = 'done') = (done_at IS NOT NULL))
);

CREATE UNIQUE INDEX uq_tasks_open ON wedge.tasks (kind, subject) WHERE state = 'open';

CREATE INDEX ix_tasks_current ON wedge.tasks (opened_at) WHERE NOT archived;

CREATE VIEW wedge.picture_tasks AS
SELECT id, to_jsonb(x) - 'archived' AS content FROM wedge.tasks x WHERE NOT x.archived;

SELECT wedge.feed_follow('tasks', 'tasks', 'id');

-- For other functions: the id of the open task of this kind and subject, opened now if there was
-- none. p_staff null: the store noticed it by itself; p_due null: no deadline.
CREATE FUNCTION wedge.task_for(
    p_kind text, p_title text, p_subject jsonb, p_owner text, p_due interval,
    p_terminal uuid, p_staff uuid, p_id uuid DEFAULT gen_random_uuid()
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_id uuid;
BEGIN
    LOOP
        INSERT INTO wedge.tasks (id, kind, title, subject, owner, opened_at, opened_by,
                                 terminal_id, due_at)
        VALUES (p_id, btrim(p_kind), btrim(p_title), p_subject, p_owner, v_now, p_staff,
                p_terminal, v_now + p_due)
        ON CONFLICT (kind, subject) WHERE state = 'open' DO NOTHING
        RETURNING id INTO v_id;
        EXIT WHEN FOUND;
        SELECT id INTO v_id FROM wedge.tasks
         WHERE kind = btrim(p_kind) AND subject = p_subject AND state = 'open';
        IF FOUND THEN
            RETURN v_id;
        END IF;
        -- Somebody closed it in between: it is opened anew.
    END LOOP;
    UPDATE wedge.tasks SET archived = true
     WHERE NOT archived AND state = 'done' AND done_at < v_now - interval '1 day';
    PERFORM wedge.journal_append(p_terminal, p_staff, 'open task',
        jsonb_build_object('task_id', v_id, 'kind', p_kind, 'title', p_title,
                           'subject', p_subject, 'due_at', v_now + p_due));
    RETURN v_id;
END $$;

-- For other functions: what the task asked for has happened. Does nothing when none is open.
CREATE FUNCTION wedge.task_done(
    p_kind text, p_subject jsonb, p_outcome text, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_id uuid;
BEGIN
    UPDATE wedge.tasks SET state = 'done', done_by = p_staff, done_at = clock_timestamp(),
           outcome = btrim(p_outcome)
     WHERE kind = p_kind AND subject = p_subject AND state = 'open' RETURNING id INTO v_id;
    IF FOUND THEN
        PERFORM wedge.journal_append(p_terminal, p_staff, 'close task',
            jsonb_build_object('task_id', v_id, 'outcome', btrim(p_outcome)));
    END IF;
END $$;

-- Opened by a person, or (session null) by the terminal itself. Answers {id}: the task that was
-- open already, if there was one.
CREATE FUNCTION wedge.open_task(
    p_session uuid, p_request uuid, p_task uuid, p_kind text, p_title text, p_subject jsonb,
    p_owner text, p_due_s int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_staff uuid;
    v_done jsonb;
BEGIN
    IF p_session IS NOT NULL THEN
        SELECT staff_id INTO v_staff FROM wedge.require_session(p_session, NULL);
    END IF;
    v_done := wedge.done_before(p_request, v_terminal, 'open_task');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_kind, ''))) NOT BETWEEN 1 AND 40 THEN
        PERFORM wedge.refuse('bad_text', 'kind');
    ELSIF char_length(btrim(coalesce(p_title, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'title');
    ELSIF p_subject IS NULL OR jsonb_typeof(p_subject) <> 'object'
        OR length(p_subject::text) > 2000 THEN
        PERFORM wedge.refuse('unknown_item', 'subject');
    ELSIF p_owner IS NULL OR p_owner NOT IN ('cashier', 'kitchen', 'manager',
                                             'food_safety_manager', 'administrator') THEN
        PERFORM wedge.refuse('unknown_item', 'owner');
    ELSIF p_due_s NOT BETWEEN 0 AND 31536000 THEN
        PERFORM wedge.refuse('bad_quantity', 'due');
    END IF;
    RETURN wedge.remember(p_request, v_terminal, 'open_task', jsonb_build_object('id',
        wedge.task_for(p_kind, p_title, p_subject, p_owner, make_interval(secs => p_due_s),
                       v_terminal, v_staff, p_task)));
END $$;

-- By a person of the owner's role, or a manager (food safety only by its own people), with what
-- came of it.
CREATE FUNCTION wedge.close_task(p_session uuid, p_request uuid, p_task uuid, p_outcome text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_task wedge.tasks;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'close_task');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_outcome, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'outcome');
    END IF;
    SELECT * INTO v_task FROM wedge.tasks WHERE id = p_task FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'task');
    ELSIF v_who.role NOT IN (v_task.owner, 'administrator')
        AND NOT (v_who.role = 'manager' AND v_task.owner <> 'food_safety_manager') THEN
        PERFORM wedge.refuse('not_permitted', v_who.role);
    ELSIF v_task.state <> 'open' THEN
        PERFORM wedge.refuse('changed', v_task.state);
    END IF;
    PERFORM wedge.task_done(v_task.kind, v_task.subject, p_outcome, v_who.terminal_id,
                            v_who.staff_id);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'close_task', '{}');
END $$;

-- Portions that quality holds: why, since when, and what a reviewer decided.

CREATE TABLE wedge.quality_reviews (
    id UUID NOT NULL,
    portion_id UUID NOT NULL,
    causes TEXT[] NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    opened_by UUID,
    outcome TEXT,
    markdown_bp INTEGER DEFAULT 0 NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_quality_reviews PRIMARY KEY (id),
    CONSTRAINT fk_quality_reviews_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_quality_reviews_opened_by_staff FOREIGN KEY (opened_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_quality_reviews_decided_by_staff FOREIGN KEY (decided_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT ck_quality_reviews_outcome_known
        CHECK (outcome IN ('released', 'marked_down', 'wasted')),
    CONSTRAINT ck_quality_reviews_reason_text CHECK (char_length(reason) <= 500),
    CONSTRAINT ck_quality_reviews_decided CHECK (
        num_nulls(outcome, decided_by, decided_at) IN (0, 3)
        AND (outcome IS NULL OR btrim(reason) <> '')),
    CONSTRAINT ck_quality_reviews_markdown CHECK (
        markdown_bp BETWEEN 0 AND 10000 AND (markdown_bp = 0 OR outcome = 'marked_down'))
);

CREATE UNIQUE INDEX uq_quality_reviews_open ON wedge.quality_reviews (portion_id)
 WHERE outcome IS NULL;

-- Hold portions in status p_status and write down why. The caller has locked them.
CREATE FUNCTION wedge.hold_for_review(
    p_portions uuid[], p_status text, p_causes text[], p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.portions SET quality_status = p_status, markdown_bp = 0,
           review_causes = (SELECT array_agg(DISTINCT c) FROM unnest(review_causes || p_causes) c)
     WHERE id = ANY (p_portions);
    INSERT INTO wedge.quality_reviews (id, portion_id, causes, opened_by)
    SELECT gen_random_uuid(), p, p_causes, p_staff FROM unnest(p_portions) p
    ON CONFLICT (portion_id) WHERE outcome IS NULL DO UPDATE
       SET causes = (SELECT array_agg(DISTINCT c)
                       FROM unnest(quality_reviews.causes || excluded.causes) c);
END $$;

-- One portion fails its check: it stays blocked for good, and what quality let sell of its batch
-- waits for a reviewer. For every function that finds a portion wanting.
CREATE FUNCTION wedge.fail_of_batch(p_portion uuid, p_cause text, p_terminal uuid, p_staff uuid)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_portion wedge.portions;
    v_held uuid[];
BEGIN
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_portion;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    END IF;
    -- All of the batch in one order, so that two failures of one batch cannot block each other.
    PERFORM FROM wedge.portions WHERE whole_id = v_portion.whole_id ORDER BY id FOR UPDATE;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_portion;
    IF v_portion.state IN ('served', 'wasted') OR v_portion.quality_status = 'failed' THEN
        PERFORM wedge.refuse('changed', coalesce(
            nullif(v_portion.quality_status, 'good'), v_portion.state));
    END IF;
    SELECT coalesce(array_agg(id), '{}') INTO v_held FROM wedge.portions
     WHERE whole_id = v_portion.whole_id AND id <> p_portion
       AND state NOT IN ('served', 'wasted') AND wedge.quality_sells(quality_status);
    PERFORM wedge.hold_for_review(ARRAY[p_portion], 'failed', ARRAY[p_cause], p_staff);
    PERFORM wedge.hold_for_review(v_held, 'held', ARRAY['batch'], p_staff);
    PERFORM wedge.journal_append(p_terminal, p_staff, 'fail portion',
        jsonb_build_object('portion', v_portion.code, 'cause', p_cause,
                           'held', cardinality(v_held)));
END $$;

CREATE FUNCTION wedge.fail_portion(
    p_session uuid, p_request uuid, p_portion uuid, p_cause text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'fail_portion');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_cause, ''))) NOT BETWEEN 1 AND 40 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    END IF;
    PERFORM wedge.fail_of_batch(p_portion, btrim(p_cause), v_who.terminal_id, v_who.staff_id);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'fail_portion', '{}');
END $$;

-- Refuse unless each of the locked portions may be decided like this.
CREATE FUNCTION wedge.check_decision(p_portions uuid[], p_outcome text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_odd text;
BEGIN
    IF (SELECT count(*) FROM wedge.portions WHERE id = ANY (p_portions))
        <> cardinality(p_portions)
    THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    END IF;
    SELECT string_agg(code, ', ' ORDER BY code) INTO v_odd FROM wedge.portions
     WHERE id = ANY (p_portions) AND NOT (
         state NOT IN ('served', 'wasted')
         AND (quality_status IN ('review', 'held') OR quality_status = 'failed'
                                                      AND p_outcome = 'wasted')
         AND (p_outcome <> 'wasted' OR state <> 'committed'));
    IF v_odd IS NOT NULL THEN
        PERFORM wedge.refuse('changed', v_odd);
    END IF;
    -- What looks too poor to be sold is not made better by a decision.
    IF p_outcome <> 'wasted' AND EXISTS (
        SELECT FROM wedge.portions WHERE id = ANY (p_portions)
           AND presentation < wedge.portion_rule('presentation_unsellable_below'))
    THEN
        PERFORM wedge.refuse('not_permitted', 'presentation');
    END IF;
END $$;

-- Throw away what a reviewer gave up; an open order loses its line first.
CREATE FUNCTION wedge.waste_reviewed(p_portions uuid[], p_terminal uuid, p_staff uuid)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line uuid;
BEGIN
    FOR v_line IN SELECT l.id FROM wedge.ticket_lines l
                    JOIN wedge.portions p ON p.id = l.portion_id AND p.state = 'reserved'
                   WHERE p.id = ANY (p_portions) AND NOT l.voided LOOP
        PERFORM wedge.drop_line(v_line);
    END LOOP;
    UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL WHERE id = ANY (p_portions);
    INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id, terminal_id)
    SELECT gen_random_uuid(), r.id, p.id, 'quality review', r.cost_minor, p_staff, p_terminal
      FROM wedge.portions p JOIN wedge.products r ON r.id = p.product_id
     WHERE p.id = ANY (p_portions);
END $$;

-- All of the portions or none: release, mark down by p_markdown_bp, or waste.
CREATE FUNCTION wedge.decide_review(
    p_session uuid, p_request uuid, p_portions uuid[], p_outcome text, p_markdown_bp int,
    p_reason text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_markdown int := CASE p_outcome WHEN 'marked_down' THEN p_markdown_bp ELSE 0 END;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'decide_review');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_outcome IS NULL OR p_outcome NOT IN ('released', 'marked_down', 'wasted')
        OR cardinality(p_portions) IS DISTINCT FROM (SELECT count(DISTINCT p)::int
                                                       FROM unnest(p_portions) p)
        OR cardinality(p_portions) = 0
    THEN
        PERFORM wedge.refuse('unknown_item', 'decision');
    ELSIF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    ELSIF p_outcome = 'marked_down' AND NOT coalesce(p_markdown_bp BETWEEN 1
            AND wedge.portion_rule('presentation_max_share') * 10000, false) THEN
        PERFORM wedge.refuse('bad_price', 'markdown');
    END IF;
    PERFORM FROM wedge.tickets WHERE id IN (
        SELECT ticket_id FROM wedge.portions WHERE id = ANY (p_portions)) ORDER BY id FOR UPDATE;
    PERFORM FROM wedge.portions WHERE id = ANY (p_portions) ORDER BY id FOR UPDATE;
    PERFORM wedge.check_decision(p_portions, p_outcome);
    UPDATE wedge.quality_reviews
       SET outcome = p_outcome, markdown_bp = v_markdown, reason = btrim(p_reason),
           decided_by = v_who.staff_id, decided_at = clock_timestamp()
     WHERE portion_id = ANY (p_portions) AND outcome IS NULL;
    IF p_outcome = 'wasted' THEN
        PERFORM wedge.waste_reviewed(p_portions, v_who.terminal_id, v_who.staff_id);
    ELSE
        UPDATE wedge.portions SET review_causes = '{}', markdown_bp = v_markdown,
               quality_status = CASE p_outcome WHEN 'released' THEN 'good' ELSE p_outcome END
         WHERE id = ANY (p_portions);
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'quality review',
        jsonb_build_object('outcome', p_outcome, 'markdown_bp', v_markdown,
                           'reason', btrim(p_reason), 'portions', (
            SELECT jsonb_agg(code ORDER BY code) FROM wedge.portions WHERE id = ANY (p_portions))));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'decide_review', '{}');
END $$;

-- The quality score of a whole that was cut without one: from now on its portions may be sold.
CREATE FUNCTION wedge.score_whole(
    p_session uuid, p_request uuid, p_whole uuid, p_score double precision
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_count int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'score_whole');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_score IS NULL OR NOT p_score BETWEEN 0 AND 10 THEN
        PERFORM wedge.refuse('bad_quantity', 'score');
    END IF;
    UPDATE wedge.portions
       SET initial_quality = p_score,
           quality_status = CASE WHEN cardinality(review_causes) = 0 THEN 'good' ELSE 'review' END
     WHERE whole_id = p_whole AND quality_status = 'unscored';
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count = 0 THEN
        PERFORM wedge.refuse('changed', 'score');
    END IF;
    INSERT INTO wedge.quality_reviews (id, portion_id, causes, opened_by)
    SELECT gen_random_uuid(), id, review_causes, v_who.staff_id FROM wedge.portions
     WHERE whole_id = p_whole AND quality_status = 'review' ON CONFLICT DO NOTHING;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'score whole',
        jsonb_build_object('whole', (SELECT code FROM wedge.wholes WHERE id = p_whole),
                           'score', p_score, 'portions', v_count));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'score_whole', '{}');
END $$;

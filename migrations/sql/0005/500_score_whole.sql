-- The quality score of a whole that was cut without one: from now on its portions may be sold, first
-- to whoever waits for them. It is the check after cutting: whoever may sign checks gives it.
CREATE OR REPLACE FUNCTION wedge.score_whole(
    p_session uuid, p_request uuid, p_whole uuid, p_score double precision
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_count int;
    v_waiting uuid[];
    v_cut record;
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
    v_waiting := wedge.lock_waiting((SELECT product_id FROM wedge.wholes WHERE id = p_whole));
    UPDATE wedge.portions
       SET initial_quality = p_score,
           quality_status = CASE WHEN cardinality(review_causes) = 0 THEN 'good' ELSE 'review' END
     WHERE whole_id = p_whole AND quality_status = 'unscored';
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count = 0 THEN
        PERFORM wedge.refuse('changed', 'score');
    END IF;
    SELECT w.product_id, w.cut_at <= clock_timestamp() - make_interval(secs =>
               (r ->> 'step_due_s')::double precision
               + (r ->> 'overdue_after_s')::double precision) AS late INTO v_cut
      FROM wedge.wholes w,
           wedge.policy_read(wedge.settings_document(), 'food.checkpoints') r
     WHERE w.id = p_whole;
    PERFORM wedge.sign_cut(p_whole, v_cut.product_id, v_who.staff_id, p_score, NOT v_cut.late);
    INSERT INTO wedge.quality_reviews (id, portion_id, causes, opened_by)
    SELECT gen_random_uuid(), id, review_causes, v_who.staff_id FROM wedge.portions
     WHERE whole_id = p_whole AND quality_status = 'review' ON CONFLICT DO NOTHING;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'score whole',
        jsonb_build_object('whole', (SELECT code FROM wedge.wholes WHERE id = p_whole),
                           'score', p_score, 'portions', v_count));
    PERFORM wedge.fill_waiting(p_whole, v_waiting, v_who.terminal_id, v_who.staff_id);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'score_whole', '{}');
END $$;

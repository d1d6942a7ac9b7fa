-- Too much trouble of one product or unit in a day puts it under watch until the day closes; late
-- failures lower its learned curves as well, for a manager to review.
CREATE OR REPLACE FUNCTION wedge.note_trouble(p_subject uuid, p_trouble text, p_inspection uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz;
    v_since timestamptz;
    v_count int;
    v_least int;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_subject::text, 11));
    INSERT INTO wedge.trouble (subject_id, trouble, inspection_id)
    VALUES (p_subject, p_trouble, p_inspection);
    v_now := clock_timestamp();
    SELECT greatest(wedge.day_start(), max(until)) INTO v_since FROM wedge.watches
     WHERE subject_id = p_subject AND reset_by IS NOT NULL;
    SELECT count(*) INTO v_count FROM wedge.trouble
     WHERE subject_id = p_subject AND trouble = p_trouble
       AND at > coalesce(v_since, wedge.day_start());
    v_least := CASE p_trouble
        WHEN 'late_failure'
            THEN wedge.policy_number('{food,checkpoints,late_failures_a_day}', 2)
        ELSE 1 + wedge.policy_number('{food,checkpoints,degradations_a_day}', 3) END;
    IF v_count >= v_least AND NOT EXISTS (
        SELECT FROM wedge.watches WHERE subject_id = p_subject AND until > v_now)
    THEN
        INSERT INTO wedge.watches (id, subject_id, trouble, since, until)
        VALUES (gen_random_uuid(), p_subject, p_trouble, v_now,
                wedge.day_end(v_now));
        IF p_trouble = 'late_failure' THEN
            PERFORM wedge.lower_curves(p_subject, coalesce(v_since, wedge.day_start()));
        END IF;
    END IF;
END $$;

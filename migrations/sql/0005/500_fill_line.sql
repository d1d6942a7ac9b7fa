-- Give the line that portion, which has that score now; price and receipt stay, and the time that
-- was told is kept. False where the line may not have it: another allergen, or its size does not
-- come out of it.
CREATE OR REPLACE FUNCTION wedge.fill_line(
    p_line wedge.ticket_lines, p_new wedge.portions, p_score double precision, p_terminal uuid,
    p_staff uuid
) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old wedge.portions;
    v_after wedge.ticket_lines;
    v_grade text := wedge.grade_of(p_score);
    v_lowered boolean := wedge.past_limit_codes(p_line.ticket_id, p_line.id) IS NULL;
    v_taken jsonb := jsonb_build_object(
        'portion_id', p_new.id, 'grade', v_grade, 'reason', 'waited',
        'score_milli', round(p_score * 1000)::int,
        'unit_price_minor', p_line.base_price_minor,
        'breakdown', jsonb_build_array(jsonb_build_object(
            'reason', 'base', 'amount_minor', p_line.base_price_minor, 'rule_version', 1)));
BEGIN
    SELECT * INTO v_old FROM wedge.portions WHERE id = p_line.portion_id FOR UPDATE;
    v_after := wedge.give_portion(p_line, p_new, v_grade, wedge.looked_reason(v_old),
                                  clock_timestamp() + interval '1 minute');
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = p_new.id;
    PERFORM wedge.retire_portion(v_old, p_line.ticket_id,
                                 v_lowered OR wedge.only_faded(v_old, clock_timestamp()),
                                 p_terminal, p_staff);
    PERFORM wedge.note_decision(
        'substituted', p_terminal, p_staff, v_after,
        v_taken || jsonb_build_object(
            'former_score_milli', round(1000 * coalesce(
                wedge.live_score(v_old, clock_timestamp()), v_old.inspected_score))::int),
        v_old.id, wedge.looked_reason(v_old), wedge.looked_note(v_old), NULL,
        jsonb_build_array(v_taken));
    RETURN true;
EXCEPTION WHEN SQLSTATE 'WG001' THEN
    RETURN false;
END $$;

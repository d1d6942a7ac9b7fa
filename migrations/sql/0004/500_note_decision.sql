-- Write a decision down. p_candidate is the portion that was taken (or refused by the guest);
-- p_ranking are all that were considered, best first. What the line keeps paying above or below
-- the portion's own price is the variance.
CREATE OR REPLACE FUNCTION wedge.note_decision(
    p_kind text, p_terminal uuid, p_staff uuid, p_line wedge.ticket_lines, p_candidate jsonb, p_former uuid,
    p_reason text, p_note text, p_approver uuid, p_ranking jsonb
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_own bigint;
BEGIN
    SELECT coalesce(sum((s ->> 'amount_minor')::bigint), 0) INTO v_own
      FROM jsonb_array_elements(coalesce(p_candidate -> 'breakdown', '[]')) s
     WHERE s ->> 'reason' <> 'quoted';
    IF p_kind <> 'explained' THEN
        v_own := wedge.sized_price(p_line, v_own::int);
    END IF;
    INSERT INTO wedge.allocation_decisions (
        id, kind, ticket_id, line_id, terminal_id, staff_id, approver_id, policy_version,
        portion_id, score_milli, sell_first, former_id, former_score_milli, reason, note,
        charged_minor, variance_minor, document)
    VALUES (
        gen_random_uuid(), p_kind, p_line.ticket_id, p_line.id, p_terminal, p_staff, p_approver,
        coalesce((wedge.settings_document() -> 'allocation' ->> 'version')::int, 1),
        (p_candidate ->> 'portion_id')::uuid, (p_candidate ->> 'score_milli')::int,
        coalesce((p_candidate ->> 'sell_first')::boolean, false), p_former,
        (p_candidate ->> 'former_score_milli')::int, left(coalesce(p_reason, ''), 40),
        btrim(coalesce(p_note, '')), p_line.unit_price_minor, v_own - p_line.unit_price_minor,
        jsonb_build_object('grade', p_candidate -> 'grade',
                           'prefers', coalesce(p_candidate -> 'prefers', '[]'), 'ranking', (
            SELECT coalesce(jsonb_agg(jsonb_build_array(
                       c.value -> 'portion_id', c.value -> 'score_milli', c.value -> 'grade',
                       c.value -> 'unit_price_minor', c.value -> 'reason') ORDER BY c.ordinality),
                   '[]')
              FROM jsonb_array_elements(p_ranking) WITH ORDINALITY c
             WHERE c.ordinality <= 30)));
END $$;

-- The one extension of a lot's quality limit, and waste booked for many portions at once.

CREATE TABLE wedge.extensions (
    whole_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    from_at TIMESTAMP WITH TIME ZONE NOT NULL,
    to_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reason TEXT NOT NULL,
    asked_by UUID NOT NULL,
    granted_by UUID NOT NULL,
    CONSTRAINT pk_extensions PRIMARY KEY (whole_id),
    CONSTRAINT fk_extensions_whole_id_wholes FOREIGN KEY (whole_id) REFERENCES wedge.wholes (id),
    CONSTRAINT fk_extensions_asked_by_staff FOREIGN KEY (asked_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_extensions_granted_by_staff FOREIGN KEY (granted_by) REFERENCES wedge.staff (id),
    CONSTRAINT ck_extensions_later CHECK (to_at > from_at)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.extensions
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- The law's limit of a lot in its unit; nothing moves it.
CREATE FUNCTION wedge.safety_until(p_whole wedge.wholes, p_kind text) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT least(p_whole.expires_at, p_whole.cut_at + CASE p_kind
        WHEN 'hot' THEN make_interval(secs => wedge.policy_number(
            '{food,jurisdiction,hot_display_limit_s}', 14400)::double precision)
        WHEN 'cold' THEN make_interval(secs => wedge.policy_number(
            '{food,jurisdiction,cold_after_cut_limit_s}', 259200)::double precision)
        END)
$$;

-- Refused with the fault's name in the detail, the first of app/domain/life_extension.py's list.
CREATE FUNCTION wedge.check_extension(p_whole wedge.wholes, p_to timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_until timestamptz;
    v_safety timestamptz;
    v_violated boolean;
BEGIN
    SELECT max(p.expires_at), min(wedge.safety_until(p_whole, u.kind)),
           bool_or(EXISTS (SELECT FROM wedge.temperature_readings r
                            WHERE r.holding_unit_id = u.id AND r.at >= p_whole.cut_at
                              AND wedge.breaks_limits(u.id, r.temperature_mc)))
      INTO v_until, v_safety, v_violated
      FROM wedge.portions p JOIN wedge.holding_units u ON u.id = p.holding_unit_id
     WHERE p.whole_id = p_whole.id AND p.state NOT IN ('served', 'wasted');
    IF v_until IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    ELSIF EXISTS (SELECT FROM wedge.extensions WHERE whole_id = p_whole.id) THEN
        PERFORM wedge.refuse('extension_refused', 'already_extended');
    ELSIF v_violated THEN
        PERFORM wedge.refuse('extension_refused', 'temperature_violated');
    ELSIF clock_timestamp() >= v_until THEN
        PERFORM wedge.refuse('extension_refused', 'expired');
    ELSIF p_to IS NULL OR p_to <= v_until THEN
        PERFORM wedge.refuse('extension_refused', 'not_later');
    ELSIF p_to > v_safety THEN
        PERFORM wedge.refuse('extension_refused', 'past_safety_limit');
    ELSIF p_to > v_until + make_interval(secs => wedge.policy_number(
            '{food,shelf_life,max_extension_s}', 1800)::double precision) THEN
        PERFORM wedge.refuse('extension_refused', 'too_long');
    END IF;
    RETURN v_until;
END $$;

-- p_until_s: the new limit in whole Unix seconds, as the approval's subject names it.
CREATE FUNCTION wedge.extend_life(
    p_session uuid, p_request uuid, p_whole uuid, p_until_s bigint, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
    v_to timestamptz := to_timestamp(p_until_s);
    v_from timestamptz;
    v_granted uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'extend_life');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    END IF;
    v_from := wedge.check_extension(v_whole, v_to);
    v_granted := wedge.use_approval(p_approval, v_who.terminal_id, 'quality_extension',
        jsonb_build_object('whole_id', p_whole, 'until_s', p_until_s), NULL);
    INSERT INTO wedge.extensions (whole_id, from_at, to_at, reason, asked_by, granted_by)
    SELECT p_whole, v_from, v_to, a.reason, v_who.staff_id, v_granted
      FROM wedge.approvals a WHERE a.id = p_approval;
    UPDATE wedge.wholes SET extended_from = v_from WHERE id = p_whole;
    UPDATE wedge.portions SET expires_at = v_to
     WHERE whole_id = p_whole AND state NOT IN ('served', 'wasted');
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'extend life',
        jsonb_build_object('whole', v_whole.code, 'from', v_from, 'to', v_to,
                           'approval_id', p_approval, 'granted_by', v_granted));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'extend_life', '{}');
END $$;

-- All or none of them: each portion gets its own waste record.
CREATE FUNCTION wedge.waste_portions(
    p_session uuid, p_request uuid, p_portions uuid[], p_cause text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_codes text;
    v_count int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'waste_portions');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_cause, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    ELSIF coalesce(cardinality(p_portions), 0) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_quantity', 'portions');
    END IF;
    PERFORM FROM wedge.portions WHERE id = ANY (p_portions) ORDER BY id FOR UPDATE;
    SELECT string_agg(code, ', ' ORDER BY code)
               FILTER (WHERE state NOT IN ('available', 'quarantined', 'in_doubt')),
           count(*)
      INTO v_codes, v_count FROM wedge.portions WHERE id = ANY (p_portions);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('changed', v_codes);
    ELSIF v_count <> (SELECT count(DISTINCT x) FROM unnest(p_portions) x) THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    END IF;
    WITH gone AS (
        UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL
         WHERE id = ANY (p_portions) RETURNING id, product_id)
    INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id, terminal_id)
    SELECT gen_random_uuid(), p.id, g.id, btrim(p_cause), p.cost_minor, v_who.staff_id,
           v_who.terminal_id
      FROM gone g JOIN wedge.products p ON p.id = g.product_id;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'waste portions',
        jsonb_build_object('portions', to_jsonb(p_portions), 'cause', p_cause));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'waste_portions', '{}');
END $$;

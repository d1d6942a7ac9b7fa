-- The hours of offers by the store's own clock: a till whose clock is wrong, or whose picture is
-- old, cannot grant one that has ended (app/domain/prices/schedule.py has the same rules).

-- Whether a schedule holds when the wall clock shows p_local. The start counts, the end does not;
-- equal hours are the whole day; hours past midnight belong to the day on which they begin.
CREATE FUNCTION wedge.schedule_covers(p_schedule jsonb, p_local timestamp) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_from time := coalesce((p_schedule ->> 'from_time')::time, '00:00');
    v_until time := coalesce((p_schedule ->> 'until_time')::time, '00:00');
    v_day date := p_local::date;
BEGIN
    IF v_from < v_until AND NOT (p_local::time >= v_from AND p_local::time < v_until)
        OR v_from > v_until AND p_local::time < v_from AND p_local::time >= v_until
    THEN
        RETURN false;
    ELSIF v_from > v_until AND p_local::time < v_from THEN
        v_day := v_day - 1;
    END IF;
    RETURN v_day >= coalesce((p_schedule ->> 'first_day')::date, '-infinity')
       AND v_day <= coalesce((p_schedule ->> 'last_day')::date, 'infinity')
       AND coalesce(p_schedule -> 'weekdays', '[0, 1, 2, 3, 4, 5, 6]')
           @> to_jsonb((extract(isodow FROM v_day) - 1)::int);
END $$;

-- Whether it holds now, within two seconds on either side: so long an answer may be on its way.
-- An hour that the clocks show twice counts twice, one they never show never comes.
CREATE FUNCTION wedge.covers_now(p_schedule jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_zone text := wedge.settings_document() ->> 'time_zone';
BEGIN
    RETURN (
        SELECT bool_or(wedge.schedule_covers(
                   p_schedule, (clock_timestamp() + s * interval '1 second') AT TIME ZONE v_zone))
          FROM unnest('{-2,0,2}'::int[]) s);
END $$;

-- Refuse a promotion, slow hours or peak of a breakdown that are not on now. What a line already
-- has (p_known) came while they were.
CREATE FUNCTION wedge.check_hours(p_breakdown jsonb, p_known jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_pricing jsonb := wedge.settings_document() -> 'pricing';
    v_step jsonb;
    v_on boolean;
BEGIN
    FOR v_step IN
        SELECT s FROM jsonb_array_elements(p_breakdown) s
         WHERE (s ->> 'reason' = 'promotion' OR s ->> 'code' IN ('slow_hours', 'peak'))
           AND NOT EXISTS (
               SELECT FROM jsonb_array_elements(coalesce(nullif(p_known, 'null'), '[]')) k
                WHERE k -> 'code' = s -> 'code' AND k -> 'params' = s -> 'params')
    LOOP
        IF v_step ->> 'reason' = 'promotion' THEN
            SELECT bool_or(wedge.covers_now(p -> 'schedule')) INTO v_on
              FROM jsonb_array_elements(coalesce(v_pricing -> 'promotions', '[]')) p
             WHERE p ->> 'id' = v_step -> 'params' ->> -1;
        ELSE
            SELECT bool_or(wedge.covers_now(w -> 'schedule')) INTO v_on
              FROM jsonb_array_elements(coalesce(v_pricing -> 'windows', '[]')) w
             WHERE w ->> 'name' = v_step -> 'params' ->> 0
               AND (wedge.fraction(w ->> 'points') < 0) = (v_step ->> 'code' = 'slow_hours')
               AND (v_step ->> 'code' = 'slow_hours'
                    OR coalesce(w #>> '{justification,approved_by}', '') <> '');
        END IF;
        IF v_on IS NOT TRUE THEN
            PERFORM wedge.refuse('prices_changed', 'the offer is not on');
        END IF;
    END LOOP;
END $$;

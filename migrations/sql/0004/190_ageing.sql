-- How food ages by the readings of its holding unit, and what its score is then: app/domain/exposure.py
-- and app/domain/quality.py, figure by figure (docs/quality.md). Whoever needs a score asks here.

-- The model in force for a product, and how long a reading is carried: what p_curve is below.
CREATE FUNCTION wedge.ageing_of(p_product wedge.products) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'curve', p_product.curve, 'e7_s', p_product.e7_s, 'beta', p_product.beta,
        'q10', p_product.q10, 'reference_temperature_mc', p_product.reference_temperature_mc,
        'unobserved_after_s', wedge.policy_number('{quality,unobserved_after_s}', 900))
$$;

-- Effective seconds per second at a temperature; null for none (greatest and least pass over nulls).
-- The exponent is held where every sum stays finite. This and the next have no path of their own (their
-- callers pin it): they are asked of each reading, and setting it would cost more than the sum.
CREATE FUNCTION wedge.ageing_rate(p_temperature_mc int, p_q10 double precision, p_reference_mc int)
RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_temperature_mc IS NOT NULL THEN exp(greatest(-300, least(300,
        ln(p_q10) * (p_temperature_mc - p_reference_mc) / 10000.0::double precision))) END
$$;

-- Effective seconds from a reading over p_elapsed, at most to the next reading: straight from one
-- rate to the other; beyond p_carry at the worst rate, and never less than straight. p_gap null: it
-- is the last reading.
CREATE FUNCTION wedge.exposure_within(
    p_rate double precision, p_next double precision, p_gap double precision,
    p_carry double precision, p_worst double precision, p_elapsed double precision
) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_gap IS NULL THEN x.carried
                WHEN p_gap <= p_carry THEN x.straight
                ELSE greatest(x.straight, x.carried) END
      FROM (SELECT p_rate * least(p_elapsed, p_carry)
                   + p_worst * (p_elapsed - least(p_elapsed, p_carry)) AS carried,
                   p_rate * p_elapsed + CASE WHEN p_gap > 0
                       THEN (p_next - p_rate) / p_gap * p_elapsed * p_elapsed / 2.0
                       ELSE 0 END AS straight) x
$$;

-- Effective seconds that gather in a unit from p_from to p_until; p_first and p_last: the readings
-- that count, both ends among them. The worst of these counts where nobody observed.
CREATE FUNCTION wedge.effective_s(
    p_unit uuid, p_from timestamptz, p_until timestamptz,
    p_first timestamptz, p_last timestamptz, p_curve jsonb
) RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_from double precision := extract(epoch FROM p_from);
    v_until double precision := extract(epoch FROM p_until);
    v_carry double precision := (p_curve ->> 'unobserved_after_s')::double precision;
    v_q10 double precision := (p_curve ->> 'q10')::double precision;
    v_reference int := (p_curve ->> 'reference_temperature_mc')::int;
    v_unit wedge.holding_units;
    v_worst double precision;
    v_start double precision;
    v_age double precision;
BEGIN
    IF v_until <= v_from THEN
        RETURN 0;
    END IF;
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_unit;
    SELECT greatest(1.0, max(wedge.ageing_rate(temperature_mc, v_q10, v_reference)),
                    wedge.ageing_rate(v_unit.min_temperature_mc, v_q10, v_reference),
                    wedge.ageing_rate(v_unit.max_temperature_mc, v_q10, v_reference)),
           extract(epoch FROM min(at))
      INTO v_worst, v_start FROM wedge.temperature_readings
     WHERE holding_unit_id = p_unit AND at BETWEEN p_first AND p_last;
    IF v_start IS NULL THEN
        RETURN v_worst * (v_until - v_from);
    END IF;
    WITH r AS (
        SELECT extract(epoch FROM at)::double precision AS t,
               wedge.ageing_rate(temperature_mc, v_q10, v_reference) AS rate
          FROM wedge.temperature_readings
         WHERE holding_unit_id = p_unit AND at BETWEEN p_first AND p_last),
    s AS (SELECT t, rate, lead(t) OVER w AS next_t, lead(rate) OVER w AS next_rate
            FROM r WINDOW w AS (ORDER BY t))
    SELECT sum(wedge.exposure_within(rate, next_rate, next_t - t, v_carry, v_worst,
                                     least(v_until, coalesce(next_t, v_until)) - t)
             - wedge.exposure_within(rate, next_rate, next_t - t, v_carry, v_worst,
                                     greatest(v_from, t) - t))
      INTO v_age FROM s WHERE t < v_until AND coalesce(next_t, v_until) > v_from;
    RETURN greatest(0, coalesce(v_age, 0)
                       + v_worst * (least(v_until, v_start) - least(v_from, v_start)));
END $$;

-- How far the decay has gone at an effective age: points of a line, else the Weibull exponent. The
-- server refuses to over- and underflow: both ends are held where nothing is left of any score, or
-- nothing gone of it.
CREATE FUNCTION wedge.hazard(p_age_s double precision, p_curve jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN ratio <= 0 THEN 0
                WHEN p_curve ->> 'curve' = 'linear' THEN 10.0 * ratio
                ELSE exp(greatest(-690.0, least(690.0,
                    (p_curve ->> 'beta')::double precision * ln(ratio)))) END
      FROM (SELECT p_age_s / wedge.curve_scale(
                p_curve ->> 'curve', (p_curve ->> 'e7_s')::double precision,
                (p_curve ->> 'beta')::double precision) AS ratio) x
$$;

-- The score at a moment: the first one, or that of the last look between the cut and then, fallen on
-- from there. Null for a product without a curve, and for a portion that was never scored.
CREATE FUNCTION wedge.score_along(
    p_portion wedge.portions, p_cut timestamptz, p_at timestamptz,
    p_first timestamptz, p_last timestamptz, p_curve jsonb
) RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_start double precision := p_portion.initial_quality;
    v_gone double precision := 0;
BEGIN
    IF v_start IS NULL OR p_curve ->> 'e7_s' IS NULL THEN
        RETURN NULL;
    END IF;
    IF p_portion.inspected_at BETWEEN p_cut AND p_at THEN
        v_start := p_portion.inspected_score;
        v_gone := wedge.hazard(wedge.effective_s(p_portion.holding_unit_id, p_cut,
            p_portion.inspected_at, p_first, p_last, p_curve), p_curve);
    END IF;
    v_gone := greatest(0, wedge.hazard(wedge.effective_s(p_portion.holding_unit_id, p_cut, p_at,
        p_first, p_last, p_curve), p_curve) - v_gone);
    RETURN CASE WHEN p_curve ->> 'curve' = 'linear' THEN greatest(0, v_start - v_gone)
                ELSE v_start * exp(-least(690.0, v_gone)) END;
END $$;

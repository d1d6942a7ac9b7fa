-- What a portion's curve expects of it at a moment, worked out by the store from its own readings:
-- app/domain/exposure.py and app/domain/quality.py, figure by figure. No terminal is asked.

ALTER TABLE wedge.inspections
    ADD COLUMN expected DOUBLE PRECISION,
    ADD CONSTRAINT ck_inspections_expected CHECK (expected BETWEEN 0 AND 10);

-- Effective seconds from a reading over p_elapsed, at most to the next reading: straight from one
-- rate to the other; beyond p_carry at the worst rate, and never less than straight.
CREATE FUNCTION wedge.exposure_within(
    p_rate double precision, p_next double precision, p_gap double precision,
    p_carry double precision, p_worst double precision, p_elapsed double precision
) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_gap IS NULL THEN x.carried
                WHEN p_gap <= p_carry THEN x.straight
                ELSE greatest(x.straight, x.carried) END
      FROM (SELECT p_rate * least(p_elapsed, p_carry)
                   + p_worst * (p_elapsed - least(p_elapsed, p_carry)) AS carried,
                   p_rate * p_elapsed + CASE WHEN p_gap > 0
                       THEN (p_next - p_rate) / p_gap * p_elapsed * p_elapsed / 2.0
                       ELSE 0 END AS straight) x
$$;

CREATE FUNCTION wedge.ageing_rate(p_temperature_mc int, p_product wedge.products)
RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT power(p_product.q10::double precision,
                 (p_temperature_mc - p_product.reference_temperature_mc) / 10000.0::double precision)
$$;

-- Effective age gathered from the cut to a moment, in seconds; of the readings every picture has.
CREATE FUNCTION wedge.effective_age_s(
    p_portion wedge.portions, p_product wedge.products, p_at timestamptz
) RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_from double precision := extract(epoch FROM p_portion.cut_at);
    v_to double precision := extract(epoch FROM p_at);
    v_carry double precision := wedge.policy_number('{quality,unobserved_after_s}', 900);
    v_unit wedge.holding_units;
    v_worst double precision;
    v_first double precision;
    v_age double precision;
    v_since timestamptz := least(
        p_portion.cut_at, clock_timestamp() - interval '1 hour', (
            SELECT min(cut_at) FROM wedge.portions WHERE state NOT IN ('served', 'wasted')))
        - interval '1 hour';
BEGIN
    IF v_to <= v_from THEN
        RETURN 0;
    END IF;
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_portion.holding_unit_id;
    SELECT greatest(1.0, max(wedge.ageing_rate(temperature_mc, p_product)),
                    wedge.ageing_rate(v_unit.min_temperature_mc, p_product),
                    wedge.ageing_rate(v_unit.max_temperature_mc, p_product)),
           extract(epoch FROM min(at))
      INTO v_worst, v_first FROM wedge.temperature_readings
     WHERE holding_unit_id = v_unit.id AND at >= v_since;
    IF v_first IS NULL THEN
        RETURN v_worst * (v_to - v_from);
    END IF;
    WITH r AS (
        SELECT extract(epoch FROM at)::double precision AS t,
               wedge.ageing_rate(temperature_mc, p_product) AS rate
          FROM wedge.temperature_readings
         WHERE holding_unit_id = v_unit.id AND at >= v_since),
    s AS (SELECT t, rate, lead(t) OVER w AS next_t, lead(rate) OVER w AS next_rate
            FROM r WINDOW w AS (ORDER BY t))
    SELECT sum(wedge.exposure_within(rate, next_rate, next_t - t, v_carry, v_worst,
                                     least(v_to, coalesce(next_t, v_to)) - t)
             - wedge.exposure_within(rate, next_rate, next_t - t, v_carry, v_worst,
                                     greatest(v_from, t) - t))
      INTO v_age FROM s WHERE t < v_to AND coalesce(next_t, v_to) > v_from;
    RETURN greatest(0, coalesce(v_age, 0)
                       + v_worst * (least(v_to, v_first) - least(v_from, v_first)));
END $$;

-- How far a curve has come down at an effective age: points of a line, else the Weibull exponent.
CREATE FUNCTION wedge.curve_gone(p_product wedge.products, p_age_s double precision)
RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_age_s <= 0 THEN 0
                WHEN p_product.curve = 'linear' THEN 10.0 * p_age_s
                    / wedge.curve_scale(p_product.curve, p_product.e7_s, p_product.beta)
                ELSE exp(least(690.0, p_product.beta * ln(p_age_s
                    / wedge.curve_scale(p_product.curve, p_product.e7_s, p_product.beta)))) END
$$;

-- The score at a moment: the first one, or that of the last look, fallen on from there. Null for a
-- product without a curve, and for a portion that was never scored.
CREATE FUNCTION wedge.expected_score(p_portion wedge.portions, p_at timestamptz)
RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_product wedge.products;
    v_start double precision := p_portion.initial_quality;
    v_gone double precision := 0;
BEGIN
    SELECT * INTO v_product FROM wedge.products WHERE id = p_portion.product_id;
    IF v_product.e7_s IS NULL OR v_start IS NULL THEN
        RETURN NULL;
    END IF;
    IF p_portion.inspected_at BETWEEN p_portion.cut_at AND p_at THEN
        v_start := p_portion.inspected_score;
        v_gone := wedge.curve_gone(v_product, wedge.effective_age_s(
            p_portion, v_product, p_portion.inspected_at));
    END IF;
    v_gone := greatest(0, wedge.curve_gone(
        v_product, wedge.effective_age_s(p_portion, v_product, p_at)) - v_gone);
    RETURN CASE WHEN v_product.curve = 'linear' THEN greatest(0, v_start - v_gone)
                -- The server refuses to underflow; beyond e^-690 nothing is left of any score.
                ELSE v_start * exp(-least(690.0, v_gone)) END;
END $$;

-- Whether a score lies so far under what was expected that it is investigated (BR-05.8). In
-- thousandths: 8.0 - 7.0 must not miss a whole point by what floats make of it.
CREATE FUNCTION wedge.is_under_curve(p_expected double precision, p_score double precision)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(round((p_expected - p_score) * 1000)
        >= round(wedge.policy_number('{food,checkpoints,under_curve_points}', 1) * 1000), false)
$$;

-- Whether a portion is below the sale floor at this moment, by the store's own readings: what it was
-- noted at, fallen on along its product's curve (FUL-R.3, docs/quality.md). No terminal is asked.

-- Effective seconds that gather in a unit over a stretch that was observed without a gap: as
-- wedge.effective_s, from the readings of that stretch alone. Null where somebody has to know what the
-- worst reading was: nothing came before the stretch, or for longer than a reading is carried.
CREATE FUNCTION wedge.observed_s(
    p_unit uuid, p_from timestamptz, p_until timestamptz, p_curve jsonb
) RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_carry double precision := (p_curve ->> 'unobserved_after_s')::double precision;
    v_step double precision := ln((p_curve ->> 'q10')::double precision) / 10000;
    v_reference int := (p_curve ->> 'reference_temperature_mc')::int;
    v_from double precision := date_part('epoch', p_from);
    v_until double precision := date_part('epoch', p_until);
    v_first timestamptz;
    v_last timestamptz;
    v_worst_gap double precision;
    v_age double precision;
BEGIN
    IF v_until <= v_from THEN
        RETURN 0;
    END IF;
    SELECT at INTO v_first FROM wedge.temperature_readings
     WHERE holding_unit_id = p_unit AND at <= p_from ORDER BY at DESC LIMIT 1;
    IF v_first IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT at INTO v_last FROM wedge.temperature_readings
     WHERE holding_unit_id = p_unit AND at > p_until ORDER BY at LIMIT 1;
    SELECT max(coalesce(next_t, v_until) - t),
           sum(rate * (b - a) + CASE WHEN next_t > t
               THEN (next_rate - rate) / (next_t - t) * (b * b - a * a) / 2 ELSE 0 END)
      INTO v_worst_gap, v_age
      FROM (SELECT t, rate, next_t, next_rate, greatest(v_from - t, 0) AS a,
                   least(v_until, coalesce(next_t, v_until)) - t AS b
              FROM (SELECT t, rate, lead(t) OVER w AS next_t, lead(rate) OVER w AS next_rate
                      FROM (SELECT date_part('epoch', at) AS t,
                                   exp(greatest(-300, least(300,
                                       v_step * (temperature_mc - v_reference)))) AS rate
                              FROM wedge.temperature_readings
                             WHERE holding_unit_id = p_unit AND at >= v_first
                               AND at <= coalesce(v_last, p_until)) r
                    WINDOW w AS (ORDER BY t)) s
             WHERE t < v_until AND coalesce(next_t, v_until) > v_from) x;
    RETURN CASE WHEN v_worst_gap <= v_carry THEN greatest(0, v_age) END;
END $$;

-- wedge.expected_score, at the price of the portion's own readings wherever they are without a gap.
CREATE FUNCTION wedge.live_score(p_portion wedge.portions, p_at timestamptz)
RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_product wedge.products;
    v_curve jsonb;
    v_start double precision := p_portion.initial_quality;
    v_anchor timestamptz := p_portion.cut_at;
    v_before double precision := 0;
    v_age double precision;
    v_gone double precision;
BEGIN
    SELECT * INTO v_product FROM wedge.products WHERE id = p_portion.product_id;
    IF v_start IS NULL OR v_product.e7_s IS NULL THEN
        RETURN NULL;
    END IF;
    v_curve := wedge.ageing_of(v_product);
    IF p_portion.inspected_at BETWEEN p_portion.cut_at AND p_at THEN
        v_anchor := p_portion.inspected_at;
        v_start := p_portion.inspected_score;
        v_before := wedge.observed_s(
            p_portion.holding_unit_id, p_portion.cut_at, v_anchor, v_curve);
    END IF;
    v_age := v_before + wedge.observed_s(p_portion.holding_unit_id, v_anchor, p_at, v_curve);
    IF v_age IS NULL THEN
        RETURN wedge.expected_score(p_portion, p_at);
    END IF;
    v_gone := wedge.hazard(v_age, v_curve);
    IF v_before > 0 THEN
        v_gone := greatest(0, v_gone - wedge.hazard(v_before, v_curve));
    END IF;
    RETURN CASE WHEN v_product.curve = 'linear' THEN greatest(0, v_start - v_gone)
                ELSE v_start * exp(-least(690.0, v_gone)) END;
END $$;

-- In thousandths, as everything that is held against a curve: 7.000 is at the floor, 6.999 below it.
CREATE FUNCTION wedge.under_floor(p_portion wedge.portions, p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_floor double precision := wedge.sale_floor();
BEGIN
    IF (CASE WHEN p_portion.inspected_at >= p_portion.cut_at THEN p_portion.inspected_score
             ELSE p_portion.initial_quality END) < v_floor THEN
        RETURN true;
    END IF;
    RETURN coalesce(
        round(wedge.live_score(p_portion, p_now) * 1000) < round(v_floor * 1000), false);
END $$;

-- Whether its age alone stands against it: nobody saw it below the floor, nothing else blocks it. Such
-- a portion stays what it is; a look that finds it good enough brings it back.
CREATE FUNCTION wedge.only_faded(p_portion wedge.portions, p_now timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p_portion.state NOT IN ('in_doubt', 'wasted')
       AND wedge.unsafe(p_portion, p_now) IS NOT DISTINCT FROM 'below_floor'
       AND coalesce(CASE WHEN p_portion.inspected_at >= p_portion.cut_at
                         THEN p_portion.inspected_score
                         ELSE p_portion.initial_quality END >= wedge.sale_floor(), true)
$$;

-- The oldest portion that is there, which bounds the readings of the picture: asked of a sale wherever
-- a stretch was not observed.
CREATE INDEX ix_portions_live_cut ON wedge.portions (cut_at)
    WHERE state NOT IN ('served', 'wasted');

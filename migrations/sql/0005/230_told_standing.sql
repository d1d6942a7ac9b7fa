-- What can be true of what a terminal tells of a portion's score, time left and price: worked out by
-- the store from its own rows (190_ageing.sql, app/domain/quality.py, app/services/stock_outlook.py).

-- How far a terminal may be behind with its picture, and how far its clock may be ahead.
CREATE FUNCTION wedge.told_late_s() RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$ SELECT 10.0::double precision $$;
CREATE FUNCTION wedge.told_early_s() RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$ SELECT 2.0::double precision $$;

-- The scores in thousandths and seconds to the end of sale between which a terminal's word of this
-- moment lies; null for what has no score. One look at the readings: within those seconds the rate
-- is that of now.
CREATE FUNCTION wedge.standing_between(
    p_portion wedge.portions,
    OUT least_milli int, OUT most_milli int, OUT least_left_s int, OUT most_left_s int
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_at timestamptz := clock_timestamp() + make_interval(secs => wedge.told_early_s());
    v_span double precision := wedge.told_early_s() + wedge.told_late_s();
    v_curve jsonb := (SELECT wedge.ageing_of(p) FROM wedge.products p
                       WHERE p.id = p_portion.product_id);
    v_line boolean := v_curve ->> 'curve' = 'linear';
    v_scale double precision;
    v_first timestamptz;
    v_start double precision := p_portion.initial_quality;
    v_then double precision := 0;
    v_age double precision;
    v_rate double precision;
    v_now double precision;
    v_floor double precision := wedge.sale_floor();
    v_left double precision;
BEGIN
    IF v_start IS NULL OR v_curve ->> 'e7_s' IS NULL THEN
        RETURN;
    END IF;
    v_first := least(p_portion.cut_at, v_at - interval '1 hour', (
        SELECT min(cut_at) FROM wedge.portions WHERE state NOT IN ('served', 'wasted')))
        - interval '1 hour';
    v_scale := wedge.curve_scale(v_curve ->> 'curve', (v_curve ->> 'e7_s')::double precision,
                                 (v_curve ->> 'beta')::double precision);
    IF p_portion.inspected_at BETWEEN p_portion.cut_at AND v_at THEN
        v_start := p_portion.inspected_score;
        v_then := wedge.hazard(wedge.effective_s(p_portion.holding_unit_id, p_portion.cut_at,
            p_portion.inspected_at, v_first, 'infinity', v_curve), v_curve);
    END IF;
    v_age := wedge.effective_s(p_portion.holding_unit_id, p_portion.cut_at, v_at, v_first,
                               'infinity', v_curve);
    v_rate := wedge.effective_s(p_portion.holding_unit_id, v_at, v_at + interval '10 ms', v_first,
                                'infinity', v_curve) / 0.01;
    v_now := wedge.score_fallen(v_start, wedge.hazard(v_age, v_curve) - v_then, v_line);
    -- A hair below: what floats make of it must not lift a score that was told right.
    least_milli := greatest(0, floor(v_now * 1000 - 0.001) - 1);
    most_milli := least(10000, ceil(wedge.score_fallen(v_start,
        wedge.hazard(greatest(0, v_age - v_rate * v_span), v_curve) - v_then, v_line) * 1000));
    v_left := extract(epoch FROM p_portion.expires_at
                                 - wedge.removal_lead(p_portion.holding_unit_id) - v_at);
    IF v_now <= v_floor THEN
        v_left := 0;
    ELSIF v_line THEN
        v_left := least(v_left, (v_scale * (wedge.hazard(v_age, v_curve) + v_now - v_floor) / 10.0
                                 - v_age) / greatest(v_rate, 1e-9));
    ELSIF v_floor > 0 THEN
        v_left := least(v_left, (v_scale * power(v_then + ln(v_start / v_floor),
                                                 1.0 / (v_curve ->> 'beta')::double precision)
                                 - v_age) / greatest(v_rate, 1e-9));
    END IF;
    v_left := least(v_left, 1e9);
    least_left_s := greatest(0, floor(v_left) - 1);
    most_left_s := greatest(0, ceil(v_left + v_span) + 1);
END $$;

-- A score after so much decay (190_ageing.sql): points of a line, else the Weibull exponent.
CREATE FUNCTION wedge.score_fallen(
    p_start double precision, p_gone double precision, p_line boolean
) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_line THEN greatest(0, p_start - greatest(0, p_gone))
                ELSE p_start * exp(-least(690.0, greatest(0, p_gone))) END
$$;

-- Portions that the day's forecast expects from p_since to p_until (app/domain/forecast/hourly.py);
-- after its last hour the last 24 come again.
CREATE FUNCTION wedge.forecast_between(
    p_demand wedge.demand, p_since timestamptz, p_until timestamptz
) RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(sum(p_demand.hourly_milli[1 + CASE WHEN h < x.size THEN h
                            ELSE x.size - x.cycle + (h - x.size) % x.cycle END]
                        * greatest(0, least(x.till, h + 1) - greatest(x.since, h))), 0) / 1000.0
      FROM (SELECT extract(epoch FROM p_since - p_demand.starts_at)::double precision / 3600 AS since,
                   extract(epoch FROM p_until - p_demand.starts_at)::double precision / 3600 AS till,
                   cardinality(p_demand.hourly_milli) AS size,
                   least(24, cardinality(p_demand.hourly_milli)) AS cycle) x,
           generate_series(greatest(0, floor(x.since))::int,
                           least(x.till, x.since + 1000)::int) h
$$;

-- The same put right by the last hour's count (app/domain/forecast/corrected.py); null where no
-- forecast was made for now.
CREATE FUNCTION wedge.expected_until(p_product uuid, p_until timestamptz) RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_demand wedge.demand;
    v_pace wedge.sales_paces;
    v_weight double precision := wedge.policy_number('{forecast,pace_portions}', 20);
    v_usual double precision;
    v_share double precision := 1;
    v_turn timestamptz;
BEGIN
    SELECT * INTO v_demand FROM wedge.demand WHERE product_id = p_product;
    IF NOT FOUND OR v_now < v_demand.starts_at
        OR v_now >= v_demand.starts_at + cardinality(v_demand.hourly_milli) * interval '1 hour' THEN
        RETURN NULL;
    END IF;
    SELECT * INTO v_pace FROM wedge.sales_paces
     WHERE since < until AND v_now < until + (until - since);
    IF NOT FOUND OR v_pace.since < v_demand.starts_at THEN
        RETURN wedge.forecast_between(v_demand, v_now, p_until);
    END IF;
    v_usual := wedge.forecast_between(v_demand, v_pace.since, v_pace.until) * least(1,
        coalesce((v_pace.sold -> p_product::text ->> 1)::double precision, 0)
        / extract(epoch FROM v_pace.until - v_pace.since)::double precision);
    IF v_usual + v_weight > 0 THEN
        v_share := (coalesce((v_pace.sold -> p_product::text ->> 0)::double precision, 0)
                    + v_weight) / (v_usual + v_weight);
    END IF;
    v_turn := least(greatest(v_now, v_demand.starts_at + interval '24 hours'),
                    greatest(v_now, p_until));
    RETURN v_share * wedge.forecast_between(v_demand, v_now, v_turn)
         + wedge.forecast_between(v_demand, v_turn, p_until);
END $$;

-- The lowest factor by the pace of sale, in thousandths, that a portion with p_left_s left can have:
-- as if all stock of its product had to go by then (app/domain/prices/pace.py).
CREATE FUNCTION wedge.least_pace_milli(p_product uuid, p_left_s int) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_ladder jsonb := nullif(wedge.settings_document() #> '{pricing,pace}', 'null');
    v_deepest numeric := wedge.fraction(coalesce(v_ladder ->> 'deepest', '3/10'));
    v_from numeric := wedge.fraction(coalesce(v_ladder ->> 'from_ratio', '1'));
    v_full numeric := wedge.fraction(coalesce(v_ladder ->> 'full_ratio', '2'));
    v_step numeric := coalesce(nullif(wedge.fraction(coalesce(v_ladder ->> 'step', '1/20')), 0),
                               0.001);
    v_expected double precision;
    v_ratio numeric;
BEGIN
    IF v_ladder IS NULL OR v_deepest = 0 THEN
        RETURN 1000;
    END IF;
    v_expected := wedge.expected_until(
        p_product, clock_timestamp() + make_interval(secs => p_left_s));
    IF v_expected IS NULL THEN
        RETURN 1000;
    END IF;
    SELECT CASE WHEN v_expected <= 0 THEN v_full ELSE (count(*) / v_expected)::numeric END
      INTO v_ratio FROM wedge.portions
     WHERE product_id = p_product AND state IN ('available', 'reserved');
    IF v_ratio <= v_from AND v_ratio < v_full THEN
        RETURN 1000;
    ELSIF v_ratio >= v_full THEN
        RETURN ceil(1000 * (1 - v_deepest));
    END IF;
    RETURN ceil(1000 * (1 - least(v_deepest, v_step * floor(
        round((v_ratio - v_from) / (v_full - v_from) * v_deepest / v_step, 9) + 0.5))));
END $$;

-- Whether rules alone can have made this price of one piece: within cap and margin floor, or those of
-- an offer that was approved to pass them; while its price is being corrected, up to the last kept.
CREATE FUNCTION wedge.may_be_automatic(p_product wedge.products, p_portion uuid, p_price bigint)
RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_limits record;
    v_approved numeric;
BEGIN
    SELECT * INTO v_limits FROM wedge.price_limits(p_product, p_portion);
    SELECT max(greatest(v_limits.change, coalesce(
               wedge.fraction(p -> 'approval' ->> 'max_change'), 0))) INTO v_approved
      FROM jsonb_array_elements(coalesce(nullif(
               wedge.settings_document() #> '{pricing,promotions}', 'null'), '[]')) p
     WHERE jsonb_typeof(p -> 'approval') = 'object'
       AND (jsonb_array_length(coalesce(p -> 'products', '[]')) = 0
            OR p -> 'products' ? p_product.id::text);
    RETURN p_price >= 0 AND (
        p_price BETWEEN ceil(v_limits.base_minor * (1 - coalesce(v_approved, v_limits.change)))
            AND greatest(floor(v_limits.base_minor * (1 + v_limits.change)),
                         least(v_limits.floor_minor,
                               ceil(v_limits.base_minor * (1 + v_limits.change))))
        AND (v_approved IS NOT NULL OR p_price >= v_limits.floor_minor)
        OR coalesce(p_price <= (SELECT wedge.sum_of(breakdown) FROM wedge.last_prices
                                 WHERE id = p_portion), false));
END $$;

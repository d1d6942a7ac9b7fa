-- What each portion was worth when it was handed over, by the temperatures of its holding unit until
-- then: app/domain/exposure.py and quality.py, figure by figure (docs/recovery.md).

CREATE TABLE wedge.served_scores (
    line_id UUID NOT NULL,
    portion_id UUID NOT NULL,
    holding_unit_id UUID NOT NULL,
    cut_at TIMESTAMP WITH TIME ZONE NOT NULL,
    served_at TIMESTAMP WITH TIME ZONE NOT NULL,
    curve JSONB NOT NULL,
    least DOUBLE PRECISION NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    judged_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_served_scores PRIMARY KEY (line_id),
    CONSTRAINT fk_served_scores_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT fk_served_scores_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_served_scores_holding_unit_id_holding_units FOREIGN KEY (holding_unit_id)
        REFERENCES wedge.holding_units (id),
    CONSTRAINT ck_served_scores_scores CHECK (score BETWEEN 0 AND 10 AND least BETWEEN 0 AND 10)
);

CREATE INDEX ix_served_scores_unit ON wedge.served_scores (holding_unit_id, served_at);

-- Effective seconds per second at a temperature. The exponent is held where every sum stays finite.
CREATE FUNCTION wedge.ageing_rate(p_temperature int, p_curve jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT exp(greatest(-300, least(300, ln((p_curve ->> 'q10')::double precision)
        * (p_temperature - (p_curve ->> 'reference_temperature_mc')::int) / 10000.0)))
$$;

-- What gathers in p_elapsed seconds after a reading; p_gap null: it is the last one. A gap never
-- makes food younger than its two readings alone would.
CREATE FUNCTION wedge.aged_after(
    p_elapsed double precision, p_rate double precision, p_gap double precision,
    p_next double precision, p_carry double precision, p_worst double precision
) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_gap IS NULL THEN carried
                WHEN p_gap <= p_carry THEN straight
                ELSE greatest(straight, carried) END
      FROM (SELECT p_rate * least(p_elapsed, p_carry)
                       + p_worst * greatest(0, p_elapsed - p_carry) AS carried,
                   p_rate * p_elapsed + coalesce((p_next - p_rate) / nullif(p_gap, 0), 0)
                       * p_elapsed * p_elapsed / 2 AS straight) x
$$;

-- Effective seconds from the cut to p_until, seen from the hand-over: the readings between the two
-- count, and the one on either side. p_curve holds the product's model and how long a reading is
-- carried.
CREATE FUNCTION wedge.effective_s(
    p_unit uuid, p_cut timestamptz, p_until timestamptz, p_served timestamptz, p_curve jsonb
) RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH log AS (
        SELECT extract(epoch FROM r.at)::double precision AS t,
               wedge.ageing_rate(r.temperature_mc, p_curve) AS rate
          FROM wedge.temperature_readings r
         WHERE r.holding_unit_id = p_unit
           AND r.at >= coalesce((SELECT max(at) FROM wedge.temperature_readings
                                  WHERE holding_unit_id = p_unit AND at <= p_cut), p_cut)
           AND r.at <= coalesce((SELECT min(at) FROM wedge.temperature_readings
                                  WHERE holding_unit_id = p_unit AND at >= p_served), p_served)),
    steps AS (
        SELECT t, rate, lead(t) OVER w AS next_t, lead(rate) OVER w AS next_rate
          FROM log WINDOW w AS (ORDER BY t)),
    span AS (
        SELECT extract(epoch FROM p_cut)::double precision AS from_t,
               extract(epoch FROM p_until)::double precision AS to_t,
               (p_curve ->> 'unobserved_after_s')::double precision AS carry,
               (SELECT min(t) FROM log) AS first_t,
               greatest(1, (SELECT max(rate) FROM log), (
                   SELECT max(wedge.ageing_rate(x.mc, p_curve))
                     FROM wedge.holding_units u,
                          LATERAL (VALUES (u.min_temperature_mc), (u.max_temperature_mc)) x (mc)
                    WHERE u.id = p_unit AND x.mc IS NOT NULL)) AS worst)
    SELECT greatest(0, s.worst * greatest(0, least(s.to_t, coalesce(s.first_t, s.to_t)) - s.from_t)
        + coalesce((
            SELECT sum(
                wedge.aged_after(least(s.to_t, coalesce(e.next_t, s.to_t)) - e.t, e.rate,
                                 e.next_t - e.t, e.next_rate, s.carry, s.worst)
                - wedge.aged_after(greatest(s.from_t, e.t) - e.t, e.rate,
                                   e.next_t - e.t, e.next_rate, s.carry, s.worst))
              FROM steps e
             WHERE e.t < s.to_t AND coalesce(e.next_t, s.to_t) > s.from_t), 0))
      FROM span s
$$;

-- How far the decay has gone at an effective age.
CREATE FUNCTION wedge.decay_gone(p_age_s double precision, p_curve jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN ratio <= 0 THEN 0
                WHEN p_curve ->> 'curve' = 'linear' THEN 10 * ratio
                ELSE exp(greatest(-600, least((p_curve ->> 'beta')::double precision * ln(ratio),
                                              ln(700.0::double precision)))) END
      FROM (SELECT p_age_s / wedge.curve_scale(
                p_curve ->> 'curve', (p_curve ->> 'e7_s')::double precision,
                (p_curve ->> 'beta')::double precision) AS ratio) x
$$;

-- The score at the hand-over: from the cut, or from the last look before it, along the curve.
CREATE FUNCTION wedge.score_served(
    p_portion wedge.portions, p_cut timestamptz, p_served timestamptz, p_curve jsonb
) RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_curve ->> 'curve' = 'linear' THEN greatest(0, x.anchor - x.gone)
                ELSE x.anchor * exp(-x.gone) END
      FROM (
          SELECT CASE WHEN seen THEN p_portion.inspected_score ELSE p_portion.initial_quality END
                     AS anchor,
                 greatest(0, wedge.decay_gone(wedge.effective_s(p_portion.holding_unit_id, p_cut,
                     p_served, p_served, p_curve), p_curve)
                 - CASE WHEN seen THEN wedge.decay_gone(wedge.effective_s(
                       p_portion.holding_unit_id, p_cut, p_portion.inspected_at, p_served,
                       p_curve), p_curve) ELSE 0 END) AS gone
            FROM (SELECT coalesce(p_portion.inspected_at BETWEEN p_cut AND p_served, false)) s (seen)
      ) x
$$;

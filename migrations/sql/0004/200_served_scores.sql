-- What each portion was worth when it was handed over, by the temperatures of its holding unit until
-- then (docs/recovery.md).

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

-- The score at the hand-over, seen from then: the readings between cut and hand-over count, and the
-- one on either side, so that what other portions do later judges nothing anew. p_curve as it was.
CREATE FUNCTION wedge.score_served(
    p_portion wedge.portions, p_cut timestamptz, p_served timestamptz, p_curve jsonb
) RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.score_along(
        p_portion, p_cut, p_served,
        coalesce((SELECT max(at) FROM wedge.temperature_readings
                   WHERE holding_unit_id = p_portion.holding_unit_id AND at <= p_cut), p_cut),
        coalesce((SELECT min(at) FROM wedge.temperature_readings
                   WHERE holding_unit_id = p_portion.holding_unit_id AND at >= p_served), p_served),
        p_curve)
$$;

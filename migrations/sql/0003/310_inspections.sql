-- Inspections with the prediction they were made against, and what they teach about the curve.

CREATE TABLE wedge.inspections (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    portion_id UUID NOT NULL,
    whole_id UUID NOT NULL,
    product_id UUID NOT NULL,
    holding_unit_id UUID NOT NULL,
    kind TEXT NOT NULL,
    step TEXT,
    score DOUBLE PRECISION NOT NULL,
    passed BOOLEAN NOT NULL,
    late BOOLEAN NOT NULL,
    causes TEXT[] NOT NULL,
    note TEXT NOT NULL,
    temperature_mc INTEGER,
    predicted DOUBLE PRECISION NOT NULL,
    effective_age_s DOUBLE PRECISION NOT NULL,
    curve_score DOUBLE PRECISION,
    curve_sd DOUBLE PRECISION,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_inspections PRIMARY KEY (id),
    CONSTRAINT fk_inspections_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_inspections_whole_id_wholes FOREIGN KEY (whole_id) REFERENCES wedge.wholes (id),
    CONSTRAINT fk_inspections_product_id_products FOREIGN KEY (product_id)
        REFERENCES wedge.products (id),
    CONSTRAINT fk_inspections_holding_unit_id_holding_units FOREIGN KEY (holding_unit_id)
        REFERENCES wedge.holding_units (id),
    CONSTRAINT fk_inspections_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_inspections_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_inspections_kind_known CHECK (
        kind IN ('checkpoint', 'random', 'recheck', 'handover')),
    CONSTRAINT ck_inspections_step_known CHECK (step IN ('after_cut', 'on_display', 'handover')),
    CONSTRAINT ck_inspections_step_given CHECK ((kind IN ('checkpoint', 'handover'))
                                                = (step IS NOT NULL)),
    CONSTRAINT ck_inspections_scores CHECK (score BETWEEN 0 AND 10 AND predicted BETWEEN 0 AND 10),
    CONSTRAINT ck_inspections_age CHECK (effective_age_s >= 0),
    CONSTRAINT ck_inspections_reason CHECK (passed OR cardinality(causes) > 0),
    CONSTRAINT ck_inspections_note_text CHECK (char_length(note) <= 500)
);

CREATE INDEX ix_inspections_product ON wedge.inspections (product_id, at);

CREATE INDEX ix_inspections_portion ON wedge.inspections (portion_id, at);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.inspections
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE TABLE wedge.calibrations (
    product_id UUID NOT NULL,
    holding_unit_id UUID NOT NULL,
    prior_theta DOUBLE PRECISION NOT NULL,
    theta DOUBLE PRECISION NOT NULL,
    variance DOUBLE PRECISION NOT NULL,
    inspections INTEGER DEFAULT 0 NOT NULL,
    version INTEGER DEFAULT 1 NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_calibrations PRIMARY KEY (product_id, holding_unit_id),
    CONSTRAINT fk_calibrations_product_id_products FOREIGN KEY (product_id)
        REFERENCES wedge.products (id),
    CONSTRAINT fk_calibrations_holding_unit_id_holding_units FOREIGN KEY (holding_unit_id)
        REFERENCES wedge.holding_units (id),
    CONSTRAINT ck_calibrations_variance CHECK (variance > 0),
    CONSTRAINT ck_calibrations_inspections CHECK (inspections >= 0)
);

-- One step of the filter on theta = ln alpha: app/domain/calibration.py learn(), figure by figure.
CREATE FUNCTION wedge.learn(
    p_theta double precision, p_variance double precision, p_beta double precision,
    p_initial double precision, p_age_s double precision, p_observed double precision,
    p_curve text DEFAULT 'weibull',
    OUT predicted double precision, OUT sd double precision,
    OUT theta double precision, OUT variance double precision
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_hazard double precision := 0;
    v_slope double precision;
    v_noise double precision :=
        wedge.policy_number('{food,calibration,inspector_sd}', 0.6)::double precision
        * wedge.policy_number('{food,calibration,inspector_sd}', 0.6)::double precision
        * wedge.policy_number('{food,calibration,variance_inflation}', 1.15)::double precision;
    v_spread double precision;
    v_gain double precision := 0;
    v_most double precision := ln(4.0::double precision);
BEGIN
    IF p_age_s > 0 THEN
        v_hazard := exp(least(p_beta * (ln(p_age_s) - p_theta), ln(700.0::double precision)));
    END IF;
    IF p_curve = 'linear' THEN
        v_hazard := CASE WHEN p_age_s > 0 THEN exp(least(
            ln(10.0::double precision) + ln(p_age_s) - p_theta,
            ln(700.0::double precision))) ELSE 0 END;
        predicted := greatest(0, p_initial - v_hazard);
        v_slope := CASE WHEN predicted > 0 THEN v_hazard ELSE 0 END;
    ELSE
        predicted := p_initial * exp(-v_hazard);
        -- The server refuses to underflow: a slope that small teaches nothing.
        v_slope := CASE WHEN predicted > 1e-100 AND v_hazard > 1e-100
                        THEN predicted * v_hazard * p_beta ELSE 0 END;
    END IF;
    v_spread := v_noise;
    IF v_slope > 1e-100 THEN
        v_spread := v_slope * v_slope * p_variance + v_noise;
        v_gain := p_variance * v_slope / v_spread;
    END IF;
    sd := sqrt(v_spread);
    theta := p_theta + greatest(-v_most, least(v_most, v_gain * (p_observed - predicted)));
    variance := (1.0 - v_gain * v_slope) * p_variance;
END $$;

-- Let one inspection teach the product in this unit; answers what the curve had said before.
CREATE FUNCTION wedge.calibrate(
    p_product wedge.products, p_unit uuid, p_initial double precision,
    p_age_s double precision, p_observed double precision,
    OUT predicted double precision, OUT sd double precision
)
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_prior double precision;
    v_state wedge.calibrations;
    v_step record;
BEGIN
    IF p_product.e7_s IS NULL OR p_initial <= 0 THEN
        RETURN;
    END IF;
    v_prior := ln(wedge.curve_scale(p_product.curve, p_product.e7_s, p_product.beta));
    INSERT INTO wedge.calibrations (product_id, holding_unit_id, prior_theta, theta, variance)
    VALUES (p_product.id, p_unit, v_prior, v_prior,
            power(wedge.policy_number('{food,calibration,prior_sd}', 0.35)::double precision, 2))
    ON CONFLICT (product_id, holding_unit_id) DO NOTHING;
    SELECT * INTO v_state FROM wedge.calibrations
     WHERE product_id = p_product.id AND holding_unit_id = p_unit FOR UPDATE;
    SELECT * INTO v_step FROM wedge.learn(v_state.theta, v_state.variance, p_product.beta,
                                          p_initial, p_age_s, p_observed, p_product.curve);
    UPDATE wedge.calibrations
       SET theta = v_step.theta, variance = v_step.variance, inspections = inspections + 1,
           version = version + 1, changed_at = clock_timestamp()
     WHERE product_id = p_product.id AND holding_unit_id = p_unit;
    predicted := v_step.predicted;
    sd := v_step.sd;
END $$;

-- A manager puts a learned curve in force for the product.
CREATE FUNCTION wedge.adopt_curve(p_session uuid, p_request uuid, p_product uuid, p_unit uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_state wedge.calibrations;
    v_old double precision;
    v_new double precision;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'adopt_curve');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_state FROM wedge.calibrations
     WHERE product_id = p_product AND holding_unit_id = p_unit FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'calibration');
    ELSIF v_state.inspections < wedge.policy_number('{food,calibration,propose_after}', 5) THEN
        PERFORM wedge.refuse('not_ready', v_state.inspections::text);
    END IF;
    SELECT e7_s INTO v_old FROM wedge.products WHERE id = p_product FOR UPDATE;
    UPDATE wedge.products
       SET e7_s = wedge.curve_e7(curve, exp(v_state.theta), beta)
     WHERE id = p_product RETURNING e7_s INTO v_new;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'adopt curve',
        jsonb_build_object('product_id', p_product, 'holding_unit_id', p_unit, 'from_s', v_old,
                           'to_s', v_new, 'inspections', v_state.inspections,
                           'version', v_state.version));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'adopt_curve',
                          jsonb_build_object('e7_s', v_new));
END $$;

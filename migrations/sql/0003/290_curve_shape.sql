-- A product's score falls along a Weibull curve, or in a straight line: 3 points in its e7.
ALTER TABLE wedge.products
    ADD COLUMN curve TEXT DEFAULT 'weibull' NOT NULL,
    ADD CONSTRAINT ck_products_curve_known CHECK (curve IN ('weibull', 'linear'));

-- The scale alpha in seconds: what calibration learns of (app/domain/quality.py).
CREATE FUNCTION wedge.curve_scale(p_curve text, p_e7 double precision, p_beta double precision)
RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_curve WHEN 'linear' THEN p_e7 * 10.0 / 3.0
        ELSE p_e7 * power(-ln(0.7::double precision), -1.0 / p_beta) END
$$;

CREATE FUNCTION wedge.curve_e7(p_curve text, p_scale double precision, p_beta double precision)
RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_curve WHEN 'linear' THEN p_scale * 3.0 / 10.0
        ELSE p_scale * power(-ln(0.7::double precision), 1.0 / p_beta) END
$$;

-- How a cut portion is judged: the same rule as app/domain/portion_check.py, in whole numbers.

-- A figure of the portion policy; what an older document lacks has the specification's.
CREATE FUNCTION wedge.portion_rule(p_name text) RETURNS numeric
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(
        wedge.fraction(wedge.settings_document() -> 'food' -> 'portions' ->> p_name),
        CASE p_name
            WHEN 'min_portions' THEN 2 WHEN 'max_portions' THEN 16
            WHEN 'least_percent' THEN 85 WHEN 'most_percent' THEN 115
            WHEN 'own_least_percent' THEN 25 WHEN 'own_most_percent' THEN 300
            WHEN 'cake_tolerance_mg' THEN 10000 WHEN 'angle_tolerance_mdeg' THEN 15000
            WHEN 'presentation_unsellable_below' THEN 4
            WHEN 'presentation_max_share' THEN 0.3 END)
$$;

-- Least and greatest weight, both allowed; the product's own limits count where they are tighter.
CREATE FUNCTION wedge.weight_limits(
    p_product wedge.products, p_standard int, OUT least_mg numeric, OUT most_mg numeric
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_tolerance numeric := wedge.portion_rule('cake_tolerance_mg');
BEGIN
    least_mg := ceil(p_standard * greatest(wedge.portion_rule('least_percent') * 100,
                                           p_product.min_portion_bp) / 10000);
    most_mg := floor(p_standard * least(wedge.portion_rule('most_percent') * 100,
                                        p_product.max_portion_bp) / 10000);
    IF EXISTS (SELECT FROM wedge.categories
                WHERE id = p_product.category_id AND cut_by = 'weight')
    THEN
        least_mg := greatest(least_mg, p_standard - v_tolerance);
        most_mg := least(most_mg, p_standard + v_tolerance);
    END IF;
END $$;

-- Why a portion goes to review, every cause once and in order; what is null was not measured.
CREATE FUNCTION wedge.review_causes(
    p_product wedge.products, p_count int, p_standard int, p_weight int, p_angle int,
    p_presentation double precision
) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_limits record;
    v_causes text[] := '{}';
BEGIN
    IF p_angle IS NOT NULL AND EXISTS (
        SELECT FROM wedge.categories WHERE id = p_product.category_id AND cut_by = 'angle')
    THEN
        IF abs(p_angle * p_count - 360000) > wedge.portion_rule('angle_tolerance_mdeg') * p_count
        THEN
            v_causes := v_causes || 'angle'::text;
        END IF;
        IF p_angle::bigint * p_count * 100 NOT BETWEEN wedge.portion_rule('least_percent') * 360000
                                           AND wedge.portion_rule('most_percent') * 360000
        THEN
            v_causes := v_causes || 'size'::text;
        END IF;
    END IF;
    IF p_weight IS NOT NULL AND p_standard IS NOT NULL AND NOT 'size' = ANY (v_causes) THEN
        SELECT * INTO v_limits FROM wedge.weight_limits(p_product, p_standard);
        IF p_weight NOT BETWEEN v_limits.least_mg AND v_limits.most_mg THEN
            v_causes := v_causes || 'size'::text;
        END IF;
    END IF;
    IF p_presentation < wedge.portion_rule('presentation_unsellable_below') THEN
        v_causes := v_causes || 'presentation'::text;
    END IF;
    RETURN v_causes;
END $$;

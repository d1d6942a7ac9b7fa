-- The candidates of the line's own product and cut, whose price is right and not dearer; better
-- grades may be dearer only as an upgrade. A guest's own size must come out of each, and is no part
-- of the price that is compared.
CREATE OR REPLACE FUNCTION wedge.fitting_candidates(
    p_line wedge.ticket_lines, p_candidates jsonb, p_upgrade boolean, p_lower boolean
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_fitting jsonb := '[]';
    v_candidate jsonb;
    v_portion wedge.portions;
    v_product wedge.products;
    v_cut int;
    v_small int := 0;
    v_limit bigint := p_line.unit_price_minor;
BEGIN
    IF p_line.size_approved_by IS NOT NULL THEN
        v_limit := wedge.sum_of(p_line.own_breakdown);
    END IF;
    SELECT w.portions_per_whole INTO v_cut FROM wedge.portions p
      JOIN wedge.wholes w ON w.id = p.whole_id WHERE p.id = p_line.portion_id;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_line.product_id;
    FOR v_candidate IN SELECT value FROM jsonb_array_elements(p_candidates) LOOP
        SELECT p.* INTO v_portion FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
         WHERE p.id = (v_candidate ->> 'portion_id')::uuid AND p.product_id = p_line.product_id
           AND p.id <> p_line.portion_id AND w.portions_per_whole = v_cut;
        CONTINUE WHEN NOT FOUND;
        CONTINUE WHEN NOT p_lower AND v_candidate ->> 'grade' > p_line.grade;
        PERFORM wedge.check_price(v_product, v_portion, v_candidate);
        IF (v_candidate ->> 'unit_price_minor')::bigint > v_limit
            AND NOT (p_upgrade AND v_candidate ->> 'grade' < p_line.grade) THEN
            PERFORM wedge.refuse('bad_price', 'never dearer');
        END IF;
        IF wedge.fits_size(p_line, v_portion.id, '') THEN
            v_fitting := v_fitting || jsonb_build_array(v_candidate);
        ELSE
            v_small := v_small + 1;
        END IF;
    END LOOP;
    IF v_small > 0 AND v_fitting = '[]' THEN
        PERFORM wedge.refuse('gone', 'size');
    END IF;
    RETURN v_fitting;
END $$;

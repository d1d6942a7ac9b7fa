-- A till asks the kitchen to cut: one task of kind 'cut_for_order' for each whole that is wanted
-- (subject {product_id, whole}: 1, 2, …), and a cut does the oldest of its product.

CREATE FUNCTION wedge.cut_was_asked(
    p_product uuid, p_code text, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_subject jsonb;
BEGIN
    SELECT subject INTO v_subject FROM wedge.tasks
     WHERE kind = 'cut_for_order' AND state = 'open'
       AND subject ->> 'product_id' = p_product::text
     ORDER BY opened_at, id LIMIT 1;
    IF FOUND THEN
        PERFORM wedge.task_done('cut_for_order', v_subject, p_code, p_terminal, p_staff);
    END IF;
END $$;

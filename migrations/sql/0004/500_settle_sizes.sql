-- Whatever pays an order: none is paid while a size waits, and what was paid is cut; what is cut
-- off is waste.
CREATE OR REPLACE FUNCTION wedge.settle_sizes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_part wedge.portions;
    v_weight bigint;
BEGIN
    FOR v_line IN SELECT * FROM wedge.ticket_lines
                   WHERE ticket_id = NEW.id AND NOT voided AND asked_mg IS NOT NULL
                   ORDER BY position
    LOOP
        IF v_line.size_approved_by IS NULL THEN
            PERFORM wedge.refuse('approval_needed', 'non_standard_portion');
        END IF;
        SELECT sum(coalesce(part_mg, weight_mg)) - v_line.offcut_mg INTO v_weight
          FROM wedge.portions WHERE ticket_id = NEW.id
           AND (id = v_line.portion_id OR part_of = v_line.id);
        IF v_weight IS DISTINCT FROM v_line.asked_mg THEN
            PERFORM wedge.refuse('gone', 'size');
        END IF;
        IF v_line.offcut_mg > 0 THEN
            PERFORM wedge.waste_offcut(v_line, v_line.portion_id, v_line.offcut_mg,
                                       v_line.asked_mg + v_line.offcut_mg);
            UPDATE wedge.portions SET weight_mg = v_line.asked_mg WHERE id = v_line.portion_id;
        END IF;
        FOR v_part IN SELECT * FROM wedge.portions WHERE part_of = v_line.id ORDER BY id LOOP
            PERFORM wedge.cut_part(v_part, v_line.station_id IS NULL, NEW.staff_id);
        END LOOP;
    END LOOP;
    RETURN NEW;
END $$;

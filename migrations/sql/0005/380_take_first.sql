-- Lock and return the first of the candidates that may be taken now: free, kept from sale by no
-- clock, and of a lot that nobody is blocking.
CREATE OR REPLACE FUNCTION wedge.take_first(p_candidates jsonb, p_ticket uuid, p_wait boolean)
RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_index int;
    v_portion wedge.portions;
    v_candidate jsonb;
    v_line uuid;
BEGIN
    IF p_wait THEN
        -- One row at the most is held at the end and none while waiting: waiters that gathered
        -- rows, or waited for sold ones, would queue behind each other.
        PERFORM FROM jsonb_array_elements(p_candidates) WITH ORDINALITY c (candidate, place)
          JOIN wedge.portions p ON p.id = (c.candidate ->> 'portion_id')::uuid
         WHERE wedge.quality_sells(p.quality_status) AND (p.state = 'available'
            OR p.state = 'reserved' AND p.reserved_until <= clock_timestamp())
         ORDER BY c.place LIMIT 1 FOR UPDATE OF p;
    END IF;
    FOR v_index IN 0 .. jsonb_array_length(p_candidates) - 1 LOOP
        v_candidate := p_candidates -> v_index;
        SELECT * INTO v_portion FROM wedge.portions
         WHERE id = (v_candidate ->> 'portion_id')::uuid
           AND epoch = (v_candidate ->> 'epoch')::int
           AND expires_at > clock_timestamp() AND wedge.quality_sells(quality_status)
           AND (state = 'available' OR state = 'reserved' AND reserved_until <= clock_timestamp())
           FOR UPDATE SKIP LOCKED;
        IF NOT FOUND THEN
            CONTINUE;
        END IF;
        CONTINUE WHEN wedge.off_sale(v_portion, clock_timestamp()) IS NOT NULL;
        -- Its lot is being blocked: another one, or once more when that has ended.
        IF NOT wedge.may_enter(v_portion.whole_id) THEN
            IF p_wait THEN
                RAISE lock_not_available;
            END IF;
            CONTINUE;
        END IF;
        IF v_portion.state = 'available' THEN
            RETURN v_index;
        END IF;
        -- Whoever waits for one like it comes before a new order: the next heartbeat frees it.
        CONTINUE WHEN wedge.somebody_waits(v_portion.product_id) AND NOT EXISTS (
            SELECT FROM wedge.ticket_lines
             WHERE ticket_id = p_ticket AND waits_since IS NOT NULL AND NOT voided);
        -- Its hold ran out: void the line of the earlier holder, unless somebody works on it now.
        IF v_portion.ticket_id <> p_ticket THEN
            PERFORM FROM wedge.tickets WHERE id = v_portion.ticket_id FOR UPDATE SKIP LOCKED;
            IF NOT FOUND THEN
                CONTINUE;
            END IF;
        END IF;
        SELECT id INTO v_line FROM wedge.ticket_lines
         WHERE (portion_id = v_portion.id OR id = v_portion.part_of) AND NOT voided;
        PERFORM wedge.drop_line(v_line);
        RETURN v_index;
    END LOOP;
    RETURN NULL;
END $$;

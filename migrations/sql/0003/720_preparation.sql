-- What a guest asks for with a line: options of the product's list, and a note of one line.

-- Whether a product's list is odd: names twice or too long, prices or times out of range.
CREATE FUNCTION wedge.preparations_odd(p_list jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN jsonb_typeof(p_list) <> 'array' THEN true
                ELSE jsonb_array_length(p_list) > 12 OR (
        SELECT count(*) <> count(DISTINCT lower(btrim(e ->> 'name'))) OR coalesce(bool_or(
                   char_length(btrim(coalesce(e ->> 'name', ''))) NOT BETWEEN 1 AND 40
                   OR e ->> 'name' ~ '[[:cntrl:];]'
                   OR coalesce((e ->> 'price_minor')::numeric, 0) NOT BETWEEN 0 AND 10000000
                   OR coalesce((e ->> 'seconds')::numeric, 0) NOT BETWEEN 0 AND 3600), false)
          FROM jsonb_array_elements(p_list) e) END
$$;

-- The whole wish of a line, in place of what it asked for before. What an option costs and how long
-- it takes is the product's word at this moment, and stays the line's.
CREATE FUNCTION wedge.prepare_line(
    p_session uuid, p_request uuid, p_line uuid, p_options text[], p_note text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_options jsonb;
    v_note text := btrim(coalesce(p_note, ''));
    v_unknown text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'prepare_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(v_note) > 140 OR v_note ~ '[[:cntrl:]]' THEN
        PERFORM wedge.refuse('bad_text', 'note');
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    SELECT min(o.name) INTO v_unknown FROM unnest(p_options) o (name)
     WHERE NOT EXISTS (
         SELECT FROM wedge.products p, jsonb_array_elements(p.preparations) e
          WHERE p.id = v_line.product_id AND e ->> 'name' = o.name);
    IF v_unknown IS NOT NULL THEN
        PERFORM wedge.refuse('unknown_item', v_unknown);
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'name', e ->> 'name', 'price_minor', coalesce((e ->> 'price_minor')::int, 0),
               'seconds', coalesce((e ->> 'seconds')::int, 0)) ORDER BY n), '[]')
      INTO v_options
      FROM wedge.products p, jsonb_array_elements(p.preparations) WITH ORDINALITY x (e, n)
     WHERE p.id = v_line.product_id AND e ->> 'name' = ANY (p_options);
    UPDATE wedge.ticket_lines
       SET preparations = v_options, note = v_note, extras_minor = (
           SELECT coalesce(sum((e ->> 'price_minor')::int), 0)
             FROM jsonb_array_elements(v_options) e)
     WHERE id = p_line;
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'prepare line',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'options', v_options, 'note', v_note));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'prepare_line', '{}');
END $$;

GRANT EXECUTE ON FUNCTION wedge.prepare_line(uuid, uuid, uuid, text[], text) TO pos_app;

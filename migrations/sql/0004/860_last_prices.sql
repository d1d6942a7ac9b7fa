-- The last valid price of portions that have none of their own now (BR-10.7). In the picture, so
-- that a till which starts during the fault offers what its neighbour does (FUL-R.5).

CREATE TABLE wedge.last_prices (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    breakdown JSONB NOT NULL,
    CONSTRAINT pk_last_prices PRIMARY KEY (id),
    CONSTRAINT fk_last_prices_id_portions FOREIGN KEY (id) REFERENCES wedge.portions (id)
);

CREATE VIEW wedge.picture_last_prices AS
SELECT x.id, to_jsonb(x) AS content FROM wedge.last_prices x
  JOIN wedge.portions p ON p.id = x.id AND p.state NOT IN ('served', 'wasted');

SELECT wedge.feed_follow('last_prices', 'last_prices', 'id');

-- The last price that the history has for a portion on sale, as a breakdown; null without one. What
-- one guest was granted on a line is nobody else's price.
CREATE FUNCTION wedge.price_in_history(p_portion uuid, p_base bigint, p_change numeric)
RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_last wedge.price_history;
    v_base bigint;
    v_version int;
BEGIN
    SELECT * INTO v_last FROM wedge.price_history
     WHERE portion_id = p_portion
       AND (line_id IS NULL OR reason IN ('base', 'quality', 'time', 'pace', 'peak'))
     ORDER BY id DESC LIMIT 1;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    v_version := split_part(v_last.rules, '/', 1)::int;
    -- Today's base explains it only where it lies within the allowed change of it.
    v_base := CASE WHEN v_last.new_minor BETWEEN ceil(p_base * (1 - p_change))
                                             AND floor(p_base * (1 + p_change))
                   THEN p_base ELSE v_last.new_minor END;
    RETURN jsonb_build_array(jsonb_build_object('reason', 'base', 'amount_minor', v_base,
               'rule_version', v_version, 'code', 'share', 'params', '[]'::jsonb))
        || CASE WHEN v_base = v_last.new_minor THEN '[]'::jsonb
                ELSE jsonb_build_array(jsonb_build_object(
                    'reason', CASE v_last.reason WHEN 'base' THEN 'quality' ELSE v_last.reason END,
                    'amount_minor', v_last.new_minor - v_base,
                    'rule_version', v_version, 'code', '', 'params', '[]'::jsonb)) END;
END $$;

-- Whether a breakdown can have been a price of the portion. No person stands behind what a terminal
-- tells: base and price lie within the largest change of the menu's price, or the price is one at
-- which the store itself once put the portion on an order.
CREATE FUNCTION wedge.may_be_last(p_told jsonb, p_product wedge.products, p_portion uuid)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(
        wedge.sum_of(p_told) BETWEEN least_minor AND most_minor
        AND (p_told -> 0 ->> 'amount_minor')::bigint BETWEEN least_minor AND most_minor, false)
        OR EXISTS (SELECT FROM wedge.price_history h
                    WHERE h.portion_id = p_portion AND h.line_id IS NOT NULL
                      AND h.reason IN ('base', 'quality', 'time', 'pace', 'peak')
                      AND h.new_minor = wedge.sum_of(p_told)
                      AND (p_told -> 0 ->> 'amount_minor')::bigint >= h.new_minor)
      FROM (SELECT floor(menu * (1 - change)) AS least_minor,
                   ceil(menu * 2 * (1 + change)) AS most_minor
              FROM (SELECT coalesce(
                               p_product.whole_price_minor::numeric / w.portions_per_whole,
                               p_product.base_price_minor * coalesce((
                                   SELECT c.portions_per_whole FROM wedge.portion_configurations c
                                    WHERE c.product_id = p_product.id AND c.is_default)::numeric
                                   / w.portions_per_whole, 1)) AS menu,
                           least(1, wedge.fraction(
                               wedge.settings_document() #>> '{pricing,max_change}')) AS change
                      FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
                     WHERE p.id = p_portion) m) x
$$;

-- The last price of a portion that is being sold during the fault. The terminal that sells it may be
-- the first to say: then its word is kept, as if it had been told a second before.
CREATE FUNCTION wedge.kept_price(p_product wedge.products, p_portion uuid, p_told jsonb)
RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_kept jsonb;
BEGIN
    IF (p_told @? '$[*] ? (@.reason == "promotion" || @.reason == "manual"
                          || @.reason == "loyalty" || @.reason == "size")') IS NOT TRUE
        AND wedge.may_be_last(p_told, p_product, p_portion) THEN
        INSERT INTO wedge.last_prices (id, breakdown) VALUES (p_portion, p_told)
        ON CONFLICT (id) DO NOTHING;
    END IF;
    SELECT l.breakdown INTO v_kept FROM wedge.last_prices l WHERE l.id = p_portion;
    RETURN v_kept;
END $$;

-- Keep what a terminal knows of portions that have no price of their own: [{portion_id, breakdown}],
-- the breakdown null where it does not know. The first word counts; without any the price history's.
-- Only while somebody is asked to correct the product's price. Needs nobody signed in; answers how
-- many were new.
CREATE FUNCTION wedge.keep_last_prices(p_request uuid, p_prices jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_done jsonb := wedge.done_before(p_request, v_terminal.id, 'keep_last_prices');
    v_each record;
    v_limits record;
    v_told jsonb;
    v_count int := 0;
BEGIN
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    ELSIF jsonb_typeof(p_prices) <> 'array' OR jsonb_array_length(p_prices) > 1000 THEN
        PERFORM wedge.refuse('bad_quantity', 'prices');
    END IF;
    DELETE FROM wedge.last_prices x USING wedge.portions p
     WHERE p.id = x.id AND p.state IN ('served', 'wasted');
    FOR v_each IN
        SELECT p.id, d AS product, nullif(s -> 'breakdown', 'null') AS breakdown
          FROM jsonb_array_elements(p_prices) s
          JOIN wedge.portions p ON p.id = (s ->> 'portion_id')::uuid
           AND p.state IN ('available', 'reserved')
          JOIN wedge.products d ON d.id = p.product_id
         WHERE EXISTS (SELECT FROM wedge.tasks t
                        WHERE t.kind = 'price_correction' AND t.state = 'open'
                          AND t.subject ->> 'product_id' = d.id::text)
         ORDER BY p.id
    LOOP
        SELECT * INTO v_limits FROM wedge.price_limits(v_each.product, v_each.id);
        IF v_each.breakdown IS NOT NULL AND NOT coalesce(
            v_each.breakdown -> 0 ->> 'reason' = 'base' AND wedge.sum_of(v_each.breakdown) >= 0,
            false)
        THEN
            PERFORM wedge.refuse('bad_price', v_each.id::text);
        END IF;
        v_told := coalesce(v_each.breakdown, wedge.price_in_history(
            v_each.id, v_limits.base_minor, v_limits.change));
        IF v_told IS NOT NULL AND wedge.may_be_last(v_told, v_each.product, v_each.id) THEN
            INSERT INTO wedge.last_prices (id, breakdown) VALUES (v_each.id, v_told)
            ON CONFLICT (id) DO NOTHING;
            v_count := v_count + (FOUND)::int;
        END IF;
    END LOOP;
    RETURN wedge.remember(p_request, v_terminal.id, 'keep_last_prices',
                          jsonb_build_object('new', v_count));
END $$;

-- The price was looked at: what a portion costs next is worked out anew.
CREATE FUNCTION wedge.forget_last_prices() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    DELETE FROM wedge.last_prices x USING wedge.portions p
     WHERE p.id = x.id AND p.product_id::text = NEW.subject ->> 'product_id';
    RETURN NULL;
END $$;

CREATE TRIGGER last_prices AFTER UPDATE OF state ON wedge.tasks
FOR EACH ROW WHEN (NEW.kind = 'price_correction' AND OLD.state = 'open' AND NEW.state <> 'open')
EXECUTE FUNCTION wedge.forget_last_prices();

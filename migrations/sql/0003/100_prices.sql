-- What the store knows of prices: the limits of one line, promotions and their budgets, history.

ALTER TABLE wedge.ticket_lines
    ADD COLUMN price_inputs JSONB,
    ADD COLUMN own_breakdown JSONB,
    ADD COLUMN quoted_minor INTEGER,
    ADD COLUMN loss_promotion TEXT,
    ADD COLUMN loss_minor INTEGER DEFAULT 0 NOT NULL,
    ADD CONSTRAINT ck_ticket_lines_loss CHECK (loss_minor >= 0);

ALTER TABLE wedge.tickets
    ADD COLUMN price_rules TEXT,
    ADD COLUMN coupons TEXT[] DEFAULT '{}' NOT NULL,
    ADD COLUMN order_inputs JSONB;

-- The versions that prices are worked out under: 'pricing/quality'.
CREATE FUNCTION wedge.price_rules() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (d -> 'pricing' ->> 'version') || '/' || (d -> 'quality' ->> 'version')
      FROM wedge.settings_document() d
$$;

ALTER TABLE wedge.tickets ALTER COLUMN price_rules SET DEFAULT wedge.price_rules();

-- The price a line first came at stays known, whatever lowers it later.
CREATE FUNCTION wedge.quote_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.quoted_minor := NEW.unit_price_minor;
    RETURN NEW;
END $$;

CREATE TRIGGER quote BEFORE INSERT ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.quoted_minor IS NULL) EXECUTE FUNCTION wedge.quote_line();

CREATE TABLE wedge.price_history (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    portion_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    old_minor INTEGER,
    new_minor INTEGER NOT NULL,
    reason TEXT NOT NULL,
    rules TEXT NOT NULL,
    terminal_id UUID NOT NULL,
    line_id UUID,
    CONSTRAINT pk_price_history PRIMARY KEY (id),
    CONSTRAINT fk_price_history_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_price_history_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT ck_price_history_reason_text CHECK (char_length(reason) BETWEEN 1 AND 20),
    CONSTRAINT ck_price_history_price CHECK (new_minor >= 0 AND old_minor >= 0)
);

CREATE INDEX ix_price_history_portion ON wedge.price_history (portion_id, id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.price_history
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- What promotions below cost have lost; changed only by the trigger on lines below.
CREATE TABLE wedge.promotion_losses (
    id UUID NOT NULL,
    promotion_id TEXT NOT NULL,
    used_minor BIGINT NOT NULL,
    CONSTRAINT pk_promotion_losses PRIMARY KEY (id),
    CONSTRAINT uq_promotion_losses_promotion_id UNIQUE (promotion_id),
    CONSTRAINT ck_promotion_losses_used CHECK (used_minor >= 0)
);

CREATE VIEW wedge.picture_promotion_losses AS
SELECT id, to_jsonb(x) AS content FROM wedge.promotion_losses x;

SELECT wedge.feed_follow('promotion_losses', 'promotion_losses', 'id');

-- Move what a promotion has lost. A further loss beyond its budget is refused: it pauses until a
-- manager approves more. One statement compares and sets, so two tills cannot both fit the rest.
CREATE FUNCTION wedge.charge_loss(p_promotion text, p_delta bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_budget bigint;
BEGIN
    IF p_promotion IS NULL OR p_delta = 0 THEN
        RETURN;
    END IF;
    SELECT (p -> 'approval' ->> 'budget_minor')::bigint INTO v_budget
      FROM jsonb_array_elements(wedge.settings_document() #> '{pricing,promotions}') p
     WHERE p ->> 'id' = p_promotion;
    INSERT INTO wedge.promotion_losses (id, promotion_id, used_minor)
    VALUES (md5(p_promotion)::uuid, p_promotion, 0) ON CONFLICT DO NOTHING;
    UPDATE wedge.promotion_losses SET used_minor = greatest(0, used_minor + p_delta)
     WHERE promotion_id = p_promotion
       AND (p_delta < 0 OR used_minor + p_delta <= coalesce(v_budget, 0));
    IF NOT FOUND THEN
        PERFORM wedge.refuse('budget_spent', p_promotion);
    END IF;
END $$;

CREATE FUNCTION wedge.follow_loss() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old bigint := 0;
    v_new bigint := 0;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        v_old := CASE WHEN OLD.voided THEN 0 ELSE OLD.loss_minor::bigint * OLD.quantity END;
    END IF;
    v_new := CASE WHEN NEW.voided THEN 0 ELSE NEW.loss_minor::bigint * NEW.quantity END;
    IF TG_OP = 'UPDATE' AND OLD.loss_promotion IS NOT DISTINCT FROM NEW.loss_promotion THEN
        PERFORM wedge.charge_loss(NEW.loss_promotion, v_new - v_old);
    ELSE
        IF TG_OP = 'UPDATE' THEN
            PERFORM wedge.charge_loss(OLD.loss_promotion, -v_old);
        END IF;
        PERFORM wedge.charge_loss(NEW.loss_promotion, v_new);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER loss_of_new AFTER INSERT ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.loss_promotion IS NOT NULL) EXECUTE FUNCTION wedge.follow_loss();

CREATE TRIGGER loss AFTER UPDATE OF voided, quantity, loss_minor, loss_promotion
ON wedge.ticket_lines FOR EACH ROW
WHEN (OLD.loss_promotion IS NOT NULL OR NEW.loss_promotion IS NOT NULL)
EXECUTE FUNCTION wedge.follow_loss();

-- What one piece may cost. Base and cost of a portion are those of its cut; a null portion means a
-- plain product. Amounts in whole minor units, the change as a share of base.
CREATE FUNCTION wedge.price_limits(
    p_product wedge.products, p_portion uuid,
    OUT base_minor bigint, OUT floor_minor bigint, OUT cost_floor_minor bigint, OUT change numeric
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_pricing jsonb := wedge.settings_document() -> 'pricing';
    v_share numeric := 1;
    v_uplift numeric := 0;
    v_margin numeric;
    v_cost numeric;
BEGIN
    IF p_portion IS NOT NULL THEN
        SELECT coalesce((
            SELECT c.portions_per_whole::numeric / w.portions_per_whole
              FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
              JOIN wedge.portion_configurations c ON c.product_id = w.product_id AND c.is_default
             WHERE p.id = p_portion), 1) INTO v_share;
        v_uplift := coalesce(wedge.fraction(v_pricing ->> 'uplift'), 0);
    END IF;
    v_margin := coalesce((
        SELECT wedge.fraction(m ->> 'min_margin')
          FROM jsonb_array_elements(coalesce(v_pricing -> 'product_margins', '[]')) m
         WHERE m ->> 'product_id' = p_product.id::text LIMIT 1),
        wedge.fraction(v_pricing ->> 'min_margin'));
    v_cost := round(round(p_product.cost_minor * v_share, 6));
    IF (v_pricing ->> 'margin_net_of_tax')::boolean THEN
        v_cost := v_cost * (1 + p_product.tax_rate_bp / 10000.0);
    END IF;
    base_minor := round(round(p_product.base_price_minor * v_share * (1 + v_uplift), 6));
    IF p_product.whole_price_minor IS NOT NULL AND p_portion IS NOT NULL THEN
        SELECT round(round(p_product.whole_price_minor::numeric / w.portions_per_whole
                           * (1 + v_uplift), 6))
          INTO base_minor
          FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id WHERE p.id = p_portion;
    END IF;
    cost_floor_minor := ceil(round(v_cost, 6));
    floor_minor := ceil(round(v_cost / (1 - v_margin), 6));
    change := wedge.fraction(v_pricing ->> 'max_change');
END $$;

-- The promotion that a step of a breakdown names (its last parameter), if this ticket may use it.
CREATE FUNCTION wedge.promotion_of(p_step jsonb, p_role text, p_coupons text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_promotion jsonb;
BEGIN
    SELECT p INTO v_promotion
      FROM jsonb_array_elements(coalesce(v_settings #> '{pricing,promotions}', '[]')) p
     WHERE p ->> 'id' = p_step -> 'params' ->> -1;
    IF NOT FOUND OR p_step ->> 'code' IS DISTINCT FROM 'promotion.' || (v_promotion ->> 'kind')
    THEN
        PERFORM wedge.refuse('bad_price', 'no such promotion');
    ELSIF coalesce(v_promotion ->> 'coupon', '') <> ''
        AND v_promotion ->> 'coupon' <> ALL (p_coupons) THEN
        PERFORM wedge.refuse('bad_price', 'the coupon is missing');
    ELSIF jsonb_array_length(coalesce(v_promotion -> 'roles', '[]')) > 0
        AND NOT v_promotion -> 'roles' ? p_role THEN
        PERFORM wedge.refuse('bad_price', 'not a promotion for this role');
    ELSIF clock_timestamp() AT TIME ZONE (v_settings ->> 'time_zone')
        >= (v_promotion -> 'approval' ->> 'until')::timestamp THEN
        PERFORM wedge.refuse('bad_price', 'the approval of the promotion has ended');
    END IF;
    RETURN v_promotion;
END $$;

-- The reason that moved a price most, 'base' where nothing did.
CREATE FUNCTION wedge.main_reason(p_breakdown jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT s.step ->> 'reason' FROM jsonb_array_elements(p_breakdown) WITH ORDINALITY s (step, n)
     ORDER BY s.step ->> 'reason' = 'base',
              abs((s.step ->> 'amount_minor')::bigint) DESC, s.n LIMIT 1
$$;

CREATE FUNCTION wedge.sum_of(p_breakdown jsonb) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT sum((s ->> 'amount_minor')::bigint)::bigint FROM jsonb_array_elements(p_breakdown) s
$$;

-- What one piece at this price loses below its cost, by a promotion that was approved to.
CREATE FUNCTION wedge.loss_of(
    p_product wedge.products, p_portion uuid, p_breakdown jsonb,
    OUT loss_promotion text, OUT loss_minor int
)
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT min(p.value ->> 'id'),
           coalesce(max(greatest(0, l.cost_floor_minor - wedge.sum_of(p_breakdown))), 0)::int
      FROM jsonb_array_elements(p_breakdown) s
      JOIN jsonb_array_elements(coalesce(wedge.settings_document() #> '{pricing,promotions}',
                                         '[]')) p
        ON p.value ->> 'id' = s.value -> 'params' ->> -1
       AND jsonb_typeof(p.value -> 'approval') = 'object',
           wedge.price_limits(p_product, p_portion) l
     WHERE s.value ->> 'reason' = 'promotion'
$$;

-- Refuse a price that was not worked out under the rules in force: a sum that is wrong, another
-- base, beyond the cap, below the margin floor. An approved promotion may pass floor and cap.
-- p_candidate: {unit_price_minor, base_price_minor, breakdown, price_inputs, fallback, known}, the
-- last being the steps that a line has already.
CREATE FUNCTION wedge.check_line_price(
    p_product wedge.products, p_portion uuid, p_candidate jsonb, p_role text, p_coupons text[]
) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_limits record;
    v_price bigint := (p_candidate ->> 'unit_price_minor')::bigint;
    v_inputs jsonb := nullif(p_candidate -> 'price_inputs', 'null');
    v_step jsonb;
    v_promotion jsonb;
    v_change numeric;
    v_floor bigint;
BEGIN
    SELECT * INTO v_limits FROM wedge.price_limits(p_product, p_portion);
    v_change := v_limits.change;
    v_floor := v_limits.floor_minor;
    IF v_price IS NULL OR v_price < 0
        OR wedge.sum_of(p_candidate -> 'breakdown') IS DISTINCT FROM v_price
        OR (p_candidate -> 'breakdown' -> 0 ->> 'amount_minor')
            IS DISTINCT FROM (p_candidate ->> 'base_price_minor')
    THEN
        PERFORM wedge.refuse('bad_price', 'the breakdown does not sum to the price');
    ELSIF coalesce((p_candidate ->> 'fallback')::boolean, false) THEN
        -- The last valid price, while somebody is asked to correct the product's.
        IF NOT EXISTS (SELECT FROM wedge.tasks WHERE kind = 'price_correction' AND state = 'open'
                          AND subject ->> 'product_id' = p_product.id::text) THEN
            PERFORM wedge.refuse('bad_price', 'nobody was asked to correct the price');
        END IF;
        v_floor := 0;
    ELSIF v_inputs IS NOT NULL AND
        (v_inputs ->> 'pricing_version') || '/' || (v_inputs ->> 'quality_version')
            <> wedge.price_rules()
        OR (p_candidate ->> 'base_price_minor')::bigint <> v_limits.base_minor
    THEN
        PERFORM wedge.refuse('prices_changed', wedge.price_rules());
    END IF;
    PERFORM wedge.check_low(p_portion, v_inputs);
    FOR v_step IN SELECT * FROM jsonb_array_elements(p_candidate -> 'breakdown') LOOP
        IF v_step ->> 'reason' IN ('manual', 'loyalty', 'size') THEN
            PERFORM wedge.refuse('bad_price', 'a reduction by hand is granted on its own');
        ELSIF v_step ->> 'reason' = 'promotion' THEN
            v_promotion := wedge.promotion_of(v_step, p_role, p_coupons);
            IF jsonb_typeof(v_promotion -> 'approval') = 'object' THEN
                v_floor := 0;
                v_change := greatest(v_change, coalesce(
                    wedge.fraction(v_promotion -> 'approval' ->> 'max_change'), 0));
            END IF;
        END IF;
    END LOOP;
    PERFORM wedge.check_hours(p_candidate -> 'breakdown', p_candidate -> 'known');
    -- Where no whole minor unit lies between floor and cap, the next one above is charged.
    IF v_price < ceil(v_limits.base_minor * (1 - v_change))
        OR v_price > greatest(floor(v_limits.base_minor * (1 + v_change)),
                              least(v_floor, ceil(v_limits.base_minor * (1 + v_change)))) THEN
        PERFORM wedge.refuse('bad_price', 'beyond the allowed change');
    ELSIF v_price < v_floor THEN
        PERFORM wedge.refuse('bad_price', 'below the margin floor');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION wedge.check_price(
    p_product wedge.products, p_portion wedge.portions, p_candidate jsonb
) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.check_line_price(p_product, p_portion.id, p_candidate, NULL, '{}');
END $$;

-- Write one change of a portion's price down; false where it is none. What several terminals saw is
-- one change, and while a low counts a terminal that sees grade or time rise is behind.
CREATE FUNCTION wedge.note_price(
    p_portion uuid, p_old int, p_new int, p_reason text, p_terminal uuid, p_line uuid
) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_last wedge.price_history;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_portion::text, 11));
    SELECT * INTO v_last FROM wedge.price_history WHERE portion_id = p_portion
     ORDER BY id DESC LIMIT 1;
    IF p_new = coalesce(v_last.new_minor, p_old, -1)
        OR p_line IS NULL AND p_new > v_last.new_minor AND p_reason IN ('quality', 'time', 'pace')
            AND EXISTS (SELECT FROM wedge.price_low(p_portion))
    THEN
        RETURN false;
    END IF;
    INSERT INTO wedge.price_history (portion_id, old_minor, new_minor, reason, rules, terminal_id,
                                     line_id)
    VALUES (p_portion, coalesce(v_last.new_minor, p_old), p_new, p_reason, wedge.price_rules(),
            p_terminal, p_line);
    RETURN true;
END $$;

-- The automatic steps a terminal saw on what is on sale: [{portion_id, old_minor, new_minor,
-- reason, score_milli, left_s}], the last two where grade or time brought the price down. Needs
-- nobody signed in; harmless to repeat. Answers how many were new.
CREATE FUNCTION wedge.log_prices(p_request uuid, p_steps jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_done jsonb := wedge.done_before(p_request, v_terminal.id, 'log_prices');
    v_step record;
    v_count int := 0;
BEGIN
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    ELSIF jsonb_typeof(p_steps) <> 'array' OR jsonb_array_length(p_steps) > 1000 THEN
        PERFORM wedge.refuse('bad_quantity', 'steps');
    END IF;
    -- In one order everywhere, so that terminals never wait for each other in a circle.
    FOR v_step IN
        SELECT p.id, (s ->> 'old_minor')::int AS old_minor, (s ->> 'new_minor')::int AS new_minor,
               s ->> 'reason' AS reason, (s ->> 'score_milli')::int AS score_milli,
               (s ->> 'left_s')::int AS left_s
          FROM jsonb_array_elements(p_steps) s
          JOIN wedge.portions p ON p.id = (s ->> 'portion_id')::uuid AND p.state = 'available'
         ORDER BY p.id
    LOOP
        IF wedge.note_price(v_step.id, v_step.old_minor, v_step.new_minor, v_step.reason,
                            v_terminal.id, NULL) THEN
            v_count := v_count + 1;
        END IF;
        IF v_step.score_milli IS NOT NULL AND v_step.left_s IS NOT NULL THEN
            PERFORM wedge.note_low(v_step.id, v_step.score_milli, v_step.left_s);
        END IF;
    END LOOP;
    PERFORM wedge.forget_lows();
    RETURN wedge.remember(p_request, v_terminal.id, 'log_prices',
                          jsonb_build_object('new', v_count));
END $$;

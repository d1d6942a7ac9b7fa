-- What food is made of, in words: a lot keeps the recipe's words of the day it came in.

ALTER TABLE wedge.products
    ADD COLUMN ingredients TEXT,
    ADD CONSTRAINT ck_products_ingredients_text
        CHECK (char_length(ingredients) <= 2000 AND btrim(ingredients) <> '');

ALTER TABLE wedge.wholes ADD COLUMN ingredients TEXT;

CREATE FUNCTION wedge.inherit_ingredients() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NEW.ingredients IS NULL THEN
        SELECT ingredients INTO NEW.ingredients FROM wedge.products WHERE id = NEW.product_id;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER inherit_ingredients BEFORE INSERT ON wedge.wholes
FOR EACH ROW EXECUTE FUNCTION wedge.inherit_ingredients();

-- Empty takes the words away; lots that are in the shop keep theirs.
CREATE FUNCTION wedge.state_ingredients(
    p_session uuid, p_request uuid, p_product uuid, p_text text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_old text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'state_ingredients');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_text, ''))) > 2000 THEN
        PERFORM wedge.refuse('bad_text', 'ingredients');
    END IF;
    SELECT ingredients INTO v_old FROM wedge.products WHERE id = p_product FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'product');
    END IF;
    UPDATE wedge.products SET ingredients = nullif(btrim(p_text), '') WHERE id = p_product;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'state ingredients',
        jsonb_build_object('product_id', p_product, 'old', v_old, 'new', btrim(p_text)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'state_ingredients', '{}');
END $$;

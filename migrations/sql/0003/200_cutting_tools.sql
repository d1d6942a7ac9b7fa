-- Knives, wheels and guillotines, each with the categories that it cuts well.

CREATE TABLE wedge.cutting_tools (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    suits UUID[] DEFAULT '{}' NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
    CONSTRAINT pk_cutting_tools PRIMARY KEY (id),
    CONSTRAINT uq_cutting_tools_code UNIQUE (code),
    CONSTRAINT ck_cutting_tools_code_text CHECK (char_length(code) <= 40 AND btrim(code) <> ''),
    CONSTRAINT ck_cutting_tools_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> '')
);

CREATE VIEW wedge.picture_cutting_tools AS
SELECT id, to_jsonb(x) AS content FROM wedge.cutting_tools x;

SELECT wedge.feed_follow('cutting_tools', 'cutting_tools', 'id');

-- Refuse a tool that does not suit the product; the detail names the codes of those that do. A
-- store that has registered no tool has nothing to choose from.
CREATE FUNCTION wedge.check_tool(p_tool uuid, p_product wedge.products) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM wedge.cutting_tools WHERE active)
        OR EXISTS (SELECT FROM wedge.cutting_tools
                    WHERE id = p_tool AND active AND p_product.category_id = ANY (suits))
    THEN
        RETURN;
    END IF;
    PERFORM wedge.refuse('wrong_tool', (
        SELECT string_agg(code, ', ' ORDER BY code) FROM wedge.cutting_tools
         WHERE active AND p_product.category_id = ANY (suits)));
END $$;

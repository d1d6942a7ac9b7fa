-- Allergen codes as the domain reads them (app/domain/allergens.py); a test compares the two.

CREATE FUNCTION wedge.allergen_code(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE c
        WHEN 'nuts' THEN 'tree_nuts' WHEN 'nut' THEN 'tree_nuts' WHEN 'peanut' THEN 'peanuts'
        WHEN 'eggs' THEN 'egg' WHEN 'soya' THEN 'soy' WHEN 'soybeans' THEN 'soy'
        WHEN 'crustacean' THEN 'crustaceans' WHEN 'mollusc' THEN 'molluscs'
        WHEN 'mollusks' THEN 'molluscs' WHEN 'sulfites' THEN 'sulphites'
        WHEN 'sulphite' THEN 'sulphites' ELSE c END
      FROM (SELECT regexp_replace(lower(btrim(p_text, E' \t\n\r')), '\s+', '_', 'g') AS c) x
$$;

-- Each once, sorted; null stays null: nobody has stated any.
CREATE FUNCTION wedge.allergen_codes(p_codes text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_codes IS NOT NULL THEN ARRAY(
        SELECT DISTINCT wedge.allergen_code(c) COLLATE "C" FROM unnest(p_codes) c ORDER BY 1) END
$$;

-- A group's members, with the members of its members.
CREATE FUNCTION wedge.allergen_members(p_code text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_code
        WHEN 'gluten' THEN '{wheat,spelt,kamut,barley,rye,oats}'::text[]
        WHEN 'wheat' THEN '{spelt,kamut}'
        WHEN 'tree_nuts' THEN '{almond,brazil_nut,cashew,hazelnut,macadamia,pecan,pine_nut,
                                pistachio,walnut}'
        WHEN 'shellfish' THEN '{crustaceans,molluscs}'
        ELSE '{}' END
$$;

-- The codes of p_residue that food with the statement p_job does not declare, sorted.
CREATE FUNCTION wedge.foreign_allergens(p_residue text[], p_job text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT ARRAY(
        SELECT r FROM unnest(wedge.allergen_codes(p_residue)) r
         WHERE NOT EXISTS (SELECT FROM unnest(wedge.allergen_codes(p_job)) j
                            WHERE r = j OR r = ANY (wedge.allergen_members(j)))
         ORDER BY r COLLATE "C")
$$;

-- Of what is avoided: that which the food contains or may contain. Without a statement: all.
CREATE FUNCTION wedge.conflicting_allergens(p_stated text[], p_avoided text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT ARRAY(
        SELECT a FROM unnest(wedge.allergen_codes(p_avoided)) a
         WHERE p_stated IS NULL OR EXISTS (
             SELECT FROM unnest(wedge.allergen_codes(p_stated)) s
              WHERE a = s OR a = ANY (wedge.allergen_members(s))
                 OR s = ANY (wedge.allergen_members(a)))
         ORDER BY a COLLATE "C")
$$;

-- Null when one of them is: a source without a statement leaves the whole without one.
CREATE FUNCTION wedge.all_allergens(p_one text[], p_other text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.allergen_codes(p_one || p_other)
     WHERE p_one IS NOT NULL AND p_other IS NOT NULL
$$;

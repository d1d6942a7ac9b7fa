-- A portioned product may be priced by its whole: a portion of any cut is the whole's price by the
-- number of portions, exact to the cent (BR-10.1). base_price_minor is then the usual portion's.

ALTER TABLE wedge.products
    ADD COLUMN whole_price_minor INTEGER,
    ADD CONSTRAINT ck_products_whole_price CHECK (whole_price_minor BETWEEN 1 AND 100000000);

-- The usual portion's price by the whole's; null where the product is not priced by its whole.
CREATE FUNCTION wedge.portion_price(p_product jsonb) RETURNS int
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT round((p_product ->> 'whole_price_minor')::numeric
                 / (c ->> 'portions_per_whole')::numeric)::int
      FROM jsonb_array_elements(p_product -> 'configurations') c
     WHERE (c ->> 'is_default')::boolean AND p_product ->> 'kind' = 'portioned'
       AND (c ->> 'portions_per_whole')::numeric > 0
     LIMIT 1
$$;

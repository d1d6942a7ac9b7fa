-- What a product states of its unit and size. The menu is edited through one function only,
-- wedge.save_product, which migration 0003 makes.

ALTER TABLE wedge.products
    ADD COLUMN base_unit TEXT DEFAULT 'each' NOT NULL,
    ADD COLUMN min_portion_bp INTEGER DEFAULT 8500,
    ADD COLUMN max_portion_bp INTEGER DEFAULT 11500,
    ADD CONSTRAINT ck_products_base_unit_known
        CHECK (base_unit IN ('each', 'whole', 'slice', 'kg', 'l')),
    ADD CONSTRAINT ck_products_base_unit_portioned
        CHECK (kind <> 'portioned' OR base_unit IN ('each', 'whole')),
    ADD CONSTRAINT ck_products_portion_size
        CHECK (min_portion_bp BETWEEN 1 AND 10000 AND max_portion_bp BETWEEN 10000 AND 100000),
    ADD CONSTRAINT ck_products_portion_size_stated
        CHECK (kind <> 'portioned' OR NOT active
               OR num_nulls(min_portion_bp, max_portion_bp) = 0);

-- What is wrong with a decay model; null states none.
CREATE FUNCTION wedge.quality_is_odd(p jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_typeof(p) = 'object' AND NOT coalesce(
        (p ->> 'e7_s')::numeric BETWEEN 1 AND 2592000
        AND (p ->> 'beta')::numeric BETWEEN 0.1 AND 20
        AND (p ->> 'q10')::numeric BETWEEN 1 AND 10
        AND (p ->> 'reference_temperature_mc')::numeric BETWEEN -60000 AND 300000, false)
$$;

-- One refusal that names every faulty field; its code is the faults' own when they agree.
CREATE FUNCTION wedge.check_product(p jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_fields text;
    v_code text;
BEGIN
    SELECT string_agg(DISTINCT f.field, ','),
           CASE count(DISTINCT f.code) WHEN 1 THEN min(f.code) ELSE 'product_incomplete' END
      INTO v_fields, v_code FROM wedge.product_faults(p) f;
    IF v_fields IS NOT NULL THEN
        PERFORM wedge.refuse(v_code, v_fields);
    END IF;
END $$;

-- Rights follow: the back office no longer writes the tables, it calls the function.
REVOKE INSERT, UPDATE ON wedge.products, wedge.portion_configurations FROM backoffice_app;

-- A refusal is rolled back with everything its function did, and so would be a record of it. Each
-- function that takes a portion is therefore tried inside another one: when it refuses and the
-- request meant food that nobody may have, the attempt is written down after the roll-back, in the
-- transaction that answers, and the refusal is that answer. Whoever defines one of these functions
-- anew in a later migration defines tried_<name>.

DO $$
DECLARE
    v_name text;
    v_of record;
    v_role text;
BEGIN
    FOREACH v_name IN ARRAY '{reserve_first,swap_line,swap_paid_line,substitute_line,replace_line,
                              give_replacement,verify_line,verify_portion,ask_size,serve_ticket}'::text[]
    LOOP
        SELECT p.oid::regprocedure::text AS called, pg_get_function_arguments(p.oid) AS arguments,
               array_to_string(p.proargnames, ', ') AS names
          INTO STRICT v_of FROM pg_proc p
         WHERE p.pronamespace = 'wedge'::regnamespace AND p.proname = v_name;
        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', v_of.called, 'tried_' || v_name);
        EXECUTE format($f$
            CREATE FUNCTION wedge.%1$I(%2$s) RETURNS jsonb
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $b$
            DECLARE
                v_code text;
                v_detail text;
            BEGIN
                RETURN wedge.%3$I(%4$s);
            EXCEPTION WHEN SQLSTATE 'WG001' THEN
                GET STACKED DIAGNOSTICS v_code = PG_EXCEPTION_HINT,
                                        v_detail = PG_EXCEPTION_DETAIL;
                IF NOT wedge.note_unsafe(%5$L, p_session, jsonb_build_array(%4$s), v_code) THEN
                    RAISE;
                END IF;
                RETURN jsonb_build_object('refused', v_code, 'detail', v_detail, 'kept', true);
            END $b$ $f$, v_name, v_of.arguments, 'tried_' || v_name, v_of.names, v_name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', v_of.called);
        FOR v_role IN
            SELECT r.rolname FROM pg_roles r
             WHERE r.rolname IN ('pos_app', 'kds_app', 'backoffice_app', 'display_ro')
               AND has_function_privilege(r.oid, replace(v_of.called, v_name, 'tried_' || v_name),
                                          'EXECUTE')
        LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', v_of.called, v_role);
            EXECUTE format('REVOKE ALL ON FUNCTION %s FROM %I',
                           replace(v_of.called, v_name, 'tried_' || v_name), v_role);
        END LOOP;
    END LOOP;
END $$;

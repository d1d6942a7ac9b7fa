-- Who may do what. Tills, kitchens and displays only execute functions; none may touch a table.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wedge FROM PUBLIC;

GRANT USAGE ON SCHEMA wedge TO pos_app, kds_app, backoffice_app, display_ro, auditor;

GRANT EXECUTE ON FUNCTION
    wedge.heartbeat(), wedge.snapshot(), wedge.changes_since(bigint, int)
TO pos_app, kds_app, backoffice_app, display_ro;

GRANT EXECUTE ON FUNCTION
    wedge.sign_in(uuid, bytea), wedge.sign_out(uuid),
    wedge.acknowledge(uuid, uuid, uuid),
    wedge.record_temperature(uuid, uuid, int)
TO pos_app, kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.reserve_first(uuid, uuid, uuid, uuid, text, jsonb),
    wedge.add_plain(uuid, uuid, uuid, uuid, text, uuid, int),
    wedge.set_quantity(uuid, uuid, uuid, int),
    wedge.remove_line(uuid, uuid, uuid),
    wedge.extend_hold(uuid, uuid, uuid),
    wedge.void_ticket(uuid, uuid, uuid),
    wedge.pay_cash(uuid, uuid, uuid, bigint, bigint),
    wedge.claim_job(), wedge.finish_job(uuid, text)
TO pos_app;

GRANT EXECUTE ON FUNCTION wedge.reprint(uuid, uuid, uuid) TO pos_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.verify_line(uuid, uuid, uuid, int), wedge.unverify_line(uuid, uuid, uuid),
    wedge.serve_ticket(uuid, uuid, uuid), wedge.recall_ticket(uuid, uuid, uuid),
    wedge.replace_line(uuid, uuid, uuid, jsonb)
TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.receive_wholes(uuid, uuid, uuid, int, timestamptz),
    wedge.cut_whole(uuid, uuid, uuid, uuid, int, uuid, text, double precision, int[]),
    wedge.waste_portion(uuid, uuid, uuid, text), wedge.waste_whole(uuid, uuid, uuid, text)
TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.check_conservation() TO backoffice_app, auditor;

-- The back office edits the catalogue through the ORM and reads for its reports.
GRANT EXECUTE ON FUNCTION wedge.require_session(uuid, text[]), wedge.bulk() TO backoffice_app;

GRANT SELECT ON
    wedge.categories, wedge.stations, wedge.products, wedge.portion_configurations,
    wedge.holding_units, wedge.settings, wedge.wholes, wedge.portions, wedge.tickets,
    wedge.ticket_lines, wedge.payments, wedge.receipts, wedge.print_jobs, wedge.waste,
    wedge.temperature_readings
TO backoffice_app;

GRANT INSERT, UPDATE ON wedge.products, wedge.portion_configurations TO backoffice_app;

GRANT SELECT ON ALL TABLES IN SCHEMA wedge TO auditor;

REVOKE SELECT ON wedge.staff FROM auditor;

GRANT SELECT (id, name, role, active, failed_attempts, locked_until) ON wedge.staff TO auditor;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO pos_app, kds_app, backoffice_app, display_ro, '
                   'auditor', current_database());
EXCEPTION WHEN insufficient_privilege THEN
    NULL;
END $$;

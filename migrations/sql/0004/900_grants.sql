-- Functions are callable by nobody until they are granted.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wedge FROM PUBLIC;

GRANT EXECUTE ON FUNCTION wedge.snapshot(), wedge.snapshot_text()
TO pos_app, kds_app, backoffice_app, display_ro;

GRANT EXECUTE ON FUNCTION wedge.count_sales(uuid) TO pos_app, kds_app, backoffice_app;

GRANT SELECT ON wedge.sales_paces TO backoffice_app, auditor;

-- Roles and staff.
GRANT EXECUTE ON FUNCTION wedge.save_staff(uuid, uuid, uuid, text, text, boolean, bytea, bytea)
    TO backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.switch_extra(uuid, uuid, boolean) TO pos_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.pay_with_vouchers(uuid, uuid, uuid, bigint, bigint, jsonb),
    wedge.check_voucher_code(uuid, text)
TO pos_app;

GRANT EXECUTE ON FUNCTION wedge.give_voucher(uuid, uuid, uuid, uuid, bigint, uuid)
TO pos_app, backoffice_app;

-- A code is money: the office and who audits see all but that, and not the labels it is printed from.
GRANT SELECT ON wedge.voucher_entries, wedge.served_scores TO auditor;

GRANT SELECT (id, amount_minor, balance_minor, expires_at, ticket_id, reason, issued_at, changed_at,
    issued_by, approved_by, terminal_id) ON wedge.vouchers TO auditor, backoffice_app;

REVOKE SELECT ON wedge.print_jobs FROM backoffice_app;

GRANT SELECT (id, receipt_id, register, is_copy, state, attempts, error, created_at, claimed_at)
ON wedge.print_jobs TO backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.sign_check(uuid, uuid, uuid, uuid, int) TO kds_app;

GRANT SELECT ON wedge.signed_checks TO backoffice_app, auditor;

GRANT EXECUTE ON FUNCTION wedge.keep_last_prices(uuid, jsonb) TO pos_app;

GRANT EXECUTE ON FUNCTION wedge.tell_prices(uuid, uuid, uuid) TO pos_app;

GRANT SELECT ON wedge.last_prices TO backoffice_app, auditor;

GRANT EXECUTE ON FUNCTION wedge.voucher_to_print(uuid) TO pos_app;

GRANT EXECUTE ON FUNCTION wedge.adopt_curve(uuid, uuid, uuid, uuid, double precision, uuid)
TO backoffice_app;

-- An allergen found later in a lot.
GRANT EXECUTE ON FUNCTION wedge.add_lot_allergens(uuid, uuid, uuid, text[], text)
TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.lot_facts(text) TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.week_counts(uuid, text, timestamptz, timestamptz)
TO backoffice_app;

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


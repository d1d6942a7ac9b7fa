-- Functions are callable by nobody until they are granted.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wedge FROM PUBLIC;

GRANT SELECT ON wedge.removals TO backoffice_app, auditor;

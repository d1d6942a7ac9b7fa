-- New functions are open to everybody until this is said again.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wedge FROM PUBLIC;

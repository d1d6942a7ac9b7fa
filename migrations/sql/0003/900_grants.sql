-- Functions are callable by nobody until they are granted.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wedge FROM PUBLIC;

GRANT EXECUTE ON FUNCTION wedge.snapshot() TO pos_app, kds_app, backoffice_app, display_ro;

REVOKE ALL ON FUNCTION wedge.snapshot_of_the_shop()
FROM pos_app, kds_app, backoffice_app, display_ro;

GRANT EXECUTE ON FUNCTION
    wedge.ask_approval(uuid, uuid, uuid, text, jsonb, bigint, text),
    wedge.decide_approval(uuid, uuid, uuid, boolean, text),
    wedge.approve_with_pin(uuid, uuid, uuid, bytea)
TO pos_app, kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.open_task(uuid, uuid, uuid, text, text, jsonb, text, int),
    wedge.close_task(uuid, uuid, uuid, text)
TO pos_app, kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.reprice_ticket(uuid, uuid, uuid, text, text[], jsonb, jsonb),
    wedge.discount_line(uuid, uuid, uuid, bigint, text, uuid),
    wedge.log_prices(uuid, jsonb)
TO pos_app;

GRANT EXECUTE ON FUNCTION
    wedge.change_policy(uuid, uuid, text, jsonb, text, uuid)
TO backoffice_app;

-- Who did something, for lists; salts and verifiers stay behind.
CREATE VIEW wedge.staff_names AS SELECT id, name, role, active FROM wedge.staff;

GRANT SELECT ON wedge.approvals, wedge.policy_changes, wedge.staff_names TO backoffice_app;

GRANT SELECT ON wedge.tasks, wedge.price_history, wedge.promotion_losses, wedge.price_lows
TO backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.find_guests(uuid, text), wedge.guest_record(uuid, uuid),
    wedge.enrol_guest(uuid, uuid, uuid, text, text, text, text[]),
    wedge.set_consent(uuid, uuid, uuid, text, boolean),
    wedge.open_complaint(uuid, uuid, uuid, uuid, text, text, double precision)
TO pos_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.set_guest(uuid, uuid, uuid, uuid), wedge.redeem_points(uuid, uuid, uuid, jsonb),
    wedge.learn_orders(int)
TO pos_app;

GRANT EXECUTE ON FUNCTION
    wedge.erase_guest(uuid, uuid, uuid, uuid), wedge.flag_follow_up(uuid, uuid, uuid),
    wedge.marketing_guests(uuid, int), wedge.resolve_complaint(uuid, uuid, uuid, text),
    wedge.satisfaction(uuid, timestamptz, timestamptz)
TO backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.rate(uuid, uuid, text, int), wedge.answer_invitation(uuid, uuid, boolean)
TO display_ro;

GRANT EXECUTE ON FUNCTION wedge.sold_lines(uuid, uuid) TO pos_app, backoffice_app;

GRANT SELECT ON ALL TABLES IN SCHEMA wedge TO auditor;

REVOKE SELECT ON wedge.staff FROM auditor;

GRANT SELECT (id, name, role, active, failed_attempts, locked_until) ON wedge.staff TO auditor;

GRANT EXECUTE ON FUNCTION
    wedge.cut_whole(uuid, uuid, uuid, uuid, int, uuid, text, double precision, int[], jsonb),
    wedge.fail_portion(uuid, uuid, uuid, text),
    wedge.score_whole(uuid, uuid, uuid, double precision),
    wedge.decide_review(uuid, uuid, uuid[], text, int, text)
TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.save_product(uuid, uuid, jsonb) TO backoffice_app;

GRANT SELECT ON wedge.cutting_tools, wedge.quality_reviews, wedge.portion_overrides
TO backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.record_competitor_prices(uuid, uuid, uuid, jsonb, boolean),
    wedge.strike_competitor_price(uuid, uuid, uuid)
TO backoffice_app;

GRANT SELECT ON wedge.competitor_prices_seen TO backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.record_inspection(uuid, uuid, uuid, uuid, jsonb, jsonb, jsonb),
    wedge.extend_life(uuid, uuid, uuid, bigint, uuid),
    wedge.waste_portions(uuid, uuid, uuid[], text)
TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.record_reading(uuid, uuid, text, timestamptz, int)
TO pos_app, kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.adopt_curve(uuid, uuid, uuid, uuid), wedge.reset_watch(uuid, uuid, uuid),
    wedge.check_effect(uuid, uuid, uuid, text)
TO backoffice_app;

GRANT SELECT ON
    wedge.inspections, wedge.calibrations, wedge.watches, wedge.effect_checks, wedge.extensions
TO backoffice_app;

-- Allergens: avoidance at the till, cutting and sanitation, incidents.
GRANT EXECUTE ON FUNCTION
    wedge.start_cutting(uuid, uuid, uuid, uuid, uuid, uuid),
    wedge.abandon_cutting(uuid, uuid, uuid),
    wedge.log_sanitation(uuid, uuid, uuid, text),
    wedge.add_lot_allergens(uuid, uuid, uuid, text[])
TO kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.set_avoidance(uuid, uuid, uuid, text, text[], boolean) TO pos_app;

GRANT EXECUTE ON FUNCTION
    wedge.report_incident(uuid, uuid, uuid, uuid, text), wedge.portion_facts(uuid)
TO pos_app, kds_app, backoffice_app;

GRANT EXECUTE ON FUNCTION
    wedge.save_equipment(uuid, uuid, jsonb),
    wedge.state_ingredients(uuid, uuid, uuid, text),
    wedge.release_incident(uuid, uuid, uuid, text, uuid)
TO backoffice_app;

GRANT SELECT ON
    wedge.equipment, wedge.equipment_uses, wedge.sanitations, wedge.risk_checks,
    wedge.cutting_jobs, wedge.allergen_incidents
TO backoffice_app;

-- Tools in the back office.
GRANT EXECUTE ON FUNCTION wedge.save_tool(uuid, uuid, jsonb) TO backoffice_app;

-- Incidents are read, probes are set.
GRANT EXECUTE ON FUNCTION wedge.read_incident(uuid, uuid, uuid)
TO pos_app, kds_app, backoffice_app;

GRANT SELECT ON wedge.incident_notices TO backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.set_probe(uuid, uuid, uuid, int) TO backoffice_app;

-- Shelf labels.
GRANT EXECUTE ON FUNCTION wedge.print_label(uuid, uuid, uuid, int) TO pos_app;

-- A guest's own size at the till.
GRANT EXECUTE ON FUNCTION
    wedge.ask_size(uuid, uuid, uuid, int), wedge.drop_size(uuid, uuid, uuid),
    wedge.approve_size(uuid, uuid, uuid, uuid)
TO pos_app;

-- Refunds (docs/refunds.md).
GRANT EXECUTE ON FUNCTION
    wedge.refund_ticket(uuid, uuid, uuid, uuid, jsonb, text, uuid),
    wedge.refundable_sale(uuid, uuid), wedge.find_receipts(uuid, text)
TO pos_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.check_refunds() TO backoffice_app, auditor;

GRANT SELECT ON wedge.refunds, wedge.refund_items TO backoffice_app;

-- Auditors see that a guest exists, not who it is.
REVOKE SELECT ON wedge.customers FROM auditor;

GRANT SELECT (id, created_at, created_by) ON wedge.customers TO auditor;

-- The next hours' demand, and who may hold more than its share of it.
GRANT EXECUTE ON FUNCTION
    wedge.demand_history(uuid, int),
    wedge.save_demand(uuid, uuid, date, int, jsonb)
TO pos_app, backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.lift_hold_limit(uuid, uuid, uuid, uuid, uuid) TO pos_app;

GRANT SELECT ON wedge.demand, wedge.hold_releases TO backoffice_app;
-- Recovery after complaints.
GRANT EXECUTE ON FUNCTION
    wedge.give_replacement(uuid, uuid, uuid, uuid, uuid, uuid, jsonb, uuid),
    wedge.follow_up(uuid, uuid, uuid, int)
TO pos_app, backoffice_app;

GRANT SELECT ON wedge.compensations TO backoffice_app;

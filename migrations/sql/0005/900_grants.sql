-- Functions are callable by nobody until they are granted.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wedge FROM PUBLIC;

GRANT EXECUTE ON FUNCTION wedge.verify_portion(uuid, uuid, uuid, uuid, text, jsonb, jsonb)
TO kds_app;

GRANT SELECT ON wedge.verifications TO backoffice_app, auditor;
GRANT SELECT ON wedge.removals TO backoffice_app, auditor;

-- Each terminal says what its screen shows; the office reads how far each is behind.
GRANT EXECUTE ON FUNCTION wedge.seen(bigint, boolean)
    TO pos_app, kds_app, backoffice_app, display_ro;

GRANT SELECT ON wedge.feed_seen, wedge.feed_lags TO backoffice_app, auditor;

GRANT SELECT ON wedge.line_costs TO backoffice_app, auditor;

-- Training and the daily metrics of quality.
GRANT EXECUTE ON FUNCTION
    wedge.record_training(uuid, uuid, uuid, uuid, text, date, date, text),
    wedge.withdraw_training(uuid, uuid, uuid),
    wedge.training_effect(uuid, uuid)
TO backoffice_app;

GRANT SELECT ON wedge.trainings, wedge.quality_looks, wedge.quality_days
TO backoffice_app, auditor;

GRANT SELECT ON wedge.revenue_looks TO auditor;

-- Corrective actions.
GRANT EXECUTE ON FUNCTION
    wedge.complete_correction(uuid, uuid, uuid, text, text, jsonb),
    wedge.decide_held_lot(uuid, uuid, uuid, uuid, text)
TO kds_app, backoffice_app;

GRANT SELECT ON wedge.deviations, wedge.deviation_lots TO backoffice_app, auditor;

GRANT SELECT ON wedge.refused_attempts TO backoffice_app, auditor;

-- The journal of one order: the office through its session, who audits directly.
GRANT EXECUTE ON FUNCTION wedge.read_ticket_chain(uuid, text) TO backoffice_app;

GRANT EXECUTE ON FUNCTION wedge.find_ticket(text), wedge.ticket_chain(uuid) TO auditor;
GRANT EXECUTE ON FUNCTION wedge.show_coupon(uuid, uuid, uuid, text) TO pos_app;

GRANT EXECUTE ON FUNCTION
    wedge.make_coupons(uuid, uuid, uuid, text, integer, timestamp with time zone),
    wedge.coupon_counts(uuid), wedge.coupon_codes(uuid, uuid)
    TO backoffice_app;

GRANT SELECT ON wedge.coupon_batches, wedge.coupon_uses TO auditor;

-- What was expected of each hour.
GRANT SELECT ON wedge.past_forecasts TO backoffice_app, auditor;
-- Before a PIN is sent.
GRANT EXECUTE ON FUNCTION wedge.announce_pin(uuid) TO pos_app, kds_app, backoffice_app;

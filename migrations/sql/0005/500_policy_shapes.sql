-- Made by tests/support/policy_shapes.py from the policies of app/domain; a test compares them.

-- What each section's document may hold.
CREATE OR REPLACE FUNCTION wedge.policy_shapes() RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{ "quality": { "record": { "grade_a": "number", "grade_b": "number", "grade_c": "number",
"markdown_threshold": "number", "sale_floor": "number", "unobserved_after_s": "seconds" },
"required": [ "grade_a", "grade_b", "grade_c", "markdown_threshold", "sale_floor",
"unobserved_after_s" ] }, "pricing": { "record": { "max_change": "fraction", "min_margin":
"fraction", "markdown_at_floor": "fraction", "rounding_minor": "int", "margin_net_of_tax":
"bool", "uplift": "fraction", "grade_factors": { "null": { "record": { "a": "fraction", "b":
"fraction", "c": "fraction" }, "required": [] } }, "sell_by_steps": { "list": { "record": {
"within_s": "int", "factor": "fraction" }, "required": [ "within_s", "factor" ] } },
"last_call_factor": "fraction", "pace": { "null": { "record": { "deepest": "fraction",
"from_ratio": "fraction", "full_ratio": "fraction", "step": "fraction" }, "required": [] } },
"windows": { "list": { "record": { "id": "text", "name": "text", "points": "fraction",
"schedule": { "record": { "first_day": { "null": "date" }, "last_day": { "null": "date" },
"weekdays": { "list": "int" }, "from_time": "time", "until_time": "time" }, "required": [] },
"justification": { "null": { "record": { "text": "text", "author": "text", "on": "date",
"approved_by": "text" }, "required": [ "text", "author", "on" ] } } }, "required": [ "id",
"name", "points" ] } }, "promotions": { "list": { "record": { "id": "text", "name": "text",
"kind": { "one": [ "percent", "amount", "n_for_price", "bundle" ] }, "percent": "fraction",
"amount_minor": "int", "count": "int", "parts": { "list": { "record": { "product_id": "uuid",
"count": "int" }, "required": [ "product_id" ] } }, "products": { "list": "uuid" }, "schedule":
{ "record": { "first_day": { "null": "date" }, "last_day": { "null": "date" }, "weekdays": {
"list": "int" }, "from_time": "time", "until_time": "time" }, "required": [] }, "roles": {
"list": { "one": [ "service", "cashier", "kitchen", "shift_lead", "manager",
"food_safety_manager", "administrator" ] } }, "coupon": "text", "min_stock": "int",
"max_left_s": { "null": "int" }, "stackable": "bool", "approval": { "null": { "record": {
"approved_by": "text", "reason": "text", "until": "moment", "budget_minor": "int", "max_change":
{ "null": "fraction" } }, "required": [ "approved_by", "reason", "until", "budget_minor" ] } },
"codes": "bool", "coupon_uses": { "null": "int" }, "coupon_per_guest": { "null": "int" } },
"required": [ "id", "name", "kind" ] } }, "manual": { "record": { "cashier_share": "fraction",
"managers": { "list": { "one": [ "service", "cashier", "kitchen", "shift_lead", "manager",
"food_safety_manager", "administrator" ] } }, "cashiers": { "list": { "one": [ "service",
"cashier", "kitchen", "shift_lead", "manager", "food_safety_manager", "administrator" ] } } },
"required": [] }, "product_margins": { "list": { "record": { "product_id": "uuid", "min_margin":
"fraction" }, "required": [ "product_id", "min_margin" ] } }, "competitors": { "record": {
"tolerance": "fraction", "max_age_days": "int" }, "required": [] }, "hysteresis_s": "seconds",
"correction_due_s": "seconds" }, "required": [ "max_change", "min_margin", "markdown_at_floor",
"rounding_minor" ] }, "allocation": { "record": { "margin_weight_bp": "int",
"quality_weight_bp": "int", "waste_weight_bp": "int", "preference_weight_bp": "int",
"shortage_weight_bp": "int", "sell_first_window_s": "seconds", "alternatives": "int",
"alternative_price_bp": "int", "scarce_hold_portions": "int", "hold_s": { "null": "seconds" },
"hold_warning_s": "seconds", "hold_prolong_s": "seconds", "hold_at_tender_s": "seconds" },
"required": [] }, "suggestions": { "record": { "most": "int", "shrinkage": "int",
"least_lift_bp": "int", "usual_share_bp": "int", "surplus_weight_bp": "int", "extra": "bool",
"extra_discount": "fraction" }, "required": [] }, "loyalty": { "record": { "basis": { "one": [
"amount_paid", "portions" ] }, "points_each": "int", "unit_minor": "int", "reward_points":
"int", "reward_minor": "int" }, "required": [] }, "food.jurisdiction": { "record": { "profile":
"text", "hot_min_mc": "int", "cold_max_mc": "int", "cold_quality_min_mc": "int",
"hot_display_limit_s": "seconds", "cold_after_cut_limit_s": "seconds", "allergen_view": "text"
}, "required": [] }, "food.portions": { "record": { "min_portions": "int", "max_portions":
"int", "base_units": { "list": "text" }, "size_standards": { "list": { "tuple": [ "text", "int"
] } }, "usual_counts": { "list": { "tuple": [ "text", { "list": "int" } ] } }, "least_percent":
"int", "most_percent": "int", "cake_tolerance_mg": "int", "own_least_percent": "int",
"own_most_percent": "int", "angle_tolerance_mdeg": "int", "presentation_target": "number",
"presentation_unsellable_below": "number", "presentation_share_per_point": "fraction",
"presentation_max_share": "fraction" }, "required": [] }, "food.readings": { "record": {
"coldest_mc": "int", "hottest_mc": "int", "clock_skew_s": "seconds", "silent_after_s":
"seconds", "entry_lead_s": "seconds", "corrective_due_s": "seconds" }, "required": [] },
"food.calibration": { "record": { "prior_sd": "number", "inspector_sd": "number",
"variance_inflation": "number", "propose_after": "int" }, "required": [] }, "food.freshness": {
"record": { "aging_from": "fraction", "last_call_from": "fraction" }, "required": [] },
"food.shelf_life": { "record": { "removal_lead_hot_s": "seconds", "removal_lead_cold_s":
"seconds", "removal_lead_ambient_s": "seconds", "max_extension_s": "seconds",
"manual_check_every_s": "seconds" }, "required": [] }, "food.checkpoints": { "record": {
"interval_hot_s": "seconds", "interval_cold_s": "seconds", "interval_ambient_s": "seconds",
"overdue_after_s": "seconds", "step_due_s": "seconds", "random_share": "fraction",
"riskiest_interval_share": "fraction", "under_curve_points": "number", "repeat_count": "int",
"repeat_window_s": "seconds", "complaint_deadline_s": "seconds", "degradations_a_day": "int",
"late_failures_a_day": "int", "watched_share": "fraction", "failure_due_s": "seconds",
"improvement_due_s": "seconds", "waste_portions": "int", "waste_cost_minor": "int",
"training_required": "bool", "training_warning_s": "seconds", "training_valid_s": "seconds",
"training_effect_s": "seconds", "score_target": "number", "fail_target": "fraction",
"on_time_target": "fraction" }, "required": [] }, "food.allergens": { "record": {
"sanitise_between_any": "bool", "incident_due_s": "seconds" }, "required": [] }, "approvals": {
"record": { "ask_s": "seconds", "lifetime_s": "seconds", "approvers": { "map": [ "text", {
"list": { "one": [ "service", "cashier", "kitchen", "shift_lead", "manager",
"food_safety_manager", "administrator" ] } } ] } }, "required": [] }, "kitchen": { "record": {
"soon_percent": "int", "new_for_s": "seconds", "use_soon_s": "seconds", "removal_notice":
"fraction", "near_limit_mc": "int", "undo_s": "seconds", "recall_s": "seconds", "least_served":
"int", "late_again_s": "seconds", "cutting_time_s": "seconds", "remake_s": "seconds",
"demand_window_s": "seconds", "preparation_s": "seconds", "fetch_display_s": "seconds",
"fetch_chilled_s": "seconds", "fetch_freezer_s": "seconds", "verify_by_code": "bool",
"failures_in_a_row": "int" }, "required": [] }, "guest": { "record": { "thanks_s": "seconds",
"wheels": "int", "wheels_every_s": "seconds", "invite_every_s": "seconds", "profile_window_s":
"seconds", "preference_portions": "int", "preference_share_bp": "int", "rating_s": "seconds",
"rating_served_s": "seconds", "recovery_stars": "int", "recovery_due_s": "seconds",
"regular_visits": "int", "frequent_visits": "int" }, "required": [] }, "forecast": { "record": {
"horizon_s": "seconds", "history_days": "int", "least_days": "int", "level_weight": "fraction",
"weekday_weight": "fraction", "sparse_share": "fraction", "sparse_weight": "fraction",
"test_days": "int", "profile_days": "int", "profile_portions": "int", "pace_portions": "int",
"pace_every_s": "seconds" }, "required": [] }, "refunds": { "record": { "cashier_limit_minor":
"int", "window_s": "seconds", "returns_coupons": "bool" }, "required": [] }, "recovery": {
"record": { "free_replacements": "int", "delay_share": "fraction", "longest_wait_counter_s":
"seconds", "longest_wait_takeaway_s": "seconds", "longest_wait_table_s": "seconds",
"voucher_valid_s": "seconds", "voucher_most_minor": "int", "age_bands_min": { "list": "int" } },
"required": [] }, "revenue": { "record": { "least_ratio": "fraction", "review_days": "int",
"review_fall": "fraction" }, "required": [] } }'::jsonb
$$;

-- What a key that a document lacks means.
CREATE OR REPLACE FUNCTION wedge.policy_defaults() RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{ "quality": {}, "pricing": { "margin_net_of_tax": false, "uplift": "0/1", "grade_factors":
null, "sell_by_steps": [], "last_call_factor": "1/1", "pace": null, "windows": [], "promotions":
[], "manual": { "cashier_share": "1/20", "managers": [ "manager" ], "cashiers": [ "cashier" ] },
"product_margins": [], "competitors": { "tolerance": "3/20", "max_age_days": 30 },
"hysteresis_s": 900, "correction_due_s": 1800 }, "allocation": { "margin_weight_bp": 10000,
"quality_weight_bp": 0, "waste_weight_bp": 10000, "preference_weight_bp": 500,
"shortage_weight_bp": 5000, "sell_first_window_s": 1200, "alternatives": 3,
"alternative_price_bp": 1500, "scarce_hold_portions": 2, "hold_s": null, "hold_warning_s": 60,
"hold_prolong_s": 120, "hold_at_tender_s": 120 }, "suggestions": { "most": 3, "shrinkage": 10,
"least_lift_bp": 11000, "usual_share_bp": 5000, "surplus_weight_bp": 5000, "extra": true,
"extra_discount": "1/5" }, "loyalty": { "basis": "amount_paid", "points_each": 1, "unit_minor":
100, "reward_points": 100, "reward_minor": 500 }, "food.jurisdiction": { "profile":
"specification", "hot_min_mc": 60000, "cold_max_mc": 5000, "cold_quality_min_mc": 1667,
"hot_display_limit_s": 14400, "cold_after_cut_limit_s": 259200, "allergen_view": "us" },
"food.portions": { "min_portions": 2, "max_portions": 16, "base_units": [ "each", "whole" ],
"size_standards": [ [ "14\"", 8 ], [ "12\"", 6 ], [ "personal", 4 ] ], "usual_counts": [ [
"Pizza", [ 4, 6, 8, 10, 12 ] ], [ "Cake", [ 6, 8, 10, 12, 16 ] ] ], "least_percent": 85,
"most_percent": 115, "cake_tolerance_mg": 10000, "own_least_percent": 25, "own_most_percent":
300, "angle_tolerance_mdeg": 15000, "presentation_target": 7.0, "presentation_unsellable_below":
4.0, "presentation_share_per_point": "1/10", "presentation_max_share": "3/10" },
"food.readings": { "coldest_mc": -60000, "hottest_mc": 300000, "clock_skew_s": 120,
"silent_after_s": 900, "entry_lead_s": 300, "corrective_due_s": 1800 }, "food.calibration": {
"prior_sd": 0.35, "inspector_sd": 0.6, "variance_inflation": 1.15, "propose_after": 5 },
"food.freshness": { "aging_from": "1/2", "last_call_from": "3/4" }, "food.shelf_life": {
"removal_lead_hot_s": 900, "removal_lead_cold_s": 7200, "removal_lead_ambient_s": 900,
"max_extension_s": 1800, "manual_check_every_s": 900 }, "food.checkpoints": { "interval_hot_s":
3600, "interval_cold_s": 86400, "interval_ambient_s": 14400, "overdue_after_s": 900,
"step_due_s": 600, "random_share": "1/10", "riskiest_interval_share": "1/2",
"under_curve_points": 1.0, "repeat_count": 3, "repeat_window_s": 604800, "complaint_deadline_s":
7200, "degradations_a_day": 3, "late_failures_a_day": 2, "watched_share": "1/2",
"failure_due_s": 7200, "improvement_due_s": 604800, "waste_portions": 10, "waste_cost_minor":
2500, "training_required": true, "training_warning_s": 2592000, "training_valid_s": 31536000,
"training_effect_s": 2592000, "score_target": 8.0, "fail_target": "1/20", "on_time_target":
"19/20" }, "food.allergens": { "sanitise_between_any": true, "incident_due_s": 1800 },
"approvals": { "ask_s": 300, "lifetime_s": 60, "approvers": { "quality_review": [
"administrator", "food_safety_manager" ], "quality_extension": [ "administrator",
"food_safety_manager" ], "allergen_release": [ "administrator", "food_safety_manager" ],
"remake": [ "administrator", "manager", "shift_lead" ], "non_standard_portion": [
"administrator", "manager", "shift_lead" ], "skip_sell_first": [ "administrator", "manager",
"shift_lead" ] } }, "kitchen": { "soon_percent": 70, "new_for_s": 30, "use_soon_s": 1800,
"removal_notice": "1/8", "near_limit_mc": 1000, "undo_s": 3, "recall_s": 900, "least_served": 5,
"late_again_s": 60, "cutting_time_s": 600, "remake_s": 120, "demand_window_s": 3600,
"preparation_s": 60, "fetch_display_s": 0, "fetch_chilled_s": 60, "fetch_freezer_s": 300,
"verify_by_code": false, "failures_in_a_row": 3 }, "guest": { "thanks_s": 20, "wheels": 6,
"wheels_every_s": 10, "invite_every_s": 2592000, "profile_window_s": 15552000,
"preference_portions": 3, "preference_share_bp": 6000, "rating_s": 20, "rating_served_s": 15,
"recovery_stars": 2, "recovery_due_s": 600, "regular_visits": 3, "frequent_visits": 10 },
"forecast": { "horizon_s": 3600, "history_days": 120, "least_days": 30, "level_weight": "1/10",
"weekday_weight": "1/20", "sparse_share": "2/5", "sparse_weight": "1/10", "test_days": 28,
"profile_days": 56, "profile_portions": 20, "pace_portions": 20, "pace_every_s": 300 },
"refunds": { "cashier_limit_minor": 1000, "window_s": 1209600, "returns_coupons": false },
"recovery": { "free_replacements": 1, "delay_share": "1/10", "longest_wait_counter_s": 300,
"longest_wait_takeaway_s": 300, "longest_wait_table_s": 300, "voucher_valid_s": 31536000,
"voucher_most_minor": 50000, "age_bands_min": [ 15, 30, 60 ] }, "revenue": { "least_ratio":
"1/1", "review_days": 7, "review_fall": "3/20" }, "pricing.grade_factors": { "a": "11/10", "b":
"1/1", "c": "4/5" }, "pricing.pace": { "deepest": "3/10", "from_ratio": "1/1", "full_ratio":
"2/1", "step": "1/20" } }'::jsonb
$$;

-- The shipped profiles: the law, which nothing relaxes.
CREATE OR REPLACE FUNCTION wedge.jurisdictions() RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{ "specification": { "version": 1, "profile": "specification", "hot_min_mc": 60000,
"cold_max_mc": 5000, "cold_quality_min_mc": 1667, "hot_display_limit_s": 14400,
"cold_after_cut_limit_s": 259200, "allergen_view": "us" }, "fda": { "version": 1, "profile":
"fda", "hot_min_mc": 57222, "cold_max_mc": 5000, "cold_quality_min_mc": 1667,
"hot_display_limit_s": 14400, "cold_after_cut_limit_s": 259200, "allergen_view": "us" }, "uk": {
"version": 1, "profile": "uk", "hot_min_mc": 63000, "cold_max_mc": 8000, "cold_quality_min_mc":
1667, "hot_display_limit_s": 14400, "cold_after_cut_limit_s": 259200, "allergen_view": "eu" } }'::jsonb
$$;

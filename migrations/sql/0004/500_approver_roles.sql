-- Who may decide on an action: the policy's list, else what the specification says (ApprovalPolicy).
CREATE OR REPLACE FUNCTION wedge.approver_roles(p_action text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(
        (SELECT array_agg(r) FROM jsonb_array_elements_text(
            wedge.settings_document() -> 'approvals' -> 'approvers' -> p_action) r),
        CASE WHEN p_action IN ('quality_extension', 'quality_review', 'allergen_release')
             THEN '{food_safety_manager,administrator}'::text[]
             WHEN p_action IN ('remake', 'non_standard_portion', 'skip_sell_first')
             THEN '{shift_lead,manager,administrator}'::text[]
             ELSE '{manager,administrator}'::text[] END)
$$;

-- Refuse a consent to rules or a curve that somebody changed after it was asked for: whoever gave it
-- saw what stood before, and would undo the other change unseen. Under the lock of what is changed.
CREATE FUNCTION wedge.check_consent_is_new(p_approval uuid, p_section text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM wedge.policy_changes c JOIN wedge.approvals a ON a.id = p_approval
                WHERE c.section = p_section AND c.at > a.asked_at) THEN
        PERFORM wedge.refuse('approval_invalid', 'changed');
    END IF;
END $$;

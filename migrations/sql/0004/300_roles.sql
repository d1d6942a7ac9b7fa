-- Two more roles. Service staff take orders and hand them over, and give money back only with an
-- approval; a shift lead does a cashier's and the kitchen's work and allows what the policy says.

ALTER TABLE wedge.staff DROP CONSTRAINT ck_staff_role_known;

ALTER TABLE wedge.staff ADD CONSTRAINT ck_staff_role_known CHECK (role IN (
    'service', 'cashier', 'kitchen', 'shift_lead', 'manager', 'food_safety_manager',
    'administrator'));

ALTER TABLE wedge.tasks DROP CONSTRAINT ck_tasks_owner_known;

ALTER TABLE wedge.tasks ADD CONSTRAINT ck_tasks_owner_known CHECK (owner IN (
    'service', 'cashier', 'kitchen', 'shift_lead', 'manager', 'food_safety_manager',
    'administrator'));

-- The roles whose work a role does beside its own (app/domain/people.py, `works_as`).
CREATE FUNCTION wedge.works_as(p_role text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_role WHEN 'shift_lead' THEN '{shift_lead,cashier,kitchen,service}'::text[]
                       WHEN 'cashier' THEN '{cashier,service}'::text[]
                       WHEN 'service' THEN '{service,cashier}'::text[]
                       ELSE ARRAY[p_role] END
$$;

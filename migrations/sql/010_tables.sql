-- The tables of schema wedge; app/data/tables holds the same shape for Python.

CREATE TABLE wedge.categories (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    portionable BOOLEAN NOT NULL,
    CONSTRAINT pk_categories PRIMARY KEY (id),
    CONSTRAINT ck_categories_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> '')
);

CREATE TABLE wedge.feed (
    seq BIGINT NOT NULL,
    entity TEXT NOT NULL,
    entity_id UUID NOT NULL,
    content JSONB,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_feed PRIMARY KEY (seq)
);

CREATE TABLE wedge.feed_head (
    head BOOLEAN DEFAULT true NOT NULL,
    seq BIGINT NOT NULL,
    oldest BIGINT NOT NULL,
    CONSTRAINT pk_feed_head PRIMARY KEY (head),
    CONSTRAINT ck_feed_head_one_row CHECK (head)
);

CREATE TABLE wedge.holding_units (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    min_temperature_mc INTEGER,
    max_temperature_mc INTEGER,
    CONSTRAINT pk_holding_units PRIMARY KEY (id),
    CONSTRAINT ck_holding_units_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> ''),
    CONSTRAINT ck_holding_units_kind_known CHECK (kind IN ('hot', 'cold', 'ambient')),
    CONSTRAINT ck_holding_units_limits CHECK (min_temperature_mc <= max_temperature_mc)
);

CREATE TABLE wedge.register_counters (
    register TEXT NOT NULL,
    last_number INTEGER NOT NULL,
    CONSTRAINT pk_register_counters PRIMARY KEY (register)
);

CREATE TABLE wedge.staff (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin_salt BYTEA NOT NULL,
    pin_verifier BYTEA NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
    failed_attempts INTEGER DEFAULT 0 NOT NULL,
    locked_until TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_staff PRIMARY KEY (id),
    CONSTRAINT ck_staff_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> ''),
    CONSTRAINT ck_staff_role_known CHECK (role IN ('cashier', 'kitchen', 'manager', 'food_safety_manager', 'administrator')),
    CONSTRAINT ck_staff_pin_salt CHECK (octet_length(pin_salt) = 16),
    CONSTRAINT ck_staff_pin_verifier CHECK (octet_length(pin_verifier) = 32)
);

CREATE TABLE wedge.stations (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_stations PRIMARY KEY (id),
    CONSTRAINT ck_stations_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> '')
);

CREATE TABLE wedge.terminals (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    mode TEXT NOT NULL,
    register TEXT,
    login_role TEXT NOT NULL,
    revoked BOOLEAN DEFAULT false NOT NULL,
    last_seen_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_terminals PRIMARY KEY (id),
    CONSTRAINT ck_terminals_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> ''),
    CONSTRAINT ck_terminals_mode_known CHECK (mode IN ('pos', 'kds', 'manager', 'customer')),
    CONSTRAINT ck_terminals_register_on_tills CHECK (mode <> 'pos' OR register IS NOT NULL),
    CONSTRAINT ck_terminals_register_text CHECK (char_length(register) BETWEEN 1 AND 20),
    CONSTRAINT uq_terminals_name UNIQUE (name),
    CONSTRAINT uq_terminals_login_role UNIQUE (login_role)
);

CREATE TABLE wedge.journal (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    terminal_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    staff_id UUID,
    action TEXT NOT NULL,
    body JSONB NOT NULL,
    prev_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (id),
    CONSTRAINT uq_journal_terminal_id_seq UNIQUE (terminal_id, seq)
);

CREATE TABLE wedge.journal_heads (
    terminal_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT pk_journal_heads PRIMARY KEY (terminal_id)
);

CREATE TABLE wedge.products (
    id UUID NOT NULL,
    code_prefix TEXT NOT NULL,
    name TEXT NOT NULL,
    category_id UUID,
    kind TEXT NOT NULL,
    base_price_minor INTEGER NOT NULL,
    cost_minor INTEGER NOT NULL,
    tax_rate_bp INTEGER NOT NULL,
    allergens TEXT[],
    station_id UUID,
    after_cut_limit_s INTEGER,
    e7_s DOUBLE PRECISION,
    beta DOUBLE PRECISION,
    q10 DOUBLE PRECISION,
    reference_temperature_mc INTEGER,
    active BOOLEAN NOT NULL,
    CONSTRAINT pk_products PRIMARY KEY (id),
    CONSTRAINT ck_products_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> ''),
    CONSTRAINT ck_products_code_prefix_text CHECK (char_length(code_prefix) <= 8 AND btrim(code_prefix) <> ''),
    CONSTRAINT ck_products_kind_known CHECK (kind IN ('portioned', 'plain')),
    CONSTRAINT ck_products_base_price CHECK (base_price_minor BETWEEN 0 AND 100000000),
    CONSTRAINT ck_products_cost CHECK (cost_minor BETWEEN 0 AND 100000000),
    CONSTRAINT ck_products_tax_rate CHECK (tax_rate_bp BETWEEN 0 AND 10000),
    CONSTRAINT ck_products_after_cut_limit CHECK (after_cut_limit_s > 0),
    CONSTRAINT ck_products_quality_whole CHECK (num_nulls(e7_s, beta, q10, reference_temperature_mc) IN (0, 4)),
    CONSTRAINT ck_products_quality_positive CHECK (e7_s > 0 AND beta > 0 AND q10 > 0)
);

CREATE TABLE wedge.requests (
    id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    function TEXT NOT NULL,
    result JSONB NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_requests PRIMARY KEY (id)
);

CREATE TABLE wedge.settings (
    version INTEGER NOT NULL,
    document JSONB NOT NULL,
    valid_from TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    changed_by UUID,
    CONSTRAINT pk_settings PRIMARY KEY (version),
    CONSTRAINT ck_settings_hold CHECK ((document ->> 'hold_s')::int BETWEEN 1 AND 3600),
    CONSTRAINT ck_settings_pricing CHECK (jsonb_typeof(document -> 'pricing') = 'object')
);

CREATE TABLE wedge.staff_sessions (
    id UUID NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_staff_sessions PRIMARY KEY (id)
);

CREATE TABLE wedge.temperature_readings (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    holding_unit_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    temperature_mc INTEGER NOT NULL,
    CONSTRAINT pk_temperature_readings PRIMARY KEY (id),
    CONSTRAINT ck_temperature_readings_plausible CHECK (temperature_mc BETWEEN -60000 AND 300000)
);

CREATE TABLE wedge.tickets (
    id UUID NOT NULL,
    number INTEGER NOT NULL,
    terminal_id UUID NOT NULL,
    staff_id UUID NOT NULL,
    service TEXT NOT NULL,
    state TEXT NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    held_until TIMESTAMP WITH TIME ZONE,
    paid_at TIMESTAMP WITH TIME ZONE,
    promised_at TIMESTAMP WITH TIME ZONE,
    acknowledged_at TIMESTAMP WITH TIME ZONE,
    served_at TIMESTAMP WITH TIME ZONE,
    total_minor INTEGER DEFAULT 0 NOT NULL,
    tendered_minor INTEGER,
    change_minor INTEGER,
    receipt_id UUID,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_tickets PRIMARY KEY (id),
    CONSTRAINT ck_tickets_service_known CHECK (service IN ('counter', 'takeaway', 'table')),
    CONSTRAINT ck_tickets_state_known CHECK (state IN ('open', 'paid', 'closed', 'voided')),
    CONSTRAINT ck_tickets_total CHECK (total_minor >= 0),
    CONSTRAINT ck_tickets_change CHECK (change_minor = tendered_minor - total_minor),
    CONSTRAINT ck_tickets_paid CHECK (state NOT IN ('paid', 'closed') OR paid_at IS NOT NULL)
);

CREATE TABLE wedge.payments (
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    tender TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    tendered_minor INTEGER NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (id),
    CONSTRAINT ck_payments_tender CHECK (tender IN ('cash')),
    CONSTRAINT ck_payments_amount CHECK (amount_minor >= 0 AND tendered_minor >= amount_minor)
);

CREATE TABLE wedge.portion_configurations (
    id UUID NOT NULL,
    product_id UUID NOT NULL,
    name TEXT NOT NULL,
    portions_per_whole INTEGER NOT NULL,
    standard_weight_mg INTEGER,
    is_default BOOLEAN NOT NULL,
    CONSTRAINT pk_portion_configurations PRIMARY KEY (id),
    CONSTRAINT ck_portion_configurations_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> ''),
    CONSTRAINT ck_portion_configurations_portions_per_whole CHECK (portions_per_whole BETWEEN 2 AND 16),
    CONSTRAINT ck_portion_configurations_standard_weight CHECK (standard_weight_mg > 0),
    CONSTRAINT uq_portion_configurations_product_id_portions_per_whole UNIQUE (product_id, portions_per_whole)
);

CREATE TABLE wedge.receipts (
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    register TEXT NOT NULL,
    number INTEGER NOT NULL,
    issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
    total_minor INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    document JSONB NOT NULL,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_receipts PRIMARY KEY (id),
    CONSTRAINT uq_receipts_register_number UNIQUE (register, number),
    CONSTRAINT ck_receipts_number CHECK (number > 0),
    CONSTRAINT uq_receipts_ticket_id UNIQUE (ticket_id)
);

CREATE TABLE wedge.wholes (
    id UUID NOT NULL,
    product_id UUID NOT NULL,
    code TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    cut_at TIMESTAMP WITH TIME ZONE,
    portions_per_whole INTEGER,
    CONSTRAINT pk_wholes PRIMARY KEY (id),
    CONSTRAINT ck_wholes_state_known CHECK (state IN ('in_stock', 'cut', 'wasted')),
    CONSTRAINT ck_wholes_code_text CHECK (char_length(code) <= 40 AND btrim(code) <> ''),
    CONSTRAINT ck_wholes_portions_per_whole CHECK (portions_per_whole BETWEEN 2 AND 16),
    CONSTRAINT ck_wholes_cut_together CHECK (num_nulls(cut_at, portions_per_whole) IN (0, 2) AND (state <> 'cut' OR cut_at IS NOT NULL) AND (state <> 'in_stock' OR cut_at IS NULL)),
    CONSTRAINT uq_wholes_code UNIQUE (code)
);

CREATE TABLE wedge.portions (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    product_id UUID NOT NULL,
    whole_id UUID NOT NULL,
    wedge INTEGER NOT NULL,
    state TEXT NOT NULL,
    epoch INTEGER DEFAULT 0 NOT NULL,
    cut_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    holding_unit_id UUID NOT NULL,
    place TEXT NOT NULL,
    weight_mg INTEGER,
    initial_quality DOUBLE PRECISION NOT NULL,
    ticket_id UUID,
    reserved_until TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_portions PRIMARY KEY (id),
    CONSTRAINT ck_portions_state_known CHECK (state IN ('available', 'reserved', 'committed', 'served', 'wasted', 'quarantined', 'in_doubt')),
    CONSTRAINT ck_portions_code_text CHECK (char_length(code) <= 40 AND btrim(code) <> ''),
    CONSTRAINT ck_portions_place_text CHECK (char_length(place) <= 60 AND btrim(place) <> ''),
    CONSTRAINT uq_portions_whole_id_wedge UNIQUE (whole_id, wedge),
    CONSTRAINT ck_portions_wedge_place CHECK (wedge BETWEEN 0 AND 15),
    CONSTRAINT ck_portions_epoch CHECK (epoch >= 0),
    CONSTRAINT ck_portions_weight CHECK (weight_mg > 0),
    CONSTRAINT ck_portions_initial_quality CHECK (initial_quality BETWEEN 0 AND 10),
    CONSTRAINT ck_portions_holder CHECK ((state NOT IN ('reserved', 'committed', 'served') OR ticket_id IS NOT NULL) AND (state NOT IN ('available', 'wasted', 'quarantined') OR ticket_id IS NULL)),
    CONSTRAINT ck_portions_hold CHECK ((state = 'reserved') = (reserved_until IS NOT NULL)),
    CONSTRAINT uq_portions_code UNIQUE (code)
);

CREATE TABLE wedge.print_jobs (
    id UUID NOT NULL,
    receipt_id UUID NOT NULL,
    register TEXT NOT NULL,
    is_copy BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    error TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    claimed_at TIMESTAMP WITH TIME ZONE,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_print_jobs PRIMARY KEY (id),
    CONSTRAINT ck_print_jobs_state_known CHECK (state IN ('queued', 'printing', 'done', 'failed')),
    CONSTRAINT ck_print_jobs_attempts CHECK (attempts >= 0),
    CONSTRAINT ck_print_jobs_error_text CHECK (char_length(error) <= 500)
);

CREATE TABLE wedge.ticket_lines (
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    position INTEGER NOT NULL,
    product_id UUID NOT NULL,
    name TEXT NOT NULL,
    portion_id UUID,
    portion_code TEXT,
    holding_unit_name TEXT,
    place TEXT,
    weight_mg INTEGER,
    grade TEXT,
    allergens TEXT[] NOT NULL,
    quantity INTEGER NOT NULL,
    base_price_minor INTEGER NOT NULL,
    unit_price_minor INTEGER NOT NULL,
    breakdown JSONB NOT NULL,
    tax_rate_bp INTEGER NOT NULL,
    station_id UUID,
    kitchen_state TEXT DEFAULT 'none' NOT NULL,
    verified_at TIMESTAMP WITH TIME ZONE,
    verified_temperature_mc INTEGER,
    served_at TIMESTAMP WITH TIME ZONE,
    voided BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_ticket_lines PRIMARY KEY (id),
    CONSTRAINT ck_ticket_lines_kitchen_state_known CHECK (kitchen_state IN ('none', 'queued', 'verified', 'served')),
    CONSTRAINT ck_ticket_lines_grade_known CHECK (grade IN ('A', 'B', 'C')),
    CONSTRAINT ck_ticket_lines_name_text CHECK (char_length(name) <= 500 AND btrim(name) <> ''),
    CONSTRAINT ck_ticket_lines_quantity CHECK (quantity BETWEEN 1 AND 999),
    CONSTRAINT ck_ticket_lines_portion_is_one CHECK (portion_id IS NULL OR quantity = 1),
    CONSTRAINT ck_ticket_lines_price CHECK (base_price_minor >= 0 AND unit_price_minor >= 0),
    CONSTRAINT ck_ticket_lines_weight CHECK (weight_mg > 0)
);

CREATE TABLE wedge.waste (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    product_id UUID NOT NULL,
    portion_id UUID,
    whole_id UUID,
    cause TEXT NOT NULL,
    cost_minor INTEGER NOT NULL,
    staff_id UUID,
    terminal_id UUID,
    CONSTRAINT pk_waste PRIMARY KEY (id),
    CONSTRAINT ck_waste_cause_text CHECK (char_length(cause) <= 200 AND btrim(cause) <> ''),
    CONSTRAINT ck_waste_one_thing CHECK (num_nonnulls(portion_id, whole_id) = 1),
    CONSTRAINT ck_waste_cost CHECK (cost_minor >= 0),
    CONSTRAINT uq_waste_portion_id UNIQUE (portion_id),
    CONSTRAINT uq_waste_whole_id UNIQUE (whole_id)
);

ALTER TABLE wedge.journal ADD CONSTRAINT fk_journal_staff_id FOREIGN KEY(staff_id) REFERENCES wedge.staff (id);

ALTER TABLE wedge.journal ADD CONSTRAINT fk_journal_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

ALTER TABLE wedge.journal_heads ADD CONSTRAINT fk_journal_heads_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

ALTER TABLE wedge.products ADD CONSTRAINT fk_products_category_id FOREIGN KEY(category_id) REFERENCES wedge.categories (id);

ALTER TABLE wedge.products ADD CONSTRAINT fk_products_station_id FOREIGN KEY(station_id) REFERENCES wedge.stations (id);

ALTER TABLE wedge.requests ADD CONSTRAINT fk_requests_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

ALTER TABLE wedge.settings ADD CONSTRAINT fk_settings_changed_by FOREIGN KEY(changed_by) REFERENCES wedge.staff (id);

CREATE INDEX ix_staff_sessions_terminal_open ON wedge.staff_sessions (terminal_id) WHERE ended_at IS NULL;

ALTER TABLE wedge.staff_sessions ADD CONSTRAINT fk_staff_sessions_staff_id FOREIGN KEY(staff_id) REFERENCES wedge.staff (id);

ALTER TABLE wedge.staff_sessions ADD CONSTRAINT fk_staff_sessions_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

CREATE INDEX ix_temperature_readings_unit ON wedge.temperature_readings (holding_unit_id, at);

ALTER TABLE wedge.temperature_readings ADD CONSTRAINT fk_temperature_readings_holding_unit_id FOREIGN KEY(holding_unit_id) REFERENCES wedge.holding_units (id);

CREATE INDEX ix_tickets_current ON wedge.tickets (state) WHERE NOT archived;

CREATE INDEX ix_tickets_paid_at ON wedge.tickets (paid_at);

ALTER TABLE wedge.tickets ADD CONSTRAINT fk_tickets_staff_id FOREIGN KEY(staff_id) REFERENCES wedge.staff (id);

ALTER TABLE wedge.tickets ADD CONSTRAINT fk_tickets_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

CREATE INDEX ix_payments_ticket ON wedge.payments (ticket_id);

ALTER TABLE wedge.payments ADD CONSTRAINT fk_payments_staff_id FOREIGN KEY(staff_id) REFERENCES wedge.staff (id);

ALTER TABLE wedge.payments ADD CONSTRAINT fk_payments_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

ALTER TABLE wedge.payments ADD CONSTRAINT fk_payments_ticket_id FOREIGN KEY(ticket_id) REFERENCES wedge.tickets (id);

CREATE UNIQUE INDEX uq_portion_configurations_default ON wedge.portion_configurations (product_id) WHERE is_default;

ALTER TABLE wedge.portion_configurations ADD CONSTRAINT fk_portion_configurations_product_id FOREIGN KEY(product_id) REFERENCES wedge.products (id);

CREATE INDEX ix_receipts_current ON wedge.receipts (id) WHERE NOT archived;

CREATE INDEX ix_receipts_issued_at ON wedge.receipts (issued_at);

ALTER TABLE wedge.receipts ADD CONSTRAINT fk_receipts_ticket_id FOREIGN KEY(ticket_id) REFERENCES wedge.tickets (id);

CREATE INDEX ix_wholes_cut_at ON wedge.wholes (cut_at);

CREATE INDEX ix_wholes_in_stock ON wedge.wholes (product_id, expires_at) WHERE state = 'in_stock';

ALTER TABLE wedge.wholes ADD CONSTRAINT fk_wholes_product_id FOREIGN KEY(product_id) REFERENCES wedge.products (id);

CREATE INDEX ix_portions_live ON wedge.portions (product_id, state) WHERE state NOT IN ('served', 'wasted');

CREATE INDEX ix_portions_reserved_until ON wedge.portions (reserved_until) WHERE state = 'reserved';

CREATE INDEX ix_portions_ticket_id ON wedge.portions (ticket_id);

ALTER TABLE wedge.portions ADD CONSTRAINT fk_portions_holding_unit_id FOREIGN KEY(holding_unit_id) REFERENCES wedge.holding_units (id);

ALTER TABLE wedge.portions ADD CONSTRAINT fk_portions_product_id FOREIGN KEY(product_id) REFERENCES wedge.products (id);

ALTER TABLE wedge.portions ADD CONSTRAINT fk_portions_ticket_id FOREIGN KEY(ticket_id) REFERENCES wedge.tickets (id);

ALTER TABLE wedge.portions ADD CONSTRAINT fk_portions_whole_id FOREIGN KEY(whole_id) REFERENCES wedge.wholes (id);

CREATE INDEX ix_print_jobs_current ON wedge.print_jobs (id) WHERE NOT archived;

CREATE INDEX ix_print_jobs_waiting ON wedge.print_jobs (register, created_at) WHERE state <> 'done';

ALTER TABLE wedge.print_jobs ADD CONSTRAINT fk_print_jobs_receipt_id FOREIGN KEY(receipt_id) REFERENCES wedge.receipts (id);

CREATE INDEX ix_ticket_lines_ticket ON wedge.ticket_lines (ticket_id);

CREATE UNIQUE INDEX uq_ticket_lines_portion ON wedge.ticket_lines (portion_id) WHERE NOT voided;

ALTER TABLE wedge.ticket_lines ADD CONSTRAINT fk_ticket_lines_portion_id FOREIGN KEY(portion_id) REFERENCES wedge.portions (id);

ALTER TABLE wedge.ticket_lines ADD CONSTRAINT fk_ticket_lines_product_id FOREIGN KEY(product_id) REFERENCES wedge.products (id);

ALTER TABLE wedge.ticket_lines ADD CONSTRAINT fk_ticket_lines_station_id FOREIGN KEY(station_id) REFERENCES wedge.stations (id);

ALTER TABLE wedge.ticket_lines ADD CONSTRAINT fk_ticket_lines_ticket_id FOREIGN KEY(ticket_id) REFERENCES wedge.tickets (id);

CREATE INDEX ix_waste_at ON wedge.waste (at);

ALTER TABLE wedge.waste ADD CONSTRAINT fk_waste_portion_id FOREIGN KEY(portion_id) REFERENCES wedge.portions (id);

ALTER TABLE wedge.waste ADD CONSTRAINT fk_waste_product_id FOREIGN KEY(product_id) REFERENCES wedge.products (id);

ALTER TABLE wedge.waste ADD CONSTRAINT fk_waste_staff_id FOREIGN KEY(staff_id) REFERENCES wedge.staff (id);

ALTER TABLE wedge.waste ADD CONSTRAINT fk_waste_terminal_id FOREIGN KEY(terminal_id) REFERENCES wedge.terminals (id);

ALTER TABLE wedge.waste ADD CONSTRAINT fk_waste_whole_id FOREIGN KEY(whole_id) REFERENCES wedge.wholes (id);

CREATE UNIQUE INDEX uq_terminals_register ON wedge.terminals (register) WHERE mode = 'pos';

ALTER TABLE wedge.feed_head SET (fillfactor = 10);

ALTER TABLE wedge.portions SET (fillfactor = 70);

ALTER TABLE wedge.journal_heads SET (fillfactor = 20);

INSERT INTO wedge.feed_head (seq, oldest) VALUES (0, 0);

CREATE SEQUENCE wedge.ticket_number_seq MINVALUE 1 MAXVALUE 9999 CYCLE;

CREATE SEQUENCE wedge.portion_code_seq START 1001;

CREATE SEQUENCE wedge.whole_code_seq START 101;

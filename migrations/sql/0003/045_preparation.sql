-- What a line may ask for beside its portion, and how long things take. The functions are in 72x.

ALTER TABLE wedge.products
    ADD COLUMN preparations JSONB DEFAULT '[]' NOT NULL,
    ADD COLUMN preparation_s INTEGER,
    ADD CONSTRAINT ck_products_preparations CHECK (jsonb_typeof(preparations) = 'array'),
    ADD CONSTRAINT ck_products_preparation CHECK (preparation_s BETWEEN 0 AND 7200);

ALTER TABLE wedge.ticket_lines
    ADD COLUMN preparations JSONB DEFAULT '[]' NOT NULL,
    ADD COLUMN extras_minor INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN note TEXT DEFAULT '' NOT NULL,
    ADD CONSTRAINT ck_ticket_lines_extras CHECK (extras_minor >= 0),
    ADD CONSTRAINT ck_ticket_lines_note_text CHECK (char_length(note) <= 140);

-- How far a portion of it has to be fetched; the seconds are in the kitchen's policy.
ALTER TABLE wedge.holding_units
    ADD COLUMN storage TEXT DEFAULT 'display' NOT NULL,
    ADD CONSTRAINT ck_holding_units_storage_known
        CHECK (storage IN ('display', 'chilled', 'freezer'));

ALTER TABLE wedge.stations
    ADD COLUMN active_staff INTEGER DEFAULT 1 NOT NULL,
    ADD CONSTRAINT ck_stations_active_staff CHECK (active_staff BETWEEN 1 AND 50);

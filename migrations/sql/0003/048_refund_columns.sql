-- What a refund leaves on the sale (docs/refunds.md); its own tables and functions are in 600.

ALTER TABLE wedge.receipts
    ADD COLUMN refund_of UUID,
    ADD CONSTRAINT fk_receipts_refund_of_receipts FOREIGN KEY (refund_of)
        REFERENCES wedge.receipts (id),
    ADD CONSTRAINT ck_receipts_refund CHECK (refund_of IS NULL OR total_minor < 0),
    DROP CONSTRAINT uq_receipts_ticket_id;

-- One sale's receipt per ticket; its refunds' receipts come on top.
CREATE UNIQUE INDEX uq_receipts_sale ON wedge.receipts (ticket_id) WHERE refund_of IS NULL;

-- taken_back_at: given back by the guest, or paid back before it was handed over. Nothing is to be
-- made or handed over of such a line any more.
ALTER TABLE wedge.ticket_lines
    ADD COLUMN refunded_minor INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN refunded_quantity INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN taken_back_at TIMESTAMP WITH TIME ZONE,
    ADD CONSTRAINT ck_ticket_lines_refunded CHECK (
        refunded_minor BETWEEN 0 AND quantity::bigint * (unit_price_minor + extras_minor)
        AND refunded_quantity BETWEEN 0 AND quantity);

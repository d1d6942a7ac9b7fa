-- What was read from end to end: every five seconds by each terminal (orders left open), with each
-- voucher and with each complaint.

CREATE INDEX ix_tickets_open ON wedge.tickets (held_until) WHERE state = 'open';

CREATE UNIQUE INDEX uq_vouchers_plain_code ON wedge.vouchers (replace(code, '-', ''));

CREATE INDEX ix_compensations_new_ticket ON wedge.compensations (new_ticket_id)
    WHERE new_ticket_id IS NOT NULL;

CREATE INDEX ix_approvals_line ON wedge.approvals ((subject ->> 'line_id')) WHERE state = 'used';

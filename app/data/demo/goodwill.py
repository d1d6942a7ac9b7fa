"""The demo's goodwill: vouchers after complaints, and two portions served below the promise."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import psycopg

from app.data.demo.currency import PriceLevel
from app.data.demo.guests import GAVE_VOUCHER

VOUCHER_SATANG = (10_000, 5_000)
"""What the vouchers hold, the newest first."""
BELOW = 0.4
"""So far below the promise a portion was."""

_COMPLAINTS = (
    "SELECT c.id, c.ticket_id, c.line_id, c.reason, c.resolved_by, c.terminal_id, c.resolved_at"
    "  FROM wedge.complaints c WHERE c.outcome = %s ORDER BY c.resolved_at DESC"
)
_VOUCHER = (
    "INSERT INTO wedge.vouchers (id, code, amount_minor, balance_minor, expires_at, ticket_id,"
    " reason, issued_at, changed_at, issued_by, terminal_id) VALUES (%(id)s, wedge.voucher_code(),"
    " %(amount)s, %(amount)s, %(at)s::timestamptz + wedge.voucher_valid(), %(ticket)s, %(reason)s,"
    " %(at)s, %(at)s, %(staff)s, %(terminal)s)",
    "INSERT INTO wedge.voucher_entries (id, voucher_id, kind, amount_minor, ticket_id, at,"
    " staff_id, terminal_id) VALUES (%(entry)s, %(id)s, 'issued', %(amount)s, %(ticket)s, %(at)s,"
    " %(staff)s, %(terminal)s)",
    "INSERT INTO wedge.compensations (id, kind, complaint_id, ticket_id, line_id, amount_minor,"
    " cost_minor, reason, given_by, terminal_id, at, archived) VALUES (%(id)s, 'voucher',"
    " %(complaint)s, %(ticket)s, %(line)s, %(amount)s, 0, %(reason)s, %(staff)s, %(terminal)s,"
    " %(at)s, %(archived)s)",
)
_SERVED = (
    "SELECT l.id, t.number, t.terminal_id, t.staff_id, l.refunded_minor > 0"
    "  FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id"
    "  JOIN wedge.portions o ON o.id = l.portion_id JOIN wedge.products p ON p.id = l.product_id"
    " WHERE t.state = 'closed' AND NOT l.voided AND p.e7_s IS NOT NULL"
    "   AND l.served_at BETWEEN %(now)s::timestamptz - interval '20 hours'"
    "                       AND %(now)s::timestamptz - interval '20 minutes'"
    "   AND NOT EXISTS (SELECT FROM wedge.complaints c WHERE c.line_id = l.id)"
    " ORDER BY l.refunded_minor > 0 DESC, l.grade DESC, l.served_at DESC, l.id"
)
_SCORE = (
    "INSERT INTO wedge.served_scores (line_id, portion_id, holding_unit_id, cut_at, served_at,"
    " curve, least, score, judged_at)"
    " SELECT l.id, o.id, o.holding_unit_id, o.cut_at, l.served_at, wedge.ageing_of(p),"
    "  wedge.promised_least(), wedge.promised_least() - %(below)s, l.served_at"
    "  FROM wedge.ticket_lines l JOIN wedge.portions o ON o.id = l.portion_id"
    "  JOIN wedge.products p ON p.id = l.product_id WHERE l.id = %(line)s"
)
_TASK = (
    "SELECT wedge.task_for('recovery', %(number)s::text, wedge.served_low_subject(l), 'cashier',"
    " make_interval(secs => wedge.guest_rule('recovery_due_s', 600)), %(terminal)s, NULL)"
    "  FROM wedge.ticket_lines l WHERE l.id = %(line)s"
)
_DONE = (
    "SELECT wedge.task_done('recovery', wedge.served_low_subject(l), 'refund', %(terminal)s,"
    " %(staff)s) FROM wedge.ticket_lines l WHERE l.id = %(line)s"
)


def insert_goodwill(connection: psycopg.Connection, now: datetime, level: PriceLevel) -> None:
    """Grant the vouchers and open what a portion below the promise opens. Call after refunds.

    Does nothing in a store of an older schema.
    """
    known = connection.execute("SELECT to_regclass('wedge.served_scores') IS NOT NULL").fetchone()
    if known is None or not known[0]:
        return
    _grant(connection, now, level)
    _serve_low(connection, now)


def _grant(connection: psycopg.Connection, now: datetime, level: PriceLevel) -> None:
    complaints = connection.execute(_COMPLAINTS.encode(), (GAVE_VOUCHER,)).fetchall()
    for row, satang in zip(complaints, VOUCHER_SATANG, strict=False):
        complaint, ticket, line, reason, staff, terminal, at = row
        values: dict[str, Any] = {
            "id": uuid5(complaint, "voucher"), "entry": uuid5(complaint, "issued"),
            "complaint": complaint, "ticket": ticket, "line": line, "reason": reason,
            "staff": staff, "terminal": terminal, "at": at, "amount": level.price(satang),
            "archived": at < now - timedelta(days=1),
        }  # fmt: skip
        for statement in _VOUCHER:
            connection.execute(statement.encode(), values)


def _serve_low(connection: psycopg.Connection, now: datetime) -> None:
    """One that was seen to at once, with the money back, and one that waits for the cashier."""
    found = connection.execute(_SERVED.encode(), {"now": now}).fetchall()
    settled = next((row for row in found if row[4]), None)
    waiting = next((row for row in found if not row[4]), None)
    for row in (settled, waiting):
        if row is not None:
            _below(connection, row[0], str(row[1]), row[2], row[3] if row is settled else None)


def _below(
    connection: psycopg.Connection, line: UUID, number: str, terminal: UUID, settled_by: UUID | None
) -> None:
    values: dict[str, Any] = {
        "line": line, "below": BELOW, "number": number, "terminal": terminal, "staff": settled_by,
    }  # fmt: skip
    for statement in (_SCORE, _TASK, *((_DONE,) if settled_by else ())):
        connection.execute(statement.encode(), values)

"""Two refunds of just now in the demo store: a slice that came back, and a part of a price."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg

from app.data.demo.currency import PriceLevel

REFUNDS: tuple[tuple[str, dict[str, Any], timedelta], ...] = (
    ("Not as it should be", {"goods": "discarded"}, timedelta(seconds=90)),
    ("Waited too long", {"amount_minor": 2000}, timedelta(seconds=45)),
)
"""Reason, what of the line's goods or price (in satang), and how long ago: after the last sale."""

PARTS = frozenset({"amount_minor"})


def insert_refunds(connection: psycopg.Connection, now: datetime, level: PriceLevel) -> None:
    """Pay a line of each of the last two orders back, as the cashier would have.

    Does nothing in a store of an older schema.
    """
    known = connection.execute("SELECT to_regclass('wedge.refunds') IS NOT NULL").fetchone()
    if known is None or not known[0]:
        return
    lines = connection.execute(
        "SELECT DISTINCT ON (t.paid_at, t.id) t.id, l.id, t.terminal_id, t.staff_id"
        "  FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id"
        "  JOIN wedge.receipts r ON r.ticket_id = t.id"
        " WHERE t.state = 'closed' AND t.paid_at < %s AND NOT l.voided"
        "   AND l.portion_id IS NOT NULL AND l.unit_price_minor > %s"
        " ORDER BY t.paid_at DESC, t.id, l.position LIMIT %s",
        (now - timedelta(minutes=5), level.price(2000), len(REFUNDS)),
    ).fetchall()
    # A store that has just opened has sold nothing yet.
    for (ticket, line, terminal, staff), (reason, asked, ago) in zip(lines, REFUNDS, strict=False):
        refund = uuid4()
        part = {key: level.price(satang) for key, satang in asked.items() if key in PARTS}
        connection.execute(
            "SELECT wedge.refund_lines(%s, %s, %s, %s, %s, %s, NULL, true)",
            (refund, terminal, staff, ticket,
             json.dumps([{"line_id": str(line), **asked, **part}]), reason),
        )  # fmt: skip
        _happened(connection, refund, now - ago)


def _happened(connection: psycopg.Connection, refund: UUID, at: datetime) -> None:
    """The refund was some time ago: else every display would show it now."""
    connection.execute("ALTER TABLE wedge.refunds DISABLE TRIGGER append_only")
    connection.execute("UPDATE wedge.refunds SET at = %s WHERE id = %s", (at, refund))
    connection.execute("ALTER TABLE wedge.refunds ENABLE TRIGGER append_only")
    connection.execute(
        "UPDATE wedge.receipts r SET issued_at = f.at,"
        " document = r.document || jsonb_build_object('issued_at', f.at)"
        " FROM wedge.refunds f WHERE f.id = %s AND r.id = f.receipt_id",
        (refund,),
    )
    connection.execute(
        "UPDATE wedge.print_jobs j SET state = 'done', attempts = 1, created_at = f.at"
        " FROM wedge.refunds f WHERE f.id = %s AND j.receipt_id = f.receipt_id",
        (refund,),
    )

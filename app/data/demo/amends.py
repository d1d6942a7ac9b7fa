"""What the demo's guests got after a complaint: another piece at 0.00, or money back."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import psycopg

from app.data.demo.guests import GAVE_ANOTHER


def insert_amends(connection: psycopg.Connection, now: datetime) -> None:
    """Book each of the past replacements, and that somebody's wait was paid for today.

    Call after the refunds. Does nothing in a store of an older schema.
    """
    known = connection.execute("SELECT to_regclass('wedge.compensations') IS NOT NULL").fetchone()
    if known is None or not known[0]:
        return
    # A portion that was thrown away at closing is the one that was given instead.
    # What waits for the transaction's end on a table is done before the table is altered.
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    connection.execute("ALTER TABLE wedge.portions DISABLE TRIGGER guard")
    for row in connection.execute(
        "SELECT c.id, c.ticket_id, c.line_id, l.product_id, c.resolved_at FROM wedge.complaints c"
        " JOIN wedge.ticket_lines l ON l.id = c.line_id WHERE c.outcome = %s"
        " ORDER BY c.resolved_at",
        (GAVE_ANOTHER,),
    ).fetchall():
        _give_another(connection, *row, now=now)
    connection.execute("ALTER TABLE wedge.portions ENABLE TRIGGER guard")
    connection.execute("SET CONSTRAINTS ALL DEFERRED")
    _pay_for_a_wait(connection)


def _give_another(
    connection: psycopg.Connection,
    complaint: UUID,
    ticket: UUID,
    line: UUID,
    product: UUID,
    at: datetime,
    *,
    now: datetime,
) -> None:
    """One portion of the same product that nobody bought that day goes out on an order at 0.00."""
    spare = connection.execute(
        "DELETE FROM wedge.waste WHERE portion_id = ("
        " SELECT p.id FROM wedge.portions p JOIN wedge.waste w ON w.portion_id = p.id"
        "  WHERE p.product_id = %(product)s AND p.cut_at < %(at)s AND p.expires_at > %(at)s"
        "    AND w.at > %(at)s ORDER BY p.cut_at DESC, p.wedge LIMIT 1) RETURNING portion_id",
        {"product": product, "at": at},
    ).fetchone()
    if spare is None:
        return
    values: dict[str, Any] = {
        "complaint": complaint, "ticket": ticket, "line": line, "portion": spare[0], "at": at,
        "new": uuid5(ticket, "replacement"), "new_line": uuid5(line, "replacement"),
        "given": uuid5(line, "compensation"), "archived": at < now - timedelta(days=1),
    }  # fmt: skip
    for statement in _REPLACEMENT:
        connection.execute(statement.encode(), values)


_REPLACEMENT = (
    "INSERT INTO wedge.tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id',"
    " %(new)s::uuid, 'replaces_id', t.id, 'opened_at', %(at)s::timestamptz, 'paid_at',"
    " %(at)s::timestamptz, 'promised_at', %(at)s::timestamptz + interval '2 minutes',"
    " 'acknowledged_at', %(at)s::timestamptz, 'served_at', %(at)s::timestamptz"
    " + interval '70 seconds', 'total_minor', 0, 'tendered_minor', 0, 'change_minor', 0,"
    " 'receipt_id', NULL, 'customer_id', NULL, 'points_earned', NULL, 'archived', true))).*"
    " FROM wedge.tickets t WHERE t.id = %(ticket)s",
    "UPDATE wedge.portions SET state = 'served', ticket_id = %(new)s WHERE id = %(portion)s",
    "INSERT INTO wedge.ticket_lines SELECT (jsonb_populate_record(l, jsonb_build_object('id',"
    " %(new_line)s::uuid, 'ticket_id', %(new)s::uuid, 'position', 1, 'portion_id', p.id,"
    " 'portion_code', p.code, 'place', p.place, 'weight_mg', p.weight_mg, 'base_price_minor', 0,"
    " 'unit_price_minor', 0, 'price_inputs', NULL, 'breakdown', jsonb_build_array("
    " jsonb_build_object('reason', 'base', 'amount_minor', 0, 'rule_version', 0)),"
    " 'verified_at', %(at)s::timestamptz + interval '60 seconds',"
    " 'served_at', %(at)s::timestamptz + interval '70 seconds'))).*"
    " FROM wedge.ticket_lines l, wedge.portions p WHERE l.id = %(line)s AND p.id = %(portion)s",
    "INSERT INTO wedge.compensations (id, kind, complaint_id, ticket_id, line_id, amount_minor,"
    " cost_minor, reason, new_ticket_id, given_by, terminal_id, at, archived)"
    " SELECT %(given)s, 'replacement', c.id, c.ticket_id, c.line_id, l.unit_price_minor,"
    " wedge.portion_cost(l.product_id, %(portion)s), c.reason, %(new)s, c.resolved_by,"
    " c.terminal_id, c.resolved_at, %(archived)s FROM wedge.complaints c"
    " JOIN wedge.ticket_lines l ON l.id = c.line_id WHERE c.id = %(complaint)s",
)


def _pay_for_a_wait(connection: psycopg.Connection) -> None:
    """The part of a price that was paid back for waiting is booked as what it is."""
    connection.execute(
        "INSERT INTO wedge.compensations (id, kind, ticket_id, line_id, amount_minor, cost_minor,"
        " reason, refund_id, given_by, terminal_id, at)"
        " SELECT gen_random_uuid(), 'delay', f.ticket_id, i.line_id, i.amount_minor, 0, f.reason,"
        " f.id, f.staff_id, f.terminal_id, f.at"
        " FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id"
        " WHERE f.reason = 'Waited too long' ORDER BY f.at LIMIT 1"
    )

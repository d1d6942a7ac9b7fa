"""Paying back by hand: what tests of refunds say to a till and ask of the store."""

import json
from typing import Any
from uuid import UUID, uuid4

from app.data.audit import verify
from tests.support.seed import PIZZA, SmallShop, Till, candidate, known_id, portion_ids

FIRST, SECOND, THIRD = portion_ids()[:3]


def limit(store: SmallShop, minor: int = 2_000_000, **more: int) -> None:
    """What a cashier pays back of one order."""
    store.query(
        "UPDATE wedge.settings SET document = document || jsonb_build_object('refunds', %s::jsonb)",
        json.dumps({"cashier_limit_minor": minor, **more}),
    )


def price(store: SmallShop, minor: int, rate_bp: int = 1000) -> None:
    """What a portion costs from now on, to the single minor unit."""
    store.query(
        "UPDATE wedge.products SET base_price_minor = %s, cost_minor = 1, tax_rate_bp = %s"
        " WHERE id = %s", minor, rate_bp, PIZZA,
    )  # fmt: skip
    store.query(
        "UPDATE wedge.settings SET document = jsonb_set(document, '{pricing,rounding_minor}', '1')"
    )


def sell(till: Till, *prices: tuple[UUID, int], base: int, guest: UUID | None = None) -> UUID:
    """One paid order of portions at these prices."""
    ticket = uuid4()
    for portion, minor in prices:
        till.reserve(ticket, candidate(portion, price_minor=minor, base_minor=base))
    if guest is not None:
        till.act("set_guest", ticket, guest)
    total = sum(minor for _, minor in prices)
    till.act("pay_cash", ticket, total, total)
    return ticket


def lines_of(store: SmallShop, ticket: UUID) -> list[UUID]:
    rows = store.query(
        "SELECT id FROM wedge.ticket_lines WHERE ticket_id = %s AND NOT voided ORDER BY position",
        ticket,
    )
    return [row[0] for row in rows]


def give_back(
    till: Till, ticket: UUID, *lines: dict[str, Any], reason: str = "Cold",
    approval: UUID | None = None, refund: UUID | None = None, request: UUID | None = None,
) -> Any:  # fmt: skip
    return till.act(
        "refund_ticket", refund or uuid4(), ticket,
        json.dumps([{**each, "line_id": str(each["line_id"])} for each in lines]), reason,
        approval, request=request,
    )  # fmt: skip


def allowed(till: Till, ticket: UUID, minor: int, store: SmallShop) -> UUID:
    """The manager's approval of so much for this ticket."""
    approval = uuid4()
    subject = json.dumps({"ticket_id": str(ticket)})
    till.act("ask_approval", approval, "refund", subject, minor, "Cold")
    store.query(
        "UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
        " decided_at = clock_timestamp() WHERE id = %s", known_id("manager"), approval,
    )  # fmt: skip
    return approval


def sound(store: SmallShop) -> None:
    """Nothing that is counted has come apart."""
    assert store.query("SELECT * FROM wedge.check_refunds()") == []
    assert store.query("SELECT * FROM wedge.check_conservation()") == []
    assert verify(store.admin_url).ok

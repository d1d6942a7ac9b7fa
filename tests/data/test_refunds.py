"""Refunds on a real store: exact, once, with receipt, tax, points and goods (docs/refunds.md)."""

import json
from typing import Any
from uuid import UUID, uuid4

from tests.conftest import MakeTerminal
from tests.data.test_guests import buy
from tests.support.seed import SmallShop, Till, portion_ids

FIRST, SECOND = portion_ids()[:2]


def limit(store: SmallShop, minor: int) -> None:
    store.query(
        "UPDATE wedge.settings SET document = document || jsonb_build_object('refunds', %s::jsonb)",
        json.dumps({"cashier_limit_minor": minor}),
    )


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


def sound(store: SmallShop) -> None:
    """Nothing that is counted has come apart."""
    assert store.query("SELECT * FROM wedge.check_refunds()") == []
    assert store.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_line_is_paid_back_with_a_receipt_of_its_own(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store, 20_000)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST, water=1)
        pizza, _water = lines_of(small_store, ticket)
        done = give_back(till, ticket, {"line_id": pizza, "goods": "discarded"})
    assert (done["amount_minor"], done["receipt_number"]) == (8900, 2)
    document = small_store.one("SELECT document FROM wedge.receipts WHERE number = 2")
    assert document["total_minor"] == -8900
    assert document["refund_of_number"] == 1
    sound(small_store)

"""A portion past its safety limit is neither verified nor served; the line gets another one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.support.seed import PRICE_MINOR, SmallShop, Till, candidate, known_id, portion_ids

OLD, NEW, LATE, *_ = portion_ids()


@dataclass
class Paid:
    """A paid ticket with one portion, the kitchen's terminal and the shop."""

    shop: SmallShop
    kitchen: Till
    till: Till
    ticket: UUID
    line: UUID

    def expire(self, portion: UUID) -> None:
        self.shop.query(
            "UPDATE wedge.portions SET expires_at = clock_timestamp() WHERE id = %s", portion
        )

    def refusal(self, function: str, *arguments: Any) -> tuple[str, str]:
        with pytest.raises(psycopg.Error) as refused:
            self.kitchen.act(function, *arguments)
        return hint(refused.value), str(refused.value.diag.message_primary)

    def replace(self, *portions: UUID, epoch: int = 0, request: UUID | None = None) -> Any:
        offered = json.dumps(
            [{"portion_id": str(p), "epoch": epoch, "grade": "A"} for p in portions]
        )
        return self.kitchen.act("replace_line", self.line, offered, request=request)

    def row(self) -> Any:
        return self.shop.query(
            "SELECT portion_id, portion_code, place, grade, unit_price_minor, kitchen_state"
            " FROM wedge.ticket_lines WHERE id = %s",
            self.line,
        )[0]

    def state(self, portion: UUID) -> str:
        return str(self.shop.one("SELECT state FROM wedge.portions WHERE id = %s", portion))


@pytest.fixture
def paid(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Paid]:
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        ticket, line = uuid4(), uuid4()
        till.reserve(ticket, candidate(OLD), line=line)
        till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
        yield Paid(small_store, kitchen, till, ticket, line)


def test_past_its_limit_it_is_not_verified(paid: Paid) -> None:
    paid.expire(OLD)
    assert paid.refusal("verify_line", paid.line, None)[0] == "portion_expired"
    assert paid.row()[5] == "queued"


def test_past_its_limit_it_is_not_served_even_when_verified(paid: Paid) -> None:
    paid.kitchen.act("verify_line", paid.line, None)
    paid.expire(OLD)
    assert paid.refusal("serve_ticket", paid.ticket)[0] == "portion_expired"
    assert paid.state(OLD) == "committed"
    paid.kitchen.act("unverify_line", paid.line)


def test_a_replacement_keeps_price_and_conservation(paid: Paid) -> None:
    paid.kitchen.act("verify_line", paid.line, None)
    paid.expire(OLD)
    request = uuid4()
    made = paid.replace(NEW, request=request)
    assert paid.replace(LATE, request=request) == made
    assert paid.row() == (NEW, "P-101", "A / 2", "A", PRICE_MINOR, "queued")
    assert (paid.state(OLD), paid.state(NEW), paid.state(LATE)) == (
        "wasted",
        "committed",
        "available",
    )
    assert paid.shop.query("SELECT portion_id, cause, cost_minor FROM wedge.waste") == [
        (OLD, "past its limit", 2500)
    ]
    assert paid.shop.one("SELECT action FROM wedge.journal ORDER BY at DESC LIMIT 1") == "replace"
    paid.kitchen.act("verify_line", paid.line, None)
    paid.kitchen.act("serve_ticket", paid.ticket)
    assert paid.state(NEW) == "served"
    assert paid.shop.query("SELECT * FROM wedge.check_conservation()") == []


def test_only_a_free_portion_of_the_product_within_its_limit_is_taken(paid: Paid) -> None:
    assert paid.refusal("replace_line", paid.line, "[]")[0] == "changed"
    paid.expire(OLD)
    paid.expire(LATE)
    paid.till.reserve(uuid4(), candidate(NEW))
    for portion, epoch in ((LATE, 0), (NEW, 1), (known_id("portion 2/3"), 7), (OLD, 1)):
        with pytest.raises(psycopg.Error) as refused:
            paid.replace(portion, epoch=epoch)
        assert hint(refused.value) == "gone"
    assert (paid.row()[0], paid.state(OLD)) == (OLD, "committed")
    assert paid.shop.query("SELECT FROM wedge.waste") == []


def test_a_cashier_does_not_replace(paid: Paid, make_terminal: MakeTerminal) -> None:
    with (
        Till(make_terminal("Office", Mode.MANAGER), "cashier") as office,
        pytest.raises(psycopg.Error) as refused,
    ):
        office.act("replace_line", paid.line, "[]")
    assert hint(refused.value) == "not_permitted"

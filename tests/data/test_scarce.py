"""Scarce portions on the real server: who comes first, and how many an order may hold."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_approvals import with_pin
from tests.data.test_choices import as_map, refused, reserve, substitute
from tests.data.test_forecast import known, save
from tests.data.test_reservation import hint
from tests.support.seed import PIZZA, PRICE_MINOR, SmallShop, Till, candidate, known_id, portion_ids


def expect(till: Till, portions: float) -> None:
    """So many in every hour from now on."""
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    save(till, known((round(portions * 1_000),) * 48, start))


def leave(shop: SmallShop, count: int) -> list[UUID]:
    """Only so many portions stay on sale; their ids."""
    ids = portion_ids()
    shop.query(
        "UPDATE wedge.portions SET expires_at = cut_at + interval '1 microsecond'"
        " WHERE id = ANY (%s)", ids[count:],
    )  # fmt: skip
    return ids[:count]


def rows(shop: SmallShop, ids: list[UUID]) -> list[dict[str, Any]]:
    epochs = dict(shop.query("SELECT id, epoch FROM wedge.portions WHERE id = ANY (%s)", ids))
    return [as_map(candidate(each, epochs[each])) for each in ids]


def held(shop: SmallShop) -> list[Any]:
    return shop.query(
        "SELECT id, ticket_id, reserved_until, epoch FROM wedge.portions"
        " WHERE state = 'reserved' ORDER BY id"
    )


def lift(till: Till, ticket: UUID, approval: UUID | None) -> Any:
    return till.act("lift_hold_limit", ticket, PIZZA, approval)


@pytest.mark.spec("POS-R2.3")
def test_two_of_three_are_granted_and_a_manager_lifts_the_limit(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Forecast 12, 6 sellable, another order holds one: 2 of 3, then 3; the other one is as was."""
    with Till(make_terminal("One")) as till, Till(make_terminal("Two")) as other:
        ids = leave(small_store, 7)
        reserve(other, uuid4(), *rows(small_store, ids[6:]))
        before = held(small_store)
        expect(till, 12)
        ticket, free = uuid4(), ids[:6]
        for _ in range(2):
            reserve(till, ticket, *rows(small_store, free))
        with pytest.raises(psycopg.Error) as third:
            reserve(till, ticket, *rows(small_store, free))
        assert hint(third.value) == "scarce"
        assert "2" in str(third.value)
        assert len(held(small_store)) == 3

        assert refused(lambda: lift(till, ticket, None)) == "approval_needed"
        subject = {"ticket_id": str(ticket), "product_id": str(PIZZA)}
        approval = ask(till, subject)
        lift(till, ticket, approval)
        reserve(till, ticket, *rows(small_store, free))
        assert len(held(small_store)) == 4
        assert [each for each in held(small_store) if each[1] != ticket] == before
        # For this order and this product alone, and the approval is used up.
        assert refused(lambda: lift(till, ticket, approval)) == "approval_invalid"
        another = uuid4()
        for _ in range(2):
            reserve(other, another, *rows(small_store, free))
        assert refused(lambda: reserve(other, another, *rows(small_store, free))) == "scarce"
    kept = small_store.query("SELECT ticket_id, product_id, approver_id FROM wedge.hold_releases")
    assert kept == [(ticket, PIZZA, known_id("manager"))]
    log = small_store.one("SELECT body FROM wedge.journal WHERE action = 'lift hold limit'")
    assert log["approved_by"] == str(known_id("manager"))


def ask(till: Till, subject: dict[str, str]) -> UUID:
    """A manager's yes, with the PIN on this screen."""
    approval = uuid4()
    till.act("ask_approval", approval, "hold_limit", json.dumps(subject), None, "A group")
    with_pin(till, approval)
    return approval


@pytest.mark.parametrize(("expected", "fits"), [(6, True), (6.01, False), (None, True)])
def test_scarce_is_more_than_is_there(
    small_store: SmallShop, make_terminal: MakeTerminal, expected: float | None, fits: bool
) -> None:
    """What the order itself holds is there too; without a forecast nothing is scarce."""
    with Till(make_terminal("One")) as till:
        free = leave(small_store, 6)
        if expected is not None:
            expect(till, expected)
        ticket = uuid4()
        for _ in range(2):
            reserve(till, ticket, *rows(small_store, free))
        if fits:
            reserve(till, ticket, *rows(small_store, free))
        else:
            assert refused(lambda: reserve(till, ticket, *rows(small_store, free))) == "scarce"


def test_the_policy_says_how_many(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    small_store.query(
        "UPDATE wedge.settings SET document = document"
        ' || \'{"allocation": {"version": 1, "scarce_hold_portions": 1}}\''
    )
    with Till(make_terminal("One")) as till:
        free = leave(small_store, 6)
        expect(till, 12)
        ticket = uuid4()
        reserve(till, ticket, *rows(small_store, free))
        assert refused(lambda: reserve(till, ticket, *rows(small_store, free))) == "scarce"


def paid_line(till: Till, shop: SmallShop, ids: list[UUID]) -> UUID:
    """A line in the kitchen whose portion turned out bad."""
    ticket = uuid4()
    line = reserve(till, ticket, *rows(shop, ids))
    till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
    shop.query(
        "UPDATE wedge.portions SET expires_at = cut_at + interval '1 microsecond' WHERE id = %s",
        ids[0],
    )
    return line


@pytest.mark.spec("POS-R2.3")
def test_a_paid_order_comes_before_a_hold_and_a_hold_before_a_new_order(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Two are free, a paid line and a hold need one each: a new order gets none, then they do."""
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Two")) as other,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        ids = leave(small_store, 5)
        expect(till, 12)
        paid = paid_line(till, small_store, ids[:1])
        early = reserve(other, uuid4(), *rows(small_store, ids[1:2]))
        late = reserve(till, uuid4(), *rows(small_store, ids[2:3]))
        block(small_store, ids[1:3])
        free = ids[3:5]
        # Three claims on two portions: the later hold has to wait for the other two.
        claim = rows(small_store, free)
        assert refused(lambda: substitute(till, late, *claim)) == "scarce"
        assert refused(lambda: reserve(other, uuid4(), *claim)) == "scarce"
        substitute(other, early, *claim)
        # One is left, and it is the paid order's.
        claim = rows(small_store, free)
        assert refused(lambda: substitute(till, late, *claim)) == "scarce"
        kitchen_replaces(kitchen, paid, claim)
    assert (
        small_store.one(
            "SELECT count(*) FROM wedge.portions WHERE id = ANY (%s) AND state = 'available'", free
        )
        == 0
    )
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def block(shop: SmallShop, ids: list[UUID]) -> None:
    shop.query(
        "UPDATE wedge.portions SET state = 'quarantined', ticket_id = NULL, reserved_until = NULL"
        " WHERE id = ANY (%s)", ids,
    )  # fmt: skip


def kitchen_replaces(kitchen: Till, line: UUID, claim: list[dict[str, Any]]) -> None:
    kitchen.act("replace_line", line, json.dumps(claim))


def test_who_comes_first_is_judged_one_after_the_other(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Eight tills at once after two portions of which one is a paid order's: one till gets one."""
    urls = [make_terminal(f"T{n}") for n in range(8)]
    with Till(make_terminal("One")) as till:
        ids = leave(small_store, 3)
        expect(till, 12)
        paid_line(till, small_store, ids[:1])
        claim = rows(small_store, ids[1:])
    start = threading.Barrier(len(urls))

    def attempt(url: str) -> bool:
        with Till(url) as one:
            start.wait()
            try:
                reserve(one, uuid4(), *claim)
            except psycopg.Error as error:
                assert hint(error) in ("scarce", "gone")
                return False
            return True

    with ThreadPoolExecutor(len(urls)) as pool:
        assert sum(pool.map(attempt, urls)) == 1

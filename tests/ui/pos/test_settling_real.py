"""A portion falls while it is held or paid: the till on the real store, a kitchen beside it."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.inspection import InspectionKind, Outcome, Seen
from app.domain.people import Mode, Session
from app.services.inspect_portion import inspect_portion
from tests.conftest import MakeTerminal
from tests.support.seed import PINS, SmallShop, known_id
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver

Look = Callable[..., Outcome]


@pytest.fixture
def kitchen(
    connect: Connect, make_terminal: MakeTerminal, small_store: SmallShop, open_real: OpenTill
) -> tuple[PgStore, list[Session]]:
    """A kitchen's store; its session comes with the first look."""
    return connect(make_terminal("Kitchen", Mode.KDS)), []


@pytest.fixture
def look(
    kitchen: tuple[PgStore, list[Session]], loop: asyncio.AbstractEventLoop, qtbot: Any
) -> Look:
    """The kitchen scores one portion at the hand-over."""
    store, sessions = kitchen

    def wait(work: Coroutine[Any, Any, Any]) -> Any:
        running = loop.create_task(work)
        qtbot.waitUntil(running.done, timeout=10_000)
        return running.result()

    def looked(code: str, score: float, *causes: str) -> Outcome:
        if not sessions:
            qtbot.waitUntil(lambda: store.feed.view is not None, timeout=10_000)
            sessions.append(wait(store.staff.sign_in(known_id("kitchen"), PINS["kitchen"])))
        portion_id = next(p.id for p in _view(store).portions.values() if p.code == code)

        def knows_the_order() -> bool:
            portion = _view(store).portions[portion_id]
            return portion.ticket_id is None or portion.ticket_id in _view(store).tickets

        qtbot.waitUntil(knows_the_order, timeout=10_000)
        seen = Seen(kind=InspectionKind.RANDOM, score=score, causes=causes)
        outcome: Outcome = wait(
            inspect_portion(
                store, sessions[0], request=new_id(), inspection_id=new_id(),
                portion_id=portion_id, seen=seen,
            )
        )  # fmt: skip
        return outcome

    return looked


def _view(store: PgStore) -> Any:
    assert store.feed.view is not None
    return store.feed.view


def sold_as_b(till: TillDriver, shop: SmallShop) -> str:
    """The only B slice, P-103, is in the order."""
    shop.query(
        "UPDATE wedge.portions SET inspected_at = clock_timestamp(), inspected_score = 8.6"
        " WHERE code = 'P-103'"
    )
    till.tap("wheel_P")
    wheel = till.program.till._picking.wheel
    till.until(lambda: wheel._props["grades"][1]["text"].startswith("1 left"))
    till.tap("grade_B")
    till.until(lambda: [row.detail[:5] for row in till.lines()] == ["P-103"])
    till.until(lambda: till.lines()[0].phase == "held")
    return str(till.lines()[0].amount)


def pay(till: TillDriver) -> None:
    till.tap("payKey")
    till.tap("exactKey")
    till.until(lambda: till.program.till._pay.phase == "paid")
    till.program.till.nextOrder()


def sell_out(shop: SmallShop, *codes: str) -> None:
    """Nothing is free but these."""
    shop.query(
        "UPDATE wedge.portions SET state = 'quarantined' WHERE state = 'available'"
        " AND code <> ALL (%s)", list(codes),
    )  # fmt: skip


def settle_ways(till: TillDriver) -> list[str]:
    return [way["key"] for way in till.program.till._settle._props["ways"]]


def line_of(shop: SmallShop) -> Any:
    return shop.query(
        "SELECT portion_code, former_code, former_reason, unit_price_minor, refunded_minor, grade"
        " FROM wedge.ticket_lines WHERE NOT voided"
    )[0]


@pytest.mark.spec("POS-E3.1")
def test_a_held_b_found_bad_is_an_a_within_two_seconds_and_without_one_the_cashier_is_asked(
    open_real: OpenTill, small_store: SmallShop, look: Look
) -> None:
    till = open_real("One")
    price = sold_as_b(till, small_store)
    saved_s = time.monotonic()
    assert look("P-103", 6.8, "age").stand_in is not None
    till.until(lambda: till.lines()[0].detail[:3] == "P-2")
    assert time.monotonic() - saved_s <= 2.0
    assert (till.lines()[0].grade, till.lines()[0].amount) == ("A", price)
    assert till.lines()[0].why.startswith("Stands in for P-103")
    till.until(lambda: till.item("tillNotice").property("title").endswith("is another portion"))
    states = "SELECT state FROM wedge.portions WHERE code = %s"
    assert small_store.one(states, "P-103") == "quarantined"

    second = till.lines()[0].detail[:5]
    sell_out(small_store, second)
    till.until(lambda: till.text("tileLeft") == "none left")
    assert look(second, 6.8, "age").stand_in is None
    till.until(lambda: settle_ways(till) == ["other", "wait", "refund"])
    till.rest("settle_refund")
    assert "cannot be served as sold" in till.text("settleText")
    till.tap("settle_refund")
    till.until(lambda: not till.lines())


def test_a_paid_slice_that_falls_without_another_is_paid_back(
    open_real: OpenTill, small_store: SmallShop, look: Look
) -> None:
    till = open_real("One")
    sold_as_b(till, small_store)
    pay(till)
    sell_out(small_store)
    look("P-103", 6.8, "damage")
    till.until(lambda: settle_ways(till) == ["other", "wait", "refund"])
    till.tap("settleLater")
    till.until(lambda: till.item("settleNotice").property("title").startswith("1 order line"))
    till.tap("noticeAction")
    till.tap("settle_refund")
    till.until(lambda: till.item("tillNotice").property("title").startswith("Give "))
    row = line_of(small_store)
    assert row[4] == row[3] > 0


def test_a_paid_order_with_a_fallen_slice_is_flagged_until_it_is_settled(
    open_real: OpenTill, small_store: SmallShop, look: Look
) -> None:
    """In the list of orders, with the slice; its key leads to the question that was put off."""
    till = open_real("One")
    sold_as_b(till, small_store)
    pay(till)
    till.tap("rail_orders")
    sell_out(small_store)
    till.until(lambda: orders(till)[0].stateText != "to be settled", "all is well")
    look("P-103", 6.8, "damage")
    till.until(lambda: settle_ways(till) == ["other", "wait", "refund"])
    till.tap("settleLater")
    till.until(lambda: orders(till)[0].stateText == "to be settled", "flagged")
    assert orders(till)[0].tone == "danger"
    till.until(lambda: "P-103" in till.text("orderTrouble_1"), "which one")
    till.tap("settleOrder_1")
    till.tap("settle_refund")
    till.until(lambda: orders(till)[0].stateText == "paid back", "settled")
    till.until(lambda: not till.shows("settleOrder_1"), "no key")
    row = line_of(small_store)
    assert row[4] == row[3] > 0


def orders(till: TillDriver) -> Any:
    return till.program.till._ledger._tickets.rows


@pytest.mark.spec("POS-07.5")
def test_a_lower_grade_is_kept_for_less_only_when_the_guest_agrees(
    open_real: OpenTill, small_store: SmallShop, look: Look, kitchen: tuple[PgStore, list[Session]]
) -> None:
    """6.5 leaves sale, 7.4 stays: nobody can serve either; a C only by consent, and for less."""
    till = open_real("One")
    sold_as_b(till, small_store)
    pay(till)
    look("P-103", 7.4)
    till.until(lambda: settle_ways(till)[:1] == ["lower"])
    price = line_of(small_store)[3]
    till.tap("settle_lower")
    till.until(lambda: till.item("tillNotice").property("title").startswith("Give "))
    row = line_of(small_store)
    assert (row[0], row[3], row[5]) == ("P-103", price, "C")
    assert 0 < row[4] < price

    sold = sold_again(till, small_store)
    said = look(sold, 6.5, "age")
    assert said.stand_in is not None, "another A or B, proposed at the same price"
    left = small_store.query("SELECT state, ticket_id FROM wedge.portions WHERE code = %s", sold)
    assert left == [("quarantined", None)]


def sold_again(till: TillDriver, shop: SmallShop) -> str:
    """One more slice, paid; its code."""
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    code = till.lines()[0].detail[:5]
    pay(till)
    return code

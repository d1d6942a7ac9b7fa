"""Portions by clicks: several at once, why this one, swaps, stand-ins, better grades, parking."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from app.domain.portion import Inspected, Portion, PortionState
from app.services.offers import derive_offer
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity, StoreView
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

M = sample_id("product M")
Change = Callable[[Portion], Portion]


def with_portions(view: StoreView, change: Change, product: UUID = M) -> StoreView:
    portions = {
        each.id: change(each) if each.product_id == product else each
        for each in view.portions.values()
    }
    return replace(view, portions=MappingProxyType(portions))


def selling_from(open_till: OpenTill, view: StoreView) -> TillDriver:
    till = open_till(FakeStore(view, NOW))
    till.sign_in()
    till.item("tile_M")
    return till


def poorer(odd: float, even: float = 10.0) -> Change:
    """Odd wedges were found worse."""
    return lambda each: scored(each, odd if each.wedge % 2 else even)


def scored(each: Portion, score: float) -> Portion:
    """The portion as somebody found it just now."""
    return replace(each, inspected=Inspected(NOW, score))


def put(till: TillDriver, portion: Portion) -> None:
    till.store.feed.put((Entity.PORTION, portion.id, portion))


def held(till: TillDriver) -> Portion:
    """The portion of the first line."""
    view = till.store.feed.known
    line = view.ticket_lines[UUID(till.lines()[0].key)]
    found: Portion = view.portions[line.portion_id]
    return found


def test_three_slices_by_one_action_lie_side_by_side(selling: TillDriver) -> None:
    selling.tap("times_3")
    assert bool(selling.item("times_3").property("checked"))
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"] * 3)
    view = selling.store.feed.known
    lines = [view.ticket_lines[UUID(row.key)] for row in selling.lines()]
    portions = [view.portions[line.portion_id] for line in lines]
    assert len({each.whole_id for each in portions}) == 1
    wedges = sorted(each.wedge for each in portions)
    assert wedges == list(range(wedges[0], wedges[0] + 3))
    assert not selling.item("times_3").property("checked")


@pytest.mark.parametrize(
    ("grade", "says"), [("A", "oldest that meets grade A"), ("C", "oldest that meets grade C")]
)
def test_the_line_says_why_it_has_its_portion(selling: TillDriver, grade: str, says: str) -> None:
    selling.tap("wheel_M")
    selling.tap(f"grade_{grade}")
    selling.until(lambda: selling.shows("lineWhy") and selling.text("lineWhy") == f"⇄ {says}")


def test_a_cashier_swaps_a_portion_of_a_line(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    first = held(selling)
    price = selling.lines()[0].amount
    selling.tap("swap_" + selling.lines()[0].name)
    selling.until(lambda: first.code in selling.text("swapOf"))
    selling.tap("swapReason_presentation")
    selling.tap("wedge_M-2186")
    selling.until(lambda: held(selling).code == "M-2186")
    assert selling.lines()[0].amount == price
    assert "picked by hand" in selling.lines()[0].why
    assert selling.store.feed.known.portions[first.id].state is PortionState.AVAILABLE
    line = selling.store.feed.known.ticket_lines[UUID(selling.lines()[0].key)]
    assert (line.former_code, line.former_reason) == (first.code, "presentation")


def test_another_reason_needs_a_sentence(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    selling.tap("swap_" + selling.lines()[0].name)
    selling.tap("swapReason_other")
    selling.until(lambda: not selling.item("wedge_M-2186").isEnabled())
    selling.program.till._picking.wheel.write("burnt edge")
    selling.tap("wedge_M-2186")
    selling.until(lambda: held(selling).code == "M-2186")


def test_skipping_a_sell_first_portion_asks_for_approval(open_till: OpenTill) -> None:
    """FUL-R.2: without a second person the portion that goes first stays on the line."""
    first_until = NOW.replace(minute=18)
    view = with_portions(
        sample_view(NOW),
        lambda each: replace(each, expires_at=first_until) if each.wedge == 0 else each,
    )
    till = selling_from(open_till, view)
    till.tap("tile_M")
    till.until(lambda: "sell first" in "".join(row.why for row in till.lines()))
    first = held(till)
    till.tap("swap_" + till.lines()[0].name)
    till.tap("wedge_M-2186")
    till.until(lambda: till.shows("approvalSheet") or till.shows("approvalReason_0"))
    assert held(till).id == first.id
    till.tap("approvalReason_0")
    till.tap("approvalAsk")
    till.tap("approver_Anan")
    for digit in "1234":
        till.tap(f"approvalPin_{digit}")
    till.tap("approvalGrant")
    till.until(lambda: held(till).code == "M-2186")


def test_a_portion_that_fell_below_the_floor_is_replaced_by_itself(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    first, price = held(selling), selling.lines()[0].amount
    put(selling, scored(first, 6.8))
    selling.until(lambda: held(selling).id != first.id)
    assert float(selling.lines()[0].amount) <= float(price)
    assert selling.lines()[0].why.startswith(f"Stands in for {first.code}")
    assert selling.store.feed.known.portions[first.id].state is PortionState.QUARANTINED
    selling.until(lambda: selling.shows("tillNotice"))
    assert first.code in str(selling.item("tillNotice").property("text"))
    assert selling.item("payKey").isEnabled()


def test_with_none_free_the_line_asks_and_pay_stays_shut(open_till: OpenTill) -> None:
    """Only one slice of A, the rest are C: the guest decides."""
    view = with_portions(sample_view(NOW), lambda each: scored(each, 7.5))
    best = next(p for p in view.portions.values() if p.product_id == M and p.state == "available")
    portions = {**view.portions, best.id: scored(best, 9.8)}
    till = selling_from(open_till, replace(view, portions=MappingProxyType(portions)))
    till.tap("wheel_M")
    till.tap("grade_A")
    till.until(lambda: [row.grade for row in till.lines()] == ["A"])
    price = till.lines()[0].amount
    put(till, scored(held(till), 6.0))
    till.until(lambda: "ask the guest" in till.lines()[0].trouble)
    assert not till.item("payKey").isEnabled()
    till.tap("settle_lower")
    till.until(lambda: till.lines()[0].trouble == "")
    assert float(till.lines()[0].amount) <= float(price)
    till.until(lambda: bool(till.item("payKey").isEnabled()))


@pytest.mark.spec("POS-03.7")
def test_a_better_grade_is_offered_once(open_till: OpenTill) -> None:
    view = with_portions(sample_view(NOW), poorer(7.9))
    till = selling_from(open_till, view)
    till.tap("wheel_M")
    till.tap("grade_C")
    till.until(lambda: [row.grade for row in till.lines()] == ["C"])
    name, price = till.lines()[0].name, till.lines()[0].amount
    offer = derive_offer(till.store.feed.known, M, NOW)
    best = next(each for each in offer.candidates if each.grade == "A")
    more = best.unit_price_minor / 100 - float(price)
    assert more > 0
    till.until(lambda: till.lines()[0].better == f"+{more:.2f} for A")
    till.tap("noBetter_" + name)
    till.until(lambda: till.lines()[0].better == "")
    assert till.lines()[0].amount == price
    till.tick()
    assert till.lines()[0].better == ""


def test_an_accepted_better_grade_costs_what_was_said(open_till: OpenTill) -> None:
    till = selling_from(open_till, with_portions(sample_view(NOW), poorer(7.9)))
    till.tap("wheel_M")
    till.tap("grade_C")
    till.until(lambda: bool(till.lines()) and till.lines()[0].better.startswith("+"))
    row = till.lines()[0]
    more = float(row.better.split()[0].lstrip("+"))
    till.tap("better_" + row.name)
    till.until(lambda: till.lines()[0].grade != "C")
    assert float(till.lines()[0].amount) == float(row.amount) + more
    assert till.lines()[0].better == ""


def test_what_is_gone_leads_to_alternatives(selling: TillDriver) -> None:
    async def gone(*_args: Any, **_wish: Any) -> None:
        raise Refused(RefusalCode.GONE)

    take = selling.store.selling.reserve_first
    selling.store.selling.reserve_first = gone
    selling.tap("tile_M")
    selling.until(lambda: selling.shows("other_0"))
    assert not selling.shows("other_3")
    selling.store.selling.reserve_first = take
    selling.tap("other_0")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])


@pytest.mark.spec("POS-03.8")
def test_a_grade_that_is_not_there_leads_to_its_nearest_alternatives(open_till: OpenTill) -> None:
    """No B at 80.00: C slices and a pizza at 90.00 (12.5 %) are offered, one at 96.00 is not."""
    view = sample_view(NOW)
    prices = {"M": 8_000, "P": 9_000, "F": 9_600}
    products = dict(view.products)
    for prefix, price_minor in prices.items():
        key = sample_id(f"product {prefix}")
        products[key] = replace(products[key], base_price_minor=price_minor)
    view = replace(view, products=MappingProxyType(products))
    for prefix, score in (("M", 7.5), ("P", 9.6), ("F", 9.6)):
        view = with_portions(view, partial(scored, score=score), sample_id(f"product {prefix}"))
    till = selling_from(open_till, view)
    till.tap("wheel_M")
    till.tap("grade_B")
    till.until(lambda: till.shows("other_1"))
    assert till.text("otherName_0") == "Margherita"
    assert till.text("otherDetail_0").startswith("other grade")
    assert till.text("otherName_1") == "Pepperoni"
    assert till.text("otherDetail_1").startswith("similar")
    assert not till.shows("other_2")
    till.tap("other_1")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    assert till.lines()[0].amount == "90.00"


def test_an_order_is_parked_and_taken_up_again(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    number = selling.text("orderNumber")
    selling.tap("parkKey")
    selling.until(lambda: selling.lines() == ())
    selling.tap("tile_E1")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    selling.tap("parkedKey")
    assert selling.item("parkFirst").isVisible()
    assert not selling.item(f"parked_{number}").isEnabled()
    selling.program.till._parked.close()
    selling.tap("cancelOrder")
    selling.tap("parkedKey")
    selling.tap(f"parked_{number}")
    selling.until(lambda: selling.text("orderNumber") == number)
    assert selling.line_names()[0].startswith("Margherita")
    assert not selling.shows("parkedKey")


def test_the_hold_is_prolonged_once(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    assert not selling.shows("prolongKey")
    selling.store.feed.advance(260)
    selling.tick()
    assert selling.text("prolongKey") == "+ 2:00"
    selling.tap("prolongKey")
    selling.until(lambda: selling.text("holdPill") == "held 2:40")
    selling.store.feed.advance(120)
    selling.tick()
    assert not selling.shows("prolongKey")


def test_paying_raises_the_hold_to_two_minutes(selling: TillDriver) -> None:
    """POS-04.4: given 40 s left, when Pay is pressed then 120 s remain."""
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    selling.store.feed.advance(260)
    selling.tick()
    selling.tap("payKey")
    ticket = selling.program.till._order.ticket_id
    until = selling.store.feed.known.tickets[ticket].held_until
    selling.until(
        lambda: (
            selling.store.feed.known.tickets[ticket].held_until - selling.store.feed.now()
        ).total_seconds() == 120,
        f"{until}",
    )  # fmt: skip


def test_a_hold_that_is_renewed_too_late_says_nothing_about_the_paid_order(
    selling: TillDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order is renewed while it is being paid, and the answer comes after the payment."""
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    selling.store.feed.advance(100)
    selling.tick()
    paid = asyncio.Event()
    extend = selling.store.selling.extend_hold

    async def late(*args: Any, **kwargs: Any) -> Any:
        await paid.wait()
        return await extend(*args, **kwargs)

    monkeypatch.setattr(selling.store.selling, "extend_hold", late)
    selling.tap("tile_P")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held", "held"])
    selling.tap("payKey")
    selling.tap("exactKey")
    selling.until(lambda: selling.program.till._pay.phase == "paid")
    paid.set()
    running = selling.shell.tasks._tasks
    selling.until(lambda: not any(task.get_name() == "extend hold" for task in running))
    assert selling.program.till._props["noticeTitle"] == ""

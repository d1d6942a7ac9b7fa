"""Prices at the till: they follow the rules, are explained, and give way to a hand."""

from dataclasses import replace
from datetime import time, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from app.domain.people import Role
from app.domain.prices.promotion import BundlePart, Promotion, PromotionKind
from app.domain.prices.rules import GradeFactors, PriceWindow
from app.domain.prices.schedule import Schedule
from app.services.ports import LinkState
from app.services.store_view import Entity
from app.ui.customer.display import derive_display
from app.ui.pos.shelf import OfferShelf
from app.ui.shared import scene
from tests.support.sample_data import sample_id
from tests.ui.pos.conftest import TillDriver

PEPPERONI, ESPRESSO = sample_id("product P"), sample_id("product E1")


def rules(till: TillDriver, **changes: Any) -> None:
    """Put a new version of the pricing rules in force."""
    settings = till.store.feed.known.settings
    pricing = replace(settings.pricing, version=settings.pricing.version + 1, **changes)
    till.store.feed.put((Entity.SETTINGS, UUID(int=0), replace(settings, pricing=pricing)))


def prices(till: TillDriver) -> list[int]:
    known = till.store.feed.known
    return [line.unit_price_minor for line in known.lines_of(till.program.till._order.ticket_id)]


def quiet(points: str = "-1/10") -> tuple[PriceWindow, ...]:
    return (PriceWindow("quiet", "Quiet hours", Fraction(points)),)


def test_pay_waits_until_the_guest_was_told_of_a_premium(selling: TillDriver) -> None:
    rules(selling, grade_factors=GradeFactors(), rounding_minor=1)
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [10_890])
    key = selling.item("explainedKey")
    assert not selling.shows("payKey"), "nothing else leads to tender"
    selling.program.till.startPaying()
    assert selling.program.till._pay.phase == "closed"
    assert "99" in selling.text("lineBreakdown") and "9.90" in selling.text("lineBreakdown")
    selling.until(lambda: str(key.property("text")) == "Told the guest · Pay ฿108.90")
    selling.tap("explainedKey")
    selling.item("exactKey")
    selling.program.till._pay.back()
    selling.until(lambda: bool(selling.item("payKey").isEnabled()))
    assert selling.text("payKey") == "Pay ฿108.90"
    # Once per order: another dear piece needs no second time.
    selling.tap("tile_P")
    selling.until(lambda: len(prices(selling)) == 2)
    assert not selling.shows("explainedKey")
    selling.tap("payKey")
    selling.tap("exactKey")
    selling.item("change")


def test_a_lower_price_reaches_a_held_line_and_both_totals_are_confirmed(
    selling: TillDriver,
) -> None:
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [9_900])
    rules(selling, windows=quiet())
    selling.until(lambda: prices(selling) == [8_900], "lowered by itself")
    rules(selling, windows=())
    selling.tick()
    selling.until(
        lambda: selling.store.feed.known.tickets[
            selling.program.till._order.ticket_id
        ].price_rules == selling.store.feed.known.settings.price_rules
    )  # fmt: skip
    assert prices(selling) == [8_900]
    selling.tap("payKey")
    shown = selling.text("totalBeforeAndNow")
    assert "99.00" in shown and "89.00" in shown
    assert not selling.item("exactKey").isEnabled()
    selling.tap("agreeKey")
    selling.tap("exactKey")
    selling.item("change")
    receipts = selling.store.feed.known.receipts.values()
    assert 8_900 in {each.total_minor for each in receipts}


def test_pay_prices_the_order_anew_before_tender(selling: TillDriver) -> None:
    """New rules come into force between the last look and the press of Pay."""
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [9_900])
    till = selling.program.till
    settings = selling.store.feed.known.settings
    pricing = replace(settings.pricing, version=7, windows=quiet())
    newer = replace(selling.store.feed.known, settings=replace(settings, pricing=pricing))
    selling.store.feed._view = newer
    till._shelf.fold(newer, {Entity.SETTINGS: frozenset()})
    selling.tap("payKey")
    assert "89.00" in selling.text("totalBeforeAndNow")
    ticket = selling.store.feed.known.tickets[till._order.ticket_id]
    assert ticket.price_rules == newer.settings.price_rules
    selling.tap("agreeKey")
    selling.tap("exactKey")
    selling.item("change")


def test_a_bundle_forms_and_dissolves_with_the_order(selling: TillDriver) -> None:
    parts = (BundlePart(PEPPERONI), BundlePart(ESPRESSO))
    menu = Promotion("menu", "Slice and coffee", PromotionKind.BUNDLE, amount_minor=12_000,
                     parts=parts)  # fmt: skip
    rules(selling, promotions=(menu,))
    alone = selling.store.feed.known.products[ESPRESSO].base_price_minor
    assert 9_900 + alone > 12_000
    selling.tap("tile_P")
    for _ in range(3):
        selling.tap("tile_E1")

    def order() -> list[tuple[int, int]]:
        ticket = selling.program.till._order.ticket_id
        lines = selling.store.feed.known.lines_of(ticket)
        return sorted((line.quantity, line.unit_price_minor) for line in lines)

    def total() -> int:
        return sum(quantity * minor for quantity, minor in order())

    selling.until(lambda: total() == 12_000 + 2 * alone and len(order()) == 3)
    assert (2, alone) in order()
    assert "Slice and coffee" in selling.text("lineBreakdown").replace("\u00a0", " ")
    selling.tap("remove_Pepperoni")
    selling.until(lambda: order() == [(3, alone)])


def test_a_coupon_lowers_the_order_and_an_unknown_one_is_said(selling: TillDriver) -> None:
    spring = Promotion("s", "Spring", PromotionKind.PERCENT, percent=Fraction(1, 10), coupon="S10")
    rules(selling, promotions=(spring,), rounding_minor=1)
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [9_900])
    selling.tap("couponKey")
    selling.until(lambda: bool(selling.item("couponCode_input").hasActiveFocus()))
    scene.type_text(selling.window, "s1")
    selling.tap("couponEnter")
    selling.until(lambda: selling.shows("couponError"))
    assert "no such code" in selling.item("couponError").property("text")
    selling.item("couponCode_input").forceActiveFocus()
    scene.type_text(selling.window, "0")
    selling.tap("couponEnter")
    selling.until(lambda: prices(selling) == [8_910])
    assert "S10" in selling.text("couponKey")
    selling.tap("payKey")
    selling.item("exactKey")
    assert not selling.shows("agreeKey")


def test_a_discount_by_hand_and_a_larger_one_with_a_managers_pin(selling: TillDriver) -> None:
    selling.tap("tile_P")
    selling.tap("tile_M")
    selling.until(lambda: len(prices(selling)) == 2)
    pepperoni, margherita = prices(selling)
    selling.tap("discount_Pepperoni")
    selling.tap("discountShare_5")
    assert not selling.item("discountApply").isEnabled()
    selling.tap("discountReason_0")
    assert not selling.shows("discountSecond")
    selling.tap("discountApply")
    selling.until(lambda: prices(selling) == [pepperoni - pepperoni // 20, margherita])
    selling.until(lambda: not selling.shows("discountApply"))
    selling.tap("discount_Margherita")
    selling.tap("discountShare_10")
    selling.tap("discountReason_1")
    selling.item("discountSecond")
    selling.tap("discountApply")
    selling.until(lambda: selling.text("approvalCancel") == "Cancel")
    selling.tap("approvalReason_0")
    selling.tap("approvalAsk")
    selling.until(lambda: selling.text("approvalCancel") == "Withdraw the question")
    selling.tap("approver_Anan")
    for digit in "1234":
        selling.tap(f"approvalPin_{digit}")
    selling.tap("approvalGrant")
    selling.until(lambda: prices(selling)[1] == margherita - round(margherita / 10))
    selling.until(lambda: not selling.shows("discountApply"))


def test_quiet_hours_begin_by_server_time_and_lower_what_is_in_the_cart(
    selling: TillDriver,
) -> None:
    """Added a minute before and at the hour: 99.00 and 89.10; the first one drops as well."""
    hours = Schedule(from_time=time(18, 1), until_time=time(21))
    window = PriceWindow("quiet", "Quiet hours", Fraction(-1, 10), hours)
    rules(selling, windows=(window,), rounding_minor=1)
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [9_900])
    selling.store.advance(60)
    selling.tick()
    selling.until(lambda: prices(selling) == [8_910])
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [8_910, 8_910])
    # After the last minute a new one costs base again; what is in the cart does not rise.
    selling.program.till._order.activity()
    rules(selling, windows=())
    selling.tick()
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [8_910, 8_910, 9_900])


@pytest.mark.spec("FUL-02.5")
def test_a_grade_that_fell_before_tender_shows_both_totals_to_cashier_and_guest(
    selling: TillDriver,
) -> None:
    """Two grade A slices quoted at 8.00; one is C by now (25 % off): 7.00 is charged."""
    product = selling.store.feed.known.products[PEPPERONI]
    selling.store.feed.put((Entity.PRODUCT, product.id, replace(product, base_price_minor=400,
                                                                cost_minor=100)))  # fmt: skip
    factors = GradeFactors(Fraction(1), Fraction(1), Fraction(3, 4))
    rules(selling, grade_factors=factors, rounding_minor=1)
    for _ in range(2):
        selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [400, 400])
    known = selling.store.feed.known
    ticket = selling.program.till._order.ticket_id
    portion = known.portions[known.lines_of(ticket)[0].portion_id]
    worse = replace(portion, initial_quality=7.6)
    selling.store.feed.put((Entity.PORTION, portion.id, worse))
    selling.store.advance(1)
    selling.tick()
    selling.until(lambda: sorted(prices(selling)) == [300, 400])
    selling.tap("payKey")
    shown = selling.text("totalBeforeAndNow")
    assert "8.00" in shown and "7.00" in shown
    assert not selling.item("exactKey").isEnabled()
    view, terminal = selling.store.feed.known, selling.store.terminal_id
    guest = derive_display(view, terminal, selling.store.feed.now(), LinkState.LIVE)
    assert "8.00" in guest.saved and "7.00" in guest.total
    selling.tap("agreeKey")
    selling.tap("exactKey")
    selling.item("change")
    assert 700 in {each.total_minor for each in selling.store.feed.known.receipts.values()}


def test_a_price_that_cannot_be_stays_at_the_last_valid_one_and_asks_for_a_correction(
    selling: TillDriver,
) -> None:
    """A cost that puts the margin floor above the cap: the tile goes on, one task is due."""
    feed = selling.store.feed
    offer = selling.program.till._offer
    before = offer(PEPPERONI).price
    assert before is not None
    for product_id in (PEPPERONI, sample_id("product V")):
        product = feed.known.products[product_id]
        feed.put((Entity.PRODUCT, product_id, replace(product, cost_minor=90_000)))
    selling.tick()
    selling.until(lambda: len(feed.known.tasks) == 1, "the task")
    (task,) = feed.known.tasks.values()
    assert (task.kind, task.title, task.owner) == ("price_correction", "Pepperoni", Role.MANAGER)
    assert task.due_at == feed.now() + timedelta(minutes=30)
    assert offer(PEPPERONI).price == before
    assert offer(PEPPERONI).candidates[0].fallback
    selling.tap("tile_P")
    selling.until(lambda: prices(selling) == [before.amount_minor])
    for _ in range(3):
        selling.tick()
    assert len(feed.known.tasks) == 1
    # Where there never was a valid price nothing is offered. A second later the till has told the
    # store the prices it knows, and whoever starts then goes on with those.
    fresh = OfferShelf()
    fresh.fold(replace(feed.known, last_prices={}), {})
    assert fresh.offer(PEPPERONI, feed.now()).candidates == ()

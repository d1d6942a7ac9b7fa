"""Prices of real tills on the real database: new rules, and a menu that the guest sees."""

import json
from fractions import Fraction
from typing import Any

import pytest

from app.domain.prices.promotion import BundlePart, Promotion, PromotionKind
from app.domain.prices.promotion_check import promotion_contradictions
from app.domain.prices.rules import PriceWindow
from app.services.policy_codec import to_document
from app.ui.customer.guest_line import totals_texts
from tests.data.test_prices import set_pricing
from tests.support.seed import DRINK, PIZZA, SmallShop
from tests.ui.pos.conftest import OpenTill


def in_force(shop: SmallShop, **changes: Any) -> str:
    """Put new pricing rules in force, and tell every terminal."""
    set_pricing(shop, **changes)
    shop.query("SELECT wedge.feed_bump()")
    return str(shop.one("SELECT wedge.price_rules()"))


def stored(shop: SmallShop) -> list[Any]:
    return shop.query(
        "SELECT unit_price_minor, quantity FROM wedge.ticket_lines WHERE NOT voided"
        " ORDER BY unit_price_minor"
    )


def documents(*rules: object) -> list[Any]:
    return json.loads(json.dumps([to_document(each) for each in rules]))  # type: ignore[no-any-return]


@pytest.mark.spec("POS-01.4")
def test_new_rules_reach_a_held_order_before_tender_opens(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    till, other = open_real("till-1"), open_real("till-2")
    till.tap("tile_P")
    till.until(lambda: stored(small_store) == [(8_900, 1)], "held")
    window = PriceWindow("quiet", "Quiet hours", Fraction(-1, 10))
    active = in_force(small_store, windows=documents(window), rounding_minor=1)
    till.tap("payKey")
    till.until(lambda: "80.10" in till.text("totalBeforeAndNow"), "both totals")
    assert "89.00" in till.text("totalBeforeAndNow")
    assert small_store.one("SELECT price_rules FROM wedge.tickets") == active
    other.program.till._grid.search("Margherita")
    other.until(lambda: "80.10" in other.text("tilePrice"), "the other tile")
    till.tap("agreeKey")
    till.tap("exactKey")
    till.item("change")
    assert small_store.query("SELECT total_minor FROM wedge.receipts") == [(8_010,)]
    reasons = small_store.query("SELECT old_minor, new_minor, reason FROM wedge.price_history"
                                " WHERE line_id IS NOT NULL ORDER BY id")  # fmt: skip
    assert reasons == [(None, 8_900, "base"), (8_900, 8_010, "time")]


@pytest.mark.spec("BR-11.3")
def test_a_bundle_reserves_its_parts_and_shows_its_saving_to_the_guest(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """Slice 4.00 and drink 2.00, costs 2.50 together: of 6.00, 2.40 and 5.00 only 5.00 holds."""
    parts = (BundlePart(PIZZA), BundlePart(DRINK))
    costs = {PIZZA: Fraction(200), DRINK: Fraction(50)}
    good = []
    for minor in (600, 240, 500):
        menu = Promotion("menu", "Menu", PromotionKind.BUNDLE, amount_minor=minor, parts=parts)
        if not list(promotion_contradictions(menu, Fraction(1), {PIZZA: 400, DRINK: 200}, costs)):
            good.append(menu)
    assert [each.amount_minor for each in good] == [500]
    for product, base, cost in ((PIZZA, 400, 200), (DRINK, 200, 50)):
        small_store.query("UPDATE wedge.products SET base_price_minor = %s, cost_minor = %s"
                          " WHERE id = %s RETURNING id", base, cost, product)  # fmt: skip
    till = open_real("till-1")
    in_force(small_store, promotions=documents(*good), rounding_minor=1)
    till.until(lambda: bool(till.store.feed.view.settings.pricing.promotions), "the menu")
    till.tap("tile_P")
    till.tap("tile_D")
    till.until(lambda: sum(minor * n for minor, n in stored(small_store)) == 500, "bundled")
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 1
    view = till.store.feed.view
    till.until(lambda: "5.00" in till.text("orderTotal"), "the total")
    view = till.store.feed.view
    lines = view.lines_of(till.program.till._order.ticket_id)
    assert "1.00" in totals_texts(lines, view.settings)[0]
    till.tap("payKey")
    till.tap("exactKey")
    till.item("change")

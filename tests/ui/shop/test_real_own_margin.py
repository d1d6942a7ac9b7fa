"""A product's own least margin holds wherever the till offers or reduces, as at the store."""

from uuid import UUID

import pytest

from tests.conftest import MakeTerminal
from tests.support.hand import Hand
from tests.support.seed import DRINK, PINS, PIZZA, SmallShop
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured
from tests.ui.pos.test_extra_real import leaves_sale_soon, order_one, prices
from tests.ui.prices.conftest import priced

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.fixture
def till(
    connect: Connect, make_terminal: MakeTerminal, small_store: SmallShop, open_till: OpenTill
) -> TillDriver:
    """A cashier's till; everything was measured."""
    measured(small_store)
    till = open_till(connect(make_terminal("One")))
    Hand(till).sign_in("The cashier", PINS["cashier"])
    till.until(lambda: till.shows("tile_P"), "the tiles")
    return till


def own(product: UUID, share: str) -> list[dict[str, str]]:
    return [{"product_id": str(product), "min_margin": share}]


def test_one_more_for_less_stops_at_the_products_own_floor(
    till: TillDriver, small_store: SmallShop
) -> None:
    """4.00 less a fifth is 3.20; cost 1.75 at a least margin of a half: 3.50."""
    priced(small_store, 400, 175, min_margin="3/10", product_margins=own(PIZZA, "1/2"))
    leaves_sale_soon(small_store)
    order_one(till)
    till.tap("extraTake")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"], "taken")
    assert prices(small_store) == [400, 350]


def test_a_discount_below_a_drinks_own_floor_takes_a_manager_before_the_store_is_asked(
    till: TillDriver, small_store: SmallShop
) -> None:
    """2.00 less 5 % is 1.90: above the shop's floor (0.63), below the drink's own (2.00)."""
    small_store.query(
        "UPDATE wedge.products SET base_price_minor = 200, cost_minor = 50 WHERE id = %s", DRINK
    )
    priced(small_store, 400, 100, product_margins=own(DRINK, "3/4"))
    till.until(lambda: bool(till.store.feed.view.settings.pricing.product_margins), "the rules")
    till.tap("tile_D")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    till.tap(f"discount_{till.line_names()[0]}")
    till.tap("discountShare_5")
    till.tap("discountReason_0")
    till.until(lambda: till.shows("discountSecond"), "a second person is needed")
    till.tap("discountApply")
    till.item("approvalAsk")
    assert prices(small_store) == [200]

"""Single coupon codes at the till: typed or scanned, asked of the store, refused in words."""

from fractions import Fraction
from uuid import uuid4

from app.domain.prices.promotion import Promotion, PromotionKind
from app.ui.shared import scene
from tests.support.sample_data import sample_id
from tests.ui.pos.conftest import TillDriver
from tests.ui.pos.test_prices import PEPPERONI, prices, rules

TEN = Promotion("ten", "Ten off", PromotionKind.PERCENT, percent=Fraction(1, 10), codes=True,
                products=frozenset({PEPPERONI}))  # fmt: skip


def shows_code(till: TillDriver, code: str) -> None:
    """Types it as a scanner does, with the enter key at the end."""
    if not till.shows("couponCode_input"):
        till.tap("couponKey")
    till.until(lambda: bool(till.item("couponCode_input").hasActiveFocus()))
    till.item("couponCode_input").setProperty("text", "")
    scene.type_text(till.window, code)
    till.tap("couponEnter")


def test_a_single_code_opens_its_offer_and_a_used_one_says_where(selling: TillDriver) -> None:
    rules(selling, promotions=(TEN,), rounding_minor=1)
    coupons = selling.store.coupons
    coupons.batches[uuid4()] = ("ten", ("GOOD-0001", "GOOD-0002"), None)
    coupons.used["GOOD-0002"] = sample_id("another order")
    selling.tap("tile_E1")
    selling.until(lambda: len(prices(selling)) == 1)
    shows_code(selling, "GOOD-0001")
    selling.until(lambda: "Nothing of this order" in selling.item("couponError").property("text"))
    scene.press_key(selling.window, "Escape")
    selling.until(lambda: not selling.shows("couponCode_input"))
    selling.tap("tile_P")
    selling.until(lambda: 9_900 in prices(selling))
    shows_code(selling, "good-0002")
    selling.until(lambda: "used already" in selling.item("couponError").property("title"))
    assert "Till 2" in selling.item("couponError").property("text")
    shows_code(selling, "GOOD-0001")
    selling.until(lambda: 8_910 in prices(selling))
    selling.until(lambda: "Ten off" in selling.text("couponKey"))

"""A bundle at a till over the real database: suggested where one piece completes it."""

from app.domain.prices.promotion import BundlePart, Promotion, PromotionKind
from tests.support.seed import DRINK, PIZZA, SmallShop
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.pos.test_real_prices import documents, in_force, stored


def suggested(till: TillDriver) -> list[tuple[str, str, str]]:
    rows = till.program.till._guests._suggest._rows.rows
    return [(row.name, row.price, row.why) for row in rows]


def test_the_piece_that_completes_a_bundle_is_suggested_with_what_it_saves(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """Slice 4.00 and water 2.00, together 5.00: one tap on the suggestion makes it 5.00."""
    for product, base, cost in ((PIZZA, 400, 200), (DRINK, 200, 50)):
        small_store.query("UPDATE wedge.products SET base_price_minor = %s, cost_minor = %s"
                          " WHERE id = %s RETURNING id", base, cost, product)  # fmt: skip
    till = open_real("till-1")
    parts = (BundlePart(PIZZA), BundlePart(DRINK))
    menu = Promotion("menu", "Menu", PromotionKind.BUNDLE, amount_minor=500, parts=parts)
    in_force(small_store, promotions=documents(menu), rounding_minor=1)
    till.until(lambda: bool(till.store.feed.view.settings.pricing.promotions), "the menu")
    till.tap("tile_P")
    till.until(lambda: suggested(till) == [("Water", "1.00", "saves 1.00 together")], "suggested")
    till.until(lambda: till.item("payKey").isEnabled(), "Pay does not wait")
    till.tap("suggest_Water")
    till.until(lambda: sum(minor * n for minor, n in stored(small_store)) == 500, "bundled")
    till.until(lambda: suggested(till) == [], "nothing more to complete")
    till.tap("tile_P")
    till.until(lambda: [each[0] for each in suggested(till)] == ["Water"], "for the next bundle")
    till.tap("dismiss_Water")
    till.until(lambda: suggested(till) == [], "waved away")


def test_a_bundle_that_saves_nothing_now_is_no_suggestion(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """Out of its hours, or dearer than its parts at their prices of now."""
    till = open_real("till-1")
    parts = (BundlePart(PIZZA), BundlePart(DRINK))
    dear = Promotion("menu", "Menu", PromotionKind.BUNDLE, amount_minor=99_900, parts=parts)
    coupon = Promotion(
        "friends", "Friends", PromotionKind.BUNDLE, amount_minor=9_000, parts=parts, coupon="FRIEND"
    )
    in_force(small_store, promotions=documents(dear, coupon))
    till.until(lambda: len(till.store.feed.view.settings.pricing.promotions) == 2, "the rules")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    assert suggested(till) == []

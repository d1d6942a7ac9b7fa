"""One more portion for less, on the real store: below the order, at its price, and its floor."""

import pytest

from tests.support.seed import PRICE_MINOR, SmallShop
from tests.ui.pos.conftest import OpenTill, TillDriver


def leaves_sale_soon(shop: SmallShop) -> None:
    """The second whole leaves sale in 12 minutes: hot food does so 15 before its limit."""
    shop.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '27 min'"
        " WHERE code LIKE 'P-20%'"
    )


def costs(shop: SmallShop, cost_minor: int) -> None:
    shop.query("UPDATE wedge.products SET cost_minor = %s WHERE code_prefix = 'P'", cost_minor)


def order_one(till: TillDriver) -> None:
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])


def prices(shop: SmallShop) -> list[int]:
    rows = shop.query(
        "SELECT unit_price_minor FROM wedge.ticket_lines WHERE NOT voided ORDER BY position"
    )
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("cost_minor", "extra_minor"), [(2500, 7200), (5900, None)], ids=["discount", "floor"]
)
def test_one_more_is_offered_for_less_but_never_under_the_margin_floor(
    open_real: OpenTill, small_store: SmallShop, cost_minor: int, extra_minor: int | None
) -> None:
    till = open_real("One")
    costs(small_store, cost_minor)
    leaves_sale_soon(small_store)
    order_one(till)
    till.tap("extraTake")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"])
    first, second = prices(small_store)
    assert first == PRICE_MINOR
    floor = -(-cost_minor * 10 // 7)
    assert second == max(extra_minor or 0, floor)
    assert second >= floor
    assert till.lines()[1].why == "one more for less, sell first"
    decided = small_store.query(
        "SELECT sell_first, charged_minor FROM wedge.allocation_decisions WHERE reason = 'extra'"
    )
    assert decided == [(True, second)]

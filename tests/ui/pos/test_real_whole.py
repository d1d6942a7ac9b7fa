"""A product that is the whole of another: how many are left, why none is, what there is then."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalog import Product
from app.domain.ids import new_id
from app.domain.portion import WholeState
from app.services.appraisal import Appraiser
from app.services.offers import derive_offer
from app.services.price_moves import PriceMoves
from app.services.stock_index import StockIndex
from app.services.store_view import Entity, RowChange, StoreView
from app.services.validate_order import LineWish, Supply, check_order
from app.ui.pos.contents import conflict_of, of_next
from app.ui.pos.tile import derive_tile
from tests.data.test_whole_sale import sell_wholes
from tests.support.sample_store import sample_id, stocked_view
from tests.support.seed import SmallShop
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

PIE, IN_STOCK = sample_id("product M"), WholeState.IN_STOCK


def left(till: TillDriver) -> tuple[str, bool]:
    """The number on the whole's tile, and whether a tap would add one."""
    till.tick()
    tile: Any = till.item("tile_M").property("tile")
    tile = tile.toVariant() if hasattr(tile, "toVariant") else tile
    return str(tile["leftText"]), bool(tile["sellable"])


@pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
def test_both_tills_count_the_wholes_and_offer_portions_after_the_last(
    open_real: OpenTill, small_store: SmallShop, tmp_path: Path
) -> None:
    one, two = open_real("One"), open_real("Two")
    sell_wholes(small_store, 2)
    one.until(lambda: left(one) == ("2 left", True))
    one.tap("tile_M")
    two.until(lambda: left(two) == ("1 left", True))
    two.tap("tile_M")
    grey = ("past its time", False)  # what is left uncut has expired
    one.until(lambda: left(one) == grey)
    two.until(lambda: left(two) == grey)
    one.save(tmp_path / "none.png")
    one.tap("tile_M")
    one.until(lambda: one.shows("other_0"))
    one.until(lambda: one.text("sheetTitle") == "Instead of Margherita, whole")
    one.save(tmp_path / "instead.png")
    one.tap("other_0")
    one.until(lambda: [row.phase for row in one.lines()] == ["held", "held"])
    assert small_store.one("SELECT count(*) FROM wedge.wholes WHERE state = 'sold'") == 2
    two.program.till._order.remove(two.lines()[0].key)
    one.until(lambda: left(one) == ("1 left", True))


def shop(*changes: dict[str, Any]) -> tuple[StoreView, Product]:
    """A drink of the sample shop is the whole of Margherita, of which these wholes are uncut."""
    view = stocked_view(NOW)
    uncut = [w for w in view.wholes.values() if w.product_id == PIE and w.state is IN_STOCK]
    product = replace(view.products[sample_id("product E4")], whole_of_id=PIE)
    rows = [RowChange(view.seq + 1, Entity.WHOLE, each.id, None) for each in uncut]
    wholes = [replace(uncut[0], id=new_id(), **change) for change in changes]
    rows += [RowChange(view.seq + 1, Entity.WHOLE, each.id, each) for each in wholes]
    rows.append(RowChange(view.seq + 1, Entity.PRODUCT, product.id, product))
    return view.fold(rows), product


LATER, BLOCKED = NOW + timedelta(hours=3), new_id()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([], "none left"),
        ([{"expires_at": LATER}, {"expires_at": NOW}], "1 left"),
        ([{"expires_at": NOW}], "past its time"),
        ([{"expires_at": LATER, "incident_id": BLOCKED}, {"expires_at": NOW}],
         "blocked: allergens"),
    ],
)  # fmt: skip
def test_a_grey_tile_says_why(changes: list[dict[str, Any]], said: str) -> None:
    view, product = shop(*changes)
    offer = derive_offer(view, product.id, NOW)
    tile = derive_tile(product, offer, view.settings, NOW)
    assert (tile.leftText, tile.sellable) == (said, "left" in said and said != "none left")
    assert tile.insteadThere is not tile.sellable
    check = check_order(view, Appraiser(view), [LineWish(product.id, 2)], NOW)[0]
    assert (check.supply, check.ready, check.short_by) == (
        Supply.SHORT, offer.left, 2 - (offer.left or 0)
    )  # fmt: skip
    index = StockIndex()
    index.rebuild(view)
    moves = PriceMoves(Appraiser(view))
    until = moves.next_move(product, index.stocks[product.id], NOW)
    assert (until <= LATER) is any(each["expires_at"] > NOW for each in changes)


def test_the_lot_that_goes_first_says_what_a_whole_contains() -> None:
    view, product = shop(
        {"expires_at": LATER, "allergens": ("sesame",)},
        {"expires_at": LATER + timedelta(hours=1), "allergens": ()},
    )
    offer = derive_offer(view, product.id, NOW)
    assert "sesame" in (of_next(view, product, offer) or ())
    assert conflict_of(view, product, offer, ["sesame"]) == {"sesame"}

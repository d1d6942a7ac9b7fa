"""The order panel stays inside the window, whatever stands in it and however small the till is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from app.services.store_view import Entity
from app.ui.shared import scene
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver


def beyond(till: TillDriver) -> list[str]:
    """What of the order panel ends to the right of the window."""
    panel = till.item("orderLines").parentItem()
    assert panel is not None
    return [
        item.objectName()
        for item in scene.visible_items(till.window)
        if panel.isAncestorOf(item)
        and item.mapToScene(QPointF(item.width(), 0)).x() > till.window.width()
    ]


def total_at_the_edge(till: TillDriver) -> bool:
    """Whether the total ends where the key below it does."""
    till.window.grabWindow()  # lays everything out
    ends = [
        found.mapToScene(QPointF(found.width(), 0)).x()
        for found in (till.item("orderTotal"), till.item("payKey"))
    ]
    return abs(ends[0] - ends[1]) < 2


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1366, 768), (1920, 1080)])
def test_with_a_parked_order_a_hold_that_ends_and_a_large_total(
    open_till: OpenTill, size: tuple[int, int]
) -> None:
    store = FakeStore(sample_view(NOW), NOW)
    dear = replace(
        store.feed.known.products[sample_id("product E1")], base_price_minor=123450, cost_minor=100
    )
    store.feed.put((Entity.PRODUCT, dear.id, dear))
    till = open_till(store)
    till.window.resize(*size)
    till.sign_in()
    till.tap("tile_M")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    till.tap("parkKey")
    till.until(lambda: till.lines() == ())
    till.tap("tile_P")
    till.tap("tile_E1")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"])
    (drink,) = (row for row in till.lines() if row.plain)
    till.program.till._order.setQuantity(drink.key, 99)
    till.until(lambda: [row.quantity for row in till.lines() if row.plain] == [99])
    till.until(lambda: till.text("orderTotal") == "฿122,314.50")
    store.feed.advance(262)
    till.tick()
    till.until(lambda: till.shows("prolongKey") and till.shows("parkedKey"))
    till.until(lambda: beyond(till) == [])


def test_what_is_saved_is_said_whole_also_in_a_currency_of_three_letters(
    open_till: OpenTill,
) -> None:
    view = sample_view(NOW)
    till = open_till(FakeStore(replace(view, settings=replace(view.settings, currency="KWD")), NOW))
    till.window.resize(1024, 768)
    till.sign_in()
    till.until(lambda: total_at_the_edge(till), "empty, at the edge")
    for code in "MPC":
        till.tap(f"tile_{code}")
    till.until(lambda: len(till.lines()) == 3 and till.text("orderChange") == "KWD\xa00.100 saved")
    said = till.item("orderChange")

    def whole() -> bool:
        fits = said.property("contentWidth") <= said.width() and not said.property("truncated")
        return fits and beyond(till) == []

    till.until(whole, "neither broken within the amount nor cut off")
    till.until(lambda: total_at_the_edge(till), "at the edge")

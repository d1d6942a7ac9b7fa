"""What a tile says: counts by grade, prices, minutes; what cannot be sold is grey and inert."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from app.domain.prices.rules import GradeFactors
from app.services.service_time import lateness_by_station_s, service_minutes
from app.services.store_view import StoreView
from app.ui.shared import scene
from tests.support.sample_store import FakeStore, sample_id, sample_view, stocked_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

M = sample_id("product M")


def three_fresh_and_two_old(view: StoreView) -> StoreView:
    """Margherita at 4.00: three A slices (+10 %) and two C slices (−20 %), nothing else."""
    mine = sorted((p for p in view.portions.values() if p.product_id == M), key=lambda p: p.cut_at)
    kept = {p.id for p in (*mine[:2], *mine[-3:])}
    portions: dict[UUID, Any] = {
        key: p for key, p in view.portions.items() if p.product_id != M or key in kept
    }
    products: dict[UUID, Any] = dict(view.products)
    products[M] = replace(products[M], base_price_minor=400, cost_minor=100)
    pricing = replace(view.settings.pricing, rounding_minor=1, grade_factors=GradeFactors())
    return replace(
        view,
        portions=MappingProxyType(portions),
        products=MappingProxyType(products),
        settings=replace(view.settings, pricing=pricing),
    )


def sold_out(view: StoreView) -> StoreView:
    """The same without any slice of Margherita."""
    left = {key: p for key, p in view.portions.items() if p.product_id != M}
    return replace(view, portions=MappingProxyType(left))


def words_of(till: TillDriver, tile: str) -> list[str]:
    """Every text drawn in the tile."""
    root = till.item(tile)
    return [
        str(item.property("text"))
        for item in scene.visible_items(till.window)
        if root.isAncestorOf(item) and item.metaObject().indexOfProperty("text") >= 0
    ]


@pytest.mark.spec("POS-03.1")
def test_the_tile_shows_counts_by_grade_price_from_to_letter_and_minutes(
    open_till: OpenTill,
) -> None:
    till = open_till(FakeStore(three_fresh_and_two_old(stocked_view(NOW)), NOW))
    till.sign_in()
    till.item("tile_M")
    seen = words_of(till, "tile_M")
    assert {"Margherita", "A 3", "C 2", "3.20–4.40", "≈ 6 min"} <= set(seen)
    next_up = [text for text in seen if text in ("A", "B", "C")]
    assert next_up == ["C"], "the badge names the grade with a letter, and by colour and shape"
    till.tap("tile_M")
    till.until(lambda: [row.amount for row in till.lines()] == ["3.20"])


@pytest.mark.spec("POS-03.1")
def test_a_tile_with_none_left_is_grey_and_a_tap_adds_nothing(open_till: OpenTill) -> None:
    till = open_till(FakeStore(sold_out(stocked_view(NOW)), NOW))
    till.sign_in()
    till.until(lambda: paleness(till, "tile_M") < 0.6 * paleness(till, "tile_P"))
    assert "none left" in words_of(till, "tile_M")
    for place in ((0.85, 0.15), (0.2, 0.45)):
        scene.click(till.item("tile_M"), *place)
    till.tap("tile_P")
    till.until(lambda: till.line_names() == ["Pepperoni"])


def paleness(till: TillDriver, tile: str) -> float:
    """How far the darkest point of a tile is from white, 0 to 255: small for a greyed tile."""
    item = till.item(tile)
    picture = till.window.grabWindow()
    box = item.mapRectToScene(item.boundingRect()).toRect().adjusted(8, 8, -8, -8)
    points = (
        (x, y) for x in range(box.left(), box.right(), 2) for y in range(box.top(), box.bottom(), 2)
    )
    return 255.0 - min(QColor(picture.pixel(x, y)).lightnessF() * 255 for x, y in points)


def test_minutes_grow_by_how_late_the_station_is(open_till: OpenTill) -> None:
    """The paid order's promise was three and a half minutes ahead; it is passed by four."""
    till = open_till(FakeStore(sample_view(NOW), NOW))
    till.sign_in()
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    assert words_of(till, "orderReady") == ["6 min", "Ready in about"]
    (paid,) = (t for t in till.store.feed.known.tickets.values() if t.promised_at)
    till.store.advance((paid.promised_at - till.store.feed.now()).total_seconds() + 240)
    till.tick()
    till.until(lambda: "≈ 10 min" in words_of(till, "tile_P"))
    till.until(lambda: words_of(till, "orderReady") == ["10 min", "Ready in about"])


STATIONS = sample_id("station Slices & pies"), sample_id("station Cakes")


@given(promise_s=st.integers(0, 7200), late_s=st.tuples(*[st.floats(0, 7200)] * 2))
def test_minutes_are_never_below_the_promise_nor_the_slowest_station(
    promise_s: int, late_s: tuple[float, float]
) -> None:
    minutes = service_minutes(
        promise_s, (*STATIONS, None), dict(zip(STATIONS, late_s, strict=True))
    )
    assert minutes * 60 >= promise_s + max(late_s) > (minutes - 1) * 60


def test_goods_that_no_station_prepares_have_no_minutes_and_promises_kept_no_delay() -> None:
    assert service_minutes(360, (None, None), {}) == 0
    view = sample_view(NOW)
    assert lateness_by_station_s(view, NOW) == {}
    late = lateness_by_station_s(view, NOW + timedelta(minutes=20))
    assert set(late) == set(STATIONS)

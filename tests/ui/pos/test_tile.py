"""What a tile says: counts by grade, prices, minutes; what cannot be sold is grey and inert."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtGui import QColor

from app.domain.prices.rules import GradeFactors
from app.domain.service_time import whole_minutes
from app.services.service_time import order_minutes, product_minutes, queues
from app.services.store_view import Entity, StoreView
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
    products[M] = replace(products[M], base_price_minor=400, cost_minor=100, preparation_s=301)
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


FOURTEEN = (
    "celery gluten crustaceans egg fish lupin milk molluscs mustard nuts peanuts sesame soy"
    " sulphites"
)


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


def test_minutes_follow_what_is_queued_and_who_works_there(open_till: OpenTill) -> None:
    """600 s of one pepperoni: alone 10 minutes and what is queued, shared by two less."""
    store = FakeStore(sample_view(NOW), NOW)
    slow = replace(store.feed.known.products[sample_id("product P")], preparation_s=600)
    store.feed.put((Entity.PRODUCT, slow.id, slow))
    till = open_till(store)
    till.sign_in()
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    assert slow.station_id is not None
    ahead_s = queues(store.feed.known, NOW)[slow.station_id].queued_s
    alone = whole_minutes(ahead_s + 600)
    assert alone > 10
    till.until(lambda: till.text("orderReady") == f"Ready in about {alone} min")
    station = replace(store.feed.known.stations[slow.station_id], active_staff=9)
    store.feed.put((Entity.STATION, station.id, station))
    till.tick()
    shared = whole_minutes(ahead_s / 9 + 600)
    assert shared < alone
    till.until(lambda: till.text("orderReady") == f"Ready in about {shared} min")
    till.until(lambda: f"≈ {shared} min" in words_of(till, "tile_P"))


def test_goods_that_no_station_prepares_have_no_minutes() -> None:
    view = sample_view(NOW)
    drink = view.products[sample_id("product E4")]
    assert product_minutes(view, drink, None, queues(view, NOW)) == 0
    assert order_minutes(view, (), {}) == 0


def test_what_does_not_fit_of_the_allergens_is_counted(open_till: OpenTill) -> None:
    view = sample_view(NOW)
    every = frozenset(FOURTEEN.split())
    products: dict[UUID, Any] = dict(view.products)
    products[M] = replace(products[M], allergens=every)
    till = open_till(FakeStore(replace(view, products=MappingProxyType(products)), NOW))
    till.sign_in()
    till.window.resize(1024, 768)
    tile = till.item("tile_M")

    def shown() -> list[str]:
        labels = [i for i in scene.visible_items(till.window) if i.objectName() == "tileAllergens"]
        mine = next(each for each in labels if tile.isAncestorOf(each))
        return [] if mine.property("truncated") else str(mine.property("text")).split("· ")

    till.until(lambda: shown()[-1:] != [] and shown()[-1].startswith("+"), "the rest is counted")
    *names, rest = shown()
    assert len(names) + int(rest) == len(every)
    till.tap("wheel_M")
    till.tap("wheelAbout")
    till.until(lambda: till.text("aboutAllergens").count("·") == len(every) - 1, "all on the sheet")
    till.until(lambda: not till.item("aboutAllergens").property("truncated"), "none cut off")

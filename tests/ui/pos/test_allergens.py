"""What a guest avoids at the till: barred tiles, the withdrawal, and the panel that tells."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QPointF

from app.hardware.label_text import ShelfLabel, label_of
from app.services.store_view import Entity
from app.ui.shared import scene
from tests.support.sample_store import sample_id
from tests.ui.pos.conftest import TillDriver


def still(till: TillDriver, name: str) -> None:
    """Tap what has come to rest."""
    item = till.item(name)
    places = [item.mapToScene(QPointF(0, 0))]

    def rests() -> bool:
        till.window.grabWindow()
        places.append(item.mapToScene(QPointF(0, 0)))
        return places[-1] == places[-2] and item.opacity() == 1

    till.until(rests, name)
    till.tap(name)


def contains(selling: TillDriver, prefix: str, codes: set[str]) -> None:
    """The store states anew what a product's lots hold."""
    key = sample_id(f"product {prefix}")
    product = selling.store.feed.known.products[key]
    selling.store.feed.put((Entity.PRODUCT, key, replace(product, allergens=frozenset(codes))))


def avoid(selling: TillDriver, *codes: str) -> None:
    selling.tap("avoidKey")
    for code in codes:
        selling.tap(f"avoid_{code}")
    selling.tap("avoidSave")
    selling.until(lambda: selling.text("avoidKey").startswith("⚠"))


def test_what_is_avoided_is_barred_and_not_added_until_withdrawn(selling: TillDriver) -> None:
    contains(selling, "M", {"milk", "almond"})
    assert not selling.shows("barred_M")
    avoid(selling, "tree_nuts")
    selling.until(lambda: selling.shows("barred_M"))
    assert "tree nuts" in selling.text("avoidKey")
    selling.tap("tile_M")
    assert "almond" not in selling.text("withdrawText")
    assert selling.line_names() == []
    selling.tap("withdrawNo")
    selling.until(lambda: not selling.shows("withdrawYes"))
    assert selling.line_names() == []
    selling.tap("tile_M")
    selling.tap("withdrawYes")
    selling.until(lambda: len(selling.line_names()) == 1)
    cashier = selling.program.till._sign_in.session
    assert cashier is not None
    assert selling.store.allergens.withdrawals == [(cashier.staff_id, ("tree_nuts",))]
    selling.until(lambda: not selling.shows("barred_M"), "the bar lifted")


def test_a_scan_or_search_is_blocked_as_well(selling: TillDriver) -> None:
    contains(selling, "M", {"hazelnut"})
    avoid(selling, "tree_nuts")
    name = selling.store.feed.known.products[sample_id("product M")].name
    selling.program.till._grid.search(name)
    selling.program.till.tapFirst()
    selling.until(lambda: selling.shows("withdrawYes"))
    assert selling.line_names() == []


def test_taking_off_the_list_needs_the_confirmation(selling: TillDriver) -> None:
    avoid(selling, "milk", "egg")
    selling.tap("avoidKey")
    selling.tap("avoid_milk")
    selling.tap("avoidSave")
    selling.tap("withdrawYes")
    selling.until(lambda: "milk" not in selling.text("avoidKey"))
    assert "egg" in selling.text("avoidKey")


def test_the_list_follows_the_jurisdiction(selling: TillDriver) -> None:
    selling.tap("avoidKey")
    selling.until(lambda: selling.shows("avoid_wheat"))
    assert not selling.shows("avoid_celery")
    selling.tap("avoidCancel")
    settings = selling.store.feed.known.settings
    food = replace(settings.food, jurisdiction=replace(settings.food.jurisdiction,
                                                       allergen_view="eu"))  # fmt: skip
    selling.store.feed.put((Entity.SETTINGS, sample_id("settings"), replace(settings, food=food)))
    selling.tap("avoidKey")
    selling.until(lambda: selling.shows("avoid_celery"))
    assert not selling.shows("avoid_wheat")


def test_a_line_tells_of_the_lot_it_came_from(selling: TillDriver) -> None:
    """The recipe says nothing of hazelnut; the lot does."""
    view = selling.store.feed.known
    key = sample_id("product M")
    for portion in [p for p in view.portions.values() if p.product_id == key]:
        held = replace(portion, allergens=("hazelnut", "milk"))
        selling.store.feed.put((Entity.PORTION, portion.id, held))
    selling.tap("tile_M")
    selling.until(lambda: any(row.phase == "held" for row in selling.lines()))
    (row,) = selling.lines()
    selling.tap(f"about_{row.name}")
    selling.until(lambda: "hazelnut" in selling.text("aboutAllergens"))
    assert selling.text("about_Cut at")
    assert selling.text("about_Batch")
    assert row.detail.startswith(selling.text("about_Portion"))


def test_nothing_stated_is_named(selling: TillDriver) -> None:
    view = selling.store.feed.known
    assert MappingProxyType is type(view.products)
    selling.program.till._about.product(str(sample_id("product M")))
    selling.until(lambda: selling.shows("aboutAllergens"))
    assert scene.find([selling.window], "aboutWarning") is None


def labels(till: TillDriver) -> list[ShelfLabel]:
    """The shelf labels in the store's print queue."""
    jobs = till.store.feed.view.print_jobs.values()
    return [label_of(job.label) for job in jobs if job.label]


def test_the_wheel_leads_to_the_panel_and_its_label(selling: TillDriver) -> None:
    selling.program.till.print_labels_here()
    selling.tap("wheel_M")
    still(selling, "wheelAbout")
    selling.until(lambda: selling.shows("aboutAllergens"))
    still(selling, "printLabel")
    selling.until(lambda: len(labels(selling)) == 1)
    (label,) = labels(selling)
    assert label.code == selling.text("about_Portion")
    assert label.batch == selling.text("about_Batch")
    stated = selling.store.feed.known.products[sample_id("product M")].allergens
    assert stated is not None
    assert set(label.allergens) == set(stated)

"""The product's form checked all at once: tables of accepted and refused input."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.data.catalogue import product_map
from app.domain.catalog import BaseUnit, CurveShape, ProductKind, QualityModel
from app.ui.manager.product_check import check_draft
from app.ui.manager.product_draft import (
    ProductDraft,
    WayDraft,
    draft_of,
    new_draft,
    with_way,
    without_way,
)
from app.ui.manager.typed import Fault
from tests.support.sample_store import sample_view

VIEW = sample_view(datetime(2026, 3, 6, 11, 0, tzinfo=UTC))
CATEGORIES = VIEW.categories
PORTIONABLE = next(c for c in CATEGORIES.values() if c.portionable)
BEVERAGE = next(c for c in CATEGORIES.values() if not c.portionable)
EIGHTHS, TWELFTHS = UUID(int=8), UUID(int=12)
GOOD = ProductDraft(
    name="Margherita", category_id=PORTIONABLE.id, price="89.50", cost="30", tax="7",
    allergens=frozenset({"milk"}), shelf_life_h="4", min_size="85", max_size="115",
    keeps_h="2,5", beta="1.3", q10="1.8", reference_c="63",
    ways=(WayDraft(EIGHTHS, "", "8", "120"), WayDraft(TWELFTHS, "Party", "12", "")),
    usual=TWELFTHS,
)  # fmt: skip
PRODUCT = uuid4()


def faults_of(draft: ProductDraft) -> dict[str, Fault]:
    product, faults = check_draft(draft, PRODUCT, CATEGORIES, "THB")
    assert (product is None) == bool(faults)
    return faults


def ways(*portions: str) -> dict[str, Any]:
    made = tuple(WayDraft(uuid4(), portions=text) for text in portions)
    return {"ways": made, "usual": made[0].id}


def test_a_good_draft_becomes_minor_units_and_seconds() -> None:
    product, faults = check_draft(GOOD, PRODUCT, CATEGORIES, "THB")
    assert faults == {}
    assert product is not None
    assert (product.base_price_minor, product.cost_minor) == (8950, 3000)
    assert (product.tax_rate_bp, product.after_cut_limit_s) == (700, 14400)
    assert (product.min_portion_bp, product.max_portion_bp) == (8500, 11500)
    assert product.quality is not None
    assert product.quality.e7 == timedelta(minutes=150)
    assert product.quality.reference_temperature_mc == 63_000
    assert [
        (w.id, w.name, w.portions_per_whole, w.standard_weight_mg, w.is_default)
        for w in product.configurations
    ] == [(EIGHTHS, "1/8", 8, 120_000, False), (TWELFTHS, "Party", 12, None, True)]


def test_an_even_fall_needs_no_shape() -> None:
    """One hour from 10 to 7: 0.05 points a minute."""
    line = replace(GOOD, shape=CurveShape.LINEAR, keeps_h="1")
    for beta, kept in (("", 1.0), ("nonsense", 1.0), ("1.3", 1.3)):
        product, faults = check_draft(replace(line, beta=beta), PRODUCT, CATEGORIES, "THB")
        assert faults == {}
        assert product is not None
        assert product.quality == QualityModel(
            timedelta(hours=1), kept, 1.8, 63_000, CurveShape.LINEAR
        )
        assert product_map(product)["quality"]["curve"] == "linear"
    assert faults_of(replace(GOOD, beta="")) == {"beta": Fault.MISSING}


@pytest.mark.parametrize("product", VIEW.products.values(), ids=lambda p: p.name)
def test_every_product_comes_out_of_the_form_as_it_went_in(product: Any) -> None:
    draft = replace(draft_of(product, "THB"), allergens=product.allergens or frozenset())
    saved, faults = check_draft(draft, product.id, CATEGORIES, "THB")
    assert faults == {}
    assert saved is not None
    assert saved.quality == product.quality
    assert saved.base_price_minor == product.base_price_minor
    assert {w.id for w in saved.configurations} == {c.id for c in product.configurations}


@pytest.mark.parametrize(
    ("changes", "at", "fault"),
    [
        ({"name": "   "}, "name", Fault.MISSING),
        ({"name": "x" * 201}, "name", Fault.TOO_LONG),
        ({"name": "x" * 500}, "name", Fault.TOO_LONG),
        ({"name": "two\nlines"}, "name", Fault.BAD_CHARACTER),
        ({"price": ""}, "price", Fault.MISSING),
        ({"price": "abc"}, "price", Fault.NOT_A_NUMBER),
        ({"price": "NaN"}, "price", Fault.NOT_A_NUMBER),
        ({"price": "1e400000"}, "price", Fault.TOO_LARGE),
        ({"price": "0"}, "price", Fault.NOT_POSITIVE),
        ({"price": "-1"}, "price", Fault.NOT_POSITIVE),
        ({"price": "100000.01"}, "price", Fault.TOO_LARGE),
        ({"price": "89.505"}, "price", Fault.TOO_MANY_DECIMALS),
        ({"price": "29.99"}, "price", Fault.BELOW_COST),
        ({"cost": "0"}, "cost", Fault.NOT_POSITIVE),
        ({"tax": "100.01"}, "tax", Fault.TOO_LARGE),
        ({"allergens": None}, "allergens", Fault.MISSING),
        ({"category_id": None}, "category", Fault.MISSING),
        ({"category_id": BEVERAGE.id}, "category", Fault.NOT_PORTIONABLE),
        ({"base_unit": BaseUnit.SLICE}, "base_unit", Fault.NOT_COUNTABLE),
        ({"base_unit": BaseUnit.KILOGRAM}, "base_unit", Fault.NOT_COUNTABLE),
        ({"shelf_life_h": ""}, "shelf_life", Fault.MISSING),
        ({"shelf_life_h": "0"}, "shelf_life", Fault.NOT_POSITIVE),
        ({"shelf_life_h": "72.01"}, "shelf_life", Fault.TOO_LARGE),
        ({"min_size": ""}, "min_size", Fault.MISSING),
        ({"min_size": "100.1"}, "min_size", Fault.OUT_OF_RANGE),
        ({"max_size": "99"}, "max_size", Fault.OUT_OF_RANGE),
        ({"keeps_h": ""}, "keeps", Fault.MISSING),
        ({"beta": "0"}, "beta", Fault.OUT_OF_RANGE),
        ({"ways": ()}, "ways", Fault.MISSING),
        (ways("1"), "portions_0", Fault.OUT_OF_RANGE),
        (ways("17"), "portions_0", Fault.OUT_OF_RANGE),
        (ways("-8"), "portions_0", Fault.OUT_OF_RANGE),
        (ways("8.5"), "portions_0", Fault.NOT_A_NUMBER),
        (ways("8", ""), "portions_1", Fault.MISSING),
        (ways("8", "8.0"), "portions_1", Fault.TWICE),
    ],
)
def test_one_wrong_field_is_the_only_one_named(
    changes: dict[str, Any], at: str, fault: Fault
) -> None:
    assert faults_of(replace(GOOD, **changes)) == {at: fault}


@pytest.mark.spec("BR-01.2")
def test_missing_fields_are_named_together() -> None:
    bad = replace(GOOD, shelf_life_h="", max_size="")
    assert faults_of(bad) == {"shelf_life": Fault.MISSING, "max_size": Fault.MISSING}
    assert faults_of(replace(bad, shelf_life_h="72", max_size="110")) == {}
    everything = faults_of(ProductDraft())
    assert set(everything) == {
        "name", "category", "price", "cost", "tax", "allergens", "shelf_life", "min_size",
        "max_size", "keeps", "beta", "q10", "reference", "ways",
    }  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "x" * 200}, {"name": "พิซซ่ามาร์เกริต้า 🍕"}, {"price": "89,50"}, {"price": "100000"},
        {"tax": "0"}, {"allergens": frozenset()}, {"shelf_life_h": "72"}, ways("2"), ways("16"),
        {"base_unit": BaseUnit.WHOLE}, {"min_size": "100", "max_size": "100"},
    ],
    ids=lambda changes: next(iter(changes)),
)  # fmt: skip
def test_the_limits_themselves_are_accepted(changes: dict[str, Any]) -> None:
    assert faults_of(replace(GOOD, **changes)) == {}


def test_a_switched_off_product_may_lack_things_but_not_be_impossible() -> None:
    off = ProductDraft(name="New", category_id=PORTIONABLE.id, active=False)
    assert faults_of(off) == {}
    assert faults_of(replace(off, category_id=None)) == {"category": Fault.MISSING}
    assert faults_of(replace(off, price="-1")) == {"price": Fault.NOT_POSITIVE}
    assert faults_of(replace(off, **ways("17"))) == {"portions_0": Fault.OUT_OF_RANGE}


def test_a_plain_product_needs_no_ways_and_may_be_weighed() -> None:
    drink = replace(GOOD, portioned=False, category_id=BEVERAGE.id, base_unit=BaseUnit.LITRE,
                    ways=(), shelf_life_h="", min_size="", keeps_h="")  # fmt: skip
    product, faults = check_draft(drink, PRODUCT, CATEGORIES, "THB")
    assert faults == {}
    assert product is not None
    assert (product.kind, product.configurations) == (ProductKind.PLAIN, ())


def test_currencies_without_decimals_are_kept_as_they_are() -> None:
    product, _ = check_draft(replace(GOOD, price="900"), PRODUCT, CATEGORIES, "JPY")
    assert product is not None
    assert product.base_price_minor == 900


def test_a_new_form_takes_the_shops_usual_tax_and_is_switched_off() -> None:
    draft = new_draft(VIEW.products)
    assert (draft.tax, draft.active, draft.allergens) == ("7", False, None)
    assert new_draft({}).tax == ""
    assert new_draft({}, 825).tax == "8.25"


def test_the_first_way_is_the_usual_one_and_another_takes_its_place() -> None:
    draft = with_way(with_way(ProductDraft(), "8"), "6")
    assert draft.usual == draft.ways[0].id
    left = without_way(draft, 0)
    assert (left.usual, [way.portions for way in left.ways]) == (draft.ways[1].id, ["6"])
    assert without_way(left, 0).usual is None

"""Saving a product: all of it or nothing, once, with every fault named at once."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.catalog import BaseUnit, ProductKind, QualityModel
from app.domain.ids import new_id
from app.domain.people import Mode, Session
from app.services.offers import derive_offers
from app.services.ports import NewConfiguration, NewProduct
from app.services.refusal import RefusalCode, Refused
from app.services.save_product import new_product_of
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import settle, sign_in
from tests.support.seed import CATEGORY, EIGHTHS, OVEN, PIZZA, TENTHS, SmallShop, known_id

Loop = asyncio.AbstractEventLoop
DRINKS = known_id("drinks")
MODEL = QualityModel(timedelta(minutes=150), 1.3, 1.8, 63_000)


def way(portions: int, *, key: UUID | None = None, default: bool = False) -> NewConfiguration:
    return NewConfiguration(key or new_id(), f"1/{portions}", portions, 120_000, default)


CAKE = NewProduct(
    id=known_id("new cake"), name="Chocolate cake", kind=ProductKind.PORTIONED,
    base_unit=BaseUnit.WHOLE, category_id=CATEGORY, base_price_minor=9900, cost_minor=2500,
    tax_rate_bp=700, allergens=frozenset({"milk"}), station_id=OVEN, after_cut_limit_s=3600,
    quality=MODEL, min_portion_bp=8500, max_portion_bp=11500,
    configurations=(way(8, default=True),), active=True,
)  # fmt: skip


class Office:
    """A back office with a manager signed in."""

    def __init__(self, shop: SmallShop, store: PgStore, loop: Loop) -> None:
        self.shop, self.store, self._loop = shop, store, loop
        self.session: Session = sign_in(loop, store, "manager")

    def save(self, product: NewProduct, request: UUID | None = None) -> None:
        self._loop.run_until_complete(
            self.store.catalogue.save_product(
                self.session, request=request or new_id(), product=product
            )
        )

    def refusal(self, product: NewProduct) -> tuple[RefusalCode, set[str]]:
        """Why it is refused; the tables are unchanged."""
        before = self.tables()
        with pytest.raises(Refused) as refused:
            self.save(product)
        assert self.tables() == before
        return refused.value.code, set(refused.value.detail.split(","))

    def tables(self) -> list[Any]:
        return [
            self.shop.query(f"SELECT * FROM wedge.{name} ORDER BY id")
            for name in ("products", "portion_configurations", "requests")
        ]

    def settle(self) -> None:
        settle(self._loop, self.store, self.shop)

    def ways(self, product: UUID) -> list[tuple[UUID, int, bool]]:
        return self.shop.query(
            "SELECT id, portions_per_whole, is_default FROM wedge.portion_configurations"
            " WHERE product_id = %s ORDER BY portions_per_whole", product,
        )  # fmt: skip


OpenOffice = Callable[[str], Office]


@pytest.fixture
def office(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> Office:
    small_store.query("INSERT INTO wedge.categories VALUES (%s, 'Beverage', 2, false)", DRINKS)
    return Office(small_store, open_store(make_terminal("Office", Mode.MANAGER)), io_loop)


def test_a_new_product_is_made_with_all_its_ways_and_is_on_every_screen(office: Office) -> None:
    ways = (way(8), way(12, default=True), way(16))
    office.save(replace(CAKE, configurations=ways))
    office.settle()
    assert office.store.feed.view is not None
    found = office.store.feed.view.products[CAKE.id]
    assert (found.code_prefix, found.base_unit) == ("C", BaseUnit.WHOLE)
    assert (found.quality, found.station_id) == (MODEL, OVEN)
    assert (found.min_portion_bp, found.max_portion_bp) == (8500, 11500)
    assert [(c.portions_per_whole, c.is_default) for c in found.configurations] == [
        (8, False), (12, True), (16, False),
    ]  # fmt: skip


def test_a_sheet_is_cut_in_equal_rows(office: Office) -> None:
    """On every screen; rows of another length are refused, and a sheet may become round again."""
    key = new_id()
    sheet = replace(way(12, key=key, default=True), per_row=4)
    office.save(replace(CAKE, configurations=(sheet, way(8))))
    office.settle()
    assert office.store.feed.view is not None
    found = office.store.feed.view.products[CAKE.id].configurations
    assert [(c.portions_per_whole, c.per_row) for c in found] == [(8, None), (12, 4)]
    for rows in (5, 0, 13, -4):
        odd = replace(CAKE, configurations=(replace(sheet, per_row=rows),))
        assert office.refusal(odd) == (RefusalCode.BAD_PORTION_COUNT, {"per_row"})
    office.save(replace(CAKE, configurations=(replace(sheet, per_row=None),)))
    rows_of = "SELECT per_row FROM wedge.portion_configurations WHERE id = %s"
    assert office.shop.one(rows_of, key) is None


def test_the_same_request_twice_is_done_once(office: Office) -> None:
    request = new_id()
    office.save(CAKE, request)
    before = office.tables()
    office.save(replace(CAKE, name="Another name"), request)
    assert office.tables() == before
    assert office.shop.one("SELECT count(*) FROM wedge.journal WHERE action LIKE 'products%'") == 1


def test_ways_may_trade_places_and_go(office: Office) -> None:
    office.settle()
    assert office.store.feed.view is not None
    known = new_product_of(office.store.feed.view.products[PIZZA])
    pizza = replace(
        CAKE, id=PIZZA, name="Margherita", quality=known.quality,
        after_cut_limit_s=known.after_cut_limit_s,
    )  # fmt: skip
    swapped = (way(10, key=EIGHTHS, default=True), way(8, key=TENTHS))
    office.save(replace(pizza, configurations=swapped))
    assert office.ways(PIZZA) == [(TENTHS, 8, False), (EIGHTHS, 10, True)]
    office.save(replace(pizza, configurations=(way(8, key=TENTHS, default=True),)))
    assert office.ways(PIZZA) == [(TENTHS, 8, True)]
    code, _ = office.refusal(replace(CAKE, configurations=(way(6, key=TENTHS, default=True),)))
    assert code is RefusalCode.UNKNOWN_ITEM


@pytest.mark.spec("BR-01.1")
@pytest.mark.parametrize("category", [None, DRINKS], ids=["none", "beverage"])
def test_only_portionable_categories_are_sold_by_the_portion(
    office: Office, category: UUID | None
) -> None:
    bad = replace(CAKE, category_id=category)
    for active in (True, False):
        found = office.refusal(replace(bad, active=active))
        assert found == (RefusalCode.PRODUCT_INCOMPLETE, {"category"})
    office.settle()
    view = office.store.feed.view
    assert view is not None
    assert CAKE.id not in derive_offers(view, office.store.feed.now())


@pytest.mark.spec("BR-01.2")
def test_every_missing_field_is_named_at_once_and_filling_them_is_enough(office: Office) -> None:
    bad = replace(CAKE, after_cut_limit_s=None, max_portion_bp=None)
    found = office.refusal(bad)
    assert found == (RefusalCode.PRODUCT_INCOMPLETE, {"after_cut_limit", "max_portion"})
    office.save(replace(bad, active=False))
    office.save(replace(bad, after_cut_limit_s=3600, max_portion_bp=11500))
    assert office.shop.one("SELECT active FROM wedge.products WHERE id = %s", CAKE.id)


def test_everything_missing_is_named_together(office: Office) -> None:
    empty = replace(
        CAKE, name=" ", base_price_minor=0, cost_minor=0, allergens=None, after_cut_limit_s=None,
        quality=None, min_portion_bp=None, max_portion_bp=None, configurations=(),
        category_id=None,
    )  # fmt: skip
    code, fields = office.refusal(empty)
    assert code is RefusalCode.PRODUCT_INCOMPLETE
    assert fields == {
        "name", "base_price", "cost", "allergens", "after_cut_limit", "quality", "min_portion",
        "max_portion", "configuration", "category",
    }  # fmt: skip


@pytest.mark.spec("BR-01.3")
@pytest.mark.parametrize(("count", "fits"), [(1, False), (2, True), (16, True), (17, False)])
def test_a_whole_gives_two_to_sixteen_portions(office: Office, count: int, fits: bool) -> None:
    product = replace(CAKE, configurations=(way(count, default=True),))
    if fits:
        office.save(product)
        assert [n for _, n, _ in office.ways(CAKE.id)] == [count]
    else:
        assert office.refusal(product) == (RefusalCode.BAD_PORTION_COUNT, {"configuration"})
    by_sql = (
        "UPDATE wedge.portion_configurations SET portions_per_whole = %s WHERE id = %s"
        " AND product_id = %s"
    )
    if fits:
        office.shop.query(by_sql, count, EIGHTHS, PIZZA)
    else:
        with pytest.raises(psycopg.errors.CheckViolation):
            office.shop.query(by_sql, count, EIGHTHS, PIZZA)


@pytest.mark.spec("BR-01.5")
def test_portions_are_counted_in_eaches_or_wholes(office: Office) -> None:
    by_weight = replace(CAKE, kind=ProductKind.PLAIN, base_unit=BaseUnit.KILOGRAM,
                        configurations=())  # fmt: skip
    office.save(by_weight)
    found = office.refusal(replace(CAKE, base_unit=BaseUnit.KILOGRAM))
    assert found == (RefusalCode.PRODUCT_INCOMPLETE, {"base_unit"})
    office.save(CAKE)
    office.refusal(replace(CAKE, base_unit=BaseUnit.SLICE))
    unit = "SELECT base_unit FROM wedge.products WHERE id = %s"
    assert office.shop.one(unit, CAKE.id) == "whole"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"base_price_minor": -1}, RefusalCode.BAD_PRICE, "base_price"),
        ({"base_price_minor": 10_000_001}, RefusalCode.BAD_PRICE, "base_price"),
        ({"base_price_minor": 10**30}, RefusalCode.BAD_PRICE, "base_price"),
        ({"base_price_minor": 2499}, RefusalCode.BAD_PRICE, "base_price"),
        ({"cost_minor": -1}, RefusalCode.BAD_PRICE, "cost"),
        ({"tax_rate_bp": 10_001}, RefusalCode.BAD_PRICE, "tax_rate"),
        ({"name": "x" * 201}, RefusalCode.BAD_TEXT, "name"),
        ({"name": "x" * 500}, RefusalCode.BAD_TEXT, "name"),
        ({"name": "one\nline"}, RefusalCode.BAD_TEXT, "name"),
        ({"allergens": frozenset({"x" * 41})}, RefusalCode.BAD_TEXT, "allergens"),
        ({"allergens": None}, RefusalCode.PRODUCT_INCOMPLETE, "allergens"),
        ({"after_cut_limit_s": 0}, RefusalCode.PRODUCT_INCOMPLETE, "after_cut_limit"),
        ({"after_cut_limit_s": -5}, RefusalCode.PRODUCT_INCOMPLETE, "after_cut_limit"),
        ({"min_portion_bp": 10_001}, RefusalCode.PRODUCT_INCOMPLETE, "min_portion"),
        ({"max_portion_bp": 9_999}, RefusalCode.PRODUCT_INCOMPLETE, "max_portion"),
        ({"station_id": uuid4()}, RefusalCode.UNKNOWN_ITEM, "station"),
        ({"quality": replace(MODEL, beta=-1)}, RefusalCode.PRODUCT_INCOMPLETE, "quality"),
        ({"configurations": (way(8),)}, RefusalCode.BAD_CONFIGURATION, "configuration"),
        (
            {"configurations": (way(8, default=True), way(8))},
            RefusalCode.BAD_CONFIGURATION,
            "configuration",
        ),
    ],
)
def test_what_cannot_be_changes_nothing(
    office: Office, changes: dict[str, Any], code: RefusalCode, field: str
) -> None:
    assert office.refusal(replace(CAKE, **changes)) == (code, {field})


@pytest.mark.parametrize("name", ["เค้กช็อกโกแลต", "🍰🍓", "x" * 200, "Gâteau 'au\" chocolat; --"])
def test_any_script_fits_in_a_name(office: Office, name: str) -> None:
    office.save(replace(CAKE, name=f"  {name} ", allergens=frozenset()))
    row = office.shop.query(
        "SELECT name, code_prefix ~ '^[A-Z]$', allergens FROM wedge.products WHERE id = %s", CAKE.id
    )
    assert row == [(name, True, [])]


def test_a_product_can_be_switched_off_and_on(office: Office) -> None:
    for active in (True, False, True):
        office.save(replace(CAKE, active=active))
        assert office.shop.one("SELECT active FROM wedge.products WHERE id = %s", CAKE.id) is active


def test_a_product_with_stock_stays_what_it_is(office: Office) -> None:
    plain = replace(CAKE, id=PIZZA, kind=ProductKind.PLAIN, configurations=())
    assert office.refusal(plain) == (RefusalCode.CHANGED, {"kind"})


@pytest.mark.parametrize("role", ["cashier", "kitchen"])
def test_only_a_manager_edits_the_menu(office: Office, io_loop: Loop, role: str) -> None:
    office.session = sign_in(io_loop, office.store, role)
    assert office.refusal(CAKE)[0] is RefusalCode.NOT_PERMITTED


def test_there_is_no_way_round_the_function(make_terminal: MakeTerminal) -> None:
    with psycopg.connect(make_terminal("Office", Mode.MANAGER), autocommit=True) as link:
        for table in ("products", "portion_configurations"):
            for statement in ("UPDATE wedge.%s SET id = id", "INSERT INTO wedge.%s DEFAULT VALUES"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    link.execute((statement % table).encode())

"""Making and editing a product by clicks and keys."""

from collections.abc import Callable, Coroutine
from typing import Any
from uuid import UUID

import pytest

from app.domain.catalog import Product
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused
from app.services.store_view import StoreView
from tests.support.sample_store import sample_id
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


def named(view: StoreView, name: str) -> list[Product]:
    return [product for product in view.products.values() if product.name == name]


async def saved(desk: OfficeDriver) -> None:
    notice = await desk.item("saveNotice")
    await desk.until(lambda: notice.property("tone") == "ok", "saved")
    assert await desk.title("saveNotice") == "Saved"


async def open_first(desk: OfficeDriver) -> None:
    """The first product of the list is the one that lacks its allergens."""
    await desk.sign_in()
    await desk.tap("nav_menu")
    await desk.tap("row_0")


@pytest.mark.parametrize("name", ["Tarte au citron", "ทาร์ตมะนาว", "🍋" * 40, "Lemon " * 33 + "ta"])
def test_a_product_is_saved_as_typed(desk: OfficeDriver, run: Run, name: str) -> None:
    async def body() -> None:
        await open_first(desk)
        await desk.write("product_name", name)
        await desk.write("product_price", "99,50")
        await desk.tap("allergen_milk")
        await desk.tap("saveKey")
        await saved(desk)
        found = named(desk.known, name)
        assert [p.base_price_minor for p in found] == [9950]
        assert [p.allergens for p in found] == [frozenset({"milk"})]

    run(body())


async def make_pie(desk: OfficeDriver) -> None:
    """Fill in a new product completely."""
    await desk.tap("newProductKey")
    await desk.write("product_name", "Rhubarb pie")
    await desk.tap("chip_on")
    await desk.tap(f"chip_{sample_id('category Cake')}")
    await desk.tap(f"chip_{sample_id('station Cakes')}")
    await desk.tap("chip_whole")
    await desk.write("product_price", "120")
    await desk.write("product_cost", "40")
    await desk.tap("allergen_none")
    for count in (8, 6, 4):
        await desk.tap(f"size_{count}")
    await desk.tap("way_1_usual")
    await desk.write("way_0_weight", "110")
    await desk.write("way_0_rows", "4")
    await desk.write("product_min_size", "85")
    await desk.write("product_max_size", "115")
    await desk.write("product_shelf_life", "72")
    await desk.pick("product_like", str(sample_id("product C")))


@pytest.mark.spec("BR-02.1")
def test_choosing_a_size_fills_in_its_number_of_portions(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await desk.tap("newProductKey")
        for at, count in enumerate(("8", "6", "4")):
            label = (await desk.item(f"size_{count}")).property("text")
            assert ('14"', '12"', "Personal")[at] in label
            await desk.tap(f"size_{count}")
            field = await desk.item(f"way_{at}_portions_input")
            assert field.property("text") == count

    run(body())


def test_a_new_product_is_made_with_three_ways_and_asked_for_once(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests: list[UUID] = []
    save = desk.store.catalogue.save_product

    async def watched(session: Any, *, request: UUID, product: Any) -> None:
        requests.append(request)
        await save(session, request=request, product=product)

    monkeypatch.setattr(desk.store.catalogue, "save_product", watched)
    monkeypatch.setattr("app.ui.manager.errand.ASK_AGAIN_S", 0.01)

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await make_pie(desk)
        desk.store.fail_next(OutcomeUnknown("save"), after=True)
        await desk.tap("saveKey")
        await saved(desk)
        (pie,) = named(desk.known, "Rhubarb pie")
        assert len(requests) == 2
        assert len(set(requests)) == 1
        assert [(c.portions_per_whole, c.is_default) for c in pie.configurations] == [
            (4, False), (6, True), (8, False),
        ]  # fmt: skip
        assert [c.per_row for c in pie.configurations] == [None, None, 4]
        assert pie.quality == desk.known.products[sample_id("product C")].quality
        assert (pie.active, pie.station_id) == (True, sample_id("station Cakes"))

    run(body())


def test_a_product_is_switched_off_and_on_again(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await desk.write("menuSearch", "pepperoni")
        await desk.until(lambda: desk.office._menu._lines.rowCount() == 1, "one row")
        await desk.tap("row_0")
        for key, active in (("chip_off", False), ("chip_on", True)):
            await desk.tap(key)
            await desk.tap("saveKey")
            await saved(desk)
            assert named(desk.known, "Pepperoni")[0].active is active

    run(body())


BAD = [
    ("product_name", "x" * 500, "name"),
    ("product_price", "-5", "price"),
    ("product_price", "99999999999", "price"),
    ("way_0_portions", "1", "portions of way 1"),
    ("way_0_portions", "17", "portions of way 1"),
    ("way_0_rows", "5", "portions in a row of way 1"),
    ("way_0_rows", "2.5", "portions in a row of way 1"),
    ("product_shelf_life", "0", "shelf life after cutting"),
]


@pytest.mark.parametrize(("field", "typed", "said"), BAD, ids=[f"{f} {t[:6]}" for f, t, _ in BAD])
def test_bad_input_is_named_and_changes_nothing(
    desk: OfficeDriver, run: Run, field: str, typed: str, said: str
) -> None:
    async def body() -> None:
        await open_first(desk)
        before = desk.known
        await desk.tap("allergen_milk")
        await desk.write(field, typed)
        await desk.tap("saveKey")
        await desk.until(
            lambda: desk.office._menu._form._saving._title == "Not saved: 1 to correct", "named"
        )
        notice = await desk.item("saveNotice")
        assert said in str(notice.property("text"))
        assert str((await desk.item(field)).property("error")) != ""
        assert desk.known is before

    run(body())


@pytest.mark.spec("BR-01.1")
def test_sold_by_the_portion_needs_a_portionable_category(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await make_pie(desk)
        before = desk.known
        await desk.tap(f"chip_{sample_id('category Drinks')}")
        await desk.tap("saveKey")
        category = await desk.item("product_category")
        await desk.until(lambda: "sold by the portion" in category.property("error"), "refused")
        assert desk.known is before

    run(body())


def test_what_the_store_refuses_is_shown_at_its_fields(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await open_first(desk)
        await desk.tap("allergen_milk")
        desk.store.fail_next(Refused(RefusalCode.PRODUCT_INCOMPLETE, "after_cut_limit,max_portion"))
        await desk.tap("saveKey")
        life, size = [await desk.item(f"product_{name}") for name in ("shelf_life", "max_size")]
        await desk.until(lambda: life.property("error") != "", "shown")
        assert size.property("error") != ""
        assert await desk.title("saveNotice") == "Not saved: 2 to correct"

    run(body())

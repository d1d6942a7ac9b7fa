"""Another curve of a product on sale is asked for, kept beside the form, and brought back."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.services.store_view import Entity
from tests.support.sample_store import sample_id
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_menu import saved
from tests.ui.manager.test_rules import approve

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
PEPPERONI = sample_id("product P")


async def open_pepperoni(desk: OfficeDriver) -> None:
    await desk.sign_in()
    await desk.tap("nav_menu")
    await desk.write("menuSearch", "pepperoni")
    await desk.until(lambda: desk.office._menu._lines.rowCount() == 1, "one row")
    await desk.tap("row_0")


def test_another_curve_needs_another_person_and_comes_back(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await open_pepperoni(desk)
        form = desk.office._menu._form
        before = desk.known.products[PEPPERONI].quality
        form.write("keeps_h", "3")
        await desk.tap("saveKey")
        await approve(desk)
        await saved(desk)
        model = desk.known.products[PEPPERONI].quality
        assert model is not None and model.e7 == timedelta(hours=3)
        told = await desk.item("curveMoved_2")
        await desk.until(lambda: "2 h 30 min → 3 h" in told.property("text"), "old and new")
        form.bringBack("2")
        await desk.tap("saveKey")
        await approve(desk)
        await desk.until(lambda: desk.known.products[PEPPERONI].quality == before, "brought back")
        await desk.until(lambda: form._curves._history._rows.rowCount() == 2, "two versions")

    run(body())


def test_what_inspections_taught_stays_exact_and_asks_nobody(desk: OfficeDriver, run: Run) -> None:
    """The form rounds a learned curve; saving another field neither asks nor changes it."""

    async def body() -> None:
        product = desk.known.products[PEPPERONI]
        assert product.quality is not None
        learned = replace(product.quality, e7=timedelta(seconds=8123.456))
        desk.store.feed.put((Entity.PRODUCT, PEPPERONI, replace(product, quality=learned)))
        await open_pepperoni(desk)
        await desk.write("product_price", "95")
        await desk.tap("saveKey")
        await saved(desk)
        assert desk.known.products[PEPPERONI].base_price_minor == 9500
        assert desk.known.products[PEPPERONI].quality == learned

    run(body())

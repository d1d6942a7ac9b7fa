"""Editing a product by clicks and keys."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


async def save(desk: OfficeDriver, name: str) -> None:
    """Complete the first product of the list, which lacks its allergens, under that name."""
    await desk.sign_in()
    await desk.tap("nav_menu")
    await desk.tap("row_0")
    await desk.write("product_name", name)
    await desk.write("product_price", "99,50")
    await desk.tap("allergen_milk")
    await desk.tap("saveKey")


@pytest.mark.parametrize(
    "name",
    ["Tarte au citron", "ทาร์ตมะนาว", "🍋" * 40, "Lemon " * 83 + "ta"],
    ids=["plain", "thai", "emoji", "500 characters"],
)
def test_a_product_is_saved_as_typed(desk: OfficeDriver, run: Run, name: str) -> None:
    async def body() -> None:
        await save(desk, name)
        notice = await desk.item("saveNotice")
        await desk.until(lambda: notice.property("tone") == "ok", "saved")
        assert await desk.title("saveNotice") == "Saved"
        found = [p for p in desk.known.products.values() if p.name == name]
        assert [p.base_price_minor for p in found] == [9950]
        assert [p.allergens for p in found] == [frozenset({"milk"})]

    run(body())


def test_more_characters_than_the_store_keeps_are_not_taken(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await desk.tap("row_0")
        field = await desk.item("product_name_input")
        field.setProperty("text", "x" * 600)
        assert len(field.property("text")) == 500

    run(body())

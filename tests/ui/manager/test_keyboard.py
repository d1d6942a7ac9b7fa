"""The office by keyboard: a form opens in its first field, Enter keeps it, Escape leaves it."""

from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.domain.people import Role
from app.ui.shared import scene
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def top(item: QQuickItem) -> float:
    return item.mapToScene(QPointF(0, 0)).y()


def test_a_person_is_taken_on_without_the_mouse(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_places")
        await desk.tap("newPerson")
        name = await desk.item("personName_input")
        await desk.until(lambda: bool(name.property("activeFocus")), "the name is written first")
        scene.type_text(desk.window, "Chompoo Rattanakosin")
        QTest.keyClick(desk.window, Qt.Key.Key_Return)
        assert not any(p.name.startswith("Chompoo") for p in desk.known.staff.values())
        await desk.write("personPin", "8264")
        save = await desk.item("personSave")
        await desk.until(save.isEnabled, "ready")
        QTest.keyClick(desk.window, Qt.Key.Key_Return)

        def taken_on() -> bool:
            staff = desk.known.staff.values()
            return any(p.name.startswith("Chompoo") and p.role is Role.CASHIER for p in staff)

        await desk.until(taken_on, "kept")

    run(body())


def test_escape_leaves_a_form_as_it_was(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_places")
        await desk.tap("newPerson")
        name = await desk.item("personName_input")
        await desk.until(lambda: bool(name.property("activeFocus")), "open")
        QTest.keyClick(desk.window, Qt.Key.Key_Escape)
        await desk.until(
            lambda: scene.find([desk.window], "personName_input") is None, "the form is left"
        )

    run(body())


def test_enter_in_the_last_field_records_what_was_received(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        await desk.write("receiveQuantity", "2")
        QTest.keyClick(desk.window, Qt.Key.Key_Return)
        errors = desk.office._tasks
        await desk.until(lambda: "product" in errors.property("errors"), "what is missing")
        field, key = await desk.item("receiveQuantity_input"), await desk.item("receiveKey")
        await desk.until(lambda: abs(top(field) - top(key)) < 1.0, "the key beside the field")
        assert abs(field.height() - key.height()) <= 1.0

    run(body())


def test_enter_records_a_price_seen_elsewhere_and_titles_sort_them(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_prices")
        await desk.tap("chip_rivals")
        rivals = desk.office._prices._rivals

        def kept(count: int) -> bool:
            return len(rivals._seen.rows) == count and not rivals._errand.busy

        by_price = sorted(desk.known.products.values(), key=lambda p: p.name)[:2]
        for count, (product, price) in enumerate(zip(by_price, ("70", "55"), strict=True), 1):
            await desk.pick("rivalProduct", str(product.id))
            await desk.write("rivalPrice", price)
            await desk.write("rivalOrigin", "Corner")
            QTest.keyClick(desk.window, Qt.Key.Key_Return)
            await desk.until(partial(kept, count), "kept")
        assert all(not row.day[0].isdigit() for row in rivals._seen.rows)
        await desk.tap("column_price")
        await desk.until(lambda: [r.price for r in rivals._seen.rows] == ["55.00", "70.00"], "up")

    run(body())


async def _asked_and_back(desk: OfficeDriver, field: str) -> None:
    """Escape after typing asks; the question's Enter goes on writing."""
    await desk.write(field, "Something typed")
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    await desk.item("leaveNo")
    QTest.keyClick(desk.window, Qt.Key.Key_Return)
    await desk.until(lambda: scene.find([desk.window], "leaveNo") is None, "back to the form")
    assert (await desk.item(f"{field}_input")).property("text") == "Something typed"


@pytest.mark.parametrize(
    ("way", "field"),
    [
        (["nav_places", "newPerson"], "personName"),
        (["nav_allergens", "chip_tools", "newTool"], "equipmentName"),
        (["nav_menu", "newProductKey"], "product_name"),
        (["nav_prices", "chip_offers", "offerNew"], "offerName"),
    ],
)
def test_escape_asks_once_something_was_typed(
    desk: OfficeDriver, run: Run, way: list[str], field: str
) -> None:
    async def body() -> None:
        await desk.sign_in()
        for key in way:
            await desk.tap(key)
        await _asked_and_back(desk, field)
        QTest.keyClick(desk.window, Qt.Key.Key_Escape)
        await desk.tap("leaveYes")
        await desk.until(lambda: scene.find([desk.window], f"{field}_input") is None, "left")
        await desk.tap(way[-1])
        await desk.tap(f"{field}_input")
        assert (await desk.item(f"{field}_input")).property("text") != "Something typed"
        QTest.keyClick(desk.window, Qt.Key.Key_Escape)
        await desk.until(
            lambda: scene.find([desk.window], f"{field}_input") is None, "nothing typed, not asked"
        )

    run(body())


def test_enter_in_any_field_keeps_a_form_once(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await desk.tap("newProductKey")
        await desk.write("product_name", "Calzone")
        QTest.keyClick(desk.window, Qt.Key.Key_Return)
        form = desk.office._menu._form
        await desk.until(lambda: "category" in form.property("errors"), "what is missing is said")
        await desk.tap("nav_allergens")
        await desk.tap("chip_tools")
        await desk.tap("newTool")
        code = await desk.item("equipmentCode_input")
        await desk.until(lambda: bool(code.property("activeFocus")), "its first field")

    run(body())

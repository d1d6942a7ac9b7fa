"""A cutting job begun at the kitchen's real window on the real database."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.shared import scene
from tests.data.test_cutting_tools import JOBS, OTHER, WHOLE
from tests.data.test_cutting_tools import shop as shop
from tests.support.screen import at_rest, item, shows, until
from tests.support.seed import CATEGORY, SmallShop, known_id
from tests.ui.kds.test_real_store import Cook, RealKitchen
from tests.ui.kds.test_real_store import cook as cook
from tests.ui.kds.test_real_store import store as store

BOARD = known_id("board")


@pytest.fixture(autouse=True)
def equipped(shop: SmallShop) -> None:
    """A wheel for pizza only, a knife for cakes, and a board."""
    for code, name, suits in (("PW-1", "Pizza wheel", OTHER), ("CK-1", "Cake knife", CATEGORY)):
        shop.query("INSERT INTO wedge.cutting_tools (id, code, name, suits)"
                   " VALUES (%s, %s, %s, ARRAY[%s])", uuid4(), code, name, suits)  # fmt: skip
    shop.query("INSERT INTO wedge.equipment (id, code, name, kind)"
               " VALUES (%s, 'B-1', 'Board 1', 'surface')", BOARD)  # fmt: skip


def text(kitchen: RealKitchen, name: str) -> str:
    item = scene.find([kitchen.program.window], name)
    return str(item.property("text")) if item is not None else ""


async def scan(kitchen: RealKitchen, code: str) -> None:
    """As a scanner does: the code, then Return."""
    await kitchen.tap("scanTool_input")
    scene.type_text(kitchen.program.window, code)
    QTest.keyClick(kitchen.program.window, Qt.Key.Key_Return)


@pytest.mark.spec("BR-02.6")
def test_a_pizza_wheel_starts_no_cake_and_a_cake_knife_does(
    cook: Cook, shop: SmallShop, tmp_path: Path
) -> None:
    async def body(kitchen: RealKitchen) -> None:
        await until(lambda: kitchen.store.feed.view is not None)
        kitchen.program.model.property("stock").planCut(str(WHOLE))
        await scan(kitchen, "pw-1")
        wanted = "Pizza wheel does not suit Cheesecake. Suitable: Cake knife (CK-1)"
        await until(lambda: wanted in text(kitchen, "scanRefused"))
        key = scene.find([kitchen.program.window], "startCutting")
        await until(lambda: key is not None and not key.isEnabled())
        await at_rest(await item(kitchen.shell, "cutConfirm"))
        kitchen.program.window.grabWindow().save(str(tmp_path / "refused.png"))
        assert shop.one(JOBS) == 0
        await scan(kitchen, "CK-1")
        await until(lambda: not shows(kitchen.shell, "scanRefused"))
        await until(lambda: "Cake knife: ● clean" in text(kitchen, "equipmentState"))
        await kitchen.tap("startCutting")
        await until(lambda: shop.one(JOBS) == 1)
        await until(lambda: "▶ started" in text(kitchen, "equipmentState"))
        await until(lambda: "Cake knife: ◆ carries" in text(kitchen, "equipmentState"))
        kitchen.program.window.grabWindow().save(str(tmp_path / "started.png"))
        await kitchen.tap("abandonCutting")
        await until(lambda: shop.one(JOBS) == 0)
        await until(lambda: shows(kitchen.shell, "startCutting"))

    cook(body)
    assert shop.query("SELECT e.code, s.code FROM wedge.cutting_jobs j"
                      " JOIN wedge.equipment e ON e.id = j.tool_id"
                      " JOIN wedge.equipment s ON s.id = j.surface_id"
                      ) == [("CK-1", "B-1")]  # fmt: skip


def test_a_started_job_is_cut_with_its_own_tool(cook: Cook, shop: SmallShop) -> None:
    async def body(kitchen: RealKitchen) -> None:
        await until(lambda: kitchen.store.feed.view is not None)
        kitchen.program.model.property("stock").planCut(str(WHOLE))
        await kitchen.tap("startCutting")
        await until(lambda: "▶ started" in text(kitchen, "equipmentState"))
        await kitchen.tap("cutConfirm")
        await until(lambda: shop.one("SELECT outcome FROM wedge.cutting_jobs") == "cut")

    cook(body)
    tool = shop.one("SELECT t.code FROM wedge.wholes w JOIN wedge.cutting_tools t"
                    " ON t.id = w.tool_id WHERE w.id = %s", WHOLE)  # fmt: skip
    assert tool == "CK-1"

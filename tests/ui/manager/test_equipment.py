"""Tools and surfaces in the back office, by clicks; and a cut whose score comes later."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from app.domain.equipment import EquipmentKind
from app.domain.portion import WholeState
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


def named(desk: OfficeDriver, name: str) -> Any:
    return next((e for e in desk.known.equipment.values() if e.name == name), None)


def test_a_tool_is_registered_with_what_it_suits(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    category = next(c for c in desk.known.categories.values() if c.portionable)

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_allergens")
        await desk.tap("chip_tools")
        await desk.tap("newTool")
        await desk.write("equipmentCode", "CK-7")
        await desk.write("equipmentName", "Cake knife")
        save = await desk.item("equipmentSave")
        await desk.until(lambda: not save.isEnabled(), "not before it suits something")
        await desk.tap(f"equipmentSuits_{category.id}")
        desk.settle()
        desk.window.grabWindow().save(str(tmp_path / "tool.png"))
        await desk.tap("equipmentSave")
        await desk.until(lambda: named(desk, "Cake knife") is not None, "kept")
        tool = desk.known.cutting_tools[named(desk, "Cake knife").id]
        assert (tool.code, tool.suits, tool.active) == ("CK-7", frozenset({category.id}), True)
        page = desk.office._allergens
        await desk.until(lambda: any(category.name in r.suits for r in page._equipment.rows), "row")
        at = next(n for n, row in enumerate(page._equipment.rows) if "CK-7" in row.name)
        await desk.tap(f"row_{at}")
        await desk.tap("chip_off")
        await desk.tap("equipmentSave")
        await desk.until(lambda: not desk.known.cutting_tools[tool.id].active, "retired")
        await desk.until(lambda: page._equipment.rows[-1].carries == "– retired", "shown last")

    run(body())


def test_a_surface_has_its_station(desk: OfficeDriver, run: Run) -> None:
    station = next(iter(desk.known.stations.values()))

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_allergens")
        await desk.tap("chip_tools")
        await desk.tap("newSurface")
        await desk.write("equipmentCode", "B-7")
        await desk.write("equipmentName", "Marble board")
        await desk.tap(f"chip_{station.id}")
        await desk.tap("equipmentSave")
        await desk.until(lambda: named(desk, "Marble board") is not None, "kept")
        board = named(desk, "Marble board")
        assert (board.kind, board.station_id) == (EquipmentKind.SURFACE, station.id)

    run(body())


def test_a_score_may_come_later(desk: OfficeDriver, run: Run, monkeypatch: Any) -> None:
    asked: list[Any] = []

    async def cut(*_args: Any, **given: Any) -> tuple[Any, ...]:
        asked.append(given["presentation"])
        return ()

    monkeypatch.setattr(desk.store.stock, "cut_whole", cut)

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        wholes = desk.known.wholes.values()
        await desk.pick(
            "cutWhole", str(next(w.id for w in wholes if w.state is WholeState.IN_STOCK))
        )
        await desk.pick("cutUnit", str(next(iter(desk.known.holding_units))))
        await desk.write("cutPortions", "8")
        await desk.write("cutShelf", "2")
        await desk.tap("cutKey")
        await desk.until(lambda: asked == [None], "asked without a score")
        await desk.until(
            lambda: "not for sale before" in desk.office._tasks._cut._title, "and says so"
        )

    run(body())

"""The allergen page by clicks: the matrix, clean tools, an incident and its release."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import pytest

from app.domain.equipment import EquipmentKind, EquipmentRecord, IncidentState
from app.domain.people import Role, Staff
from app.domain.portion import PortionState
from app.services.store_view import Entity
from app.ui.shared import scene
from tests.support.sample_store import SAMPLE_PIN, sample_id
from tests.ui.manager.conftest import NOW, OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


def knife(desk: OfficeDriver) -> None:
    row = EquipmentRecord(
        sample_id("knife"), "K1", "Cake knife", EquipmentKind.TOOL, None, (), True,
        ("egg", "tree_nuts"), NOW, None, None, None,
    )  # fmt: skip
    desk.store.feed.put((Entity.EQUIPMENT, row.id, row))


def test_the_matrix_names_what_each_list_declares(desk: OfficeDriver, run: Run) -> None:
    key = sample_id("product M")
    product = desk.known.products[key]
    stated = replace(product, allergens=frozenset({"milk", "celery", "barley"}))
    desk.store.feed.put((Entity.PRODUCT, key, stated))

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_allergens")
        page = desk.office._allergens
        rows = {row.id: row for row in page._matrix.rows}
        titles = [column["title"] for column in page._columns()]
        milk = titles.index("milk") - 1
        assert getattr(rows[str(key)], f"c{milk:02}") == "●"
        assert "celery" in rows[str(key)].others
        assert "barley" in rows[str(key)].others
        await desk.tap("chip_eu")
        await desk.until(lambda: page._shown_view() == "eu", "EU list")
        rows = {row.id: row for row in page._matrix.rows}
        assert rows[str(key)].others == ""
        titles = [column["title"] for column in page._columns()]
        assert getattr(rows[str(key)], f"c{titles.index('gluten') - 1:02}") == "●"

    run(body())


def test_tools_show_what_they_carry(desk: OfficeDriver, run: Run) -> None:
    knife(desk)

    async def body() -> None:
        await desk.sign_in()
        await desk.store.allergens.log_sanitation(
            desk.session, request=sample_id("wash"), equipment_id=sample_id("knife"),
            method="Dishwasher",
        )  # fmt: skip
        await desk.tap("nav_allergens")
        await desk.tap("chip_tools")
        log = desk.office._allergens._log
        await desk.until(lambda: len(log.rows) == 1, "the log")
        assert log.rows[0].method == "Dishwasher"
        assert "tree nuts" in log.rows[0].removed
        assert "clean" in desk.office._allergens._equipment.rows[0].carries

    run(body())


def test_an_incident_is_reported_and_released_by_two(desk: OfficeDriver, run: Run) -> None:
    boss = Staff(sample_id("staff Safe"), "Safe", Role.FOOD_SAFETY_MANAGER, b"Safe", True)
    desk.store.feed.put((Entity.STAFF, boss.id, boss))
    portion = next(p for p in desk.known.portions.values() if p.state is PortionState.AVAILABLE)

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_allergens")
        await desk.tap("chip_incidents")
        await desk.write("incidentCode", "nothing-1")
        await desk.write("incidentNote", "a guest reacted to nuts")
        await desk.tap("incidentReport")
        assert await desk.title("allergenNotice") == "No such code"
        await desk.write("incidentCode", portion.code)
        await desk.tap("incidentReport")
        await desk.until(lambda: bool(desk.known.allergen_incidents), "incident")
        (incident,) = desk.known.allergen_incidents.values()
        assert incident.whole_id == portion.whole_id
        assert desk.known.portions[portion.id].state is PortionState.QUARANTINED
        await desk.tap(f"release_{incident.id}")
        reason = await desk.item("approvalReason")
        assert reason is not None
        await desk.write("approvalReason", "false alarm")
        await desk.tap("approvalAsk")
        await desk.tap("approver_Safe")
        for digit in SAMPLE_PIN:
            await desk.tap(f"approvalPin_{digit}")
        await desk.tap("approvalGrant")
        await desk.until(
            lambda: desk.known.allergen_incidents[incident.id].state is IncidentState.RELEASED,
            "released",
        )
        await desk.until(
            lambda: scene.find([desk.window], f"release_{incident.id}") is None, "no release key"
        )

    run(body())


def test_ingredients_are_written_beside_the_matrix(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_allergens")
        await desk.tap("matrix_Margherita")
        await desk.write("ingredients", "dough, tomato")
        desk.office._desk.moved.emit()
        await desk.tap("ingredientsSave")
        key = sample_id("product M")
        await desk.until(lambda: desk.known.products[key].ingredients == "dough, tomato", "kept")

    run(body())

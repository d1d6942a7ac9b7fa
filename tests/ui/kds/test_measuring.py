"""Weighing and scoring at the cut: verdicts at once, what is off waits for review."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import QObject

from app.domain.food_policy import PortionPolicy
from app.domain.portion import Portion, QualityStatus, WholeState
from app.domain.portion_check import Standard
from app.services.store_view import StoreView
from app.ui.kds.measures import MeasuresModel, Measuring
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_view
from tests.ui.kds.kitchen_screen import NOW, Screen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
CHECKLIST = ("Even glaze", "Clean edges")
CAKE = sample_id("product C")
PARENT = QObject()


def cake_view() -> StoreView:
    view = sample_view(NOW)
    cake = replace(view.products[CAKE], checklist=CHECKLIST)
    return replace(view, products=MappingProxyType({**view.products, CAKE: cake}))


def model(standard: Standard) -> MeasuresModel:
    found = MeasuresModel(PARENT)
    found.begin(Measuring(standard, PortionPolicy()))
    return found


def type_into(measures: MeasuresModel, field: str, text: str) -> str:
    """The first portion's verdict after typing."""
    measures.choose("0")
    measures.chooseField(field)
    for _ in range(6):
        measures.erase()
    for key in text:
        measures.digit(key)
    return measures._rows.rows[0].tone


@pytest.mark.parametrize(
    ("field", "text", "tone"),
    [
        ("weight", "89.9", "warning"), ("weight", "90", "ok"), ("weight", "110", "ok"),
        ("weight", "110.1", "warning"), ("weight", "0", "danger"), ("weight", "20001", "danger"),
        ("weight", ".", "danger"), ("weight", "", "muted"),
        ("looks", "7", "ok"), ("looks", "3.9", "warning"), ("looks", "10.1", "danger"),
        ("looks", "99", "danger"),
    ],
)  # fmt: skip
def test_a_cake_portion_is_judged_while_it_is_typed(field: str, text: str, tone: str) -> None:
    measures = model(Standard(12, 100_000, cake=True))
    assert type_into(measures, field, text) == tone
    assert measures.valid is (tone != "danger")


@pytest.mark.parametrize(
    ("angle", "tone"),
    [("29.9", "warning"), ("45", "ok"), ("38.25", "ok"), ("60.1", "warning"), ("361", "danger")],
)
def test_a_slice_is_judged_by_its_angle(angle: str, tone: str) -> None:
    assert type_into(model(Standard(8, None, cake=False, round_cut=True)), "angle", angle) == tone


def test_the_next_portion_and_the_same_for_all() -> None:
    measures = model(Standard(3, 100_000, cake=True))
    type_into(measures, "looks", "6.5")
    measures.sameForAll()
    assert [each.presentation for each in measures.measured()] == [6.5, 6.5, 6.5]
    assert {row.verdict for row in measures._rows.rows} == {"good · −10 %"}
    for expected in ("2", "3", "1"):
        measures.next()
        assert measures.property("at") == expected
    for key in "123456789":
        measures.digit(key)
    assert len(measures.property("text")) <= 6


def test_a_cake_is_weighed_scored_and_what_is_off_waits(shell: Shell, run: Run) -> None:
    screen = Screen(shell, cake_view())
    whole = next(
        w for w in screen.view.wholes.values()
        if w.product_id == CAKE and w.state is WholeState.IN_STOCK
    )  # fmt: skip

    def portions() -> list[Portion]:
        found = [p for p in screen.view.portions.values() if p.whole_id == whole.id]
        return sorted(found, key=lambda each: each.wedge)

    async def type_in(text: str) -> None:
        for key in text:
            await screen.click("measureKey_point" if key == "." else f"measureKey_{key}")

    async def body() -> None:
        await screen.sign_in()
        screen.vm.property("stock").planCut(str(whole.id))
        await screen.click("measure")
        await screen.until(lambda: screen.all("checklist"))
        assert all(line in screen.item("checklist").property("text") for line in CHECKLIST)
        await type_in("100")
        await screen.click("measureAll")
        await type_in("9")  # 1009 g
        await screen.until(lambda: screen.item("verdict_0").property("tone") == "warning")
        for _ in range(4):
            await screen.click("measureKey_erase")
        await type_in("89.9")
        await screen.click("chip_looks")
        await screen.click("measureNext")
        await type_in("6.5")
        await screen.click("measureNext")
        await type_in("11")
        await screen.until(lambda: screen.item("verdict_2").property("tone") == "danger")
        assert not screen.all("cutConfirm") or not screen.item("cutConfirm").isEnabled()
        await screen.click("measureKey_erase")
        screen.picture("measure")
        scene_close = [i for i in screen.all("sheetClose") if i.isEnabled()]
        assert scene_close
        screen.key("Escape")
        await screen.until(lambda: not screen.all("measureRows"))
        screen.picture("cut")
        await screen.click("cutConfirm")
        await screen.until(portions)
        cut = portions()
        assert [p.quality_status for p in cut[:4]] == [
            QualityStatus.REVIEW, QualityStatus.GOOD, QualityStatus.REVIEW, QualityStatus.GOOD,
        ]  # fmt: skip
        assert (cut[0].review_causes, cut[2].review_causes) == (("size",), ("presentation",))
        assert cut[1].presentation == 6.5
        await screen.until(lambda: screen.all("review"))

    run(body())


def test_without_a_suitable_tool_nothing_is_cut(shell: Shell, run: Run) -> None:
    view = cake_view()
    wheel = {key: tool for key, tool in view.cutting_tools.items() if tool.code == "PW-1"}
    screen = Screen(shell, replace(view, cutting_tools=MappingProxyType(wheel)))
    whole = next(w for w in screen.view.wholes.values() if w.product_id == CAKE)

    async def body() -> None:
        await screen.sign_in()
        screen.vm.property("stock").planCut(str(whole.id))
        await screen.until(lambda: screen.all("noTool"))
        assert not screen.item("cutConfirm").isEnabled()

    run(body())

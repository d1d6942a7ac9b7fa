"""The price ladder in a product's form and on the prices page follows what is typed."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.sample_store import sample_id
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_product_curves import open_pepperoni

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def picture(desk: OfficeDriver, name: str) -> None:
    folder = os.environ.get("WEDGE_PICTURES")
    if folder:
        desk.settle()
        desk.window.grabWindow().save(str(Path(folder) / f"{name}.png"))


def names(plot: dict[str, Any]) -> list[str]:
    return [line["name"] for line in plot.get("price", {}).get("lines", []) if line["name"]]


def end_of(plot: dict[str, Any]) -> tuple[float, float]:
    """(age in seconds, price) at the end of the last ladder drawn."""
    last = plot["price"]["lines"][-2]["points"][-1]
    return last["x"], last["y"]


def test_the_form_draws_what_is_typed_and_says_when_it_cannot(desk: OfficeDriver, run: Run) -> None:
    ladder = desk.office._menu._ladder._ladder

    def plot() -> dict[str, Any]:
        found: dict[str, Any] = ladder.property("plot")
        return found

    async def body() -> None:
        await open_pepperoni(desk)
        await desk.until(lambda: names(plot()) == ["price"], "drawn")
        assert plot()["end"] == "off sale after 2 h 30, by its quality"
        form = await desk.item("productForm")
        drawing = await desk.item("productLadder")
        desk.settle()
        form.setProperty("contentY", drawing.mapToItem(form, 0, 0).y())
        price = await desk.item("ladderPrice")
        await desk.until(lambda: price.property("drawn") == 2, "lines on screen")
        marks = {mark["text"]: mark["y"] for mark in plot()["quality"]["marks"]}
        assert marks == {"marked down below 8.0": 8.0, "sale floor 7.0": 7.0}
        price.setProperty("at", end_of(plot())[0])
        tip = await desk.item("ladderPrice_tip")
        await desk.until(lambda: str(tip.property("text")).startswith("2 h 30 · 7.0 C"), "tip")
        picture(desk, "ladder-form")
        product = desk.office._menu._form
        product.write("keeps_h", "1")
        await desk.until(lambda: end_of(plot())[0] == 3600, "a shorter life")
        product.write("shelf_life_h", "0.5")
        await desk.until(lambda: end_of(plot())[0] == 1800, "its limit comes first")
        assert plot()["end"] == "off sale after 30 min, by its shelf life"
        product.write("beta", "x")
        await desk.until(lambda: "needed" in plot()["empty"], "not a curve")
        await desk.item("noLadder")
        picture(desk, "ladder-empty")

    run(body())


def test_a_draft_of_the_rules_is_drawn_beside_what_holds(desk: OfficeDriver, run: Run) -> None:
    ladder = desk.office._prices._rules._ladder

    def plot() -> dict[str, Any]:
        found: dict[str, Any] = ladder.property("ladder").property("plot")
        return found

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_prices")
        await desk.tap("chip_rules")
        await desk.until(lambda: bool(plot()), "drawn")
        await desk.pick("ladderProduct", str(sample_id("product P")))
        await desk.until(lambda: plot()["most"] > 9000, "pepperoni")
        held = end_of(plot())[1]
        await desk.write("draft_markdown_at_floor", "10 %")
        await desk.until(lambda: names(plot()) == ["now", "draft"], "both")
        assert end_of(plot())[1] > held
        draft = await desk.item("ladderPrice")
        await desk.until(lambda: draft.property("drawn") == 3, "both on screen")
        desk.window.resize(1366, 768)
        desk.settle()
        picture(desk, "ladder-rules")
        await desk.write("draft_markdown_at_floor", "a lot")
        await desk.until(lambda: names(plot()) == ["price"], "what holds, alone")

    run(body())

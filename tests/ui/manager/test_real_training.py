"""Quality results and training in the back office's window on the real store."""

import json
import time
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.support.seed import SmallShop, Till, known_id
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_real_complaints import enter, quiet, real

__all__ = ["real"]

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
COOK = known_id("kitchen")


def look(kitchen: Till, score: float) -> Any:
    """The cook looks at one portion."""
    seen = {"kind": "recheck", "step": None, "score": score, "passed": True,
            "causes": ["age"] if score < 7 else [], "note": "", "temperature_mc": None}  # fmt: skip
    said = json.dumps({"score": 9.0, "effective_age_s": 600.0})
    return kitchen.act("record_inspection", uuid4(), known_id("portion 1/0"), json.dumps(seen),
                       said, "[]")  # fmt: skip


@pytest.mark.spec("BR-13.2")
def test_the_dashboard_shows_the_cooks_scores_against_their_targets_within_five_seconds(
    real: OfficeDriver, run: Run, make_terminal: MakeTerminal
) -> None:
    board = real.office._dashboard._looks

    def lines() -> list[tuple[str, ...]]:
        return [(row.name, row.mean, row.failed, row.onTime, row.status) for row in
                board._lines.rows]  # fmt: skip

    def shows(line: tuple[str, ...]) -> bool:
        return lines() == [line]

    async def body() -> None:
        await enter(real)
        await real.tap("chip_looks")
        await real.until(lambda: board._looks == (), "nothing yet")
        with Till(make_terminal("Pass", Mode.KDS), "kitchen") as kitchen:
            for score in (8, 9, 6):
                look(kitchen, score)
        began = time.monotonic()
        wanted = ("The kitchen · Margherita", "7.67", "33.3 %", "100.0 %", "▲ Missed")
        await real.until(lambda: lines() == [wanted], "the cook's line")
        assert time.monotonic() - began < 5
        tiles = {each["key"]: (each["value"], each["note"]) for each in board.property("summary")}
        assert tiles == {
            "mean": ("7.67", "Missed, at least 8.00"),
            "failed": ("33.3 %", "Missed, at most 5.0 %"),
            "onTime": ("100.0 %", "Met, at least 95.0 %"),
        }
        for table, first in (("product", "Margherita"), ("station", "Oven"),
                             ("person", "The kitchen")):  # fmt: skip
            await real.tap(f"chip_{table}")
            await real.until(partial(shows, (first, *wanted[1:])), table)
        await real.until(lambda: not real.office._dashboard._asking, "nothing asked")
        await quiet(real)

    run(body())


@pytest.mark.spec("BR-13.3")
def test_a_renewal_written_down_in_the_office_lets_the_cook_sign_and_shows_both_means(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    page = real.office._training
    day = small_store.one("SELECT wedge.local_day(clock_timestamp())")
    for days_ago, score in ((9, 7.0), (8, 7.5), (2, 9.0)):
        small_store.query(
            "SELECT wedge.keep_look(gen_random_uuid(), clock_timestamp() - make_interval("
            "days => %s), %s, %s, %s, true, true)",
            days_ago, known_id("pizza"), COOK, score,
        )  # fmt: skip

    async def write(held: int, until: int) -> None:
        await real.tap("newTraining")
        await real.write("training_held", (day + timedelta(days=held)).isoformat())
        await real.write("training_until", (day + timedelta(days=until)).isoformat())
        await real.tap("trainingSave")
        await real.until(lambda: not page._form.property("shown")["open"], "kept")

    async def body() -> None:
        await enter(real)
        await real.tap("nav_training")
        await real.until(lambda: "anybody signs" in page.property("title"), "told, not blocked")
        with Till(make_terminal("Pass", Mode.KDS), "kitchen") as kitchen:
            assert look(kitchen, 8)["passed"]
            index = next(i for i, row in enumerate(page._people.rows) if row.id == str(COOK))
            page.choose(index)
            await write(-300, -1)
            await real.until(lambda: page._people.rows[index].quality.startswith("▲"), "lapsed")
            assert page.property("waiting") == 1
            with pytest.raises(psycopg.Error) as refused:
                look(kitchen, 8)
            assert hint(refused.value) == "training_missing"
            await write(-5, 360)
            assert look(kitchen, 8)["passed"]
        page.choose(index)
        await real.until(lambda: len(page._records.rows) == 2, "both records stay")
        shown = "Mean score 7.25 in the 30 days before (2 looks), 8.33 in those after (3)"
        await real.until(lambda: page._records.rows[0].effect == shown, "its effect")
        assert (await real.item("trainingEffect_0")).property("text") == shown
        await real.tap("withdraw_0")
        await real.until(lambda: not page._records.rows[0].counts, "withdrawn")
        await real.until(lambda: not page._asking and not page._errand.busy, "answered")
        await quiet(real)

    run(body())

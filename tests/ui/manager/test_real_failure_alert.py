"""A late failure in the back office's window on the real store: said wherever the manager is."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy
from tests.data.test_reservation import hint
from tests.support.seed import SmallShop, Till, known_id
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_real_complaints import enter, quiet, real

__all__ = ["real"]

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
LOT = [known_id(f"portion 1/{wedge}") for wedge in range(10)]


def look(kitchen: Till, portion: UUID, *, passed: bool) -> None:
    seen: dict[str, Any] = {
        "kind": "random", "step": None, "score": 9.0, "passed": passed,
        "causes": [] if passed else ["dry edge"], "note": "", "temperature_mc": None,
    }  # fmt: skip
    said = json.dumps({"score": 8.5, "effective_age_s": 60.0})
    kitchen.act("record_inspection", uuid4(), portion, json.dumps(seen), said, "[]")


@pytest.mark.spec("FUL-E2.2")
def test_a_late_failure_is_on_the_managers_screen_and_its_five_siblings_wait_for_a_look(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    kitchen_url, till_url = make_terminal("Pass", Mode.KDS), make_terminal("One")

    def verify(kitchen: Till, line: UUID) -> None:
        kitchen.act("verify_line", line, None)

    async def body() -> None:
        await enter(real)
        with Till(till_url) as till, Till(kitchen_url, "kitchen") as kitchen:
            kitchen.act("waste_portions", LOT[6:], "dropped")
            buy(till, None, LOT[0])
            buy(till, None, LOT[1])
            line = small_store.one(
                "SELECT id FROM wedge.ticket_lines WHERE portion_id = %s", LOT[1]
            )
            look(kitchen, LOT[0], passed=False)
            saved = datetime.now(UTC)
            banner = real.shell.banner
            await real.until(
                lambda: "Failed its check: Margherita · P-100" in str(banner.property("title")),
                "the alert",
            )
            assert (datetime.now(UTC) - saved).total_seconds() < 30
            assert str(banner.property("text")).startswith("5 of its lot must be looked at")
            shown = await real.item("bannerNotice")
            await real.until(shown.isVisible, "painted")
            waiting = small_store.query(
                "SELECT id FROM wedge.portions WHERE recheck_at IS NOT NULL"
            )
            assert {row[0] for row in waiting} == set(LOT[1:6])
            with pytest.raises(psycopg.Error) as error:
                verify(kitchen, line)
            assert (hint(error.value), error.value.diag.message_detail) == (
                "checkpoint_missing", "P-101",
            )  # fmt: skip
            look(kitchen, LOT[1], passed=True)
            verify(kitchen, line)
        await quiet(real)

    run(body())


@pytest.mark.spec("FUL-03.4")
def test_a_line_of_which_portion_after_portion_failed_is_on_the_managers_screen(
    real: OfficeDriver, run: Run, small_store: SmallShop
) -> None:
    async def body() -> None:
        await enter(real)
        small_store.query(
            "SELECT wedge.task_for('line_failures', '12 · Margherita',"
            " jsonb_build_object('line_id', gen_random_uuid(), 'failures', 3), 'manager',"
            " interval '0', (SELECT id FROM wedge.terminals LIMIT 1), NULL)"
        )
        said = "Portion after portion failed: order 12 · Margherita"
        banner = real.shell.banner
        await real.until(lambda: banner.property("title") == said, "the alert")
        await quiet(real)

    run(body())

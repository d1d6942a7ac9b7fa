"""Other weights on past days, beside those in force, before anybody approves them."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_rules import approve

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.mark.spec("FUL-09.3")
def test_other_weights_are_replayed_and_come_into_force_only_with_approval(
    desk: OfficeDriver, run: Run
) -> None:
    """Weights 0.3, 0.6, 0.1: both figures beside the current ones; live stays as it is."""

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_rules")
        await desk.tap("rules_allocation")
        for field, percent in (("margin", "30"), ("quality", "60"), ("waste", "10")):
            await desk.write(f"rule_{field}_weight_bp", percent)
        await desk.tap("replay_30")
        for key in ("passed", "expired", "served", "unfilled"):
            for column in ("Now", "Draft"):
                shown = (await desk.item(f"replay{column}_{key}")).property("text")
                assert shown not in ("", None)
        message = (await desk.item("replayMessage")).property("text")
        assert "orders played again. Nothing was changed." in message
        desk.settle()
        assert desk.known.settings.allocation.version == 1
        assert desk.known.settings.allocation.quality_weight_bp == 0
        await desk.write("ruleNote", "Fresher portions first")
        await desk.tap("ruleApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.allocation.version == 2, "version 2")
        assert desk.known.settings.allocation.quality_weight_bp == 6_000
        await desk.tap("ruleBack_2")
        await desk.tap("ruleApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.allocation.version == 3, "rolled back")
        assert desk.known.settings.allocation.quality_weight_bp == 0

    run(body())

"""A mandatory check's deadline on the kitchen's screen, to the second (BR-13.1)."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from app.domain.portion import PortionState
from app.services.store_view import StoreView
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def owing_after_cut(view: StoreView) -> StoreView:
    """Nothing but one lot, cut ten minutes before noon: its check after cutting is due at NOW."""
    free = [each for each in view.portions.values() if each.state is PortionState.AVAILABLE]
    hot = [each for each in free if each.whole_id == free[0].whole_id]
    cut_at = NOW - view.settings.food.checkpoints.step_due
    lot = {each.id: replace(each, cut_at=cut_at, inspected=None) for each in hot}
    whole = view.wholes[free[0].whole_id]
    owing = replace(whole, cut_at=cut_at, checks_missing=("after_cut", "on_display"))
    return replace(
        view,
        portions=MappingProxyType(lot),
        wholes=MappingProxyType({whole.id: owing}),
        tickets=MappingProxyType({}),
        ticket_lines=MappingProxyType({}),
    )


@pytest.mark.spec("BR-13.1")
def test_a_mandatory_check_is_overdue_a_second_after_its_quarter_of_an_hour(
    shell: Shell, run: Run
) -> None:
    screen = Screen(shell, owing_after_cut(sample_view(NOW)))
    unit = next(iter(screen.view.portions.values())).holding_unit_id

    async def measured() -> None:
        """The cabinet's own sensor goes on, so that only the look is late."""
        await screen.store.quality.record_reading(
            request=unit, holding_unit_id=unit, sensor="", at=screen.store.feed.now(),
            temperature_mc=63_000,
        )  # fmt: skip

    async def body() -> None:
        await screen.sign_in()
        checks = screen.vm.property("checks").model

        def shown() -> list[str]:
            """The tone of the mandatory check's row."""
            screen.vm.refresh()
            rows = checks.property("rows").rows
            return [row.tone for row in rows if row.key.startswith("checkpoint_")]

        await screen.until(lambda: shown() == ["warning"])
        screen.store.advance(timedelta(minutes=15).total_seconds())
        await measured()
        assert shown() == ["warning"]
        assert checks.property("tone") != "danger"
        screen.store.advance(1)
        await screen.until(lambda: shown() == ["danger"])
        await screen.until(
            lambda: str(screen.item("checks").property("text")).startswith("▲ Checks")
        )

    run(body())

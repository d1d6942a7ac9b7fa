"""The inspection sheet for somebody whose training ended: who may sign, and what is still open."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from app.domain.ids import new_id
from app.domain.training import Training, TrainingKind
from app.services.signing import store_day
from app.services.store_view import StoreView
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen
from tests.ui.kds.test_checks import key_of, overdue


def trained(view: StoreView, **days_left: int) -> StoreView:
    """Quality training of people, with so many days left."""
    today = store_day(view, NOW)
    rows = [
        Training(
            new_id(), sample_id(f"staff {name}"), TrainingKind.QUALITY, today - timedelta(days=300),
            today + timedelta(days=days), "", sample_id("staff Anan"), NOW,
        )
        for name, days in days_left.items()
    ]  # fmt: skip
    return replace(view, trainings=MappingProxyType({each.id: each for each in rows}))


def test_who_may_sign_is_said_and_bad_food_can_still_be_taken_out(shell: Shell, run: Run) -> None:
    screen = Screen(shell, trained(overdue(sample_view(NOW)), Ploy=-1, Anan=90))

    async def body() -> None:
        await screen.sign_in()
        await screen.click("checks")
        await screen.until(lambda: screen.all("sheetTitle"))
        await screen.click(key_of(screen, "look_recheck_"))
        await screen.until(lambda: screen.all("inspectRecord"))
        said = str(screen.item("inspectTraining").property("title"))
        assert said.startswith("Training ended on") and "Anan may sign it now" in said
        screen.picture("inspect-training")
        await screen.click("score_8")
        assert not screen.item("inspectRecord").property("enabled")
        await screen.click("cause_damage")
        await screen.until(lambda: screen.item("inspectFail").property("enabled"))
        await screen.click("inspectFail")
        await screen.until(lambda: screen.store.quality.recorded)
        assert not screen.store.quality.recorded[0].passed

    run(body())

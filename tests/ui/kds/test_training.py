"""The inspection sheet for somebody whose training ended: who may sign, and what is still open."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from app.domain.ids import new_id
from app.domain.training import Training, TrainingKind
from app.services.signing import store_day
from app.services.store_view import StoreView
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen
from tests.ui.kds.test_checks import key_of, overdue


def trained(
    view: StoreView, kind: TrainingKind = TrainingKind.QUALITY, **days_left: int
) -> StoreView:
    """Training of people, with so many days left."""
    today = store_day(view, NOW)
    rows = [
        Training(
            new_id(), sample_id(f"staff {name}"), kind, today - timedelta(days=300),
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


@pytest.mark.spec("BR-06.3")
def test_a_certificate_that_ends_in_ten_days_is_said_and_the_cut_starts(
    shell: Shell, run: Run
) -> None:
    screen = Screen(shell, trained(sample_view(NOW), TrainingKind.FOOD_HANDLING, Ploy=10))

    async def body() -> None:
        await screen.sign_in()
        whole = next(each for each in screen.view.wholes.values() if each.state == "in_stock")
        screen.vm.property("stock").planCut(str(whole.id))
        await screen.until(lambda: screen.all("cutConfirm"))
        said = str(screen.item("cutTraining").property("title"))
        assert said.startswith("Your training ends on May 19, 2026: Food handling")
        screen.picture("cut-training")
        await screen.click("cutConfirm")
        await screen.until(lambda: screen.view.wholes[whole.id].state == "cut")

    run(body())

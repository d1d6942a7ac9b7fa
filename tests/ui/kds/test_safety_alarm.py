"""Blocked food is seen and heard in the kitchen until somebody saw to it."""

from dataclasses import replace
from datetime import timedelta

from app.domain.ids import new_id
from app.domain.people import Role
from app.domain.task import Task, TaskState
from app.services.store_view import Entity
from app.ui.kds.chime import Sound
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, stocked_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen

DEVIATION = new_id()
BLOCKED = Task(
    id=new_id(), kind="corrective_action", title="Cabinet 2", owner=Role.KITCHEN,
    subject={
        "deviation_id": str(DEVIATION), "holding_unit_id": str(sample_id("unit Cabinet 2")),
        "temperature_mc": 48_000, "limit_mc": 60_000, "read_at": NOW.isoformat(),
    },
    opened_at=NOW, opened_by=None, terminal_id=None, due_at=NOW + timedelta(minutes=5),
    state=TaskState.OPEN, done_by=None, done_at=None, outcome="",
)  # fmt: skip


def test_a_violation_is_a_banner_and_a_siren_until_it_is_completed(shell: Shell, run: Run) -> None:
    screen = Screen(shell, stocked_view(NOW))
    safety = screen.vm.property("safety")

    def put(task: Task) -> None:
        screen.store.feed.put((Entity.TASK, task.id, task))

    async def body() -> None:
        await screen.sign_in()
        assert screen.sounds == []
        put(BLOCKED)
        await screen.until(lambda: screen.all("safetyNotice"))
        assert safety.property("title") == "Cabinet 2 was at 48.0 °C: its food is blocked"
        assert "Corrective action by" in safety.property("text")
        assert screen.sounds == [Sound.BLOCKED]
        screen.picture("blocked")
        screen.store.feed.advance(59)
        screen.vm.refresh()
        assert screen.sounds == [Sound.BLOCKED]
        screen.store.feed.advance(5)
        screen.vm.refresh()
        assert screen.sounds == [Sound.BLOCKED] * 2
        await screen.click("noticeAct")
        await screen.until(lambda: screen.all("correctionText"))
        screen.store.feed.advance(270)
        screen.vm.refresh()
        assert "overdue by" in safety.property("text")
        put(replace(BLOCKED, state=TaskState.DONE, done_at=screen.store.feed.now()))
        await screen.until(lambda: not screen.all("safetyNotice"))
        heard = len(screen.sounds)
        screen.store.feed.advance(120)
        screen.vm.refresh()
        assert len(screen.sounds) == heard

    run(body())

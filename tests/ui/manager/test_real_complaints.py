"""Complaints in the back office's window on the real store."""

import asyncio
from typing import Any

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy
from tests.data.test_recovery import complain
from tests.support.seed import PINS, SmallShop, Till, portion_ids
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


async def enter(desk: OfficeDriver) -> None:
    """The manager of the small shop signs in."""
    await desk.tap("staff_The manager")
    for digit in PINS["manager"]:
        await desk.tap(f"pinKey_{digit}")
    await desk.tap("pinEnter")
    await desk.item("nav_feedback")


async def quiet(desk: OfficeDriver) -> None:
    """No question is on its way any more when the link is closed."""
    await desk.until(lambda: not desk.office._feedback._asking, "the scores")
    await desk.until(lambda: not desk.office._feedback._errand.busy, "nothing asked")


def title(desk: OfficeDriver) -> str:
    return str(desk.shell.banner.property("title"))


@pytest.fixture
def real(shell: Shell, loop: asyncio.AbstractEventLoop, make_terminal: MakeTerminal) -> Any:
    """A back office on the real store; it and its link are closed at the end."""
    store: Any = PgStore.open(make_terminal("Office", Mode.MANAGER), loop=loop)
    desk = OfficeDriver(shell, store)
    yield desk
    desk.office.stop()
    loop.run_until_complete(store.aclose())


def test_the_settle_key_closes_the_case_once_the_guest_was_asked(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        complain(till, small_store, ticket)

    async def body() -> None:
        await enter(real)
        await real.tap("nav_feedback")
        await real.tap("queue_Margherita P-100")
        await real.item("fact_Portion")
        await real.write("outcome", "Gave another piece")
        settle = await real.item("settleComplaint")
        assert not settle.isEnabled()
        await real.tap("followUp_5")
        await real.tap("settleComplaint")
        await real.until(lambda: settled() == ("resolved", 5, "Gave another piece"), "settled")
        page = real.office._feedback
        await real.until(
            lambda: not any(row.kind == "Complaint: food" for row in page._queue.rows), "gone"
        )
        await quiet(real)

    def settled() -> Any:
        found = "SELECT state, follow_up_stars, outcome FROM wedge.complaints"
        return small_store.query(found)[0]

    run(body())


@pytest.mark.spec("POS-R3.2")
def test_an_untouched_recovery_task_is_on_the_managers_screen_after_ten_minutes(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        complain(till, small_store, ticket)
    number = small_store.one("SELECT number FROM wedge.tickets WHERE id = %s", ticket)
    page = real.office._feedback

    def opened_ago(seconds: int) -> None:
        small_store.query(
            "UPDATE wedge.tasks SET opened_at = x.at, due_at = x.at + (due_at - opened_at)"
            " FROM (SELECT clock_timestamp() - make_interval(secs => %s) AS at) x"
            " WHERE kind = 'recovery'", seconds,
        )  # fmt: skip

    def escalated() -> list[str]:
        return [row.title for row in page._queue.rows if row.kind.startswith("Escalated")]

    async def body() -> None:
        await enter(real)
        await real.until(lambda: "complains" in title(real), "the complaint is said")
        opened_ago(540)
        await real.tap("nav_feedback")
        await real.until(lambda: bool(page._queue.rows), "queue")
        assert escalated() == []
        opened_ago(601)
        await real.until(lambda: escalated() == [f"Order {number}"], "escalated")
        await real.until(lambda: "still waits" in title(real), "said")
        await real.item(f"queue_Order {number}")
        await quiet(real)

    run(body())

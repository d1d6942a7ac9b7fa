import asyncio
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from app.domain.approval import ApprovalAction, ApprovalState
from app.domain.ids import new_id
from app.ui.shared import scene
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_session, stocked_view
from tests.support.screen import click, item, shows, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
PAGE = Path(__file__).with_name("ApprovalPage.qml")


class Asked:
    """A cashier's question on screen; `answer` is what the asking code gets."""

    def __init__(self, shell: Shell) -> None:
        self.store = FakeStore(stocked_view(NOW), NOW)
        self.dialog = ApprovalDialog(shell, self.store)
        shell.show(shell.load_file(PAGE, vm=self.dialog))
        self.session = sample_session(self.store.feed.known)
        self.answer: asyncio.Task[UUID | None] = asyncio.get_running_loop().create_task(
            self.dialog.obtain(
                self.session,
                ApprovalAction.MANUAL_DISCOUNT,
                {"line_id": "7"},
                what="12 % off one slice of Margherita (฿ 10.70)",
                amount_minor=1070,
                reasons=["Regular guest", "Waited too long"],
            )
        )

    def only(self) -> UUID:
        (approval,) = self.store.feed.known.approvals.values()
        return approval.id


async def _with_reason(shell: Shell) -> Asked:
    asked = Asked(shell)
    await click(shell, "approvalReason_1")
    await click(shell, "approvalAsk")
    await until(lambda: bool(asked.store.feed.known.approvals))
    return asked


def _manager(asked: Asked) -> str:
    people = asked.dialog.property("people")
    name: str = people.rows[0].name
    return name


def test_reason_person_and_pin_give_the_grant(shell: Shell, run: Run) -> None:
    async def body() -> None:
        asked = await _with_reason(shell)
        await until(lambda: asked.dialog.property("people").property("count") > 0)
        await click(shell, f"approver_{_manager(asked)}")
        for digit in "9999":
            await click(shell, f"approvalPin_{digit}")
        await click(shell, "approvalGrant")
        message = await item(shell, "approvalMessage")
        assert "PIN" in message.property("text")
        for digit in "1234":
            await click(shell, f"approvalPin_{digit}")
        await click(shell, "approvalGrant")
        assert await asked.answer == asked.only()
        approval = asked.store.feed.known.approvals[asked.only()]
        assert (approval.reason, approval.amount_minor) == ("Waited too long", 1070)
        await until(lambda: not shows(shell, "approvalWhat"))
        asked.dialog.stop()

    run(body())


def test_the_answer_may_come_from_another_screen(shell: Shell, run: Run) -> None:
    async def body() -> None:
        asked = await _with_reason(shell)
        view = asked.store.feed.known
        manager = next(p for p in view.staff.values() if p.role.value == "manager")
        office = sample_session(view, manager.name, "Back office")
        await asked.store.approvals.decide(
            office, request=new_id(), approval_id=asked.only(), granted=True, comment=""
        )
        assert await asked.answer == asked.only()
        asked.dialog.stop()

    run(body())


def test_a_refusal_is_told_and_gives_nothing(shell: Shell, run: Run) -> None:
    async def body() -> None:
        asked = await _with_reason(shell)
        view = asked.store.feed.known
        manager = next(p for p in view.staff.values() if p.role.value == "manager")
        office = sample_session(view, manager.name, "Back office")
        await asked.store.approvals.decide(
            office, request=new_id(), approval_id=asked.only(), granted=False, comment="Not today"
        )
        assert await asked.answer is None
        assert shell.banner.property("text") == "Not today"
        asked.dialog.stop()

    run(body())


def test_without_a_reason_nothing_is_asked_and_escape_withdraws(shell: Shell, run: Run) -> None:
    async def body() -> None:
        asked = Asked(shell)
        assert not (await item(shell, "approvalAsk")).isEnabled()
        assert not asked.store.feed.known.approvals
        await click(shell, "approvalReason_0")
        await click(shell, "approvalAsk")
        await until(lambda: bool(asked.store.feed.known.approvals))
        scene.press_key(shell.windows[0], "Escape")
        assert await asked.answer is None
        approvals = asked.store.feed.known.approvals
        await until(
            lambda: (
                asked.store.feed.known.approvals[next(iter(approvals))].state
                is ApprovalState.REFUSED
            )
        )
        asked.dialog.stop()

    run(body())


def test_a_question_nobody_answers_ends(shell: Shell, run: Run) -> None:
    async def body() -> None:
        asked = await _with_reason(shell)
        asked.store.advance(301)
        assert await asked.answer is None
        assert shell.banner.property("title") == "Nobody answered"
        asked.dialog.stop()

    run(body())

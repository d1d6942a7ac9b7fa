"""Making good at the counter: who waits for it, another portion or money back, and asking again."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.compensation import CompensationKind
from app.domain.complaint import Complaint, ComplaintState
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.task import Task, TaskKind, TaskState
from app.services.ports import Candidate, Store
from app.services.recovery import replacement_candidates
from app.services.store_view import StoreView
from app.ui.pos.granting import amounts_minor, grant_props
from app.ui.pos.recovery_words import notice, remedies
from app.ui.pos.remedy import Remedy
from app.ui.pos.served_low import served_low, write_down
from app.ui.pos.shown import Shown
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.refusal_text import is_expected, one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class RecoveryModel(Shown):
    """`props.title` of the notice is empty while nobody waits; `props.opened` while the sheet is.

    The sheet is about one complaint: first what is given, then how the guest feels.
    """

    def __init__(
        self,
        shell: Shell,
        store: Store,
        approval: ApprovalDialog,
        complain: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._complain = complain
        self._session: Session | None = None
        self._complaint_id: UUID | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self._remedy = Remedy(store, approval, lambda: self._candidates)
        self._given, self._error, self._busy = "", "", False
        self._show()

    def use(self, session: Session | None) -> None:
        """Serve for `session`."""
        self._session = session
        self.close()

    def derive(self, view: StoreView, now: datetime) -> None:
        """Follow the store; what may replace the portion is looked up while the sheet is open."""
        complaint = self._complaint(view)
        product = complaint.facts.get("product_id") if complaint else None
        self._candidates = ()
        if complaint is not None and product:
            self._candidates = replacement_candidates(view, complaint, UUID(product), now)
        self._show()

    @Slot()
    def start(self) -> None:
        """Go to the guest the notice speaks of."""
        view = self._store.feed.view
        task = self._task(view) if view else None
        if view is None or self._session is None:
            return
        if task is None:
            asked = self._to_ask(view)
            if asked is not None:
                self.open(asked.id)
        elif "complaint_id" in task.subject:
            self.open(UUID(str(task.subject["complaint_id"])))
        elif served_low(task):
            if not self._busy:
                self._start(self._own_up(self._session, task), "served low")
        else:
            self._prompt(view, task)

    async def _own_up(self, session: Session, task: Task) -> None:
        """The store found it by itself: what it knows is written down, and the sheet opens."""
        self.open(await write_down(self._store, session, task))

    def _prompt(self, view: StoreView, task: Task) -> None:
        """Bad stars: ask what was wrong, as a complaint about the order's receipt."""
        ticket = view.tickets.get(UUID(str(task.subject.get("ticket_id"))))
        if ticket is not None and ticket.receipt_id is not None:
            self._complain(str(ticket.receipt_id))

    @Slot(object)
    def open(self, complaint_id: UUID) -> None:
        """Open the sheet for a complaint, which may still be on its way here."""
        self._complaint_id, self._given, self._error = complaint_id, "", ""
        view = self._store.feed.view
        if view is not None:
            self.derive(view, self._store.feed.now())

    @Slot()
    def close(self) -> None:
        self._complaint_id, self._given, self._error = None, "", ""
        self._candidates = ()
        self._show()

    @Slot()
    def replace(self) -> None:
        """Another portion, at nothing."""
        self._give(CompensationKind.REPLACEMENT)

    @Slot()
    def refund(self) -> None:
        """The money back."""
        self._give(CompensationKind.REFUND)

    @Slot(int)
    def voucher(self, index: int) -> None:
        """A voucher of the amount on that key."""
        view = self._store.feed.view
        complaint = self._complaint(view) if view else None
        if view is None or complaint is None or self._session is None or self._busy:
            return
        amounts = amounts_minor(view, complaint)
        if 0 <= index < len(amounts):
            self._start(self._grant(self._session, complaint, amounts[index]), "voucher")

    async def _grant(self, session: Session, complaint: Complaint, minor: int) -> None:
        self._given = await self._remedy.voucher(session, complaint, minor) or self._given

    @Slot()
    def spoken(self) -> None:
        """The guest wants nothing but to be heard."""
        view = self._store.feed.view
        task = self._task(view) if view else None
        if self._session is not None and task is not None and not self._busy:
            self._start(self._close_task(self._session, task.id), "close recovery")

    @Slot(int)
    def followUp(self, stars: int) -> None:
        """How the guest feels now: 1 to 5, or 0 for somebody who did not want to say."""
        if self._session is not None and self._complaint_id is not None and not self._busy:
            self._start(self._ask(self._session, self._complaint_id, stars or None), "follow up")

    def _give(self, kind: CompensationKind) -> None:
        view = self._store.feed.view
        complaint = self._complaint(view) if view else None
        if self._session is not None and complaint is not None and not self._busy:
            self._start(self._make_good(self._session, complaint, kind), "compensate")

    async def _make_good(
        self, session: Session, complaint: Complaint, kind: CompensationKind
    ) -> None:
        self._given = await self._remedy.give(session, complaint, kind) or self._given

    async def _close_task(self, session: Session, task_id: UUID) -> None:
        await self._store.tasks.close(
            session, request=new_id(), task_id=task_id, outcome=_t("Till", "Spoken to the guest")
        )
        if self._complaint_id is not None:
            self._given = _t("Till", "Spoken to the guest")

    async def _ask(self, session: Session, complaint_id: UUID, stars: int | None) -> None:
        await self._store.complaints.follow_up(
            session, request=new_id(), complaint_id=complaint_id, stars=stars
        )
        self.close()

    def _start(self, work: Any, name: str) -> None:
        self._busy, self._error = True, ""
        if self._shell.tasks.start(self._guarded(work), name=name) is None:
            self._busy = False
        self._show()

    async def _guarded(self, work: Awaitable[None]) -> None:
        try:
            await work
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = one_line(error)
            if self._complaint_id is None:
                self._shell.banner.show(self._error, "", "warning")
        finally:
            self._busy = False
            self._show()

    def _complaint(self, view: StoreView) -> Complaint | None:
        return view.complaints.get(self._complaint_id) if self._complaint_id else None

    def _task(self, view: StoreView) -> Task | None:
        """The sheet's own recovery task, else the oldest one that is open."""
        waiting = [
            task
            for task in view.tasks.values()
            if task.kind == TaskKind.RECOVERY and task.state is TaskState.OPEN
        ]
        mine = str(self._complaint_id)
        own = [task for task in waiting if task.subject.get("complaint_id") == mine]
        if self._complaint_id is not None:
            return own[0] if own else None
        return min(waiting, key=lambda task: task.opened_at, default=None)

    def _to_ask(self, view: StoreView) -> Complaint | None:
        """The oldest complaint of this till whose guest was not asked again."""
        waiting = [
            each
            for each in view.complaints.values()
            if each.state is ComplaintState.OPEN
            and each.follow_up_at is None
            and each.terminal_id == self._store.terminal_id
        ]
        return min(waiting, key=lambda each: each.opened_at, default=None)

    def _show(self) -> None:
        view = self._store.feed.view
        if view is None:
            self.show_props({"notice": "", "opened": False})
            return
        complaint = self._complaint(view)
        task = None if complaint else self._task(view)
        to_ask = None if complaint else self._to_ask(view)
        props: dict[str, Any] = notice(view, task, to_ask)
        props |= {
            "opened": self._complaint_id is not None,
            "given": self._given,
            "error": self._error,
            "busy": self._busy,
        }
        if complaint is not None:
            role = self._session.role if self._session else None
            props |= remedies(view, complaint, self._candidates, role)
            props |= grant_props(view, complaint, role)
            # Until the feed brings what was just given, nothing else may be.
            props["choosing"] = props["choosing"] and not self._given
        self.show_props(props)

"""Making good at the counter: who waits for it, another portion or money back, and asking again."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.approval import ApprovalAction
from app.domain.compensation import CompensationKind
from app.domain.complaint import Complaint, ComplaintState
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.task import Task, TaskKind, TaskState
from app.services.ports import Candidate, Store
from app.services.recovery import remake_subject, replacement_candidates, second_person_needed
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.pos.recovery_words import line_text, notice, remedies
from app.ui.pos.served_low import served_low, write_down
from app.ui.pos.shown import Shown
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import money
from app.ui.shared.refusal_text import is_expected, one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
Give = Callable[[UUID | None], Awaitable[str]]


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
        self._approval, self._complain = approval, complain
        self._session: Session | None = None
        self._complaint_id: UUID | None = None
        self._candidates: tuple[Candidate, ...] = ()
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
        self._give(CompensationKind.REPLACEMENT, self._replace)

    @Slot()
    def refund(self) -> None:
        """The money back."""
        self._give(CompensationKind.REFUND, self._refund)

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

    def _give(
        self,
        kind: CompensationKind,
        how: Callable[[Session, Complaint, UUID | None], Awaitable[str]],
    ) -> None:
        view = self._store.feed.view
        complaint = self._complaint(view) if view else None
        if self._session is not None and complaint is not None and not self._busy:
            self._start(self._allowed(self._session, complaint, kind, how), "compensate")

    async def _allowed(
        self,
        session: Session,
        complaint: Complaint,
        kind: CompensationKind,
        how: Callable[[Session, Complaint, UUID | None], Awaitable[str]],
    ) -> None:
        """Do it; with another person's approval where the rules, or the store, ask for one."""
        view = self._store.feed.view
        minor = _worth(complaint, kind)
        needed = view is not None and second_person_needed(
            view, session.role, kind, complaint, minor
        )
        if not needed:
            try:
                self._given = await how(session, complaint, None)
                return
            except Refused as refused:
                if refused.code is not RefusalCode.APPROVAL_NEEDED:
                    raise
        approval = await self._approve(session, complaint, kind, minor)
        if approval is not None:
            self._given = await how(session, complaint, approval)

    async def _approve(
        self, session: Session, complaint: Complaint, kind: CompensationKind, minor: int
    ) -> UUID | None:
        view = self._store.feed.view
        assert view is not None
        wish = {
            CompensationKind.REPLACEMENT: _t("Till", "Another one at no charge: {name}, {amount}"),
            CompensationKind.REFUND: _t("Till", "Money back: {name}, {amount}"),
        }[kind]
        return await self._approval.obtain(
            session,
            ApprovalAction.REMAKE,
            remake_subject(complaint.id, kind),
            what=wish.format(name=line_text(complaint), amount=money(minor, view.settings)),
            amount_minor=minor,
            reasons=(complaint.reason,),
        )

    async def _replace(
        self, session: Session, complaint: Complaint, approval_id: UUID | None
    ) -> str:
        given = await self._store.complaints.replace(
            session, request=new_id(), compensation_id=new_id(), complaint_id=complaint.id,
            ticket_id=new_id(), line_id=new_id(), candidates=self._candidates,
            approval_id=approval_id,
        )  # fmt: skip
        return _t("Till", "Order {number} is in the kitchen, at no charge").format(
            number=given.number
        )

    async def _refund(
        self, session: Session, complaint: Complaint, approval_id: UUID | None
    ) -> str:
        paid = await self._store.complaints.refund(
            session, request=new_id(), compensation_id=new_id(), complaint_id=complaint.id,
            approval_id=approval_id,
        )  # fmt: skip
        view = self._store.feed.view
        assert view is not None
        return _t("Till", "Give {amount} back; the receipt is being printed").format(
            amount=money(paid.amount_minor, view.settings)
        )

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
            # Until the feed brings what was just given, nothing else may be.
            props["choosing"] = props["choosing"] and not self._given
        self.show_props(props)


def _worth(complaint: Complaint, kind: CompensationKind) -> int:
    name = "piece_minor" if kind is CompensationKind.REPLACEMENT else "amount_minor"
    return int(complaint.facts.get(name, 0))

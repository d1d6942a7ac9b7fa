"""Asking a second person: the reason, who may allow it, the PIN here or the answer from afar."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.approval import Approval, ApprovalAction, ApprovalState
from app.domain.ids import new_id
from app.domain.people import Session, Staff
from app.services.approvers import approvers
from app.services.ports import Store
from app.ui.shared import refusal_text, words
from app.ui.shared.approval_subject import subject_lines
from app.ui.shared.format import countdown
from app.ui.shared.list_model import RowsModel
from app.ui.shared.pin_keys import PinKeys
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import StaffRow, staff_row

_t = QCoreApplication.translate


class ApprovalDialog(PinKeys):
    """`obtain` opens it and waits; QML shows it in Wedge.Kit's ApprovalSheet."""

    changed = Signal()
    askedAnew = Signal()  # noqa: N815
    """Another question: what stays the same while one is open is read again."""

    def __init__(self, shell: Shell, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent or shell)
        self._shell, self._store = shell, store
        self._people: RowsModel[StaffRow] = RowsModel(StaffRow, "staffId", self)
        self._session: Session | None = None
        self._action, self._what = "", ""
        self._subject: dict[str, Any] = {}
        self._amount_minor: int | None = None
        self._reasons: tuple[str, ...] = ()
        self._details: tuple[str, ...] = ()
        self._reason, self._message = "", ""
        self._approval_id: UUID | None = None
        self._chosen: Staff | None = None
        self._busy = False
        self._answer: asyncio.Future[UUID | None] | None = None
        self._off = store.feed.on_view(lambda _view, _changes: self._look())
        shell.clock.tick.connect(self._look)

    async def obtain(
        self,
        session: Session,
        action: ApprovalAction,
        subject: Mapping[str, Any],
        *,
        what: str,
        amount_minor: int | None = None,
        reasons: Sequence[str] = (),
        details: Sequence[str] = (),
    ) -> UUID | None:
        """Ask and wait; the id of the granted approval, or None when it was not granted.

        `what` says in one sentence what is to be allowed, `details` line by line (without them the
        subject is told in words); `reasons` are offered as keys.
        One question at a time: a second one while the first is open is answered None.
        """
        if self._answer is not None:
            return None
        self._session, self._action, self._subject = session, action.value, dict(subject)
        self._what, self._amount_minor, self._reasons = what, amount_minor, tuple(reasons)
        view = self._store.feed.view
        self._details = tuple(details or (subject_lines(subject, view) if view else ()))
        self._reason = self._message = ""
        self.clear()
        self._approval_id, self._chosen, self._busy = None, None, False
        self._answer = asyncio.get_running_loop().create_future()
        self.askedAnew.emit()
        self.changed.emit()
        try:
            return await self._answer
        finally:
            self._answer = None
            self._people.set_rows([])
            self.changed.emit()

    @Slot(str)
    def reason(self, text: str) -> None:
        """Write the reason down."""
        self._reason = text
        self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Put the question on every screen that may answer it."""
        if self._session is not None and self._reason.strip() and not self._busy:
            self._start(self._ask(self._session, new_id()), "ask approval")

    async def _ask(self, session: Session, approval_id: UUID) -> None:
        await self._store.approvals.ask(
            session,
            request=new_id(),
            approval_id=approval_id,
            action=self._action,
            subject=self._subject,
            amount_minor=self._amount_minor,
            reason=self._reason,
        )
        self._approval_id = approval_id
        self._people.set_rows([staff_row(person) for person in self._approvers()])

    @Slot(str)
    def choose(self, staff_id: str) -> None:
        """This person is here and types the PIN."""
        self._chosen = next((p for p in self._approvers() if str(p.id) == staff_id), None)
        self._message = ""
        self.clear()
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        """Somebody else types it."""
        self.choose("")

    def may_type(self) -> bool:
        """Not while a PIN is looked at."""
        return not self._busy

    def typed(self) -> None:
        """The next attempt has begun."""
        self._message = ""
        self.changed.emit()

    @Slot()
    def submit(self) -> None:
        """Allow it with the typed PIN."""
        person, approval = self._chosen, self._approval_id
        if person is None or approval is None or not self._pin or self._busy:
            return
        self._start(self._approve(person, approval, self.take_pin()), "approve")

    async def _approve(self, person: Staff, approval_id: UUID, pin: str) -> None:
        assert self._session is not None
        await self._store.approvals.approve_with_pin(
            self._session, approval_id=approval_id, staff_id=person.id, pin=pin
        )
        self._finish(approval_id)

    @Slot()
    def cancel(self) -> None:
        """Withdraw the question."""
        session, approval = self._session, self._approval_id
        if session is not None and approval is not None and self._answer is not None:
            self._shell.tasks.start(self._withdraw(session, approval), name="withdraw approval")
        self._finish(None)

    async def _withdraw(self, session: Session, approval_id: UUID) -> None:
        try:
            await self._store.approvals.decide(
                session, request=new_id(), approval_id=approval_id, granted=False, comment=""
            )
        except Exception as error:
            # Left alone it lapses by itself.
            if not refusal_text.is_expected(error):
                raise

    def _start(self, work: Any, name: str) -> None:
        self._busy, self._message = True, ""
        self.changed.emit()
        if self._shell.tasks.start(self._guarded(work), name=name) is None:
            self._busy = False

    async def _guarded(self, work: Any) -> None:
        try:
            await work
        except Exception as error:
            self._message = ". ".join(refusal_text.sentence(error))
            if not refusal_text.is_expected(error):
                raise
        finally:
            self._busy = False
            self.changed.emit()

    def _finish(self, answer: UUID | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)

    @Slot()
    def _look(self) -> None:
        """Follow what other screens answer, and the question's time."""
        approval = self._approval()
        if self._answer is None or approval is None:
            return
        if approval.state is ApprovalState.GRANTED:
            self._finish(approval.id)
        elif approval.state is ApprovalState.REFUSED or not approval.waiting(self._now()):
            refused = approval.state is ApprovalState.REFUSED
            self._shell.banner.show(
                _t("Approval", "Not approved") if refused else _t("Approval", "Nobody answered"),
                approval.comment or _t("Approval", "Nothing was changed. You can ask again."),
                "warning",
            )
            self._finish(None)
        self.changed.emit()

    def _now(self) -> Any:
        return self._store.feed.now()

    def _approval(self) -> Approval | None:
        view = self._store.feed.view
        return view.approvals.get(self._approval_id) if view and self._approval_id else None

    def _approvers(self) -> list[Staff]:
        view = self._store.feed.view
        if view is None or self._session is None:
            return []
        return approvers(view, self._action, self._session.staff_id)

    def _left(self) -> str:
        approval = self._approval()
        if approval is None:
            return ""
        return countdown(max(0.0, (approval.expires_at - self._now()).total_seconds()))

    def stop(self) -> None:
        """Stop listening to the feed."""
        self._off()
        self._finish(None)

    opened = Property(bool, lambda self: self._answer is not None, notify=changed)
    asked = Property(bool, lambda self: self._approval_id is not None, notify=changed)
    title = Property(
        str, lambda self: words.approval_action(self._action) if self._action else "",
        notify=changed,
    )  # fmt: skip
    what = Property(str, lambda self: self._what, notify=askedAnew)
    details = Property("QStringList", lambda self: list(self._details), notify=askedAnew)  # type: ignore[arg-type]
    reasons = Property("QVariantList", lambda self: list(self._reasons), notify=askedAnew)  # type: ignore[arg-type]
    reasonText = Property(str, lambda self: self._reason, notify=changed)  # noqa: N815
    people = Property(QObject, lambda self: self._people, constant=True)
    chosenName = Property(  # noqa: N815
        str, lambda self: self._chosen.name if self._chosen else "", notify=changed
    )
    busy = Property(bool, lambda self: self._busy, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)
    leftText = Property(str, _left, notify=changed)  # noqa: N815

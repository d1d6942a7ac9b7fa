"""Orders that wait too long: said at the till, with a part of a line's price to give back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.domain.people import Role, Session
from app.domain.ticket import Ticket, TicketLine
from app.services.ports import Store
from app.services.recovery import delay_subject, late_lines, late_tickets
from app.services.store_view import StoreView
from app.ui.pos import typed_cash
from app.ui.pos.granting import handed_back
from app.ui.pos.late_rows import LateLine, free_minor, late_reasons, late_row, waited_text
from app.ui.pos.shown import Shown
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import money
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class LateModel(Shown):
    """`props.notice` names the order that waits longest; `props.opened` while its sheet is.

    An order that was waved away is not named again.
    """

    def __init__(
        self, shell: Shell, store: Store, approval: ApprovalDialog, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._approval = shell, store, approval
        self._session: Session | None = None
        self._rows: RowsModel[LateLine] = RowsModel(LateLine, "key", self)
        self._seen: set[UUID] = set()
        self._ticket_id: UUID | None = None
        self._line_id: UUID | None = None
        self._typed, self._reason = "", ""
        self._said, self._error, self._busy = "", "", False
        self._show()

    lines = Property(QObject, lambda self: self._rows, constant=True)

    def use(self, session: Session | None) -> None:
        """Serve for `session`."""
        self._session = session
        self.close()

    def derive(self, _view: StoreView, _now: datetime) -> None:
        """Follow the store."""
        self._show()

    def tick(self) -> None:
        """A second passed: somebody waits longer."""
        self._show()

    @Slot()
    def start(self) -> None:
        """Open the sheet for the order the notice names."""
        view = self._store.feed.view
        late = self._named(view) if view else None
        if late is not None and self._session is not None:
            self._ticket_id, self._line_id = late.id, None
            self._typed, self._said, self._error = "", "", ""
            self._reason = late_reasons()[0]
            self._show()

    @Slot()
    def dismiss(self) -> None:
        """This order was seen to."""
        view = self._store.feed.view
        late = self._named(view) if view else None
        if late is not None:
            self._seen.add(late.id)
            self._show()

    @Slot()
    def close(self) -> None:
        self._ticket_id = self._line_id = None
        self._typed, self._said, self._error = "", "", ""
        self._show()

    @Slot(str)
    def choose(self, line_key: str) -> None:
        self._line_id, self._typed, self._said = UUID(line_key), "", ""
        self._show()

    @Slot(str)
    def reason(self, text: str) -> None:
        """Say why."""
        self._reason = text
        self._show()

    @Slot(str)
    def digit(self, key: str) -> None:
        """Type another amount than the one that is free."""
        if (view := self._store.feed.view) is not None:
            self._typed = typed_cash.press(self._typed, key, view.settings)
            self._show()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self._show()

    @Slot()
    def clear(self) -> None:
        self._typed = ""
        self._show()

    @Slot()
    def give(self) -> None:
        """Give it; above what is free a second person is asked."""
        view, session, line = self._store.feed.view, self._session, self._line()
        if view is None or session is None or line is None or self._busy:
            return
        minor = self._minor(view, line)
        if minor <= 0:
            return
        self._busy, self._error = True, ""
        work = self._give(view, session, line, minor)
        if self._shell.tasks.start(work, name="compensate delay") is None:
            self._busy = False
        self._show()

    async def _give(self, view: StoreView, session: Session, line: TicketLine, minor: int) -> None:
        try:
            approval = None
            if self._needs_second(view, session.role, line, minor):
                approval = await self._approve(view, session, line, minor)
                if approval is None:
                    return
            paid = await self._store.complaints.for_delay(
                session, request=new_id(), compensation_id=new_id(), line_id=line.id,
                amount_minor=minor, reason=self._reason, approval_id=approval,
            )  # fmt: skip
            self._said = handed_back(paid, view.settings)
            self._line_id, self._typed = None, ""
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = one_line(error)
        finally:
            self._busy = False
            self._show()

    async def _approve(
        self, view: StoreView, session: Session, line: TicketLine, minor: int
    ) -> UUID | None:
        what = _t("Till", "{amount} back for a long wait: {name}").format(
            amount=money(minor, view.settings), name=line.name
        )
        return await self._approval.obtain(
            session, ApprovalAction.GOODWILL, delay_subject(line.id), what=what,
            amount_minor=minor, reasons=(self._reason,),
        )  # fmt: skip

    def _named(self, view: StoreView) -> Ticket | None:
        late = late_tickets(view, self._store.feed.now())
        return next((each for each in late if each.id not in self._seen), None)

    def _line(self) -> TicketLine | None:
        view = self._store.feed.view
        return view.ticket_lines.get(self._line_id) if view and self._line_id else None

    def _minor(self, view: StoreView, line: TicketLine) -> int:
        """What was typed, else all that is free."""
        typed = typed_cash.minor(self._typed, view.settings)
        return typed or free_minor(view, line)

    def _needs_second(self, view: StoreView, role: Role, line: TicketLine, minor: int) -> bool:
        approvers = view.settings.approvals.roles(ApprovalAction.GOODWILL)
        return role not in approvers and minor > free_minor(view, line)

    def _show(self) -> None:
        view = self._store.feed.view
        if view is None:
            self.show_props({"notice": "", "opened": False})
            return
        now, named = self._store.feed.now(), self._named(view)
        ticket = view.tickets.get(self._ticket_id) if self._ticket_id else None
        lines = late_lines(view, ticket) if ticket else []
        self._rows.set_rows([late_row(view, line) for line in lines])
        props: dict[str, Any] = {
            "notice": waited_text(named, now) if named else "",
            "opened": ticket is not None,
            "order": str(ticket.number) if ticket else "",
            "waited": waited_text(ticket, now) if ticket else "",
            "line": str(self._line_id or ""),
            "reasons": late_reasons(),
            "reason": self._reason,
            "typed": typed_cash.shown(self._typed, view.settings),
            "pointText": typed_cash.point_text(view.settings),
            "said": self._said,
            "error": self._error,
            **self._key(view),
        }
        self.show_props(props)

    def _key(self, view: StoreView) -> dict[str, Any]:
        line = self._line()
        minor = self._minor(view, line) if line else 0
        role = self._session.role if self._session else Role.CASHIER
        return {
            "giveText": _t("Till", "Give {amount} back").format(amount=money(minor, view.settings))
            if minor
            else _t("Till", "Choose a line"),
            "ready": bool(line and minor and not self._busy),
            "needsSecond": line is not None and self._needs_second(view, role, line, minor),
        }

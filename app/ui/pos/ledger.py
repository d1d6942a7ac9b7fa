"""Today's tickets with their kitchen's acknowledgement, and receipts to print again."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.receipt import PrintState, Receipt
from app.domain.ticket import KitchenState, Ticket, TicketState
from app.hardware.receipt_text import number_text
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.shown import Shown
from app.ui.pos.ticket_trouble import lines_to_settle, trouble_text
from app.ui.shared.format import clock, money
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
ALARM_AFTER_S = 10


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One ticket of today. `tone` colours its kitchen sign."""

    key: str
    number: str
    time: str
    summary: str
    total: str
    stateText: str  # noqa: N815
    tone: str
    trouble: str = ""
    """Which of its lines have to be settled with the guest; empty for none."""
    maySettle: bool = False  # noqa: N815
    """Whether this till sold it."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt of this register."""

    key: str
    number: str
    time: str
    total: str
    printText: str  # noqa: N815
    tone: str
    about: str = ""
    isSale: bool = True  # noqa: N815
    """A refund's receipt is printed again, and nothing else."""


def unacknowledged(view: StoreView, now: datetime) -> tuple[Ticket, ...]:
    """Return paid tickets with kitchen work that no kitchen screen confirmed within 10 s."""
    cooked = {
        line.ticket_id
        for line in view.ticket_lines.values()
        if line.kitchen_state is KitchenState.QUEUED and not line.voided
    }
    return tuple(
        ticket
        for ticket in view.tickets.values()
        if ticket.state is TicketState.PAID
        and ticket.id in cooked
        and ticket.acknowledged_at is None
        and ticket.paid_at is not None
        and (now - ticket.paid_at).total_seconds() > ALARM_AFTER_S
    )


class LedgerModel(Shown):
    """Two lists; `props` holds the kitchen's alarm sentence and how many receipts wait."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._store = store
        self._session: Session | None = None
        self._tickets: RowsModel[TicketRow] = RowsModel(TicketRow, "key", self)
        self._receipts: RowsModel[ReceiptRow] = RowsModel(ReceiptRow, "key", self)
        self.show_props({"alarm": "", "waiting": ""})

    tickets = Property(QObject, lambda self: self._tickets, constant=True)
    receipts = Property(QObject, lambda self: self._receipts, constant=True)

    def use(self, session: Session | None) -> None:
        self._session = session

    @Slot(str)
    def reprint(self, key: str) -> None:
        """Queue the receipt again; the paper is marked COPY."""
        if self._session is not None:
            self._shell.tasks.start(self._reprint(self._session, UUID(key)), name="reprint")

    def derive(self, view: StoreView, now: datetime) -> None:
        """Show today's tickets and receipts, newest first."""
        alarm = {ticket.id for ticket in unacknowledged(view, now)}
        tickets = sorted(view.tickets.values(), key=lambda t: t.opened_at, reverse=True)
        self._tickets.set_rows([self._ticket_row(view, t, t.id in alarm, now) for t in tickets])
        terminal = view.terminals.get(self._store.terminal_id)
        register = terminal.register if terminal else None
        mine = [r for r in view.receipts.values() if r.register == register]
        mine.sort(key=lambda r: r.number, reverse=True)
        self._receipts.set_rows(self._receipt_rows(view, mine))
        waiting = sum(
            job.register == register and job.state is not PrintState.DONE
            for job in view.print_jobs.values()
        )
        self.show_props({"alarm": _alarm_text(view, alarm), "waiting": str(waiting or "")})

    def _receipt_rows(self, view: StoreView, receipts: list[Receipt]) -> list[ReceiptRow]:
        open_jobs = {
            j.receipt_id: j for j in view.print_jobs.values() if j.state is not PrintState.DONE
        }
        rows = []
        back = _paid_back(view)
        for receipt in receipts:
            waits = receipt.id in open_jobs
            rows.append(
                ReceiptRow(
                    key=str(receipt.id),
                    number=str(receipt.number),
                    time=clock(receipt.issued_at, view.settings),
                    total=("−" if receipt.refund_of else "")
                    + money(abs(receipt.total_minor), view.settings),
                    printText=_t("Till", "waits for the printer") if waits else "",
                    tone="warning" if waits else "muted",
                    about=_about_refund(receipt, back.get(receipt.id, 0), view),
                    isSale=receipt.refund_of is None,
                )
            )
        return rows

    def _ticket_row(self, view: StoreView, ticket: Ticket, alarm: bool, now: datetime) -> TicketRow:
        row = _ticket_row(view, ticket, alarm)
        trouble = trouble_text(lines_to_settle(view, ticket, now))
        if not trouble:
            return row
        mine = ticket.terminal_id == self._store.terminal_id
        state = _t("Till", "to be settled")
        return replace(row, stateText=state, tone="danger", trouble=trouble, maySettle=mine)

    async def _reprint(self, session: Session, receipt_id: UUID) -> None:
        try:
            await self._store.selling.reprint(session, request=new_id(), receipt_id=receipt_id)
        except Exception as error:
            self._shell.banner.show(*sentence(error))
            return
        self._shell.banner.show(
            _t("Till", "A copy is on its way to the printer"),
            _t("Till", "It is marked COPY."),
            "ok",
        )


def _alarm_text(view: StoreView, alarm: set[UUID]) -> str:
    numbers = ", ".join(str(n) for n in sorted(view.tickets[i].number for i in alarm))
    if not numbers:
        return ""
    return _t("Till", "The kitchen has not confirmed order {numbers}").format(numbers=numbers)


def _paid_back(view: StoreView) -> dict[UUID, int]:
    """What was paid back of each sale, by its receipt."""
    back: dict[UUID, int] = {}
    for receipt in view.receipts.values():
        if receipt.refund_of is not None:
            back[receipt.refund_of] = back.get(receipt.refund_of, 0) + receipt.refunded_minor
    return back


def _about_refund(receipt: Receipt, back_minor: int, view: StoreView) -> str:
    if receipt.refund_of is not None:
        return _t("Till", "Refund of {number}: {reason}").format(
            number=number_text(receipt.refund_of_register, receipt.refund_of_number),
            reason=receipt.reason,
        )
    if not back_minor:
        return ""
    if back_minor >= receipt.total_minor:
        return _t("Till", "all paid back")
    return _t("Till", "{amount} of it paid back").format(amount=money(back_minor, view.settings))


def _ticket_row(view: StoreView, ticket: Ticket, alarm: bool) -> TicketRow:
    lines = view.lines_of(ticket.id)
    text, tone = _state_words(ticket, alarm)
    if lines and all(line.taken_back_at is not None for line in lines):
        text, tone = _t("Till", "paid back"), "warning"
    names = ", ".join(line.name for line in lines)
    return TicketRow(
        key=str(ticket.id),
        number=str(ticket.number),
        time=clock(ticket.paid_at or ticket.opened_at, view.settings),
        summary=names,
        total=money(ticket.total_minor, view.settings),
        stateText=text,
        tone=tone,
    )


def _state_words(ticket: Ticket, alarm: bool) -> tuple[str, str]:
    if alarm:
        return _t("Till", "kitchen has not confirmed"), "danger"
    if ticket.state is TicketState.PAID:
        if ticket.acknowledged_at is None:
            return _t("Till", "paid"), "info"
        return _t("Till", "in the kitchen"), "ok"
    words = {
        TicketState.OPEN: _t("Till", "open"),
        TicketState.CLOSED: _t("Till", "handed over"),
        TicketState.VOIDED: _t("Till", "cancelled"),
    }
    return words[ticket.state], "neutral"

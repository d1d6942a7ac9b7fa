"""Paying by cash: exact, quick keys, any amount; asked again under one id until it is known."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketState
from app.services.ports import Paid, Store
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable
from app.services.store_view import StoreView
from app.ui.pos import typed_cash
from app.ui.pos.payment_words import sentence
from app.ui.pos.quick_cash import quick_amounts_minor
from app.ui.pos.shown import Shown
from app.ui.pos.voucher_tender import VoucherTender
from app.ui.shared.format import amount, money
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class PayModel(Shown):
    """`phase` is closed, confirming (the total is another than was quoted), choosing, paying,
    unknown or paid. Amounts are typed in whole units."""

    paid = Signal()
    expired = Signal(str)
    """The store refused because portions passed their limit: their codes, comma separated."""
    repriced = Signal()
    """The store refused because other price rules are in force: price it again, then ask again."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._store = store
        self._session: Session | None = None
        self._phase = "closed"
        self._ticket_id: UUID | None = None
        self._request = new_id()
        self._due_minor = 0
        self._was_minor: int | None = None
        self._agreed: tuple[UUID, int] | None = None
        self._tendered_minor = 0
        self._typed = ""
        self._error = ("", "")
        self._receipt_id = ""
        self._change_minor = 0
        self._shown_number = ""
        self._vouchers = VoucherTender(shell, store, self)
        self._vouchers.moved.connect(self._turned)
        self.derive()

    vouchers = Property(QObject, lambda self: self._vouchers, constant=True)

    @property
    def phase(self) -> str:
        return self._phase

    def open(
        self, session: Session, ticket_id: UUID, due_minor: int, was_minor: int | None = None
    ) -> None:
        """Start paying `ticket_id`; a second payment of the same ticket keeps its request id.

        A total that was quoted otherwise (`was_minor`) is confirmed first, once (FUL-02.5).
        """
        anew = self._ticket_id != ticket_id
        if anew:
            self._request = new_id()
        self._vouchers.begin(session, due_minor, anew=anew)
        self._session, self._ticket_id, self._due_minor = session, ticket_id, due_minor
        self._was_minor = was_minor
        unsure = was_minor is not None and self._agreed != (ticket_id, due_minor)
        self._phase = "confirming" if unsure else "choosing"
        self._typed, self._error = "", ("", "")
        self.derive()

    @Slot()
    def agree(self) -> None:
        """The guest knows the new total."""
        if self._phase == "confirming" and self._ticket_id is not None:
            self._agreed = (self._ticket_id, self._due_minor)
            self._phase = "choosing"
            self.derive()

    @Slot()
    def _turned(self) -> None:
        """Vouchers pay another part of it."""
        self._error = ("", "")
        self.derive()

    @property
    def _rest_minor(self) -> int:
        """What is left for cash."""
        return self._due_minor - self._vouchers.paid_minor

    @Slot()
    def back(self) -> None:
        """Leave the sheet; not while a payment is on its way."""
        if self._phase in ("confirming", "choosing", "paid"):
            self._phase = "closed"
            self.derive()

    @Slot()
    def exact(self) -> None:
        """Pay exactly what is due."""
        self._pay(self._rest_minor)

    @Slot(int)
    def quick(self, index: int) -> None:
        """Pay with the amount of a quick key."""
        amounts = self._quick_minor()
        if 0 <= index < len(amounts):
            self._pay(amounts[index])

    @Slot(str)
    def digit(self, key: str) -> None:
        """Type a digit, or "." where the currency has decimals."""
        view = self._store.feed.view
        if self._phase == "choosing" and view is not None:
            self._typed = typed_cash.press(self._typed, key, view.settings)
            self._error = ("", "")
            self.derive()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.derive()

    @Slot()
    def clear(self) -> None:
        self._typed = ""
        self.derive()

    @Slot()
    def enter(self) -> None:
        """Pay the typed amount, or exactly when none was typed."""
        view = self._store.feed.view
        if not self._typed or view is None:
            self.exact()
            return
        self._pay(typed_cash.minor(self._typed, view.settings))

    @Slot()
    def askAgain(self) -> None:
        """Ask for the outcome under the same request id; it is never paid twice."""
        if self._phase == "unknown":
            self._phase = "choosing"
            self._pay(self._tendered_minor)

    def fold(self, view: StoreView) -> None:
        """A payment whose answer was lost is known once the feed shows the ticket paid."""
        ticket = view.tickets.get(self._ticket_id) if self._ticket_id else None
        if self._phase == "unknown" and ticket and ticket.state is not TicketState.OPEN:
            if ticket.state is TicketState.VOIDED or ticket.receipt_id is None:
                self._phase = "closed"
            else:
                receipt = view.receipts.get(ticket.receipt_id)
                self._finish(
                    ticket.receipt_id, receipt.number if receipt else 0, ticket.change_minor or 0
                )
        self.derive()

    def _pay(self, tendered_minor: int) -> None:
        if self._phase != "choosing" or self._session is None or self._ticket_id is None:
            return
        if tendered_minor < self._rest_minor:
            self._error = (_t("Till", "Not enough money"), self._short(tendered_minor))
            self.derive()
            return
        self._phase, self._tendered_minor, self._error = "paying", tendered_minor, ("", "")
        self.derive()
        work = self._carry_out(self._session, self._ticket_id, tendered_minor)
        self._shell.tasks.start(work, name="pay", finish=True)

    async def _carry_out(self, session: Session, ticket_id: UUID, tendered_minor: int) -> None:
        try:
            paid = await self._tender(session, ticket_id, tendered_minor)
        except OutcomeUnknown as error:
            self._phase, self._error = "unknown", sentence(error)
        except (Refused, StoreUnreachable) as error:
            self._request = new_id()
            self._phase, self._error = "choosing", sentence(error)
            if isinstance(error, Refused) and error.code is RefusalCode.VOUCHER_REFUSED:
                self._vouchers.clear()
            if isinstance(error, Refused) and error.code is RefusalCode.PORTION_EXPIRED:
                self._phase, self._error = "closed", ("", "")
                self.expired.emit(error.detail)
            elif isinstance(error, Refused) and error.code is RefusalCode.PRICES_CHANGED:
                self._phase, self._error = "closed", ("", "")
                self.repriced.emit()
        else:
            self._finish(paid.receipt_id, paid.receipt_number, paid.change_minor)
        self.derive()

    async def _tender(self, session: Session, ticket_id: UUID, cash_minor: int) -> Paid:
        """Vouchers and cash together, or cash alone."""
        used = self._vouchers.used
        if not used:
            return await self._store.selling.pay_cash(
                session, request=self._request, ticket_id=ticket_id,
                expected_total_minor=self._due_minor, tendered_minor=cash_minor,
            )  # fmt: skip
        return await self._store.vouchers.pay(
            session, request=self._request, ticket_id=ticket_id,
            expected_total_minor=self._due_minor, tendered_minor=cash_minor, used=used,
        )  # fmt: skip

    def _finish(self, receipt_id: UUID, number: int, change_minor: int) -> None:
        self._phase, self._error, self._typed = "paid", ("", ""), ""
        self._receipt_id, self._change_minor = str(receipt_id), change_minor
        self._shown_number = str(number) if number else ""
        self.paid.emit()

    def _short(self, tendered_minor: int) -> str:
        view = self._store.feed.view
        if view is None:
            return ""
        missing = money(self._rest_minor - tendered_minor, view.settings)
        return _t("Till", "{amount} is missing. Nothing was paid.").format(amount=missing)

    def _quick_minor(self) -> tuple[int, ...]:
        view = self._store.feed.view
        if not self._rest_minor:
            return ()
        return quick_amounts_minor(self._rest_minor, view.settings.cash_notes_minor) if view else ()

    def derive(self) -> None:
        """Show the sheet as it stands."""
        view = self._store.feed.view
        if view is None:
            self.show_props({"phase": "closed", "quick": []})
            return
        settings = view.settings
        title, text = self._error
        props: dict[str, Any] = {
            "phase": self._phase,
            "due": money(self._rest_minor, settings),
            "covered": bool(self._vouchers.used) and not self._rest_minor,
            "was": "" if self._was_minor is None else money(self._was_minor, settings),
            "typed": typed_cash.shown(self._typed, settings),
            "pointText": typed_cash.point_text(settings),
            "quick": [amount(minor, settings) for minor in self._quick_minor()],
            "errorTitle": title,
            "errorText": text,
            "tendered": money(self._tendered_minor + self._vouchers.paid_minor, settings),
            "change": money(self._change_minor, settings),
            "receiptId": self._receipt_id,
            "receiptNumber": self._shown_number,
        }
        self.show_props(props)

"""Counter payment in memory: the checks, the receipt and its print job."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.portion import Portion, PortionState
from app.domain.receipt import PrintJob, PrintState, Receipt, ReceiptLine
from app.domain.tax import tax_by_rate
from app.domain.ticket import KitchenState, Ticket, TicketLine, TicketState
from app.services.ports import Paid
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_tickets import FakeTickets, Row


class FakePayment(FakeTickets):
    """Turns an open ticket into a paid one."""

    async def pay_cash(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        expected_total_minor: int,
        tendered_minor: int,
    ) -> Paid:
        def work() -> Paid:
            ticket = self._open_ticket(ticket_id)
            lines = self._feed.known.lines_of(ticket_id)
            self._check_payment(ticket, lines, expected_total_minor, tendered_minor)
            receipt = self._receipt(session, ticket, lines, tendered_minor)
            self._feed.put(*self._payment_rows(ticket, lines, receipt))
            return Paid(
                receipt.id,
                receipt.number,
                receipt.total_minor,
                tendered_minor,
                receipt.change_minor,
            )

        return self._feed.run(request, work)

    async def reprint(self, session: Session, *, request: UUID, receipt_id: UUID) -> None:
        def work() -> None:
            receipt = self._feed.known.receipts.get(receipt_id)
            if receipt is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM)
            self._feed.put(_job_row(receipt, is_copy=True))

        self._feed.run(request, work)

    def _check_payment(
        self, ticket: Ticket, lines: Sequence[TicketLine], expected: int, tendered: int
    ) -> None:
        now = self._feed.now()
        if not lines:
            raise Refused(RefusalCode.TICKET_EMPTY)
        if ticket.held_until is not None and ticket.held_until <= now:
            raise Refused(RefusalCode.HOLD_EXPIRED)
        if any(portion.expires_at <= now for portion in self._held(ticket.id)):
            raise Refused(RefusalCode.PORTION_EXPIRED)
        known, active = ticket.price_rules, self._feed.known.settings.price_rules
        if known is not None and known != active:
            raise Refused(RefusalCode.PRICES_CHANGED)
        if ticket.total_minor != expected:
            raise Refused(RefusalCode.TOTAL_CHANGED, str(ticket.total_minor))
        if tendered < expected:
            raise Refused(RefusalCode.TENDERED_TOO_LITTLE)

    def _receipt(
        self, session: Session, ticket: Ticket, lines: Sequence[TicketLine], tendered: int
    ) -> Receipt:
        view = self._feed.known
        register = view.terminals[ticket.terminal_id].register or "1"
        numbers = [each.number for each in view.receipts.values() if each.register == register]
        amounts = [(line.tax_rate_bp, line.amount_minor) for line in lines]
        return Receipt(
            id=new_id(),
            ticket_id=ticket.id,
            register=register,
            number=max(numbers, default=0) + 1,
            issued_at=self._feed.now(),
            cashier=session.staff_name,
            ticket_number=ticket.number,
            service=ticket.service.value,
            lines=tuple(map(_receipt_line, lines)),
            total_minor=ticket.total_minor,
            tax_minor_by_rate_bp=tax_by_rate(amounts),
            tendered_minor=tendered,
            change_minor=tendered - ticket.total_minor,
        )

    def _payment_rows(
        self, ticket: Ticket, lines: Sequence[TicketLine], receipt: Receipt
    ) -> list[Row]:
        now = self._feed.now()
        queued = [line for line in lines if line.station_id]
        paid = replace(
            ticket,
            state=TicketState.PAID if queued else TicketState.CLOSED,
            held_until=None,
            paid_at=now,
            promised_at=now + timedelta(seconds=self._feed.known.settings.promise_s),
            served_at=None if queued else now,
            tendered_minor=receipt.tendered_minor,
            change_minor=receipt.change_minor,
            receipt_id=receipt.id,
        )
        rows: list[Row] = [(Entity.TICKET, ticket.id, paid)]
        rows += [
            (Entity.TICKET_LINE, line.id, replace(line, kitchen_state=KitchenState.QUEUED))
            for line in queued
        ]
        rows += [
            (Entity.PORTION, each.id, replace(_committed(each), epoch=each.epoch + 1))
            for each in self._held(ticket.id)
        ]
        return [*rows, (Entity.RECEIPT, receipt.id, receipt), _job_row(receipt, is_copy=False)]


def _committed(portion: Portion) -> Portion:
    return replace(portion, state=PortionState.COMMITTED, reserved_until=None)


def _receipt_line(line: TicketLine) -> ReceiptLine:
    return ReceiptLine(
        name=line.name,
        portion_code=line.portion_code,
        grade=line.grade,
        weight_mg=line.weight_mg,
        allergens=line.allergens,
        quantity=line.quantity,
        base_price_minor=line.base_price_minor,
        unit_price_minor=line.unit_price_minor,
        breakdown=line.breakdown,
        tax_rate_bp=line.tax_rate_bp,
        preparations=line.preparations,
        extras_minor=line.extras_minor,
        note=line.note,
    )


def _job_row(receipt: Receipt, *, is_copy: bool) -> Row:
    job = PrintJob(new_id(), receipt.id, receipt.register, is_copy, PrintState.QUEUED, 0, None)
    return (Entity.PRINT_JOB, job.id, job)

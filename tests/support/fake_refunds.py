"""FakeStore's part for refunds: the domain's rules on the fake feed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.portion import PortionState
from app.domain.receipt import PrintJob, PrintState, Receipt, ReceiptLine
from app.domain.refund import (
    Goods,
    RefundableLine,
    RefundableSale,
    RefundFault,
    RefundFaulty,
    RefundItem,
    RefundLine,
    plan,
    tax_back,
)
from app.domain.ticket import KitchenState, TicketLine
from app.services.ports import FoundReceipt, Refunded
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_feed import FakeFeed

Row = tuple[Entity, UUID, Any]

_CODES = {
    RefundFault.NOTHING_LEFT: RefusalCode.REFUNDED_ALREADY,
    RefundFault.TOO_MUCH: RefusalCode.REFUND_TOO_MUCH,
    RefundFault.BAD_AMOUNT: RefusalCode.BAD_QUANTITY,
    RefundFault.GOODS: RefusalCode.REFUND_GOODS,
    RefundFault.TWICE: RefusalCode.UNKNOWN_ITEM,
    RefundFault.EMPTY: RefusalCode.TICKET_EMPTY,
}


class FakeRefunds:
    """Implements ports.Refunds."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals) -> None:
        self._feed, self._approvals = feed, approvals

    async def sale(self, session: Session, receipt_id: UUID) -> RefundableSale:
        return self._feed.run(None, lambda: self._sale(session, receipt_id))

    async def find(self, session: Session, text: str) -> tuple[FoundReceipt, ...]:
        register, _, number = text.strip().rpartition("-")
        found = [
            FoundReceipt(r.id, r.register, r.number, r.issued_at, r.total_minor)
            for r in self._feed.known.receipts.values()
            if r.refund_of is None
            and number.isdigit()
            and r.number == int(number)
            and register.lower() in ("", r.register.lower())
        ]
        return self._feed.run(None, lambda: tuple(found))

    async def refund(
        self,
        session: Session,
        *,
        request: UUID,
        refund_id: UUID,
        ticket_id: UUID,
        lines: Sequence[RefundLine],
        reason: str,
        approval_id: UUID | None,
    ) -> Refunded:
        def work() -> Refunded:
            receipts = self._feed.known.receipts.values()
            receipt = next(
                (r for r in receipts if r.ticket_id == ticket_id and r.refund_of is None), None
            )
            if receipt is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "receipt")
            if not reason.strip():
                raise Refused(RefusalCode.BAD_TEXT, "reason")
            return self._refund(session, receipt, refund_id, lines, reason.strip(), approval_id)

        return self._feed.run(request, work)

    def _sale(self, session: Session, receipt_id: UUID) -> RefundableSale:
        view = self._feed.known
        receipt = view.receipts.get(receipt_id)
        if receipt is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM, "receipt")
        receipt = view.receipts[receipt.refund_of or receipt.id]
        lines = tuple(map(_refundable, view.lines_of(receipt.ticket_id)))
        ticket = view.tickets.get(receipt.ticket_id)
        manages = session.role in view.settings.approvals.roles(ApprovalAction.REFUND.value)
        return RefundableSale(
            ticket_id=receipt.ticket_id,
            receipt_id=receipt.id,
            register=receipt.register,
            number=receipt.number,
            ticket_number=receipt.ticket_number,
            issued_at=receipt.issued_at,
            total_minor=receipt.total_minor,
            refunded_minor=sum(line.refunded_minor for line in lines),
            free_minor=receipt.total_minor
            if manages
            else view.settings.refunds.cashier_limit_minor,
            known_guest=ticket is not None and ticket.customer_id is not None,
            lines=lines,
        )

    def _refund(
        self,
        session: Session,
        receipt: Receipt,
        refund_id: UUID,
        asked: Sequence[RefundLine],
        reason: str,
        approval_id: UUID | None,
    ) -> Refunded:
        sale = self._sale(session, receipt.id)
        try:
            items = plan(sale.lines, asked)
        except RefundFaulty as fault:
            raise Refused(_CODES[fault.fault], fault.detail) from fault
        amount = sum(item.amount_minor for item in items)
        approver = ""
        if sale.needs_approval(amount):
            used = self._approvals.use(
                approval_id, ApprovalAction.REFUND.value, {"ticket_id": str(sale.ticket_id)}
            )
            assert used.decided_by is not None
            approver = self._feed.known.staff[used.decided_by].name
        paper = self._paper(session, receipt, sale, items, reason, approver)
        job = PrintJob(new_id(), paper.id, paper.register, False, PrintState.QUEUED, 0, None)
        rows: list[Row] = [(Entity.RECEIPT, paper.id, paper), (Entity.PRINT_JOB, job.id, job)]
        for item in items:
            rows += self._line_rows(item)
        self._feed.put(*rows)
        tax = -sum(tax for _, tax in paper.tax_minor_by_rate_bp)
        return Refunded(refund_id, paper.id, paper.register, paper.number, amount, tax, 0, 0)

    def _paper(
        self,
        session: Session,
        receipt: Receipt,
        sale: RefundableSale,
        items: Sequence[RefundItem],
        reason: str,
        approver: str,
    ) -> Receipt:
        view = self._feed.known
        register = view.terminals[session.terminal_id].register or receipt.register
        numbers = [r.number for r in view.receipts.values() if r.register == register]
        amount = sum(item.amount_minor for item in items)
        return replace(
            receipt,
            id=new_id(),
            register=register,
            number=max(numbers, default=0) + 1,
            issued_at=self._feed.now(),
            cashier=session.staff_name,
            lines=tuple(map(_paper_line, items)),
            total_minor=-amount,
            tax_minor_by_rate_bp=tuple((r, -tax) for r, tax in tax_back(sale.lines, items)),
            tendered_minor=-amount,
            change_minor=0,
            refund_of=receipt.id,
            refund_of_register=receipt.register,
            refund_of_number=receipt.number,
            reason=reason,
            approved_by=approver,
        )

    def _line_rows(self, item: RefundItem) -> list[Row]:
        view = self._feed.known
        line = view.ticket_lines[item.line.id]
        back = item.whole and item.goods is not Goods.KEPT
        after = replace(
            line,
            refunded_minor=line.refunded_minor + item.amount_minor,
            refunded_quantity=line.refunded_quantity + item.quantity,
            taken_back_at=self._feed.now() if back else None,
            kitchen_state=KitchenState.NONE if back else line.kitchen_state,
        )
        rows: list[Row] = [(Entity.TICKET_LINE, line.id, after)]
        portion = view.portions.get(line.portion_id) if line.portion_id else None
        if portion is not None and item.goods is Goods.PUT_BACK:
            free = replace(
                portion, state=PortionState.AVAILABLE, ticket_id=None, epoch=portion.epoch + 1
            )
            rows.append((Entity.PORTION, portion.id, free))
        elif portion is not None and item.goods is Goods.DISCARDED:
            rows.append((Entity.PORTION, portion.id, None))
        return rows


def _refundable(line: TicketLine) -> RefundableLine:
    return RefundableLine(
        id=line.id,
        name=line.name,
        portion_code=line.portion_code,
        quantity=line.quantity,
        unit_price_minor=line.unit_price_minor + line.extras_minor,
        tax_rate_bp=line.tax_rate_bp,
        refunded_minor=line.refunded_minor,
        refunded_quantity=line.refunded_quantity,
        handed_over=line.served_at is not None,
        waits=line.kitchen_state is KitchenState.QUEUED,
    )


def _paper_line(item: RefundItem) -> ReceiptLine:
    pieces = item.quantity * item.line.unit_price_minor == item.amount_minor
    each = item.line.unit_price_minor if pieces else item.amount_minor
    return ReceiptLine(
        name=item.line.name,
        portion_code=item.line.portion_code,
        grade=None,
        weight_mg=None,
        allergens=(),
        quantity=item.quantity if pieces else 1,
        base_price_minor=each,
        unit_price_minor=each,
        breakdown=(),
        tax_rate_bp=item.line.tax_rate_bp,
    )

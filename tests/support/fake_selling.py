"""Tickets, holds and counter payment in memory, as the database does them in the simple cases."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.allergens import conflicting
from app.domain.catalog import Product
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.portion import Portion, PortionState
from app.domain.price import Price
from app.domain.prices.reductions import ManualVerdict, judge_manual, line_floors, with_manual
from app.domain.pricing import list_price
from app.domain.receipt import PrintJob, PrintState, Receipt, ReceiptLine
from app.domain.tax import tax_by_rate
from app.domain.ticket import KitchenState, Service, Ticket, TicketLine, TicketState
from app.services.discount import discount_action, discount_subject
from app.services.ports import Candidate, LinePrice, Paid, PriceMove, Reserved
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_feed import FakeFeed

Row = tuple[Entity, UUID, Any]


class FakeSelling:
    """Implements ports.Selling."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals) -> None:
        self._feed, self._approvals = feed, approvals
        self.logged: list[PriceMove] = []

    async def reserve_first(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        line_id: UUID,
        service: Service,
        candidates: Sequence[Candidate],
    ) -> Reserved:
        def work() -> Reserved:
            ticket = self.ticket_for(session, ticket_id, service)
            taken, portion = self._first_free(candidates)
            self._refuse_avoided(ticket, self._contents(portion))
            until = self._hold_end()
            held = replace(
                portion,
                state=PortionState.RESERVED,
                epoch=portion.epoch + 1,
                ticket_id=ticket_id,
                reserved_until=until,
            )
            line = self._portion_line(held, taken, ticket_id, line_id)
            self._save(ticket, line, portions=(held,))
            return Reserved(portion.id, line_id, until)

        return self._feed.run(request, work)

    async def add_plain(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        line_id: UUID,
        service: Service,
        product_id: UUID,
        quantity: int,
    ) -> None:
        def work() -> None:
            _check_quantity(quantity)
            ticket = self.ticket_for(session, ticket_id, service)
            product = self._feed.known.products[product_id]
            self._refuse_avoided(ticket, product.allergens)
            price = list_price(product, self._feed.known.settings.pricing)
            line = replace(
                self._line(product, ticket_id, line_id),
                quantity=quantity,
                base_price_minor=price.base_minor,
                unit_price_minor=price.amount_minor,
                breakdown=price.steps,
                quoted_minor=price.amount_minor,
            )
            self._save(ticket, line)

        self._feed.run(request, work)

    async def set_quantity(
        self, session: Session, *, request: UUID, line_id: UUID, quantity: int
    ) -> None:
        def work() -> None:
            _check_quantity(quantity)
            line = self._open_line(line_id)
            if line.portion_id is not None:
                raise Refused(RefusalCode.BAD_QUANTITY)
            ticket = self._feed.known.tickets[line.ticket_id]
            self._save(ticket, replace(line, quantity=quantity))

        self._feed.run(request, work)

    async def prepare_line(
        self, session: Session, *, request: UUID, line_id: UUID, options: Sequence[str], note: str
    ) -> None:
        def work() -> None:
            line = self._open_line(line_id)
            known = self._feed.known.products[line.product_id].preparations
            missing = set(options) - {each.name for each in known}
            if missing:
                raise Refused(RefusalCode.UNKNOWN_ITEM, min(missing))
            if len(note.strip()) > 140:
                raise Refused(RefusalCode.BAD_TEXT, "note")
            chosen = tuple(each for each in known if each.name in options)
            extras = sum(each.price_minor for each in chosen)
            asked = replace(line, preparations=chosen, extras_minor=extras, note=note.strip())
            self._save(self._feed.known.tickets[line.ticket_id], asked)

        self._feed.run(request, work)

    async def remove_line(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        def work() -> None:
            line = self._open_line(line_id)
            ticket = self._feed.known.tickets[line.ticket_id]
            self._save(ticket, replace(line, voided=True), portions=self._freed([line]))

        self._feed.run(request, work)

    async def extend_hold(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        def work() -> datetime:
            ticket = self._open_ticket(ticket_id)
            until = self._hold_end()
            held = [replace(each, reserved_until=until) for each in self._held(ticket_id)]
            rows: list[Row] = [(Entity.PORTION, each.id, each) for each in held]
            ticket = replace(ticket, held_until=until)
            self._feed.put((Entity.TICKET, ticket_id, ticket), *rows)
            return until

        return self._feed.run(request, work)

    async def void_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        def work() -> None:
            ticket = self._open_ticket(ticket_id)
            lines = self._feed.known.lines_of(ticket_id)
            rows: list[Row] = [
                (Entity.TICKET_LINE, line.id, replace(line, voided=True)) for line in lines
            ]
            rows += [(Entity.PORTION, each.id, each) for each in self._freed(lines)]
            voided = replace(ticket, state=TicketState.VOIDED, held_until=None, total_minor=0)
            self._feed.put(*rows, (Entity.TICKET, ticket_id, voided))

        self._feed.run(request, work)

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

    async def reprice(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        rules: str,
        coupons: Sequence[str],
        order_inputs: Mapping[str, Any] | None,
        lines: Sequence[LinePrice],
    ) -> int:
        def work() -> int:
            ticket = self._open_ticket(ticket_id)
            if rules != self._feed.known.settings.price_rules:
                raise Refused(RefusalCode.PRICES_CHANGED)
            known = {line.id: line for line in self._feed.known.lines_of(ticket_id)}
            pieces = _pieces(known.values())
            for each in lines:
                known[each.line_id] = self._repriced(ticket_id, known, each)
            if _pieces(known.values()) != pieces:
                raise Refused(RefusalCode.CHANGED)
            total = sum(line.amount_minor for line in known.values())
            ticket = replace(ticket, price_rules=rules, coupons=tuple(coupons), total_minor=total)
            rows: list[Row] = [(Entity.TICKET_LINE, key, line) for key, line in known.items()]
            self._feed.put((Entity.TICKET, ticket_id, ticket), *rows)
            return total

        return self._feed.run(request, work)

    async def discount_line(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        off_minor: int,
        reason: str,
        approval_id: UUID | None,
    ) -> None:
        def work() -> None:
            line = self._open_line(line_id)
            view = self._feed.known
            product, pricing = view.products[line.product_id], view.settings.pricing
            floors = line_floors(product.cost_minor, pricing, product.tax_rate_bp)
            price = Price(line.unit_price_minor, line.breakdown)
            verdict = judge_manual(price, off_minor, session.role, floors, pricing)
            approver = ""
            if verdict is ManualVerdict.REFUSED or line.own_breakdown is not None:
                raise Refused(RefusalCode.BAD_PRICE)
            if verdict is ManualVerdict.MANAGER:
                action = discount_action(price, off_minor, floors)
                subject = discount_subject(line, off_minor)
                used = self._approvals.use(approval_id, action.value, subject)
                approver = view.staff[used.decided_by].name if used.decided_by else ""
            reduced = with_manual(
                price, off_minor, session.role, floors, pricing, reason=reason,
                approver=approver,
            )  # fmt: skip
            line = replace(
                line, breakdown=reduced.steps, own_breakdown=line.breakdown,
                unit_price_minor=reduced.amount_minor,
            )  # fmt: skip
            self._save(view.tickets[line.ticket_id], line)

        self._feed.run(request, work)

    async def log_prices(self, *, request: UUID, changes: Sequence[PriceMove]) -> None:
        self._feed.run(request, lambda: self.logged.extend(changes))

    async def reprint(self, session: Session, *, request: UUID, receipt_id: UUID) -> None:
        def work() -> None:
            receipt = self._feed.known.receipts.get(receipt_id)
            if receipt is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM)
            self._feed.put(_job_row(receipt, is_copy=True))

        self._feed.run(request, work)

    # -- parts --

    def _repriced(
        self, ticket_id: UUID, known: Mapping[UUID, TicketLine], new: LinePrice
    ) -> TicketLine:
        line = known.get(new.line_id)
        if line is None:
            same = (each for each in known.values() if each.product_id == new.product_id)
            line = replace(next(same), id=new.line_id, position=len(known) + 1)
        if line.by_hand or new.own.amount_minor > line.own_price.amount_minor:
            raise Refused(RefusalCode.BAD_PRICE)
        if new.quantity == 0:
            return replace(line, voided=True)
        return replace(
            line,
            quantity=new.quantity,
            unit_price_minor=new.price.amount_minor,
            breakdown=new.price.steps,
            own_breakdown=None if new.own == new.price else new.own.steps,
            price_inputs=new.price_inputs,
        )

    def _hold_end(self) -> datetime:
        return self._feed.now() + self._feed.known.settings.hold

    def _first_free(self, candidates: Sequence[Candidate]) -> tuple[Candidate, Portion]:
        now = self._feed.now()
        for candidate in candidates:
            portion = self._feed.known.portions.get(candidate.portion_id)
            if portion is None or portion.epoch != candidate.epoch:
                continue
            lapsed = portion.reserved_until is not None and portion.reserved_until <= now
            if portion.state is PortionState.AVAILABLE or (
                portion.state is PortionState.RESERVED and lapsed
            ):
                if portion.expires_at <= now:
                    raise Refused(RefusalCode.PORTION_EXPIRED)
                return candidate, portion
        raise Refused(RefusalCode.GONE)

    def _contents(self, portion: Portion) -> frozenset[str] | None:
        if portion.allergens is not None:
            return frozenset(portion.allergens)
        return self._feed.known.products[portion.product_id].allergens

    @staticmethod
    def _refuse_avoided(ticket: Ticket, stated: frozenset[str] | None) -> None:
        if conflict := conflicting(stated, ticket.avoids):
            raise Refused(RefusalCode.ALLERGEN_CONFLICT, ",".join(sorted(conflict)))

    def _open_ticket(self, ticket_id: UUID) -> Ticket:
        ticket = self._feed.known.tickets.get(ticket_id)
        if ticket is None or ticket.state is not TicketState.OPEN:
            raise Refused(RefusalCode.TICKET_NOT_OPEN)
        return ticket

    def _open_line(self, line_id: UUID) -> TicketLine:
        line = self._feed.known.ticket_lines.get(line_id)
        if line is None or line.voided:
            raise Refused(RefusalCode.UNKNOWN_ITEM)
        self._open_ticket(line.ticket_id)
        return line

    def ticket_for(self, session: Session, ticket_id: UUID, service: Service) -> Ticket:
        if ticket_id in self._feed.known.tickets:
            return self._open_ticket(ticket_id)
        numbers = [ticket.number for ticket in self._feed.known.tickets.values()]
        return Ticket(
            id=ticket_id,
            number=max(numbers, default=0) + 1,
            terminal_id=session.terminal_id,
            staff_id=session.staff_id,
            service=service,
            state=TicketState.OPEN,
            opened_at=self._feed.now(),
            held_until=None,
            paid_at=None,
            promised_at=None,
            acknowledged_at=None,
            served_at=None,
            total_minor=0,
            tendered_minor=None,
            change_minor=None,
            receipt_id=None,
            price_rules=self._feed.known.settings.price_rules,
        )

    def _save(self, ticket: Ticket, line: TicketLine, portions: Sequence[Portion] = ()) -> None:
        """Write the line, and renew the hold and the total of its ticket (activity)."""
        others = [each for each in self._feed.known.lines_of(ticket.id) if each.id != line.id]
        lines = others if line.voided else [*others, line]
        until = self._hold_end() if any(each.portion_id for each in lines) else None
        changed = {portion.id: portion for portion in portions}
        renewed = [
            replace(each, reserved_until=until)
            for each in self._held(ticket.id)
            if each.id not in changed
        ]
        total = sum(each.amount_minor for each in lines)
        self._feed.put(
            (Entity.TICKET, ticket.id, replace(ticket, held_until=until, total_minor=total)),
            (Entity.TICKET_LINE, line.id, line),
            *((Entity.PORTION, each.id, each) for each in (*renewed, *portions)),
        )

    def _held(self, ticket_id: UUID) -> list[Portion]:
        portions = self._feed.known.portions.values()
        return [each for each in portions if each.ticket_id == ticket_id]

    def _freed(self, lines: Sequence[TicketLine]) -> list[Portion]:
        ids = [line.portion_id for line in lines if line.portion_id]
        return [
            replace(
                portion,
                state=PortionState.AVAILABLE,
                epoch=portion.epoch + 1,
                ticket_id=None,
                reserved_until=None,
            )
            for portion in (self._feed.known.portions[each] for each in ids)
        ]

    def _line(self, product: Product, ticket_id: UUID, line_id: UUID) -> TicketLine:
        lines = self._feed.known.ticket_lines.values()
        used = [line.position for line in lines if line.ticket_id == ticket_id]
        return TicketLine(
            id=line_id,
            ticket_id=ticket_id,
            position=max(used, default=0) + 1,
            product_id=product.id,
            name=product.name,
            portion_id=None,
            portion_code=None,
            holding_unit_name=None,
            place=None,
            weight_mg=None,
            grade=None,
            allergens=tuple(sorted(product.allergens or ())),
            quantity=1,
            base_price_minor=0,
            unit_price_minor=0,
            breakdown=(),
            tax_rate_bp=product.tax_rate_bp,
            station_id=product.station_id,
            kitchen_state=KitchenState.NONE,
            verified_at=None,
            verified_temperature_mc=None,
            served_at=None,
            voided=False,
        )

    def _portion_line(
        self, portion: Portion, taken: Candidate, ticket_id: UUID, line_id: UUID
    ) -> TicketLine:
        view = self._feed.known
        return replace(
            self._line(view.products[portion.product_id], ticket_id, line_id),
            portion_id=portion.id,
            portion_code=portion.code,
            allergens=tuple(sorted(self._contents(portion) or ())),
            holding_unit_name=view.holding_units[portion.holding_unit_id].name,
            place=portion.place,
            weight_mg=portion.weight_mg,
            grade=taken.grade,
            base_price_minor=taken.base_price_minor,
            unit_price_minor=taken.unit_price_minor,
            breakdown=taken.breakdown,
            choice_reason=taken.reason,
            quoted_minor=taken.unit_price_minor,
            price_inputs=taken.price_inputs.to_map() if taken.price_inputs else None,
        )

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


def _pieces(lines: Iterable[TicketLine]) -> Counter[UUID]:
    pieces: Counter[UUID] = Counter()
    for line in lines:
        if not line.voided:
            pieces[line.product_id] += line.quantity
    return pieces


def _check_quantity(quantity: int) -> None:
    if not 1 <= quantity <= 999:
        raise Refused(RefusalCode.BAD_QUANTITY)


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

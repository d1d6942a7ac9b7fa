"""Composing orders in memory: lines, holds and prices, as the database does in simple cases."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.people import Session
from app.domain.portion import PortionState
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.fallback import LastPrice
from app.domain.prices.reductions import ManualVerdict, judge_manual, line_floors
from app.domain.pricing import list_price
from app.domain.ticket import Service, TicketLine, TicketState
from app.services.discount import discount_action, discount_subject
from app.services.ports import Candidate, LinePrice, PriceMove, Reserved
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_feed import FakeFeed
from tests.support.fake_payment import FakePayment
from tests.support.fake_tickets import Row


class FakeSelling(FakePayment):
    """Implements ports.Selling."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals) -> None:
        super().__init__(feed)
        self._approvals = approvals
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

    async def tell_prices(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        def work() -> None:
            ticket = self._open_ticket(ticket_id)
            told = replace(ticket, told_minor=ticket.total_minor)
            self._feed.put((Entity.TICKET, ticket_id, told))

        self._feed.run(request, work)

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
            floors = line_floors(product.cost_minor, pricing, product.tax_rate_bp, product.id)
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
            step = PriceStep(
                PriceReason.MANUAL, -off_minor, pricing.version, "manual", (reason, approver)
            )
            line = replace(
                line, breakdown=(*line.breakdown, step), own_breakdown=line.breakdown,
                unit_price_minor=price.amount_minor - off_minor,
            )  # fmt: skip
            self._save(view.tickets[line.ticket_id], line)

        self._feed.run(request, work)

    async def log_prices(self, *, request: UUID, changes: Sequence[PriceMove]) -> None:
        self._feed.run(request, lambda: self.logged.extend(changes))

    async def keep_last_prices(self, *, request: UUID, prices: Mapping[UUID, Price | None]) -> None:
        def work() -> None:
            now, known = self._feed.now(), self._feed.known.last_prices
            self._feed.put(
                *(
                    (Entity.LAST_PRICE, each, LastPrice(each, now, price.steps))
                    for each, price in prices.items()
                    if price is not None and each not in known
                )
            )

        self._feed.run(request, work)

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


def _pieces(lines: Iterable[TicketLine]) -> Counter[UUID]:
    pieces: Counter[UUID] = Counter()
    for line in lines:
        if not line.voided:
            pieces[line.product_id] += line.quantity
    return pieces


def _check_quantity(quantity: int) -> None:
    if not 1 <= quantity <= 999:
        raise Refused(RefusalCode.BAD_QUANTITY)

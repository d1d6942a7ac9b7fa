"""Tickets and their lines in memory: what is held for them, and until when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.allergens import conflicting
from app.domain.catalog import Product
from app.domain.people import Session
from app.domain.portion import Portion, PortionState
from app.domain.ticket import KitchenState, Service, Ticket, TicketLine, TicketState
from app.services.ports import Candidate
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed

Row = tuple[Entity, UUID, Any]


class FakeTickets:
    """What every call about an order stands on."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

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

"""FakeStore's part for other portions, holds and parked orders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.allocation.substitute import DegradationReason
from app.domain.people import Session
from app.domain.portion import Portion, PortionState
from app.domain.ticket import Ticket, TicketLine
from app.services.order_ports import PastChoice, PastChoices, PastLook, Settlement
from app.services.ports import Candidate
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_feed import FakeFeed

_UNFIT = ("damaged", "not_found")


class FakeChoices:
    """Implements order_ports.Choices; `decisions` is what the store would have written down."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals) -> None:
        self._feed, self._approvals = feed, approvals
        self.decisions: list[tuple[str, UUID, str]] = []

    async def swap(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: Candidate,
        reason: str,
        note: str = "",
        skips_sell_first: bool = False,
        former_score_milli: int | None = None,
        approval_id: UUID | None = None,
    ) -> None:
        def work() -> None:
            line = self._feed.known.ticket_lines[line_id]
            portion = self._free([candidate])[1]
            if skips_sell_first and reason not in _UNFIT:
                subject = {"line_id": str(line_id), "portion_id": str(candidate.portion_id)}
                self._approvals.use(approval_id, "skip_sell_first", subject)
            state = PortionState.QUARANTINED if reason in _UNFIT else PortionState.AVAILABLE
            self._exchange(line, candidate, portion, state, reason, "by_hand")

        self._feed.run(request, work)

    async def substitute(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidates: Sequence[Candidate],
        reason: DegradationReason,
        note: str = "",
        accepts_lower: bool = False,
        former_score_milli: int | None = None,
    ) -> UUID:
        def work() -> UUID:
            line = self._feed.known.ticket_lines[line_id]
            if any(each.unit_price_minor > line.unit_price_minor for each in candidates):
                raise Refused(RefusalCode.BAD_PRICE)
            candidate, portion = self._free(candidates)
            blocked = PortionState.QUARANTINED
            self._exchange(line, candidate, portion, blocked, reason.value, "substituted")
            return candidate.portion_id

        return self._feed.run(request, work)

    async def keep_lower(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: Candidate,
        reason: DegradationReason,
    ) -> None:
        def work() -> None:
            line = self._feed.known.ticket_lines[line_id]
            if candidate.unit_price_minor > line.unit_price_minor:
                raise Refused(RefusalCode.BAD_PRICE)
            kept = replace(
                line, grade=candidate.grade, unit_price_minor=candidate.unit_price_minor,
                base_price_minor=candidate.base_price_minor, breakdown=candidate.breakdown,
            )  # fmt: skip
            self.decisions.append(("lowered", line_id, reason.value))
            self._feed.put((Entity.TICKET_LINE, line_id, kept))

        self._feed.run(request, work)

    async def settle(
        self,
        session: Session,
        *,
        request: UUID,
        refund_id: UUID,
        line_id: UUID,
        way: Settlement,
        reason: DegradationReason,
        note: str = "",
        candidates: Sequence[Candidate] = (),
    ) -> int:
        def work() -> int:
            line = self._feed.known.ticket_lines[line_id]
            self.decisions.append((way.value, line_id, reason.value))
            if way is Settlement.WAIT:
                waits = replace(line, waits_since=self._feed.now())
                self._feed.put((Entity.TICKET_LINE, line_id, waits))
                return 0
            if way is Settlement.REFUND:
                back = replace(
                    line, refunded_minor=line.amount_minor, taken_back_at=self._feed.now()
                )
                self._feed.put((Entity.TICKET_LINE, line_id, back))
                return line.amount_minor
            taken = candidates[0]
            less = line.unit_price_minor - taken.unit_price_minor
            lower = replace(line, grade=taken.grade, refunded_minor=less)
            self._feed.put((Entity.TICKET_LINE, line_id, lower))
            return less

        return self._feed.run(request, work)

    async def decline_upgrade(
        self, session: Session, *, request: UUID, line_id: UUID, candidate: Candidate
    ) -> None:
        def work() -> None:
            line = self._feed.known.ticket_lines[line_id]
            declined = replace(line, upgrade_answer="declined")
            self._feed.put((Entity.TICKET_LINE, line_id, declined))

        self._feed.run(request, work)

    def _free(self, candidates: Sequence[Candidate]) -> tuple[Candidate, Portion]:
        for each in candidates:
            portion = self._feed.known.portions.get(each.portion_id)
            if portion and portion.epoch == each.epoch and portion.state is PortionState.AVAILABLE:
                return each, portion
        raise Refused(RefusalCode.GONE)

    def _exchange(
        self,
        line: TicketLine,
        taken: Candidate,
        portion: Portion,
        former_state: PortionState,
        reason: str,
        choice: str,
    ) -> None:
        view = self._feed.known
        ticket = view.tickets[line.ticket_id]
        rows: list[tuple[Entity, UUID, Any]] = []
        former = view.portions.get(line.portion_id) if line.portion_id else None
        if former and former.ticket_id == ticket.id:
            freed = replace(
                former, state=former_state, ticket_id=None, reserved_until=None,
                epoch=former.epoch + 1,
            )  # fmt: skip
            rows.append((Entity.PORTION, former.id, freed))
        held = replace(
            portion, state=PortionState.RESERVED, ticket_id=ticket.id, epoch=portion.epoch + 1,
            reserved_until=ticket.held_until,
        )  # fmt: skip
        changed = replace(
            line, portion_id=portion.id, portion_code=portion.code, place=portion.place,
            weight_mg=portion.weight_mg, grade=taken.grade,
            base_price_minor=taken.base_price_minor, unit_price_minor=taken.unit_price_minor,
            breakdown=taken.breakdown, choice_reason=choice, former_code=line.portion_code,
            former_reason=reason,
            upgrade_answer="accepted" if reason == "upgrade" else line.upgrade_answer,
        )  # fmt: skip
        lines = [changed if each.id == line.id else each for each in view.lines_of(ticket.id)]
        total = sum(each.amount_minor for each in lines)
        self.decisions.append((choice, line.id, reason))
        self._feed.put(
            *rows,
            (Entity.PORTION, held.id, held),
            (Entity.TICKET_LINE, line.id, changed),
            (Entity.TICKET, ticket.id, replace(ticket, total_minor=total)),
        )


class FakeHolds:
    """Implements order_ports.Holds."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.lifted: set[tuple[UUID, UUID]] = set()

    async def lift_limit(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        product_id: UUID,
        approval_id: UUID,
    ) -> None:
        self._feed.run(request, lambda: self.lifted.add((ticket_id, product_id)))

    async def prolong(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        def work() -> datetime:
            ticket = self._held(ticket_id)
            if ticket.hold_prolonged:
                raise Refused(RefusalCode.CHANGED, "it was prolonged already")
            assert ticket.held_until is not None
            until = ticket.held_until + self._feed.known.settings.allocation.hold_prolong
            return self._until(replace(ticket, hold_prolonged=True), until)

        return self._feed.run(request, work)

    async def at_tender(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        def work() -> datetime:
            ticket = self._held(ticket_id)
            assert ticket.held_until is not None
            least = self._feed.now() + self._feed.known.settings.allocation.hold_at_tender
            return self._until(ticket, max(ticket.held_until, least))

        return self._feed.run(request, work)

    async def park(self, session: Session, *, request: UUID, ticket_id: UUID, name: str) -> None:
        def work() -> None:
            ticket = self._feed.known.tickets[ticket_id]
            if not self._feed.known.lines_of(ticket_id):
                raise Refused(RefusalCode.TICKET_EMPTY)
            parked = replace(ticket, parked_at=self._feed.now(), parked_as=name)
            self._feed.put((Entity.TICKET, ticket_id, parked))

        self._feed.run(request, work)

    async def fetch(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        def work() -> None:
            ticket = self._feed.known.tickets[ticket_id]
            if ticket.parked_at is None:
                raise Refused(RefusalCode.CHANGED)
            here = replace(ticket, parked_at=None, terminal_id=session.terminal_id)
            self._feed.put((Entity.TICKET, ticket_id, here))

        self._feed.run(request, work)

    def _held(self, ticket_id: UUID) -> Ticket:
        ticket = self._feed.known.tickets[ticket_id]
        if ticket.held_until is None or ticket.held_until <= self._feed.now() + timedelta(0):
            raise Refused(RefusalCode.HOLD_EXPIRED)
        return ticket

    def _until(self, ticket: Ticket, until: datetime) -> datetime:
        held = [p for p in self._feed.known.portions.values() if p.ticket_id == ticket.id]
        self._feed.put(
            (Entity.TICKET, ticket.id, replace(ticket, held_until=until)),
            *((Entity.PORTION, p.id, replace(p, reserved_until=until)) for p in held),
        )
        return until


class FakeDecisions:
    """Implements order_ports.Decisions: what is on tickets now, as if it had just been chosen."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

    async def past(self, first: date, last: date) -> PastChoices:
        view, now = self._feed.known, self._feed.now()
        choices = []
        for line in view.ticket_lines.values():
            portion = view.portions.get(line.portion_id) if line.portion_id else None
            whole = view.wholes.get(portion.whole_id) if portion else None
            if portion and whole and whole.portions_per_whole:
                at = view.tickets[line.ticket_id].opened_at
                cut = whole.portions_per_whole
                choices.append(PastChoice(at, line.ticket_id, line.product_id, cut, line.grade))
        looks = [
            PastLook(line.portion_id, line.verified_at, True)
            for line in view.ticket_lines.values()
            if line.portion_id and line.verified_at
        ]
        return PastChoices(
            now, tuple(choices), tuple(view.portions.values()), tuple(view.wholes.values()),
            tuple(view.holding_temperatures.values()), tuple(looks),
        )  # fmt: skip

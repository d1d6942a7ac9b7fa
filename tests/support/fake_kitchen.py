"""The kitchen's actions in memory."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.allocation.substitute import DegradationReason
from app.domain.people import Session
from app.domain.portion import Portion, PortionState
from app.domain.ticket import KitchenState, Ticket, TicketLine, TicketState
from app.services.line_trouble import is_unexplained, trouble_of_line
from app.services.ports import Candidate
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed
from tests.support.fake_verifying import FakeVerifying


class FakeKitchen(FakeVerifying):
    """Implements ports.Kitchen."""

    def __init__(self, feed: FakeFeed) -> None:
        super().__init__(feed)
        self._served: dict[UUID, Portion] = {}

    async def acknowledge(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        def work() -> None:
            ticket = self._ticket(ticket_id)
            if ticket.acknowledged_at is None:
                seen = replace(ticket, acknowledged_at=self._feed.now())
                self._feed.put((Entity.TICKET, ticket_id, seen))

        self._feed.run(request, work)

    async def verify_line(
        self, session: Session, *, request: UUID, line_id: UUID, temperature_mc: int | None
    ) -> None:
        def work() -> None:
            line = self._line(line_id, KitchenState.QUEUED)
            self._refuse_expired(line)
            demanded = self._feed.known.settings.kitchen.verify_by_code
            if demanded and line.portion_id is not None and line.checked_at is None:
                raise Refused(RefusalCode.NOT_CHECKED, line.portion_code or "")
            verified = replace(
                self._line(line_id, KitchenState.QUEUED),
                kitchen_state=KitchenState.VERIFIED,
                verified_at=self._feed.now(),
                verified_temperature_mc=temperature_mc,
            )
            self._feed.put((Entity.TICKET_LINE, line_id, verified))

        self._feed.run(request, work)

    async def staff_station(
        self, session: Session, *, request: UUID, station_id: UUID, active: int
    ) -> None:
        def work() -> None:
            station = self._feed.known.stations[station_id]
            staffed = replace(station, active_staff=active)
            self._feed.put((Entity.STATION, station_id, staffed))

        self._feed.run(request, work)

    async def unverify_line(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        def work() -> None:
            queued = replace(
                self._line(line_id, KitchenState.VERIFIED),
                kitchen_state=KitchenState.QUEUED,
                verified_at=None,
                verified_temperature_mc=None,
            )
            self._feed.put((Entity.TICKET_LINE, line_id, queued))

        self._feed.run(request, work)

    async def serve_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        def work() -> None:
            ticket = self._ticket(ticket_id)
            lines = self._prepared(ticket_id)
            self._refuse_expired(*lines)
            if any(is_unexplained(line) for line in lines):
                raise Refused(RefusalCode.REASON_MISSING)
            self._refuse_unchecked(*lines)
            if any(line.kitchen_state is KitchenState.QUEUED for line in lines):
                raise Refused(RefusalCode.NOT_READY)
            now = self._feed.now()
            for line in lines:
                if line.portion_id in self._feed.known.portions:
                    assert line.portion_id is not None
                    self._served[line.portion_id] = self._feed.known.portions[line.portion_id]
            closed = replace(ticket, state=TicketState.CLOSED, served_at=now)
            served = [
                replace(line, kitchen_state=KitchenState.SERVED, served_at=now) for line in lines
            ]
            self._feed.put(
                (Entity.TICKET, ticket_id, closed),
                *((Entity.TICKET_LINE, line.id, line) for line in served),
                *((Entity.PORTION, line.portion_id, None) for line in served if line.portion_id),
            )

        self._feed.run(request, work)

    async def recall_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        def work() -> None:
            ticket = self._ticket(ticket_id)
            if ticket.state is not TicketState.CLOSED:
                raise Refused(RefusalCode.TOO_LATE_TO_UNDO)
            lines = [
                replace(line, kitchen_state=KitchenState.VERIFIED, served_at=None)
                for line in self._prepared(ticket_id)
            ]
            back = [self._served[line.portion_id] for line in lines if line.portion_id]
            reopened = replace(ticket, state=TicketState.PAID, served_at=None)
            self._feed.put(
                (Entity.TICKET, ticket_id, reopened),
                *((Entity.TICKET_LINE, line.id, line) for line in lines),
                *((Entity.PORTION, portion.id, portion) for portion in back),
            )

        self._feed.run(request, work)

    async def replace_line(
        self, session: Session, *, request: UUID, line_id: UUID, candidates: Sequence[Candidate]
    ) -> UUID:
        def work() -> UUID:
            line = self._feed.known.ticket_lines[line_id]
            if not self._expired(line):
                raise Refused(RefusalCode.CHANGED)
            taken = next((each for each in candidates if self._is_free(line, each)), None)
            if taken is None:
                raise Refused(RefusalCode.GONE)
            view = self._feed.known
            portion = view.portions[taken.portion_id]
            moved = replace(
                line,
                portion_id=portion.id,
                portion_code=portion.code,
                holding_unit_name=view.holding_units[portion.holding_unit_id].name,
                place=portion.place,
                weight_mg=portion.weight_mg,
                grade=taken.grade,
                kitchen_state=KitchenState.QUEUED,
                verified_at=None,
                verified_temperature_mc=None,
            )
            sold = replace(
                portion,
                state=PortionState.COMMITTED,
                ticket_id=line.ticket_id,
                epoch=portion.epoch + 1,
            )
            assert line.portion_id is not None
            self._feed.put(
                (Entity.PORTION, line.portion_id, None),
                (Entity.PORTION, portion.id, sold),
                (Entity.TICKET_LINE, line_id, moved),
            )
            return portion.id

        return self._feed.run(request, work)

    async def swap_line(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: Candidate,
        ranking: Sequence[Candidate],
        reason: str,
        note: str = "",
        skips_sell_first: bool = False,
        former_score_milli: int | None = None,
        approval_id: UUID | None = None,
    ) -> None:
        def work() -> None:
            if skips_sell_first and approval_id is None:
                raise Refused(RefusalCode.APPROVAL_NEEDED, "skip_sell_first")
            view = self._feed.known
            line, new = view.ticket_lines[line_id], view.portions[candidate.portion_id]
            if not self._is_free(line, candidate) or line.portion_id is None:
                raise Refused(RefusalCode.GONE)
            old = view.portions[line.portion_id]
            swapped = replace(
                line, portion_id=new.id, portion_code=new.code, place=new.place,
                grade=candidate.grade, kitchen_state=KitchenState.QUEUED, verified_at=None,
                choice_reason="by_hand", former_code=old.code, former_reason=reason,
            )  # fmt: skip
            taken = replace(new, state=PortionState.COMMITTED, ticket_id=line.ticket_id,
                            epoch=new.epoch + 1)  # fmt: skip
            freed = replace(old, state=PortionState.AVAILABLE, ticket_id=None, epoch=old.epoch + 1)
            self._feed.put(
                (Entity.TICKET_LINE, line_id, swapped), (Entity.PORTION, new.id, taken),
                (Entity.PORTION, old.id, freed),
            )  # fmt: skip

        self._feed.run(request, work)

    async def explain_replacement(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        reason: DegradationReason,
        note: str,
    ) -> None:
        def work() -> None:
            line = self._feed.known.ticket_lines[line_id]
            if reason is DegradationReason.OTHER and not note.strip():
                raise Refused(RefusalCode.BAD_TEXT, "reason")
            if not is_unexplained(line):
                raise Refused(RefusalCode.CHANGED)
            said = replace(line, former_reason=reason.value)
            self._feed.put((Entity.TICKET_LINE, line_id, said))

        self._feed.run(request, work)

    def _expired(self, line: TicketLine) -> bool:
        return trouble_of_line(self._feed.known, line, self._feed.now()) is not None

    def _refuse_expired(self, *lines: TicketLine) -> None:
        codes = [line.portion_code or "" for line in lines if self._expired(line)]
        if codes:
            raise Refused(RefusalCode.PORTION_EXPIRED, ", ".join(codes))

    def _refuse_unchecked(self, *lines: TicketLine) -> None:
        view = self._feed.known
        portions = [view.portions.get(line.portion_id) for line in lines if line.portion_id]
        codes = [
            portion.code
            for portion in portions
            if portion is not None
            and (portion.recheck_at is not None or view.wholes[portion.whole_id].checks_missing)
        ]
        if codes:
            raise Refused(RefusalCode.CHECKPOINT_MISSING, ", ".join(codes))

    def _ticket(self, ticket_id: UUID) -> Ticket:
        ticket = self._feed.known.tickets.get(ticket_id)
        if ticket is None or ticket.paid_at is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM)
        return ticket

    def _prepared(self, ticket_id: UUID) -> list[TicketLine]:
        lines = self._feed.known.lines_of(ticket_id)
        return [line for line in lines if line.kitchen_state is not KitchenState.NONE]

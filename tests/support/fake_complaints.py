"""FakeStore's part for complaints and what makes them good, by the domain's own rules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.approval import ApprovalAction
from app.domain.compensation import Compensation, CompensationKind, free_for_delay
from app.domain.complaint import Complaint, ComplaintKind, ComplaintState
from app.domain.complaint_rates import BandCount
from app.domain.feedback_trend import DayCount
from app.domain.ids import new_id
from app.domain.people import Role, Session
from app.domain.portion import PortionState
from app.domain.task import Task, TaskKind, TaskState
from app.domain.ticket import KitchenState, TicketLine, TicketState
from app.services.guest_ports import Feedback, Given, SoldLine
from app.services.ports import Candidate, Refunded
from app.services.recovery import (
    delay_given,
    delay_subject,
    remake_subject,
    second_person_needed,
)
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed
from tests.support.fake_guests import FakeGuests


class FakeComplaints:
    """Implements guest_ports.Complaints."""

    def __init__(self, feed: FakeFeed, guests: FakeGuests, terminal_id: UUID) -> None:
        self._feed, self._guests, self._terminal_id = feed, guests, terminal_id
        self.bands: tuple[BandCount, ...] = ()
        self.counted: tuple[DayCount, ...] = ()

    async def lines(self, session: Session, receipt_id: UUID) -> tuple[SoldLine, ...]:
        def work() -> tuple[SoldLine, ...]:
            view = self._feed.known
            return tuple(
                SoldLine(
                    line.id,
                    line.name,
                    line.portion_code,
                    line.amount_minor,
                    line.product_id,
                    line.served_at,
                    self._feed.known.portions.get(line.portion_id or line.id),
                )
                for line in view.lines_of(view.receipts[receipt_id].ticket_id)
            )

        return self._feed.run(None, work)

    async def open(
        self,
        session: Session,
        *,
        request: UUID,
        complaint_id: UUID,
        line_id: UUID,
        kind: ComplaintKind,
        reason: str,
        score: float | None = None,
    ) -> None:
        def work() -> None:
            now, line = self._feed.now(), self._feed.known.ticket_lines[line_id]
            portion = self._feed.known.portions.get(line.portion_id or line.id)
            whole = self._feed.known.wholes.get(portion.whole_id) if portion else None
            facts = {
                "grade": line.grade, "score_milli": round(score * 1000) if score else None,
                "portions_per_whole": whole.portions_per_whole if whole else None,
                "product_id": str(line.product_id), "piece_minor": line.unit_price_minor,
                "amount_minor": line.amount_minor - line.refunded_minor,
                "name": line.name, "portion_code": line.portion_code,
                "base_price_minor": line.base_price_minor,
                "unit_price_minor": line.unit_price_minor,
                "breakdown": [{"reason": s.reason.value, "amount_minor": s.amount_minor,
                               "rule_version": s.rule_version, "code": s.code,
                               "params": list(s.params)} for s in line.breakdown],
            }  # fmt: skip
            complaint = Complaint(
                complaint_id, line_id, line.ticket_id, kind, reason, facts, now, session.staff_id,
                self._terminal_id, now + timedelta(hours=2), ComplaintState.OPEN, "", None, None,
            )  # fmt: skip
            kinds = {
                ComplaintKind.QUALITY: TaskKind.COMPLAINT,
                ComplaintKind.PRICE: TaskKind.PRICE_REVIEW,
                ComplaintKind.SERVICE: TaskKind.SERVICE_COMPLAINT,
            }
            task = Task(
                new_id(), kinds[kind], f"{line.name} {line.portion_code or ''}".strip(),
                {"complaint_id": str(complaint_id)}, Role.MANAGER, now, session.staff_id,
                self._terminal_id, complaint.due_at, TaskState.OPEN, None, None, "",
            )  # fmt: skip
            self._feed.put((Entity.COMPLAINT, complaint_id, complaint))
            ticket = self._feed.known.tickets[line.ticket_id]
            recovery = replace(
                task, id=new_id(), kind=TaskKind.RECOVERY, title=str(ticket.number),
                subject={"complaint_id": str(complaint_id), "ticket_id": str(ticket.id)},
                owner=Role.CASHIER, due_at=now + self._feed.known.settings.guest.recovery_due,
            )  # fmt: skip
            for each in tuple(self._feed.known.tasks.values()):
                if each.kind == TaskKind.RECOVERY and each.subject == {"ticket_id": str(ticket.id)}:
                    self._end(each, session, "complaint")
            self._feed.put((Entity.TASK, task.id, task))
            self._feed.put((Entity.TASK, recovery.id, recovery))

        self._feed.run(request, work)

    def _end(self, task: Task, session: Session, outcome: str) -> None:
        done = replace(
            task, state=TaskState.DONE, done_by=session.staff_id, done_at=self._feed.now(),
            outcome=outcome,
        )  # fmt: skip
        self._feed.put((Entity.TASK, task.id, done))

    async def replace(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        complaint_id: UUID,
        ticket_id: UUID,
        line_id: UUID,
        candidates: Sequence[Candidate],
        approval_id: UUID | None,
    ) -> Given:
        def work() -> Given:
            view = self._feed.known
            complaint = self.open_one(complaint_id)
            line = view.ticket_lines[complaint.line_id]
            approver = self._approver(
                session, complaint, CompensationKind.REPLACEMENT, line.unit_price_minor, approval_id
            )
            chosen = candidates[0] if candidates else None
            if line.portion_id is not None and chosen is None:
                raise Refused(RefusalCode.GONE)
            original = view.tickets[line.ticket_id]
            number = 1 + max(each.number for each in view.tickets.values())
            now = self._feed.now()
            self._feed.put((Entity.TICKET, ticket_id, replace(
                original, id=ticket_id, number=number, state=TicketState.PAID, paid_at=now,
                opened_at=now, promised_at=now, acknowledged_at=None, served_at=None,
                total_minor=0, tendered_minor=0, change_minor=0, receipt_id=None,
                replaces_id=original.id,
            )))  # fmt: skip
            portion = view.portions[chosen.portion_id] if chosen else None
            self._feed.put((Entity.TICKET_LINE, line_id, replace(
                line, id=line_id, ticket_id=ticket_id, base_price_minor=0, unit_price_minor=0,
                breakdown=(), quantity=1, kitchen_state=KitchenState.QUEUED, served_at=None,
                portion_id=portion.id if portion else None,
                portion_code=portion.code if portion else None,
            )))  # fmt: skip
            if portion is not None:
                self._feed.put((Entity.PORTION, portion.id, replace(
                    portion, state=PortionState.COMMITTED, ticket_id=ticket_id)))  # fmt: skip
            self.book(Compensation(
                compensation_id, CompensationKind.REPLACEMENT, complaint_id, original.id, line.id,
                line.unit_price_minor, view.products[line.product_id].cost_minor,
                complaint.reason, ticket_id, session.staff_id, approver, self._terminal_id, now,
            ), session)  # fmt: skip
            return Given(number, portion.id if portion else None)

        return self._feed.run(request, work)

    def open_one(self, complaint_id: UUID) -> Complaint:
        found = self._feed.known.complaints[complaint_id]
        given = self._feed.known.compensations.values()
        if found.state is not ComplaintState.OPEN or any(
            each.complaint_id == complaint_id for each in given
        ):
            raise Refused(RefusalCode.CHANGED)
        return found

    def _approver(
        self, session: Session, complaint: Complaint, kind: CompensationKind, minor: int,
        approval_id: UUID | None,
    ) -> UUID | None:  # fmt: skip
        view = self._feed.known
        needed = second_person_needed(view, session.role, kind, complaint, minor)
        if needed is None:
            return None
        approval = view.approvals.get(approval_id) if approval_id else None
        if approval is None or not approval.usable(self._feed.now()):
            raise Refused(RefusalCode.APPROVAL_NEEDED, needed.value)
        assert dict(approval.subject) == remake_subject(complaint.id, kind)
        return approval.decided_by

    def book(self, given: Compensation, session: Session) -> None:
        self._feed.put((Entity.COMPENSATION, given.id, given))
        for task in tuple(self._feed.known.tasks.values()):
            mine = task.subject.get("complaint_id") == str(given.complaint_id)
            if task.kind == TaskKind.RECOVERY and mine:
                self._end(task, session, given.kind.value)

    async def refund(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        complaint_id: UUID,
        approval_id: UUID | None,
    ) -> Refunded:
        def work() -> Refunded:
            complaint = self.open_one(complaint_id)
            line = self._feed.known.ticket_lines[complaint.line_id]
            minor = line.amount_minor - line.refunded_minor
            if minor <= 0:
                raise Refused(RefusalCode.REFUNDED_ALREADY, line.name)
            kind = CompensationKind.REFUND
            approver = self._approver(session, complaint, kind, minor, approval_id)
            self.book(self._money(
                compensation_id, kind, complaint_id, line, minor, complaint.reason, session,
                approver,
            ), session)  # fmt: skip
            return self._paid_back(compensation_id, line, minor)

        return self._feed.run(request, work)

    async def for_delay(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        line_id: UUID,
        amount_minor: int,
        reason: str,
        approval_id: UUID | None,
    ) -> Refunded:
        def work() -> Refunded:
            view = self._feed.known
            line = view.ticket_lines[line_id]
            if amount_minor > line.amount_minor - line.refunded_minor:
                raise Refused(RefusalCode.REFUND_TOO_MUCH)
            free = free_for_delay(
                line.amount_minor, delay_given(view, line_id), view.settings.recovery
            )
            approver = None
            approvers = view.settings.approvals.roles(ApprovalAction.GOODWILL)
            if session.role not in approvers and amount_minor > free:
                approval = view.approvals.get(approval_id) if approval_id else None
                if approval is None or not approval.usable(self._feed.now()):
                    raise Refused(RefusalCode.APPROVAL_NEEDED, "goodwill")
                assert dict(approval.subject) == delay_subject(line_id)
                approver = approval.decided_by
            self.book(self._money(
                compensation_id, CompensationKind.DELAY, None, line, amount_minor, reason, session,
                approver,
            ), session)  # fmt: skip
            return self._paid_back(compensation_id, line, amount_minor)

        return self._feed.run(request, work)

    def _money(
        self, key: UUID, kind: CompensationKind, complaint_id: UUID | None, line: TicketLine,
        minor: int, reason: str, session: Session, approver: UUID | None,
    ) -> Compensation:  # fmt: skip
        return Compensation(
            key, kind, complaint_id, line.ticket_id, line.id, minor, 0, reason, None,
            session.staff_id, approver, self._terminal_id, self._feed.now(), key,
        )  # fmt: skip

    def _paid_back(self, key: UUID, line: TicketLine, minor: int) -> Refunded:
        back = replace(line, refunded_minor=line.refunded_minor + minor)
        self._feed.put((Entity.TICKET_LINE, line.id, back))
        return Refunded(key, key, "1", 1, minor, 0, 0, 0)

    async def follow_up(
        self, session: Session, *, request: UUID, complaint_id: UUID, stars: int | None
    ) -> None:
        def work() -> None:
            known = self._feed.known.complaints[complaint_id]
            if known.state is not ComplaintState.OPEN or known.follow_up_at is not None:
                raise Refused(RefusalCode.CHANGED, "follow-up")
            asked = replace(
                known, follow_up_stars=stars, follow_up_at=self._feed.now(),
                follow_up_by=session.staff_id,
            )  # fmt: skip
            self._feed.put((Entity.COMPLAINT, complaint_id, asked))

        self._feed.run(request, work)

    async def resolve(
        self, session: Session, *, request: UUID, complaint_id: UUID, outcome: str
    ) -> None:
        def work() -> None:
            known = self._feed.known.complaints[complaint_id]
            if not outcome.strip():
                raise Refused(RefusalCode.BAD_TEXT, "outcome")
            if known.follow_up_at is None:
                raise Refused(RefusalCode.FOLLOW_UP_MISSING)
            settled = replace(
                known, state=ComplaintState.RESOLVED, outcome=outcome.strip(),
                resolved_by=session.staff_id, resolved_at=self._feed.now(),
            )  # fmt: skip
            self._feed.put((Entity.COMPLAINT, complaint_id, settled))
            for task in tuple(self._feed.known.tasks.values()):
                if task.subject.get("complaint_id") == str(complaint_id):
                    self._end(task, session, outcome.strip())

        self._feed.run(request, work)

    async def rates(
        self, session: Session, since: datetime, until: datetime, ages_min: Sequence[int]
    ) -> tuple[BandCount, ...]:
        return self._feed.run(None, lambda: self.bands)

    async def days(
        self, session: Session, since: datetime, until: datetime
    ) -> tuple[DayCount, ...]:
        return self._feed.run(None, lambda: self.counted)

    async def feedback(self, session: Session, since: datetime, until: datetime) -> Feedback:
        def work() -> Feedback:
            settled = [c for c in self._feed.known.complaints.values() if c.resolved_at]
            given = self._feed.known.compensations.values()
            money = [e for e in given if e.kind is not CompensationKind.REPLACEMENT]
            return Feedback(
                tuple(r for r in self._guests.ratings if since <= r.at < until),
                tuple(c.running_s(until) for c in settled),
                len(given),
                sum(each.cost_minor for each in given),
                sum(each.amount_minor for each in money),
            )

        return self._feed.run(None, work)

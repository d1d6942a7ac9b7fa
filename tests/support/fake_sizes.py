"""FakeStore's part for sizes of a guest's own: prices and approvals, without neighbours."""

from dataclasses import replace
from uuid import UUID

from app.domain.people import Session
from app.domain.portion_size import own_size_price_minor
from app.domain.price import PriceReason, PriceStep
from app.domain.ticket import TicketLine
from app.services.own_size import standard_mg
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_feed import FakeFeed


class FakeSizes:
    """Implements ports.Sizes."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals) -> None:
        self._feed, self._approvals = feed, approvals

    async def ask(self, session: Session, *, request: UUID, line_id: UUID, asked_mg: int) -> int:
        def work() -> int:
            line = self._feed.known.ticket_lines[line_id]
            price = self._price(line, asked_mg)
            self._put(replace(line, asked_mg=asked_mg))
            return price

        return self._feed.run(request, work)

    async def approve(
        self, session: Session, *, request: UUID, line_id: UUID, approval_id: UUID
    ) -> None:
        def work() -> None:
            line = self._feed.known.ticket_lines[line_id]
            if line.asked_mg is None:
                raise Refused(RefusalCode.CHANGED)
            price = self._price(line, line.asked_mg)
            subject = {"line_id": str(line_id), "asked_mg": line.asked_mg, "price_minor": price}
            self._approvals.use(approval_id, "non_standard_portion", subject)
            approver = self._feed.known.approvals[approval_id].decided_by
            step = PriceStep(PriceReason.SIZE, price - line.unit_price_minor, 1, "size")
            self._put(
                replace(
                    line, weight_mg=line.asked_mg, size_approved_by=approver,
                    unit_price_minor=price, breakdown=(*line.breakdown, step),
                )
            )  # fmt: skip

        self._feed.run(request, work)

    async def drop(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        line = self._feed.known.ticket_lines[line_id]
        self._feed.run(request, lambda: self._put(replace(line, asked_mg=None)))

    def _price(self, line: TicketLine, asked_mg: int) -> int:
        view = self._feed.known
        standard = standard_mg(view, line)
        if standard is None:
            raise Refused(RefusalCode.BAD_QUANTITY)
        rounding = view.settings.pricing.rounding_minor
        return own_size_price_minor(line.unit_price_minor, standard, asked_mg, rounding)

    def _put(self, line: TicketLine) -> None:
        ticket = self._feed.known.tickets[line.ticket_id]
        old = self._feed.known.ticket_lines[line.id]
        total = ticket.total_minor - old.amount_minor + line.amount_minor
        self._feed.put(
            (Entity.TICKET_LINE, line.id, line),
            (Entity.TICKET, ticket.id, replace(ticket, total_minor=total)),
        )

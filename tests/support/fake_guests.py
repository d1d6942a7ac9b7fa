"""FakeStore's part for guests and complaints, by the domain's own rules."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.domain.guests import (
    Consent,
    ConsentKind,
    FoundGuest,
    GuestRecord,
    PointsMoved,
    Purchase,
)
from app.domain.ids import new_id
from app.domain.marketing import MarketingGuest
from app.domain.people import Role, Session
from app.domain.place import Place
from app.domain.price import PriceReason, PriceStep
from app.domain.satisfaction import Rating, RatingAbout
from app.domain.task import Task, TaskKind, TaskState
from app.domain.ticket import TicketState
from app.services.guest_ports import Learned
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeGuests:
    """Implements guest_ports.Guests. `known` are the records, by id."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.known: dict[UUID, GuestRecord] = {}
        self.ratings: list[Rating] = []
        self.orders: tuple[frozenset[UUID], ...] = ()

    def add(self, name: str, *, phone: str | None = None, balance: int = 0) -> UUID:
        """A guest with a profile, without going through the till."""
        key = new_id()
        said = Consent(ConsentKind.PROFILE, True, self._feed.now() - timedelta(days=90))
        self.known[key] = GuestRecord(
            key, name, phone, None, said.at, None, balance, 0, (said,), (), ()
        )
        return key

    def bought(
        self,
        customer_id: UUID,
        product_id: UUID,
        days_ago: float,
        place: Place | None = None,
        preparations: tuple[str, ...] = (),
    ) -> None:
        """One past visit with one portion."""
        record = self.known[customer_id]
        product = self._feed.known.products[product_id]
        at = self._feed.now() - timedelta(days=days_ago)
        line = Purchase(
            new_id(), at, product_id, product.name, "1/8", None, 1, product.base_price_minor,
            "counter", place, preparations,
        )  # fmt: skip
        self.known[customer_id] = replace(record, purchases=(*record.purchases, line))

    async def find(self, session: Session, text: str) -> tuple[FoundGuest, ...]:
        def work() -> tuple[FoundGuest, ...]:
            wanted = text.strip().casefold()
            found = [
                FoundGuest(g.id, g.name, g.phone, g.card, g.balance)
                for g in self.known.values()
                if g.name.casefold().startswith(wanted)
                or (len(wanted) >= 4 and g.phone and g.phone.endswith(wanted))
            ]
            return tuple(sorted(found, key=lambda g: g.name)[:8])

        return self._feed.run(None, work)

    async def enrol(
        self,
        session: Session,
        *,
        request: UUID,
        customer_id: UUID,
        name: str,
        phone: str,
        card: str,
        consents: Collection[ConsentKind],
    ) -> None:
        def work() -> None:
            if ConsentKind.PROFILE not in consents:
                raise Refused(RefusalCode.NO_CONSENT, "profile")
            if not name.strip():
                raise Refused(RefusalCode.BAD_TEXT, "name")
            if phone and any(g.phone == phone for g in self.known.values()):
                raise Refused(RefusalCode.KNOWN_ALREADY)
            now = self._feed.now()
            self.known[customer_id] = GuestRecord(
                customer_id, name.strip(), phone or None, card or None, now, None, 0, 0,
                tuple(Consent(kind, True, now) for kind in sorted(consents)), (), (),
            )  # fmt: skip

        self._feed.run(request, work)

    async def record(self, session: Session, customer_id: UUID) -> GuestRecord:
        return self._feed.run(None, lambda: self._known(customer_id))

    async def put_on_ticket(
        self, session: Session, *, request: UUID, ticket_id: UUID, customer_id: UUID | None
    ) -> None:
        def work() -> None:
            ticket = self._feed.known.tickets.get(ticket_id)
            if ticket is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "ticket")
            if customer_id is not None and not self._known(customer_id).has(ConsentKind.PROFILE):
                raise Refused(RefusalCode.NO_CONSENT, "profile")
            paid = ticket.state in (TicketState.PAID, TicketState.CLOSED)
            points = ticket.total_minor // 100 if paid else None
            if customer_id is not None and points:
                self._move(customer_id, "earn", points)
            changed = replace(ticket, customer_id=customer_id, points_earned=points)
            self._feed.put((Entity.TICKET, ticket_id, changed))

        self._feed.run(request, work)

    async def redeem(
        self, session: Session, *, request: UUID, ticket_id: UUID, cuts: Mapping[UUID, int]
    ) -> int:
        def work() -> int:
            view = self._feed.known
            rows = []
            for line in view.lines_of(ticket_id):
                steps = [s for s in line.breakdown if s.reason is not PriceReason.LOYALTY]
                cut = cuts.get(line.id, 0)
                if cut:
                    steps.append(PriceStep(PriceReason.LOYALTY, -cut, 1, "loyalty"))
                price = sum(step.amount_minor for step in steps)
                changed = replace(line, breakdown=tuple(steps), unit_price_minor=price)
                rows.append((Entity.TICKET_LINE, line.id, changed))
            total = sum(row[2].amount_minor for row in rows)
            ticket = replace(view.tickets[ticket_id], total_minor=total)
            self._feed.put(*rows, (Entity.TICKET, ticket_id, ticket))
            return sum(cuts.values())

        return self._feed.run(request, work)

    async def set_consent(
        self, session: Session, *, request: UUID, customer_id: UUID, kind: ConsentKind, given: bool
    ) -> None:
        def work() -> None:
            record = self._known(customer_id)
            said = Consent(kind, given, self._feed.now())
            self.known[customer_id] = replace(record, consents=(*record.consents, said))

        self._feed.run(request, work)

    async def flag_follow_up(self, session: Session, *, request: UUID, customer_id: UUID) -> None:
        def work() -> None:
            record = self._known(customer_id)
            if not record.has(ConsentKind.FEEDBACK):
                raise Refused(RefusalCode.NO_CONSENT, "feedback")
            self.known[customer_id] = replace(record, follow_up_at=self._feed.now())

        self._feed.run(request, work)

    async def erase(
        self, session: Session, *, request: UUID, customer_id: UUID, approval_id: UUID
    ) -> int:
        def work() -> int:
            record = self._known(customer_id)
            del self.known[customer_id]
            return len(record.visits)

        return self._feed.run(request, work)

    async def marketing(self, session: Session, days: int) -> tuple[MarketingGuest, ...]:
        def work() -> tuple[MarketingGuest, ...]:
            return tuple(
                MarketingGuest(len(g.visits), None, None)
                for g in self.known.values()
                if g.has(ConsentKind.MARKETING)
            )

        return self._feed.run(None, work)

    async def learned(self, days: int) -> Learned:
        return self._feed.run(None, lambda: Learned(self.orders, {}))

    async def rate(self, *, request: UUID, ticket_id: UUID, about: RatingAbout, stars: int) -> None:
        def work() -> None:
            now, ticket = self._feed.now(), self._feed.known.tickets[ticket_id]
            self.ratings.insert(0, Rating(ticket.number, about, stars, now, ()))
            if stars <= self._feed.known.settings.guest.recovery_stars:
                task = Task(
                    new_id(), TaskKind.RECOVERY, str(ticket.number),
                    {"ticket_id": str(ticket_id)}, Role.CASHIER, now, None, None,
                    now + timedelta(minutes=10), TaskState.OPEN, None, None, "",
                )  # fmt: skip
                self._feed.put((Entity.TASK, task.id, task))

        self._feed.run(request, work)

    async def answer_invitation(self, *, request: UUID, ticket_id: UUID, yes: bool) -> None:
        def work() -> None:
            ticket = self._feed.known.tickets[ticket_id]
            self._feed.put((Entity.TICKET, ticket_id, replace(ticket, invited=False)))
            if yes and ticket.customer_id is not None:
                record = self._known(ticket.customer_id)
                said = Consent(ConsentKind.FEEDBACK, True, self._feed.now())
                self.known[record.id] = replace(record, consents=(*record.consents, said))

        self._feed.run(request, work)

    def _known(self, customer_id: UUID) -> GuestRecord:
        if customer_id not in self.known:
            raise Refused(RefusalCode.UNKNOWN_ITEM, "customer")
        return self.known[customer_id]

    def _move(self, customer_id: UUID, kind: str, points: int) -> None:
        record = self._known(customer_id)
        moved = PointsMoved(self._feed.now(), kind, points)
        self.known[customer_id] = replace(
            record, balance=record.balance + points, points=(*record.points, moved)
        )

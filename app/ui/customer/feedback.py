"""After payment, on the display: stars, the invitation and the points; skipped by doing nothing."""

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.guest_policy import GuestPolicy
from app.domain.ids import new_id
from app.domain.satisfaction import RatingAbout
from app.domain.ticket import Ticket, TicketState
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.shared.refusal_text import is_expected
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


def _over(ticket: Ticket, policy: GuestPolicy, now: datetime) -> bool:
    """Whether nobody is asked any more: so long after payment, or after the order came.

    An order that makes another one good is not asked about here: the till asks its guest.
    """
    if ticket.paid_at is None or ticket.replaces_id is not None:
        return True
    if ticket.served_at is not None:
        return now - ticket.served_at >= policy.rating_served
    return now - ticket.paid_at >= policy.rating


class FeedbackModel(QObject):
    """Asks about one paid ticket, for a limited time; what was not touched is not stored."""

    changed = Signal()

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._ticket: Ticket | None = None
        self._stars: dict[str, int] = {}
        self._told: dict[UUID, dict[str, int]] = {}
        self._left: set[UUID] = set()
        self._answered = self._over = False
        self._lost = ""

    def show(self, ticket: Ticket | None, view: StoreView | None, now: datetime) -> None:
        """Follow the display: the ticket just paid, or None."""
        paid = ticket if ticket and ticket.state is not TicketState.OPEN else None
        before = (self._ticket, self._over)
        if paid is None or self._ticket is None or paid.id != self._ticket.id:
            self._lost, self._answered = "", False
            self._stars = self._told.setdefault(paid.id, {}) if paid else {}
        self._ticket = paid
        self._over = True
        if paid is not None and view is not None:
            self._over = _over(paid, view.settings.guest, now)
        if before != (self._ticket, self._over):
            self.changed.emit()

    @Slot(str, int)
    def rate(self, about: str, stars: int) -> None:
        """One to five stars for the food or the order; the first touch counts."""
        ticket = self._ticket
        if ticket is None or about in self._stars or not 1 <= stars <= 5:
            return
        self._stars[about] = stars
        self._shell.tasks.start(self._rate(ticket.id, RatingAbout(about), stars), name="rate")
        self.changed.emit()

    @Slot()
    def skip(self) -> None:
        """The guest does not want to say anything."""
        if self._ticket is not None:
            self._left.add(self._ticket.id)
        self.changed.emit()

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """Join the feedback programme, or not; only an explicit yes joins."""
        if self._ticket is not None and not self._answered:
            self._answered = True
            self._shell.tasks.start(self._answer(self._ticket.id, yes), name="answer invitation")
            self.changed.emit()

    async def _rate(self, ticket_id: UUID, about: RatingAbout, stars: int) -> None:
        await self._said(
            self._store.guests.rate(request=new_id(), ticket_id=ticket_id, about=about, stars=stars)
        )

    async def _answer(self, ticket_id: UUID, yes: bool) -> None:
        await self._said(
            self._store.guests.answer_invitation(request=new_id(), ticket_id=ticket_id, yes=yes)
        )

    async def _said(self, call: Any) -> None:
        try:
            await call
        except Exception as error:
            if not is_expected(error):
                raise
            self._lost = _t("Customer", "Sorry, your answer could not be kept.")
            self.changed.emit()

    def _asking(self) -> bool:
        done = len(self._stars) == len(RatingAbout)
        skipped = self._ticket is not None and self._ticket.id in self._left
        return self._ticket is not None and not (self._over or skipped or done)

    def _thanked(self) -> str:
        if self._lost:
            return self._lost
        return _t("Customer", "Thank you for telling us!") if self._stars else ""

    def _points(self) -> str:
        points = self._ticket.points_earned if self._ticket else None
        if not points:
            return ""
        return _t("Customer", "You earned {points} points").format(points=points)

    def _inviting(self) -> bool:
        invited = self._ticket is not None and self._ticket.invited
        return invited and not (self._answered or self._over)

    asking = Property(bool, _asking, notify=changed)
    product = Property(int, lambda self: self._stars.get("product", 0), notify=changed)
    service = Property(int, lambda self: self._stars.get("service", 0), notify=changed)
    thanked = Property(str, _thanked, notify=changed)
    points = Property(str, _points, notify=changed)
    inviting = Property(bool, _inviting, notify=changed)

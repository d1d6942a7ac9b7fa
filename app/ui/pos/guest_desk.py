"""What the till does for guests: who they are, what they may like, what they complain about."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Property, QObject

from app.domain.allocation.request import known_preferences
from app.domain.guests import ConsentKind, profile_of
from app.domain.people import Session
from app.domain.suggestions import Completion
from app.services.bundle_offers import completions_for
from app.services.offer import Offer
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.complaining import ComplaintModel
from app.ui.pos.guest import GuestModel
from app.ui.pos.late import LateModel
from app.ui.pos.order import OrderModel
from app.ui.pos.pay import PayModel
from app.ui.pos.recovering import RecoveryModel
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.suggesting import SuggestModel
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.shell import Shell


class GuestDesk(QObject):
    """Models that follow the order; made before the order hears of payments itself."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        order: OrderModel,
        pay: PayModel,
        offer_of: Callable[[UUID], Offer],
        shelf: OfferShelf,
        take: Callable[[str], None],
        approval: ApprovalDialog,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        ticket = lambda: order.ticket_id  # noqa: E731
        self._now = store.feed.now
        self._guest = GuestModel(shell, store, ticket, self)
        known = lambda: self._guest.record  # noqa: E731
        self._store, self._order = store, order
        self._offer_of, self._shelf = offer_of, shelf
        self._session: Session | None = None
        bundles = self._completions
        self._suggest = SuggestModel(shell, store, offer_of, ticket, known, bundles, self)
        self._complaint = ComplaintModel(shell, store, self)
        self._recovery = RecoveryModel(shell, store, approval, self._complaint.prompt, self)
        self._late = LateModel(shell, store, approval, self)
        self._complaint.opened.connect(self._recovery.open)
        pay.paid.connect(self._guest.paid)
        order.ticketChanged.connect(self._guest.next_ticket)
        order.ticketChanged.connect(self._suggest.next_ticket)
        self._guest.guestChanged.connect(self._suggest.derive)
        self._suggest.taken.connect(take)

    guest = Property(QObject, lambda self: self._guest, constant=True)
    suggest = Property(QObject, lambda self: self._suggest, constant=True)
    complaint = Property(QObject, lambda self: self._complaint, constant=True)
    recovery = Property(QObject, lambda self: self._recovery, constant=True)
    late = Property(QObject, lambda self: self._late, constant=True)

    def use(self, session: Session | None) -> None:
        """Serve for `session`."""
        self._session = session
        for part in (
            self._guest, self._suggest, self._complaint, self._recovery, self._late,
        ):  # fmt: skip
            part.use(session)

    def prefers(self) -> frozenset[str]:
        """What the profile of the order's guest says; nothing without one who consented."""
        view, record = self._store.feed.view, self._guest.record
        if view is None or record is None:
            return frozenset()
        rules = view.settings
        return known_preferences(
            profile_of(record.purchases, self._now(), rules.guest, rules.time_zone).prefers,
            identified=True,
            consented=record.has(ConsentKind.PROFILE),
        )

    def _completions(self) -> tuple[Completion, ...]:
        """The bundles that one more piece would complete now."""
        view = self._store.feed.view
        ticket = view.tickets.get(self._order.ticket_id) if view else None
        if view is None or ticket is None:
            return ()
        role = self._session.role if self._session else None
        return completions_for(
            view, self._shelf.appraiser, self._offer_of, ticket, self._now(), role
        )

    def derive(self, view: StoreView) -> None:
        """Follow the view."""
        self._guest.derive()
        self._suggest.derive()
        self._recovery.derive(view, self._now())
        self._late.derive(view, self._now())

    def tick(self) -> None:
        """A second passed."""
        self._guest.derive()
        self._suggest.tick()
        self._late.tick()

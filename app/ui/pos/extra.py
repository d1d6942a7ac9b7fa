"""One more portion for less: offered below the order, taken with a tap or waved away."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.services.extra_portion import Extra, extra_portion
from app.services.ports import Store
from app.ui.pos.order import OrderModel
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.format import amount

_t = QCoreApplication.translate


class ExtraModel(Shown):
    """`props.name` is empty while there is nothing to offer."""

    def __init__(self, store: Store, shelf: OfferShelf, order: OrderModel, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._shelf, self._order = store, shelf, order
        self._extra: Extra | None = None
        self._declined: set[tuple[UUID, UUID]] = set()
        self.show_props({"name": "", "price": "", "why": ""})

    def derive(self) -> None:
        """Follow the order and the stock."""
        view, now = self._store.feed.view, self._store.feed.now()
        if view is None:
            return
        ticket_id = self._order.ticket_id
        found = extra_portion(
            view,
            self._shelf.appraiser,
            lambda product_id: self._shelf.offer(product_id, now),
            ticket_id,
            now,
        )
        if found is not None and (ticket_id, found.product.id) in self._declined:
            found = None
        self._extra = found
        if found is None:
            self.show_props({"name": "", "price": "", "why": ""})
            return
        why = _t("Till", "one more, {amount} less").format(
            amount=amount(found.own_minor - found.price_minor, view.settings)
        )
        price = amount(found.price_minor, view.settings)
        self.show_props({"name": found.product.name, "price": price, "why": why})

    @Slot()
    def take(self) -> None:
        """The guest takes it."""
        if self._extra is not None:
            extra, self._extra = self._extra, None
            self._order.add_row(extra.product.id, extra.product.name, extra.candidates)

    @Slot()
    def dismiss(self) -> None:
        """Not for this guest."""
        if self._extra is not None:
            self._declined.add((self._order.ticket_id, self._extra.product.id))
            self.derive()

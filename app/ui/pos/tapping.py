"""What a tap puts into the order: what the tile shows, a grade, or one very portion."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.catalog import ProductKind
from app.domain.portion import Grade
from app.services.offers import Offer
from app.services.ports import StoreFeed
from app.services.refusal import StoreUnreachable
from app.ui.pos.avoid import AvoidModel
from app.ui.pos.contents import conflict_of
from app.ui.pos.order import OrderModel
from app.ui.pos.pay import PayModel
from app.ui.pos.picking import Picking
from app.ui.shared.refusal_text import sentence


class Tapping(QObject):
    """Nothing is taken during a payment, without the store, or unasked of what a guest avoids."""

    changed = Signal()
    """The quantity of the next tap."""
    accepted = Signal()
    """Something is being taken; what was said before is no longer of interest."""
    refused = Signal(str, str)

    def __init__(
        self,
        feed: StoreFeed,
        order: OrderModel,
        pay: PayModel,
        picking: Picking,
        avoid: AvoidModel,
        offer_of: Callable[[UUID], Offer],
        can_sell: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._feed, self._order, self._pay = feed, order, pay
        self._picking, self._avoid = picking, avoid
        self._offer_of, self._can_sell = offer_of, can_sell
        self._quantity = 1
        wheel = picking.wheel
        wheel.picked.connect(self.by_hand)
        wheel.gradePicked.connect(self.by_grade)

    @property
    def quantity(self) -> int:
        """How many portions the next tap on a tile takes."""
        return self._quantity

    def times(self, quantity: int) -> None:
        """The next tap takes this many; the same key again takes one."""
        self._quantity = 1 if self._quantity == quantity else quantity
        self.changed.emit()

    @Slot(str)
    def tap(self, key: str) -> None:
        """Take what the product's tile shows."""
        self._add(UUID(key), None)

    @Slot(str, str)
    def by_hand(self, product: str, portion: str) -> None:
        """Take this very portion."""
        self._add(UUID(product), UUID(portion))

    @Slot(str, str)
    def pressing(self, product: str, portion: str) -> None:
        """Take this very portion of the sell-first list: none there is skipped by another."""
        self._add(UUID(product), UUID(portion), first=True)

    @Slot(str, str)
    def by_grade(self, product: str, grade: str) -> None:
        """Take the next portions of a grade."""
        self._add(UUID(product), Grade(grade))

    def _add(self, product_id: UUID, by: UUID | Grade | None, *, first: bool = False) -> None:
        view = self._feed.view
        if view is None or self._pay.phase in ("paying", "unknown"):
            return
        if not self._can_sell():
            self.refused.emit(*sentence(StoreUnreachable()))
            return
        self._pay.back()
        product = view.products[product_id]
        offer, avoided = self._offer_of(product_id), self._avoid.avoided
        by_hand = by if isinstance(by, UUID) else None
        conflict = conflict_of(view, product, offer, avoided, by_hand)
        if conflict:
            self._avoid.ask(product.name, conflict, lambda: self._add(product_id, by, first=first))
            return
        self.accepted.emit()
        if product.kind is ProductKind.PLAIN:
            self._piece(product_id, product.name, offer)
        else:
            self._pick(product_id, product.name, by, first=first)
        self._order.activity()

    def _piece(self, product_id: UUID, name: str, offer: Offer) -> None:
        if offer.left == 0:
            self._picking.instead_of_whole(product_id)
        else:
            self._order.add_plain(product_id, name)

    def _pick(self, product_id: UUID, name: str, by: UUID | Grade | None, *, first: bool) -> None:
        quantity, self._quantity = self._quantity, 1
        if isinstance(by, UUID) and first:
            self._order.add_by_hand(product_id, name, by)
        elif isinstance(by, UUID):
            self._picking.take_by_hand(product_id, name, by)
        elif by is not None:
            self._picking.take_grade(product_id, name, by, quantity)
        else:
            self._picking.take(product_id, name, quantity)
        self.changed.emit()

"""From the order to the pay sheet: what is out of date is taken out first, then it is priced."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.people import Session
from app.services.ports import StoreFeed
from app.ui.pos import payment_words
from app.ui.pos.order import OrderModel
from app.ui.pos.pay import PayModel
from app.ui.pos.price_desk import PriceDesk


class Checkout(QObject):
    """Begins paying for the order as it is."""

    refused = Signal(str, str)

    def __init__(
        self,
        feed: StoreFeed,
        order: OrderModel,
        pay: PayModel,
        prices: PriceDesk,
        can_sell: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._feed, self._order, self._pay, self._prices = feed, order, pay, prices
        self._can_sell = can_sell
        self._session: Session | None = None
        pay.expired.connect(self.drop_expired)
        pay.repriced.connect(self.begin)

    def use(self, session: Session | None) -> None:
        """Take the money for `session`."""
        self._session = session

    @Slot()
    def begin(self) -> None:
        """Open the pay sheet, unless something had to leave the order."""
        if self._may_pay() and not self.drop_expired():
            self._prices.before_paying(self._open_pay)

    def _may_pay(self) -> bool:
        known = self._feed.view is not None and self._session is not None
        return known and self._can_sell() and self._order.can_pay

    def _open_pay(self) -> None:
        view, session = self._feed.view, self._session
        if view is None or session is None or not self._may_pay():
            return
        self._order.at_tender()
        due = sum(line.amount_minor for line in view.lines_of(self._order.ticket_id))
        was = self._prices.changed_from_minor()
        self._pay.open(session, self._order.ticket_id, due, was)

    @Slot(str)
    def drop_expired(self, codes: str = "") -> bool:
        """Take what nobody may sell out of the order and say so; True when there was any."""
        gone = self._order.drop_expired([code.strip() for code in codes.split(",")])
        view = self._feed.view
        if gone and view is not None:
            self.refused.emit(*payment_words.dropped(view, gone, self._feed.now()))
        return bool(gone)

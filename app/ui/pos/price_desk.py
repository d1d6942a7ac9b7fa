"""What the till does about prices: explaining them, coupons, reductions by hand, history."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Property, QObject, Slot

from app.domain.people import Session
from app.services.offers import Offer
from app.services.order_prices import changed_from_minor
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.pos.coupons import CouponDesk, coupon_words
from app.ui.pos.discount import DiscountModel
from app.ui.pos.order_pricing import OrderPricing, has_premium
from app.ui.pos.price_log import PriceLog
from app.ui.pos.price_telling import PriceTelling
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

Say = Callable[[str, str], None]


class PriceDesk(Shown):
    """`props.mustExplain` keeps Pay closed until the cashier told the guest of a premium."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        shelf: OfferShelf,
        approval: ApprovalDialog,
        ticket_id: Callable[[], UUID],
        say: Say,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._say = shell, store, say
        self._ticket_id = ticket_id
        self._session: Session | None = None
        self._pricing = OrderPricing(store, shell.tasks, shelf)
        self._log = PriceLog(store, shell.tasks, shelf)
        self._discount = DiscountModel(shell, store, shelf, approval, lambda: self._session, self)
        self._telling = PriceTelling(store, shell.tasks)
        self._coupons = CouponDesk(
            shell, store, self._pricing, lambda: self._session, ticket_id, self._coupon_taken, self
        )
        self._chooses_line = False
        self._derive()

    coupons = Property(QObject, lambda self: self._coupons, constant=True)
    discount = Property(QObject, lambda self: self._discount, constant=True)

    @property
    def must_explain(self) -> bool:
        """Whether a premium was not told to the guest yet."""
        return bool(self._get_props().get("mustExplain"))

    def use(self, session: Session | None) -> None:
        """Act for `session`."""
        self._session = session
        self._pricing.use(session)

    def see(self, offer: Offer) -> None:
        """Note how an offer's prices moved."""
        self._log.see(offer, self._store.feed.now())

    def look(self, view: StoreView, *, settled: bool) -> None:
        """Bring the order's prices up to date; `settled`: nothing else of it is on its way."""
        self._pricing.look(view, self._ticket_id(), settled=settled)
        self._telling.look(self._session, self._ticket_id())
        self._discount.derive()
        self._derive()

    def look_anew(self) -> None:
        """The clock moved a price just now."""
        self._pricing.look_anew()

    def tick(self, view: StoreView) -> None:
        """Once a second."""
        self._log.tick(view)

    def look_at_others(self) -> None:
        """Once a second, when the thread has time: products that nothing else looks at."""
        if (view := self._store.feed.view) is not None:
            self._log.look_at_others(view, self._store.feed.now())

    def before_paying(self, open_pay: Callable[[], None]) -> None:
        """Open tender, after the order was priced anew if that is due (POS-01.4)."""
        view = self._store.feed.view
        if view is None or self.must_explain:
            return
        if self._pricing.due(view, self._ticket_id(), self._store.feed.now()) is None:
            open_pay()
        else:
            self._shell.tasks.start(self._price_first(open_pay), name="price before paying")

    def changed_from_minor(self) -> int | None:
        """The total as quoted, where grades or hours have changed it since."""
        view = self._store.feed.view
        ticket = view.tickets.get(self._ticket_id()) if view else None
        return changed_from_minor(view, ticket) if view and ticket else None

    @Slot()
    def explain(self) -> None:
        """The cashier told the guest why something costs more; once per order."""
        self._telling.tell(self._session, self._ticket_id())
        self._derive()

    @Slot()
    def discountOrder(self) -> None:
        """A reduction by hand, on the only line or on one that is chosen."""
        view = self._store.feed.view
        lines = view.lines_of(self._ticket_id()) if view else ()
        if len(lines) == 1:
            self._discount.start(str(lines[0].id))
        elif lines:
            self._choose_line(True)

    @Slot(str)
    def discountLine(self, key: str) -> None:
        """This line is to be reduced."""
        self._choose_line(False)
        self._discount.start(key)

    @Slot()
    def leaveLines(self) -> None:
        """None of them."""
        self._choose_line(False)

    def _choose_line(self, wanted: bool) -> None:
        self._chooses_line = wanted
        self._derive()

    def _coupon_taken(self) -> None:
        self._pricing.try_again()
        if (view := self._store.feed.view) is not None:
            self.look(view, settled=True)

    async def _price_first(self, open_pay: Callable[[], None]) -> None:
        await self._pricing.settle(self._ticket_id())
        view = self._store.feed.view
        if view is None:
            return
        self._derive()
        if self._pricing.due(view, self._ticket_id(), self._store.feed.now()) is None:
            if not self.must_explain:
                open_pay()
        else:
            self._say(*sentence(Refused(RefusalCode.PRICES_CHANGED)))

    def _derive(self) -> None:
        view, ticket_id = self._store.feed.view, self._ticket_id()
        lines = view.lines_of(ticket_id) if view else ()
        premium = any(has_premium(line) for line in lines)
        self.show_props(
            {
                "choosesLine": self._chooses_line,
                "mustExplain": premium and not self._telling.knows(view, ticket_id),
                "couponText": coupon_words(view, self._pricing.coupons(ticket_id)),
            }
        )

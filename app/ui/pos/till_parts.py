"""The parts of the till as its window knows them, and how each follows the store and the clock."""

from uuid import UUID

from PySide6.QtCore import Property, QObject, Slot

from app.domain.people import Role, Session
from app.services.offers import Offer
from app.services.ports import Changes, Store
from app.services.store_view import StoreView
from app.ui.pos.about import AboutModel
from app.ui.pos.age import LinkProps, derive_link
from app.ui.pos.avoid import AvoidModel
from app.ui.pos.checkout import Checkout
from app.ui.pos.extra import ExtraModel
from app.ui.pos.grid import GridModel
from app.ui.pos.guest_desk import GuestDesk
from app.ui.pos.incident import IncidentNotice
from app.ui.pos.ledger import LedgerModel
from app.ui.pos.moving_prices import MovingPrices
from app.ui.pos.order import OrderModel
from app.ui.pos.parked import ParkedModel
from app.ui.pos.pay import PayModel
from app.ui.pos.picking import Picking
from app.ui.pos.price_desk import PriceDesk
from app.ui.pos.refunding import RefundModel
from app.ui.pos.scanning import Scanning
from app.ui.pos.sell_first import SellFirstModel
from app.ui.pos.settle import SettleModel
from app.ui.pos.shelf import OfferShelf, ShelfCounter
from app.ui.pos.shift import ShiftModel
from app.ui.pos.shown import Shown
from app.ui.pos.spread import Spread
from app.ui.pos.tapping import Tapping
from app.ui.shared.demand_keeper import DemandKeeper
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel

SELLING_ROLES = (Role.CASHIER, Role.MANAGER, Role.ADMINISTRATOR)


class TillParts(Shown):
    """Makes the parts; QML sees them as constant properties."""

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell)
        self._shell = shell
        self._store = store
        self._feed = store.feed
        self._shelf = OfferShelf()
        self._counter = ShelfCounter(self._shelf, store.feed.now)
        self._sign_in = SignInModel(shell, store, roles=SELLING_ROLES)
        self._status = StatusModel(shell, store)
        self._order = OrderModel(shell, store, self)
        self._pay = PayModel(shell, store, self)
        self._ledger = LedgerModel(shell, store, self)
        self._picking = Picking(shell, store, self._shelf, self._order, self._say, self)
        self._parked = ParkedModel(self)
        order_id = lambda: self._order.ticket_id  # noqa: E731
        approval = self._picking.approval
        self._prices = PriceDesk(shell, store, self._shelf, approval, order_id, self._say, self)
        self._avoid = AvoidModel(shell, store, order_id, self._say, self)
        self._about = AboutModel(shell, store, self._offer, self)
        self._incident = IncidentNotice(shell, store, self)
        self._refund = RefundModel(shell, store, approval, self)
        avoided = lambda: self._avoid.avoided  # noqa: E731
        self._grid = GridModel(self._view, self._offer, self._feed.now, self, avoided)
        self._moving = MovingPrices(self._shelf.next_move, self._look, self._feed.now, self)
        self._moving.moved.connect(self._price_order)
        self._demand = DemandKeeper(shell, store, self)
        self._spread = Spread(self)
        self._extra = ExtraModel(store, self._shelf, self._order, self)
        self._shift = ShiftModel(shell, store, self)
        self._settle = SettleModel(shell, store, self._shelf, self._order, self._say, self)
        self._tapping = Tapping(
            self._feed, self._order, self._pay, self._picking, self._avoid, self._offer,
            self._can_sell, self,
        )  # fmt: skip
        busy = lambda: self._pay.phase in ("paying", "unknown")  # noqa: E731
        self._scanning = Scanning(self._feed, self._offer, order_id, busy, self)
        self._scanning.picked.connect(self._tapping.by_hand)
        self._scanning.refused.connect(self._say)
        self._sell_first = SellFirstModel(self._store.feed, self._shelf, self)
        self._sell_first.picked.connect(self._tapping.pressing)
        self._guests = GuestDesk(
            shell, store, self._order, self._pay, self._offer, self._shelf, self._tapping.tap,
            approval, self,
        )  # fmt: skip
        self._counter.prefers = self._guests.prefers
        self._checkout = Checkout(
            self._feed, self._order, self._pay, self._prices, self._can_sell, self
        )

    signIn = Property(QObject, lambda self: self._sign_in, constant=True)  # noqa: N815
    status = Property(QObject, lambda self: self._status, constant=True)
    order = Property(QObject, lambda self: self._order, constant=True)
    pay = Property(QObject, lambda self: self._pay, constant=True)
    ledger = Property(QObject, lambda self: self._ledger, constant=True)
    grid = Property(QObject, lambda self: self._grid, constant=True)
    wheel = Property(QObject, lambda self: self._picking.wheel, constant=True)
    others = Property(QObject, lambda self: self._picking.others, constant=True)
    approval = Property(QObject, lambda self: self._picking.approval, constant=True)
    picking = Property(QObject, lambda self: self._picking, constant=True)
    ask = Property(QObject, lambda self: self._picking.ask, constant=True)
    parked = Property(QObject, lambda self: self._parked, constant=True)
    avoid = Property(QObject, lambda self: self._avoid, constant=True)
    about = Property(QObject, lambda self: self._about, constant=True)
    incident = Property(QObject, lambda self: self._incident, constant=True)
    prices = Property(QObject, lambda self: self._prices, constant=True)
    shift = Property(QObject, lambda self: self._shift, constant=True)
    sellFirst = Property(QObject, lambda self: self._sell_first, constant=True)  # noqa: N815
    extra = Property(QObject, lambda self: self._extra, constant=True)
    settle = Property(QObject, lambda self: self._settle, constant=True)
    guests = Property(QObject, lambda self: self._guests, constant=True)
    refund = Property(QObject, lambda self: self._refund, constant=True)
    banner = Property(QObject, lambda self: self._shell.banner, constant=True)

    @Slot(str, str)
    def _say(self, title: str, text: str) -> None:
        """A part has something to tell the cashier; the till shows it."""

    def _use(self, session: Session | None) -> None:
        """Work for `session`."""
        self._order.use(session, self._counter)
        for part in (
            self._picking, self._ledger, self._settle, self._guests, self._refund, self._prices,
            self._about, self._avoid, self._incident, self._demand, self._checkout,
            self._shift,
        ):  # fmt: skip
            part.use(session)

    def _follow(self, view: StoreView, changes: Changes) -> None:
        """The store's picture changed."""
        affected = self._shelf.fold(view, changes)
        if not changes:
            self._order.resume(view)
        self._moving.fold(view.products if affected is None else affected)
        self._grid.fold(view, changes, affected)
        self._sell_first.fold(view, affected)
        self._order.derive()
        self._prices.look(view, settled=self._order.settled)
        self._avoid.derive()
        self._incident.derive(view)
        self._pay.fold(view)
        self._settle.fold(view, changes)
        self._look_around(view)
        self._guests.derive(view)
        self._refund.derive()

    def _second_passed(self, view: StoreView) -> None:
        """The clock moved on."""
        self._moving.tick()
        self._spread.soon(self._grid.tick, self._prices.look_at_others)
        self._order.derive()
        self._prices.look(view, settled=self._order.settled)
        self._prices.tick(view)
        self._look_around(view)
        self._guests.tick()
        self._sell_first.tick(view)

    def _look_around(self, view: StoreView) -> None:
        """What both the store's picture and the clock may have moved."""
        self._settle.look(view, self._feed.now(), paying=self._pay.phase != "closed")
        self._extra.derive()
        self._shift.derive()
        self._picking.derive()
        self._parked.derive(view, self._feed.now())
        self._ledger.derive(view, self._feed.now())

    def _view(self) -> StoreView | None:
        return self._feed.view

    def _link(self) -> LinkProps:
        return derive_link(self._feed.status, self._feed.now())

    def _can_sell(self) -> bool:
        return self._link().can_sell

    def _offer(self, product_id: UUID) -> Offer:
        offer = self._shelf.offer(product_id, self._feed.now())
        self._prices.see(offer)
        return offer

    def _look(self, product_id: UUID) -> None:
        """The clock moved a product's price: show it, or at least write the step down."""
        view = self._feed.view
        if view is None or product_id not in view.products:
            return
        if not self._grid.look(product_id):
            self._offer(product_id)

    @Slot()
    def _price_order(self) -> None:
        """Something on sale moved; the order may have moved with it."""
        if (view := self._feed.view) is not None:
            self._order.derive()
            self._prices.look_anew()
            self._prices.look(view, settled=self._order.settled)

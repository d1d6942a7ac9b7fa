"""The till's root view model: who sells, what is shown, and the flow from tile to receipt."""

from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import ProductKind
from app.domain.people import Role
from app.domain.portion import Grade
from app.services.offers import Offer
from app.services.ports import Changes, LinkStatus, Store
from app.services.refusal import StoreUnreachable
from app.services.store_view import StoreView
from app.ui.pos.about import AboutModel
from app.ui.pos.age import LinkProps, derive_link
from app.ui.pos.avoid import AvoidModel
from app.ui.pos.contents import conflict_of
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
from app.ui.pos.settle import SettleModel
from app.ui.pos.shelf import OfferShelf, ShelfCounter
from app.ui.pos.shown import Shown
from app.ui.pos.spread import Spread
from app.ui.pos.till_props import till_props
from app.ui.shared.demand_keeper import DemandKeeper
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel

_t = QCoreApplication.translate
SELLING_ROLES = (Role.CASHIER, Role.MANAGER, Role.ADMINISTRATOR)


class TillModel(Shown):
    """`screen` is sell, orders, receipts or printer. Children are constant properties."""

    screenChanged = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell)
        self._shell = shell
        self._store = store
        self._feed = store.feed
        self._shelf = OfferShelf()
        self._counter = ShelfCounter(self._shelf, store.feed.now)
        self._screen = "sell"
        self._notice = ("", "")
        self._printer = ("", 0)
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
        self._demand = DemandKeeper(shell, store, self)
        self._moving.moved.connect(self._price_order)
        self._spread = Spread(self)
        self._quantity = 1
        self._extra = ExtraModel(store, self._shelf, self._order, self)
        self._settle = SettleModel(shell, store, self._shelf, self._order, self._say, self)
        self._guests = GuestDesk(
            shell, store, self._order, self._pay, self._offer, self._shelf, self.tap, approval, self
        )
        self._counter.prefers = self._guests.prefers
        self._connect()
        if (known := self._feed.view) is not None:
            self._on_view(known, {})
        self._derive()

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
    extra = Property(QObject, lambda self: self._extra, constant=True)
    settle = Property(QObject, lambda self: self._settle, constant=True)
    guests = Property(QObject, lambda self: self._guests, constant=True)
    refund = Property(QObject, lambda self: self._refund, constant=True)
    banner = Property(QObject, lambda self: self._shell.banner, constant=True)
    screen = Property(str, lambda self: self._screen, notify=screenChanged)

    def close(self) -> None:
        """Stop listening to the feed."""
        for stop in self._stops:
            stop()
        self._picking.close()
        self._sign_in.stop()
        self._status.stop()

    def show_printer(self, fault: str, waiting: int) -> None:
        """Say how the printer is: `fault` is a sentence, empty while all is well."""
        self._printer = (fault, waiting)
        self._derive()

    def print_labels_here(self) -> None:
        """There is a printer for shelf labels."""
        self._about.print_here()

    @Slot(str)
    def go(self, screen: str) -> None:
        """Show another screen of the till."""
        self._screen = screen
        self.screenChanged.emit()

    @Slot(str)
    def tap(self, key: str) -> None:
        """Put the best portion of the tapped product into the order."""
        self._add(UUID(key), None)

    @Slot(int)
    def times(self, quantity: int) -> None:
        """The next tap on a portioned tile takes this many; the same key again takes one."""
        self._quantity = 1 if self._quantity == quantity else quantity
        self._derive()

    @Slot()
    def tapFirst(self) -> None:
        """Add the first product found: Enter in the search."""
        first = self._grid.first
        if first is not None and self._grid.searchText:
            self._add(first, None)
            self._grid.search("")

    @Slot()
    def startPaying(self) -> None:
        """Open the pay sheet for the order as it is."""
        view, session = self._feed.view, self._sign_in.session
        if view is None or session is None or not self._can_sell() or not self._can_pay():
            return
        if self._drop_expired():
            return
        self._prices.before_paying(self._open_pay)

    def _open_pay(self) -> None:
        view, session = self._feed.view, self._sign_in.session
        if view is None or session is None or not self._can_sell() or not self._can_pay():
            return
        self._order.at_tender()
        due = sum(line.amount_minor for line in view.lines_of(self._order.ticket_id))
        was = self._prices.changed_from_minor()
        self._pay.open(session, self._order.ticket_id, due, was)

    @Slot()
    def nextOrder(self) -> None:
        """Leave the paid order."""
        if self._pay.phase == "paid":
            self._pay.back()

    @Slot()
    def lock(self) -> None:
        """Lock the till; the order stays and is still held."""
        self._sign_in.signOut()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        self._notice = ("", "")
        self._derive()

    def _connect(self) -> None:
        self._stops = [self._feed.on_view(self._on_view), self._feed.on_status(self._on_status)]
        self._shell.clock.tick.connect(self._tick)
        self._sign_in.signedIn.connect(self._on_session)
        self._sign_in.signedOut.connect(self._on_session)
        self._order.refused.connect(self._say)
        self._order.announced.connect(self._say)
        self._order.propsChanged.connect(self._derive)
        self._pay.paid.connect(self._order.start_next)
        self._pay.expired.connect(self._drop_expired)
        self._pay.repriced.connect(self.startPaying)
        wheel = self._picking.wheel
        wheel.picked.connect(lambda product, portion: self._add(UUID(product), UUID(portion)))
        wheel.gradePicked.connect(lambda product, grade: self._add(UUID(product), Grade(grade)))
        self._settle.othersWanted.connect(self._picking.insteadOf)
        self._parked.wanted.connect(lambda key: self._order.fetch(UUID(key)))

    def _add(self, product_id: UUID, by: UUID | Grade | None) -> None:
        """Put a product into the order: by hand, by grade, or as its tile shows it."""
        view = self._feed.view
        if view is None or self._pay.phase in ("paying", "unknown"):
            return
        if not self._can_sell():
            self._say(*sentence(StoreUnreachable()))
            return
        self._pay.back()
        product = view.products[product_id]
        offer, avoided = self._offer(product_id), self._avoid.avoided
        by_hand = by if isinstance(by, UUID) else None
        conflict = conflict_of(view, product, offer, avoided, by_hand)
        if conflict:
            self._avoid.ask(product.name, conflict, lambda: self._add(product_id, by))
            return
        self._notice = ("", "")
        if product.kind is ProductKind.PLAIN:
            self._order.add_plain(product_id, product.name)
        else:
            self._pick(product_id, product.name, by)
        self._order.activity()

    def _pick(self, product_id: UUID, name: str, by: UUID | Grade | None) -> None:
        quantity, self._quantity = self._quantity, 1
        if isinstance(by, UUID):
            self._picking.take_by_hand(product_id, name, by)
        elif by is not None:
            self._picking.take_grade(product_id, name, by, quantity)
        else:
            self._picking.take(product_id, name, quantity)
        self._derive()

    @Slot(str)
    def _drop_expired(self, codes: str = "") -> bool:
        """Take portions past their limit out of the order and say so; True when there were any."""
        dropped = self._order.drop_expired([code.strip() for code in codes.split(",")])
        if dropped:
            self._say(
                _t("Till", "No longer fit for sale: {names}").format(names=", ".join(dropped)),
                _t(
                    "Till",
                    "Taken out of the order, nothing was paid. Take it off the shelf;"
                    " choose another or pay the new total.",
                ),
            )
        return bool(dropped)

    def _view(self) -> StoreView | None:
        return self._feed.view

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

    def _link(self) -> LinkProps:
        return derive_link(self._feed.status, self._feed.now())

    def _can_sell(self) -> bool:
        return self._link().can_sell

    def _can_pay(self) -> bool:
        return bool(self._order.can_pay)

    @Slot()
    def _on_session(self) -> None:
        self._order.use(self._sign_in.session, self._counter)
        self._picking.use(self._sign_in.session)
        self._ledger.use(self._sign_in.session)
        self._settle.use(self._sign_in.session)
        self._guests.use(self._sign_in.session)
        self._refund.use(self._sign_in.session)
        self._prices.use(self._sign_in.session)
        self._about.use(self._sign_in.session)
        self._avoid.use(self._sign_in.session)
        self._incident.use(self._sign_in.session)
        self._demand.use(self._sign_in.session)
        self._derive()

    def _on_view(self, view: StoreView, changes: Changes) -> None:
        affected = self._shelf.fold(view, changes)
        if not changes:
            self._order.resume(view)
        self._moving.fold(view.products if affected is None else affected)
        self._grid.fold(view, changes, affected)
        self._order.derive()
        self._prices.look(view, settled=self._order.settled)
        self._avoid.derive()
        self._incident.derive(view)
        self._pay.fold(view)
        self._settle.fold(view, changes)
        self._settle.look(view, self._feed.now(), paying=self._pay.phase != "closed")
        self._extra.derive()
        self._picking.derive()
        self._parked.derive(view, self._feed.now())
        self._ledger.derive(view, self._feed.now())
        self._guests.derive(view)
        self._refund.derive()
        self._derive()

    def _on_status(self, _status: LinkStatus) -> None:
        self._derive()

    @Slot()
    def _tick(self) -> None:
        view = self._feed.view
        if view is None:
            return
        self._moving.tick()
        self._spread.soon(self._grid.tick, self._prices.look_at_others)
        self._order.derive()
        self._prices.look(view, settled=self._order.settled)
        self._prices.tick(view)
        self._settle.look(view, self._feed.now(), paying=self._pay.phase != "closed")
        self._extra.derive()
        self._picking.derive()
        self._parked.derive(view, self._feed.now())
        self._ledger.derive(view, self._feed.now())
        self._guests.tick()
        self._derive()

    @Slot(str, str)
    def _say(self, title: str, text: str) -> None:
        self._notice = (title, text)
        self._derive()

    @Slot()
    def _derive(self) -> None:
        shown = till_props(
            self._feed.view, self._link(), self._feed.now(), self._notice, self._printer
        )
        self.show_props({**shown, "quantity": self._quantity})

"""The till's root view model: its screens, its keys, and what it tells the cashier."""

from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from app.services.ports import Changes, LinkStatus, Store
from app.services.store_view import StoreView
from app.ui.pos.till_parts import TillParts
from app.ui.pos.till_props import till_props
from app.ui.shared.shell import Shell


class TillModel(TillParts):
    """`screen` is sell, orders, receipts or printer."""

    screenChanged = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell, store)
        self._screen = "sell"
        self._notice = ("", "")
        self._printer: tuple[str, int] | None = None
        self._connect()
        if (known := self._feed.view) is not None:
            self._on_view(known, {})
        self._derive()

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
        self._tapping.tap(key)

    @Slot(int)
    def times(self, quantity: int) -> None:
        """The next tap on a portioned tile takes this many; the same key again takes one."""
        self._tapping.times(quantity)

    @Slot()
    def tapFirst(self) -> None:
        """Enter in the search: a portion that was scanned, or else the first product found."""
        first, typed = self._grid.first, str(self._grid.searchText)
        if self._scanning.take(typed, surely=first is None):
            self._grid.search("")
        elif first is not None and typed:
            self._tapping.tap(str(first))
            self._grid.search("")

    @Slot(str, result=bool)
    def scanned(self, code: str) -> bool:
        """A scanner typed this outside any field; False when it is no portion's code."""
        return self._scanning.take(code, surely=True)

    @Slot()
    def startPaying(self) -> None:
        """Open the pay sheet for the order as it is."""
        self._checkout.begin()

    @Slot()
    def tellAndPay(self) -> None:
        """The guest was told why something costs more; pay, all in one press (POS-05.3)."""
        if self._order.can_pay:
            self._prices.explain()
            self._checkout.begin()

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
        self._tapping.accepted.connect(self._forget_notice)
        self._tapping.refused.connect(self._say)
        self._tapping.changed.connect(self._derive)
        self._checkout.refused.connect(self._say)
        self._settle.othersWanted.connect(self._picking.insteadOf)
        self._parked.wanted.connect(lambda key: self._order.fetch(UUID(key)))

    @Slot()
    def _on_session(self) -> None:
        self._use(self._sign_in.session)
        self._derive()

    def _on_view(self, view: StoreView, changes: Changes) -> None:
        self._follow(view, changes)
        self._derive()

    def _on_status(self, _status: LinkStatus) -> None:
        self._derive()

    @Slot()
    def _tick(self) -> None:
        if (view := self._feed.view) is not None:
            self._second_passed(view)
            self._derive()

    @Slot(str, str)
    def _say(self, title: str, text: str) -> None:
        self._notice = (title, text)
        self._derive()

    @Slot()
    def _forget_notice(self) -> None:
        self._notice = ("", "")

    @Slot()
    def _derive(self) -> None:
        shown = till_props(
            self._feed.view, self._link(), self._feed.now(), self._notice, self._printer
        )
        self.show_props({**shown, "quantity": self._tapping.quantity})

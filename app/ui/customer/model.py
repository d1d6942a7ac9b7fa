"""The customer display's view model: follows the feed and the clock."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.services.offers import derive_offers
from app.services.ports import LinkState, Store
from app.services.store_view import StoreView
from app.ui.customer.display import (
    GuestProps,
    current_ticket,
    derive_display,
    derive_wheels,
)
from app.ui.customer.feedback import FeedbackModel
from app.ui.customer.guest_line import GuestLine
from app.ui.shared.list_model import RowsModel
from app.ui.shared.shell import Shell
from app.ui.shared.status import StatusModel


class CustomerModel(QObject):
    """What CustomerWindow.qml shows."""

    changed = Signal()
    wheelsChanged = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell)
        self._shell, self._store = shell, store
        self._status = StatusModel(shell, store, self)
        self._feedback = FeedbackModel(shell, store, self)
        self._lines: RowsModel[GuestLine] = RowsModel(GuestLine, "lineId", self)
        self._props = GuestProps()
        self._wheels: tuple[dict[str, Any], ...] = ()
        self._wheels_due = True
        self._wheels_age_s = 0
        self._off = (
            store.feed.on_view(lambda _view, _changes: self._again()),
            store.feed.on_status(lambda _status: self._again()),
        )
        shell.clock.tick.connect(self._tick)
        shell.languageChanged.connect(self._again_in_words)
        self._again()

    @Slot()
    def _tick(self) -> None:
        self._wheels_age_s += 1
        self._again()

    @Slot()
    def _again_in_words(self) -> None:
        self._wheels_due = True
        self._again()

    def _again(self) -> None:
        feed = self._store.feed
        props = GuestProps()
        if feed.view is not None:  # before the first answer the store has no identity for us
            terminal_id = self._store.terminal_id
            props = derive_display(feed.view, terminal_id, feed.now(), feed.status.state)
        if props.page == "idle" and feed.view and self._wheels_are_due(feed.view):
            self._show_wheels(derive_wheels(feed.view, derive_offers(feed.view, feed.now())))
        self._follow_paid()
        if props != self._props:
            self._props = props
            self._lines.set_rows(props.lines)
            self.changed.emit()

    def _follow_paid(self) -> None:
        feed = self._store.feed
        view = feed.view if feed.status.state is LinkState.LIVE else None
        now = feed.now()
        ticket = current_ticket(view, self._store.terminal_id, now) if view else None
        self._feedback.show(ticket, view, now)

    def _wheels_are_due(self, view: StoreView) -> bool:
        """On the idle screen the wheels age slowly: not every change draws them anew."""
        due = self._wheels_age_s >= view.settings.guest.wheels_every.total_seconds()
        if due or self._wheels_due:
            self._wheels_age_s, self._wheels_due = 0, False
            return True
        return False

    def _show_wheels(self, wheels: tuple[dict[str, Any], ...]) -> None:
        if wheels != self._wheels:
            self._wheels = wheels
            self.wheelsChanged.emit()

    def stop(self) -> None:
        """Stop listening to the feed."""
        self._status.stop()
        for off in self._off:
            off()

    status = Property(QObject, lambda self: self._status, constant=True)
    banner = Property(QObject, lambda self: self._shell.banner, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    feedback = Property(QObject, lambda self: self._feedback, constant=True)
    wheels = Property(list, lambda self: list(self._wheels), notify=wheelsChanged)
    page = Property(str, lambda self: self._props.page, notify=changed)
    sequence = Property(str, lambda self: str(self._props.sequence), notify=changed)
    storeName = Property(str, lambda self: self._props.storeName, notify=changed)  # noqa: N815
    number = Property(str, lambda self: self._props.number, notify=changed)
    total = Property(str, lambda self: self._props.total, notify=changed)
    saved = Property(str, lambda self: self._props.saved, notify=changed)
    dearer = Property(bool, lambda self: self._props.dearer, notify=changed)
    figures = Property(str, lambda self: self._props.figures, notify=changed)
    taxText = Property(str, lambda self: self._props.taxText, notify=changed)  # noqa: N815
    countText = Property(str, lambda self: self._props.countText, notify=changed)  # noqa: N815
    tendered = Property(str, lambda self: self._props.tendered, notify=changed)
    change = Property(str, lambda self: self._props.change, notify=changed)
    legend = Property(str, lambda self: self._props.legend, notify=changed)
    contains = Property(str, lambda self: self._props.contains, notify=changed)
    delays = Property(str, lambda self: self._props.delays, notify=changed)
    without = Property(str, lambda self: self._props.without, notify=changed)
    hold = Property(str, lambda self: self._props.hold, notify=changed)
    ready = Property(str, lambda self: self._props.ready, notify=changed)
    refundFor = Property(str, lambda self: self._props.refundFor, notify=changed)  # noqa: N815

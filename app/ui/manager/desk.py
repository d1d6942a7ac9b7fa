"""What every page of the back office stands on: the store, its changes (debounced), who is in."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.people import Session
from app.domain.policy import StoreSettings
from app.services.budget import Budget
from app.services.offer import Offer
from app.services.offer_book import OfferBook
from app.services.ports import Changes, Store
from app.services.store_view import Entity, StoreView
from app.ui.shared.shell import Shell

_SETTLE_MS = 150
"""Changes that arrive within this time are shown together."""
_AGE_TICKS = 30
"""Ages move without any change: look again every 30 s; at once when a grade or price moves."""
_AT_ONCE_S, _TURN_S, _PACE_MS = 0.030, 0.004, 8
"""What a page may wait for its offers, and how the rest is spread."""


class Desk(QObject):
    """Announces `moved` at most some times a second, however fast the store changes."""

    moved = Signal()

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.store = shell, store
        self.session: Callable[[], Session | None] = lambda: None
        self._book = OfferBook()
        self._changes: dict[Entity, frozenset[UUID]] | None = None
        """What came since the book was last brought up to date; None is everything."""
        self._current = False
        self._ticks = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._announce)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PACE_MS)
        self._rest.timeout.connect(self._go_on)
        self._unsubscribe = store.feed.on_view(self._follow)
        shell.clock.tick.connect(self._tick)

    @property
    def view(self) -> StoreView | None:
        return self.store.feed.view

    @property
    def settings(self) -> StoreSettings | None:
        return self.view.settings if self.view else None

    @property
    def now(self) -> datetime:
        return self.store.feed.now()

    def offers(self) -> dict[UUID, Offer]:
        """The offers at the last announcement; only what changed since is derived again.

        What would take longer than a page may is derived in turns of its own; `moved` comes again
        when all are there, and those not derived yet are as they were.
        """
        self._derive(_AT_ONCE_S)
        return self._book.offers

    def _derive(self, budget_s: float) -> None:
        view = self.view
        if view is None or self._current:
            return
        if self._changes is None or self._changes:
            self._book.changed(view, self._changes or {})
        self._changes = {}
        self._book.refresh(view, self.now, Budget(budget_s).spent)
        self._current = not self._book.behind
        if not self._current:
            self._rest.start()

    @Slot()
    def _go_on(self) -> None:
        if not self._current:
            self._derive(_TURN_S)
            if self._current:
                self.moved.emit()

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
        self._settle.stop()
        self._rest.stop()

    def _follow(self, _view: StoreView, changes: Changes) -> None:
        # Only noted: a page that is not shown needs no offers at all.
        if not changes:
            self._changes = None
        elif self._changes is not None:
            for entity, ids in changes.items():
                self._changes[entity] = self._changes.get(entity, frozenset()) | ids
        self._soon()

    def _soon(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    @Slot()
    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % _AGE_TICKS == 0 or (self._current and self._book.moved_by(self.now)):
            self._soon()

    @Slot()
    def _announce(self) -> None:
        self._current = False
        self.moved.emit()

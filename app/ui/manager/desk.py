"""What every page of the back office stands on: the store, its changes (debounced), who is in."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.people import Session
from app.domain.policy import StoreSettings
from app.services.offer import Offer
from app.services.offers import derive_offers
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.shared.shell import Shell

_SETTLE_MS = 150
"""Changes that arrive within this time are shown together."""
_AGE_TICKS = 30
"""Ages, grades and prices move without any change: look again every 30 s."""


class Desk(QObject):
    """Announces `moved` at most some times a second, however fast the store changes."""

    moved = Signal()

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.store = shell, store
        self.session: Callable[[], Session | None] = lambda: None
        self._offers: dict[UUID, Offer] | None = None
        self._ticks = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._announce)
        self._unsubscribe = store.feed.on_view(lambda _view, _changes: self._soon())
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
        """The offers at the last announcement, derived once for all pages."""
        if self._offers is None:
            self._offers = dict(derive_offers(self.view, self.now)) if self.view else {}
        return self._offers

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
        self._settle.stop()

    def _soon(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % _AGE_TICKS == 0:
            self._soon()

    def _announce(self) -> None:
        self._offers = None
        self.moved.emit()

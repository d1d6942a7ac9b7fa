"""Keeps the forecast of demand, and the last hour's count that puts it right, up to date while
somebody is signed in; nothing waits for it.
"""

from PySide6.QtCore import QObject, Slot

from app.domain.people import Session
from app.services.demand_now import count_due
from app.services.ports import Store
from app.services.renew_forecast import Edition, edition_due, renew_forecast
from app.ui.shared.refusal_text import is_expected
from app.ui.shared.shell import Shell

_LOOK_TICKS = 60
"""A new day or new rules are noticed within a minute."""


class DemandKeeper(QObject):
    """Works a day's forecast out once, off the screen's thread, unless another screen has, and has
    the store count what was sold every few minutes.
    """

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._session: Session | None = None
        self._tried: Edition | None = None
        self._counting = False
        self._ticks = 0
        shell.clock.tick.connect(self._tick)

    def use(self, session: Session | None) -> None:
        """Read and store as `session`."""
        self._session = session
        self._look()

    @Slot()
    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % _LOOK_TICKS == 0:
            self._look()

    def _look(self) -> None:
        view, session = self._store.feed.view, self._session
        if view is None or session is None:
            return
        due = edition_due(view, self._store.feed.now())
        if due is not None and due != self._tried:
            self._tried = due
            self._shell.tasks.start(self._renew(session), name="renew forecast")
        if not self._counting and count_due(view, self._store.feed.now()):
            self._counting = True
            self._shell.tasks.start(self._count(session), name="count sales")

    async def _count(self, session: Session) -> None:
        try:
            await self._store.forecasts.count(session)
        except Exception as error:
            if not is_expected(error):
                raise
        finally:
            self._counting = False

    async def _renew(self, session: Session) -> None:
        try:
            await renew_forecast(self._store, session)
        except Exception as error:
            self._tried = None
            if not is_expected(error):
                raise

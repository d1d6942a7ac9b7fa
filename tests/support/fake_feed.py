"""An in-memory feed: time, link status, the view, and what calls do to it."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar, cast
from uuid import UUID

from app.services.ports import Changes, LinkState, LinkStatus
from app.services.store_view import Entity, RowChange, StoreView

Result = TypeVar("Result")


class _Failure(NamedTuple):
    error: Exception
    after: bool


class FakeFeed:
    """Implements StoreFeed. Listeners are called synchronously."""

    def __init__(self, view: StoreView | None, now: datetime) -> None:
        self._view = view
        self._now = now
        self._status = LinkStatus(LinkState.LIVE, 4.0, now)
        self._view_listeners: list[Callable[[StoreView, Changes], None]] = []
        self._status_listeners: list[Callable[[LinkStatus], None]] = []
        self._failures: deque[_Failure] = deque()
        self._done: dict[UUID, Any] = {}

    @property
    def view(self) -> StoreView | None:
        return self._view

    @property
    def known(self) -> StoreView:
        """The view, which must have arrived."""
        assert self._view is not None, "no snapshot yet"
        return self._view

    @property
    def status(self) -> LinkStatus:
        return self._status

    def now(self) -> datetime:
        return self._now

    def on_view(self, listener: Callable[[StoreView, Changes], None]) -> Callable[[], None]:
        self._view_listeners.append(listener)
        return lambda: self._view_listeners.remove(listener)

    def on_status(self, listener: Callable[[LinkStatus], None]) -> Callable[[], None]:
        self._status_listeners.append(listener)
        return lambda: self._status_listeners.remove(listener)

    # -- for tests --

    def replace_view(self, view: StoreView) -> None:
        """A fresh snapshot arrives: listeners get no changes, which means everything."""
        self._view = view
        for listener in tuple(self._view_listeners):
            listener(view, {})

    def set_status(self, status: LinkStatus) -> None:
        self._status = status
        for listener in tuple(self._status_listeners):
            listener(status)

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def fail_next(self, error: Exception, *, after: bool = False) -> None:
        self._failures.append(_Failure(error, after))

    # -- for the fake's own parts --

    def run(self, request: UUID | None, work: Callable[[], Result]) -> Result:
        """Do `work` once per request id; a planned failure comes before it, or after it."""
        failure = self._failures.popleft() if self._failures else None
        if failure and not failure.after:
            raise failure.error
        if request is not None and request in self._done:
            result = cast("Result", self._done[request])
        else:
            result = work()
            if request is not None:
                self._done[request] = result
        if failure:
            raise failure.error
        return result

    def put(self, *rows: tuple[Entity, UUID, Any]) -> None:
        """One transaction: fold the rows in and tell the listeners."""
        seq = self.known.seq + 1
        changes = [RowChange(seq, entity, row_id, value) for entity, row_id, value in rows]
        self._view = self.known.fold(changes)
        touched: dict[Entity, frozenset[UUID]] = {}
        for entity, row_id, _ in rows:
            touched[entity] = touched.get(entity, frozenset()) | {row_id}
        for listener in tuple(self._view_listeners):
            listener(self.known, touched)

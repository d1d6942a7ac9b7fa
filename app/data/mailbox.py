"""Carries the I/O thread's news to the caller's loop: one pending post, later news merged."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar
from uuid import UUID

from app.services.ports import Changes, LinkState, LinkStatus
from app.services.store_view import Entity, StoreView

ViewListener = Callable[[StoreView, Changes], None]
StatusListener = Callable[[LinkStatus], None]
T = TypeVar("T")


class Mailbox:
    """`post_*` are called on the I/O thread, everything else on the caller's loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._lock = threading.Lock()
        self._scheduled = False
        self._closed = False
        self._new_view: StoreView | None = None
        self._new_changes: dict[Entity, set[UUID]] | None = {}
        self._new_statuses: list[LinkStatus] = []
        self._view_listeners: list[ViewListener] = []
        self._status_listeners: list[StatusListener] = []
        self.view: StoreView | None = None
        self.status = LinkStatus(LinkState.CONNECTING, None, datetime.now(UTC))

    def post_view(self, view: StoreView, changed: Iterable[tuple[Entity, UUID]] | None) -> None:
        """A newer picture; `changed` None means that everything may differ."""
        with self._lock:
            self._new_view = view
            if changed is None:
                self._new_changes = None
            elif self._new_changes is not None:
                for entity, key in changed:
                    self._new_changes.setdefault(entity, set()).add(key)
            self._schedule()

    def post_status(self, status: LinkStatus) -> None:
        """A new state of the link."""
        with self._lock:
            self._new_statuses.append(status)
            self._schedule()

    def _schedule(self) -> None:
        if self._scheduled or self._closed or self._loop.is_closed():
            return
        self._scheduled = True
        self._loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        with self._lock:
            self._scheduled = False
            view, changes, statuses = self._new_view, self._new_changes, self._new_statuses
            self._new_view, self._new_changes, self._new_statuses = None, {}, []
        if self._closed:
            return
        if view is not None:
            self.view = view
            frozen: Changes = (
                {}
                if changes is None
                else {entity: frozenset(keys) for entity, keys in changes.items()}
            )
            for view_listener in tuple(self._view_listeners):
                self._guarded(partial(view_listener, view, frozen))
        for status in statuses:
            self.status = status
            for status_listener in tuple(self._status_listeners):
                self._guarded(partial(status_listener, status))

    def _guarded(self, call: Callable[[], None]) -> None:
        """One listener's fault must not keep the news from the others."""
        try:
            call()
        except Exception as error:
            self._loop.call_exception_handler(
                {"message": "A listener of the store's feed failed", "exception": error}
            )

    def on_view(self, listener: ViewListener) -> Callable[[], None]:
        """Subscribe; returns how to end it."""
        self._view_listeners.append(listener)
        return lambda: _discard(self._view_listeners, listener)

    def on_status(self, listener: StatusListener) -> Callable[[], None]:
        """Subscribe; returns how to end it."""
        self._status_listeners.append(listener)
        return lambda: _discard(self._status_listeners, listener)

    def close(self) -> None:
        """Deliver nothing any more."""
        with self._lock:
            self._closed = True


def _discard(listeners: list[T], listener: T) -> None:
    if listener in listeners:
        listeners.remove(listener)

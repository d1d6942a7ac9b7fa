"""The live picture and how current it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.services.store_view import Entity, StoreView


class LinkState(StrEnum):
    """How current the terminal's picture of the store is."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"  # not known to be current for 1.5 s
    LOST = "lost"  # not for 3 s: the screen says so, selling stops
    REFUSED = "refused"  # trying again does not help before a person acts


class LinkRefusal(StrEnum):
    """Why a store refuses a terminal."""

    CREDENTIAL = "credential"  # the name or the password in its address
    UNKNOWN_TERMINAL = "unknown_terminal"  # known to the server, not (any more) to the store
    NEWER_STORE = "newer_store"
    OLDER_STORE = "older_store"


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """`round_trip_ms` is the last heartbeat's; `refusal` says why the state is REFUSED.

    `current_at` is when the picture was last known to be the store's (server clock), None before
    the first one.
    """

    state: LinkState
    round_trip_ms: float | None
    since: datetime
    refusal: LinkRefusal | None = None
    current_at: datetime | None = None


Changes = Mapping[Entity, frozenset[UUID]]
"""Which rows differ from the previous view; empty after a fresh snapshot means 'everything'."""


class StoreFeed(Protocol):
    """The live picture. Listeners are called on the Qt thread, in order, never re-entrantly."""

    @property
    def view(self) -> StoreView | None:
        """None until the first snapshot arrived; afterwards the last known picture."""

    @property
    def status(self) -> LinkStatus: ...

    def now(self) -> datetime:
        """The store server's clock (UTC), estimated from the last heartbeat."""

    def on_view(self, listener: Callable[[StoreView, Changes], None]) -> Callable[[], None]:
        """Call `listener` after every fold; returns the function that unsubscribes it."""

    def on_status(self, listener: Callable[[LinkStatus], None]) -> Callable[[], None]: ...

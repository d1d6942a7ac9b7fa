"""How long an order takes at its stations (docs/service-time.md): pure sums of seconds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of an order: where it is prepared (None: nowhere), how long, how far away it is.

    Several of the same are several pieces.
    """

    station_id: UUID | None
    preparation_s: float
    fetch_s: float


@dataclass(frozen=True, slots=True)
class Queue:
    """What a station has before it: seconds of preparation, and who is there to do them."""

    queued_s: float = 0.0
    active_staff: int = 1


def station_seconds(pieces: Iterable[Piece], queue: Queue) -> float:
    """Seconds until the pieces of one station are ready.

    The work ahead, and all own work but the longest piece, is shared among the staff; then that
    longest piece is done by one, and the farthest one was fetched. For a single piece this is
    POS-03.3's sum; for several it is never less than the work there is (Graham's bound).
    """
    own = list(pieces)
    longest_s = max((each.preparation_s for each in own), default=0.0)
    others_s = sum(each.preparation_s for each in own) - longest_s
    shared_s = (queue.queued_s + others_s) / max(1, queue.active_staff)
    return shared_s + longest_s + max((each.fetch_s for each in own), default=0.0)


def order_seconds(pieces: Iterable[Piece], queues: Mapping[UUID, Queue]) -> float:
    """Seconds until everything is ready: the slowest station's, as it is handed over whole."""
    by_station: dict[UUID | None, list[Piece]] = {}
    for piece in pieces:
        by_station.setdefault(piece.station_id, []).append(piece)
    waits = [
        station_seconds(own, queues.get(station, Queue()) if station else Queue())
        for station, own in by_station.items()
    ]
    return max(waits, default=0.0)


def whole_minutes(seconds: float) -> int:
    """Rounded up: 270 s are 5 minutes."""
    return -int(-seconds // 60)

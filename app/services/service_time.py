"""How long a guest waits, told before payment (docs/service-time.md)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from app.domain.ticket import KitchenState, TicketState
from app.services.store_view import StoreView

_WAITING = (KitchenState.QUEUED, KitchenState.VERIFIED)


def lateness_by_station_s(view: StoreView, now: datetime) -> dict[UUID, float]:
    """Seconds by which the latest open ticket of each station is past its promise.

    Stations that keep their promises, or have nothing to do, are not in it.
    """
    late: dict[UUID, float] = {}
    for line in view.ticket_lines.values():
        ticket = view.tickets.get(line.ticket_id)
        if line.station_id is None or line.voided or line.kitchen_state not in _WAITING:
            continue
        if ticket is None or ticket.state is not TicketState.PAID or ticket.promised_at is None:
            continue
        over_s = (now - ticket.promised_at).total_seconds()
        if over_s > 0:
            late[line.station_id] = max(over_s, late.get(line.station_id, 0.0))
    return late


def service_minutes(
    promise_s: int, stations: Iterable[UUID | None], lateness_s: Mapping[UUID, float]
) -> int:
    """Whole minutes until goods of these stations are served; 0 when no station prepares them."""
    prepared = {station for station in stations if station is not None}
    if not prepared:
        return 0
    late_s = max(lateness_s.get(station, 0.0) for station in prepared)
    return -int(-(promise_s + late_s) // 60)

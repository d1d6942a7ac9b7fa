"""What the kitchen has to do: the open tickets with their lines, most urgent first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from app.domain.compensation import waits_until
from app.domain.ticket import KitchenState, Ticket, TicketLine, TicketState
from app.domain.urgency import Urgency, queue_key, urgency_of
from app.services.freshness import Freshness
from app.services.store_view import StoreView

_IN_WORK = (KitchenState.QUEUED, KitchenState.VERIFIED)


@dataclass(frozen=True, slots=True)
class Work:
    """One ticket. `voided` are lines taken back after the kitchen had them, not yet seen.

    `due_by` is when the first of its portions stops being good, or when its guest has waited too
    long; `remade` are the lines whose portion is not the one on the receipt.
    """

    ticket: Ticket
    lines: tuple[TicketLine, ...]
    voided: tuple[TicketLine, ...]
    due_by: datetime | None
    remade: frozenset[UUID]
    urgency: Urgency


def derive_work(
    view: StoreView, now: datetime, freshness: Freshness, seen: frozenset[UUID] = frozenset()
) -> list[Work]:
    """Paid tickets with something for the kitchen; `seen` are voided lines taken note of."""
    by_ticket: dict[UUID, list[TicketLine]] = defaultdict(list)
    served: set[UUID] = set()
    for line in view.ticket_lines.values():
        if _in_work(line) and not (line.off_the_list and line.id in seen):
            by_ticket[line.ticket_id].append(line)
        elif line.kitchen_state is KitchenState.SERVED:
            served.add(line.ticket_id)
    work = [
        _work(view, view.tickets[ticket_id], lines, now, freshness)
        for ticket_id, lines in by_ticket.items()
        if ticket_id in view.tickets and _concerns_us(view.tickets[ticket_id], lines, served)
    ]
    return sorted(work, key=lambda w: queue_key(w.ticket, now, w.due_by, remade=goes_first(w)))


def goes_first(work: Work) -> bool:
    """Whether a remake was ordered; what was selected anew before anything was made is none."""
    made_good = work.ticket.replaces_id is not None
    return made_good or any(
        line.id in work.remade and line.portion_code != line.reselected_code for line in work.lines
    )


def _in_work(line: TicketLine) -> bool:
    """Waiting or verified, or paid back while it was: that has to be seen here."""
    paid_back = line.taken_back_at is not None and line.served_at is None
    return line.kitchen_state in _IN_WORK or (paid_back and line.station_id is not None)


def _concerns_us(ticket: Ticket, lines: list[TicketLine], served: set[UUID]) -> bool:
    """Paid and not handed over; or over because everything was taken back, which must be seen."""
    if ticket.state is TicketState.PAID:
        return True
    all_taken_back = ticket.id not in served and all(line.off_the_list for line in lines)
    return all_taken_back and ticket.state in (TicketState.CLOSED, TicketState.VOIDED)


def _work(
    view: StoreView, ticket: Ticket, lines: list[TicketLine], now: datetime, freshness: Freshness
) -> Work:
    lines.sort(key=lambda line: line.position)
    to_do = tuple(line for line in lines if not line.off_the_list)
    portions = (view.portions.get(line.portion_id) for line in to_do if line.portion_id)
    limits = [freshness.sell_until(each, now) for each in portions if each is not None]
    if (longest := waits_until(ticket, view.settings.recovery)) is not None:
        limits.append(longest)
    due_by = min(limits, default=None)
    policy = view.settings.kitchen
    touched = any(
        line.kitchen_state is not KitchenState.QUEUED for line in to_do if line.station_id
    )
    return Work(
        ticket,
        to_do,
        tuple(line for line in lines if line.off_the_list),
        due_by,
        _remade(view, ticket, to_do),
        urgency_of(
            ticket,
            now,
            due_by,
            soon_percent=policy.soon_percent,
            new_for=timedelta(0) if touched else policy.new_for,
        ),
    )


def _remade(view: StoreView, ticket: Ticket, lines: Iterable[TicketLine]) -> frozenset[UUID]:
    """The receipt keeps the portion first sold, so a line with another code was replaced.

    An order that makes another one good is a remake as a whole.
    """
    if ticket.replaces_id is not None:
        return frozenset(line.id for line in lines)
    receipt = view.receipts.get(ticket.receipt_id) if ticket.receipt_id else None
    if receipt is None:
        return frozenset()
    sold = {line.portion_code for line in receipt.lines}
    return frozenset(line.id for line in lines if line.portion_code not in sold)


def accepted_at(ticket: Ticket) -> datetime:
    """When the kitchen's clock for this ticket began."""
    return ticket.paid_at or ticket.opened_at


def kitchen_lines(view: StoreView, ticket_id: UUID) -> list[TicketLine]:
    """The lines some station works on and that are not served yet."""
    return [line for line in view.lines_of(ticket_id) if line.kitchen_state in _IN_WORK]


def at_station(line: TicketLine, station: str) -> bool:
    """Whether the chosen station shows the line; one without a station shows everywhere."""
    return not station or line.station_id is None or str(line.station_id) == station


def served_tickets(view: StoreView) -> list[Ticket]:
    """Tickets that can be recalled, last served first."""
    served = [
        (ticket.served_at, ticket)
        for ticket in view.tickets.values()
        if ticket.served_at is not None and ticket.state is TicketState.CLOSED
    ]
    return [ticket for _, ticket in sorted(served, key=lambda pair: pair[0], reverse=True)]


def median_service_s(view: StoreView) -> float | None:
    """Median seconds from acceptance to hand-over; None while too few tickets were served."""
    times = [
        (ticket.served_at - accepted_at(ticket)).total_seconds()
        for ticket in served_tickets(view)
        if ticket.served_at is not None
    ]
    enough = len(times) >= max(1, view.settings.kitchen.least_served)
    return median(times) if enough else None

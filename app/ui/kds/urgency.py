"""How urgent a ticket is: promise (POS-07.2), food-safety deadline, freshly arrived."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.portion import Portion
from app.domain.ticket import Ticket

SOON_SHARE = 0.7
"""POS-07.2: amber from 70 % of the promised time, red from 100 %."""
NEW_FOR = timedelta(seconds=15)
SAFETY_SOON = timedelta(minutes=10)


class Urgency(StrEnum):
    """Word, shape and colour of a card."""

    NEW = "new"
    ON_TIME = "onTime"
    SOON = "soon"
    LATE = "late"


def accepted_at(ticket: Ticket) -> datetime:
    """When the kitchen's clock for this ticket began."""
    return ticket.paid_at or ticket.opened_at


def promise_share(ticket: Ticket, now: datetime) -> float:
    """The part of the promised time that has passed; 1.0 is due, 0 without a promise."""
    if ticket.promised_at is None:
        return 0.0
    start = accepted_at(ticket)
    allowed_s = (ticket.promised_at - start).total_seconds()
    return (now - start).total_seconds() / allowed_s if allowed_s > 0 else 1.0


def safety_left(portions: Iterable[Portion], now: datetime) -> timedelta | None:
    """The shortest time to a safety limit of the ticket's unserved portions."""
    return min((portion.expires_at - now for portion in portions), default=None)


def urgency(ticket: Ticket, portions: Iterable[Portion], now: datetime) -> Urgency:
    """The worse of promise and safety deadline decides; a ticket of seconds is new."""
    share = promise_share(ticket, now)
    left = safety_left(portions, now)
    if share >= 1.0 or (left is not None and left <= timedelta(0)):
        return Urgency.LATE
    if share >= SOON_SHARE or (left is not None and left <= SAFETY_SOON):
        return Urgency.SOON
    if now - accepted_at(ticket) < NEW_FOR:
        return Urgency.NEW
    return Urgency.ON_TIME


def deadline(ticket: Ticket, portions: Iterable[Portion]) -> datetime:
    """What cards are sorted by: the earlier of promise and safety limit, else acceptance."""
    limits = [portion.expires_at for portion in portions]
    limits.append(ticket.promised_at or accepted_at(ticket))
    return min(limits)

"""How pressing a kitchen ticket is (docs/urgency.md)."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.kitchen_policy import KitchenPolicy
from app.domain.ticket import Ticket

_SOON_PERCENT = KitchenPolicy().soon_percent


class Urgency(StrEnum):
    """The four bands of a ticket's age."""

    NEW = "new"
    ON_TIME = "on_time"
    SOON = "soon"
    LATE = "late"


def urgency_of(
    ticket: Ticket,
    now: datetime,
    sell_until: datetime | None = None,
    *,
    soon_percent: int = _SOON_PERCENT,
    new_for: timedelta = timedelta(0),
) -> Urgency:
    """The band at `now`; `sell_until` is when the first of the ticket's portions stops being good.

    Food that passes its safety limit or the sale floor before the promise pulls the deadline
    forward. Until it is due soon a ticket is NEW that no screen has acknowledged, and for `new_for`
    after payment one that nobody has touched (the caller gives zero for one that was).
    """
    share = promise_share(ticket, now, sell_until)
    if share >= 1.0:
        return Urgency.LATE
    if share * 100 >= soon_percent:
        return Urgency.SOON
    fresh = ticket.paid_at is not None and now - ticket.paid_at < new_for
    return Urgency.NEW if fresh or ticket.acknowledged_at is None else Urgency.ON_TIME


def promise_share(ticket: Ticket, now: datetime, sell_until: datetime | None = None) -> float:
    """How much of the time until the deadline has passed: 0 at payment, 1 when it is due."""
    if ticket.paid_at is None or ticket.promised_at is None:
        return 0.0
    deadline = min(ticket.promised_at, sell_until) if sell_until else ticket.promised_at
    whole_s = (deadline - ticket.paid_at).total_seconds()
    if whole_s <= 0.0:
        return 1.0
    return max(0.0, (now - ticket.paid_at).total_seconds() / whole_s)


def is_expedited(
    ticket: Ticket, now: datetime, sell_until: datetime | None = None, *, remade: bool = False
) -> bool:
    """Whether the ticket goes first: late, or a portion of it had to be replaced (POS-07.4)."""
    return remade or urgency_of(ticket, now, sell_until) is Urgency.LATE


def queue_key(
    ticket: Ticket, now: datetime, sell_until: datetime | None = None, *, remade: bool = False
) -> tuple[bool, datetime, datetime, int]:
    """Sort key: expedited ones first, then the earlier deadline, then payment, then the number.

    A promise that a replacement made later keeps its place: the first one counts (FUL-E2.3).
    """
    paid_at = ticket.paid_at or ticket.opened_at
    promised_at = ticket.delayed_from or ticket.promised_at or paid_at
    deadline = min(promised_at, sell_until) if sell_until else promised_at
    return (
        not is_expedited(ticket, now, sell_until, remade=remade),
        deadline,
        paid_at,
        ticket.number,
    )

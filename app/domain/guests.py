"""Guests who said yes: their consents, what they bought, and the profile read from it.

docs/customers.md says what is promised to them. Everything here is pure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.portion import Grade


class ConsentKind(StrEnum):
    """What a guest can say yes to, each by itself."""

    PROFILE = "profile"
    """Keep an account with points and purchases; without it nothing is kept."""
    MARKETING = "marketing"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Consent:
    """One yes or no, with its moment."""

    kind: ConsentKind
    given: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Purchase:
    """One line of a past sale; `configuration` is "1/8" for a portion, None for plain goods."""

    ticket_id: UUID
    at: datetime
    product_id: UUID
    name: str
    configuration: str | None
    grade: Grade | None
    quantity: int
    unit_price_minor: int
    service: str


@dataclass(frozen=True, slots=True)
class PointsMoved:
    """One line of the points' ledger as a guest reads it."""

    at: datetime
    kind: str
    points: int


@dataclass(frozen=True, slots=True)
class FoundGuest:
    """A guest as a search finds them."""

    id: UUID
    name: str
    phone: str | None
    card: str | None
    balance: int


@dataclass(frozen=True, slots=True)
class GuestRecord:
    """Everything that is kept of one guest."""

    id: UUID
    name: str
    phone: str | None
    card: str | None
    created_at: datetime
    follow_up_at: datetime | None
    balance: int
    owed: int
    consents: tuple[Consent, ...]
    purchases: tuple[Purchase, ...]
    points: tuple[PointsMoved, ...]

    @property
    def visits(self) -> tuple[frozenset[UUID], ...]:
        """The products of each past order, the oldest first."""
        by_ticket: dict[UUID, set[UUID]] = {}
        for each in self.purchases:
            by_ticket.setdefault(each.ticket_id, set()).add(each.product_id)
        return tuple(frozenset(products) for products in by_ticket.values())

    def current(self) -> dict[ConsentKind, Consent]:
        """The newest consent of each kind, given or not."""
        return {each.kind: each for each in self.consents}

    def has(self, kind: ConsentKind) -> bool:
        """Whether the guest says yes to it now."""
        newest = self.current().get(kind)
        return newest is not None and newest.given


@dataclass(frozen=True, slots=True)
class Favourite:
    """A product with the number of visits it was bought in."""

    product_id: UUID
    name: str
    visits: int


@dataclass(frozen=True, slots=True)
class GuestProfile:
    """What the purchases of a window show; empty without any.

    `hours` are the local hours of most visits, `weekday` 0 for Monday.
    """

    visits: int = 0
    favourites: tuple[Favourite, ...] = ()
    configuration: str | None = None
    grade: Grade | None = None
    service: str | None = None
    hours: tuple[int, ...] = ()
    weekday: int | None = None
    last_visit: datetime | None = None


Value = TypeVar("Value", str, int, Grade)
MOST_SHOWN = 3


def profile_of(
    purchases: Sequence[Purchase], now: datetime, window: timedelta, time_zone: str
) -> GuestProfile:
    """The profile from the purchases of the last `window`; of equal ones the first by name."""
    recent = [each for each in purchases if now - window <= each.at <= now]
    if not recent:
        return GuestProfile()
    zone = ZoneInfo(time_zone)
    visits = {each.ticket_id: each.at.astimezone(zone) for each in recent}
    seen = Counter(
        (product_id, name)
        for _ticket, product_id, name in {(p.ticket_id, p.product_id, p.name) for p in recent}
    )
    favourites = sorted(seen.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    hours = Counter(at.hour for at in visits.values())
    return GuestProfile(
        visits=len(visits),
        favourites=tuple(
            Favourite(product_id, name, count)
            for (product_id, name), count in favourites[:MOST_SHOWN]
        ),
        configuration=_most(each.configuration for each in recent if each.configuration),
        grade=_most(each.grade for each in recent if each.grade),
        service=_most(each.service for each in recent),
        hours=tuple(sorted(sorted(hours, key=lambda hour: (-hours[hour], hour))[:MOST_SHOWN])),
        weekday=_most(at.weekday() for at in visits.values()),
        last_visit=max(each.at for each in recent),
    )


def _most(values: Iterable[Value]) -> Value | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)

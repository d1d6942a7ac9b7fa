"""Guests who said yes: their consents, what they bought, and the profile read from it.

docs/customers.md says what is promised to them. Everything here is pure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.guest_policy import GuestPolicy
from app.domain.place import Place, features
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
    """One line of a past sale; `configuration` is "1/8" for a portion, None for plain goods.

    `weekday` (0 for Monday) and `hour` are the shop's own; `stars` what its food was given.
    """

    ticket_id: UUID
    at: datetime
    product_id: UUID
    name: str
    configuration: str | None
    grade: Grade | None
    quantity: int
    unit_price_minor: int
    service: str
    place: Place | None = None
    preparations: tuple[str, ...] = ()
    weekday: int | None = None
    hour: int | None = None
    stars: int | None = None


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

    `configuration`, `grade` and `service` are the most frequent; `place`, `preparations` and
    `wanted_grade` are preferences, which need evidence (`preference_of`). `hours` are the local
    hours of most visits, `weekday` 0 for Monday.
    """

    visits: int = 0
    favourites: tuple[Favourite, ...] = ()
    configuration: str | None = None
    grade: Grade | None = None
    service: str | None = None
    hours: tuple[int, ...] = ()
    weekday: int | None = None
    last_visit: datetime | None = None
    place: Place | None = None
    preparations: tuple[str, ...] = ()
    wanted_grade: Grade | None = None

    @property
    def prefers(self) -> frozenset[str]:
        """What may count where a portion is chosen (docs/allocation.md)."""
        return features(self.place, self.wanted_grade)


Value = TypeVar("Value", str, int, Grade, Place)
MOST_SHOWN = 3
_MIDDLE_STARS = 3
_ALL_BP = 10_000


def profile_of(
    purchases: Sequence[Purchase], now: datetime, policy: GuestPolicy, time_zone: str
) -> GuestProfile:
    """The profile from the purchases of the policy's window; of equal ones the first by name."""
    recent = [each for each in purchases if now - policy.profile_window <= each.at <= now]
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
        place=preference_of(((each.place, each) for each in recent), policy),
        preparations=_usual_preparations(recent, policy),
        wanted_grade=preference_of(((each.grade, each) for each in recent), policy),
    )


def preference_of(
    seen: Iterable[tuple[Value | None, Purchase]], policy: GuestPolicy
) -> Value | None:
    """The value that a guest clearly prefers, from purchases and ratings; None without evidence.

    A portion counts one; each star its food was given above the middle adds a half, each below
    takes a half off. The value needs `preference_portions` in this count, and at least
    `preference_share_bp` of what all portions with such a value count.
    """
    halves: Counter[Value] = Counter()
    for value, purchase in seen:
        if value is not None:
            halves[value] += _half_counts(purchase)
    if not halves:
        return None
    best = min(halves, key=lambda value: (-halves[value], value))
    return best if _is_clear(halves[best], halves.total(), policy) else None


def _usual_preparations(recent: Iterable[Purchase], policy: GuestPolicy) -> tuple[str, ...]:
    """What is asked for with most portions of the products that it was ever asked for with."""
    bought = list(recent)
    asked = sorted({name for each in bought for name in each.preparations})
    return tuple(name for name in asked if _is_usual(name, bought, policy))


def _is_usual(name: str, bought: Sequence[Purchase], policy: GuestPolicy) -> bool:
    products = {each.product_id for each in bought if name in each.preparations}
    offered = [each for each in bought if each.product_id in products]
    halves = sum(_half_counts(each) for each in offered if name in each.preparations)
    return _is_clear(halves, sum(map(_half_counts, offered)), policy)


def _half_counts(purchase: Purchase) -> int:
    """What the purchase counts as evidence, in halves of a portion."""
    stars = _MIDDLE_STARS if purchase.stars is None else purchase.stars
    return purchase.quantity * (2 + stars - _MIDDLE_STARS)


def _is_clear(halves: int, of_all: int, policy: GuestPolicy) -> bool:
    enough = halves >= 2 * policy.preference_portions and halves > 0
    return enough and halves * _ALL_BP >= policy.preference_share_bp * of_all


def _most(values: Iterable[Value]) -> Value | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)

"""When what is on sale leaves sale, by product, and how far that stock outruns the sales.

Looked up when somebody asks, once per change of a product's stock: a rule that counts stock costs
a tick the same however many products there are.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from app.domain.forecast.corrected import ExpectedSales
from app.domain.portion import Portion
from app.domain.prices.pace import Lot, Surplus, next_ratio
from app.domain.prices.rules import PaceLadder
from app.services.portion_facts import seconds_left

_NEVER = datetime.max.replace(tzinfo=UTC)
_FINE = timedelta(milliseconds=1)
_Found = TypeVar("_Found")
Ends = Callable[[Sequence[Portion], datetime], tuple[Sequence[datetime], datetime]]
"""The moments at which those of the portions that are on sale leave it, and until when that
stands if no row changes."""


class ByProduct(Mapping[UUID, _Found]):
    """A mapping whose values are found when they are asked for, each once."""

    def __init__(self, keys: Mapping[UUID, object], find: Callable[[UUID], _Found | None]) -> None:
        self._keys, self._find = keys, find
        self._known: dict[UUID, _Found | None] = {}

    def __getitem__(self, product_id: UUID) -> _Found:
        if product_id not in self._known:
            self._known[product_id] = self._find(product_id)
        if (found := self._known[product_id]) is None:
            raise KeyError(product_id)
        return found

    def __iter__(self) -> Iterator[UUID]:
        return (each for each in self._keys if self.get(each) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class OnSale:
    """The moments of sale's end of each product's portions, kept until its stock is another."""

    def __init__(self, portions_of: Callable[[UUID], Sequence[Portion]], ends: Ends) -> None:
        self._portions_of, self._ends = portions_of, ends
        self._known: dict[UUID, tuple[Sequence[Portion], datetime, list[datetime]]] = {}

    def ends(self, product_id: UUID, now: datetime) -> Sequence[datetime]:
        """When each portion on sale leaves it, the next one first; all are after `now`."""
        portions = self._portions_of(product_id)
        known = self._known.get(product_id)
        if known is None or known[0] is not portions or known[1] <= now:
            moments, stands = self._ends(portions, now)
            known = self._known[product_id] = (portions, stands, sorted(moments))
        return known[2][bisect_right(known[2], now) :]

    def left_s(self, product_id: UUID, now: datetime) -> tuple[int, ...]:
        """The same as whole seconds from `now`."""
        return tuple(seconds_left(until, now) for until in self.ends(product_id, now))

    def surplus(self, product_id: UUID, expected: ExpectedSales, now: datetime) -> Surplus:
        """How far the stock outruns the sales to expect."""
        return Surplus(
            Lot(seconds_left(until, now), sum(1 for _ in lot), expected.between(now, until))
            for until, lot in groupby(self.ends(product_id, now))
        )

    def next_pace(
        self, product_id: UUID, expected: ExpectedSales, ladder: PaceLadder, now: datetime
    ) -> datetime:
        """When the ladder next brings some portion's price down, if nothing is sold until then."""
        surplus = self.surplus(product_id, expected, now)
        upto, soonest = 0, _NEVER
        lots = groupby(self.ends(product_id, now))
        for (until, lot), worst in zip(lots, surplus.worst, strict=True):
            upto += sum(1 for _ in lot)
            ratio = next_ratio(ladder, worst)
            if ratio is not None and ratio > 0:
                soonest = min(soonest, _falls_to(expected, upto / ratio, now, until))
        return soonest


def _falls_to(expected: ExpectedSales, portions: float, now: datetime, until: datetime) -> datetime:
    """The first moment, to the millisecond, at which no more is expected until `until`."""
    early, late = now, until
    while late - early > _FINE:
        middle = early + (late - early) / 2
        if expected.between(middle, until) <= portions:
            late = middle
        else:
            early = middle
    return late

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
from app.domain.prices.pace import Lot, Steps, Surplus
from app.domain.prices.rules import PaceLadder
from app.services.portion_facts import seconds_left

_NEVER = datetime.max.replace(tzinfo=UTC)
_FINE = timedelta(milliseconds=1)
_Found = TypeVar("_Found")
End = tuple[datetime, UUID]
"""When a portion on sale leaves it."""
Ends = Callable[[Sequence[Portion], datetime], tuple[Sequence[End], datetime]]
"""Those of the portions that are on sale, and until when that stands if no row changes."""


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
        self._known: dict[UUID, tuple[Sequence[Portion], datetime, list[End]]] = {}

    def ends(self, product_id: UUID, now: datetime) -> Sequence[End]:
        """When each portion on sale leaves it, the next one first; all are after `now`."""
        portions = self._portions_of(product_id)
        known = self._known.get(product_id)
        if known is None or known[0] is not portions or known[1] <= now:
            ends, stands = self._ends(portions, now)
            known = self._known[product_id] = (portions, stands, sorted(ends))
        return known[2][bisect_right(known[2], now, key=_moment) :]

    def left_s(self, product_id: UUID, now: datetime) -> tuple[int, ...]:
        """The same as whole seconds from `now`."""
        return tuple(seconds_left(until, now) for until, _ in self.ends(product_id, now))

    def portions(self, product_id: UUID, now: datetime) -> tuple[UUID, ...]:
        """Those portions, in the same order."""
        return tuple(portion_id for _, portion_id in self.ends(product_id, now))

    def surplus(self, product_id: UUID, expected: ExpectedSales, now: datetime) -> Surplus:
        """How far the stock outruns the sales to expect."""
        return Surplus(
            Lot(seconds_left(until, now), sum(1 for _ in lot), expected.between(now, until))
            for until, lot in groupby(self.ends(product_id, now), _moment)
        )

    def next_pace(
        self, product_id: UUID, expected: ExpectedSales, ladder: PaceLadder, now: datetime
    ) -> datetime:
        """When the ladder next brings some portion's price down, if nothing is sold until then."""
        surplus = self.surplus(product_id, expected, now)
        upto, soonest, steps = 0, _NEVER, Steps(ladder)
        lots = groupby(self.ends(product_id, now), _moment)
        for (until, lot), worst in zip(lots, surplus.worst, strict=True):
            upto += sum(1 for _ in lot)
            ratio = steps.next_ratio(worst)
            if ratio is None or ratio <= 0:
                continue
            late = min(soonest, until)
            if expected.between(late, until) <= upto / ratio:
                soonest = _falls_to(expected, upto / ratio, (now, late), until)
        return soonest


def _moment(end: End) -> datetime:
    return end[0]


def _falls_to(
    expected: ExpectedSales, portions: float, within: tuple[datetime, datetime], until: datetime
) -> datetime:
    """The first moment, to the millisecond, at which no more is expected until `until`."""
    early, late = within
    while late - early > _FINE:
        middle = early + (late - early) / 2
        if expected.between(middle, until) <= portions:
            late = middle
        else:
            early = middle
    return late

"""Expected demand hour by hour: what screens and the server read, and how it is added up."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate
from types import MappingProxyType
from uuid import UUID

from app.domain.portion import Grade

GRID_HOURS = 48
DAY_HOURS = 24
HOUR = timedelta(hours=1)
_ONE_MILLI = 1_000
_ONE_BP = 10_000


@dataclass(frozen=True)
class HourlyDemand:
    """Portions expected in each hour from `starts_at` on, in thousandths.

    Inside an hour demand is even; after the last hour its last 24 come again. Whoever reads the
    same numbers at the same moment gets the same answer: there is no other state.
    """

    starts_at: datetime
    milli: tuple[int, ...]
    _sums: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(each < 0 for each in self.milli):
            raise ValueError("nobody expects less than nothing")
        object.__setattr__(self, "_sums", (0, *accumulate(self.milli)))

    @property
    def ends_at(self) -> datetime:
        """The end of the last hour that was worked out."""
        return self.starts_at + len(self.milli) * HOUR

    def knows(self, now: datetime) -> bool:
        """Whether the forecast was made for this moment."""
        return self.starts_at <= now < self.ends_at

    def between(self, since: datetime, until: datetime) -> float:
        """Portions expected from `since` to `until`, never negative; what is before it is 0."""
        return max(0.0, self._until(until) - self._until(since)) / _ONE_MILLI

    def _until(self, moment: datetime) -> float:
        """Thousandths expected from the start to `moment`."""
        hours = (moment - self.starts_at).total_seconds() / HOUR.total_seconds()
        if hours <= 0 or not self.milli:
            return 0.0
        size = len(self.milli)
        if hours <= size:
            return self._within(hours)
        cycle = min(DAY_HOURS, size)
        again = self._sums[size] - self._sums[size - cycle]
        rounds, rest = divmod(hours - size, cycle)
        tail = self._within(size - cycle + rest) - self._sums[size - cycle]
        return self._sums[size] + rounds * again + tail

    def _within(self, hours: float) -> float:
        whole = math.floor(hours)
        if whole >= len(self.milli):
            return self._sums[-1]
        return self._sums[whole] + (hours - whole) * self.milli[whole]


@dataclass(frozen=True)
class ProductDemand:
    """The forecast of product `id`. `days` of history lie behind it; shares in basis points.

    `grade_bp` is the share of requests by grade, empty where none are known.
    """

    id: UUID
    made_for: date
    policy_version: int
    hourly: HourlyDemand
    method: str
    days: int
    grade_bp: Mapping[Grade, int] = field(default_factory=lambda: MappingProxyType({}))

    def next(self, now: datetime, horizon: timedelta) -> float | None:
        """Portions expected within the horizon; None for a moment it was not made for."""
        return self.hourly.between(now, now + horizon) if self.hourly.knows(now) else None

    def next_of_grade(self, grade: Grade, now: datetime, horizon: timedelta) -> float | None:
        """Those of one grade; None without a forecast or without known requests."""
        expected = self.next(now, horizon)
        if expected is None or not self.grade_bp:
            return None
        return expected * self.grade_bp.get(grade, 0) / _ONE_BP

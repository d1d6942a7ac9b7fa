"""When a price rule holds: days, weekdays and hours on the store's own wall clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
_MIDNIGHT = time(0)
_DAY = timedelta(days=1)


def wall_clock(now: datetime, time_zone: str) -> datetime:
    """What the store's clock on the wall shows at `now` (aware), without a zone.

    Prices keep this reading with their inputs, so that later changes of the zone's rules cannot
    change a price worked out again.
    """
    if now.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return now.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None, fold=0)


def next_boundary(
    schedules: Iterable["Schedule"], now: datetime, time_zone: str
) -> datetime | None:
    """The next moment (UTC) at which one of the schedules may begin or end; None without any.

    Meant for looking again in time: on a night whose clocks change it may name a moment too many.
    """
    hours = {at for each in schedules for at in (each.from_time, each.until_time, _MIDNIGHT)}
    if not hours:
        return None
    zone, today = ZoneInfo(time_zone), wall_clock(now, time_zone).date()
    moments = (
        datetime.combine(today + days * _DAY, at, zone).replace(fold=fold).astimezone(UTC)
        for days in (0, 1)
        for at in hours
        for fold in (0, 1)
    )
    return min((moment for moment in moments if moment > now), default=None)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Days and hours by the wall clock; the start counts, the end does not.

    Equal hours mean the whole day. Hours past midnight (22:00 to 02:00) belong to the day on
    which they begin. On the night the clocks go back an hour shown twice counts twice; on the
    night they go forward an hour never shown never comes.
    """

    first_day: date | None = None
    last_day: date | None = None
    weekdays: frozenset[int] = EVERY_DAY
    """0 is Monday."""
    from_time: time = _MIDNIGHT
    until_time: time = _MIDNIGHT

    def covers(self, local: datetime) -> bool:
        """Whether the rule holds when the wall clock shows `local` (without a zone)."""
        at, day = local.time(), local.date()
        if self.from_time < self.until_time:
            return self.from_time <= at < self.until_time and self._on(day)
        if self.from_time == self.until_time:
            return self._on(day)
        if at >= self.from_time:
            return self._on(day)
        return at < self.until_time and day > date.min and self._on(day - _DAY)

    def overlaps(self, other: "Schedule") -> bool:
        """Whether some moment of some week can belong to both; dates are compared as ranges."""
        if _ends_before(self.last_day, other.first_day) or _ends_before(
            other.last_day, self.first_day
        ):
            return False
        return any(
            a_from < b_until and b_from < a_until
            for a_from, a_until in self._minutes_of_week()
            for b_from, b_until in other._minutes_of_week()
        )

    def _on(self, day: date) -> bool:
        return (
            day.weekday() in self.weekdays
            and (self.first_day is None or day >= self.first_day)
            and (self.last_day is None or day <= self.last_day)
        )

    def _minutes_of_week(self) -> list[tuple[float, float]]:
        week = 7 * 1440
        spans: list[tuple[float, float]] = []
        start, end = _minutes(self.from_time), _minutes(self.until_time)
        if start == end:
            start = end = 0
        for weekday in self.weekdays:
            begin = weekday * 1440 + start
            until = begin + ((end - start) % 1440 or 1440)
            spans.append((begin, min(until, week)))
            if until > week:
                spans.append((0, until - week))
        return spans


ALWAYS = Schedule()


def _minutes(at: time) -> float:
    return at.hour * 60 + at.minute + at.second / 60 + at.microsecond / 60e6


def _ends_before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first

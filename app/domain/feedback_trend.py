"""How complaints and ratings move from week to week, each figure with the counts behind it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from app.domain.satisfaction import RatingAbout

_DAYS = 7


class Told(StrEnum):
    """What a count is of."""

    SERVED = "served"
    COMPLAINT = "complaint"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class DayCount:
    """So many of one thing on one day (the store's own) of one product.

    `said` is a complaint's reason or what a rating is about. A rating stands once without a product
    and, about the food, once more for each product on its order.
    """

    kind: Told
    said: str
    day: date
    product_id: UUID | None
    product: str
    count: int
    stars: int = 0
    """Of ratings, all together."""


@dataclass(frozen=True, slots=True)
class WeekFigure:
    """One week: `value` out of `count` (complaints, or stars given) and `of` (served, or ratings).

    None where nothing was served or nobody rated: no rate can be told, and 0 would be praise.
    """

    week: date
    """Its Monday."""
    count: int
    of: int
    value: Fraction | None


def week_of(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


def weeks_until(last: date, weeks: int) -> tuple[date, ...]:
    """The Mondays of so many weeks, the one of `last` at the end."""
    end = week_of(last)
    return tuple(end - timedelta(days=_DAYS * back) for back in reversed(range(weeks)))


def complaint_weeks(
    counts: Iterable[DayCount],
    weeks: Iterable[date],
    product: UUID | None = None,
    reason: str = "",
) -> tuple[WeekFigure, ...]:
    """Complaints per 100 served, by the week of service; of all products and reasons without one.

    A reason narrows the complaints alone: they stay against everything that was served.
    """

    def mine(each: DayCount) -> bool:
        return product is None or each.product_id == product

    known = [each for each in counts if mine(each)]
    served = _by_week(known, lambda each: each.kind is Told.SERVED)
    said = _by_week(known, lambda each: each.kind is Told.COMPLAINT and reason in ("", each.said))
    return tuple(
        _figure(week, said.get(week, (0, 0))[0], served.get(week, (0, 0))[0], 100) for week in weeks
    )


def star_weeks(
    counts: Iterable[DayCount],
    weeks: Iterable[date],
    product: UUID | None = None,
    about: RatingAbout | None = None,
) -> tuple[WeekFigure, ...]:
    """The mean of the stars given each week; about food and order together without `about`."""
    rated = _by_week(
        counts,
        lambda each: (
            each.kind is Told.RATING
            and each.product_id == product
            and about in (None, RatingAbout(each.said))
        ),
    )
    return tuple(
        _figure(week, stars, count, 1)
        for week in weeks
        for count, stars in (rated.get(week, (0, 0)),)
    )


def _figure(week: date, count: int, of: int, scale: int) -> WeekFigure:
    return WeekFigure(week, count, of, Fraction(scale * count, of) if of else None)


def _by_week(
    counts: Iterable[DayCount], wanted: Callable[[DayCount], bool]
) -> dict[date, tuple[int, int]]:
    """(count, stars) of each week that has any."""
    found: dict[date, tuple[int, int]] = {}
    for each in counts:
        if wanted(each):
            count, stars = found.get(week := week_of(each.day), (0, 0))
            found[week] = (count + each.count, stars + each.stars)
    return found

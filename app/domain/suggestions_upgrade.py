"""A better grade offered for a line, once, at a price that is said (POS-03.7, FUL-02.7)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.stock import GRADE_ORDER
from app.domain.portion import Grade


class UpgradeReason(StrEnum):
    """At the quoted price because too many are left, or for more money."""

    SURPLUS = "surplus"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class GradeStock:
    """The free portions of one grade of a product: how many, the next one's price, the need.

    `expected` are the portions of this grade likely to be asked for within the horizon, None
    without a forecast; `floor_minor` is the margin floor.
    """

    count: int
    price_minor: int
    floor_minor: int
    expected: float | None = None


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The offer for one line: `price_minor` in all, `more_minor` above what was quoted."""

    line_id: UUID
    grade: Grade
    price_minor: int
    more_minor: int
    reason: UpgradeReason


def upgrade_for(
    line_id: UUID,
    grade: Grade,
    quote_minor: int,
    by_grade: Mapping[Grade, GradeStock],
    asked_before: Collection[UUID],
) -> Upgrade | None:
    """The one upgrade to offer for a line, or None; a line that was asked is not asked again."""
    if line_id in asked_before:
        return None
    return surplus_upgrade(line_id, grade, quote_minor, by_grade) or paid_upgrade(
        line_id, grade, quote_minor, by_grade
    )


def surplus_upgrade(
    line_id: UUID, grade: Grade, quote_minor: int, by_grade: Mapping[Grade, GradeStock]
) -> Upgrade | None:
    """The nearest better grade of which more is free than its forecast needs, at the quoted price.

    Only where that price keeps the better grade's margin floor; never without a forecast.
    """
    for each in reversed(_better(grade, by_grade)):
        stock = by_grade[each]
        left_over = stock.expected is not None and stock.count > stock.expected
        if left_over and quote_minor >= stock.floor_minor:
            return Upgrade(line_id, each, quote_minor, 0, UpgradeReason.SURPLUS)
    return None


def paid_upgrade(
    line_id: UUID, grade: Grade, quote_minor: int, by_grade: Mapping[Grade, GradeStock]
) -> Upgrade | None:
    """The best grade that costs more than was quoted, with the extra price."""
    for each in _better(grade, by_grade):
        price_minor = by_grade[each].price_minor
        if price_minor > quote_minor and price_minor >= by_grade[each].floor_minor:
            more_minor = price_minor - quote_minor
            return Upgrade(line_id, each, price_minor, more_minor, UpgradeReason.BETTER)
    return None


def _better(grade: Grade, by_grade: Mapping[Grade, GradeStock]) -> list[Grade]:
    """The better grades that are free, best first."""
    above = GRADE_ORDER[: GRADE_ORDER.index(grade)]
    return [each for each in above if each in by_grade and by_grade[each].count > 0]

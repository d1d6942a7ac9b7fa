"""What can be offered instead of a portion that is not there (POS-03.8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.stock import (
    GRADE_ORDER,
    StockPortion,
    conflicts,
    not_sellable,
    time_order,
)
from app.domain.policy import AllocationPolicy, QualityPolicy
from app.domain.portion import Grade

_WHOLE_BP = 10_000


class AlternativeKind(StrEnum):
    """In which way it differs; the nearest kind comes first."""

    OTHER_GRADE = "other_grade"
    OTHER_SIZE = "other_size"
    SAME_CATEGORY = "same_category"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for and is not there, with the price that was shown for it."""

    product_id: UUID
    grade: Grade | None
    portions_per_whole: int
    price_minor: int
    avoids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alternative:
    """The portion that would be sold, and how it differs; `more_minor` below 0 is cheaper."""

    kind: AlternativeKind
    portion: StockPortion
    more_minor: int


def alternatives(
    wanted: Wanted,
    portions: Iterable[StockPortion],
    categories: Mapping[UUID, UUID],
    *,
    policy: AllocationPolicy,
    quality: QualityPolicy,
    now: datetime,
) -> tuple[Alternative, ...]:
    """At most `policy.alternatives` portions, all sellable and free of what the guest avoids.

    Same product in another grade first, then in another size, then other products of the category
    within `alternative_price_bp` of the price, each kind by nearness. One entry per product, size
    and grade: the portion that should go first of it. `categories` is by product id.
    """
    found: dict[tuple[UUID, int, Grade | None], tuple[tuple[int, ...], Alternative]] = {}
    for portion in sorted(portions, key=time_order):
        kind = _kind(wanted, portion, categories, policy)
        if kind is None or not_sellable(portion, quality, now):
            continue
        if conflicts(portion.allergens, wanted.avoids):
            continue
        entry = Alternative(kind, portion, portion.price_minor - wanted.price_minor)
        group = (portion.product_id, portion.portions_per_whole, portion.grade)
        found.setdefault(group, (_nearness(wanted, entry), entry))
    ranked = sorted(found.values(), key=lambda each: (each[0], time_order(each[1].portion)))
    return tuple(entry for _, entry in ranked[: policy.alternatives])


def _kind(
    wanted: Wanted,
    portion: StockPortion,
    categories: Mapping[UUID, UUID],
    policy: AllocationPolicy,
) -> AlternativeKind | None:
    if portion.product_id == wanted.product_id:
        if portion.portions_per_whole != wanted.portions_per_whole:
            return AlternativeKind.OTHER_SIZE
        same = wanted.grade is None or portion.grade is wanted.grade
        return None if same else AlternativeKind.OTHER_GRADE
    category = categories.get(wanted.product_id)
    if category is None or categories.get(portion.product_id) != category:
        return None
    away_minor = abs(portion.price_minor - wanted.price_minor)
    near = away_minor * _WHOLE_BP <= wanted.price_minor * policy.alternative_price_bp
    return AlternativeKind.SAME_CATEGORY if near else None


def _nearness(wanted: Wanted, entry: Alternative) -> tuple[int, ...]:
    """Kind, then grades apart, then size apart, then price apart, the cheaper of two first."""
    portion = entry.portion
    kinds = tuple(AlternativeKind)
    grades = 0
    if wanted.grade and portion.grade:
        grades = abs(GRADE_ORDER.index(portion.grade) - GRADE_ORDER.index(wanted.grade))
    sizes = abs(portion.portions_per_whole - wanted.portions_per_whole)
    return (
        kinds.index(entry.kind),
        grades if entry.kind is AlternativeKind.OTHER_GRADE else 0,
        sizes if entry.kind is AlternativeKind.OTHER_SIZE else 0,
        abs(entry.more_minor),
        entry.more_minor,
    )

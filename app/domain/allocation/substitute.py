"""A portion of an order that fell below the floor: what takes its place (POS-E3.1 to E3.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.alternatives import Alternative, Wanted, alternatives
from app.domain.allocation.assign import allocate
from app.domain.allocation.request import NO_FORECAST, Demand, OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.policy import AllocationPolicy, QualityPolicy
from app.domain.portion import Grade


class DegradationReason(StrEnum):
    """Why the portion can't be served; OTHER needs a sentence."""

    AGE = "age"
    TEMPERATURE = "temperature"
    DAMAGE = "damage"
    OTHER = "other"


class Way(StrEnum):
    """What the cashier can offer when no equal or better portion is free."""

    ACCEPT_LOWER = "accept_lower"
    OTHER_PRODUCT = "other_product"
    WAIT_FOR_WHOLE = "wait_for_whole"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Degraded:
    """A line whose portion must not be served, and why. Raises ValueError for OTHER in silence.

    `grade` is the one that was sold, `price_minor` what the guest was charged; it never rises.
    """

    line: OrderLine
    portion: StockPortion
    grade: Grade
    price_minor: int
    reason: DegradationReason
    text: str = ""

    def __post_init__(self) -> None:
        if self.reason is DegradationReason.OTHER and not self.text.strip():
            raise ValueError("another reason needs a sentence")
        if self.price_minor < 0:
            raise ValueError("a price is never negative")


@dataclass(frozen=True, slots=True)
class Substitution:
    """The replacement and what is kept about it; both numbers stand on the receipt.

    `variance_minor` is the replacement's own price above what is charged; `refund_minor` goes back
    to the guest, and only for a lower grade that was accepted.
    """

    line_id: UUID
    old_id: UUID
    new_id: UUID
    old_number: int
    new_number: int
    old_score_milli: int
    new_score_milli: int
    charged_minor: int
    variance_minor: int
    refund_minor: int
    reason: DegradationReason
    text: str
    policy_version: int


@dataclass(frozen=True, slots=True)
class AskGuest:
    """No equal or better portion: the ways out, best first, with what each would bring."""

    line_id: UUID
    ways: tuple[Way, ...]
    lower: Substitution | None
    others: tuple[Alternative, ...]


def substitute(
    degraded: Degraded,
    portions: Iterable[StockPortion],
    *,
    categories: Mapping[UUID, UUID],
    wholes_uncut: int,
    policy: AllocationPolicy,
    quality: QualityPolicy,
    now: datetime,
    demand: Demand = NO_FORECAST,
) -> Substitution | AskGuest:
    """The portion that takes the place by itself, or the question to ask.

    By itself: same product and cut, the grade asked for or a better one, never dearer. `portions`
    is the store's stock; the degraded portion itself is never taken again.
    """
    stock = [each for each in portions if each.id != degraded.portion.id]
    line = replace(
        degraded.line,
        product_ids=frozenset({degraded.portion.product_id}),
        portions_per_whole=degraded.portion.portions_per_whole,
        grade=degraded.grade,
        quote_minor=degraded.price_minor,
        accepts_lower=False,
    )

    def best(wish: OrderLine) -> StockPortion | None:
        answer = allocate([wish], stock, policy=policy, quality=quality, now=now, demand=demand)
        chosen = answer.portion_of(wish.id)
        return next((each for each in stock if each.id == chosen), None)

    if portion := best(line):
        return _substitution(degraded, portion, policy, accepted_lower=False)
    lower = best(replace(line, accepts_lower=True))
    wanted = Wanted(
        degraded.portion.product_id,
        degraded.grade,
        degraded.portion.portions_per_whole,
        degraded.price_minor,
        line.avoids,
    )
    others = tuple(
        each
        for each in alternatives(wanted, stock, categories, policy=policy, quality=quality, now=now)
        if lower is None or each.portion.id != lower.id
    )
    ways = [Way.ACCEPT_LOWER] if lower else []
    ways += [Way.OTHER_PRODUCT] if others else []
    ways += [Way.WAIT_FOR_WHOLE] if wholes_uncut > 0 else []
    return AskGuest(
        line_id=line.id,
        ways=(*ways, Way.REFUND),
        lower=_substitution(degraded, lower, policy, accepted_lower=True) if lower else None,
        others=others,
    )


def _substitution(
    degraded: Degraded, portion: StockPortion, policy: AllocationPolicy, *, accepted_lower: bool
) -> Substitution:
    charged_minor = degraded.price_minor
    if accepted_lower:
        charged_minor = min(charged_minor, portion.price_minor)
    return Substitution(
        line_id=degraded.line.id,
        old_id=degraded.portion.id,
        new_id=portion.id,
        old_number=degraded.portion.number,
        new_number=portion.number,
        old_score_milli=degraded.portion.score_milli,
        new_score_milli=portion.score_milli,
        charged_minor=charged_minor,
        variance_minor=portion.price_minor - charged_minor,
        refund_minor=degraded.price_minor - charged_minor,
        reason=degraded.reason,
        text=degraded.text.strip(),
        policy_version=policy.version,
    )

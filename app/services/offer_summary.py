"""One product's appraised portions, summed up into its offer."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.catalog import Product
from app.domain.choice import Waiting, in_turn, tracking_number
from app.domain.portion import Grade
from app.domain.price import Price
from app.services.appraisal import Appraiser
from app.services.appraised import Appraised
from app.services.offer import Offer, WedgeState, Wheel
from app.services.ports import Candidate


def summarise(
    product: Product,
    appraised: Sequence[Appraised],
    wheels: tuple[Wheel, ...],
    wholes_uncut: int,
    appraiser: Appraiser,
    now: datetime,
) -> Offer:
    """The offer of a portioned product; its candidates stand in the order of their turn."""
    free = _take_in_turn(
        [each for each in appraised if each.wedge_state is WedgeState.FREE], wheels
    )
    prices = [each.price.amount_minor for each in free if each.price]
    first = free[0] if free else None
    unit_id = _holding_unit(first, appraised)
    return Offer(
        product_id=product.id,
        left=len(free),
        count_by_grade=_count_by_grade(free),
        grade=first.grade if first else None,
        price=first.price if first else None,
        lowest_price_minor=min(prices, default=None),
        highest_price_minor=max(prices, default=None),
        sell_until=first.sell_until if first else None,
        sell_fraction_left=_fraction_left(first, now) if first else None,
        temperature_mc=appraiser.temperature_mc(unit_id) if unit_id else None,
        temperature_ok=appraiser.unit_ok(unit_id, now) if unit_id else True,
        wheels=wheels,
        wholes_uncut=wholes_uncut,
        candidates=tuple(
            _candidate(each, each.grade, each.price) for each in free if each.grade and each.price
        ),
    )


def _take_in_turn(free: Sequence[Appraised], wheels: Sequence[Wheel]) -> list[Appraised]:
    """One product's free portions in the order in which they go, one at a time."""
    wedges = {wheel.whole_id: len(wheel.wedges) for wheel in wheels}
    by_id = {each.portion.id.int: each for each in free}
    waiting = (
        Waiting(
            each.portion.id,
            tracking_number(each.portion.code),
            each.portion.whole_id,
            each.portion.wedge,
            wedges.get(each.portion.whole_id, 0),
            each.sell_until,
        )
        for each in free
    )
    return [by_id[each.id.int] for each in in_turn(waiting)]


def _holding_unit(first: Appraised | None, appraised: Sequence[Appraised]) -> UUID | None:
    """Where the next portion waits; without one, where the product's blocked portions are."""
    if first:
        return first.portion.holding_unit_id
    waiting = [each for each in appraised if each.wedge_state is not WedgeState.GONE]
    return waiting[0].portion.holding_unit_id if waiting else None


def _count_by_grade(free: Sequence[Appraised]) -> dict[Grade, int]:
    counts = Counter(each.grade for each in free if each.grade)
    return {grade: counts[grade] for grade in Grade if counts[grade]}


def _fraction_left(first: Appraised, now: datetime) -> float:
    whole_s = (first.sell_until - first.portion.cut_at).total_seconds()
    left_s = (first.sell_until - now).total_seconds()
    return max(0.0, min(1.0, left_s / whole_s)) if whole_s > 0 else 0.0


def _candidate(appraised: Appraised, grade: Grade, price: Price) -> Candidate:
    return Candidate(
        portion_id=appraised.portion.id,
        epoch=appraised.portion.epoch,
        grade=grade,
        unit_price_minor=price.amount_minor,
        base_price_minor=price.base_minor,
        breakdown=price.steps,
        price_inputs=appraised.inputs,
        fallback=appraised.fallback,
    )

"""What each free portion is worth for a line, in whole numbers, and which comes before which."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.allocation.answer import ScoreParts
from app.domain.allocation.request import OrderLine
from app.domain.allocation.risk import PPM
from app.domain.allocation.stock import (
    StockPortion,
    charge_minor,
    grades_better,
    grades_short,
    in_sell_first_window,
)
from app.domain.choice import Waiting, in_turn
from app.domain.policy import AllocationPolicy

_MOST_STEPS = 3
"""Counts as further off than any better grade: a lower one is the last resort."""
_BEST_MILLI = 10_000
_NOTHING: frozenset[str] = frozenset()
_BP_PER_THOUSANDTH = 10
"""10,000 basis points ÷ 1,000 thousandths of a minor unit."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A portion that a line may have, with what it is compared by, in this order of weight.

    `urgency` is above 0 for a portion that goes ahead, the more the less time it has left.
    `grade_steps` is the distance from the grade asked for. `turn` is the portion's place among all
    when everything else is equal; no two portions share one. `liked` is what of the guest's
    preferences it meets, where they count; `plain_turn` what its turn would be without them.
    """

    portion: StockPortion
    urgency: int
    grade_steps: int
    parts: ScoreParts
    turn: int
    liked: frozenset[str] = frozenset()
    plain_turn: int = 0

    @property
    def key(self) -> tuple[int, int, int, int]:
        """Sort key, best first."""
        return (-self.urgency, self.grade_steps, -self.parts.total, self.turn)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is the same for all lines of an order: policies, free portions and their ranks."""

    free: tuple[StockPortion, ...]
    policy: AllocationPolicy
    floor_milli: int
    risks_ppm: Mapping[UUID, int]
    urgency: Mapping[UUID, int]
    turn: Mapping[UUID, int]
    plain_turn: Mapping[UUID, int]
    scarce: Collection[UUID] = ()
    """Products of which the next hour wants more than is there: a preference breaks ties only."""

    def edge(self, portion: StockPortion, line: OrderLine) -> Edge:
        """The portion weighed for the line."""
        short = grades_short(portion, line)
        return Edge(
            portion=portion,
            urgency=0 if short else self.urgency.get(portion.id, 0),
            grade_steps=_MOST_STEPS if short else grades_better(portion, line),
            parts=self.parts(portion, line, short),
            turn=self.turn[portion.id],
            liked=self._liked(portion, line),
            plain_turn=self.plain_turn[portion.id],
        )

    def parts(self, portion: StockPortion, line: OrderLine, short: int) -> ScoreParts:
        """The value of the portion for the line (docs/allocation.md).

        What age has taken off a price is lost whichever portion goes first, so the margin counts
        the quoted price, and the list price where none was quoted. Only a lower grade lowers it.
        """
        policy = self.policy
        quoted = portion.base_minor if line.quote_minor is None else line.quote_minor
        paid = charge_minor(portion, line) if short else quoted
        scarce = portion.product_id in self.scarce
        matches = 0 if scarce or not line.prefers else len(line.prefers & portion.features)
        return ScoreParts(
            margin=_weigh(policy.margin_weight_bp, paid - portion.cost_minor),
            quality=_weigh(
                policy.quality_weight_bp, quoted * (portion.score_milli - self.floor_milli)
            )
            // max(1, _BEST_MILLI - self.floor_milli),
            waste=_weigh(policy.waste_weight_bp, portion.cost_minor * self._risk(portion)) // PPM,
            preference=_weigh(policy.preference_weight_bp, quoted * matches)
            // max(1, len(line.prefers)),
            shortage=-_weigh(policy.shortage_weight_bp, quoted * short),
        )

    def _liked(self, portion: StockPortion, line: OrderLine) -> frozenset[str]:
        counts = self.policy.preference_weight_bp > 0 or portion.product_id in self.scarce
        return line.prefers & portion.features if line.prefers and counts else _NOTHING

    def _risk(self, portion: StockPortion) -> int:
        return self.risks_ppm.get(portion.id, 0)


def _weigh(weight_bp: int, minor: int) -> int:
    return weight_bp * minor // _BP_PER_THOUSANDTH


def turns(
    free: Sequence[StockPortion],
    quantity: Mapping[UUID, int],
    ties: Mapping[UUID, frozenset[str]] | None = None,
) -> dict[UUID, int]:
    """Each free portion's place when all else is equal: POS-04.2's order, earliest end first.

    `quantity` says how many lines want each product, so that neighbours come together. `ties` are
    preferences by product that go before that order, among portions that end in the same second.
    """
    by_product: dict[UUID, list[Waiting]] = {}
    for each in free:
        by_product.setdefault(each.product_id, []).append(
            Waiting(
                each.id,
                each.number,
                each.whole_id,
                each.wedge,
                each.portions_per_whole,
                each.sell_until,
            )
        )
    liked = {
        each.id: len(wanted & each.features)
        for each in free
        if (wanted := (ties or {}).get(each.product_id))
    }
    places = [
        (
            waiting.sell_until.replace(microsecond=0),
            product_id,
            -liked.get(waiting.id, 0),
            index,
            waiting.id,
        )
        for product_id, portions in by_product.items()
        for index, waiting in enumerate(in_turn(portions, quantity.get(product_id, 1)))
    ]
    return {place[-1]: turn for turn, place in enumerate(sorted(places))}


def urgencies(
    free: Sequence[StockPortion],
    turn: Mapping[UUID, int],
    policy: AllocationPolicy,
    now: datetime,
) -> dict[UUID, int]:
    """The portions inside the sell-first window: 1 for the last of them, the most for the first."""
    pressing = [each.id for each in free if in_sell_first_window(each, policy, now)]
    pressing.sort(key=lambda portion_id: turn[portion_id], reverse=True)
    return {portion_id: place for place, portion_id in enumerate(pressing, start=1)}

"""Everything one price was worked out from, small enough to store with the sale (POS-A2.1)."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy
from app.domain.prices.pace import Steps, Surplus
from app.domain.prices.promotion import (
    Circumstances,
    budget_left_minor,
    holds_for,
    is_near,
)

SCORE_STEPS = 1_000
"""Scores enter prices in thousandths, so that no float noise reaches an amount."""
_NOISE_DIGITS = 6
_BELOW_NOISE = 0.999
_NONE = Fraction(0)


class PortionFacts(NamedTuple):
    """What is known of one portion (or one piece of a plain product: `score` None, 1 portion).

    `whole_minor` is the whole's price, `left_s` the seconds to its sell-by moment.
    """

    product_id: UUID
    whole_minor: int
    portions_per_whole: int
    cost_minor: int
    tax_rate_bp: int
    score: float | None
    left_s: int | None
    score_stale: bool = False
    approved_change: Fraction | None = None
    markdown_bp: int = 0
    """Off for its looks, or by a reviewer, in basis points …"""
    markdown_looks: str = ""
    """… with the presentation score that it is for; empty when a reviewer decided."""
    last_call: bool = False
    pace_low_milli: int = 1_000
    """The lowest factor that the pace of sale has brought it of late, in thousandths."""


class PriceInputs(NamedTuple):
    """The whole input of the engine beside the two policies, which are named by version.

    `promotions` are those in force, as (id, what they may still lose in minor units), `counted`
    the portions that were on sale where one of them asks for a stock: the store looks for itself.
    `window` and `peak` are ids of the policy's windows, empty without one.
    """

    pricing_version: int
    quality_version: int
    base_minor: int
    cost_minor: int
    tax_rate_bp: int = 0
    score_milli: int | None = None
    score_stale: bool = False
    left_s: int | None = None
    pace_milli: int = 1_000
    slow_window: str = ""
    peak_window: str = ""
    promotions: tuple[tuple[str, int], ...] = ()
    min_margin: Fraction | None = None
    approved_change: Fraction | None = None
    markdown_bp: int = 0
    markdown_looks: str = ""
    last_call: bool = False
    counted: tuple[str, ...] = ()

    def to_map(self) -> dict[str, Any]:
        """JSON values; `from_map` brings back an equal record."""
        data = self._asdict()
        for name in ("min_margin", "approved_change"):
            data[name] = None if data[name] is None else str(data[name])
        data["promotions"] = [list(each) for each in self.promotions]
        data["counted"] = list(self.counted)
        return data

    @classmethod
    def from_map(cls, data: Mapping[str, Any]) -> "PriceInputs":
        """Raises TypeError for unknown fields, ValueError for values that cannot be."""
        values = dict(data)
        for name in ("min_margin", "approved_change"):
            known = values.get(name)
            values[name] = None if known is None else Fraction(known)
        promotions = values.get("promotions", ())
        values["promotions"] = tuple((str(name), int(left)) for name, left in promotions)
        values["counted"] = tuple(map(str, values.get("counted", ())))
        return cls(**values)


def base_minor(whole_minor: int, portions: int, uplift: Fraction = _NONE) -> int:
    """A portion's share of the whole price with the uplift on it, half up once (BR-10.1)."""
    if portions < 1:
        raise ValueError("a whole has at least one portion")
    if not uplift and whole_minor % portions == 0:
        return whole_minor // portions
    return round_half_up(Fraction(whole_minor, portions) * (1 + uplift))


def score_milli(score: float) -> int:
    """A score in thousandths, downwards, so that its grade is the one shown.

    Raises ValueError outside 0 to 10.
    """
    if not 0.0 <= score <= 10.0:
        raise ValueError("a score lies between 0 and 10")
    thousandths = score * SCORE_STEPS
    whole = int(thousandths)
    if thousandths - whole < _BELOW_NOISE:
        return whole  # rounding, which takes long, changes nothing here
    return math.floor(round(thousandths, _NOISE_DIGITS))


class _Shelf(NamedTuple):
    """What the portions of one product share at a moment."""

    surplus: Surplus | None
    min_margin: Fraction | None
    limits_s: tuple[int, ...]
    """The most seconds to sell-by that promotions of the product ask for, ascending …"""
    promotions: tuple[tuple[tuple[str, int], ...], ...]
    """… and what holds up to each, with what it may still lose; last, what holds beyond all."""
    counted: tuple[str, ...]

    def offered(self, left_s: int | None) -> tuple[tuple[str, int], ...]:
        """The promotions of a portion."""
        return self.promotions[-1 if left_s is None else bisect_left(self.limits_s, left_s)]


class Moment:
    """Inputs at one moment under one policy; what products share is looked up once."""

    def __init__(self, at: Circumstances, quality_version: int, policy: PricingPolicy) -> None:
        self._at = at
        self._quality_version = quality_version
        self._policy = policy
        self._slow, self._peak = _windows(policy, at)
        self._ladder = Steps(policy.pace) if policy.pace else None
        self._margins = {each.product_id: each.min_margin for each in policy.product_margins}
        self._paces: dict[float, int] = {}
        self._shelves: dict[int, _Shelf] = {}
        self._bases: dict[tuple[int, int, bool], int] = {}

    def inputs(self, facts: PortionFacts) -> PriceInputs:
        """The inputs of one portion's price. Raises ValueError for a score outside 0 to 10."""
        shelf = self._shelves.get(facts.product_id.int) or self._shelf(facts.product_id)
        score, left_s = facts.score, facts.left_s
        key = (facts.whole_minor, facts.portions_per_whole, score is None)
        return PriceInputs(
            self._policy.version,
            self._quality_version,
            self._bases.get(key) or self._base_minor(*key),
            facts.cost_minor,
            facts.tax_rate_bp,
            None if score is None else score_milli(score),
            facts.score_stale,
            None if score is None else left_s,
            min(self._pace(shelf.surplus, left_s), facts.pace_low_milli),
            self._slow,
            self._peak,
            shelf.offered(left_s),
            shelf.min_margin,
            facts.approved_change,
            facts.markdown_bp,
            facts.markdown_looks,
            facts.last_call,
            shelf.counted,
        )

    def _pace(self, surplus: Surplus | None, left_s: int | None) -> int:
        if surplus is None or left_s is None or self._ladder is None:
            return 1_000
        ratio = surplus.ratio(left_s)
        known = self._paces.get(ratio)
        if known is None:
            known = self._paces[ratio] = self._ladder.milli(ratio)
        return known

    def _base_minor(self, whole_minor: int, portions: int, is_piece: bool) -> int:
        uplift = _NONE if is_piece else self._policy.uplift
        base = base_minor(whole_minor, portions, uplift)
        self._bases[whole_minor, portions, is_piece] = base
        return base

    def _shelf(self, product_id: UUID) -> _Shelf:
        at, policy = self._at, self._policy
        holding = [each for each in policy.promotions if holds_for(each, product_id, at)]
        limits_s = sorted({each.max_left_s for each in holding if each.max_left_s is not None})
        self._shelves[product_id.int] = shelf = _Shelf(
            at.surplus_by_product.get(product_id) if policy.pace else None,
            self._margins.get(product_id),
            tuple(limits_s),
            tuple(
                tuple(
                    (each.id, budget_left_minor(each, at)) for each in holding if is_near(each, s)
                )
                for s in (*limits_s, None)
            ),
            tuple(sorted({str(one) for p in holding for one in at.counted(p, product_id)})),
        )
        return shelf


def _windows(policy: PricingPolicy, at: Circumstances) -> tuple[str, str]:
    """The deepest slow window and the highest approved peak at that moment."""
    covering = [each for each in policy.windows if each.schedule.covers(at.local)]
    slow = min((w for w in covering if w.points < 0), key=lambda w: (w.points, w.id), default=None)
    peaks = [
        each
        for each in covering
        if each.points > 0 and each.justification and each.justification.approved_by
    ]
    peak = max(peaks, key=lambda w: (w.points, w.id), default=None)
    return slow.id if slow else "", peak.id if peak else ""

"""Everything one price was worked out from, small enough to store with the sale (POS-A2.1)."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy
from app.domain.prices.pace import pace_milli
from app.domain.prices.promotion import Circumstances, budget_left_minor, in_force

SCORE_STEPS = 1_000
"""Scores enter prices in thousandths, so that no float noise reaches an amount."""
_NOISE_DIGITS = 6
_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class PortionFacts:
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


@dataclass(frozen=True, slots=True)
class PriceInputs:
    """The whole input of the engine beside the two policies, which are named by version.

    `promotions` are those in force, as (id, what they may still lose in minor units).
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

    def to_map(self) -> dict[str, Any]:
        """JSON values; `from_map` brings back an equal record."""
        data = asdict(self)
        for name in ("min_margin", "approved_change"):
            data[name] = None if data[name] is None else str(data[name])
        data["promotions"] = [list(each) for each in self.promotions]
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
    return math.floor(round(score * SCORE_STEPS, _NOISE_DIGITS))


class Moment:
    """Inputs at one moment under one policy; what products share is looked up once."""

    def __init__(self, at: Circumstances, quality_version: int, policy: PricingPolicy) -> None:
        self._at = at
        self._quality_version = quality_version
        self._policy = policy
        self._slow, self._peak = _windows(policy, at)
        self._margins = {each.product_id: each.min_margin for each in policy.product_margins}

    def inputs(self, facts: PortionFacts) -> PriceInputs:
        """The inputs of one portion's price. Raises ValueError for a score outside 0 to 10."""
        policy, product_id = self._policy, facts.product_id
        portion = facts.score is not None
        return PriceInputs(
            pricing_version=policy.version,
            quality_version=self._quality_version,
            base_minor=base_minor(
                facts.whole_minor, facts.portions_per_whole, policy.uplift if portion else _NONE
            ),
            cost_minor=facts.cost_minor,
            tax_rate_bp=facts.tax_rate_bp,
            score_milli=None if facts.score is None else score_milli(facts.score),
            score_stale=facts.score_stale,
            left_s=facts.left_s if portion else None,
            pace_milli=min(self._pace(facts), facts.pace_low_milli),
            slow_window=self._slow,
            peak_window=self._peak,
            promotions=tuple(
                (each.id, budget_left_minor(each, self._at))
                for each in policy.promotions
                if in_force(each, product_id, facts.left_s, self._at)
            )
            if policy.promotions
            else (),
            min_margin=self._margins.get(product_id) if self._margins else None,
            approved_change=facts.approved_change,
            markdown_bp=facts.markdown_bp,
            markdown_looks=facts.markdown_looks,
            last_call=facts.last_call,
        )

    def _pace(self, facts: PortionFacts) -> int:
        ladder = self._policy.pace
        if ladder is None or facts.left_s is None:
            return 1_000
        surplus = self._at.surplus_by_product.get(facts.product_id)
        return 1_000 if surplus is None else pace_milli(ladder, surplus.ratio(facts.left_s))


def inputs_of(
    facts: PortionFacts, at: Circumstances, quality_version: int, policy: PricingPolicy
) -> PriceInputs:
    """The inputs of one portion's price at one moment under `policy`."""
    return Moment(at, quality_version, policy).inputs(facts)


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

"""What a portion is expected to be worth, and to cost, from its cut until it leaves sale.

No formula of its own: the score is the quality model's, the price the price engine's
(docs/pricing.md, "The ladder ahead").
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import ceil
from uuid import UUID

from app.domain.catalog import Product, QualityModel
from app.domain.configuration import default_configuration
from app.domain.food_policy import FreshnessPolicy
from app.domain.freshness import Freshness, freshness
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts, base_minor
from app.domain.prices.limits import margin_floor
from app.domain.prices.promotion import Circumstances
from app.domain.prices.repricer import Repricer
from app.domain.quality import effective_age_at_score, score_at

_CUT = datetime(2000, 1, 1, tzinfo=UTC)
"""Any moment: hours and promotions are left out, and ages are counted from here."""
_BEST = 10.0
_LOOKS, _FINEST = 96, 1_500
"""Prices looked at along the way, and how fine a step between two of them is placed."""


@dataclass(frozen=True, slots=True)
class LadderCase:
    """A product as it is or as it stands in a form: sold by the portion, cut the usual way."""

    product_id: UUID
    whole_minor: int
    portions: int
    cost_minor: int
    tax_rate_bp: int
    quality: QualityModel
    limit: timedelta | None
    """How long it is sold after cutting at most."""


@dataclass(frozen=True, slots=True)
class LadderPoint:
    """`amount_minor` is None where only a person could decide it."""

    age_s: int
    score: float
    amount_minor: int | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """From the cut to `sold_until_s`; each point is the first second of its price."""

    points: tuple[LadderPoint, ...]
    scores: tuple[tuple[int, float], ...]
    sold_until_s: int
    by_limit: bool
    """Whether the limit after cutting ends its sale, not the sale floor."""
    base_minor: int
    cap_low: Fraction
    cap_high: Fraction
    margin_floor: Fraction


def case_of(product: Product) -> LadderCase | None:
    """The product as it is in the store; None where it has no curve."""
    usual = default_configuration(product)
    if product.quality is None or usual is None:
        return None
    count = usual.portions_per_whole
    whole_minor = product.whole_price_minor or product.base_price_minor * count
    return LadderCase(
        product.id, whole_minor, count, product.cost_minor, product.tax_rate_bp, product.quality,
        product.after_cut_limit,
    )  # fmt: skip


def price_ladder(
    case: LadderCase, quality: QualityPolicy, pricing: PricingPolicy, fresh: FreshnessPolicy
) -> Ladder:
    """The ladder of a portion that is a 10 when cut and kept at its curve's own temperature.

    Without hours, offers and the pace of sale, which depend on the day and not on the age.
    """
    walk = _Walk(case, quality, pricing, fresh)
    base = base_minor(case.whole_minor, case.portions, pricing.uplift)
    margin = pricing.least_margin(case.product_id)
    return Ladder(
        points=walk.points(),
        scores=tuple((age_s, walk.score(age_s)) for age_s in walk.ages()),
        sold_until_s=walk.until_s,
        by_limit=walk.by_limit,
        base_minor=base,
        cap_low=base * (1 - pricing.max_change),
        cap_high=base * (1 + pricing.max_change),
        margin_floor=margin_floor(case.cost_minor, pricing, case.tax_rate_bp, margin),
    )


class _Walk:
    def __init__(
        self, case: LadderCase, quality: QualityPolicy, pricing: PricingPolicy,
        fresh: FreshnessPolicy,
    ) -> None:  # fmt: skip
        still = replace(pricing, windows=(), promotions=())
        self._case, self._fresh = case, fresh
        self._prices = Repricer(
            PriceEngine(quality, still), Circumstances(local=_CUT.replace(tzinfo=None))
        )
        floor_s = effective_age_at_score(_BEST, quality.sale_floor, case.quality)
        limit_s = case.limit.total_seconds() if case.limit else floor_s
        self.by_limit = limit_s < floor_s
        self.until_s = max(1, round(min(floor_s, limit_s)))
        self._finest_s = max(1, self.until_s // _FINEST)

    def score(self, age_s: int) -> float:
        return score_at(_BEST, age_s, self._case.quality)

    def amount(self, age_s: int) -> int | None:
        """The price at an age, in minor units."""
        case, last_call = self._case, False
        if case.limit is not None:
            age, until = _CUT + timedelta(seconds=age_s), _CUT + case.limit
            last_call = freshness(_CUT, until, age, self._fresh) is Freshness.LAST_CALL
        facts = PortionFacts(
            case.product_id, case.whole_minor, case.portions, case.cost_minor, case.tax_rate_bp,
            self.score(age_s), self.until_s - age_s, last_call=last_call,
        )  # fmt: skip
        price = self._prices.price(facts)
        return None if price is None else price.amount_minor

    def ages(self) -> list[int]:
        """Where it is looked at: evenly from the cut to the last second on sale."""
        step_s = max(1, ceil(self.until_s / _LOOKS))
        return [*range(0, self.until_s, step_s), self.until_s]

    def points(self) -> tuple[LadderPoint, ...]:
        """The beginning of every price, and the end."""
        found = [(0, self.amount(0))]
        known = 0
        for age_s in self.ages()[1:]:
            amount = self.amount(age_s)
            if amount != found[-1][1]:
                found.append((self._first(known, age_s, amount), amount))
            known = age_s
        found.append((self.until_s, found[-1][1]))
        return tuple(LadderPoint(age_s, self.score(age_s), amount) for age_s, amount in found)

    def _first(self, before_s: int, at_s: int, amount: int | None) -> int:
        """When the price of `at_s` began."""
        while at_s - before_s > self._finest_s:
            middle = (before_s + at_s) // 2
            if self.amount(middle) == amount:
                at_s = middle
            else:
                before_s = middle
        return at_s

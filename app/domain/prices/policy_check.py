"""Contradictions in a pricing policy, each named, before it may be saved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from uuid import UUID

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.prices.limits import margin_floor, with_tax
from app.domain.prices.promotion_check import Contradiction, promotion_contradictions

LEAST_HYSTERESIS = timedelta(minutes=15)
"""Fixed by the specification: a shop may take longer, not shorter."""


@dataclass(frozen=True, slots=True)
class ProductFigures:
    """What the check has to know of a product on sale; the price includes the tax."""

    product_id: UUID
    name: str
    base_minor: int
    cost_minor: int
    tax_rate_bp: int = 0


def contradictions(
    policy: PricingPolicy, quality: QualityPolicy, products: Iterable[ProductFigures] = ()
) -> tuple[Contradiction, ...]:
    """Everything that speaks against saving `policy`; empty when it may be saved."""
    known = tuple(products)
    return (
        *_limits(policy),
        *_quality(policy, quality),
        *_time(policy),
        *_windows(policy),
        *_floors(policy, known),
        *_promotions(policy, known),
    )


def _limits(policy: PricingPolicy) -> Iterator[Contradiction]:
    if not 0 < policy.max_change <= 1:
        yield Contradiction("max_change_range", ("max_change",))
    if not 0 <= policy.min_margin < 1:
        yield Contradiction("min_margin_range", ("min_margin",))
    if policy.rounding_minor < 1:
        yield Contradiction("rounding_range", ("rounding_minor",))
    if not 0 <= policy.uplift <= 1:
        yield Contradiction("uplift_range", ("uplift",))
    if policy.hysteresis < LEAST_HYSTERESIS:
        yield Contradiction("hysteresis_too_short", ("hysteresis",))
    if not 0 <= policy.manual.cashier_share <= policy.max_change:
        yield Contradiction("cashier_beyond_cap", ("manual.cashier_share", "max_change"))
    if policy.manual.cashiers & policy.manual.managers:
        yield Contradiction("cashier_is_manager", ("manual.cashiers", "manual.managers"))
    if policy.competitors.tolerance < 0 or policy.competitors.max_age_days < 0:
        yield Contradiction("competitors_range", ("competitors",))
    seen = [each.product_id for each in policy.product_margins]
    for each in policy.product_margins:
        if not 0 <= each.min_margin < 1 or seen.count(each.product_id) > 1:
            yield Contradiction("product_margin", ("product_margins", str(each.product_id)))


def _quality(policy: PricingPolicy, quality: QualityPolicy) -> Iterator[Contradiction]:
    if not 0 <= policy.markdown_at_floor <= 1:
        yield Contradiction("markdown_range", ("markdown_at_floor",))
    factors = policy.grade_factors
    if factors is None:
        if policy.markdown_at_floor > policy.max_change:
            yield Contradiction("markdown_beyond_cap", ("markdown_at_floor", "max_change"))
        if quality.markdown_threshold < quality.sale_floor:
            yield Contradiction("threshold_below_floor", ("markdown_threshold", "sale_floor"))
        return
    if not factors.a >= factors.b >= factors.c > 0:
        yield Contradiction("grades_out_of_order", ("grade_factors",))
    for name, factor in (("a", factors.a), ("b", factors.b), ("c", factors.c)):
        if abs(factor - 1) > policy.max_change:
            yield Contradiction("grade_beyond_cap", (f"grade_factors.{name}", "max_change"))


def _time(policy: PricingPolicy) -> Iterator[Contradiction]:
    steps = sorted(policy.sell_by_steps, key=lambda step: step.within_s)
    for step in steps:
        if step.within_s <= 0 or not 0 < step.factor <= 1:
            yield Contradiction("sell_by_range", ("sell_by_steps", str(step.within_s)))
        if step.factor < 1 - policy.max_change:
            yield Contradiction(
                "sell_by_beyond_cap", ("sell_by_steps", str(step.within_s), "max_change")
            )
    for near, far in pairwise(steps):
        if near.within_s == far.within_s or near.factor > far.factor:
            where = (str(near.within_s), str(far.within_s))
            yield Contradiction("sell_by_out_of_order", ("sell_by_steps", *where))
    if not 0 < policy.last_call_factor <= 1:
        yield Contradiction("sell_by_range", ("last_call_factor",))
    if policy.last_call_factor < 1 - policy.max_change:
        yield Contradiction("sell_by_beyond_cap", ("last_call_factor", "max_change"))
    if (pace := policy.pace) is not None:
        if not 0 <= pace.deepest <= policy.max_change:
            yield Contradiction("pace_beyond_cap", ("pace.deepest", "max_change"))
        if not 0 <= pace.from_ratio < pace.full_ratio:
            yield Contradiction("pace_out_of_order", ("pace.from_ratio", "pace.full_ratio"))
        if not 0 <= pace.step <= 1:
            yield Contradiction("pace_step_range", ("pace.step",))


def _windows(policy: PricingPolicy) -> Iterator[Contradiction]:
    names = [window.id for window in policy.windows]
    for window in policy.windows:
        if not window.id or names.count(window.id) > 1:
            yield Contradiction("window_id", ("windows", window.id))
        if window.points == 0 or abs(window.points) > policy.max_change:
            yield Contradiction("window_beyond_cap", ("windows", window.id, "max_change"))
        if not window.schedule.weekdays or not window.schedule.weekdays <= frozenset(range(7)):
            yield Contradiction("window_never", ("windows", window.id))
        reason = window.justification
        if window.points > 0 and not (
            reason and reason.text.strip() and reason.author.strip() and reason.approved_by.strip()
        ):
            yield Contradiction("peak_without_justification", ("windows", window.id))
    for one, other in combinations(policy.windows, 2):
        if one.points * other.points < 0 and one.schedule.overlaps(other.schedule):
            yield Contradiction("slow_and_peak_at_once", ("windows", one.id, other.id))


def _floors(policy: PricingPolicy, products: tuple[ProductFigures, ...]) -> Iterator[Contradiction]:
    """Products whose margin floor lies above the highest price the policy allows."""
    if not 0 <= policy.min_margin < 1:
        return
    own = {each.product_id: each.min_margin for each in policy.product_margins}
    for product in products:
        margin = own.get(product.product_id)
        if margin is not None and not 0 <= margin < 1:
            continue
        floor = margin_floor(product.cost_minor, policy, product.tax_rate_bp, margin)
        if floor > product.base_minor * (1 + policy.max_change):
            yield Contradiction("floor_above_cap", ("min_margin", "max_change", product.name))


def _promotions(
    policy: PricingPolicy, products: tuple[ProductFigures, ...]
) -> Iterator[Contradiction]:
    names = [each.id for each in policy.promotions]
    base = {each.product_id: each.base_minor for each in products}
    cost: dict[UUID, Fraction] = {
        each.product_id: with_tax(
            each.cost_minor, each.tax_rate_bp if policy.margin_net_of_tax else 0
        )
        for each in products
    }
    for each in policy.promotions:
        if not each.id or names.count(each.id) > 1:
            yield Contradiction("promotion_id", ("promotions", each.id))
        yield from promotion_contradictions(each, policy.max_change, base, cost)

"""Policies and facts that the price tests share."""

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import Moment, PortionFacts, PriceInputs
from app.domain.prices.promotion import Circumstances, Promotion, PromotionKind
from app.domain.prices.standard import standard_pricing

QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
STANDARD = standard_pricing()
NET = replace(STANDARD, margin_net_of_tax=False)
WIDE = replace(STANDARD, max_change=Fraction(3, 5))
"""As when a manager has approved up to 60 %."""
SLICE, DRINK, CAKE = (UUID(int=n) for n in (1, 2, 3))
NOON = datetime.fromisoformat("2026-11-20T12:00:00")
"""A Friday, on the wall clock."""


def inputs(base: int, cost: int = 0, score: int | None = 8_500, **changes: Any) -> PriceInputs:
    """Inputs under version 1 of both policies."""
    return PriceInputs(1, 1, base, cost, score_milli=score, **changes)


def inputs_of(
    known: PortionFacts, at: Circumstances, quality_version: int, policy: PricingPolicy
) -> PriceInputs:
    """The inputs of one portion's price at one moment under `policy`."""
    return Moment(at, quality_version, policy).inputs(known)


def priced(policy: PricingPolicy, given: PriceInputs) -> Price:
    return PriceEngine(QUALITY, policy).price(given)


def amount(policy: PricingPolicy, base: int, **changes: Any) -> int:
    """The price in minor units."""
    return priced(policy, inputs(base, **changes)).amount_minor


def steps(price: Price) -> list[tuple[str, int]]:
    """Reasons and amounts only."""
    return [(step.reason.value, step.amount_minor) for step in price.steps]


def facts(product_id: UUID = SLICE, **changes: Any) -> PortionFacts:
    """A slice of 4.00 with a score of 8.5 and two hours left."""
    slice_ = PortionFacts(product_id, 3_200, 8, 100, 0, 8.5, 7_200)
    return slice_._replace(**changes)


def off(name: str, **changes: Any) -> Promotion:
    """10 % off everything, always, unless `changes` say otherwise."""
    kind = changes.pop("kind", PromotionKind.PERCENT)
    if kind is PromotionKind.PERCENT:
        changes.setdefault("percent", Fraction(1, 10))
    return Promotion(name, f"Offer {name}", kind, **changes)


def flat(amount_minor: int) -> Price:
    """A price without any change."""
    return Price(amount_minor, (PriceStep(PriceReason.BASE, amount_minor, 1),))

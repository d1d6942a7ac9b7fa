"""What a draft policy would do to the portions on sale now, before anybody approves it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.limits import with_tax
from app.domain.prices.promotion import Circumstances
from app.domain.prices.repricer import Repricer


@dataclass(frozen=True, slots=True)
class Side:
    """A product's portions under one policy; `prices_minor` leaves out those without a price."""

    prices_minor: tuple[int, ...]
    without_price: int
    """Portions for which a manager would have to decide."""
    margin: Fraction | None
    """(revenue without tax − cost) ÷ revenue without tax; None without revenue."""

    @property
    def sum_minor(self) -> int:
        """What the priced portions would bring."""
        return sum(self.prices_minor)

    @property
    def lowest_minor(self) -> int | None:
        """The lowest price; None without any."""
        return min(self.prices_minor, default=None)

    @property
    def highest_minor(self) -> int | None:
        """The highest price; None without any."""
        return max(self.prices_minor, default=None)


@dataclass(frozen=True, slots=True)
class Effect:
    """One product under the policy in force and under the draft."""

    product_id: UUID
    count: int
    changed: int
    """Portions whose price would be another, or come, or go."""
    now: Side
    draft: Side
    up: int = 0
    """Portions that would be dearer."""
    down: int = 0
    """Portions that would be cheaper."""


def what_if(
    portions: Iterable[PortionFacts],
    at: Circumstances,
    quality: QualityPolicy,
    policy: PricingPolicy,
    draft: PricingPolicy,
) -> tuple[Effect, ...]:
    """The effect on each product, in the order in which `portions` first name them."""
    by_product: dict[UUID, list[PortionFacts]] = {}
    for facts in portions:
        by_product.setdefault(facts.product_id, []).append(facts)
    old = Repricer(PriceEngine(quality, policy), at)
    new = Repricer(PriceEngine(quality, draft), at)
    return tuple(_effect(product_id, each, old, new) for product_id, each in by_product.items())


def _effect(product_id: UUID, portions: list[PortionFacts], old: Repricer, new: Repricer) -> Effect:
    before, after = _amounts(portions, old), _amounts(portions, new)
    pairs = list(zip(before, after, strict=True))
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    return Effect(
        product_id=product_id,
        count=len(portions),
        changed=sum(1 for one, other in pairs if one != other),
        now=_side(portions, before),
        draft=_side(portions, after),
        up=sum(1 for one, other in both if other > one),
        down=sum(1 for one, other in both if other < one),
    )


def _amounts(portions: list[PortionFacts], repricer: Repricer) -> list[int | None]:
    prices = [repricer.price(facts) for facts in portions]
    return [None if price is None else price.amount_minor for price in prices]


def _side(portions: list[PortionFacts], amounts: list[int | None]) -> Side:
    priced = [
        (facts, amount)
        for facts, amount in zip(portions, amounts, strict=True)
        if amount is not None
    ]
    net = sum((amount / with_tax(1, facts.tax_rate_bp) for facts, amount in priced), Fraction(0))
    cost = sum(facts.cost_minor for facts, _ in priced)
    return Side(
        tuple(amount for _, amount in priced),
        len(portions) - len(priced),
        (net - cost) / net if net else None,
    )

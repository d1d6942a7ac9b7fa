"""Share of the base price, list prices, and what a reservation does to a price.

The engine is app/domain/prices/engine.py; docs/pricing.md says what is guaranteed.
"""

from fractions import Fraction

from app.domain.catalog import Product
from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld, margin_floor

__all__ = [
    "PriceNeedsApproval",
    "PriceWithheld",
    "after_reservation",
    "list_price",
    "margin_floor",
    "share_of_base",
]


def share_of_base(base_minor: int, standard_portions: int, portions: int) -> int:
    """The base price when a whole is cut into `portions` instead of its standard number."""
    if portions == standard_portions:
        return base_minor
    return round_half_up(Fraction(base_minor * standard_portions, portions))


def list_price(product: Product, policy: PricingPolicy) -> Price:
    """The price of one piece of a plain product: its list price, alone."""
    step = PriceStep(PriceReason.BASE, product.base_price_minor, policy.version, "list")
    return Price(product.base_price_minor, (step,))


def after_reservation(frozen: Price, current: Price) -> Price:
    """What a reserved portion costs: the frozen price, or the current one if that is lower."""
    return current if current.amount_minor < frozen.amount_minor else frozen

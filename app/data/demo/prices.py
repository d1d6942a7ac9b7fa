"""The demo shop's price rules: the specification's, quiet hours, a coupon and a menu."""

from dataclasses import replace
from datetime import time
from fractions import Fraction

from app.data.demo.menu import Menu, MenuProduct
from app.domain.policy import PricingPolicy
from app.domain.prices.promotion import BundlePart, Promotion, PromotionKind
from app.domain.prices.rules import PriceWindow
from app.domain.prices.schedule import Schedule
from app.domain.prices.standard import standard_pricing

WORKDAYS = frozenset(range(5))
QUIET = Schedule(weekdays=WORKDAYS, from_time=time(14), until_time=time(17))


def demo_pricing(menu: Menu) -> PricingPolicy:
    """Version 1 of the rules that the shop has always had; limits as the menu's file says."""
    limits = menu.policy["pricing"]
    return replace(
        standard_pricing(1, limits["rounding_minor"]),
        max_change=Fraction(limits["max_change"]),
        min_margin=Fraction(limits["min_margin"]),
        markdown_at_floor=Fraction(limits["markdown_at_floor"]),
        last_call_factor=Fraction(limits["last_call_factor"]),
        windows=(PriceWindow("quiet", "Quiet afternoon", Fraction(-1, 10), QUIET),),
        promotions=(
            _coupon(),
            _menu_of(_product(menu, "M"), _product(menu, "E4"), limits["rounding_minor"]),
        ),
    )


def _coupon() -> Promotion:
    return Promotion(
        "welcome", "Welcome back", PromotionKind.PERCENT, percent=Fraction(1, 10),
        coupon="WELCOME10",
    )  # fmt: skip


def _menu_of(slice_: MenuProduct, drink: MenuProduct, step_minor: int) -> Promotion:
    """A slice and a drink for an eighth less than both, in whole steps of the shop's prices."""
    together = slice_.price_minor + drink.price_minor
    return Promotion(
        "slice-and-drink",
        f"{slice_.name} + {drink.name}",
        PromotionKind.BUNDLE,
        amount_minor=together * 7 // 8 // step_minor * step_minor,
        parts=(BundlePart(slice_.id), BundlePart(drink.id)),
    )


def _product(menu: Menu, prefix: str) -> MenuProduct:
    return next(each for each in menu.products if each.prefix == prefix)

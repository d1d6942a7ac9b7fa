"""The store itself refuses a promotion that earns nothing, whatever the office let pass."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.domain.prices.promotion import BundlePart, Promotion, PromotionKind
from app.services.policy_codec import to_document
from app.services.refusal import RefusalCode, Refused
from tests.data.test_policies import Office, _settings, office
from tests.support.seed import DRINK, PIZZA, SmallShop

__all__ = ["office"]
AT_COST = Promotion("p", "At cost", PromotionKind.AMOUNT, amount_minor=200,
                    products=frozenset({PIZZA}))  # fmt: skip
HALF = Promotion("h", "Half", PromotionKind.PERCENT, percent=Fraction(1, 2),
                 products=frozenset({PIZZA}))  # fmt: skip
MENU = Promotion("m", "Menu", PromotionKind.BUNDLE,
                 parts=(BundlePart(PIZZA), BundlePart(DRINK)))  # fmt: skip


@pytest.fixture(autouse=True)
def figures(small_store: SmallShop) -> None:
    """A slice at 4.00 that costs 2.00, a drink at 2.00 that costs 0.50."""
    for product, base, cost in ((PIZZA, 400, 200), (DRINK, 200, 50)):
        small_store.query("UPDATE wedge.products SET base_price_minor = %s, cost_minor = %s"
                          " WHERE id = %s", base, cost, product)  # fmt: skip


def put(office: Office, *promotions: Promotion) -> Any:
    pricing = replace(_settings(office).pricing, max_change=Fraction(1), min_margin=Fraction(0))
    return office.change("pricing", to_document(replace(pricing, promotions=promotions)))


@pytest.mark.parametrize(
    ("promotion", "fault"),
    [
        (AT_COST, "promotion_at_a_loss"),
        (HALF, "promotion_at_a_loss"),
        (replace(MENU, amount_minor=600), "bundle_saves_nothing"),
        (replace(MENU, amount_minor=250), "promotion_at_a_loss"),
    ],
    ids=["at cost", "half", "saves nothing", "bundle at cost"],
)
@pytest.mark.spec("BR-11.5")
def test_what_earns_nothing_is_refused_when_it_is_saved(
    office: Office, promotion: Promotion, fault: str
) -> None:
    with pytest.raises(Refused) as refused:
        put(office, promotion)
    assert refused.value.code is RefusalCode.BAD_POLICY
    assert refused.value.detail.startswith(f"pricing: {fault} promotions,{promotion.id}")
    assert _settings(office).pricing.promotions == ()


def test_what_earns_a_cent_comes_into_force_and_stays_when_costs_rise(
    office: Office, small_store: SmallShop
) -> None:
    kept = (replace(AT_COST, amount_minor=199), replace(MENU, amount_minor=500))
    put(office, *kept)
    small_store.query("UPDATE wedge.products SET cost_minor = 390 WHERE id = %s", PIZZA)
    assert put(office, *kept) == 3

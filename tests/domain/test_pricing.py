from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy
from app.domain.price import Price, PriceReason
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs, score_milli
from app.domain.pricing import PriceNeedsApproval, margin_floor, share_of_base
from app.domain.tax import included_tax_minor, tax_by_rate
from tests.support.sample_data import sample_settings

QUALITY = sample_settings().quality
POLICY = sample_settings().pricing


def priced(base_minor: int, cost_minor: int, score: float, policy: PricingPolicy = POLICY) -> Price:
    """The price of a portion by its score alone."""
    inputs = PriceInputs(
        pricing_version=policy.version,
        quality_version=QUALITY.version,
        base_minor=base_minor,
        cost_minor=cost_minor,
        score_milli=score_milli(score),
    )
    return PriceEngine(QUALITY, policy).price(inputs)


@pytest.mark.parametrize(
    ("score", "price", "reasons"),
    [
        (10.0, 8000, "base"),
        (8.0, 8000, "base"),
        (7.5, 7000, "base quality"),
        (7.0, 6000, "base quality"),
        (3.0, 6000, "base quality"),
    ],
)
def test_the_markdown_grows_from_threshold_to_floor(score: float, price: int, reasons: str) -> None:
    result = priced(8000, 2000, score)
    assert result.amount_minor == price
    assert " ".join(step.reason for step in result.steps) == reasons


def test_the_cap_stops_a_deep_markdown() -> None:
    deep = replace(POLICY, markdown_at_floor=Fraction(1, 2))
    result = priced(10_000, 1000, 7.0, deep)
    assert [(step.reason, step.amount_minor) for step in result.steps] == [
        (PriceReason.BASE, 10_000),
        (PriceReason.QUALITY, -5000),
        (PriceReason.CAP, 2000),
    ]


def test_the_margin_floor_lifts_a_price() -> None:
    fine = replace(POLICY, rounding_minor=1)
    result = priced(300, 200, 7.0, fine)
    assert result.amount_minor == 250
    assert result.steps[-1].reason is PriceReason.MARGIN_FLOOR


def test_rounding_never_makes_a_worse_portion_dearer_than_the_list_price() -> None:
    assert priced(8960, 2000, 8.0).amount_minor == 8960
    assert priced(8960, 2000, 7.999).amount_minor == 8960


def test_a_floor_above_the_cap_is_never_a_silent_sale() -> None:
    with pytest.raises(PriceNeedsApproval):
        priced(100, 200, 10.0)


prices = st.integers(1, 1_000_000)
scores = st.floats(0, 10)
steps = st.sampled_from([1, 5, 25, 100])


@given(prices, st.integers(0, 700_000), scores, scores, steps)
def test_prices_keep_cap_and_floor_sum_exactly_and_follow_quality(
    base: int, cost: int, one: float, other: float, rounding: int
) -> None:
    policy = replace(POLICY, rounding_minor=rounding)
    try:
        low, high = (priced(base, cost, score, policy) for score in sorted((one, other)))
    except PriceNeedsApproval:
        assert margin_floor(cost, policy) > base * Fraction(13, 10)
        return
    for price in (low, high):
        assert sum(step.amount_minor for step in price.steps) == price.amount_minor
        assert price.base_minor == base
        assert price.amount_minor >= margin_floor(cost, policy)
        assert price.amount_minor >= base * Fraction(7, 10)
    assert low.amount_minor <= high.amount_minor


@pytest.mark.parametrize(
    ("whole", "portions", "price"), [(1800, 8, 225), (2000, 8, 250), (100, 3, 33)]
)
def test_a_portion_costs_its_share_of_the_whole(whole: int, portions: int, price: int) -> None:
    assert share_of_base(whole, 1, portions) == price


def test_halves_go_up() -> None:
    assert [round_half_up(Fraction(n, 2)) for n in (1, 3, 4, -1)] == [1, 2, 2, 0]
    assert round_half_up(Fraction(150), 100) == 200


def test_tax_is_taken_once_per_rate() -> None:
    assert included_tax_minor(10_700, 700) == 700
    assert tax_by_rate([(700, 50), (700, 50), (0, 30)]) == ((0, 0), (700, 7))

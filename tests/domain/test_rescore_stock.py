"""A whole stock at once is scored and priced to the last bit as one portion by itself."""

import math
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import CurveShape, HoldingKind, HoldingUnit, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.money import round_half_up
from app.domain.people import Role
from app.domain.policy import PricingPolicy
from app.domain.portion import Inspected, Portion, PortionState
from app.domain.price import Price
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts, PriceInputs, score_milli
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld
from app.domain.prices.pace import Lot, Surplus, pace_milli
from app.domain.prices.promotion import Circumstances, budget_left_minor, in_force
from app.domain.prices.repricer import Repricer
from app.domain.quality import characteristic_age_s, grade_of
from app.domain.rescore import Rescorer, Standing
from benchmarks.rescore_stock import NOON, OPEN, QUALITY, every_rule

UNITS = [
    HoldingUnit(UUID(int=number), f"Cabinet {number}", HoldingKind.HOT, 60_000, None)
    for number in range(2)
]
MODELS = [
    QualityModel(timedelta(minutes=40), 1.3, 1.8, 63_000),
    QualityModel(timedelta(minutes=95), 0.9, 1.8, 63_000),
    QualityModel(timedelta(minutes=60), 1.0, 2.4, 60_000, CurveShape.LINEAR),
]
READINGS = [
    (OPEN.timestamp() + 97.3 * number, 58_000 + number * 913 % 9_000)
    for number in range(140)
    if not 40 < number < 60
]
CURVES = [
    ExposureCurve(readings, unit, model, timedelta(minutes=15))
    for unit, readings in zip(UNITS, (READINGS, []), strict=True)
    for model in MODELS
]
RULES = every_rule()

moments = st.integers(0, 4 * 3_600 * 1_000).map(lambda ms: OPEN + timedelta(milliseconds=ms))
scores = st.floats(0, 10)
looks = st.none() | st.builds(Inspected, at=moments, score=scores)
portions = st.builds(
    lambda product, cut_at, initial, look: Portion(
        UUID(int=1), "M-1", UUID(int=product), UUID(int=3), 0, PortionState.AVAILABLE, 1, cut_at,
        cut_at + timedelta(hours=4), UUID(int=4), "shelf", None, initial, None, None,
        inspected=look,
    ),
    st.integers(0, 30), moments, scores, looks,
)  # fmt: skip
stocks = st.lists(st.tuples(portions, st.integers(0, len(CURVES) - 1)), max_size=12)
nows = st.integers(-3_600, 4 * 3_600).map(lambda s: NOON + timedelta(seconds=s))


def plain_standing(portion: Portion, curve: ExposureCurve, now: datetime) -> Standing:
    """Word by word as docs/quality.md has it: nothing shared, nothing kept."""
    model, until = curve.model, curve.until
    alpha_s, line = characteristic_age_s(model), model.shape is CurveShape.LINEAR

    def passed(age_s: float) -> float:
        return 10.0 * (age_s / alpha_s) if line else (age_s / alpha_s) ** model.beta

    age_s = max(0.0, until(now) - until(portion.cut_at))
    start, gone, hazard = portion.initial_quality, passed(age_s), passed(age_s)
    look = portion.inspected
    if look is not None and portion.cut_at <= look.at <= now:
        start = look.score
        gone = max(0.0, hazard - passed(max(0.0, until(look.at) - until(portion.cut_at))))
    score = max(0.0, start - gone) if line else start * math.exp(-gone)
    floor = QUALITY.sale_floor
    if score <= floor:
        return Standing(score, grade_of(score, QUALITY), now)
    if line:
        budget_s = alpha_s * (hazard + score - floor) / 10.0
    else:
        budget_s = alpha_s * (hazard + (math.log(start / floor) - gone)) ** (1.0 / model.beta)
    ahead = timedelta(seconds=max(0.0, budget_s - age_s) / curve.rate_ahead(now))
    return Standing(score, grade_of(score, QUALITY), now + ahead)


def plain_inputs(facts: PortionFacts, at: Circumstances, policy: PricingPolicy) -> PriceInputs:
    """The inputs of one portion, each rule asked for this portion alone."""
    assert facts.score is not None
    windows = [each for each in policy.windows if each.schedule.covers(at.local)]
    share = Fraction(facts.whole_minor, facts.portions_per_whole) * (1 + policy.uplift)
    assert facts.left_s is not None
    surplus = at.surplus_by_product.get(facts.product_id)
    pace = pace_milli(policy.pace, surplus.ratio(facts.left_s)) if surplus else 1_000
    return PriceInputs(
        pricing_version=policy.version,
        quality_version=QUALITY.version,
        base_minor=round_half_up(share),
        cost_minor=facts.cost_minor,
        tax_rate_bp=facts.tax_rate_bp,
        score_milli=math.floor(round(facts.score * 1_000, 6)),
        left_s=facts.left_s,
        pace_milli=min(pace, facts.pace_low_milli),
        slow_window=windows[0].id if windows else "",
        promotions=tuple(
            (each.id, budget_left_minor(each, at))
            for each in policy.promotions
            if in_force(each, facts.product_id, facts.left_s, at)
        ),
        markdown_bp=facts.markdown_bp,
        last_call=facts.last_call,
    )


def plain_price(inputs: PriceInputs, policy: PricingPolicy) -> Price | None:
    """By an engine that has never priced anything else."""
    try:
        return PriceEngine(QUALITY, policy).price(inputs)
    except (PriceNeedsApproval, PriceWithheld):
        return None


@given(stocks, st.lists(nows, min_size=1, max_size=3))
def test_scores_of_a_stock_are_those_of_each_portion(
    stock: list[tuple[Portion, int]], ticks: list[datetime]
) -> None:
    """Whatever the curves still know of earlier ticks, even later ones by the clock."""
    for now in ticks:
        rescorer = Rescorer(QUALITY, now)
        for portion, index in stock:
            plain = plain_standing(portion, CURVES[index], now)
            assert rescorer.standing(portion, CURVES[index]) == plain


@given(stocks, nows, st.floats(0, 40), st.sampled_from([None, Role.MANAGER]), st.booleans())
def test_prices_of_a_stock_are_those_of_each_portion(
    stock: list[tuple[Portion, int]], now: datetime, demand: float, role: Role | None, coupon: bool
) -> None:
    rescorer, left = Rescorer(QUALITY, now), dict[UUID, tuple[int, ...]]()
    facts = []
    for portion, index in stock:
        standing = rescorer.standing(portion, CURVES[index])
        left_s = math.ceil((min(portion.expires_at, standing.floor_at) - now).total_seconds())
        left[portion.product_id] = (*left.get(portion.product_id, ()), left_s)
        own = PortionFacts(
            portion.product_id, 71_200 + index, 8, 2_500, 700, standing.score, left_s,
            markdown_bp=500 * (index % 2), last_call=index == 1, pace_low_milli=1_000 - 50 * index,
        )  # fmt: skip
        facts.append(own)
    at = Circumstances(
        local=now.replace(tzinfo=None),
        role=role,
        coupons=frozenset({"NOON"} if coupon else ()),
        left_s_by_product=left,
        surplus_by_product={product: _surplus(each, demand) for product, each in left.items()},
        losses_minor={"loss": int(demand * 10_000)},
    )
    repricer = Repricer(ENGINE, at)
    for own in facts:
        inputs = plain_inputs(own, at, RULES)
        assert repricer.priced(own) == (plain_price(inputs, RULES), inputs)


def _surplus(left_s: tuple[int, ...], demand: float) -> Surplus:
    return Surplus(Lot(each, 1, demand * max(0, each) / 14_400) for each in left_s)


@given(st.floats(0, 10) | st.integers(0, 10_000).map(lambda milli: milli / 1_000))
def test_thousandths_are_rounded_as_before_but_sooner(score: float) -> None:
    for near in (score, math.nextafter(score, 0), math.nextafter(score, 10)):
        assert score_milli(near) == math.floor(round(near * 1_000, 6))


def test_another_model_of_the_same_rates_shares_the_sums() -> None:
    first, second, line = CURVES[:3]
    assert first.for_model(MODELS[1]).until(NOON) == second.until(NOON)
    assert first.for_model(MODELS[1]).anchors is not first.anchors
    with pytest.raises(ValueError, match="rates"):
        first.for_model(line.model)


ENGINE = PriceEngine(QUALITY, RULES)
"""One for all examples: what it has kept must not show."""

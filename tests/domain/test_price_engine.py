"""The order of the steps, the specification's examples and what every price keeps."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.policy import PricingPolicy
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import base_minor, score_milli
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld, margin_floor
from app.domain.prices.promotion import Circumstances, PromotionKind
from app.domain.prices.rules import (
    GradeFactors,
    Justification,
    LossApproval,
    PaceLadder,
    PriceWindow,
    ProductMargin,
    SellByStep,
)
from tests.domain.price_cases import (
    NET,
    NOON,
    QUALITY,
    SLICE,
    STANDARD,
    WIDE,
    amount,
    facts,
    inputs,
    inputs_of,
    off,
    priced,
    steps,
)

SLOW = PriceWindow("slow", "Afternoon", Fraction(-3, 20))
PEAK = PriceWindow(
    "peak",
    "Lunch",
    Fraction(1, 20),
    justification=Justification("queue", "Nok", NOON.date(), "Anan"),
)


@pytest.mark.spec("POS-05.1")
def test_base_times_grade_times_time_is_rounded_once_at_the_end() -> None:
    policy = replace(STANDARD, sell_by_steps=(SellByStep(3_600, Fraction(9, 10)),))
    assert amount(policy, 295, score=9_200, left_s=3_000) == 292
    assert [amount(STANDARD, 400, score=each) for each in (9_000, 10_000)] == [440, 440]
    assert [amount(STANDARD, 400, score=each) for each in (8_000, 8_990, 8_999)] == [400] * 3
    assert [amount(STANDARD, 400, score=each) for each in (7_000, 7_999)] == [320, 320]
    assert score_milli(8.9999) == 8_999
    factors = GradeFactors(Fraction(6, 5), Fraction(1), Fraction(9, 10))
    newer = replace(STANDARD, version=2, grade_factors=factors)
    given = inputs(400, score=9_200)._replace(pricing_version=2)
    assert priced(newer, given).amount_minor == 480
    assert {step.rule_version for step in priced(newer, given).steps} == {2}


@pytest.mark.parametrize(
    ("minutes", "price"), [(0, 240), (30, 240), (31, 288), (60, 288), (61, 320)]
)
def test_the_time_to_sell_by_takes_its_share(minutes: int, price: int) -> None:
    """POS-05.2's amounts, under an approved change: alone, ±30 % holds them at 2.80."""
    left_s = minutes * 60
    assert amount(WIDE, 400, score=7_500, left_s=left_s) == price
    assert amount(STANDARD, 400, score=7_500, left_s=left_s) == max(price, 280)


def test_a_peak_never_joins_a_reduction_for_time_pace_or_slow_hours() -> None:
    policy = replace(WIDE, windows=(PEAK, SLOW), pace=PaceLadder())
    assert amount(policy, 400, peak_window="peak") == 420
    for reduction in ({"left_s": 1_200}, {"pace_milli": 900}, {"slow_window": "slow"}):
        told = priced(policy, inputs(400, peak_window="peak", **reduction))
        assert "peak" not in dict(steps(told))
    assert amount(policy, 400, left_s=1_200, peak_window="peak") == 300


def test_the_breakdown_shows_each_step_to_the_cent() -> None:
    policy = replace(STANDARD, sell_by_steps=(SellByStep(3_600, Fraction(9, 10)),))
    told = priced(policy, inputs(295, score=9_200, left_s=3_000))
    assert steps(told) == [("base", 295), ("quality", 30), ("time", -33)]
    assert [(s.code, s.params) for s in told.steps] == [
        ("share", ()),
        ("grade", ("A", "1000")),
        ("sell_by", ("60", "-1000")),
    ]


def test_the_order_is_base_quality_pace_peak_promotion_cap_floor_rounding() -> None:
    policy = replace(NET, pace=PaceLadder(), promotions=(off("P"),), rounding_minor=5)
    given = inputs(1_000, 500, 7_500, pace_milli=900, promotions=(("P", 0),))
    assert steps(priced(policy, given)) == [
        ("base", 1_000),
        ("quality", -200),
        ("pace", -80),
        ("promotion", -72),
        ("cap", 52),
    ]
    dear = given._replace(cost_minor=565)
    assert steps(priced(policy, dear))[-2:] == [("margin_floor", 6), ("rounding", 4)]
    peak = replace(policy, windows=(PEAK,), promotions=())
    assert steps(priced(peak, inputs(1_000, 0, 9_500, peak_window="peak"))) == [
        ("base", 1_000),
        ("quality", 100),
        ("peak", 50),
    ]


def test_the_deeper_of_time_and_pace_counts() -> None:
    policy = replace(WIDE, pace=PaceLadder())
    assert amount(policy, 400, left_s=3_600, pace_milli=800) == 320
    assert amount(policy, 400, left_s=3_600, pace_milli=950) == 360


def test_adjustments_together_stop_at_the_cap_until_a_manager_approves() -> None:
    policy = replace(NET, windows=(SLOW,), promotions=(off("P"),))
    given = inputs(1_000, score=7_500, slow_window="slow")
    assert steps(priced(policy, given)) == [
        ("base", 1_000),
        ("quality", -200),
        ("time", -150),
        ("cap", 50),
    ]
    assert priced(policy, given._replace(approved_change=Fraction(7, 20))).amount_minor == 650
    both = given._replace(promotions=(("P", 0),))
    assert priced(policy, both).amount_minor == 700
    up = replace(NET, grade_factors=GradeFactors(a=Fraction(3, 2)))
    assert amount(up, 1_000, score=9_500) == 1_300


def test_the_margin_floor_lifts_and_knows_the_tax() -> None:
    assert amount(NET, 300, cost=200, score=7_500) == 250
    assert amount(STANDARD, 300, cost=200, score=7_500, tax_rate_bp=1_000) == 275
    assert amount(NET, 300, cost=200, score=7_500, min_margin=Fraction(1, 10)) == 240
    with pytest.raises(PriceNeedsApproval):
        amount(NET, 100, cost=110)


def test_the_base_is_the_share_of_the_whole_and_the_uplift() -> None:
    assert [base_minor(1_800, 8, Fraction(each, 100)) for each in (0, 10)] == [225, 248]
    assert base_minor(2_000, 8) == 250
    at = Circumstances(NOON)
    for uplift, price in ((0, 225), (10, 248)):
        policy = replace(STANDARD, uplift=Fraction(uplift, 100))
        given = inputs_of(facts(whole_minor=1_800), at, 1, policy)
        assert priced(policy, given).amount_minor == price
    drink = facts(whole_minor=200, portions_per_whole=1, score=None)
    policy = replace(STANDARD, uplift=Fraction(1, 10))
    assert priced(policy, inputs_of(drink, at, 1, policy)).amount_minor == 200
    with pytest.raises(ValueError, match="at least one"):
        base_minor(100, 0)


def test_a_stale_score_counts_one_grade_lower_and_a_stale_c_is_withheld() -> None:
    assert [amount(STANDARD, 400, score=s, score_stale=True) for s in (9_500, 8_500)] == [400, 320]
    with pytest.raises(PriceWithheld):
        amount(STANDARD, 400, score=7_500, score_stale=True)
    line = replace(STANDARD, grade_factors=None)
    told = priced(line, inputs(400, score=8_500, score_stale=True))
    assert (told.amount_minor, told.steps[-1].code) == (320, "freshness_stale")


@pytest.mark.parametrize("score", [-0.1, 10.1, 101.0, float("nan"), float("inf")])
def test_a_score_outside_the_scale_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="score"):
        score_milli(score)


@pytest.mark.parametrize(
    "given",
    [
        inputs(-1),
        inputs(100, -1),
        inputs(100, score=10_001),
        inputs(100)._replace(pricing_version=2),
        inputs(100)._replace(quality_version=2),
    ],
)
def test_impossible_inputs_are_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r"never negative|score|version"):
        priced(STANDARD, given)  # type: ignore[arg-type]


def test_nothing_may_cost_nothing() -> None:
    assert amount(STANDARD, 0) == 0
    assert amount(STANDARD, 400, cost=0, score=7_500) == 320
    with pytest.raises(PriceNeedsApproval):
        amount(STANDARD, 0, cost=1)


def test_a_products_own_margin_and_windows_enter_the_inputs() -> None:
    margins = (ProductMargin(SLICE, Fraction(2, 5)),)
    policy = replace(STANDARD, product_margins=margins, windows=(SLOW, PEAK))
    given = inputs_of(facts(), Circumstances(NOON), 1, policy)
    assert (given.min_margin, given.slow_window, given.peak_window) == (
        Fraction(2, 5),
        "slow",
        "peak",
    )
    unapproved = replace(PEAK, justification=Justification("queue", "Nok", NOON.date()))
    for window in (unapproved, replace(PEAK, justification=None)):
        policy = replace(STANDARD, windows=(window,))
        assert inputs_of(facts(), Circumstances(NOON), 1, policy).peak_window == ""


# What holds for every price.

bases = st.integers(0, 100_000)
costs = st.integers(0, 80_000)
scores = st.integers(0, 10_000)
fractions = st.integers(0, 40).map(lambda n: Fraction(n, 100))
promotions = st.lists(
    st.builds(
        off,
        st.sampled_from("ABCDE"),
        percent=fractions,
        stackable=st.booleans(),
    )
    | st.builds(
        off,
        st.sampled_from("FGHIJ"),
        kind=st.just(PromotionKind.AMOUNT),
        amount_minor=st.integers(0, 20_000),
        stackable=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda each: each.id,
).map(tuple)
policies = st.builds(
    lambda graded, rounding, change, offers, net: PricingPolicy(
        version=1,
        max_change=change,
        min_margin=Fraction(1, 5),
        markdown_at_floor=Fraction(1, 4),
        rounding_minor=rounding,
        margin_net_of_tax=net,
        grade_factors=GradeFactors() if graded else None,
        sell_by_steps=STANDARD.sell_by_steps,
        windows=(SLOW, PEAK),
        promotions=offers,
    ),
    st.booleans(),
    st.sampled_from([1, 5, 25, 100]),
    fractions,
    promotions,
    st.booleans(),
)
circumstances = st.fixed_dictionaries(
    {
        "left_s": st.none() | st.integers(-100, 10_000),
        "pace_milli": st.integers(700, 1_000),
        "slow_window": st.sampled_from(["", "slow"]),
        "peak_window": st.sampled_from(["", "peak"]),
        "tax_rate_bp": st.sampled_from([0, 700, 1_900]),
    }
)


@given(policies, bases, costs, scores, scores, circumstances)
def test_every_price_sums_keeps_cap_and_floor_and_follows_quality(
    policy: PricingPolicy, base: int, cost: int, one: int, other: int, rest: dict[str, object]
) -> None:
    rest["promotions"] = tuple((each.id, 0) for each in policy.promotions)
    low, high = sorted((one, other))
    given_low, given_high = (inputs(base, cost, each, **rest) for each in (low, high))
    floor = margin_floor(cost, policy, given_low.tax_rate_bp)
    try:
        cheaper, dearer = priced(policy, given_low), priced(policy, given_high)
    except PriceNeedsApproval:
        assert floor > base * (1 + policy.max_change)
        return
    for price in (cheaper, dearer):
        assert sum(step.amount_minor for step in price.steps) == price.amount_minor
        assert price.base_minor == base
        assert price.amount_minor >= floor
        assert price.amount_minor >= base * (1 - policy.max_change)
        # Only when no cent lies between floor and cap may the last cent pass the cap.
        assert price.amount_minor < base * (1 + policy.max_change) + 1
    assert cheaper.amount_minor <= dearer.amount_minor


@given(policies, bases, scores, circumstances)
def test_the_best_promotion_is_really_the_best(
    policy: PricingPolicy, base: int, score: int, rest: dict[str, object]
) -> None:
    """No allowed choice, worked out alone by a policy that has nothing else, is cheaper."""
    offered = tuple((each.id, 0) for each in policy.promotions)
    best = priced(policy, inputs(base, 0, score, promotions=offered, **rest)).amount_minor
    stacked = [each for each in policy.promotions if each.stackable]
    others = [each for each in policy.promotions if not each.stackable]
    for alone in ([], *([each] for each in others)):
        for subset in (stacked, []):
            chosen = tuple(replace(each, stackable=True) for each in (*subset, *alone))
            only = replace(policy, promotions=chosen)
            ids = tuple((each.id, 0) for each in chosen)
            assert best <= amount(only, base, score=score, promotions=ids, **rest)


@given(policies, bases, scores, circumstances, st.integers(0, 30_000), st.integers(0, 30_000))
def test_a_loss_never_exceeds_the_budget_left(
    policy: PricingPolicy, base: int, score: int, rest: dict[str, object], cost: int, budget: int
) -> None:
    granted = LossApproval("Anan", "launch", NOON, budget, Fraction(9, 10))
    loss = off("L", kind=PromotionKind.AMOUNT, amount_minor=base // 2 + 1, approval=granted)
    policy = replace(policy, promotions=(*policy.promotions, loss), margin_net_of_tax=False)
    given = inputs(base, cost, score, promotions=(("L", budget),), **rest)
    try:
        price = priced(policy, given).amount_minor
    except PriceNeedsApproval:
        return
    assert cost - price <= budget


def test_an_engine_forgets_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.domain.prices.engine._MOST_KEPT", 3)
    engine = PriceEngine(QUALITY, STANDARD)
    assert [engine.price(inputs(each)).amount_minor for each in range(10)] == list(range(10))
    assert engine.price(inputs(4)) is engine.price(inputs(4))


def test_last_call_takes_its_share_and_only_the_deepest_of_what_may_stay_unsold_counts() -> None:
    steps_ = (SellByStep(3_600, Fraction(9, 10)), SellByStep(1_800, Fraction(3, 4)))
    policy = replace(WIDE, last_call_factor=Fraction(17, 20), sell_by_steps=steps_, windows=(PEAK,))
    told = priced(policy, inputs(400, last_call=True, peak_window="peak"))
    assert [(s.code, s.amount_minor) for s in told.steps] == [("share", 400), ("last_call", -60)]
    assert amount(policy, 400, last_call=True, left_s=3_600) == 340
    assert amount(policy, 400, last_call=True, left_s=1_800) == 300
    assert amount(policy, 400, left_s=3_600) == 360

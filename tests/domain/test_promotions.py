"""When promotions hold, which one counts, groups within an order, and losses."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.people import Role
from app.domain.price import PriceReason
from app.domain.prices.order import MOST_UNITS, OrderUnit, PricedOrder, price_order
from app.domain.prices.promotion import (
    BundlePart,
    Circumstances,
    Promotion,
    PromotionKind,
    budget_left_minor,
    in_force,
)
from app.domain.prices.rules import LossApproval
from app.domain.prices.schedule import Schedule
from app.domain.prices.spread import spread
from tests.domain.price_cases import (
    CAKE,
    DRINK,
    NET,
    NOON,
    SLICE,
    STANDARD,
    facts,
    flat,
    inputs_of,
    off,
    priced,
    steps,
)

NOW = Circumstances(NOON)
AMOUNT, N_FOR, BUNDLE = PromotionKind.AMOUNT, PromotionKind.N_FOR_PRICE, PromotionKind.BUNDLE
UNTIL = NOON + timedelta(hours=1)
WIDER = replace(NET, max_change=Fraction(1, 2))


def _price(*promotions: Promotion, at: datetime = NOON, **changes: object) -> int:
    policy = replace(STANDARD, promotions=promotions)
    given = inputs_of(facts()._replace(**changes), Circumstances(at), 1, policy)  # type: ignore[arg-type]
    return priced(policy, given).amount_minor


@pytest.mark.spec("POS-05.5")
def test_only_the_best_promotion_counts_and_only_in_its_time() -> None:
    today = Schedule(last_day=date(2026, 11, 20), until_time=time(12, 30))
    ten, fifty = off("T", schedule=today), off("F", kind=AMOUNT, amount_minor=50, schedule=today)
    assert _price(ten, fifty) == 350
    assert _price(ten, fifty, at=NOON.replace(hour=12, minute=29)) == 350
    assert _price(ten, fifty, at=NOON.replace(hour=12, minute=30)) == 400
    assert _price(ten, fifty, at=NOON + timedelta(days=1)) == 400
    graded = _price(ten, fifty, score=7.5)
    assert graded == 280, "320 after the grade, 270 after the promotion, held by the cap"
    stacked = _price(replace(ten, stackable=True), replace(fifty, stackable=True))
    assert stacked == 310, "percent first, which is better for the guest"
    assert _price(replace(ten, stackable=True), fifty) == 310


def test_a_promotion_starts_and_stops_by_stock_and_time_to_expiry() -> None:
    rule = off("E", percent=Fraction(1, 5), min_stock=6, max_left_s=3_600)
    policy = replace(STANDARD, promotions=(rule,), sell_by_steps=())

    def price(left_s: tuple[int, ...], own_s: int = 3_600) -> int:
        at = Circumstances(NOON, left_s_by_product={SLICE: left_s})
        return priced(policy, inputs_of(facts(left_s=own_s), at, 1, policy)).amount_minor

    assert price((3_600,) * 6) == 320
    assert price((3_600,) * 5) == 400
    assert price((3_600,) * 5 + (3_601,)) == 400
    assert price((3_600,) * 6 + (9_000,), own_s=9_000) == 400


def test_products_roles_coupons_and_the_end_of_an_approval_limit_a_promotion() -> None:
    manager, coupon = off("R", roles=frozenset({Role.MANAGER})), off("C", coupon="PIZZA")
    assert in_force(manager, SLICE, None, Circumstances(NOON, role=Role.MANAGER))
    assert not in_force(manager, SLICE, None, Circumstances(NOON, role=Role.CASHIER))
    assert not in_force(manager, SLICE, None, NOW)
    assert in_force(coupon, SLICE, None, Circumstances(NOON, coupons=frozenset({"PIZZA"})))
    assert not in_force(coupon, SLICE, None, Circumstances(NOON, coupons=frozenset({"CAKE"})))
    held = off("A", approval=LossApproval("Anan", "launch", UNTIL, 100))
    assert in_force(held, SLICE, None, NOW)
    assert not in_force(held, SLICE, None, Circumstances(UNTIL))
    assert in_force(off("P", products=frozenset({SLICE})), SLICE, None, NOW)
    assert not in_force(off("P", products=frozenset({SLICE})), DRINK, None, NOW)
    assert not in_force(off("M", max_left_s=60), SLICE, None, NOW)
    assert budget_left_minor(off("N"), NOW) == 0
    used = Circumstances(NOON, losses_minor={"A": 130})
    assert (budget_left_minor(held, NOW), budget_left_minor(held, used)) == (100, 0)


def test_a_loss_making_promotion_pauses_when_its_budget_would_be_passed() -> None:
    granted = LossApproval("Anan", "launch", UNTIL, 5_000, Fraction(1, 2))
    loss = off("L", kind=AMOUNT, amount_minor=200, approval=granted)
    policy = replace(NET, promotions=(loss,))

    def price(used_minor: int) -> int:
        at = Circumstances(NOON, losses_minor={"L": used_minor})
        given = inputs_of(facts(cost_minor=300), at, 1, policy)
        return priced(policy, given).amount_minor

    assert price(4_900) == 200
    assert price(4_950) == 400


# Groups.


def unit(amount: int, product: object = SLICE, option: str = "1/8", **changes: object) -> OrderUnit:
    made = OrderUnit(product, option, flat(amount), flat(amount), 0, 0)  # type: ignore[arg-type]
    return replace(made, **changes)  # type: ignore[arg-type]


def order(units: list[OrderUnit], *promotions: Promotion, at: Circumstances = NOW) -> PricedOrder:
    return price_order(units, at, replace(WIDER, promotions=promotions))


def amounts(of: PricedOrder) -> list[int]:
    return [each.amount_minor for each in of.prices]


def test_n_for_price_takes_portions_of_one_option_and_sums_exactly() -> None:
    three = off("3", kind=N_FOR, count=3, amount_minor=1_000)
    assert amounts(order([unit(400)] * 3, three)) == [333, 333, 334]
    assert sum(amounts(order([unit(400)] * 7, three))) == 2_400
    mixed = [unit(400), unit(400), unit(400, option="1/6")]
    assert amounts(order(mixed, three)) == [400, 400, 400]
    told = order([unit(400)] * 3, three).prices[0].steps[-1]
    assert (told.reason, told.code) == (PriceReason.PROMOTION, "promotion.n_for_price")


def test_a_bundle_saves_its_difference_over_the_parts() -> None:
    lunch = off("B", kind=BUNDLE, amount_minor=500, parts=(BundlePart(SLICE), BundlePart(DRINK)))
    both = order([unit(400), unit(200, DRINK), unit(400)], lunch)
    assert (sum(amounts(both)), both.saved_minor) == (900, 100)
    assert amounts(both) == [333, 167, 400]
    assert order([unit(400)], lunch).saved_minor == 0
    out_of_hours = replace(lunch, schedule=Schedule(from_time=time(17), until_time=time(18)))
    assert order([unit(400), unit(200, DRINK)], out_of_hours).saved_minor == 0


def test_a_group_replaces_a_units_own_promotion_where_that_is_better() -> None:
    policy = replace(NET, promotions=(off("T"),))
    reduced = priced(policy, inputs_of(facts(), NOW, 1, policy))
    own = unit(400, price=reduced)
    two = off("2", kind=N_FOR, count=2, amount_minor=700)
    told = order([own, own], two)
    assert amounts(told) == [350, 350]
    assert steps(told.prices[0]) == [("base", 400), ("promotion", -50)]
    worse = replace(two, amount_minor=730)
    assert order([own, own], worse).prices == (reduced, reduced)


def test_groups_stop_at_floor_and_cap_and_an_approved_one_at_its_budget() -> None:
    two = off("2", kind=N_FOR, count=2, amount_minor=100)
    assert amounts(order([unit(400, floor_minor=300), unit(400)], two)) == [300, 200]
    granted = LossApproval("Anan", "launch", UNTIL, 150, Fraction(9, 10))
    loss = replace(two, approval=granted)
    cheap = [unit(400, floor_minor=300, cost_minor=120)] * 4
    assert sum(amounts(order(cheap, loss))) == 100 + 800, "two groups would lose 2 × 140"
    richer = replace(loss, approval=replace(granted, budget_minor=280))
    assert sum(amounts(order(cheap, richer))) == 200


@given(
    st.lists(st.tuples(st.integers(1, 600), st.sampled_from([SLICE, DRINK, CAKE])), max_size=6),
    st.lists(
        st.builds(
            off,
            st.sampled_from("XYZ"),
            kind=st.just(N_FOR),
            count=st.integers(2, 3),
            amount_minor=st.integers(1, 1_200),
            products=st.sampled_from([SLICE, DRINK]).map(lambda each: frozenset({each})),
        )
        | st.builds(
            off,
            st.sampled_from("UVW"),
            kind=st.just(BUNDLE),
            amount_minor=st.integers(1, 900),
            parts=st.just((BundlePart(SLICE), BundlePart(DRINK))),
        ),
        max_size=3,
        unique_by=lambda each: each.id,
    ),
)
def test_no_other_grouping_is_cheaper(
    goods: list[tuple[int, object]], promotions: list[Promotion]
) -> None:
    """Against every order in which groups can be formed from every choice of units."""
    units = [unit(amount, product) for amount, product in goods]
    free = replace(NET, max_change=Fraction(1), promotions=tuple(promotions))
    found = price_order(units, NOW, free)
    assert sum(amounts(found)) == sum(amount for amount, _ in goods) - found.saved_minor
    assert all(
        sum(step.amount_minor for step in each.steps) == each.amount_minor for each in found.prices
    )
    assert found.saved_minor == _brute(tuple(goods), tuple(promotions))


def _brute(goods: tuple[tuple[int, object], ...], promotions: tuple[Promotion, ...]) -> int:
    best = 0
    for promotion in promotions:
        size = promotion.count or 2
        for chosen in permutations(range(len(goods)), size):
            kinds = [goods[i][1] for i in chosen]
            if promotion.kind is BUNDLE:
                if kinds != [SLICE, DRINK]:
                    continue
            elif list(chosen) != sorted(chosen) or any(k not in promotion.products for k in kinds):
                continue
            saved = sum(goods[i][0] for i in chosen) - promotion.amount_minor
            if saved > 0:
                rest = tuple(each for i, each in enumerate(goods) if i not in chosen)
                best = max(best, saved + _brute(rest, promotions))
    return best


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 300), st.integers(0, 900)),
        min_size=1,
        max_size=8,
    ),
    st.integers(1, 2_000),
    st.integers(0, 600),
)
def test_no_line_gets_dearer_or_passes_its_floor_and_losses_keep_the_budget(
    goods: list[tuple[int, int, int]], amount: int, budget: int
) -> None:
    units = [unit(price, floor_minor=floor, cost_minor=cost // 2) for price, floor, cost in goods]
    plain = off("2", kind=N_FOR, count=2, amount_minor=amount)
    granted = LossApproval("Anan", "launch", UNTIL, budget, Fraction(1))
    for promotion in (plain, replace(plain, approval=granted)):
        told = order(units, promotion)
        for one, price in zip(units, told.prices, strict=True):
            assert price.amount_minor <= one.price.amount_minor
            if promotion.approval is None and price.amount_minor < one.price.amount_minor:
                assert price.amount_minor >= one.floor_minor
                assert price.amount_minor * 2 >= one.plain.base_minor
        if promotion.approval:
            lost = sum(
                max(0, one.cost_minor - price.amount_minor)
                for one, price in zip(units, told.prices, strict=True)
                if price.amount_minor < one.price.amount_minor
            )
            assert lost <= budget


def test_a_very_large_order_is_priced_too() -> None:
    three = off("3", kind=N_FOR, count=3, amount_minor=1_000)
    two = off("2", kind=N_FOR, count=2, amount_minor=700)
    told = order([unit(400)] * 999, three, two)
    assert told.saved_minor == MOST_UNITS // 3 * 200


@given(
    st.integers(0, 5_000),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=8),
)
def test_shares_sum_exactly_within_their_limits(total: int, rows: list[tuple[int, int]]) -> None:
    weights, most = [each[0] for each in rows], [each[1] for each in rows]
    fits = sum(limit for weight, limit in rows if weight)
    if total > fits:
        with pytest.raises(ValueError, match="amount"):
            spread(total, weights, most)
        return
    shares = spread(total, weights, most)
    assert sum(shares) == total
    assert all(0 <= share <= limit for share, limit in zip(shares, most, strict=True))


def test_odd_cents_go_to_the_largest_remainder_first_of_equals() -> None:
    assert spread(10, (1, 1, 1), (9, 9, 9)) == (4, 3, 3)
    assert spread(10, (1, 1, 4), (9, 9, 5)) == (3, 2, 5)
    assert spread(0, (), ()) == ()
    with pytest.raises(ValueError, match="fit"):
        spread(-1, (1,), (1,))

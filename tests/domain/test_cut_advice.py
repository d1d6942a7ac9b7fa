"""When to cut the next whole: the table of reasons, and what holds for every stock and pace."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cut_advice import CutReason, cut_outlook, sales_per_s

TEN_MINUTES = timedelta(minutes=10)
LONG = 7200.0

lives = st.lists(st.floats(0.0, 4000.0), max_size=20)
paces = st.floats(0.0, 0.1)
few = st.integers(0, 6)


@pytest.mark.parametrize(
    ("good_for_s", "sold_in_hour", "reason", "remaining"),
    [
        ([], 0, CutReason.SOLD_OUT, 0.0),
        ([LONG] * 3, 0, CutReason.FEW_LEFT, 3.0),
        ([LONG] * 4, 0, None, 4.0),
        # 24 an hour are 4 in ten minutes: 8 become 4, which is enough; 7 become 3.
        ([LONG] * 8, 24, None, 4.0),
        ([LONG] * 7, 24, CutReason.SELLING, 3.0),
        # Nobody buys, and five of eight stop being good within the ten minutes.
        ([300.0] * 5 + [LONG] * 3, 0, CutReason.PERISHING, 3.0),
        # What perishes serves guests first: 2 of the 4 expected in the first 300 s.
        ([300.0] * 5 + [LONG] * 6, 24, None, 4.0),
        ([300.0] * 5 + [LONG] * 5, 24, CutReason.SELLING, 3.0),
        # Already past: not counted at all.
        ([0.0, -5.0], 0, CutReason.SOLD_OUT, 0.0),
        # More guests than portions: below nothing.
        ([LONG] * 2, 60, CutReason.FEW_LEFT, -8.0),
    ],
)
def test_the_reasons(
    good_for_s: list[float], sold_in_hour: int, reason: CutReason | None, remaining: float
) -> None:
    pace = sales_per_s(sold_in_hour, timedelta(hours=1))
    outlook = cut_outlook(good_for_s, pace, TEN_MINUTES, 3)
    assert outlook.reason is reason
    assert outlook.remaining == pytest.approx(remaining)


def test_no_window_means_no_pace() -> None:
    assert sales_per_s(5, timedelta(0)) == 0.0


@given(lives, paces, few)
def test_the_order_of_the_portions_does_not_matter(
    good_for_s: list[float], pace: float, few_left: int
) -> None:
    forth = cut_outlook(good_for_s, pace, TEN_MINUTES, few_left)
    assert forth == cut_outlook(reversed(good_for_s), pace, TEN_MINUTES, few_left)


@given(lives, st.floats(0.0, 4000.0), paces)
def test_one_more_portion_never_leaves_fewer(
    good_for_s: list[float], extra: float, pace: float
) -> None:
    before = cut_outlook(good_for_s, pace, TEN_MINUTES, 0).remaining
    assert cut_outlook([*good_for_s, extra], pace, TEN_MINUTES, 0).remaining >= before - 1e-9


@given(lives.filter(bool), st.floats(0.0, 4000.0), paces, st.data())
def test_a_longer_life_never_leaves_fewer(
    good_for_s: list[float], longer: float, pace: float, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(good_for_s) - 1))
    kept = [each + longer * (index == at) for index, each in enumerate(good_for_s)]
    before = cut_outlook(good_for_s, pace, TEN_MINUTES, 0).remaining
    assert cut_outlook(kept, pace, TEN_MINUTES, 0).remaining >= before - 1e-9


@given(lives, paces, paces, few)
def test_more_sales_never_take_the_advice_back(
    good_for_s: list[float], one: float, other: float, few_left: int
) -> None:
    slow, fast = sorted((one, other))
    calm = cut_outlook(good_for_s, slow, TEN_MINUTES, few_left)
    rush = cut_outlook(good_for_s, fast, TEN_MINUTES, few_left)
    assert rush.remaining <= calm.remaining + 1e-9


@given(lives, paces, few)
def test_few_at_hand_always_advise(good_for_s: list[float], pace: float, few_left: int) -> None:
    outlook = cut_outlook(good_for_s, pace, TEN_MINUTES, few_left)
    assert outlook.remaining <= outlook.left
    if outlook.left <= few_left:
        assert outlook.reason is not None

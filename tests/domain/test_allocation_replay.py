import random
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from app.domain.allocation.replay import PastCheck, PastDays, PastTicket, compare, pass_rate, replay
from app.domain.allocation.request import Demand
from app.domain.allocation.stock import StockPortion
from app.domain.policy import AllocationPolicy
from app.domain.portion import Grade
from tests.support.allocation_stock import NOON, PRODUCTS, QUALITY, slice_of, wish

POLICY = AllocationPolicy()
CHECKS = tuple(PastCheck(score, score >= 8_000) for score in (7_200, 7_300, 8_200, 9_100) * 10)


def _days(tickets: int, portions: int = 30) -> PastDays:
    """Portions that end one every 4 minutes, asked for at a slower pace; B's and A's."""
    source = random.Random(5)
    scores = {UUID(int=1_000 + n): source.choice((8_000, 9_000)) for n in range(portions)}
    ends = {each: NOON + timedelta(minutes=30 + 4 * n) for n, each in enumerate(scores)}

    def appraise(portion_id: UUID, at: datetime) -> StockPortion | None:
        score = scores[portion_id] - int((at - NOON).total_seconds() / 60) * 5
        if score < 7_000:
            return None
        grade = Grade.A if score >= 9_000 else Grade.B if score >= 8_000 else Grade.C
        until = ends[portion_id]
        return slice_of(
            portion_id.int - 1_000,
            grade,
            0,
            score_milli=score,
            sell_until=until,
            safe_until=until,
        )

    return PastDays(
        tickets=tuple(
            PastTicket(NOON + timedelta(minutes=6 * n), (wish(),), Demand({PRODUCTS[0]: 20.0}))
            for n in range(tickets)
        ),
        portions=ends,
        appraise=appraise,
        checks=CHECKS,
        until=NOON + timedelta(minutes=90),
    )


def test_two_policies_are_shown_side_by_side_and_the_past_is_left_alone() -> None:
    days = _days(15)
    fresher = replace(POLICY, version=2, quality_weight_bp=20_000, sell_first_window=timedelta(0))
    both = compare(days, POLICY, fresher, QUALITY)
    assert (both.current.policy_version, both.proposed.policy_version) == (1, 2)
    assert both.current.served == both.proposed.served == 15
    assert both.proposed.expired > both.current.expired
    assert both.current.first_check_pass_bp is not None
    assert both.proposed.first_check_pass_bp is not None
    assert both.proposed.first_check_pass_bp >= both.current.first_check_pass_bp
    assert compare(days, POLICY, fresher, QUALITY) == both


def test_what_a_choice_leaves_is_there_for_the_next_ticket() -> None:
    result = replay(_days(5, portions=3), POLICY, QUALITY)
    assert (result.served, result.unfilled) == (3, 2)
    nothing = replay(_days(0), POLICY, QUALITY)
    assert (nothing.served, nothing.first_check_pass_bp) == (0, None)


def test_pass_rates_lean_on_the_whole_where_little_was_seen() -> None:
    rate = pass_rate(CHECKS)
    assert rate(7_250) < 0.2 < 0.8 < rate(8_250)
    assert rate(6_000) == pytest.approx(0.5)
    assert pass_rate(())(8_000) == 1.0

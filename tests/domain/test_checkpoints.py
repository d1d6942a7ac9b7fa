from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind
from app.domain.checkpoints import (
    Due,
    Risk,
    ScoreBlock,
    due_state,
    random_check_at,
    recheck_at,
    score_block,
)
from app.domain.food_policy import CheckpointPolicy

POLICY = CheckpointPolicy()
NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)
COOK = UUID(int=1)


def minutes(count: float) -> datetime:
    return NOON + timedelta(minutes=count)


@pytest.mark.parametrize(
    ("second", "state"),
    [(-1, Due.SCHEDULED), (0, Due.DUE), (900, Due.DUE), (901, Due.OVERDUE), (9999, Due.OVERDUE)],
)
def test_a_check_is_overdue_after_fifteen_minutes(second: int, state: Due) -> None:
    assert due_state(NOON, NOON + timedelta(seconds=second), POLICY) is state


def test_an_hour_and_a_quarter_after_its_score_hot_food_is_blocked() -> None:
    due_at = recheck_at(NOON, HoldingKind.HOT, POLICY)
    assert due_at == minutes(60)
    assert score_block(NOON, due_at, minutes(75), POLICY) is None
    assert score_block(NOON, due_at, minutes(76), POLICY) is ScoreBlock.OVERDUE
    again = minutes(77)
    assert score_block(again, recheck_at(again, HoldingKind.HOT, POLICY), again, POLICY) is None
    assert score_block(None, due_at, NOON, POLICY) is ScoreBlock.NO_SCORE


def test_cake_is_looked_at_daily() -> None:
    assert recheck_at(NOON, HoldingKind.COLD, POLICY) == NOON + timedelta(hours=24)


@given(st.floats(-1, 2), st.floats(-1, 2), st.floats(0, 1), st.booleans())
def test_risk_only_ever_brings_a_look_forward(
    decay: float, doubt: float, failures: float, watched: bool
) -> None:
    plain = recheck_at(NOON, HoldingKind.HOT, POLICY)
    risk = Risk(decay, doubt, failures)
    early = recheck_at(NOON, HoldingKind.HOT, POLICY, risk=risk, watched=watched)
    assert NOON + timedelta(minutes=15) <= early <= plain
    more = recheck_at(
        NOON, HoldingKind.HOT, POLICY, risk=replace(risk, failures=1.0), watched=watched
    )
    assert more <= early


def test_no_interval_reaches_past_the_predicted_floor() -> None:
    assert recheck_at(NOON, HoldingKind.HOT, POLICY, floor_at=minutes(20)) == minutes(20)
    assert recheck_at(NOON, HoldingKind.HOT, POLICY, floor_at=minutes(90)) == minutes(60)
    assert recheck_at(NOON, HoldingKind.HOT, POLICY, floor_at=minutes(-5)) == minutes(60)


def test_inspections_by_chance_are_the_same_on_every_terminal_and_fair() -> None:
    ids = [uuid5(COOK, str(number)) for number in range(4000)]
    drawn = [random_check_at(each, NOON, minutes(240), POLICY) for each in ids]
    assert drawn == [random_check_at(each, NOON, minutes(240), POLICY) for each in ids]
    chosen = [each for each in drawn if each is not None]
    assert len(chosen) == pytest.approx(400, abs=60)
    assert all(NOON <= each < minutes(240) for each in chosen)
    late = sum(each >= minutes(120) for each in chosen)
    assert late == pytest.approx(len(chosen) / 2, abs=40)


def test_a_share_of_none_or_all_draws_none_or_all() -> None:
    for share, all_drawn in ((Fraction(0), False), (Fraction(1), True)):
        policy = replace(POLICY, random_share=share)
        drawn = [random_check_at(UUID(int=n), NOON, minutes(9), policy) for n in range(50)]
        assert all((each is not None) == all_drawn for each in drawn)
    assert random_check_at(COOK, NOON, NOON, replace(POLICY, random_share=Fraction(1))) is None

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.food_policy import CheckpointPolicy
from app.domain.people import Role
from app.domain.portion_check import ReviewOutcome
from tests.models.batch_hold import Batch, NotAReviewer, QualityStatus

POLICY = CheckpointPolicy()
NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)
CAKE, PIE = UUID(int=1), UUID(int=2)


def day(number: float) -> datetime:
    return NOON + timedelta(days=number)


SLICES = tuple(UUID(int=number) for number in range(8))


def test_one_failed_portion_holds_its_batch_until_a_reviewer_decides() -> None:
    batch = Batch.of(SLICES).fail(SLICES[3])
    assert not batch.sellable
    rest = {each: ReviewOutcome.RELEASED for each in SLICES if each != SLICES[3]}
    after = batch.decide(rest, Role.MANAGER)
    assert after.sellable == set(rest)
    assert after.statuses[SLICES[3]] is QualityStatus.FAILED
    assert not after.fail(SLICES[0]).sellable


def test_a_failed_portion_is_never_released() -> None:
    batch = Batch.of(SLICES).fail(SLICES[3])
    for outcome in (ReviewOutcome.RELEASED, ReviewOutcome.MARKED_DOWN):
        with pytest.raises(ValueError, match="not held"):
            batch.decide({SLICES[3]: outcome}, Role.MANAGER)
    wasted = batch.decide({SLICES[3]: ReviewOutcome.WASTED}, Role.FOOD_SAFETY_MANAGER)
    assert wasted.statuses[SLICES[3]] is QualityStatus.WASTED
    assert wasted.fail(SLICES[3]).statuses[SLICES[3]] is QualityStatus.WASTED


@pytest.mark.parametrize("role", [Role.CASHIER, Role.KITCHEN])
def test_cashier_and_kitchen_do_not_review(role: Role) -> None:
    with pytest.raises(NotAReviewer):
        Batch.of(SLICES).fail(SLICES[0]).decide({SLICES[1]: ReviewOutcome.RELEASED}, role)


def test_what_is_not_in_the_batch_or_not_held_is_refused_whole() -> None:
    batch = Batch.of(SLICES)
    with pytest.raises(KeyError):
        batch.fail(UUID(int=99))
    with pytest.raises(ValueError, match="not held"):
        batch.decide({SLICES[0]: ReviewOutcome.RELEASED}, Role.MANAGER)


@given(
    st.lists(
        st.one_of(
            st.integers(0, 7),
            st.dictionaries(st.integers(0, 7), st.sampled_from(ReviewOutcome), max_size=8),
        ),
        max_size=12,
    )
)
def test_no_history_sells_a_failed_or_wasted_portion(
    history: list[int | dict[int, ReviewOutcome]],
) -> None:
    batch, spoiled = Batch.of(SLICES), set()
    for event in history:
        if isinstance(event, int):
            batch = batch.fail(SLICES[event])
            spoiled.add(SLICES[event])
            assert not batch.sellable
        else:
            held = {SLICES[n]: outcome for n, outcome in event.items()}
            try:
                batch = batch.decide(held, Role.MANAGER)
            except ValueError:
                continue
            spoiled |= {each for each, how in held.items() if how is ReviewOutcome.WASTED}
        assert not batch.sellable & spoiled
        assert len(batch.statuses) == 8

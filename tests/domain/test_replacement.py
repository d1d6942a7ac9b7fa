"""Which portion stands in for one that may not be handed over."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.portion import Grade
from app.domain.replacement import Lost, Spare, stand_ins
from tests.support.sample_store import stocked_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
PORTION = next(iter(stocked_view(NOW).portions.values()))
EIGHTH = Lost(8, Grade.B, 9000)


def spare(number: int, cut: int | None, grade: Grade = Grade.B, price_minor: int = 9000) -> Spare:
    return Spare(UUID(int=number), cut, grade, price_minor)


def chosen(lost: Lost, *spares: Spare) -> list[int]:
    return [each.int for each in stand_ins(lost, spares)]


def test_the_same_cut_comes_first_in_turn() -> None:
    assert chosen(EIGHTH, spare(1, 6, price_minor=8000), spare(2, 8), spare(3, 8)) == [2, 3, 1]


def test_another_cut_is_never_dearer_and_the_nearest_price_first() -> None:
    spares = spare(1, 10, price_minor=7000), spare(2, 6, price_minor=9100), spare(3, 6)
    assert chosen(EIGHTH, *spares) == [3, 1]


def test_the_same_cut_may_be_dearer_today() -> None:
    assert chosen(EIGHTH, spare(1, 8, Grade.A, 9900)) == [1]


def test_a_lower_grade_needs_consent() -> None:
    assert chosen(EIGHTH, spare(1, 8, Grade.C, 6000), spare(2, 8, Grade.A)) == [2]
    assert chosen(replace(EIGHTH, grade=None), spare(1, 8, Grade.C)) == [1]


spares_of_any_kind = st.lists(
    st.builds(
        Spare,
        st.uuids(),
        st.sampled_from([None, 4, 6, 8, 10]),
        st.sampled_from(Grade),
        st.integers(0, 20_000),
    ),
    unique_by=lambda each: each.portion_id,
)


@given(spares_of_any_kind, st.sampled_from([None, 6, 8]), st.sampled_from(Grade))
def test_nobody_is_given_less_or_charged_a_dearer_cut(
    spares: list[Spare], cut: int | None, grade: Grade
) -> None:
    lost = Lost(cut, grade, 9000)
    by_id = {each.portion_id: each for each in spares}
    picked = [by_id[each] for each in stand_ins(lost, spares)]
    same = [each for each in picked if each.portions_per_whole == cut]
    assert picked[: len(same)] == same
    assert same == [s for s in spares if s.portions_per_whole == cut and s.grade <= grade]
    for each in picked[len(same) :]:
        assert each.price_minor <= 9000
        assert each.grade <= grade

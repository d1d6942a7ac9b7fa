"""What a guest prefers, from purchases and ratings; and where a portion lies in its whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.guest_policy import GuestPolicy
from app.domain.guests import GuestProfile, Purchase, profile_of
from app.domain.place import Place, beside_grade, features, place_of, speaks_of_place
from app.domain.portion import Grade

NOW = datetime(2026, 3, 6, 11, 10, tzinfo=UTC)
CAKE, SLICE = UUID(int=2), UUID(int=1)
CORNER, EDGE, MIDDLE = Place.CORNER, Place.EDGE, Place.MIDDLE


def bought(place: Place | None = None, stars: int | None = None, **changes: object) -> Purchase:
    line = Purchase(
        uuid4(), NOW - timedelta(days=3), CAKE, "Cake", "1/12", Grade.B, 1, 9000, "counter",
        place, (), 2, 18, stars,
    )  # fmt: skip
    return replace(line, **changes)  # type: ignore[arg-type]


def profile(*purchases: Purchase, policy: GuestPolicy | None = None) -> GuestProfile:
    return profile_of(purchases, NOW, policy or GuestPolicy(), "Asia/Bangkok")


@pytest.mark.parametrize(
    ("portions", "per_row", "expected"),
    [
        (12, 4, "CEEC EMME CEEC"),
        (9, 3, "CEC EME CEC"),
        (10, 5, "CEEEC CEEEC"),
        (8, 8, "CEEEEEEC"),
        (4, 1, "CEEC"),
        (4, 2, "CC CC"),
    ],
)
def test_corners_edges_and_the_middle(portions: int, per_row: int, expected: str) -> None:
    letters = {CORNER: "C", EDGE: "E", MIDDLE: "M", None: "-"}
    found = [letters[place_of(wedge, portions, per_row)] for wedge in range(portions)]
    assert "".join(found) == expected.replace(" ", "")


def test_a_round_whole_has_no_places_nor_has_a_piece_that_was_not_cut_on_it() -> None:
    assert place_of(0, 8, None) is None
    assert place_of(8, 8, 4) is None
    assert features(None, None) == frozenset()
    both = features(CORNER, Grade.A)
    assert both == {"corner", "grade_A"}
    assert beside_grade(both) == {"corner"}
    assert speaks_of_place(both) and not speaks_of_place(features(None, Grade.A))


@pytest.mark.spec("FUL-09.4")
def test_five_corner_portions_rated_five_are_a_preference() -> None:
    found = profile(*(bought(CORNER, 5) for _ in range(5)))
    assert (found.place, found.wanted_grade) == (CORNER, Grade.B)
    assert found.prefers == {"corner", "grade_B"}
    assert profile().prefers == frozenset()


def test_little_or_mixed_evidence_is_no_preference() -> None:
    assert profile(bought(CORNER), bought(CORNER)).place is None
    assert profile(bought(CORNER), bought(CORNER), bought(CORNER)).place is CORNER
    assert profile(*(bought(each) for each in (CORNER, EDGE, MIDDLE) * 3)).place is None
    assert profile(*(bought(None) for _ in range(9))).place is None
    strict = GuestPolicy(preference_portions=6)
    assert profile(*(bought(CORNER) for _ in range(5)), policy=strict).place is None


def test_what_was_not_liked_counts_less_and_what_was_counts_more() -> None:
    """Four from the edge rated 1 weigh nothing beside three from the corner."""
    edges, corners = [bought(EDGE, 1)] * 4, [bought(CORNER)] * 3
    assert profile(*edges, *corners).place is CORNER
    assert profile(*([bought(EDGE, 1)] * 9)).place is None
    # Two corners rated five count four.
    assert profile(bought(CORNER, 5), bought(CORNER, 5), bought(EDGE)).place is CORNER


def test_what_is_usually_asked_for_is_judged_among_what_it_is_offered_with() -> None:
    warm = [bought(preparations=("Reheated",))] * 3
    pizza = [bought(product_id=SLICE, name="Slice")] * 9
    assert profile(*warm, *pizza).preparations == ("Reheated",)
    assert profile(*warm, *([bought()] * 3)).preparations == ()


def test_old_purchases_prove_nothing() -> None:
    old = [bought(CORNER, 5, at=NOW - timedelta(days=181))] * 5
    assert profile(*old) == GuestProfile()


@given(
    st.lists(st.tuples(st.sampled_from([*Place, None]), st.sampled_from([None, 1, 2, 3, 4, 5]))),
    st.randoms(use_true_random=False),
)
def test_the_profile_does_not_depend_on_the_order_of_its_evidence(
    seen: list[tuple[Place | None, int | None]], source: object
) -> None:
    purchases = [bought(place, stars) for place, stars in seen]
    first = profile(*purchases)
    source.shuffle(purchases)  # type: ignore[attr-defined]
    again = profile(*purchases)
    assert (again.place, again.wanted_grade) == (first.place, first.wanted_grade)

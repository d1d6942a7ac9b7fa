from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.allergens import (
    EU_FOURTEEN,
    US_NINE,
    View,
    canonical,
    conflicting,
    covers,
    declare,
    foreign,
    may_be,
)
from app.domain.allocation.stock import conflicts

CODES = (
    "gluten", "wheat", "spelt", "barley", "rye", "oats", "milk", "egg", "soy", "fish",
    "crustaceans", "molluscs", "shellfish", "peanuts", "tree_nuts", "almond", "hazelnut",
    "pine_nut", "coconut", "sesame", "mustard", "celery", "lupin", "sulphites", "house_spice",
)  # fmt: skip
codes = st.sampled_from(CODES)
statements = st.frozensets(codes, max_size=6)


def test_the_lists_have_nine_and_fourteen() -> None:
    assert (len(set(US_NINE)), len(set(EU_FOURTEEN))) == (9, 14)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("nuts", "tree_nuts"),
        ("Tree Nuts", "tree_nuts"),
        ("peanut", "peanuts"),
        (" Soya ", "soy"),
        ("sulfites", "sulphites"),
        ("house spice", "house_spice"),
        ("milk", "milk"),
    ],
)
def test_usual_spellings_mean_one_code(typed: str, code: str) -> None:
    assert canonical(typed) == code


@pytest.mark.parametrize(
    ("stated", "us", "eu"),
    [
        ({"gluten"}, {"wheat"}, {"gluten"}),
        ({"spelt"}, {"wheat"}, {"gluten"}),
        ({"barley"}, set(), {"gluten"}),
        ({"almond"}, {"tree_nuts"}, {"tree_nuts"}),
        ({"nuts"}, {"tree_nuts"}, {"tree_nuts"}),
        ({"pine_nut"}, {"tree_nuts"}, set()),
        ({"coconut"}, set(), set()),
        ({"shellfish"}, {"crustaceans"}, {"crustaceans", "molluscs"}),
        ({"molluscs"}, set(), {"molluscs"}),
        ({"mustard", "celery", "lupin"}, set(), {"mustard", "celery", "lupin"}),
        ({"milk", "egg", "sesame"}, {"milk", "egg", "sesame"}, {"milk", "egg", "sesame"}),
        (set(), set(), set()),
    ],
)
def test_each_jurisdiction_has_its_view(stated: set[str], us: set[str], eu: set[str]) -> None:
    assert set(declare(stated, View.US).codes) == us
    assert set(declare(stated, View.EU).codes) == eu


def test_a_view_names_the_very_nuts_and_drops_nothing() -> None:
    shown = declare({"hazelnut", "almond", "milk", "house spice"}, View.US)
    assert shown.declared == (("milk", ("milk",)), ("tree_nuts", ("almond", "hazelnut")))
    assert shown.others == ("house_spice",)


@given(statements, st.sampled_from(View))
def test_every_stated_code_is_shown_somewhere(stated: frozenset[str], view: View) -> None:
    shown = declare(stated, view)
    seen = {code for _, making in shown.declared for code in making} | set(shown.others)
    assert seen == stated
    assert list(shown.codes) == [
        code for code in (US_NINE if view is View.US else EU_FOURTEEN) if code in shown.codes
    ]


@pytest.mark.parametrize(
    ("stated", "avoided", "found"),
    [
        ({"almond"}, {"tree_nuts"}, {"tree_nuts"}),
        ({"tree_nuts"}, {"almond"}, {"almond"}),
        ({"hazelnut"}, {"almond"}, set()),
        ({"wheat"}, {"gluten"}, {"gluten"}),
        ({"barley"}, {"wheat"}, set()),
        ({"nuts", "milk"}, {"tree_nuts", "fish"}, {"tree_nuts"}),
        (set(), {"milk"}, set()),
        ({"peanuts"}, {"tree_nuts"}, set()),
        (None, {"milk", "egg"}, {"milk", "egg"}),
        (None, set(), set()),
    ],
)
def test_what_a_guest_avoids_is_found_by_group_and_member(
    stated: set[str] | None, avoided: set[str], found: set[str]
) -> None:
    assert conflicting(stated, avoided) == found


def test_may_be_is_mutual_and_covering_is_one_way() -> None:
    for one, other in product(CODES, CODES):
        assert may_be(one, other) == may_be(other, one)
        assert may_be(one, other) == (covers(one, other) or covers(other, one))
    assert covers("tree_nuts", "almond")
    assert not covers("almond", "tree_nuts")


@given(statements, statements)
def test_avoiding_is_at_least_as_strict_as_equal_codes(
    stated: frozenset[str], avoided: frozenset[str]
) -> None:
    assert conflicting(stated, avoided) >= stated & avoided


@given(statements, statements)
def test_nothing_foreign_means_no_guest_is_deceived(
    residue: frozenset[str], job: frozenset[str]
) -> None:
    """Whoever avoids a residue that is not foreign is warned by the job's own statement."""
    for code in residue - foreign(residue, job):
        assert conflicting(job, {code})
    assert not foreign(residue, residue | job)


@given(statements, statements)
def test_the_choice_of_portions_keeps_what_a_guest_avoids(
    stated: frozenset[str], avoided: frozenset[str]
) -> None:
    assert conflicts(stated, avoided) == bool(conflicting(stated, avoided))
    assert conflicts(None, avoided) == bool(avoided)
    assert conflicts(frozenset({"almond"}), frozenset({"tree_nuts"}))

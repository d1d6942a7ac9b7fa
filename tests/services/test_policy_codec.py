"""Policies survive the way through the settings document, and a bad document names the place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.food_policy import JURISDICTIONS, SPECIFIED, FoodPolicies
from app.domain.policy import StoreSettings
from app.services.policy_codec import BadPolicyDocument, from_document, to_document
from tests.support.seed import SETTINGS


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    share: Fraction = Fraction(1, 3)


@dataclass(frozen=True, slots=True)
class Everything:
    whole: int
    real: float
    yes: bool
    text: str
    lasting: timedelta
    maybe: timedelta | None
    day: date
    at: time
    moment: datetime
    key: UUID
    colour: Colour
    pair: tuple[str, int]
    many: tuple[tuple[str, tuple[int, ...]], ...]
    some: frozenset[str]
    table: Mapping[Colour, frozenset[str]]
    inner: Inner = Inner()


everything = st.builds(
    Everything,
    whole=st.integers(),
    real=st.floats(allow_nan=False, allow_infinity=False),
    lasting=st.integers(-(10**9), 10**9).map(lambda s: timedelta(seconds=s)),
    maybe=st.none() | st.integers(0, 10**6).map(lambda s: timedelta(seconds=s)),
    inner=st.builds(Inner, st.fractions()),
    table=st.dictionaries(st.just(Colour.RED), st.frozensets(st.text())),
)


@given(everything)
def test_a_policy_comes_back_as_it_went(policy: Everything) -> None:
    document = json.loads(json.dumps(to_document(policy)))
    assert from_document(Everything, document) == policy


def test_durations_are_seconds_and_shares_fractions() -> None:
    document = to_document(SPECIFIED)
    assert document["shelf_life"]["removal_lead_cold_s"] == 7200
    assert document["portions"]["presentation_share_per_point"] == "1/10"


def test_an_older_document_takes_the_defaults() -> None:
    settings = from_document(StoreSettings, SETTINGS)
    assert settings.food == FoodPolicies()
    stored: dict[str, Any] = {
        **SETTINGS,
        "food": {"jurisdiction": to_document(JURISDICTIONS["uk"])},
    }
    settings = from_document(StoreSettings, stored)
    assert settings.food == replace(SPECIFIED, jurisdiction=JURISDICTIONS["uk"])


def test_a_key_that_no_field_has_is_left_alone() -> None:
    assert from_document(Inner, {"share": "1/2", "of tomorrow": 1}) == Inner(Fraction(1, 2))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"hold_s": "300"}, "hold_s"),
        ({"hold_s": True}, "hold_s"),
        ({"pricing": {**SETTINGS["pricing"], "max_change": "1/0"}}, "pricing: max_change"),  # type: ignore[dict-item]
        ({"quality": {"version": 1}}, "quality: grade_a is missing"),
        ({"cash_notes_minor": [1, "2"]}, "cash_notes_minor"),
        ({"targets": 5}, "targets"),
    ],
)
def test_a_bad_value_is_named(change: dict[str, Any], place: str) -> None:
    with pytest.raises(BadPolicyDocument, match=place):
        from_document(StoreSettings, {**SETTINGS, **change})

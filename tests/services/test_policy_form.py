"""A manager types percentages and durations; what comes back is the policy itself."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.food_policy import JurisdictionPolicy, ShelfLifePolicy
from app.domain.policy import PricingPolicy, StoreSettings
from app.services.policy_codec import from_document
from app.services.policy_form import (
    BadFieldText,
    FieldKind,
    duration_text,
    form_of,
    read_duration_s,
    read_form,
    section_of,
    sections,
    share_text,
    with_section,
)
from tests.support.seed import SETTINGS


def settings() -> StoreSettings:
    return from_document(StoreSettings, SETTINGS)


def test_every_policy_is_a_section_and_the_shops_facts_are_not() -> None:
    found = sections()
    assert found["pricing"] is PricingPolicy
    assert found["food.shelf_life"] is ShelfLifePolicy
    assert not {"store_name", "hold_s", "food"} & found.keys()


@pytest.mark.parametrize("path", sorted(sections()))
def test_a_form_left_alone_changes_nothing(path: str) -> None:
    policy = section_of(settings(), path)
    assert read_form(policy, {line.key: line.text for line in form_of(policy)}) == policy
    assert with_section(settings(), path, policy) == settings()


def test_fields_are_shown_as_people_write_them() -> None:
    lines = {line.name: line for line in form_of(settings().pricing)}
    assert (lines["max_change"].kind, lines["max_change"].text) == (FieldKind.SHARE, "30 %")
    assert lines["rounding_minor"].text == "100"
    assert "version" not in lines
    shelf = {line.name: line.text for line in form_of(ShelfLifePolicy())}
    assert shelf["removal_lead_cold"] == "2 h"


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [("max_change", "25 %", "max_change", Fraction(1, 4)),
     ("max_change", "12,5", "max_change", Fraction(1, 8)),
     ("max_change", "1/3", "max_change", Fraction(1, 3)),
     ("rounding_minor", "25", "rounding_minor", 25)],
)  # fmt: skip
def test_what_is_typed_is_read(key: str, text: str, field: str, value: Any) -> None:
    changed = read_form(settings().pricing, {key: text})
    assert changed == replace(settings().pricing, **{field: value})


@pytest.mark.parametrize(
    ("policy", "key", "text", "field"),
    [(settings().pricing, "max_change", "much", "max_change"),
     (settings().pricing, "rounding_minor", "1.5", "rounding_minor"),
     (settings().pricing, "rounding_minor", "", "rounding_minor"),
     (ShelfLifePolicy(), "max_extension_s", "30", "max_extension"),
     (ShelfLifePolicy(), "max_extension_s", "half an hour", "max_extension"),
     (settings().food.portions, "size_standards", "[[1]", "size_standards")],
)  # fmt: skip
def test_what_cannot_be_read_names_its_field(
    policy: object, key: str, text: str, field: str
) -> None:
    with pytest.raises(BadFieldText, match=field):
        read_form(policy, {key: text})


@given(st.integers(0, 10**7))
def test_durations_come_back(seconds: int) -> None:
    assert read_duration_s(duration_text(seconds)) == seconds


@given(st.integers(0, 10**5))
def test_percentages_come_back(thousandths: int) -> None:
    share = Fraction(thousandths, 100_000)
    text = share_text(share)
    changed = read_form(settings().pricing, {"max_change": text})
    assert changed.max_change == share


def test_another_profile_is_a_form_too() -> None:
    typed = {"profile": "uk", "hot_display_limit_s": "2 h"}
    changed = read_form(JurisdictionPolicy(), typed)
    assert (changed.profile, changed.hot_display_limit) == ("uk", timedelta(hours=2))

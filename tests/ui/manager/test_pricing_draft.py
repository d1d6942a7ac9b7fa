"""A draft of the prices: what was typed lies over the policy in force, and reads back exactly."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.prices.rules import GradeFactors, SellByStep
from app.domain.prices.standard import SELL_BY_STEPS, standard_pricing
from app.services.policy_form import BadFieldText
from app.ui.manager.pricing_draft import PricingDraft, read_steps, steps_text

KNOWN = standard_pricing()
HALF = Promotion("half", "Half price", PromotionKind.PERCENT, percent=Fraction(1, 5))


def test_nothing_typed_is_the_policy_in_force() -> None:
    draft = PricingDraft(KNOWN)
    assert draft.policy() == KNOWN
    assert draft.changes() == 0
    typed = draft
    for line in draft.lines():
        typed = typed.with_text(line.key, line.text)
    assert typed.policy() == KNOWN
    assert typed.changes() == 0


def test_lines_of_every_depth_are_read_back() -> None:
    draft = (
        PricingDraft(KNOWN)
        .with_text("max_change", "25 %")
        .with_text("grade_factors.c", "85 %")
        .with_text("hysteresis_s", "20 min")
        .with_text("sell_by_steps", "1 h: 95 %; 20 min: 80 %")
    )
    assert draft.policy() == replace(
        KNOWN,
        max_change=Fraction(1, 4),
        grade_factors=GradeFactors(c=Fraction(17, 20)),
        hysteresis=timedelta(minutes=20),
        sell_by_steps=(SellByStep(1200, Fraction(4, 5)), SellByStep(3600, Fraction(19, 20))),
    )
    assert draft.changes() == 4


def test_a_rule_is_switched_on_with_its_defaults_and_off_again() -> None:
    off = PricingDraft(KNOWN).with_text("grade_factors", "no")
    assert off.policy().grade_factors is None
    on = PricingDraft(replace(KNOWN, grade_factors=None)).with_text("grade_factors", "yes")
    assert on.policy().grade_factors == GradeFactors()
    assert "grade_factors.a" in {line.key for line in on.lines()}


@pytest.mark.parametrize(
    ("key", "text"),
    [("max_change", "much"), ("grade_factors.a", "x"), ("sell_by_steps", "soon: 1")],
)
def test_a_line_that_cannot_be_read_is_named(key: str, text: str) -> None:
    with pytest.raises(BadFieldText) as bad:
        PricingDraft(KNOWN).with_text(key, text).policy()
    assert str(bad.value) == key


def test_an_edited_list_counts_its_entries_and_replaces_the_known_one() -> None:
    known = replace(KNOWN, promotions=(HALF,))
    other = replace(HALF, id="other")
    draft = replace(PricingDraft(known), promotions=(replace(HALF, name="Less"), other))
    assert draft.changes() == 2
    assert draft.policy().promotions == (replace(HALF, name="Less"), other)
    assert replace(PricingDraft(known), promotions=()).changes() == 1


def test_steps_are_written_as_they_are_read() -> None:
    assert steps_text(SELL_BY_STEPS) == "1 h: 90 %; 30 min: 75 %"
    assert read_steps(steps_text(SELL_BY_STEPS)) == SELL_BY_STEPS
    assert read_steps(" ") == ()

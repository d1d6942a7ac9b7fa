"""Every rule can be read: a label, half a sentence of help, a unit and an editor that fits."""

import json
from fractions import Fraction

import pytest

from app.domain.approval import ApprovalAction, ApprovalPolicy
from app.domain.food_policy import JURISDICTIONS, PortionPolicy
from app.domain.people import Role
from app.domain.policy import StoreSettings
from app.domain.prices.rules import GradeFactors, PaceLadder
from app.services import policy_form as form
from app.services.policy_shown import lines_of, read_lines
from app.ui.manager import rule_words
from app.ui.manager.rule_draft import RuleDraft, section_lines
from app.ui.manager.rule_editors import editor_of, tick, unit_text, with_cell
from tests.support.sample_data import sample_settings

SECTIONS = sorted(form.sections())


def policy_of(settings: StoreSettings, path: str) -> object:
    return form.section_of(settings, path)


@pytest.mark.parametrize("path", SECTIONS)
def test_no_field_is_without_words_or_edited_raw(path: str) -> None:
    settings = sample_settings()
    lines = section_lines(
        policy_of(settings, path), settings.currency, {"grade_factors": "yes", "pace": "yes"}
    )
    assert rule_words.section(path) != path.rsplit(".", maxsplit=1)[-1].capitalize() or path in (
        "kitchen", "approvals", "suggestions", "refunds", "food.freshness", "food.allergens"
    )  # fmt: skip
    for line in lines:
        assert rule_words.help_text(path, line.name), f"{path}.{line.name} has no help"
        editor = editor_of(line)
        assert editor.kind != "raw", f"{path}.{line.name} is edited as raw text"
        if line.name.endswith(("_mc", "_mg", "_mdeg", "_bp", "_minor", "_percent")):
            assert unit_text(line, settings), f"{path}.{line.name} has no unit"


@pytest.mark.parametrize("path", SECTIONS)
def test_every_policy_comes_back_as_it_was_shown(path: str) -> None:
    policy = policy_of(sample_settings(), path)
    for currency in ("THB", "JPY", "KWD"):
        typed = {line.key: line.text for line in lines_of(policy, currency)}
        assert read_lines(policy, typed, currency) == policy


def test_degrees_money_and_shares_are_typed_as_people_write_them() -> None:
    settings = sample_settings()
    food = {line.key: line.text for line in lines_of(settings.food.jurisdiction, "THB")}
    assert (food["hot_min_mc"], food["cold_quality_min_mc"]) == ("60", "1.667")
    typed = read_lines(settings.food.jurisdiction, {"hot_min_mc": "62,5 °C"}, "THB")
    assert typed.hot_min_mc == 62_500
    assert read_lines(settings.refunds, {"cashier_limit_minor": "12.50"}, "THB") == (
        type(settings.refunds)(cashier_limit_minor=1250)
    )
    assert read_lines(
        settings.allocation, {"margin_weight_bp": "30 %"}, "THB"
    ).margin_weight_bp == (3_000)
    for nonsense in ("hot", "60.00005", "1e"):
        with pytest.raises(form.BadFieldText):
            read_lines(settings.food.jurisdiction, {"hot_min_mc": nonsense}, "THB")


def test_tables_and_lists_are_typed_in_cells() -> None:
    lines = {line.key: line for line in lines_of(PortionPolicy(), "THB")}
    cuts = with_cell(lines["usual_counts"].text, 0, 1, "4, 6")
    more = with_cell(lines["size_standards"].text, 3, 0, "Family")
    policy = PortionPolicy()
    assert read_lines(policy, {"usual_counts": cuts}, "THB").usual_counts[0] == ("Pizza", (4, 6))
    with pytest.raises(form.BadFieldText):
        read_lines(policy, {"size_standards": more}, "THB")
    whole = read_lines(policy, {"size_standards": with_cell(more, 3, 1, "12")}, "THB")
    assert whole.size_standards[-1] == ("Family", 12)
    bands = sample_settings().recovery
    assert read_lines(bands, {"age_bands_min": "10, 20"}, "THB").age_bands_min == (10, 20)


def test_approvers_are_ticked_and_one_stays() -> None:
    line = next(each for each in lines_of(ApprovalPolicy(), "THB") if each.key == "approvers")
    action = ApprovalAction.REFUND.value
    text = tick(line, line.text, action, Role.SHIFT_LEAD.value)
    policy = read_lines(ApprovalPolicy(), {"approvers": text}, "THB")
    assert policy.roles(action) == {Role.MANAGER, Role.ADMINISTRATOR, Role.SHIFT_LEAD}
    for role in (Role.MANAGER, Role.ADMINISTRATOR, Role.SHIFT_LEAD):
        text = tick(line, text, action, role.value)
    assert json.loads(text)[action] == [Role.SHIFT_LEAD.value]


def test_rules_that_are_switched_on_show_their_own_lines() -> None:
    pricing = sample_settings().pricing
    typed = {"grade_factors": "yes", "pace": "yes", "rounding_minor": "0.25", "max_change": "20 %"}
    draft = RuleDraft(pricing, pricing, "THB", typed)
    assert {"grade_factors.a", "pace.deepest", "manual.managers"} <= {
        line.key for line in draft.lines()
    }
    made = draft.policy()
    assert made.grade_factors == GradeFactors() and made.pace == PaceLadder()
    assert (made.rounding_minor, made.max_change) == (25, Fraction(1, 5))


def test_every_profile_of_a_place_has_a_name() -> None:
    lines = section_lines(JURISDICTIONS["uk"], "THB")
    options = editor_of(next(each for each in lines if each.key == "profile")).options
    assert [each["key"] for each in options] == list(JURISDICTIONS)
    assert all(each["text"] != each["key"] for each in options)

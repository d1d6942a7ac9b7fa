"""Reading, changing and taking back the rules, and answering questions, by clicks and keys."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from app.domain.approval import ApprovalState
from app.domain.ids import new_id
from app.services.discount import discount_subject
from app.services.policy_codec import to_document
from tests.support.sample_store import SAMPLE_PIN, sample_session
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


async def approve(desk: OfficeDriver) -> None:
    """The administrator is in the office too and types the PIN."""
    await desk.tap("approvalReason_0")
    await desk.tap("approvalAsk")
    await desk.tap("approver_Mali")
    for digit in SAMPLE_PIN:
        await desk.tap(f"approvalPin_{digit}")
    await desk.tap("approvalGrant")


def moved(desk: OfficeDriver) -> list[str]:
    """What the draft changes, as the page lists it."""
    return [f"{row.old} → {row.new_}" for row in desk.office._rules._changes.rows]


async def change_cap(desk: OfficeDriver, text: str) -> None:
    await desk.sign_in()
    await desk.tap("nav_rules")
    await desk.tap("rules_pricing")
    await desk.write("rule_max_change", text)


def test_a_rule_changes_with_a_second_person_and_is_taken_back(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await change_cap(desk, "25 %")
        await desk.write("ruleNote", "Calmer prices")
        await desk.tap("ruleApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.pricing.version == 2, "version 2")
        assert desk.known.settings.pricing.max_change == Fraction(1, 4)
        assert await desk.title("ruleNotice") == "In force"
        await desk.tap("ruleBack_2")
        await desk.until(lambda: moved(desk) == ["25 % → 30 %"], "what comes back")
        await desk.tap("ruleApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.pricing.version == 3, "version 3")
        assert desk.known.settings.pricing.max_change == Fraction(3, 10)

    run(body())


async def change_rule(desk: OfficeDriver, section: str, key: str, text: str) -> None:
    await desk.tap(f"rules_{section}")
    await desk.write(f"rule_{key}", text)
    await desk.write("ruleNote", "As it must be")
    await desk.tap("ruleApply")
    await approve(desk)
    await desk.until(lambda: not desk.office._rules.property("edited"), "in force")


def test_what_contradicts_today_s_rules_does_not_come_back(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_rules")
        await change_rule(desk, "food.shelf_life", "removal_lead_hot_s", "5 min")
        await change_rule(desk, "food.jurisdiction", "hot_display_limit_s", "12 min")
        await desk.tap("rules_food.shelf_life")
        history = desk.office._rules._history
        await desk.until(lambda: history.find("2") is not None, "the history of shelf life")
        await desk.tap("ruleBack_2")
        fault = await desk.item("ruleFault")
        await desk.until(lambda: "version 2 cannot come back" in fault.property("text"), "why")
        assert not desk.known.approvals or all(
            each.state is ApprovalState.USED for each in desk.known.approvals.values()
        )
        assert desk.known.settings.food.shelf_life.removal_lead_hot == timedelta(minutes=5)
        await desk.write("rule_removal_lead_hot_s", "6 min")
        await desk.until(lambda: not desk.office._rules.property("faults"), "nothing is wrong")

    run(body())


@pytest.mark.parametrize("typed", ["much", "150 %"])
def test_a_rule_that_cannot_be_is_explained_and_kept_back(
    desk: OfficeDriver, run: Run, typed: str
) -> None:
    async def body() -> None:
        await change_cap(desk, typed)
        await desk.write("ruleNote", "Wild prices")
        field = await desk.item("rule_max_change")
        if typed == "much":
            assert "like 30 %" in field.property("error")
        else:
            assert "100 %" in (await desk.item("ruleFault")).property("text")
        assert not (await desk.item("ruleApply")).isEnabled()
        await desk.tap("ruleDrop")
        assert (await desk.item("rule_max_change")).property("text") == "30 %"

    run(body())


def test_without_approval_the_rules_stay(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await change_cap(desk, "25 %")
        await desk.write("ruleNote", "Calmer prices")
        await desk.tap("ruleApply")
        await desk.tap("approvalCancel")
        await desk.until(lambda: desk.office._rules.property("ready"), "ready again")
        assert desk.known.settings.pricing.version == 1

    run(body())


@pytest.mark.parametrize("answer", ["grant", "refuse"])
def test_a_question_from_the_till_is_answered_in_the_office(
    desk: OfficeDriver, run: Run, answer: str
) -> None:
    async def body() -> None:
        await desk.sign_in()
        approval = new_id()
        await desk.store.approvals.ask(
            sample_session(desk.known), request=new_id(), approval_id=approval,
            action="manual_discount", subject={"line": "1"}, amount_minor=1500,
            reason="Waited for twenty minutes",
        )  # fmt: skip
        await desk.tap("nav_approvals")
        await desk.tap(f"{answer}_{approval}")
        wanted = ApprovalState.GRANTED if answer == "grant" else ApprovalState.REFUSED
        await desk.until(lambda: desk.known.approvals[approval].state is wanted, "answered")

    run(body())


def test_nobody_answers_a_question_of_their_own(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        approval = new_id()
        await desk.store.approvals.ask(
            desk.session, request=new_id(), approval_id=approval, action="manual_discount",
            subject={}, amount_minor=None, reason="Me again",
        )  # fmt: skip
        await desk.tap("nav_approvals")
        assert not (await desk.item(f"grant_{approval}")).isEnabled()

    run(body())


def test_who_answers_reads_what_is_approved(desk: OfficeDriver, run: Run) -> None:
    """A discount by its line and prices, rules by their fields, old → new."""

    async def body() -> None:
        await desk.sign_in()
        line = next(each for each in desk.known.ticket_lines.values() if each.portion_code)
        rules = to_document(replace(desk.known.settings.food.jurisdiction, hot_min_mc=65_000))
        rules.pop("version")
        discount, change = new_id(), new_id()
        for key, action, subject in (
            (discount, "manual_discount", discount_subject(line, 500)),
            (change, "policy_change", {"section": "food.jurisdiction", "document": rules}),
        ):
            await desk.store.approvals.ask(
                sample_session(desk.known), request=new_id(), approval_id=key, action=action,
                subject=subject, amount_minor=None, reason="As agreed",
            )  # fmt: skip
        await desk.tap("nav_approvals")
        told = str((await desk.item(f"about_{discount}")).property("text"))
        assert line.name in told and str(line.portion_code) in told
        left = (line.unit_price_minor - 500) / 100
        assert f"{left:.2f}" in told
        told = str((await desk.item(f"about_{change}")).property("text"))
        assert told == "Safety limits\nHot food at least: 60 °C → 65 °C"

    run(body())


def test_the_rules_of_a_place_fill_in_their_limits_and_show_what_leaves_sale(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_rules")
        await desk.tap("rules_food.jurisdiction")
        await desk.tap("rule_profile_uk")
        await desk.until(lambda: "60 °C → 63 °C" in moved(desk), "hot food")
        assert "5 °C → 8 °C" in moved(desk)
        await desk.write("rule_hot_min_mc", "75")
        preview = desk.office._rules._preview
        await desk.until(lambda: "would leave sale" in preview.property("said"), "preview")
        hot = sum(1 for row in preview._rows.rows if "→ 0" in row.told)
        assert hot >= 2

    run(body())

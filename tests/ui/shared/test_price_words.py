"""Every rule that moves a price has its own true words: till, guest's display and paper."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.portion import Grade
from app.domain.price import PriceCode, PriceReason, PriceStep
from app.domain.prices.promotion import PromotionKind
from app.hardware.receipt_text import Row, receipt_rows
from app.hardware.receipt_words import ENGLISH, THAI
from app.ui.customer.price_sentence import price_sentence
from app.ui.shared.price_words import step_name
from app.ui.shared.shell import Shell
from tests.hardware import sample_receipts as sample

Told = tuple[PriceReason, tuple[str, ...], str, str, str]
TABLE: dict[PriceCode, Told] = {
    # reason, parameters; till, guest (of −0.30 or what the rule can only add), paper
    PriceCode.GRADE: (
        PriceReason.QUALITY, ("C", "-2000"),
        "quality", "0.30 less for its quality", "Freshness reduction",
    ),
    PriceCode.GRADE_STALE: (
        PriceReason.QUALITY, ("C", "-2000"),
        "quality", "0.30 less for its quality", "Freshness reduction",
    ),
    PriceCode.FRESHNESS: (
        PriceReason.QUALITY, ("7.4", "-1800"),
        "quality", "0.30 less for its quality", "Freshness reduction",
    ),
    PriceCode.FRESHNESS_STALE: (
        PriceReason.QUALITY, ("7.4", "-1800"),
        "quality", "0.30 less for its quality", "Freshness reduction",
    ),
    PriceCode.PRESENTATION: (
        PriceReason.QUALITY, ("6.5", "-1000"),
        "looks", "0.30 less for how it looks", "For its looks",
    ),
    PriceCode.REVIEW: (
        PriceReason.QUALITY, ("-1000",),
        "quality review", "0.30 less after our quality check", "After quality check",
    ),
    PriceCode.SELL_BY: (
        PriceReason.TIME, ("60", "-1000"),
        "freshness", "0.30 less because it is best soon", "Best soon",
    ),
    PriceCode.LAST_CALL: (
        PriceReason.TIME, ("-2500",),
        "last call", "0.30 less because it is best soon", "Best soon",
    ),
    PriceCode.SLOW_HOURS: (
        PriceReason.TIME, ("Quiet afternoon", "-1500"),
        "Quiet afternoon", "0.30 less at this quiet hour", "Quiet hours",
    ),
    PriceCode.PACE: (
        PriceReason.PACE, ("-500",),
        "demand", "0.30 less because there is plenty", "Demand",
    ),
    PriceCode.PEAK: (
        PriceReason.PEAK, ("Lunch rush", "1000"),
        "Lunch rush", "0.30 more at this busy hour", "Peak hour",
    ),
    PriceCode.PERCENT: (
        PriceReason.PROMOTION, ("Student day", "-1000", "p1"),
        "Student day", "0.30 less: Student day", "Student day",
    ),
    PriceCode.AMOUNT: (
        PriceReason.PROMOTION, ("Student day", "p1"),
        "Student day", "0.30 less: Student day", "Student day",
    ),
    PriceCode.N_FOR_PRICE: (
        PriceReason.PROMOTION, ("Two for six", "p1"),
        "Two for six", "0.30 less: Two for six", "Two for six",
    ),
    PriceCode.BUNDLE: (
        PriceReason.PROMOTION, ("Slice and drink", "p1"),
        "Slice and drink", "0.30 less: Slice and drink", "Slice and drink",
    ),
    PriceCode.CAP: (
        PriceReason.CAP, ("3000",),
        "limit of change", "0.30 less by our highest price", "Price limit",
    ),
    PriceCode.MARGIN_FLOOR: (
        PriceReason.MARGIN_FLOOR, ("2000",),
        "lowest price", "0.30 more by our lowest price", "Lowest price",
    ),
    PriceCode.ROUNDING: (
        PriceReason.ROUNDING, ("5",),
        "rounding", "0.30 less by rounding", "Rounding",
    ),
    PriceCode.MANUAL: (
        PriceReason.MANUAL, ("Guest had to wait", "Nok"),
        "Guest had to wait", "0.30 less by discount", "Discount",
    ),
    PriceCode.LOYALTY: (
        PriceReason.LOYALTY, (),
        "points", "0.30 less for your points", "Points",
    ),
    PriceCode.QUOTED: (
        PriceReason.QUOTED, (),
        "price as quoted", "0.30 less because you were told that price", "Price as quoted",
    ),
    PriceCode.SIZE: (
        PriceReason.SIZE, ("80", "120"),
        "own size", "0.30 less for your smaller portion", "Own size",
    ),
}  # fmt: skip
_BASES = {PriceCode.SHARE, PriceCode.LIST}


def step(code: PriceCode) -> PriceStep:
    """A step of that rule, in the direction in which it can move a price."""
    reason, params, _till, guest, _paper = TABLE[code]
    return PriceStep(reason, 30 if "more" in guest else -30, 1, code.value, params)


def test_no_rule_is_without_words() -> None:
    assert set(TABLE) == set(PriceCode) - _BASES
    assert set(ENGLISH.steps) == set(THAI.steps) == set(PriceCode)
    assert {f"promotion.{kind.value}" for kind in PromotionKind} <= set(PriceCode)


def test_the_documented_codes_are_those_that_exist() -> None:
    page = Path(__file__).parents[3] / "docs" / "pricing.md"
    table = page.read_text(encoding="utf-8").partition("| reason | code |")[2]
    rows = [row.split("|") for row in table.partition("\n## ")[0].splitlines() if "`" in row]
    assert {code for row in rows for code in re.findall(r"`([^`]+)`", row[2])} == set(PriceCode)


@pytest.mark.parametrize("code", sorted(TABLE))
def test_till_guest_and_paper_say_why_and_mean_the_same(shell: Shell, code: PriceCode) -> None:
    _reason, _params, till, guest, paper = TABLE[code]
    assert step_name(step(code)) == till
    assert price_sentence(step(code), sample.settings()) == guest
    assert _printed(step(code), "en") == paper


@pytest.mark.parametrize("code", sorted(TABLE))
def test_thai_paper_has_words_for_each_rule(code: PriceCode) -> None:
    reason, params, *_ = TABLE[code]
    own = params[0] if reason is PriceReason.PROMOTION else ""
    printed = _printed(step(code), "th")
    assert printed == own or re.search("[ก-๙]", printed)


def test_a_price_above_base_for_quality_is_not_called_a_reduction() -> None:
    more = PriceStep(PriceReason.QUALITY, 30, 1, "grade", ("A", "1000"))
    assert _printed(more, "en") == "Top quality"
    assert price_sentence(more, sample.settings()) == "0.30 more for its quality"


def test_a_step_kept_without_a_code_has_the_words_of_its_reason(shell: Shell) -> None:
    for reason in PriceReason:
        assert step_name(PriceStep(reason, -30, 1)) and _printed(PriceStep(reason, -30, 1), "en")


def _printed(moved: PriceStep, language: str) -> str:
    """The label under a line of 4.00 that `moved` changed."""
    base = PriceStep(PriceReason.BASE, 400, 1, "share")
    line = sample.slice_line("M-1", Grade.A)
    at = 400 + moved.amount_minor
    line = replace(line, breakdown=(base, moved), unit_price_minor=at)
    rows = receipt_rows(sample.receipt(line), sample.settings(), language=language)
    texts = [row.left for row in rows if isinstance(row, Row)]
    price = ENGLISH.base_price if language == "en" else THAI.base_price
    following = texts[texts.index(price) + 1]
    return price if moved.reason is PriceReason.BASE else following

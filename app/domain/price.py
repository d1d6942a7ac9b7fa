"""The explained price of one portion (docs/pricing.md)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class PriceReason(StrEnum):
    """Why a step changed the price; screens and receipts translate it."""

    BASE = "base"
    QUALITY = "quality"
    TIME = "time"
    PACE = "pace"
    PEAK = "peak"
    PROMOTION = "promotion"
    CAP = "cap"
    MARGIN_FLOOR = "margin_floor"
    ROUNDING = "rounding"
    MANUAL = "manual"
    LOYALTY = "loyalty"
    SIZE = "size"
    QUOTED = "quoted"


class PriceCode(StrEnum):
    """Which rule it was: what screens and paper choose their words by (docs/pricing.md)."""

    SHARE = "share"
    LIST = "list"
    GRADE = "grade"
    GRADE_STALE = "grade_stale"
    FRESHNESS = "freshness"
    FRESHNESS_STALE = "freshness_stale"
    PRESENTATION = "presentation"
    REVIEW = "review"
    SELL_BY = "sell_by"
    LAST_CALL = "last_call"
    SLOW_HOURS = "slow_hours"
    PACE = "pace"
    PEAK = "peak"
    PERCENT = "promotion.percent"
    AMOUNT = "promotion.amount"
    N_FOR_PRICE = "promotion.n_for_price"
    BUNDLE = "promotion.bundle"
    CAP = "cap"
    MARGIN_FLOOR = "margin_floor"
    ROUNDING = "rounding"
    MANUAL = "manual"
    LOYALTY = "loyalty"
    QUOTED = "quoted"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class PriceStep:
    """One line of the breakdown. The amounts of all steps sum exactly to the price.

    `code` says which rule it was, `params` what a sentence about it needs (docs/pricing.md lists
    both); screens and paper put them into words.
    """

    reason: PriceReason
    amount_minor: int
    rule_version: int
    code: str = ""
    params: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """A price in minor units with the steps that lead to it, base first."""

    amount_minor: int
    steps: tuple[PriceStep, ...]

    @property
    def base_minor(self) -> int:
        """The first step: whole price ÷ portions, or the list price of a plain product."""
        return self.steps[0].amount_minor


_BY_CODE = {code.value: code for code in PriceCode}
_USUAL = {
    PriceReason.BASE: PriceCode.LIST,
    PriceReason.QUALITY: PriceCode.FRESHNESS,
    PriceReason.TIME: PriceCode.SELL_BY,
    PriceReason.PACE: PriceCode.PACE,
    PriceReason.PEAK: PriceCode.PEAK,
    PriceReason.PROMOTION: PriceCode.AMOUNT,
    PriceReason.CAP: PriceCode.CAP,
    PriceReason.MARGIN_FLOOR: PriceCode.MARGIN_FLOOR,
    PriceReason.ROUNDING: PriceCode.ROUNDING,
    PriceReason.MANUAL: PriceCode.MANUAL,
    PriceReason.LOYALTY: PriceCode.LOYALTY,
    PriceReason.QUOTED: PriceCode.QUOTED,
    PriceReason.SIZE: PriceCode.SIZE,
}


def code_of(step: PriceStep) -> PriceCode:
    """The rule of a step; one that was kept without a code stands for its reason's usual rule."""
    return _BY_CODE.get(step.code) or _USUAL[step.reason]


def telling_steps(breakdown: Sequence[PriceStep]) -> list[PriceStep]:
    """The steps that moved the price; the last of them takes the rounding (POS-05.3)."""
    moved = [
        step
        for step in breakdown
        if step.reason not in (PriceReason.BASE, PriceReason.ROUNDING) and step.amount_minor
    ]
    rounded_minor = sum(s.amount_minor for s in breakdown if s.reason is PriceReason.ROUNDING)
    if not moved:
        return [s for s in breakdown if s.reason is PriceReason.ROUNDING and s.amount_minor]
    moved[-1] = replace(moved[-1], amount_minor=moved[-1].amount_minor + rounded_minor)
    return [step for step in moved if step.amount_minor]

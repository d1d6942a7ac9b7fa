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

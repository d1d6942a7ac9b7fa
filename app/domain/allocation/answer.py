"""The choice made for an order, with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.stock import Exclusion


class ChoiceReason(StrEnum):
    """Why this portion; screens translate it."""

    SELL_FIRST = "sell_first"
    ONLY_ONE = "only_one"
    PREFERRED = "preferred"
    """It lies where the guest likes it."""
    PREFERRED_GRADE = "preferred_grade"
    OLDEST_MEETS_GRADE = "oldest_meets_grade"
    OLDEST = "oldest"
    NEXT_BETTER = "next_better"
    ACCEPTED_LOWER = "accepted_lower"
    WORTH_MORE = "worth_more"
    WHOLE_ORDER = "whole_order"


class Missing(StrEnum):
    """Why a line got nothing; a reason that somebody can do something about is named first."""

    NOTHING_IN_STOCK = "nothing_in_stock"
    TAKEN_BY_THIS_ORDER = "taken_by_this_order"
    RESERVED = "reserved"
    ALLERGEN = "allergen"
    OTHER_CUT = "other_cut"
    BELOW_GRADE = "below_grade"
    NOT_SELLABLE = "not_sellable"


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """What one portion is worth for one line, in thousandths of a minor unit, part by part."""

    margin: int
    quality: int
    waste: int
    preference: int
    shortage: int

    @property
    def total(self) -> int:
        """The value that the choice makes as large as it can."""
        return self.margin + self.quality + self.waste + self.preference + self.shortage


@dataclass(frozen=True, slots=True)
class Choice:
    """The portion of one line. `ranking` are all portions it could have had, best first."""

    line_id: UUID
    portion_id: UUID
    reason: ChoiceReason
    parts: ScoreParts
    charge_minor: int
    sell_first: bool
    ranking: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A line that got nothing, why, and what stood against each portion of its products."""

    line_id: UUID
    reason: Missing
    excluded: Mapping[UUID, Exclusion]


@dataclass(frozen=True, slots=True)
class Allocation:
    """An order's choices under one version of the policy, both in the order of its lines."""

    policy_version: int
    choices: tuple[Choice, ...]
    unfilled: tuple[Unfilled, ...]

    def portion_of(self, line_id: UUID) -> UUID | None:
        """The portion of a line; None when it got none."""
        return next((each.portion_id for each in self.choices if each.line_id == line_id), None)

"""What a guest is given when something went wrong, and who may give it (docs/recovery.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.people import Role
from app.domain.portion import Grade
from app.domain.recovery_policy import RecoveryPolicy


class CompensationKind(StrEnum):
    """Another portion or money back after a complaint; a part back after too long a wait."""

    REPLACEMENT = "replacement"
    REFUND = "refund"
    DELAY = "delay"


@dataclass(frozen=True, slots=True)
class Compensation:
    """One thing that was given. `amount_minor` is its worth to the guest, `cost_minor` what it cost
    to make, booked as compensation and never as a sale."""

    id: UUID
    kind: CompensationKind
    complaint_id: UUID | None
    ticket_id: UUID
    line_id: UUID
    amount_minor: int
    cost_minor: int
    reason: str
    new_ticket_id: UUID | None
    given_by: UUID
    approved_by: UUID | None
    terminal_id: UUID
    at: datetime
    refund_id: UUID | None = None


def needs_approval(
    role: Role,
    kind: CompensationKind,
    amount_minor: int,
    given: Iterable[Compensation],
    policy: RecoveryPolicy,
    approvers: frozenset[Role],
) -> bool:
    """Whether a second person has to allow a replacement or a refund.

    `given` is what the same order got before. An approver needs nobody. Everybody else stays within
    the limit per order, gives so many replacements, and money back only as a cashier.
    """
    if role in approvers:
        return False
    before = [each for each in given if each.kind is not CompensationKind.DELAY]
    if sum(each.amount_minor for each in before) + amount_minor > policy.alone_minor:
        return True
    if kind is CompensationKind.REPLACEMENT:
        replaced = sum(each.kind is CompensationKind.REPLACEMENT for each in before)
        return replaced >= policy.free_replacements
    return role is not Role.CASHIER


@dataclass(frozen=True, slots=True)
class Original:
    """What the guest complained about: the cut (portions per whole), grade and score at service."""

    portions_per_whole: int | None
    grade: Grade | None
    score_milli: int | None


@dataclass(frozen=True, slots=True)
class Instead:
    """A portion that is free now."""

    portion_id: UUID
    portions_per_whole: int | None
    grade: Grade
    score_milli: int


def replacements(original: Original, free: Iterable[Instead]) -> list[UUID]:
    """Those of `free` that may replace it, best first; `free` come in the order of their turn.

    At least as good a score as the original's at service (its grade where no score is known), and
    as large a piece; the same cut before a larger one.
    """
    fit = [each for each in free if _as_good(each, original) and _as_large(each, original)]
    fit.sort(key=lambda each: each.portions_per_whole != original.portions_per_whole)
    return [each.portion_id for each in fit]


def _as_good(each: Instead, original: Original) -> bool:
    if original.score_milli is not None:
        return each.score_milli >= original.score_milli
    return original.grade is None or each.grade <= original.grade


def _as_large(each: Instead, original: Original) -> bool:
    if original.portions_per_whole is None or each.portions_per_whole is None:
        return each.portions_per_whole == original.portions_per_whole
    return each.portions_per_whole <= original.portions_per_whole

"""What a guest is given when something went wrong, and who may give it (docs/recovery.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.approval import ApprovalAction, ApprovalPolicy
from app.domain.people import Role
from app.domain.portion import Grade
from app.domain.recovery_policy import RecoveryPolicy
from app.domain.ticket import Ticket, TicketState


class CompensationKind(StrEnum):
    """Another portion, money back or a voucher after a complaint; a part back after a long wait."""

    REPLACEMENT = "replacement"
    REFUND = "refund"
    DELAY = "delay"
    VOUCHER = "voucher"


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


@dataclass(frozen=True, slots=True)
class GivenSoFar:
    """What one order got before. `money_minor` is what was paid back for other reasons than a long
    wait, through a complaint or not."""

    replaced: int = 0
    replaced_minor: int = 0
    money_minor: int = 0


_PAYS_BACK = frozenset({Role.CASHIER, Role.SHIFT_LEAD})


def _gives_alone(
    role: Role, kind: CompensationKind, given: GivenSoFar, policy: RecoveryPolicy
) -> bool:
    if kind is CompensationKind.REPLACEMENT:
        return given.replaced < policy.free_replacements
    return role in _PAYS_BACK


def approval_needed(
    role: Role,
    kind: CompensationKind,
    amount_minor: int,
    given: GivenSoFar,
    policy: RecoveryPolicy,
    limit_minor: int,
    approvals: ApprovalPolicy,
) -> ApprovalAction | None:
    """Which approval a replacement or a refund needs; None where the person may decide alone.

    Whoever may approve it needs nobody. Beyond `limit_minor` per order that is another, higher
    approval (POS-R3.2) than for one replacement too many or for money back by service staff
    (FUL-E3.1); a cashier pays back within the limit alone.
    """
    needed = ApprovalAction.REMAKE
    if given.replaced_minor + given.money_minor + amount_minor > limit_minor:
        needed = ApprovalAction.REMAKE_ABOVE_LIMIT
    elif _gives_alone(role, kind, given, policy):
        return None
    return None if role in approvals.roles(needed) else needed


def waits_until(ticket: Ticket, policy: RecoveryPolicy) -> datetime | None:
    """Until when a guest may wait: as long as the service may take, or as was promised at first.

    A promise that was put off later changes nothing; None for an order that is not paid.
    """
    if ticket.paid_at is None:
        return None
    longest = ticket.paid_at + policy.longest_wait(ticket.service)
    promised = ticket.delayed_from or ticket.promised_at
    return max(longest, promised) if promised else longest


def waits_too_long(ticket: Ticket, now: datetime, policy: RecoveryPolicy) -> bool:
    """Whether a paid order that nobody handed over has waited longer than its guest may."""
    until = waits_until(ticket, policy)
    waiting = ticket.state is TicketState.PAID and ticket.served_at is None
    return waiting and ticket.replaces_id is None and until is not None and now > until


def free_for_delay(line_minor: int, given_minor: int, policy: RecoveryPolicy) -> int:
    """What service staff may still give for a long wait on a line alone, rounded down."""
    share = policy.delay_share
    return max(0, line_minor * share.numerator // share.denominator - given_minor)


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

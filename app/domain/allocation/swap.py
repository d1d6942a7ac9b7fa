"""Taking another portion than the engine proposed, by hand (POS-04.2, FUL-R.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.answer import Choice
from app.domain.allocation.request import OrderLine
from app.domain.allocation.stock import StockPortion, charge_minor
from app.domain.approval import ApprovalAction, ApprovalPolicy
from app.domain.people import Role


class SwapReason(StrEnum):
    """Why a person took another portion; OTHER needs a sentence."""

    GUEST_REQUEST = "guest_request"
    PRESENTATION = "presentation"
    DAMAGED = "damaged"
    NOT_FOUND = "not_found"
    OTHER = "other"


class SwapRefusal(StrEnum):
    """Why a swap can't be made."""

    NOT_ELIGIBLE = "not_eligible"
    NO_REASON = "no_reason"
    NOT_APPROVED = "not_approved"
    OWN_APPROVAL = "own_approval"
    WRONG_ROLE = "wrong_role"


class SwapRefused(Exception):
    """The swap was not made; nothing has changed."""

    def __init__(self, reason: SwapRefusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Swap:
    """What a person wants instead of the proposal."""

    line: OrderLine
    picked: StockPortion
    reason: SwapReason
    text: str = ""


@dataclass(frozen=True, slots=True)
class Approver:
    """Who allowed a swap."""

    staff_id: UUID
    role: Role


@dataclass(frozen=True, slots=True)
class SwapRecord:
    """A swap as it is kept: both portions with their scores, and the engine's own ranking."""

    line_id: UUID
    proposed_id: UUID
    picked_id: UUID
    proposed_score_milli: int
    picked_score_milli: int
    reason: SwapReason
    text: str
    approvals: tuple[ApprovalAction, ...]
    staff_id: UUID
    approver_id: UUID | None
    ranking: tuple[UUID, ...]
    policy_version: int
    charge_minor: int
    at: datetime


def approvals_for(
    proposal: Choice, proposed: StockPortion, swap: Swap
) -> tuple[ApprovalAction, ...]:
    """What the swap needs to be allowed; nothing for another portion of the same grade.

    A portion that should go first may not be left behind (unless it is damaged or not found, which
    a recount shows), and a better grade at the lower price is a discount.
    """
    needed = []
    gone = swap.reason in (SwapReason.DAMAGED, SwapReason.NOT_FOUND)
    if proposal.sell_first and swap.picked.id != proposal.portion_id and not gone:
        needed.append(ApprovalAction.SKIP_SELL_FIRST)
    given_away = swap.picked.price_minor > charge_minor(swap.picked, swap.line)
    if given_away and swap.picked.grade is not proposed.grade:
        needed.append(ApprovalAction.MANUAL_DISCOUNT)
    return tuple(needed)


def swap_portion(
    proposal: Choice,
    proposed: StockPortion,
    swap: Swap,
    *,
    staff_id: UUID,
    now: datetime,
    policy_version: int,
    approver: Approver | None = None,
    rules: ApprovalPolicy | None = None,
) -> SwapRecord:
    """The record of a swap that may be made. Raises SwapRefused.

    Only a portion of the proposal's own ranking can be picked: what is unsafe, reserved or
    unwanted stays out of reach by hand too. `rules` says who may allow what.
    """
    if swap.picked.id not in proposal.ranking or swap.picked.id == proposal.portion_id:
        raise SwapRefused(SwapRefusal.NOT_ELIGIBLE)
    if swap.reason is SwapReason.OTHER and not swap.text.strip():
        raise SwapRefused(SwapRefusal.NO_REASON)
    needed = approvals_for(proposal, proposed, swap)
    if needed:
        _check(approver, staff_id, needed, rules or ApprovalPolicy())
    return SwapRecord(
        line_id=swap.line.id,
        proposed_id=proposed.id,
        picked_id=swap.picked.id,
        proposed_score_milli=proposed.score_milli,
        picked_score_milli=swap.picked.score_milli,
        reason=swap.reason,
        text=swap.text.strip(),
        approvals=needed,
        staff_id=staff_id,
        approver_id=approver.staff_id if needed and approver else None,
        ranking=proposal.ranking,
        policy_version=policy_version,
        charge_minor=charge_minor(swap.picked, swap.line),
        at=now,
    )


def _check(
    approver: Approver | None,
    staff_id: UUID,
    needed: Sequence[ApprovalAction],
    rules: ApprovalPolicy,
) -> None:
    if approver is None:
        raise SwapRefused(SwapRefusal.NOT_APPROVED)
    if approver.staff_id == staff_id:
        raise SwapRefused(SwapRefusal.OWN_APPROVAL)
    if any(approver.role not in rules.roles(action) for action in needed):
        raise SwapRefused(SwapRefusal.WRONG_ROLE)

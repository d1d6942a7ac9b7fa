"""Overrides: one action that a second person allows, once, within a minute (docs/approvals.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.people import Role, Staff


class ApprovalAction(StrEnum):
    """What can be allowed. The database's functions name the same actions."""

    POLICY_CHANGE = "policy_change"
    MANUAL_DISCOUNT = "manual_discount"
    BELOW_MARGIN = "below_margin"
    BELOW_COST = "below_cost"
    PEAK_SURCHARGE = "peak_surcharge"
    PROMOTION_BUDGET = "promotion_budget"
    PORTION_LIMITS = "portion_limits"
    NON_STANDARD_PORTION = "non_standard_portion"
    QUALITY_REVIEW = "quality_review"
    QUALITY_EXTENSION = "quality_extension"
    SKIP_SELL_FIRST = "skip_sell_first"
    HOLD_LIMIT = "hold_limit"
    ALLERGEN_RELEASE = "allergen_release"
    REMAKE = "remake"
    REMAKE_ABOVE_LIMIT = "remake_above_limit"
    GOODWILL = "goodwill"
    REFUND = "refund"
    ERASE_GUEST = "erase_guest"


class ApprovalState(StrEnum):
    """Asked, then granted or refused by another person; a granted one is used once."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    USED = "used"


@dataclass(frozen=True, slots=True)
class Approval:
    """One override. `subject` is exactly what may be done, as the database function computes it.

    `expires_at` ends the asking at first, and the grant after it was given.
    """

    id: UUID
    action: str
    subject: Mapping[str, Any]
    amount_minor: int | None
    reason: str
    terminal_id: UUID
    asked_by: UUID
    asked_at: datetime
    state: ApprovalState
    decided_by: UUID | None
    decided_at: datetime | None
    comment: str
    expires_at: datetime
    used_at: datetime | None

    def waiting(self, now: datetime) -> bool:
        """Whether somebody can still decide on it."""
        return self.state is ApprovalState.ASKED and now < self.expires_at

    def usable(self, now: datetime) -> bool:
        """Whether it is granted, not used and not too old."""
        return self.state is ApprovalState.GRANTED and now < self.expires_at


_MANAGERS = frozenset({Role.MANAGER, Role.ADMINISTRATOR})
_SHIFT = _MANAGERS | {Role.SHIFT_LEAD}
_FOOD_SAFETY = frozenset({Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR})

_OF_THE_SHIFT = {
    ApprovalAction.REMAKE.value: _SHIFT,
    ApprovalAction.NON_STANDARD_PORTION.value: _SHIFT,
    ApprovalAction.SKIP_SELL_FIRST.value: _SHIFT,
}
"""What a shift lead may allow too (FUL-E3.1, BR-02.7, FUL-R.2), in an older document as well."""


@dataclass(frozen=True, slots=True)
class ApprovalPolicy:
    """Who may allow what, and for how long an answer and a grant are good."""

    version: int = 1
    ask: timedelta = timedelta(seconds=300)
    lifetime: timedelta = timedelta(seconds=60)
    approvers: Mapping[str, frozenset[Role]] = field(
        default_factory=lambda: MappingProxyType(
            {
                ApprovalAction.QUALITY_REVIEW.value: _FOOD_SAFETY,
                ApprovalAction.QUALITY_EXTENSION.value: _FOOD_SAFETY,
                ApprovalAction.ALLERGEN_RELEASE.value: _FOOD_SAFETY,
                **_OF_THE_SHIFT,
            }
        )
    )
    """Roles by action; one that is not named has the specification's (`roles`)."""

    def roles(self, action: str) -> frozenset[Role]:
        """The roles that may decide on `action`."""
        return self.approvers.get(action) or _OF_THE_SHIFT.get(action, _MANAGERS)

    def may_decide(self, approval: Approval, person: Staff) -> bool:
        """Whether `person` may allow it: active, the right role, and not who asked."""
        return (
            person.active
            and person.id != approval.asked_by
            and person.role in self.roles(approval.action)
        )

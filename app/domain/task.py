"""Tasks: something a person has to look at, with a deadline and an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.domain.people import Role, works_as


class TaskState(StrEnum):
    """Open until somebody says what came of it."""

    OPEN = "open"
    DONE = "done"


class TaskKind(StrEnum):
    """What has to be done; the kinds that rooms share. `subject` names the thing by its ids."""

    PRICE_CORRECTION = "price_correction"
    COMPLAINT = "complaint"
    PRICE_REVIEW = "price_review"
    SERVICE_COMPLAINT = "service_complaint"
    RE_INSPECT = "re_inspect"
    RECOVERY = "recovery"
    STRATEGY_REVIEW = "strategy_review"  # subject: product_id, days, before_minor, after_minor
    CUT_FOR_ORDER = "cut_for_order"  # subject: product_id, whole (1, 2, … of those asked for)


@dataclass(frozen=True, slots=True)
class Task:
    """One task; of each kind and subject at most one is open.

    `title` names what it concerns ("Margherita"), screens put the kind into words. `owner` is the
    role that has to do it, `opened_by` None where the store noticed it by itself.
    """

    id: UUID
    kind: str
    title: str
    subject: Mapping[str, Any]
    owner: Role
    opened_at: datetime
    opened_by: UUID | None
    terminal_id: UUID | None
    due_at: datetime | None
    state: TaskState
    done_by: UUID | None
    done_at: datetime | None
    outcome: str

    def overdue(self, now: datetime) -> bool:
        """Whether it is still open after its deadline."""
        return self.state is TaskState.OPEN and self.due_at is not None and now > self.due_at

    def may_close(self, role: Role) -> bool:
        """Whether a person of `role` may say what came of it."""
        if role is Role.ADMINISTRATOR or self.owner in works_as(role):
            return True
        return role is Role.MANAGER and self.owner is not Role.FOOD_SAFETY_MANAGER

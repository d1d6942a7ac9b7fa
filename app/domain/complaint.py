"""A guest's complaint about a line of a receipt, and how long it takes to settle."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.domain.policy import Targets


class ComplaintKind(StrEnum):
    """What it is about: the food opens an investigation, the price a review."""

    QUALITY = "quality"
    PRICE = "price"
    SERVICE = "service"


class ComplaintState(StrEnum):
    """Open until somebody says what came of it."""

    OPEN = "open"
    RESOLVED = "resolved"


class Tone(StrEnum):
    """How long an open complaint has been running (FUL-M.6)."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Complaint:
    """`facts` is what was known of the line when it was opened (docs/customers.md)."""

    id: UUID
    line_id: UUID
    ticket_id: UUID
    kind: ComplaintKind
    reason: str
    facts: Mapping[str, Any]
    opened_at: datetime
    opened_by: UUID
    terminal_id: UUID
    due_at: datetime
    state: ComplaintState
    outcome: str
    resolved_by: UUID | None
    resolved_at: datetime | None
    follow_up_stars: int | None = None
    """One to five, asked after it was put right; None with `follow_up_at`: did not want to say."""
    follow_up_at: datetime | None = None
    follow_up_by: UUID | None = None

    def running_s(self, now: datetime) -> float:
        """Seconds from opening to its resolution, or to now."""
        return ((self.resolved_at or now) - self.opened_at).total_seconds()

    def tone(self, now: datetime, targets: Targets) -> Tone:
        """How an open one stands; a settled one is calm."""
        if self.state is not ComplaintState.OPEN:
            return Tone.CALM
        running = self.running_s(now)
        if running >= targets.complaint_red.total_seconds():
            return Tone.RED
        return Tone.AMBER if running >= targets.complaint_amber.total_seconds() else Tone.CALM

"""Overrides, policies and tasks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.people import Role, Session


class Approvals(Protocol):
    """Overrides by a second person (docs/approvals.md)."""

    async def ask(
        self,
        session: Session,
        *,
        request: UUID,
        approval_id: UUID,
        action: str,
        subject: Mapping[str, Any],
        amount_minor: int | None,
        reason: str,
    ) -> None:
        """Put the question on every screen. Refused: BAD_TEXT without a reason."""

    async def approve_with_pin(
        self, session: Session, *, approval_id: UUID, staff_id: UUID, pin: str
    ) -> None:
        """The other person allows it at this screen.

        Refused: WRONG_PIN, PIN_DELAYED, PIN_LOCKED, NOT_PERMITTED, APPROVAL_INVALID.
        """

    async def decide(
        self, session: Session, *, request: UUID, approval_id: UUID, granted: bool, comment: str
    ) -> None:
        """Allow or refuse at one's own screen; whoever asked may withdraw (granted=False)."""


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One change of a policy, as it was made."""

    section: str
    version: int
    document: Mapping[str, Any]
    before: Mapping[str, Any] | None
    note: str
    changed_by: str
    approved_by: str
    at: datetime


class Policies(Protocol):
    """The rules as data: read in `StoreView.settings`, changed here."""

    async def change(
        self,
        session: Session,
        *,
        request: UUID,
        section: str,
        document: Mapping[str, Any],
        note: str,
        approval_id: UUID,
    ) -> int:
        """Put a new version of one section in force; returns its number.

        `section` is the field of StoreSettings ("pricing", "food.portions"); `document` is the
        policy as `policy_codec` writes it. The approval is for POLICY_CHANGE with the subject
        {"section", "document" without "version"}. Refused: APPROVAL_NEEDED, BAD_POLICY.
        """

    async def switch_extra(self, session: Session, *, request: UUID, on: bool) -> None:
        """Offer one more portion for less, or no longer (FUL-03.6); needs no second person.

        Refused: NOT_PERMITTED unless a shift lead, manager or administrator asks.
        """

    async def history(self, section: str) -> tuple[PolicyVersion, ...]:
        """Its changes, newest first."""


class Tasks(Protocol):
    """What somebody has to look at (docs/architecture.md)."""

    async def open(
        self,
        session: Session | None,
        *,
        request: UUID,
        task_id: UUID,
        kind: str,
        title: str,
        subject: Mapping[str, Any],
        owner: Role,
        due_s: int | None,
    ) -> UUID:
        """Open a task due in `due_s` seconds; None as session: the terminal noticed it by itself.

        Returns the task that is open for this kind and subject, which may be an earlier one.
        """

    async def close(self, session: Session, *, request: UUID, task_id: UUID, outcome: str) -> None:
        """Say what came of it. Refused: NOT_PERMITTED for other roles, CHANGED when it is done."""

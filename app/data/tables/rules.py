"""Overrides and the versions of the rules."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, Flag, Id, one_of
from app.domain.approval import ApprovalState
from app.domain.people import Role
from app.domain.task import TaskState


class ApprovalRow(Base):
    """One question to a second person, and the answer."""

    __tablename__ = "approvals"
    __table_args__ = (
        one_of("state", ApprovalState),
        CheckConstraint("decided_by <> asked_by OR state = 'refused'", name="another"),
        CheckConstraint("(state = 'asked') = (decided_at IS NULL)", name="decided"),
        CheckConstraint("(state = 'used') = (used_at IS NOT NULL)", name="used"),
        Index("ix_approvals_current", "asked_at", postgresql_where=text("NOT archived")),
    )

    id: Mapped[Id]
    action: Mapped[str]
    subject: Mapped[dict[str, Any]]
    amount_minor: Mapped[int | None]
    reason: Mapped[str]
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    asked_at: Mapped[Created]
    state: Mapped[str] = mapped_column(server_default=text("'asked'"))
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    decided_at: Mapped[datetime | None]
    comment: Mapped[str] = mapped_column(server_default=text("''"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    archived: Mapped[Flag]


class PolicyChangeRow(Base):
    """One version of one section of the settings; append-only."""

    __tablename__ = "policy_changes"
    __table_args__ = (
        UniqueConstraint("section", "version"),
        CheckConstraint("changed_by <> approved_by", name="two_persons"),
    )

    id: Mapped[Id]
    section: Mapped[str]
    version: Mapped[int]
    settings_version: Mapped[int] = mapped_column(ForeignKey("wedge.settings.version"))
    document: Mapped[dict[str, Any]]
    before: Mapped[Any | None] = mapped_column(JSONB)
    note: Mapped[str]
    changed_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    approved_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    at: Mapped[Created]


class TaskRow(Base):
    """Something a person has to look at."""

    __tablename__ = "tasks"
    __table_args__ = (
        one_of("state", TaskState),
        one_of("owner", Role),
        CheckConstraint("(state = 'done') = (done_at IS NOT NULL)", name="done"),
        Index(
            "uq_tasks_open",
            "kind",
            "subject",
            unique=True,
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_tasks_current", "opened_at", postgresql_where=text("NOT archived")),
    )

    id: Mapped[Id]
    kind: Mapped[str]
    title: Mapped[str]
    subject: Mapped[dict[str, Any]]
    owner: Mapped[str]
    opened_at: Mapped[Created]
    opened_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.terminals.id"))
    due_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    done_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(server_default=text("''"))
    archived: Mapped[Flag]

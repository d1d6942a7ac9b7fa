"""Which portion a line got, and why: what a replay and an inquiry read."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, Id


class AllocationDecisionRow(Base):
    """One choice, swap, substitution or answer to an upgrade offer; append-only.

    `variance_minor` is the portion's own price above what is charged. `document` has the ranking.
    """

    __tablename__ = "allocation_decisions"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('chosen', 'swapped', 'upgraded', 'declined', 'substituted', 'explained',"
            " 'lowered')",
            name="kind_known",
        ),
        Index("ix_allocation_decisions_line", "line_id"),
        Index("ix_allocation_decisions_at", "at"),
    )

    id: Mapped[Id]
    at: Mapped[Created]
    kind: Mapped[str]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    approver_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    policy_version: Mapped[int]
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    score_milli: Mapped[int | None]
    sell_first: Mapped[bool]
    former_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.portions.id"))
    former_score_milli: Mapped[int | None]
    reason: Mapped[str]
    note: Mapped[str]
    charged_minor: Mapped[int]
    variance_minor: Mapped[int]
    document: Mapped[dict[str, Any]]

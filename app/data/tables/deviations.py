"""Critical limit violations, and what became of each lot (docs/temperatures.md)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, BigInt, Created, Id, one_of, text_check
from app.domain.safety_limits import Disposition


class DeviationRow(Base):
    """One violation of a unit with its corrective action; read-only once it is closed."""

    __tablename__ = "deviations"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("state IN ('open', 'closed')", name="state_known"),
        text_check("cause"),
        text_check("action"),
        CheckConstraint(
            "num_nulls(cause, action, closed_by, closed_at)"
            " = CASE state WHEN 'open' THEN 4 ELSE 0 END",
            name="closed",
        ),
        Index(
            "uq_deviations_open",
            "holding_unit_id",
            unique=True,
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Id]
    number: Mapped[BigInt] = mapped_column(Identity(always=True))
    holding_unit_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.holding_units.id"))
    read_at: Mapped[datetime]
    temperature_mc: Mapped[int]
    limit_mc: Mapped[int]
    opened_at: Mapped[Created]
    due_at: Mapped[datetime]
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.tasks.id"))
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    cause: Mapped[str | None]
    action: Mapped[str | None]
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    closed_at: Mapped[datetime | None]


class DeviationLotRow(Base):
    """One lot of a deviation; what was released or wasted stays so."""

    __tablename__ = "deviation_lots"
    __table_args__ = (
        one_of("disposition", Disposition),
        CheckConstraint("num_nulls(disposition, decided_by, decided_at) IN (0, 3)", name="decided"),
        Index("ix_deviation_lots_whole", "whole_id"),
    )

    deviation_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.deviations.id"), primary_key=True)
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"), primary_key=True)
    since: Mapped[Created]
    disposition: Mapped[str | None]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    decided_at: Mapped[datetime | None]

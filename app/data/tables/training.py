"""What the staff was taught, and the results of looks that are kept by day."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, Id, one_of
from app.domain.training import TrainingKind


class TrainingRow(Base):
    """One record of training; only its withdrawal is ever written into it."""

    __tablename__ = "trainings"
    __table_args__ = (
        one_of("kind", TrainingKind),
        CheckConstraint("valid_until >= held_on", name="days"),
        CheckConstraint("num_nulls(withdrawn_by, withdrawn_at) IN (0, 2)", name="withdrawn"),
        CheckConstraint("char_length(note) <= 200", name="note_text"),
        Index("ix_trainings_staff", "staff_id", "kind"),
    )

    id: Mapped[Id]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    kind: Mapped[str]
    held_on: Mapped[date]
    valid_until: Mapped[date]
    note: Mapped[str] = mapped_column(server_default=text("''"))
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    recorded_at: Mapped[Created]
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    withdrawn_at: Mapped[datetime | None]


class QualityLookRow(Base):
    """A look's result with the names and targets of its own moment; append-only."""

    __tablename__ = "quality_looks"
    __table_args__ = (
        CheckConstraint("score_milli BETWEEN 0 AND 10000", name="score"),
        Index("ix_quality_looks_day", "day"),
        Index("ix_quality_looks_staff", "staff_id", "day"),
    )

    id: Mapped[Id]
    at: Mapped[datetime]
    day: Mapped[date]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    product: Mapped[str]
    station_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.stations.id"))
    station: Mapped[str]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    person: Mapped[str]
    score_milli: Mapped[int]
    passed: Mapped[bool]
    in_time: Mapped[bool | None]
    score_target_milli: Mapped[int]
    fail_target_bp: Mapped[int]
    on_time_target_bp: Mapped[int]

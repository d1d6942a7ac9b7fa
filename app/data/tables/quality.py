"""Inspections, what they taught, watches, improvements' effect checks and extensions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Double, Text

from app.data.tables.base import Base, BigInt, Created, Id, one_of
from app.domain.checkpoints import Step
from app.domain.inspection import InspectionKind
from app.domain.quality_watch import Trouble


class InspectionRow(Base):
    """One look at a portion with the prediction from before it; append-only."""

    __tablename__ = "inspections"
    __table_args__ = (
        one_of("kind", InspectionKind),
        one_of("step", Step),
        CheckConstraint(
            "(kind IN ('checkpoint', 'handover')) = (step IS NOT NULL)", name="step_given"
        ),
        CheckConstraint("score BETWEEN 0 AND 10 AND predicted BETWEEN 0 AND 10", name="scores"),
        CheckConstraint("effective_age_s >= 0", name="age"),
        CheckConstraint("expected BETWEEN 0 AND 10", name="expected"),
        CheckConstraint("passed OR cardinality(causes) > 0", name="reason"),
        CheckConstraint("char_length(note) <= 500", name="note_text"),
        Index("ix_inspections_product", "product_id", "at"),
        Index("ix_inspections_portion", "portion_id", "at"),
    )

    id: Mapped[Id]
    at: Mapped[Created]
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    holding_unit_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.holding_units.id"))
    kind: Mapped[str]
    step: Mapped[str | None]
    score: Mapped[float] = mapped_column(Double)
    passed: Mapped[bool]
    late: Mapped[bool]
    causes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    note: Mapped[str]
    temperature_mc: Mapped[int | None]
    predicted: Mapped[float] = mapped_column(Double)
    effective_age_s: Mapped[float] = mapped_column(Double)
    curve_score: Mapped[float | None] = mapped_column(Double)
    curve_sd: Mapped[float | None] = mapped_column(Double)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    expected: Mapped[float | None] = mapped_column(Double)


class SignedCheckRow(Base):
    """A temperature taken by hand while a unit's sensor was silent; append-only."""

    __tablename__ = "signed_checks"
    __table_args__ = (Index("ix_signed_checks_unit", "holding_unit_id", "at"),)

    id: Mapped[Id]
    holding_unit_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.holding_units.id"))
    at: Mapped[Created]
    temperature_mc: Mapped[int]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))


class VerificationRow(Base):
    """One verification of an order line's portion before it is prepared; append-only."""

    __tablename__ = "verifications"
    __table_args__ = (
        CheckConstraint(
            "NOT passed OR looks_good AND product_matches AND configuration_matches"
            " AND modifiers_match",
            name="passed",
        ),
        CheckConstraint("passed = (reason = '')", name="reason"),
        CheckConstraint("passed = (inspection_id IS NULL)", name="failure"),
        CheckConstraint("char_length(scanned) BETWEEN 1 AND 60", name="scanned"),
        Index("ix_verifications_line", "line_id", "at"),
        Index("ix_verifications_first", "at", postgresql_where=text("first_selection")),
    )

    id: Mapped[Id]
    at: Mapped[Created]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"))
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    scanned: Mapped[str]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    looks_good: Mapped[bool]
    product_matches: Mapped[bool]
    configuration_matches: Mapped[bool]
    modifiers_match: Mapped[bool]
    temperature_mc: Mapped[int | None]
    passed: Mapped[bool]
    reason: Mapped[str] = mapped_column(server_default=text("''"))
    first_selection: Mapped[bool]
    inspection_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.inspections.id"))


class CalibrationRow(Base):
    """What inspections have taught about one product in one holding unit."""

    __tablename__ = "calibrations"
    __table_args__ = (
        CheckConstraint("variance > 0", name="variance"),
        CheckConstraint("inspections >= 0", name="inspections"),
    )

    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"), primary_key=True)
    holding_unit_id: Mapped[UUID] = mapped_column(
        ForeignKey("wedge.holding_units.id"), primary_key=True
    )
    prior_theta: Mapped[float] = mapped_column(Double)
    theta: Mapped[float] = mapped_column(Double)
    variance: Mapped[float] = mapped_column(Double)
    inspections: Mapped[int] = mapped_column(server_default=text("0"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    changed_at: Mapped[Created]


class TroubleRow(Base):
    """One thing that counts towards a watch; append-only."""

    __tablename__ = "trouble"
    __table_args__ = (
        one_of("trouble", Trouble),
        Index("ix_trouble_subject", "subject_id", "at"),
    )

    id: Mapped[BigInt] = mapped_column(Identity(always=True), primary_key=True)
    at: Mapped[Created]
    subject_id: Mapped[UUID]
    trouble: Mapped[str]
    inspection_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.inspections.id"))


class WatchRow(Base):
    """A product or unit under watch until the day's close or a manager's reset."""

    __tablename__ = "watches"
    __table_args__ = (
        one_of("trouble", Trouble),
        Index("ix_watches_subject", "subject_id", "until"),
    )

    id: Mapped[Id]
    subject_id: Mapped[UUID]
    trouble: Mapped[str]
    since: Mapped[Created]
    until: Mapped[datetime]
    reset_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))


class EffectCheckRow(Base):
    """Whether an improvement did any good; append-only."""

    __tablename__ = "effect_checks"
    __table_args__ = (
        CheckConstraint(
            "char_length(finding) <= 500 AND btrim(finding) <> ''", name="finding_text"
        ),
    )

    id: Mapped[Id]
    task_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tasks.id"))
    at: Mapped[Created]
    finding: Mapped[str]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))


class ExtensionRow(Base):
    """The one extension of a whole's portions; append-only."""

    __tablename__ = "extensions"
    __table_args__ = (CheckConstraint("to_at > from_at", name="later"),)

    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"), primary_key=True)
    at: Mapped[Created]
    from_at: Mapped[datetime]
    to_at: Mapped[datetime]
    reason: Mapped[str]
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    granted_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))

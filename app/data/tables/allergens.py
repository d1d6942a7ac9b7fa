"""Tools and surfaces, their uses and sanitations, cutting jobs and allergen incidents."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text, Uuid

from app.data.tables.base import Base, Created, Id, one_of, text_check
from app.domain.equipment import Contact, EquipmentKind, IncidentState

_CODES = ARRAY(Text)


class EquipmentRow(Base):
    """A tool (its id is its cutting tool's) or a surface; `category` null means clean."""

    __tablename__ = "equipment"
    __table_args__ = (
        one_of("kind", EquipmentKind),
        text_check("code", 20),
        text_check("name", 80),
        CheckConstraint("category IS NULL OR last_used_at IS NOT NULL", name="touched"),
        CheckConstraint(
            "num_nulls(sanitised_at, sanitised_method, sanitised_by) IN (0, 3)", name="sanitised"
        ),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    station_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.stations.id"))
    suits: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'"))
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    category: Mapped[list[str] | None] = mapped_column(_CODES)
    last_used_at: Mapped[datetime | None]
    sanitised_at: Mapped[datetime | None]
    sanitised_method: Mapped[str | None]
    sanitised_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))


class CuttingJobRow(Base):
    """One cut from its start to its end; open ones make others at the station wait."""

    __tablename__ = "cutting_jobs"
    __table_args__ = (
        CheckConstraint("outcome IN ('cut', 'abandoned')", name="outcome_known"),
        CheckConstraint("num_nulls(ended_at, outcome) IN (0, 2)", name="ended"),
        Index(
            "uq_cutting_jobs_open",
            "whole_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"))
    station_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.stations.id"))
    tool_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.equipment.id"))
    surface_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.equipment.id"))
    allergens: Mapped[list[str]] = mapped_column(_CODES)
    started_at: Mapped[Created]
    started_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]


class EquipmentUseRow(Base):
    """Equipment touched a lot; append-only."""

    __tablename__ = "equipment_uses"
    __table_args__ = (
        Index("ix_equipment_uses_whole", "whole_id"),
        Index("ix_equipment_uses_equipment", "equipment_id", "at"),
    )

    id: Mapped[Id]
    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.equipment.id"))
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"))
    job_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.cutting_jobs.id"))
    allergens: Mapped[list[str]] = mapped_column(_CODES)
    at: Mapped[datetime]


class SanitationRow(Base):
    """Equipment was sanitised: how, when, confirmed by whom, and what was on it; append-only."""

    __tablename__ = "sanitations"
    __table_args__ = (
        text_check("method", 200),
        Index("ix_sanitations_equipment", "equipment_id", "at"),
    )

    id: Mapped[Id]
    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.equipment.id"))
    method: Mapped[str]
    at: Mapped[datetime]
    category: Mapped[list[str] | None] = mapped_column(_CODES)
    confirmed_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))


class RiskCheckRow(Base):
    """The result of one check before a cut, also of those that were blocked; append-only."""

    __tablename__ = "risk_checks"
    __table_args__ = (
        CheckConstraint(
            f"result IN ({', '.join(repr(each.value) for each in Contact)})", name="result_known"
        ),
        CheckConstraint("blocked OR result <> 'possible_cross_contact'", name="blocked"),
        Index("ix_risk_checks_job", "job_id"),
    )

    id: Mapped[Id]
    job_id: Mapped[UUID]
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"))
    station_id: Mapped[UUID | None]
    tool_id: Mapped[UUID | None]
    surface_id: Mapped[UUID | None]
    result: Mapped[str]
    blocked: Mapped[bool]
    threats: Mapped[list[Any]]
    rule_version: Mapped[int]
    at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))


class AllergenIncidentRow(Base):
    """One incident: `portions` are those that it took out of reach itself."""

    __tablename__ = "allergen_incidents"
    __table_args__ = (
        one_of("state", IncidentState),
        text_check("note"),
        CheckConstraint("char_length(outcome) <= 500", name="outcome_text"),
        CheckConstraint(
            "num_nulls(released_at, released_by, approved_by)"
            " = CASE state WHEN 'open' THEN 3 ELSE 0 END",
            name="released",
        ),
    )

    id: Mapped[Id]
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"))
    note: Mapped[str]
    lots: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    portions: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    receipts: Mapped[list[Any]]
    reported_at: Mapped[datetime]
    reported_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    due_at: Mapped[datetime]
    task_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tasks.id"))
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    released_at: Mapped[datetime | None]
    released_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    outcome: Mapped[str] = mapped_column(server_default=text("''"))
    read_at: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'"))


class IncidentNoticeRow(Base):
    """Who read of an incident at which terminal, and when; append-only."""

    __tablename__ = "incident_notices"

    incident_id: Mapped[UUID] = mapped_column(
        ForeignKey("wedge.allergen_incidents.id"), primary_key=True
    )
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"), primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    at: Mapped[Created]

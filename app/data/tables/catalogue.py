"""Menu, cutting, holding units and the versioned settings."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Double, Text

from app.data.tables.base import Base, Created, Id, one_of, text_check
from app.domain.catalog import BaseUnit, CurveShape, HoldingKind, ProductKind, Storage


class CategoryRow(Base):
    """A group of products on the till."""

    __tablename__ = "categories"
    __table_args__ = (
        text_check("name"),
        CheckConstraint("cut_by IN ('angle', 'weight')", name="cut_by_known"),
    )

    id: Mapped[Id]
    name: Mapped[str]
    position: Mapped[int]
    portionable: Mapped[bool]
    cut_by: Mapped[str | None]


class StationRow(Base):
    """A work place that receives its share of tickets."""

    __tablename__ = "stations"
    __table_args__ = (
        text_check("name"),
        CheckConstraint("active_staff BETWEEN 1 AND 50", name="active_staff"),
    )

    id: Mapped[Id]
    name: Mapped[str]
    active_staff: Mapped[int] = mapped_column(server_default=text("1"))


class ProductRow(Base):
    """A product. The quality model's four columns are all set or all null."""

    __tablename__ = "products"
    __table_args__ = (
        text_check("name"),
        text_check("code_prefix", 8),
        one_of("kind", ProductKind),
        CheckConstraint("base_price_minor BETWEEN 0 AND 100000000", name="base_price"),
        CheckConstraint("whole_price_minor BETWEEN 1 AND 100000000", name="whole_price"),
        CheckConstraint("cost_minor BETWEEN 0 AND 100000000", name="cost"),
        CheckConstraint(
            "whole_of_id IS NULL OR kind = 'plain' AND whole_of_id <> id", name="whole_of"
        ),
        CheckConstraint("tax_rate_bp BETWEEN 0 AND 10000", name="tax_rate"),
        CheckConstraint("after_cut_limit_s > 0", name="after_cut_limit"),
        CheckConstraint("jsonb_typeof(preparations) = 'array'", name="preparations"),
        CheckConstraint("preparation_s BETWEEN 0 AND 7200", name="preparation"),
        CheckConstraint(
            "num_nulls(e7_s, beta, q10, reference_temperature_mc) IN (0, 4)", name="quality_whole"
        ),
        CheckConstraint("e7_s > 0 AND beta > 0 AND q10 > 0", name="quality_positive"),
        one_of("curve", CurveShape),
        one_of("base_unit", BaseUnit),
        CheckConstraint(
            "kind <> 'portioned' OR base_unit IN ('each', 'whole')", name="base_unit_portioned"
        ),
        CheckConstraint(
            "min_portion_bp BETWEEN 1 AND 10000 AND max_portion_bp BETWEEN 10000 AND 100000",
            name="portion_size",
        ),
        CheckConstraint(
            "kind <> 'portioned' OR NOT active OR num_nulls(min_portion_bp, max_portion_bp) = 0",
            name="portion_size_stated",
        ),
    )

    id: Mapped[Id]
    code_prefix: Mapped[str]
    name: Mapped[str]
    category_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.categories.id"))
    kind: Mapped[str]
    base_price_minor: Mapped[int]
    whole_price_minor: Mapped[int | None]
    whole_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.products.id"))
    cost_minor: Mapped[int]
    tax_rate_bp: Mapped[int]
    allergens: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    station_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.stations.id"))
    after_cut_limit_s: Mapped[int | None]
    e7_s: Mapped[float | None] = mapped_column(Double)
    beta: Mapped[float | None] = mapped_column(Double)
    q10: Mapped[float | None] = mapped_column(Double)
    curve: Mapped[str] = mapped_column(server_default=text("'weibull'"))
    reference_temperature_mc: Mapped[int | None]
    active: Mapped[bool]
    base_unit: Mapped[str] = mapped_column(server_default="each")
    min_portion_bp: Mapped[int | None] = mapped_column(server_default=text("8500"))
    max_portion_bp: Mapped[int | None] = mapped_column(server_default=text("11500"))
    size: Mapped[str | None]
    tool_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.cutting_tools.id"))
    checklist: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    preparations: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    preparation_s: Mapped[int | None]
    ingredients: Mapped[str | None]


class ConfigurationRow(Base):
    """One allowed way of cutting a whole: 2 to 16 equal portions, or as many as were consented."""

    __tablename__ = "portion_configurations"
    __table_args__ = (
        text_check("name"),
        CheckConstraint(
            "portions_per_whole BETWEEN 2 AND 16 OR override_id IS NOT NULL",
            name="portions_per_whole",
        ),
        ForeignKeyConstraint(
            ["override_id", "id", "portions_per_whole"],
            [f"wedge.portion_overrides.{name}" for name in ("id", "configuration_id", "portions")],
            name="fk_portion_configurations_override",
        ),
        CheckConstraint("standard_weight_mg > 0", name="standard_weight"),
        CheckConstraint(
            "per_row BETWEEN 1 AND portions_per_whole AND portions_per_whole % per_row = 0",
            name="per_row",
        ),
        UniqueConstraint("product_id", "portions_per_whole"),
        Index(
            "uq_portion_configurations_default",
            "product_id",
            unique=True,
            postgresql_where=text("is_default"),
        ),
    )

    id: Mapped[Id]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    name: Mapped[str]
    portions_per_whole: Mapped[int]
    standard_weight_mg: Mapped[int | None]
    is_default: Mapped[bool]
    override_id: Mapped[UUID | None]
    per_row: Mapped[int | None]


class PortionOverrideRow(Base):
    """A consent to one count outside the limits, for one way of cutting; append-only."""

    __tablename__ = "portion_overrides"
    __table_args__ = (
        UniqueConstraint("id", "configuration_id", "portions"),
        CheckConstraint("portions BETWEEN 1 AND 100", name="portions"),
        text_check("reason"),
    )

    id: Mapped[Id]
    configuration_id: Mapped[UUID]
    portions: Mapped[int]
    reason: Mapped[str]
    approval_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.approvals.id"), unique=True)
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    granted_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    granted_at: Mapped[Created]


class CuttingToolRow(Base):
    """A knife, wheel or guillotine with the ids of the categories it suits."""

    __tablename__ = "cutting_tools"
    __table_args__ = (text_check("code", 40), text_check("name"))

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    suits: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'"))
    active: Mapped[bool] = mapped_column(server_default=text("true"))


class HoldingUnitRow(Base):
    """A monitored cabinet or display."""

    __tablename__ = "holding_units"
    __table_args__ = (
        text_check("name"),
        one_of("kind", HoldingKind),
        CheckConstraint("min_temperature_mc <= max_temperature_mc", name="limits"),
        CheckConstraint("probe_uncertainty_mc BETWEEN 0 AND 5000", name="probe"),
        one_of("storage", Storage),
    )

    id: Mapped[Id]
    name: Mapped[str]
    kind: Mapped[str]
    min_temperature_mc: Mapped[int | None]
    max_temperature_mc: Mapped[int | None]
    probe_uncertainty_mc: Mapped[int] = mapped_column(server_default=text("0"))
    storage: Mapped[str] = mapped_column(server_default=text("'display'"))


class SettingsRow(Base):
    """One version of the store's settings and policies; the highest version is in force."""

    __tablename__ = "settings"
    __table_args__ = (
        CheckConstraint("(document ->> 'hold_s')::int BETWEEN 1 AND 3600", name="hold"),
        CheckConstraint("jsonb_typeof(document -> 'pricing') = 'object'", name="pricing"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[dict[str, Any]]
    valid_from: Mapped[Created]
    changed_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))

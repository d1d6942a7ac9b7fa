"""Wholes, portions, temperature readings and waste."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Double, Text

from app.data.tables.base import Base, BigInt, Created, Id, one_of, text_check
from app.domain.portion import PortionState, WholeState


class WholeRow(Base):
    """A whole item; `cut_at` and `portions_per_whole` are set once it is cut."""

    __tablename__ = "wholes"
    __table_args__ = (
        one_of("state", WholeState),
        text_check("code", 40),
        CheckConstraint("portions_per_whole BETWEEN 1 AND 100", name="portions_per_whole"),
        CheckConstraint(
            "num_nulls(cut_at, portions_per_whole) IN (0, 2)"
            " AND (state <> 'cut' OR cut_at IS NOT NULL)"
            " AND (state <> 'in_stock' OR cut_at IS NULL)",
            name="cut_together",
        ),
        CheckConstraint("(state = 'sold') = (line_id IS NOT NULL)", name="sold"),
        CheckConstraint("per_row BETWEEN 1 AND portions_per_whole", name="per_row"),
        CheckConstraint("failed_looks BETWEEN 0 AND looks", name="looks"),
        Index(
            "ix_wholes_in_stock",
            "product_id",
            "expires_at",
            postgresql_where=text("state = 'in_stock'"),
        ),
        Index("ix_wholes_cut_at", "cut_at"),
        Index("ix_wholes_line", "line_id", postgresql_where=text("line_id IS NOT NULL")),
    )

    id: Mapped[Id]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    code: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    received_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    cut_at: Mapped[datetime | None]
    portions_per_whole: Mapped[int | None]
    allergens: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    ingredients: Mapped[str | None]
    incident_id: Mapped[UUID | None] = mapped_column(
        # An incident has a whole, too: the sorting of the tables leaves this one out.
        ForeignKey(
            "wedge.allergen_incidents.id",
            name="fk_wholes_incident_id_allergen_incidents",
            use_alter=True,
        )
    )
    lot_number: Mapped[str]
    prepared_at: Mapped[datetime]
    tool_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.cutting_tools.id"))
    cut_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    checks_missing: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    extended_from: Mapped[datetime | None]
    per_row: Mapped[int | None]
    """How many lay side by side when it was cut; None for a round one."""
    looks: Mapped[int] = mapped_column(server_default=text("0"))
    failed_looks: Mapped[int] = mapped_column(server_default=text("0"))
    line_id: Mapped[UUID | None] = mapped_column(
        # A line has a portion, a portion a whole: the sorting of the tables leaves this one out.
        ForeignKey("wedge.ticket_lines.id", name="fk_wholes_line_id_ticket_lines", use_alter=True)
    )
    """The order it is sold in, uncut."""


class PortionRow(Base):
    """One sellable piece. `ticket_id` is its holder; a trigger raises `epoch` with the holder."""

    __tablename__ = "portions"
    __table_args__ = (
        one_of("state", PortionState),
        text_check("code", 40),
        text_check("place", 60),
        UniqueConstraint("whole_id", "wedge"),
        CheckConstraint("wedge BETWEEN 0 AND 99", name="wedge_place"),
        CheckConstraint("epoch >= 0", name="epoch"),
        CheckConstraint("weight_mg > 0", name="weight"),
        CheckConstraint("initial_quality BETWEEN 0 AND 10", name="initial_quality"),
        CheckConstraint(
            "(state NOT IN ('reserved', 'committed', 'served') OR ticket_id IS NOT NULL)"
            " AND (state NOT IN ('available', 'wasted', 'quarantined') OR ticket_id IS NULL)",
            name="holder",
        ),
        CheckConstraint(
            "quality_status IN ('good', 'unscored', 'review', 'held', 'failed', 'marked_down')",
            name="quality_status_known",
        ),
        CheckConstraint("angle_mdeg BETWEEN 1 AND 360000", name="angle"),
        CheckConstraint("presentation BETWEEN 0 AND 10", name="presentation"),
        CheckConstraint(
            "markdown_bp BETWEEN 0 AND 10000"
            " AND (markdown_bp > 0) = (quality_status = 'marked_down')",
            name="markdown",
        ),
        CheckConstraint("(state = 'reserved') = (reserved_until IS NOT NULL)", name="hold"),
        Index(
            "ix_portions_live",
            "product_id",
            "state",
            postgresql_where=text("state NOT IN ('served', 'wasted')"),
        ),
        Index(
            "ix_portions_reserved_until",
            "reserved_until",
            postgresql_where=text("state = 'reserved'"),
        ),
        Index("ix_portions_ticket_id", "ticket_id"),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(unique=True)
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    whole_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.wholes.id"))
    wedge: Mapped[int]
    state: Mapped[str]
    epoch: Mapped[int] = mapped_column(server_default=text("0"))
    cut_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    holding_unit_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.holding_units.id"))
    place: Mapped[str]
    weight_mg: Mapped[int | None]
    initial_quality: Mapped[float] = mapped_column(Double)
    ticket_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.tickets.id"))
    reserved_until: Mapped[datetime | None]
    allergens: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    quality_status: Mapped[str] = mapped_column(server_default=text("'good'"))
    review_causes: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    angle_mdeg: Mapped[int | None]
    presentation: Mapped[float | None] = mapped_column(Double)
    markdown_bp: Mapped[int] = mapped_column(server_default=text("0"))
    inspected_at: Mapped[datetime | None]
    inspected_score: Mapped[float | None] = mapped_column(Double)
    recheck_at: Mapped[datetime | None]
    part_of: Mapped[UUID | None] = mapped_column(
        # A line has a portion, too: the sorting of the tables leaves this one out.
        ForeignKey("wedge.ticket_lines.id", name="fk_portions_part_of_ticket_lines", use_alter=True)
    )
    part_mg: Mapped[int | None]
    deviation_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.deviations.id"))


class QualityReviewRow(Base):
    """Why quality held a portion, and what a reviewer decided; at most one is open."""

    __tablename__ = "quality_reviews"
    __table_args__ = (
        CheckConstraint("outcome IN ('released', 'marked_down', 'wasted')", name="outcome_known"),
        CheckConstraint("char_length(reason) <= 500", name="reason_text"),
        CheckConstraint(
            "num_nulls(outcome, decided_by, decided_at) IN (0, 3)"
            " AND (outcome IS NULL OR btrim(reason) <> '')",
            name="decided",
        ),
        CheckConstraint(
            "markdown_bp BETWEEN 0 AND 10000 AND (markdown_bp = 0 OR outcome = 'marked_down')",
            name="markdown",
        ),
    )

    id: Mapped[Id]
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    causes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    opened_at: Mapped[Created]
    opened_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    outcome: Mapped[str | None]
    markdown_bp: Mapped[int] = mapped_column(server_default=text("0"))
    reason: Mapped[str] = mapped_column(server_default=text("''"))
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    decided_at: Mapped[datetime | None]


class TemperatureReadingRow(Base):
    """One reading of a holding unit, in milli-°C; append-only."""

    __tablename__ = "temperature_readings"
    __table_args__ = (
        CheckConstraint("temperature_mc BETWEEN -60000 AND 300000", name="plausible"),
        Index("ix_temperature_readings_unit", "holding_unit_id", "at"),
    )

    id: Mapped[BigInt] = mapped_column(Identity(always=True), primary_key=True)
    holding_unit_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.holding_units.id"))
    at: Mapped[Created]
    temperature_mc: Mapped[int]
    sensor: Mapped[str] = mapped_column(server_default=text("''"))


class WasteRow(Base):
    """One portion or one uncut whole that was thrown away, at cost.

    With a weight only that much of the portion: what was cut off for a line's own size.
    """

    __tablename__ = "waste"
    __table_args__ = (
        text_check("cause", 200),
        CheckConstraint("num_nonnulls(portion_id, whole_id) = 1", name="one_thing"),
        CheckConstraint("cost_minor >= 0", name="cost"),
        CheckConstraint("quantity = 1", name="quantity"),
        CheckConstraint(
            "num_nulls(weight_mg, line_id) IN (0, 2)"
            " AND (weight_mg IS NULL OR weight_mg > 0 AND portion_id IS NOT NULL)",
            name="part",
        ),
        Index("ix_waste_at", "at"),
        Index(
            "uq_waste_portion_id",
            "portion_id",
            unique=True,
            postgresql_where=text("weight_mg IS NULL"),
        ),
        Index("ix_waste_part", "portion_id", postgresql_where=text("weight_mg IS NOT NULL")),
    )

    id: Mapped[Id]
    at: Mapped[Created]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    portion_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.portions.id"))
    whole_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.wholes.id"), unique=True)
    cause: Mapped[str]
    cost_minor: Mapped[int]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.terminals.id"))
    weight_mg: Mapped[int | None]
    line_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.ticket_lines.id"))
    quantity: Mapped[int] = mapped_column(server_default=text("1"))

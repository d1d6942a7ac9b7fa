"""What each portion was worth when it was handed over."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Double

from app.data.tables.base import Base, Created


class LineCostRow(Base):
    """What a piece of a line cost on the day it was sold (docs/revenue.md)."""

    __tablename__ = "line_costs"
    __table_args__ = (CheckConstraint("cost_minor >= 0", name="cost"),)

    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"), primary_key=True)
    cost_minor: Mapped[int]


class RevenueLookRow(Base):
    """A day on which the store compared its products' revenue (docs/revenue.md)."""

    __tablename__ = "revenue_looks"

    day: Mapped[date] = mapped_column(primary_key=True)
    at: Mapped[Created]


class ServedScoreRow(Base):
    """`curve` is the product's model as it was then, with how long a reading is carried; `least`
    the score that every guest was promised. A late reading changes `score`.
    """

    __tablename__ = "served_scores"
    __table_args__ = (
        CheckConstraint("score BETWEEN 0 AND 10 AND least BETWEEN 0 AND 10", name="scores"),
        Index("ix_served_scores_unit", "holding_unit_id", "served_at"),
    )

    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"), primary_key=True)
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    holding_unit_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.holding_units.id"))
    cut_at: Mapped[datetime]
    served_at: Mapped[datetime]
    curve: Mapped[dict[str, Any]] = mapped_column(JSONB)
    least: Mapped[float] = mapped_column(Double)
    score: Mapped[float] = mapped_column(Double)
    judged_at: Mapped[Created]

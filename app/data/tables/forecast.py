"""What the next hours will want, and which orders may hold more than their share."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, text_check


class DemandRow(Base):
    """One product's forecast in force; `hourly_milli` are thousandths by hour from `starts_at`."""

    __tablename__ = "demand"
    __table_args__ = (
        text_check("method", 40),
        CheckConstraint("days > 0", name="days"),
    )

    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"), primary_key=True)
    made_for: Mapped[date]
    policy_version: Mapped[int]
    made_at: Mapped[Created]
    method: Mapped[str]
    days: Mapped[int]
    starts_at: Mapped[datetime]
    hourly_milli: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    grade_bp: Mapped[list[int]] = mapped_column(ARRAY(Integer))


class SalesPaceRow(Base):
    """What the last hour sold: [portions, seconds on sale] by product; one row at the most."""

    __tablename__ = "sales_paces"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    until: Mapped[datetime]
    sold: Mapped[dict[str, Any]]


class HoldReleaseRow(Base):
    """A manager let this order hold more of a scarce product; append-only."""

    __tablename__ = "hold_releases"

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"), primary_key=True)
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"), primary_key=True)
    at: Mapped[Created]
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    approver_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))


class PastForecastRow(Base):
    """What was expected of an hour when it began; append-only, written by the store itself."""

    __tablename__ = "past_forecasts"
    __table_args__ = (
        CheckConstraint("expected_milli >= 0", name="expected"),
        CheckConstraint("made_at <= hour AND hour <= kept_at", name="order"),
        Index("ix_past_forecasts_hour", "hour"),
    )

    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"), primary_key=True)
    hour: Mapped[datetime] = mapped_column(primary_key=True)
    expected_milli: Mapped[int]
    made_at: Mapped[datetime]
    kept_at: Mapped[datetime]

"""Guests by their own consent, their points, ratings and complaints."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text

from app.data.tables.base import Base, Created, Flag, Id, one_of
from app.domain.compensation import CompensationKind
from app.domain.complaint import ComplaintKind, ComplaintState
from app.domain.guests import ConsentKind
from app.domain.loyalty import EntryKind
from app.domain.satisfaction import RatingAbout


class CustomerRow(Base):
    """Who a guest is; the only row with personal data."""

    __tablename__ = "customers"

    id: Mapped[Id]
    name: Mapped[str]
    phone: Mapped[str | None] = mapped_column(unique=True)
    card: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[Created]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    invited_at: Mapped[datetime | None]
    follow_up_at: Mapped[datetime | None]


class ConsentRow(Base):
    """One yes or no; append-only."""

    __tablename__ = "consents"
    __table_args__ = (
        one_of("kind", ConsentKind),
        Index("ix_consents_customer", "customer_id", "kind", text("at DESC")),
    )

    id: Mapped[Id] = mapped_column(server_default=text("gen_random_uuid()"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.customers.id", ondelete="CASCADE"))
    kind: Mapped[str]
    given: Mapped[bool]
    at: Mapped[Created]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.terminals.id"))


class PointEntryRow(Base):
    """One movement of points; append-only, of nobody once its guest is erased."""

    __tablename__ = "point_entries"
    __table_args__ = (
        one_of("kind", EntryKind),
        CheckConstraint("refunded_minor >= 0 AND refunded_portions >= 0", name="refunded"),
        Index("ix_point_entries_customer", "customer_id"),
        Index(
            "uq_point_entries_earn",
            "ticket_id",
            unique=True,
            postgresql_where=text("kind = 'earn'"),
        ),
    )

    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.customers.id"))
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    kind: Mapped[str]
    points: Mapped[int]
    owed: Mapped[int]
    policy_version: Mapped[int]
    refunded_minor: Mapped[int] = mapped_column(server_default=text("0"))
    refunded_portions: Mapped[int] = mapped_column(server_default=text("0"))
    at: Mapped[Created]


class LoyalSaleRow(Base):
    """A known guest's sale as it was closed, with the rules it was sold under."""

    __tablename__ = "loyal_sales"
    __table_args__ = (
        CheckConstraint(
            "total_minor >= 0 AND portions >= 0 AND redeemed_points >= 0"
            " AND redeemed_minor BETWEEN 0 AND total_minor",
            name="amounts",
        ),
    )

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"), primary_key=True)
    total_minor: Mapped[int]
    portions: Mapped[int]
    redeemed_points: Mapped[int]
    redeemed_minor: Mapped[int]
    rules: Mapped[dict[str, Any]]


class RatingRow(Base):
    """Stars of one order."""

    __tablename__ = "ratings"
    __table_args__ = (
        one_of("about", RatingAbout),
        CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
        UniqueConstraint("ticket_id", "about"),
        Index("ix_ratings_at", "at"),
    )

    id: Mapped[Id]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    about: Mapped[str]
    stars: Mapped[int]
    portion_codes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    at: Mapped[Created]
    terminal_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.terminals.id"))


class ComplaintRow(Base):
    """A complaint about one line, with what was known of it."""

    __tablename__ = "complaints"
    __table_args__ = (
        one_of("kind", ComplaintKind),
        one_of("state", ComplaintState),
        CheckConstraint(
            "(state = 'resolved') = (resolved_at IS NOT NULL AND btrim(outcome) <> '')",
            name="resolved",
        ),
        CheckConstraint(
            "follow_up_stars BETWEEN 1 AND 5"
            " AND (follow_up_stars IS NULL OR follow_up_at IS NOT NULL)",
            name="follow_up",
        ),
        CheckConstraint(
            "state = 'open' OR follow_up_at IS NOT NULL", name="closed_after_follow_up"
        ),
        Index("ix_complaints_current", "opened_at", postgresql_where=text("NOT archived")),
        Index("ix_complaints_line", "line_id"),
    )

    id: Mapped[Id]
    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"))
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    kind: Mapped[str]
    reason: Mapped[str]
    facts: Mapped[dict[str, Any]]
    opened_at: Mapped[Created]
    opened_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    outcome: Mapped[str] = mapped_column(server_default=text("''"))
    resolved_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    resolved_at: Mapped[datetime | None]
    archived: Mapped[Flag]
    follow_up_stars: Mapped[int | None]
    follow_up_at: Mapped[datetime | None]
    follow_up_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))


class CompensationRow(Base):
    """What a guest was given, and what it cost; append-only."""

    __tablename__ = "compensations"
    __table_args__ = (
        one_of("kind", CompensationKind),
        CheckConstraint("amount_minor >= 0 AND cost_minor >= 0", name="amounts"),
        CheckConstraint("approved_by <> given_by", name="another"),
        CheckConstraint(
            "(kind = 'replacement') = (new_ticket_id IS NOT NULL)"
            " AND (kind = 'delay') = (complaint_id IS NULL)",
            name="whole",
        ),
        Index("uq_compensations_complaint", "complaint_id", unique=True),
        Index("ix_compensations_ticket", "ticket_id"),
        Index("ix_compensations_current", "at", postgresql_where=text("NOT archived")),
    )

    id: Mapped[Id]
    kind: Mapped[str]
    complaint_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.complaints.id"))
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"))
    amount_minor: Mapped[int]
    cost_minor: Mapped[int]
    reason: Mapped[str]
    new_ticket_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.tickets.id"))
    refund_id: Mapped[UUID | None]
    given_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    at: Mapped[Created]
    archived: Mapped[Flag]

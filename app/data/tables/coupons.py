"""Coupons that are counted: batches of single codes, the codes, and every use of one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, Id


class CouponBatchRow(Base):
    """So many codes of one promotion, made together."""

    __tablename__ = "coupon_batches"
    __table_args__ = (CheckConstraint("made BETWEEN 1 AND 5000", name="made"),)

    id: Mapped[Id]
    promotion_id: Mapped[str]
    made: Mapped[int]
    ends_at: Mapped[datetime | None]
    made_at: Mapped[Created]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))


class CouponRow(Base):
    """One single code; append-only."""

    __tablename__ = "coupons"
    __table_args__ = (Index("ix_coupons_batch", "batch_id"),)

    id: Mapped[Id]
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.coupon_batches.id"))
    code: Mapped[str] = mapped_column(unique=True)


class CouponUseRow(Base):
    """An order that a code was shown for; at most one that counts per code and order."""

    __tablename__ = "coupon_uses"
    __table_args__ = (
        CheckConstraint("state IN ('held', 'used', 'returned')", name="state_known"),
        Index(
            "uq_coupon_uses_coupon", "coupon_id", unique=True,
            postgresql_where=text("state <> 'returned'"),
        ),
        Index(
            "uq_coupon_uses_ticket", "promotion_id", "ticket_id", unique=True,
            postgresql_where=text("state <> 'returned'"),
        ),
        Index("ix_coupon_uses_ticket", "ticket_id"),
        Index(
            "ix_coupon_uses_customer", "customer_id",
            postgresql_where=text("customer_id IS NOT NULL"),
        ),
    )  # fmt: skip

    id: Mapped[Id]
    promotion_id: Mapped[str]
    coupon_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.coupons.id"))
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    customer_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("wedge.customers.id", ondelete="SET NULL")
    )
    state: Mapped[str] = mapped_column(server_default=text("'held'"))
    at: Mapped[Created]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))

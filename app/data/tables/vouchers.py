"""Goodwill vouchers and every movement of what they hold."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, Flag, Id, text_check


class VoucherRow(Base):
    """What the store owes a guest; only the balance and the end of its term ever change."""

    __tablename__ = "vouchers"
    __table_args__ = (
        CheckConstraint(
            "amount_minor > 0 AND balance_minor BETWEEN 0 AND amount_minor", name="balance"
        ),
        text_check("reason", 200),
        Index("ix_vouchers_current", "changed_at", postgresql_where=text("NOT archived")),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(unique=True)
    amount_minor: Mapped[int]
    balance_minor: Mapped[int]
    expires_at: Mapped[datetime]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    reason: Mapped[str]
    issued_at: Mapped[Created]
    changed_at: Mapped[Created]
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    archived: Mapped[Flag]


class VoucherEntryRow(Base):
    """One movement; append-only. The entries of a voucher sum to its balance."""

    __tablename__ = "voucher_entries"
    __table_args__ = (
        CheckConstraint("kind IN ('issued', 'redeemed', 'returned')", name="kind_known"),
        CheckConstraint(
            "(kind = 'redeemed') = (amount_minor < 0) AND amount_minor <> 0", name="amount"
        ),
        Index("ix_voucher_entries_voucher", "voucher_id"),
        Index("ix_voucher_entries_ticket", "ticket_id"),
    )

    id: Mapped[Id]
    voucher_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.vouchers.id"))
    kind: Mapped[str]
    amount_minor: Mapped[int]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    refund_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.refunds.id"))
    at: Mapped[Created]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))

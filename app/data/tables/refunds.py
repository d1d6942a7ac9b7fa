"""Refunds and what they paid back of each line."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Id, one_of, text_check
from app.domain.refund import Goods


class RefundRow(Base):
    """Money that went back, with its receipt; never altered."""

    __tablename__ = "refunds"
    __table_args__ = (
        CheckConstraint("tender IN ('cash')", name="tender"),
        CheckConstraint("amount_minor > 0 AND tax_minor BETWEEN 0 AND amount_minor", name="amount"),
        CheckConstraint("voucher_minor BETWEEN 0 AND amount_minor", name="voucher"),
        text_check("reason", 200),
        Index("ix_refunds_at", "at"),
        Index("ix_refunds_ticket", "ticket_id"),
    )

    id: Mapped[Id]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    receipt_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.receipts.id"), unique=True)
    tender: Mapped[str]
    amount_minor: Mapped[int]
    tax_minor: Mapped[int]
    reason: Mapped[str]
    at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    register: Mapped[str]
    approval_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.approvals.id"))
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    points: Mapped[int] = mapped_column(server_default=text("0"))
    result: Mapped[dict[str, Any]]
    voucher_minor: Mapped[int] = mapped_column(server_default=text("0"))


class RefundItemRow(Base):
    """What a refund paid back of one line, and what became of the goods."""

    __tablename__ = "refund_items"
    __table_args__ = (
        CheckConstraint("amount_minor > 0 AND quantity >= 0", name="amount"),
        one_of("goods", Goods),
        Index("ix_refund_items_refund", "refund_id"),
        Index("ix_refund_items_line", "line_id"),
        Index("ix_refund_items_portion", "portion_id"),
    )

    id: Mapped[Id]
    refund_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.refunds.id"))
    line_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.ticket_lines.id"))
    portion_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.portions.id"))
    amount_minor: Mapped[int]
    quantity: Mapped[int]
    goods: Mapped[str]

"""Tickets, their lines, payments, receipts and print jobs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text

from app.data.tables.base import Base, Created, Flag, Id, one_of, text_check
from app.domain.portion import Grade
from app.domain.receipt import PrintState
from app.domain.ticket import KitchenState, Service, TicketState


class TicketRow(Base):
    """A guest order; `archived` ones have left every terminal's picture."""

    __tablename__ = "tickets"
    __table_args__ = (
        one_of("service", Service),
        one_of("state", TicketState),
        CheckConstraint("total_minor >= 0", name="total"),
        CheckConstraint("change_minor = tendered_minor - total_minor", name="change"),
        CheckConstraint("state NOT IN ('paid', 'closed') OR paid_at IS NOT NULL", name="paid"),
        CheckConstraint("replaces_id IS NULL OR total_minor = 0", name="replacement_is_free"),
        Index("ix_tickets_current", "state", postgresql_where=text("NOT archived")),
        Index("ix_tickets_paid_at", "paid_at"),
        Index(
            "ix_tickets_customer",
            "customer_id",
            "paid_at",
            postgresql_where=text("customer_id IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    number: Mapped[int]
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    service: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[datetime]
    held_until: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    promised_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    served_at: Mapped[datetime | None]
    total_minor: Mapped[int] = mapped_column(server_default=text("0"))
    tendered_minor: Mapped[int | None]
    change_minor: Mapped[int | None]
    voucher_minor: Mapped[int] = mapped_column(server_default=text("0"))
    receipt_id: Mapped[UUID | None]
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.customers.id"))
    points_earned: Mapped[int | None]
    invited: Mapped[Flag]
    archived: Mapped[Flag]
    price_rules: Mapped[str | None] = mapped_column(server_default=text("wedge.price_rules()"))
    coupons: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    order_inputs: Mapped[Any | None] = mapped_column(JSONB)
    avoids: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    parked_at: Mapped[datetime | None]
    parked_as: Mapped[str] = mapped_column(server_default=text("''"))
    hold_prolonged: Mapped[Flag]
    delayed_from: Mapped[datetime | None]
    delayed_at: Mapped[datetime | None]
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.tickets.id"))
    told_minor: Mapped[int | None]


class TicketLineRow(Base):
    """One line; a portion is on at most one line that is not voided."""

    __tablename__ = "ticket_lines"
    __table_args__ = (
        one_of("kitchen_state", KitchenState),
        one_of("grade", Grade),
        text_check("name"),
        CheckConstraint("age_at_sale_s >= 0", name="age_at_sale"),
        CheckConstraint("quantity BETWEEN 1 AND 999", name="quantity"),
        CheckConstraint("portion_id IS NULL OR quantity = 1", name="portion_is_one"),
        CheckConstraint("base_price_minor >= 0 AND unit_price_minor >= 0", name="price"),
        CheckConstraint("weight_mg > 0", name="weight"),
        CheckConstraint("extras_minor >= 0", name="extras"),
        CheckConstraint("char_length(note) <= 140", name="note_text"),
        CheckConstraint(
            "refunded_minor BETWEEN 0 AND quantity::bigint * (unit_price_minor + extras_minor)"
            " AND refunded_quantity BETWEEN 0 AND quantity",
            name="refunded",
        ),
        Index(
            "uq_ticket_lines_portion",
            "portion_id",
            unique=True,
            postgresql_where=text("NOT voided"),
        ),
        Index("ix_ticket_lines_ticket", "ticket_id"),
    )

    id: Mapped[Id]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    position: Mapped[int]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    name: Mapped[str]
    portion_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.portions.id"))
    portion_code: Mapped[str | None]
    holding_unit_name: Mapped[str | None]
    place: Mapped[str | None]
    weight_mg: Mapped[int | None]
    grade: Mapped[str | None]
    allergens: Mapped[list[str]] = mapped_column(ARRAY(Text))
    quantity: Mapped[int]
    base_price_minor: Mapped[int]
    unit_price_minor: Mapped[int]
    breakdown: Mapped[list[Any]]
    tax_rate_bp: Mapped[int]
    station_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.stations.id"))
    kitchen_state: Mapped[str] = mapped_column(server_default=text("'none'"))
    verified_at: Mapped[datetime | None]
    verified_temperature_mc: Mapped[int | None]
    served_at: Mapped[datetime | None]
    voided: Mapped[Flag]
    age_at_sale_s: Mapped[int | None]
    price_inputs: Mapped[Any | None] = mapped_column(JSONB)
    own_breakdown: Mapped[Any | None] = mapped_column(JSONB)
    quoted_minor: Mapped[int | None]
    loss_promotion: Mapped[str | None]
    loss_minor: Mapped[int] = mapped_column(server_default=text("0"))
    choice_reason: Mapped[str] = mapped_column(server_default=text("''"))
    former_code: Mapped[str | None]
    former_reason: Mapped[str] = mapped_column(server_default=text("''"))
    upgrade_answer: Mapped[str] = mapped_column(server_default=text("''"))
    lapsed: Mapped[Flag]
    asked_mg: Mapped[int | None]
    size_parts: Mapped[Any | None] = mapped_column(JSONB)
    offcut_mg: Mapped[int] = mapped_column(server_default=text("0"))
    size_approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    preparations: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    extras_minor: Mapped[int] = mapped_column(server_default=text("0"))
    note: Mapped[str] = mapped_column(server_default=text("''"))
    refunded_minor: Mapped[int] = mapped_column(server_default=text("0"))
    refunded_quantity: Mapped[int] = mapped_column(server_default=text("0"))
    taken_back_at: Mapped[datetime | None]
    waits_since: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    failed_checks: Mapped[int] = mapped_column(server_default=text("0"))
    reselected_code: Mapped[str | None]


class PaymentRow(Base):
    """One tender against a ticket. The amounts of a paid ticket's payments sum to its total."""

    __tablename__ = "payments"
    __table_args__ = (
        CheckConstraint("tender IN ('cash', 'voucher')", name="tender"),
        CheckConstraint("(tender = 'voucher') = (voucher_id IS NOT NULL)", name="voucher"),
        CheckConstraint("amount_minor >= 0 AND tendered_minor >= amount_minor", name="amount"),
        Index("ix_payments_ticket", "ticket_id"),
    )

    id: Mapped[Id]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    tender: Mapped[str]
    amount_minor: Mapped[int]
    tendered_minor: Mapped[int]
    at: Mapped[Created]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    voucher_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.vouchers.id"))


class ReceiptRow(Base):
    """The receipt as it was issued; `document` is what is printed, now and again."""

    __tablename__ = "receipts"
    __table_args__ = (
        UniqueConstraint("register", "number"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("refund_of IS NULL OR total_minor < 0", name="refund"),
        Index(
            "uq_receipts_sale",
            "ticket_id",
            unique=True,
            postgresql_where=text("refund_of IS NULL"),
        ),
        Index("ix_receipts_issued_at", "issued_at"),
        Index("ix_receipts_current", "id", postgresql_where=text("NOT archived")),
    )

    id: Mapped[Id]
    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tickets.id"))
    register: Mapped[str]
    number: Mapped[int]
    issued_at: Mapped[datetime]
    total_minor: Mapped[int]
    tax_minor: Mapped[int]
    document: Mapped[dict[str, Any]]
    archived: Mapped[Flag]
    refund_of: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.receipts.id"))


class RegisterCounterRow(Base):
    """The last receipt number of a register; locked by a sale until it commits."""

    __tablename__ = "register_counters"

    register: Mapped[str] = mapped_column(primary_key=True)
    last_number: Mapped[int]


class PrintJobRow(Base):
    """A receipt or a shelf label waiting for, or done by, the printer of `register`."""

    __tablename__ = "print_jobs"
    __table_args__ = (
        one_of("state", PrintState),
        CheckConstraint("attempts >= 0", name="attempts"),
        CheckConstraint("char_length(error) <= 500", name="error_text"),
        CheckConstraint("num_nonnulls(receipt_id, label) = 1", name="one_thing"),
        CheckConstraint("jsonb_typeof(label) = 'object'", name="label"),
        Index(
            "ix_print_jobs_waiting",
            "register",
            "created_at",
            postgresql_where=text("state <> 'done'"),
        ),
        Index("ix_print_jobs_current", "id", postgresql_where=text("NOT archived")),
    )

    id: Mapped[Id]
    receipt_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.receipts.id"))
    register: Mapped[str]
    is_copy: Mapped[bool]
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    error: Mapped[str | None]
    created_at: Mapped[Created]
    claimed_at: Mapped[datetime | None]
    archived: Mapped[Flag]
    label: Mapped[Any | None] = mapped_column(JSONB)
    replaced: Mapped[Any] = mapped_column(JSONB, server_default=text("'[]'"))

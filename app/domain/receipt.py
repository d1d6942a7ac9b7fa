"""The receipt as data: what is printed, previewed and printed again is this record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.domain.catalog import Preparation
from app.domain.portion import Grade
from app.domain.price import PriceStep
from app.domain.voucher import VoucherTold


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One sold line as the guest sees it; no numeric quality score (FUL-06.4)."""

    name: str
    portion_code: str | None
    grade: Grade | None
    weight_mg: int | None
    allergens: tuple[str, ...]
    quantity: int
    base_price_minor: int
    unit_price_minor: int
    breakdown: tuple[PriceStep, ...]
    tax_rate_bp: int
    configuration: str | None = None
    """How the whole was cut, e.g. "1/8"; None for plain goods."""
    preparations: tuple[Preparation, ...] = ()
    extras_minor: int = 0
    """What `preparations` add to each piece."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything on the paper. `number` is gapless per `register`; prices include tax."""

    id: UUID
    ticket_id: UUID
    register: str
    number: int
    issued_at: datetime
    cashier: str
    ticket_number: int
    service: str
    lines: tuple[ReceiptLine, ...]
    total_minor: int
    tax_minor_by_rate_bp: tuple[tuple[int, int], ...]
    tendered_minor: int
    change_minor: int
    refund_of: UUID | None = None
    """The sale's receipt; then the amounts are negative, `tendered_minor` is what is handed out."""
    refund_of_register: str = ""
    refund_of_number: int = 0
    reason: str = ""
    approved_by: str = ""
    points_taken: int = 0
    points_returned: int = 0
    vouchers: tuple[VoucherTold, ...] = ()
    """What vouchers paid of `tendered_minor`, or what of a refund went back to them."""

    @property
    def cash_minor(self) -> int:
        """The cash in `tendered_minor`; negative on a refund's receipt."""
        return self.tendered_minor - sum(each.amount_minor for each in self.vouchers)

    @property
    def refunded_minor(self) -> int:
        """What goes back to the guest; 0 on a sale's receipt."""
        return -self.total_minor if self.refund_of else 0


class PrintState(StrEnum):
    """A print job's way through the queue; `failed` waits for the printer and is tried again."""

    QUEUED = "queued"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Replaced:
    """One portion that took another's place after the sale. `reason` is a DegradationReason."""

    old: str
    new: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A receipt or a shelf label waiting for, or done by, the printer of `register`."""

    id: UUID
    receipt_id: UUID | None
    """None for a label."""
    register: str
    is_copy: bool
    state: PrintState
    attempts: int
    error: str | None
    label: Mapping[str, Any] | None = None
    """What the label says, as the store wrote it (`app.hardware.label_text.label_of`)."""
    replaced: tuple[Replaced, ...] = ()
    """What a copy tells beside the receipt."""

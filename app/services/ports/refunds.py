"""Money back for a sale (docs/refunds.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.people import Session
from app.domain.refund import RefundableSale, RefundLine


@dataclass(frozen=True, slots=True)
class Refunded:
    """A refund that is done. `points_taken` were earned, `points_returned` had been spent."""

    refund_id: UUID
    receipt_id: UUID
    register: str
    receipt_number: int
    amount_minor: int
    tax_minor: int
    points_taken: int
    points_returned: int
    voucher_minor: int = 0
    """What of `amount_minor` went back to the vouchers that had paid; the rest is cash."""

    @property
    def cash_minor(self) -> int:
        """What is handed out."""
        return self.amount_minor - self.voucher_minor


@dataclass(frozen=True, slots=True)
class FoundReceipt:
    """A sale's receipt of any day."""

    id: UUID
    register: str
    number: int
    issued_at: datetime
    total_minor: int


class Refunds(Protocol):
    """Paying lines of a paid order back in cash."""

    async def sale(self, session: Session, receipt_id: UUID) -> RefundableSale:
        """The sale of a receipt, or of a refund's receipt. Refused: UNKNOWN_ITEM."""

    async def find(self, session: Session, text: str) -> tuple[FoundReceipt, ...]:
        """Sales' receipts by number ("42") or register and number ("A-000042"), newest first."""

    async def refund(
        self,
        session: Session,
        *,
        request: UUID,
        refund_id: UUID,
        ticket_id: UUID,
        lines: Sequence[RefundLine],
        reason: str,
        approval_id: UUID | None,
    ) -> Refunded:
        """Pay back, once per `refund_id`, with a receipt in this till's print queue.

        Refused: REFUNDED_ALREADY, REFUND_TOO_MUCH (detail: what is left), REFUND_GOODS,
        APPROVAL_NEEDED above the limit of the policy (action `refund`, subject {ticket_id}).
        """

"""Goodwill vouchers: granting one, looking one up, and paying with them (docs/recovery.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.people import Session
from app.domain.voucher import VoucherUse, VoucherWorth
from app.services.ports.selling import Paid


@dataclass(frozen=True, slots=True)
class Granted:
    """A voucher that was just granted; its paper waits in the print queue."""

    id: UUID
    code: str
    amount_minor: int
    expires_at: datetime


class Vouchers(Protocol):
    """What a till does with vouchers."""

    async def grant(
        self,
        session: Session,
        *,
        request: UUID,
        voucher_id: UUID,
        complaint_id: UUID,
        amount_minor: int,
        approval_id: UUID | None,
    ) -> Granted:
        """As the remedy of a complaint. Refused: APPROVAL_NEEDED for whoever may not grant
        goodwill, BAD_PRICE beyond the rules, CHANGED when something was given already.
        """

    async def check(self, session: Session, code: str) -> VoucherWorth:
        """What a code holds now. Refused: VOUCHER_REFUSED."""

    async def pay(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        expected_total_minor: int,
        tendered_minor: int,
        used: Sequence[VoucherUse],
    ) -> Paid:
        """Pay as `Selling.pay_cash` does, `tendered_minor` in cash beside what vouchers pay.

        All or nothing: no voucher is touched without the sale. Refused: VOUCHER_REFUSED, and what
        `pay_cash` refuses.
        """

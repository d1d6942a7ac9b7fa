"""Port `Refunds` over the server-side functions."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.decoding import flat_decoder
from app.data.selling import Caller
from app.domain.people import Session
from app.domain.refund import RefundableLine, RefundableSale, RefundLine
from app.services.ports import FoundReceipt, Refunded

_LINE = flat_decoder(RefundableLine)
_FOUND = flat_decoder(FoundReceipt)
_REFUNDED = flat_decoder(Refunded)


class PgRefunds(Caller):
    """Money back."""

    async def sale(self, session: Session, receipt_id: UUID) -> RefundableSale:
        """The sale of a receipt."""
        found = await self._call("refundable_sale", "uuid,uuid", session.id, receipt_id)
        return sale_of(found)

    async def find(self, session: Session, text: str) -> tuple[FoundReceipt, ...]:
        """Sales' receipts by number."""
        found = await self._call("find_receipts", "uuid,text", session.id, text)
        return tuple(_FOUND(row) for row in found)

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
        """Pay back."""
        done = await self._call(
            "refund_ticket",
            "uuid,uuid,uuid,uuid,jsonb,text,uuid",
            session.id,
            request,
            refund_id,
            ticket_id,
            json.dumps([line_map(each) for each in lines]),
            reason,
            approval_id,
        )
        refunded: Refunded = _REFUNDED(done)
        return refunded


def line_map(each: RefundLine) -> dict[str, Any]:
    """A line as `wedge.refund_lines` reads it."""
    return {
        "line_id": str(each.line_id),
        "amount_minor": each.amount_minor,
        "quantity": each.quantity,
        "goods": each.goods.value,
    }


def sale_of(row: Mapping[str, Any]) -> RefundableSale:
    """The answer of `wedge.refundable_sale`."""
    return RefundableSale(
        ticket_id=UUID(row["ticket_id"]),
        receipt_id=UUID(row["receipt_id"]),
        register=row["register"],
        number=row["number"],
        ticket_number=row["ticket_number"],
        issued_at=datetime.fromisoformat(row["issued_at"]),
        total_minor=row["total_minor"],
        refunded_minor=row["refunded_minor"],
        free_minor=row["free_minor"],
        known_guest=row["known_guest"],
        lines=tuple(_LINE(line) for line in row["lines"] or ()),
    )

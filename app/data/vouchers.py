"""Port `Vouchers` over the server-side functions."""

import json
from collections.abc import Sequence
from uuid import UUID

from app.data.decoding import flat_decoder
from app.data.selling import Caller
from app.domain.people import Session
from app.domain.voucher import VoucherUse, VoucherWorth
from app.services.ports import Paid
from app.services.ports.vouchers import Granted

_GRANTED = flat_decoder(Granted)
_WORTH = flat_decoder(VoucherWorth)


class PgVouchers(Caller):
    """Vouchers at a till."""

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
        """Grant one after a complaint."""
        done = await self._call(
            "give_voucher",
            "uuid,uuid,uuid,uuid,bigint,uuid",
            session.id,
            request,
            voucher_id,
            complaint_id,
            amount_minor,
            approval_id,
        )
        answer: Granted = _GRANTED(done)
        return answer

    async def check(self, session: Session, code: str) -> VoucherWorth:
        """What a code holds."""
        found = await self._call("check_voucher_code", "uuid,text", session.id, code)
        answer: VoucherWorth = _WORTH(found)
        return answer

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
        """Pay with vouchers and cash."""
        paid = await self._call(
            "pay_with_vouchers",
            "uuid,uuid,uuid,bigint,bigint,jsonb",
            session.id,
            request,
            ticket_id,
            expected_total_minor,
            tendered_minor,
            json.dumps([{"code": each.code, "amount_minor": each.amount_minor} for each in used]),
        )
        return Paid(**{**paid, "receipt_id": UUID(paid["receipt_id"])})

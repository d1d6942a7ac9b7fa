"""Port `Coupons` over the server-side functions."""

from datetime import datetime
from uuid import UUID

from app.data.decoding import flat_decoder
from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports.coupons import CouponCount

_COUNT = flat_decoder(CouponCount)


class PgCoupons(Caller):
    """Coupons that the store counts."""

    async def show(self, session: Session, *, request: UUID, ticket_id: UUID, code: str) -> str:
        """Take a use of a code for an order."""
        done = await self._call(
            "show_coupon", "uuid,uuid,uuid,text", session.id, request, ticket_id, code
        )
        return str(done["promotion_id"])

    async def make(
        self,
        session: Session,
        *,
        request: UUID,
        batch_id: UUID,
        promotion_id: str,
        count: int,
        ends_at: datetime | None,
    ) -> None:
        """Make a batch of codes."""
        await self._call(
            "make_coupons",
            "uuid,uuid,uuid,text,int,timestamptz",
            session.id,
            request,
            batch_id,
            promotion_id,
            count,
            ends_at,
        )

    async def counts(self, session: Session) -> tuple[CouponCount, ...]:
        """How far each batch has been used."""
        rows = await self._call("coupon_counts", "uuid", session.id)
        return tuple(_COUNT(each) for each in rows)

    async def codes(self, session: Session, batch_id: UUID) -> tuple[str, ...]:
        """The open codes of a batch."""
        found = await self._call("coupon_codes", "uuid,uuid", session.id, batch_id)
        return tuple(found["codes"])

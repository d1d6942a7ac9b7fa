"""FakeStore's part for coupons that are counted; its codes are made up in order."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from app.domain.people import Session
from app.services.ports.coupons import CouponCount
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeCoupons:
    """Implements ports.coupons.Coupons; `used` are the codes that an order has."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.batches: dict[UUID, tuple[str, tuple[str, ...], datetime | None]] = {}
        self.used: dict[str, UUID] = {}

    async def show(self, session: Session, *, request: UUID, ticket_id: UUID, code: str) -> str:
        def work() -> str:
            typed = code.strip().upper()
            view = self._feed.known
            found = next((p for p, codes, _ in self.batches.values() if typed in codes), None)
            if found is None:
                raise Refused(RefusalCode.COUPON_REFUSED, "unknown")
            if self.used.get(typed, ticket_id) != ticket_id:
                raise Refused(
                    RefusalCode.COUPON_REFUSED, f"used Till 2|{self._feed.now():%Y-%m-%d %H:%M}"
                )
            promotion = next(p for p in view.settings.pricing.promotions if p.id == found)
            if not any(promotion.touches(each.product_id) for each in view.lines_of(ticket_id)):
                raise Refused(RefusalCode.COUPON_REFUSED, "goods")
            self.used[typed] = ticket_id
            ticket = view.tickets[ticket_id]
            shown = replace(ticket, coupons=(*ticket.coupons, f"{uuid4()}:{found}"))
            self._feed.put((Entity.TICKET, ticket_id, shown))
            return found

        return self._feed.run(request, work)

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
        def work() -> None:
            known = {p.id: p for p in self._feed.known.settings.pricing.promotions}
            if promotion_id not in known or not known[promotion_id].codes:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "promotion")
            start = sum(len(codes) for _, codes, _ in self.batches.values())
            codes = tuple(f"CODE-{start + n:04}-{start + n:04}" for n in range(count))
            self.batches[batch_id] = (promotion_id, codes, ends_at)

        self._feed.run(request, work)

    async def counts(self, session: Session) -> tuple[CouponCount, ...]:
        return self._feed.run(None, lambda: tuple(
            CouponCount(promotion_id, batch_id, len(codes), self._feed.now(), ends_at,
                        "The manager", sum(each in self.used for each in codes), 0)
            for batch_id, (promotion_id, codes, ends_at) in self.batches.items()
        ))  # fmt: skip

    async def codes(self, session: Session, batch_id: UUID) -> tuple[str, ...]:
        _, codes, _ = self.batches[batch_id]
        return self._feed.run(None, lambda: tuple(c for c in codes if c not in self.used))

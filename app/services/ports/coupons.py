"""Coupons that are counted: shown for an order, made and read out in batches (docs/pricing.md)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.people import Session


@dataclass(frozen=True, slots=True)
class CouponCount:
    """How far one batch of single codes has been used; without `batch_id` it is the shared code."""

    promotion_id: str
    batch_id: UUID | None
    made: int | None
    made_at: datetime | None
    ends_at: datetime | None
    made_by: str
    used: int
    held: int
    """Shown for orders that are not paid yet."""

    @property
    def open(self) -> int:
        """Codes that nobody has shown yet."""
        return (self.made or 0) - self.used - self.held


class Coupons(Protocol):
    """What the till and the back office do with coupons that are counted."""

    async def show(self, session: Session, *, request: UUID, ticket_id: UUID, code: str) -> str:
        """The guest of an open order shows a code; returns the promotion's id.

        The order keeps the use from then on, and gives it back when it is voided or the last of
        what the coupon is for leaves it. Refused: COUPON_REFUSED.
        """

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
        """Make so many single codes for a promotion in force that takes them.

        Refused: UNKNOWN_ITEM where it does not, BAD_QUANTITY, NOT_PERMITTED outside the office.
        """

    async def counts(self, session: Session) -> tuple[CouponCount, ...]:
        """All batches and counted shared codes."""

    async def codes(self, session: Session, batch_id: UUID) -> tuple[str, ...]:
        """The codes of a batch that are open; who reads them is written down."""

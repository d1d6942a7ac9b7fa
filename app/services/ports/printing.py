"""The register's receipts on their way to paper."""

from typing import Protocol
from uuid import UUID

from app.domain.people import Session


class PrintQueue(Protocol):
    """The register's receipts and shelf labels on their way to paper."""

    async def queue_label(
        self, session: Session, *, request: UUID, portion_id: UUID, price_minor: int | None
    ) -> None:
        """Queue the portion's shelf label; what it says is its lot's record.

        Refused: UNKNOWN_ITEM for a portion that is gone, PRODUCT_INCOMPLETE without allergens.
        """

    async def claim_job(self) -> UUID | None:
        """Claim the oldest job of this terminal's register; None when there is none."""

    async def voucher_code(self, job_id: UUID) -> str:
        """The code of the voucher that a claimed job prints; screens know only its end.

        Refused: UNKNOWN_ITEM when the job is not this register's to print.
        """

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        """Report the outcome; an error puts the job back to `failed`, to be claimed again."""

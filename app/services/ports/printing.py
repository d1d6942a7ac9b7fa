"""The register's receipts on their way to paper."""

from typing import Protocol
from uuid import UUID


class PrintQueue(Protocol):
    """The register's receipts on their way to paper."""

    async def claim_job(self) -> UUID | None:
        """Claim the oldest job of this terminal's register; None when there is none."""

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        """Report the outcome; an error puts the job back to `failed`, to be claimed again."""

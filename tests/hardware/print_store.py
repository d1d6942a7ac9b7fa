"""The part of a store that printing needs, in memory."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.people import Mode, Session, Terminal
from app.domain.receipt import PrintJob, PrintState, Receipt
from app.services.ports import Changes, LinkState, LinkStatus
from app.services.refusal import StoreUnreachable
from app.services.store_view import Entity, StoreView
from tests.hardware.sample_receipts import settings

TERMINAL = UUID(int=7)
_THEN = datetime(2026, 3, 14, tzinfo=UTC)


class QueueStore:
    """One register's queue; `deaf` makes reports of outcomes fail once that often."""

    def __init__(self) -> None:
        terminal = Terminal(TERMINAL, "Till", Mode.POS, "A", None)
        self._view = StoreView(0, settings(), terminals=MappingProxyType({TERMINAL: terminal}))
        self._listeners: list[Callable[[StoreView, Changes], None]] = []
        self.deaf = 0
        self.reports: list[tuple[UUID, str | None]] = []

    @property
    def feed(self) -> "QueueStore":
        return self

    @property
    def printing(self) -> "QueueStore":
        return self

    @property
    def terminal_id(self) -> UUID:
        return TERMINAL

    @property
    def view(self) -> StoreView:
        return self._view

    @property
    def status(self) -> LinkStatus:
        return LinkStatus(LinkState.LIVE, 1.0, _THEN)

    def now(self) -> datetime:
        return _THEN

    def on_view(self, listener: Callable[[StoreView, Changes], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def on_status(self, listener: Callable[[LinkStatus], None]) -> Callable[[], None]:
        return lambda: None

    async def queue_label(
        self, session: Session, *, request: UUID, portion_id: UUID, price_minor: int | None
    ) -> None:
        raise AssertionError("no till asks here")

    def put_label(self, written: dict[str, Any]) -> UUID:
        """Put a label into the queue, as the store writes it."""
        job_id = UUID(int=len(self._view.print_jobs) + 100)
        self._put(PrintJob(job_id, None, "A", False, PrintState.QUEUED, 0, None, written))
        return job_id

    def queue(self, receipt: Receipt, *, is_copy: bool = False) -> UUID:
        job_id = UUID(int=len(self._view.print_jobs) + 100)
        job = PrintJob(job_id, receipt.id, "A", is_copy, PrintState.QUEUED, 0, None)
        receipts = MappingProxyType({**self._view.receipts, receipt.id: receipt})
        self._view = replace(self._view, receipts=receipts)
        self._put(job)
        return job_id

    async def claim_job(self) -> UUID | None:
        for job in self._view.print_jobs.values():
            if job.state in (PrintState.QUEUED, PrintState.FAILED):
                self._put(replace(job, state=PrintState.PRINTING, attempts=job.attempts + 1))
                return job.id
        return None

    async def voucher_code(self, job_id: UUID) -> str:
        return str((self._view.print_jobs[job_id].label or {})["code"])

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        if self.deaf:
            self.deaf -= 1
            raise StoreUnreachable
        self.reports.append((job_id, error))
        state = PrintState.FAILED if error else PrintState.DONE
        self._put(replace(self._view.print_jobs[job_id], state=state, error=error))

    def states(self) -> list[PrintState]:
        return [job.state for job in self._view.print_jobs.values()]

    def _put(self, job: PrintJob) -> None:
        jobs = MappingProxyType({**self._view.print_jobs, job.id: job})
        self._view = replace(self._view, print_jobs=jobs, seq=self._view.seq + 1)
        changes: Changes = {Entity.PRINT_JOB: frozenset({job.id})}
        for listener in tuple(self._listeners):
            listener(self._view, changes)

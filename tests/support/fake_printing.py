"""The print queue in memory."""

from dataclasses import replace
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.receipt import PrintJob, PrintState
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakePrinting:
    """Implements ports.PrintQueue for the register of one terminal."""

    def __init__(self, feed: FakeFeed, terminal_id: UUID) -> None:
        self._feed = feed
        self._terminal_id = terminal_id

    async def queue_label(
        self, session: Session, *, request: UUID, portion_id: UUID, price_minor: int | None
    ) -> None:
        view = self._feed.known
        portion = view.portions[portion_id]
        product, whole = view.products[portion.product_id], view.wholes[portion.whole_id]
        stated = portion.allergens if portion.allergens is not None else product.allergens or ()
        label = {
            "name": product.name, "code": portion.code,
            "batch": whole.lot_number or whole.code, "allergens": sorted(stated),
            "cut_at": portion.cut_at.isoformat(), "sell_by": portion.expires_at.isoformat(),
            "price_minor": price_minor,
        }  # fmt: skip
        register = view.terminals[self._terminal_id].register or ""
        job = PrintJob(new_id(), None, register, False, PrintState.QUEUED, 0, None, label)
        self._feed.run(request, lambda: self._feed.put((Entity.PRINT_JOB, job.id, job)))

    async def claim_job(self) -> UUID | None:
        def work() -> UUID | None:
            register = self._feed.known.terminals[self._terminal_id].register
            for job in self._feed.known.print_jobs.values():
                waiting = job.state in (PrintState.QUEUED, PrintState.FAILED)
                if job.register == register and waiting:
                    taken = replace(job, state=PrintState.PRINTING, attempts=job.attempts + 1)
                    self._feed.put((Entity.PRINT_JOB, job.id, taken))
                    return job.id
            return None

        return self._feed.run(None, work)

    async def voucher_code(self, job_id: UUID) -> str:
        return str((self._feed.known.print_jobs[job_id].label or {})["code"])

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        def work() -> None:
            state = PrintState.FAILED if error else PrintState.DONE
            job = replace(self._feed.known.print_jobs[job_id], state=state, error=error)
            self._feed.put((Entity.PRINT_JOB, job_id, job))

        self._feed.run(None, work)

"""Bring the register's queued receipts and labels to paper; a sale never waits for it.

One worker thread does everything that blocks (drawing and the device). The queue lives in the
store's database: what is not reported as printed is printed again.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar
from uuid import UUID

from app.domain.policy import StoreSettings
from app.domain.receipt import PrintJob, PrintState, Receipt
from app.hardware.label_text import label_of
from app.hardware.printer_fault import FaultKind, PrinterFault
from app.hardware.printers import Printer
from app.hardware.receipt_image import load_fonts, render_label, render_receipt, render_voucher
from app.hardware.receipt_text import receipt_number_text
from app.hardware.voucher_text import is_voucher, voucher_of
from app.services.ports import Changes, LinkState, PrintQueue, StoreFeed
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.services.store_view import Entity, StoreView

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_STORE_TROUBLE = (StoreUnreachable, OutcomeUnknown, Refused)
_NOT_KNOWN_YET = "The receipt has not arrived at this till yet."
_CANNOT_DRAW = "The receipt could not be drawn."


class PrintingStore(Protocol):
    """The part of the store that printing needs."""

    @property
    def feed(self) -> StoreFeed: ...
    @property
    def terminal_id(self) -> UUID: ...
    @property
    def printing(self) -> PrintQueue: ...


@dataclass(frozen=True, slots=True)
class PrinterState:
    """What the till shows: `sentence` is empty while all is well; `waiting` counts receipts."""

    online: bool
    kind: FaultKind | None
    sentence: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to look: `idle_s` without work, `retry_s` after faults (the last one repeats)."""

    idle_s: float = 15.0
    retry_s: tuple[float, ...] = (0.5, 1.0, 2.0, 3.0)
    arrival_s: float = 3.0
    """How long a claimed job's receipt may take to come through the feed."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    job_id: UUID
    error: str | None


class PrintWorker:
    """Start `run()` as a task of the program; `stop()` ends it after the receipt in hand."""

    def __init__(
        self,
        store: PrintingStore,
        printer: Printer,
        *,
        language: str = "en",
        pace: Pace | None = None,
    ) -> None:
        self._store = store
        self._printer = printer
        self._language = language
        self._pace = pace or Pace()
        self._state = PrinterState(True, None, "", 0)
        self._listeners: list[Callable[[PrinterState], None]] = []
        self._wake = asyncio.Event()
        self._stopping = False
        self._faults_in_row = 0
        self._unreported: _Outcome | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="printer")

    @property
    def state(self) -> PrinterState:
        """The printer as last seen."""
        return self._state

    def on_state(self, listener: Callable[[PrinterState], None]) -> Callable[[], None]:
        """Call `listener` on the loop's thread after each change; returns the unsubscriber."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def stop(self) -> None:
        """Let `run()` return once the receipt being printed is reported."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Print until stopped or cancelled. Never raises for a printer's or the store's fault."""
        load_fonts()
        unsubscribe = self._store.feed.on_view(self._on_view)
        view = self._store.feed.view
        if view is not None:
            self._count_waiting(view)
        try:
            while not self._stopping:
                self._wake.clear()
                pause_s = await self._round()
                if pause_s > 0 and not self._stopping:
                    await self._sleep(pause_s)
        finally:
            unsubscribe()
            self._thread.shutdown(wait=False, cancel_futures=True)

    async def _round(self) -> float:
        """Print one receipt at most; return how long to pause (seconds)."""
        if self._store.feed.status.state is not LinkState.LIVE:
            return self._pace.idle_s
        try:
            await self._report()
            if self._faults_in_row and not await self._is_back():
                return self._retry_s()
            job_id = await self._store.printing.claim_job()
            if job_id is None:
                return self._look_again_s() if await self._is_back() else self._retry_s()
            self._unreported = _Outcome(job_id, await self._try_to_print(job_id))
            failed = self._unreported.error is not None
            await self._report()
        except _STORE_TROUBLE as error:
            _log.info("print queue not reachable: %s", error)
            return self._pace.retry_s[-1]
        return self._retry_s() if failed else 0.0

    async def _report(self) -> None:
        """Tell the queue the last outcome, again and again until it was heard."""
        if self._unreported is None:
            return
        outcome = self._unreported
        await self._store.printing.finish_job(outcome.job_id, error=outcome.error)
        self._unreported = None

    async def _try_to_print(self, job_id: UUID) -> str | None:
        """Print the job; return None, or why it is not on paper."""
        found = await self._find(job_id)
        if found is None:
            self._faults_in_row += 1
            return _NOT_KNOWN_YET
        job, receipt, settings = found
        if is_voucher(job.label or {}):
            code = await self._store.printing.voucher_code(job_id)
            job = replace(job, label={**(job.label or {}), "code": code})
        try:
            await self._on_thread(lambda: self._print(job, receipt, settings))
        except PrinterFault as fault:
            self._note(fault)
            return fault.sentence
        except Exception:
            name = receipt_number_text(receipt) if receipt else "of a label"
            _log.exception("receipt %s could not be drawn", name)
            self._faults_in_row += 1
            return _CANNOT_DRAW
        self._note(None)
        return None

    def _print_label(self, written: Mapping[str, Any], settings: StoreSettings) -> None:
        if is_voucher(written):
            self._print_voucher(written, settings)
            return
        label, width_px = label_of(written), self._printer.width_px
        image = render_label(label, settings, width_px=width_px, language=self._language)
        self._printer.print(image, f"label-{label.code}")

    def _print_voucher(self, written: Mapping[str, Any], settings: StoreSettings) -> None:
        voucher, width_px = voucher_of(written), self._printer.width_px
        image = render_voucher(voucher, settings, width_px=width_px, language=self._language)
        self._printer.print(image, f"voucher-{voucher.code[-4:]}")

    def _print(self, job: PrintJob, receipt: Receipt | None, settings: StoreSettings) -> None:
        if receipt is None:
            self._print_label(job.label or {}, settings)
            return
        image = render_receipt(
            receipt,
            settings,
            width_px=self._printer.width_px,
            copy=job.is_copy,
            language=self._language,
            replaced=job.replaced,
        )
        name = receipt_number_text(receipt) + ("-copy" if job.is_copy else "")
        self._printer.print(image, name)

    async def _find(self, job_id: UUID) -> tuple[PrintJob, Receipt | None, StoreSettings] | None:
        """Look the job up in the store view; the feed may be a moment behind the claim."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._pace.arrival_s
        while True:
            self._wake.clear()
            view = self._store.feed.view
            job = view.print_jobs.get(job_id) if view else None
            receipt = view.receipts.get(job.receipt_id) if view and job and job.receipt_id else None
            if view and job and (receipt or job.label):
                return job, receipt, view.settings
            left_s = deadline - loop.time()
            if left_s <= 0 or self._stopping:
                return None
            await self._sleep(left_s)

    async def _is_back(self) -> bool:
        try:
            await self._on_thread(self._printer.check)
        except PrinterFault as fault:
            self._note(fault)
            return False
        self._note(None)
        return True

    async def _on_thread(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def _sleep(self, limit_s: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), limit_s)
        except TimeoutError:
            return

    def _look_again_s(self) -> float:
        """The queue holds failed jobs back for some seconds: look sooner while any waits."""
        return self._pace.retry_s[-1] if self._state.waiting else self._pace.idle_s

    def _retry_s(self) -> float:
        steps = self._pace.retry_s
        return steps[min(self._faults_in_row, len(steps)) - 1] if self._faults_in_row else 0.0

    def _note(self, fault: PrinterFault | None) -> None:
        if fault is None:
            self._faults_in_row = 0
            self._set(replace(self._state, online=True, kind=None, sentence=""))
            return
        self._faults_in_row += 1
        if fault.kind is not self._state.kind:
            _log.warning("printer: %s", fault)
        self._set(replace(self._state, online=False, kind=fault.kind, sentence=fault.sentence))

    def _on_view(self, view: StoreView, changes: Changes) -> None:
        if changes and not changes.keys() & {Entity.PRINT_JOB, Entity.RECEIPT}:
            return
        self._count_waiting(view)
        if not self._faults_in_row:
            self._wake.set()

    def _count_waiting(self, view: StoreView) -> None:
        terminal = view.terminals.get(self._store.terminal_id)
        register = terminal.register if terminal else None
        waiting = sum(
            job.register == register and job.state is not PrintState.DONE
            for job in view.print_jobs.values()
        )
        self._set(replace(self._state, waiting=waiting))

    def _set(self, state: PrinterState) -> None:
        if state == self._state:
            return
        self._state = state
        for listener in tuple(self._listeners):
            listener(state)

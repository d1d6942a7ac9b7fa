import asyncio
from collections.abc import Awaitable, Callable

import pytest

from app.domain.receipt import PrintState
from app.hardware.network_printer import NetworkPrinter
from app.hardware.print_worker import Pace, PrinterState, PrintWorker
from app.hardware.printer_fault import FaultKind
from app.hardware.printer_simulator import PrinterSimulator
from app.hardware.receipt_image import render_receipt
from tests.hardware import sample_receipts as sample
from tests.hardware.print_store import QueueStore
from tests.hardware.test_receipt_image import same_paper

pytestmark = pytest.mark.usefixtures("qapp")
_PACE = Pace(idle_s=5.0, retry_s=(0.02, 0.05), arrival_s=0.5)


class Shop:
    """A queue, a printer and the worker between them."""

    def __init__(self, simulator: PrinterSimulator) -> None:
        self.store = QueueStore()
        self.simulator = simulator
        printer = NetworkPrinter(
            "127.0.0.1", simulator.port, width_px=576, timeout_s=0.5, drain_s=0.5
        )
        self.worker = PrintWorker(self.store, printer, pace=_PACE)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for what the queue or the printer's state says; 10 s at most."""
        changed = asyncio.Event()
        ends = [
            self.store.on_view(lambda *_: changed.set()),
            self.worker.on_state(lambda _: changed.set()),
        ]
        try:
            async with asyncio.timeout(10):
                while not condition():
                    await changed.wait()
                    changed.clear()
        finally:
            for end in ends:
                end()

    def all_done(self) -> bool:
        return all(state is PrintState.DONE for state in self.store.states())


def _run(story: Callable[[Shop], Awaitable[None]]) -> None:
    async def play() -> None:
        with PrinterSimulator() as simulator:
            shop = Shop(simulator)
            task = asyncio.ensure_future(shop.worker.run())
            try:
                await story(shop)
            finally:
                shop.worker.stop()
                await asyncio.wait_for(task, 5)

    asyncio.run(play())


def test_a_queued_receipt_comes_out_and_a_copy_is_marked() -> None:
    async def story(shop: Shop) -> None:
        shop.store.queue(sample.slices())
        await shop.until(shop.all_done)
        shop.store.queue(sample.slices(), is_copy=True)
        await shop.until(shop.all_done)
        original, copy = shop.simulator.receipts
        assert same_paper(original, render_receipt(sample.slices(), sample.settings()))
        assert same_paper(copy, render_receipt(sample.slices(), sample.settings(), copy=True))

    _run(story)


@pytest.mark.expects_log
@pytest.mark.parametrize("fault", ["paper_out", "cover_open", "offline"])
def test_receipts_wait_for_a_faulty_printer_and_come_out_once_each(fault: str) -> None:
    async def story(shop: Shop) -> None:
        setattr(shop.simulator.faults, fault, True)
        for number in (1, 2, 3):
            shop.store.queue(sample.numbered(number))
        await shop.until(lambda: not shop.worker.state.online)
        state = shop.worker.state
        assert (state.kind, state.waiting) == (FaultKind(fault), 3)
        assert state.sentence
        setattr(shop.simulator.faults, fault, False)
        await shop.until(shop.all_done)
        assert len(shop.simulator.receipts) == 3
        assert shop.worker.state == PrinterState(True, None, "", 0)

    _run(story)


@pytest.mark.expects_log
def test_a_printer_switched_off_and_on_prints_what_waited() -> None:
    async def story(shop: Shop) -> None:
        shop.simulator.switch_off()
        shop.store.queue(sample.slices())
        await shop.until(lambda: shop.worker.state.kind is FaultKind.UNREACHABLE)
        shop.simulator.switch_on()
        await shop.until(shop.all_done)
        assert len(shop.simulator.receipts) == 1

    _run(story)


@pytest.mark.expects_log
def test_a_receipt_that_broke_off_is_printed_again_whole() -> None:
    async def story(shop: Shop) -> None:
        shop.simulator.faults.dies_after_bytes = 9_000
        shop.store.queue(sample.slices())
        await shop.until(shop.all_done)
        assert len(shop.simulator.receipts) == 1
        assert [error is None for _, error in shop.store.reports] == [False, True]

    _run(story)


def test_an_outcome_nobody_heard_is_reported_again_and_not_printed_again() -> None:
    async def story(shop: Shop) -> None:
        shop.store.deaf = 2
        shop.store.queue(sample.slices())
        await shop.until(shop.all_done)
        assert len(shop.simulator.receipts) == 1

    _run(story)


def test_stopping_lets_the_receipt_in_hand_finish() -> None:
    async def story(shop: Shop) -> None:
        shop.store.queue(sample.long_receipt())
        await shop.until(lambda: PrintState.PRINTING in shop.store.states())
        shop.worker.stop()
        await shop.until(shop.all_done)
        assert len(shop.simulator.receipts) == 1

    _run(story)

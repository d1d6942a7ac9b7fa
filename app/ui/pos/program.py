"""Builds the till: view models, window, receipt pictures and the print worker."""

from PySide6.QtQuick import QQuickWindow

from app.hardware.print_worker import PrinterState, PrintWorker
from app.hardware.printers import Printer
from app.services.ports import Store
from app.ui.pos.receipt_provider import ReceiptProvider
from app.ui.pos.till import TillModel
from app.ui.shared import words
from app.ui.shared.shell import Shell


class TillProgram:
    """The running till. `printer` may be None: then no receipt is printed here."""

    def __init__(self, shell: Shell, store: Store, printer: Printer | None) -> None:
        self._shell = shell
        self.till = TillModel(shell, store)
        shell.engine.addImageProvider("receipts", ReceiptProvider(store.feed))
        self.window: QQuickWindow = shell.load(
            module="Wedge.Till", type_name="TillWindow", vm=self.till
        )
        self._worker: PrintWorker | None = None
        if printer is not None:
            self._worker = PrintWorker(store, printer, language=shell.language)
            worker = self._worker
            self.till.print_labels_here()
            self.till.show_printer("", 0)
            worker.on_state(self._on_printer)
            shell.languageChanged.connect(lambda: self._on_printer(worker.state))
            shell.tasks.start(self._worker.run(), name="print receipts")

    async def aclose(self) -> None:
        """Stop printing after the receipt in hand and stop listening."""
        if self._worker is not None:
            self._worker.stop()
        self.till.close()

    def _on_printer(self, printer: PrinterState) -> None:
        fault = words.printer_fault(printer.kind) if printer.kind else printer.sentence
        self.till.show_printer(fault, printer.waiting)


def build(shell: Shell, store: Store, printer: Printer | None = None) -> TillProgram:
    """Return the till's program with its window, not yet shown."""
    return TillProgram(shell, store, printer)

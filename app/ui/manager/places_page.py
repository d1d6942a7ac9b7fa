"""Terminals and the print queue, to look at; the staff and the places of work, to keep."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.receipt import PrintJob, PrintState
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.staff_editor import StaffEditor
from app.ui.manager.terminal_rows import TerminalRows
from app.ui.manager.work_places import WorkPlaces
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list: what, which kind, how it stands."""

    id: str
    name: str
    kind: str
    status: str


class PlacesPage(QObject):
    """Lists that follow the store."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines = TerminalRows(desk, self)
        self._terminals = self._lines.model
        self._jobs = RowsModel(Fact, parent=self)
        self._staff = StaffEditor(desk, self)
        self._work = WorkPlaces(desk, self)
        desk.moved.connect(self.refresh)

    def show(self, shown: bool) -> None:
        """Ask how far the screens are behind only while the page is on screen."""
        self._lines.show(shown)

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return
        self._work.refresh()
        self._lines.refresh()
        self._jobs.set_rows(
            [
                Fact(
                    str(j.id),
                    _paper(view, j),
                    j.register,
                    f"{_print_word(j.state)} {j.error or ''}".strip(),
                )
                for j in view.print_jobs.values()
                if j.state is not PrintState.DONE
            ]
        )
        self._staff.refresh()

    terminals = Property(QObject, lambda self: self._terminals, constant=True)
    jobs = Property(QObject, lambda self: self._jobs, constant=True)
    work = Property(QObject, lambda self: self._work, constant=True)
    staff = Property(QObject, lambda self: self._staff, constant=True)


def _paper(view: StoreView, job: PrintJob) -> str:
    """What the job prints."""
    if job.label is not None:
        return _t("Office", "Label {code}").format(code=job.label["code"])
    receipt = view.receipts.get(job.receipt_id) if job.receipt_id else None
    number = receipt.number if receipt else None
    return _t("Office", "Receipt {n}").format(n=number if number is not None else "–")


def _print_word(state: PrintState) -> str:
    return {
        PrintState.QUEUED: _t("Office", "Waiting"),
        PrintState.PRINTING: _t("Office", "Printing"),
        PrintState.DONE: _t("Office", "Printed"),
        PrintState.FAILED: _t("Office", "Failed, is tried again."),
    }[state]

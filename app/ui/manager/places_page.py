"""Terminals and the print queue, to look at; the staff and the places of work, to keep."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.people import Mode
from app.domain.receipt import PrintJob, PrintState
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.staff_editor import StaffEditor
from app.ui.manager.work_places import WorkPlaces
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
_NOW_S = 60


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list: what, which kind, how it stands."""

    id: str
    name: str
    kind: str
    status: str


class PlacesPage(QObject):
    """Three lists that follow the store."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._terminals = RowsModel(Fact, parent=self)
        self._jobs = RowsModel(Fact, parent=self)
        self._staff = StaffEditor(desk, self)
        self._work = WorkPlaces(desk, self)
        desk.moved.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return
        now = self._desk.now
        self._work.refresh()
        self._terminals.set_rows(
            [
                Fact(
                    str(t.id),
                    t.name,
                    _mode_word(t.mode),
                    _seen(t.last_seen_at, now),
                )
                for t in sorted(view.terminals.values(), key=lambda t: t.name.casefold())
            ]
        )
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


def _seen(at: datetime | None, now: datetime) -> str:
    if at is None:
        return _t("Office", "never seen")
    age_s = (now - at).total_seconds()
    if age_s < _NOW_S:
        return _t("Office", "in use now")
    return _t("Office", "seen {time} ago").format(time=text.duration(age_s))


def _mode_word(mode: Mode) -> str:
    return {
        Mode.POS: _t("Office", "Till"),
        Mode.KDS: _t("Office", "Kitchen display"),
        Mode.MANAGER: _t("Office", "Back office"),
        Mode.CUSTOMER: _t("Office", "Customer display"),
    }[mode]


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

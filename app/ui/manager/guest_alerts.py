"""What is said on every page: food that failed, a missed check, complaints, a long wait."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.complaint import ComplaintState
from app.domain.task import TaskState
from app.services.recovery import late_tickets
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.failure_alert import (
    failed_checks,
    failed_line_words,
    failed_lines,
    failure_words,
)
from app.ui.manager.feedback_rows import escalated
from app.ui.manager.temperature_alert import TEMPERATURES, temperature_words

_t = QCoreApplication.translate


class GuestAlerts:
    """Says each thing once, to somebody who is signed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said: set[UUID] = set()

    def look(self, *, reading: bool) -> None:
        """Look at the store again; `reading`: the page with the complaints is open."""
        view = self._desk.view
        if view is None or self._desk.session() is None:
            return
        waiting = {c.id for c in view.complaints.values() if c.state is ComplaintState.OPEN}
        unsettled = {task.id for task in view.tasks.values() if escalated(task, self._desk.now)}
        unsigned = {
            task.id: task.title
            for task in view.tasks.values()
            if task.kind == "check_overdue" and task.state is TaskState.OPEN
        }
        failed = failed_checks(view)
        warm = {
            task.id: task
            for task in view.tasks.values()
            if task.kind in TEMPERATURES and task.state is TaskState.OPEN
        }
        unfit = failed_lines(view)
        late = {ticket.id for ticket in late_tickets(view, self._desk.now)}
        if fresh := [warm[key] for key in warm.keys() - self._said]:
            self._say(*temperature_words(fresh))
        elif unfit.keys() - self._said:
            self._say(*failed_line_words([unfit[key] for key in unfit.keys() - self._said]))
        elif failed.keys() - self._said:
            self._say(*failure_words(view, [failed[key] for key in failed.keys() - self._said]))
        elif unsigned.keys() - self._said:
            self._say(
                _t("Office", "A signed check was missed: {units}").format(
                    units=", ".join(sorted(unsigned.values()))
                ),
                _t("Office", "Its sensor is silent, nobody measured. It is on the page Quality."),
                "danger",
            )
        elif unsettled - self._said:
            self._say(
                _t("Office", "A guest still waits to be made good"),
                _t(
                    "Office",
                    "Nobody at the counter put it right. It is on the page Complaints.",
                ),
                "danger",
            )
        elif waiting - self._said and not reading:
            self._say(
                _t("Office", "A guest complains"),
                _t("Office", "It is on the page Complaints."),
                "warning",
            )
        elif late - self._said:
            self._say(
                _t("Office", "Order {number} waits too long").format(
                    number=_numbers(view, late - self._said)
                ),
                _t("Office", "The till offers to give a part of the price back."),
                "danger",
            )
        tasks = unsigned.keys() | failed.keys() | unfit.keys() | warm.keys()
        self._said = waiting | unsettled | late | tasks

    def _say(self, title: str, text: str, tone: str) -> None:
        self._desk.shell.banner.show(title, text, tone)


def _numbers(view: StoreView, tickets: set[UUID]) -> str:
    return ", ".join(str(n) for n in sorted(view.tickets[key].number for key in tickets))

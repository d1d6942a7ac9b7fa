"""A complaint about one line of a receipt, and what bad ratings ask the counter to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.complaint import ComplaintKind
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.task import Task, TaskKind, TaskState
from app.services.guest_ports import SoldLine
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.shown import Shown
from app.ui.shared.format import amount
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """One line that may be complained about."""

    key: str
    name: str
    detail: str
    price: str


class ComplaintModel(Shown):
    """`props.opened` while the sheet is wanted: a line, a kind, a reason, one key."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._session: Session | None = None
        self._lines: RowsModel[ComplaintLine] = RowsModel(ComplaintLine, "key", self)
        self._receipt, self._line, self._kind = "", "", ""
        self._error, self._busy = "", False
        self._recovery: Task | None = None
        self._derive()

    lines = Property(QObject, lambda self: self._lines, constant=True)

    def use(self, session: Session | None) -> None:
        self._session = session
        self.close()

    def derive(self, view: StoreView, _now: datetime) -> None:
        """Follow the recovery tasks: the oldest open one is shown."""
        waiting = [
            task
            for task in view.tasks.values()
            if task.kind == TaskKind.RECOVERY and task.state is TaskState.OPEN
        ]
        self._recovery = min(waiting, key=lambda task: task.opened_at, default=None)
        self._derive()

    @Slot(str)
    def open(self, receipt_key: str) -> None:
        """Choose a line of this receipt."""
        view, key = self._store.feed.view, UUID(receipt_key)
        receipt = view.receipts.get(key) if view else None
        if receipt is not None and self._session is not None:
            self._lines.set_rows([])
            self._receipt, self._line, self._kind = str(receipt.number), "", ""
            self._shell.tasks.start(self._load(self._session, key), name="receipt lines")
            self._derive()

    async def _load(self, session: Session, receipt_id: UUID) -> None:
        try:
            found = await self._store.complaints.lines(session, receipt_id)
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = one_line(error)
        else:
            self._show_lines(found)
        self._derive()

    def _show_lines(self, found: Sequence[SoldLine]) -> None:
        view = self._store.feed.view
        if view is None or not self._receipt:
            return
        self._lines.set_rows(
            [
                ComplaintLine(
                    str(line.id),
                    line.name,
                    line.portion_code or "",
                    amount(line.amount_minor, view.settings),
                )
                for line in found
            ]
        )
        self._line = str(found[0].id) if len(found) == 1 else ""

    @Slot()
    def close(self) -> None:
        self._receipt = self._line = self._kind = self._error = ""
        self._derive()

    @Slot(str)
    def choose(self, line_key: str) -> None:
        self._line = line_key
        self._derive()

    @Slot(str)
    def about(self, kind: str) -> None:
        """The food, the price or the service."""
        self._kind = kind
        self._derive()

    @Slot(str)
    def send(self, reason: str) -> None:
        """Open it with one of the reasons."""
        if self._session is not None and self._line and self._kind and not self._busy:
            self._busy, self._error = True, ""
            self._shell.tasks.start(self._send(self._session, reason), name="open complaint")
            self._derive()

    @Slot()
    def recovered(self) -> None:
        """The guest of the bad rating was spoken to."""
        if self._session is not None and self._recovery is not None:
            self._shell.tasks.start(
                self._close_task(self._session, self._recovery.id), name="close recovery"
            )

    async def _send(self, session: Session, reason: str) -> None:
        try:
            await self._store.complaints.open(
                session, request=new_id(), complaint_id=new_id(), line_id=UUID(self._line),
                kind=ComplaintKind(self._kind), reason=reason,
            )  # fmt: skip
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = one_line(error)
        else:
            self.close()
            self._shell.banner.show(
                _t("Till", "The complaint is with the manager"),
                _t("Till", "Everything known about the portion goes with it."),
                "ok",
            )
        finally:
            self._busy = False
            self._derive()

    async def _close_task(self, session: Session, task_id: UUID) -> None:
        try:
            await self._store.tasks.close(
                session, request=new_id(), task_id=task_id,
                outcome=_t("Till", "Spoken to the guest"),
            )  # fmt: skip
        except Exception as error:
            if not is_expected(error):
                raise
            self._shell.banner.show(one_line(error), "", "warning")

    def _derive(self) -> None:
        recovery = ""
        if self._recovery is not None:
            recovery = _t("Till", "The guest of order {number} was not happy").format(
                number=self._recovery.title
            )
        props: dict[str, Any] = {
            "opened": self._receipt != "",
            "receipt": self._receipt,
            "line": self._line,
            "kind": self._kind,
            "reasons": _reasons(self._kind),
            "error": self._error,
            "busy": self._busy,
            "recovery": recovery,
        }
        self.show_props(props)


def _reasons(kind: str) -> list[str]:
    return (
        {
            ComplaintKind.QUALITY: [
                _t("Till", "Cold or dry"),
                _t("Till", "Does not taste good"),
                _t("Till", "Not what was ordered"),
                _t("Till", "Something is in it"),
            ],
            ComplaintKind.PRICE: [
                _t("Till", "Dearer than expected"),
                _t("Till", "Not the price that was shown"),
                _t("Till", "An offer is missing"),
            ],
            ComplaintKind.SERVICE: [
                _t("Till", "Waited too long"),
                _t("Till", "Unfriendly"),
                _t("Till", "Something was forgotten"),
            ],
        }.get(ComplaintKind(kind), [])
        if kind
        else []
    )

"""A complaint about one line of a receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.complaint import ComplaintKind
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.guest_ports import SoldLine
from app.services.ports import Store
from app.services.recovery import score_at_service
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
    """`props.opened` while the sheet is wanted: a line, a kind, a reason, one key.

    `opened` tells of a complaint that was recorded, so that it can be made good.
    """

    opened = Signal(object)

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._sold: Sequence[SoldLine] = ()
        self._rated = False
        self._session: Session | None = None
        self._lines: RowsModel[ComplaintLine] = RowsModel(ComplaintLine, "key", self)
        self._receipt, self._line, self._kind = "", "", ""
        self._error, self._busy = "", False
        self._derive()

    lines = Property(QObject, lambda self: self._lines, constant=True)

    def use(self, session: Session | None) -> None:
        self._session = session
        self.close()

    def prompt(self, receipt_key: str) -> None:
        """After bad stars: perhaps there is nothing to record."""
        self.open(receipt_key)
        self._rated = self._receipt != ""
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
        self._sold = found
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
        self._rated = False
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

    async def _send(self, session: Session, reason: str) -> None:
        complaint_id, line_id = new_id(), UUID(self._line)
        try:
            await self._store.complaints.open(
                session, request=new_id(), complaint_id=complaint_id, line_id=line_id,
                kind=ComplaintKind(self._kind), reason=reason, score=self._score(line_id),
            )  # fmt: skip
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = one_line(error)
        else:
            self.close()
            self.opened.emit(complaint_id)
        finally:
            self._busy = False
            self._derive()

    def _score(self, line_id: UUID) -> float | None:
        view = self._store.feed.view
        sold = next((each for each in self._sold if each.id == line_id), None)
        return score_at_service(view, sold) if view is not None and sold is not None else None

    def _derive(self) -> None:
        props: dict[str, Any] = {
            "opened": self._receipt != "",
            "receipt": self._receipt,
            "line": self._line,
            "kind": self._kind,
            "reasons": _reasons(self._kind),
            "error": self._error,
            "busy": self._busy,
            "rated": self._rated,
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

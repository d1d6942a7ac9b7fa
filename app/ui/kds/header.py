"""The line at the top: where this is, how much is open, how fast it goes, what time it is."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

from app.services.store_view import StoreView
from app.ui.kds.board import BoardModel
from app.ui.kds.side_model import SideModel
from app.ui.kds.wording import age_text
from app.ui.kds.work import median_service_s
from app.ui.shared.format import clock

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HeaderProps:
    """What the header says; `tone` is ok or warning."""

    place: str = ""
    summary: str = ""
    ack: str = ""
    tone: str = "ok"
    clock: str = ""


def derive_header(
    view: StoreView, now: datetime, board: BoardModel, side: SideModel
) -> HeaderProps:
    """The header of one moment."""
    waiting = len(board.unacknowledged())
    acknowledged = (
        _t("Kitchen", "{n} not acknowledged").format(n=waiting)
        if waiting
        else _t("Kitchen", "all tickets acknowledged")
    )
    return HeaderProps(
        place=f"{view.settings.store_name} · {board.station_name()}",
        summary=_summary(view, len(board.all_cards), side.portions_wanted()),
        ack=acknowledged,
        tone="warning" if waiting else "ok",
        clock=clock(now, view.settings),
    )


def _summary(view: StoreView, tickets: int, portions: int) -> str:
    text = _t("Kitchen", "{open} open · {portions} portions").format(
        open=tickets, portions=portions
    )
    middle = median_service_s(view)
    time = "–" if middle is None else age_text(middle)
    return text + _t("Kitchen", " · median {time}").format(time=time)


class HeaderModel(QObject):
    """`HeaderProps` for QML."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._props = HeaderProps()

    def show(self, props: HeaderProps) -> None:
        """Show these words."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    placeText = Property(str, lambda self: self._props.place, notify=changed)  # noqa: N815
    summary = Property(str, lambda self: self._props.summary, notify=changed)
    ackText = Property(str, lambda self: self._props.ack, notify=changed)  # noqa: N815
    ackTone = Property(str, lambda self: self._props.tone, notify=changed)  # noqa: N815
    clockText = Property(str, lambda self: self._props.clock, notify=changed)  # noqa: N815

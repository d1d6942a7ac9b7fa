"""The terminals: which kind, in use or not, and how far their screens were behind (FUL-R.1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.people import Mode, Terminal
from app.domain.policy import StoreSettings
from app.services.ports import TerminalLag
from app.services.refusal import Refused, StoreUnreachable
from app.ui.manager.desk import Desk
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
_NOW_S = 60
_LOOK_BACK = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class TerminalLine:
    """One terminal, as text. `lag` is the last and the longest wait of the last 24 hours."""

    id: str
    name: str
    kind: str
    status: str
    lag: str
    tone: str


class TerminalRows(QObject):
    """Follows the store; what was measured is asked for while the page is on screen."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = RowsModel(TerminalLine, parent=self)
        self._lags: dict[UUID, TerminalLag] = {}
        self._shown = self._asking = False

    @property
    def model(self) -> RowsModel[TerminalLine]:
        return self._rows

    def show(self, shown: bool) -> None:
        """Measurements are asked for only while somebody looks."""
        self._shown = shown
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is known, and ask for what was measured meanwhile."""
        self._draw()
        if self._shown and not self._asking and self._desk.session() is not None:
            work = self._load()
            self._asking = self._desk.shell.tasks.start(work, name="terminal lags") is not None

    async def _load(self) -> None:
        try:
            found = await self._desk.store.records.lags(self._desk.now - _LOOK_BACK)
        except (StoreUnreachable, Refused):
            return  # the window says that the store is away; what was measured stays
        finally:
            self._asking = False
        self._lags = {each.terminal_id: each for each in found}
        self._draw()

    def _draw(self) -> None:
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return
        now = self._desk.now
        self._rows.set_rows(
            [
                terminal_line(each, self._lags.get(each.id), settings, now)
                for each in sorted(view.terminals.values(), key=lambda t: t.name.casefold())
            ]
        )

    rows = Property(QObject, lambda self: self._rows, constant=True)


def terminal_line(
    terminal: Terminal, lag: TerminalLag | None, settings: StoreSettings, now: datetime
) -> TerminalLine:
    """One terminal in words at `now` (server clock)."""
    most_ms = lag.most_ms if lag else None
    late = most_ms is not None and most_ms > settings.targets.news_within.total_seconds() * 1000
    return TerminalLine(
        str(terminal.id),
        terminal.name,
        mode_word(terminal.mode),
        _seen(terminal.last_seen_at, now),
        _waited(lag),
        "danger" if late else "text",
    )


def _waited(lag: TerminalLag | None) -> str:
    if lag is None or lag.most_ms is None:
        return "–"
    return _t("Office", "{last} s, most {most} s").format(
        last=f"{lag.last_ms / 1000:.1f}", most=f"{lag.most_ms / 1000:.1f}"
    )


def _seen(at: datetime | None, now: datetime) -> str:
    if at is None:
        return _t("Office", "never seen")
    age_s = (now - at).total_seconds()
    if age_s < _NOW_S:
        return _t("Office", "in use now")
    return _t("Office", "seen {time} ago").format(time=text.duration(age_s))


def mode_word(mode: Mode) -> str:
    """The kind of program, in words."""
    return {
        Mode.POS: _t("Office", "Till"),
        Mode.KDS: _t("Office", "Kitchen display"),
        Mode.MANAGER: _t("Office", "Back office"),
        Mode.CUSTOMER: _t("Office", "Customer display"),
    }[mode]

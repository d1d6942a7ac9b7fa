"""Looks at food against their targets: by cook and product, product, station, person and day."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings
from app.domain.quality_metrics import QualityDay
from app.ui.manager.desk import Desk
from app.ui.manager.look_lines import (
    LINES_BY,
    LookLine,
    columns_of,
    look_lines,
    summary,
    tables,
)
from app.ui.manager.look_plot import look_plot
from app.ui.manager.sorted_rows import SortedRows

_t = QCoreApplication.translate
PERIODS = (1, 7, 28, 90)


class LookBoard(QObject):
    """What KpiView shows, of the daily metrics that the store keeps (BR-13.2)."""

    changed = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._days, self._table = PERIODS[1], "person_product"
        self._looks: tuple[QualityDay, ...] | None = None
        self._loaded = (date.min, date.min)
        self._plot: dict[str, object] = {}
        self._lines: SortedRows[LookLine] = SortedRows(LookLine, LINES_BY, parent=self)

    async def load(self, settings: StoreSettings) -> None:
        """Ask the store for the period's looks. Raises as the reports do."""
        today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
        first = today - timedelta(days=self._days - 1)
        self._looks = await self._desk.store.reports.quality_days(first, today)
        self._loaded = (first, today)
        self._fill()

    def _fill(self) -> None:
        settings = self._desk.settings
        if self._looks is not None and settings is not None:
            self._lines.set_rows(look_lines(self._looks, self._table, settings))
            self._plot = look_plot(self._looks, *self._loaded, settings)
        self.changed.emit()

    @Slot(str)
    def show(self, table: str) -> None:
        """Sort the looks into other groups; they come in their own order."""
        self._table = table
        self._lines.as_given()
        self.turned.emit()
        self._fill()

    @Slot(str)
    def choose(self, _subject: str) -> None:
        """There is one subject."""

    def last(self, days: int) -> None:
        """Show another period."""
        self._days = days
        self.changed.emit()

    def _summary(self) -> list[dict[str, str]]:
        return summary(self._looks) if self._looks is not None else []

    def _periods(self) -> list[dict[str, str]]:
        today = {"key": "1", "text": _t("Office", "Today")}
        others = [
            {"key": str(n), "text": _t("Office", "Last {n} days").format(n=n)} for n in PERIODS[1:]
        ]
        return [today, *others]

    lines = Property(QObject, lambda self: self._lines, constant=True)
    table = Property(str, lambda self: self._table, notify=turned)
    days = Property(int, lambda self: self._days, notify=changed)
    subject = Property(str, lambda self: "", constant=True)
    subjects = Property(list, lambda self: [], constant=True)
    tables = Property(list, lambda self: tables(), notify=turned)
    columns = Property(list, lambda self: columns_of(self._table), notify=turned)
    summary = Property(list, _summary, notify=changed)
    periods = Property(list, _periods, constant=True)
    plot = Property("QVariantMap", lambda self: self._plot, notify=changed)  # type: ignore[arg-type]

"""Revenue, cost and margin per original whole, beside the payments of the same days."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings
from app.domain.revenue import Revenue, side_by_side
from app.ui.manager.desk import Desk
from app.ui.manager.revenue_lines import (
    LINES_BY,
    RevenueLine,
    columns,
    notes,
    reconciliation,
    revenue_line,
)
from app.ui.manager.sorted_rows import SortedRows
from app.ui.shared import format as text

_t = QCoreApplication.translate


class RevenueBoard(QObject):
    """`lines` per product, `sums` against the payments; the dashboard asks for it anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._period = "week"
        self._sums: list[dict[str, str]] = []
        self._notes, self._days = "", ""
        self._lines = SortedRows(RevenueLine, LINES_BY, parent=self)

    async def load(self, settings: StoreSettings) -> None:
        """Ask the store for the period. Raises as the reports do."""
        today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
        first, last = span_of(self._period, today)
        self._show(await self._desk.store.reports.revenue(first, last), settings)
        self._days = " – ".join(text.day(each, settings) for each in sorted({first, last}))
        self.changed.emit()

    def _show(self, found: Revenue, settings: StoreSettings) -> None:
        sides = side_by_side(found.earned)
        self._lines.set_rows([revenue_line(each, settings) for each in sides])
        self._sums = reconciliation(found, settings)
        self._notes = notes(found, settings)

    @Slot(str)
    def choose(self, period: str) -> None:
        """Show another period, as soon as it was asked for."""
        self._period = period
        self.changed.emit()

    lines = Property(QObject, lambda self: self._lines, constant=True)
    sums = Property(list, lambda self: self._sums, notify=changed)
    notes = Property(str, lambda self: self._notes, notify=changed)
    days = Property(str, lambda self: self._days, notify=changed)
    period = Property(str, lambda self: self._period, notify=changed)
    periods = Property(list, lambda self: _periods(), constant=True)
    columns = Property(list, lambda self: columns(), constant=True)


def span_of(period: str, today: date) -> tuple[date, date]:
    """First and last day of a period; months are calendar months (KPI-06)."""
    month = today.replace(day=1)
    return {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1),) * 2,
        "week": (today - timedelta(days=6), today),
        "weeks": (today - timedelta(days=27), today),
        "month": (month, today),
        "before": ((month - timedelta(days=1)).replace(day=1), month - timedelta(days=1)),
    }[period]


def _periods() -> list[dict[str, str]]:
    return [
        {"key": "today", "text": _t("Office", "Today")},
        {"key": "yesterday", "text": _t("Office", "Yesterday")},
        {"key": "week", "text": _t("Office", "7 days")},
        {"key": "weeks", "text": _t("Office", "28 days")},
        {"key": "month", "text": _t("Office", "This month")},
        {"key": "before", "text": _t("Office", "Last month")},
    ]

"""The figures of the last days as tables: quality, waste by product, day and cause, yield."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings, Targets
from app.ui.manager.desk import Desk
from app.ui.manager.kpi_tables import (
    DISCOUNTS,
    REFUNDS,
    Facts,
    KpiLine,
    discount_sums,
    off_line,
    refund_sums,
    share_line,
    summary,
    table_of,
    tables,
)
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
PERIODS = (7, 28, 90)


class KpiBoard(QObject):
    """`table` is what is shown: waste by product, day or cause, or the yield."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._days, self._table = PERIODS[0], "product"
        self._facts: Facts | None = None
        self._lines = RowsModel(KpiLine, parent=self)

    def span(self, today: date) -> tuple[date, date]:
        """First and last day of the period."""
        return today - timedelta(days=self._days - 1), today

    async def load(self, settings: StoreSettings) -> None:
        """Ask the store for the period's figures. Raises as the reports do."""
        today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
        reports, (first, last) = self._desk.store.reports, self.span(today)
        self._facts = Facts(
            await reports.quality(first, last),
            await reports.waste(first, last),
            await reports.cut(first, last),
            await reports.yields(first, last),
            await reports.discounts(first, last),
            await reports.refunds(first, last),
        )
        self._fill()

    def _fill(self) -> None:
        facts, targets = self._facts, self._targets()
        if facts is not None and targets is not None:
            if self._table in DISCOUNTS or self._table in REFUNDS:
                settings = self._desk.settings
                sums = (
                    refund_sums(facts.refunds, self._table)
                    if self._table in REFUNDS
                    else discount_sums(facts.discounts, self._table)
                )
                self._lines.set_rows([off_line(*e, settings) for e in sums] if settings else [])
            else:
                self._lines.set_rows([share_line(s) for s in table_of(facts, self._table, targets)])
        self.changed.emit()

    def _targets(self) -> Targets | None:
        settings = self._desk.settings
        return settings.targets if settings else None

    @Slot(str)
    def show(self, table: str) -> None:
        """Show another table."""
        self._table = table
        self._fill()

    @Slot(int)
    def last(self, days: int) -> None:
        """Show another period."""
        self._days = days
        self.changed.emit()

    def _summary(self) -> list[dict[str, str]]:
        facts, targets = self._facts, self._targets()
        return summary(facts, targets) if facts and targets else []

    lines = Property(QObject, lambda self: self._lines, constant=True)
    table = Property(str, lambda self: self._table, notify=changed)
    days = Property(int, lambda self: self._days, notify=changed)
    tables = Property(list, lambda self: tables(), notify=changed)
    periods = Property(
        list,
        lambda self: [
            {"key": str(n), "text": _t("Office", "{n} days").format(n=n)} for n in PERIODS
        ],
        notify=changed,
    )
    summary = Property(list, _summary, notify=changed)

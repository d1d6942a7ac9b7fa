"""The figures of the last days as tables: quality, waste by product, day and cause, yield."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings, Targets
from app.ui.manager.desk import Desk
from app.ui.manager.kpi_choices import (
    columns_of,
    first_table,
    subject_of,
    subjects,
    tables_of,
)
from app.ui.manager.kpi_lines import LINES_BY, KpiLine, off_line, share_line
from app.ui.manager.kpi_plot import kpi_plot
from app.ui.manager.kpi_tables import (
    DISCOUNTS,
    REFUNDS,
    Facts,
    discount_sums,
    refund_sums,
    summary,
    table_of,
)
from app.ui.manager.sorted_rows import SortedRows

_t = QCoreApplication.translate
PERIODS = (7, 28, 90)


class KpiBoard(QObject):
    """`table` is what is shown: waste by product, day or cause, or the yield."""

    changed = Signal()
    # Apart from `changed`: titles and chips made anew at each sale would be lost under a finger.
    turned = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._days, self._table = PERIODS[0], "product"
        self._facts: Facts | None = None
        self._loaded = (date.min, date.min)
        self._plot: dict[str, object] = {}
        self._lines = SortedRows(KpiLine, LINES_BY, parent=self)

    def span(self, today: date) -> tuple[date, date]:
        """First and last day of the period."""
        return today - timedelta(days=self._days - 1), today

    async def load(self, settings: StoreSettings) -> None:
        """Ask the store for the period's figures. Raises as the reports do."""
        today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
        reports, (first, last) = self._desk.store.reports, self.span(today)
        self._loaded = (first, last)
        self._facts = Facts(
            await reports.quality(first, last),
            await reports.waste(first, last),
            await reports.cut(first, last),
            await reports.yields(first, last),
            await reports.discounts(first, last),
            await reports.refunds(first, last),
            await reports.first_selections(first, last),
        )
        self._fill()

    def _fill(self) -> None:
        facts, settings = self._facts, self._desk.settings
        if facts is not None and settings is not None:
            self._lines.set_rows(_lines(facts, self._table, settings))
            self._plot = kpi_plot(facts, subject_of(self._table), *self._loaded, settings)
        self.changed.emit()

    def _targets(self) -> Targets | None:
        settings = self._desk.settings
        return settings.targets if settings else None

    @Slot(str)
    def show(self, table: str) -> None:
        """Show another table; it comes in its own order."""
        self._table = table
        self._lines.as_given()
        self.turned.emit()
        self._fill()

    @Slot(str)
    def choose(self, subject: str) -> None:
        """Show the first table of another subject."""
        self.show(first_table(subject))

    @Slot(int)
    def last(self, days: int) -> None:
        """Show another period."""
        self._days = days
        self.changed.emit()

    def _summary(self) -> list[dict[str, str]]:
        facts, targets = self._facts, self._targets()
        return summary(facts, targets) if facts and targets else []

    lines = Property(QObject, lambda self: self._lines, constant=True)
    table = Property(str, lambda self: self._table, notify=turned)
    days = Property(int, lambda self: self._days, notify=changed)
    subject = Property(str, lambda self: subject_of(self._table), notify=turned)
    subjects = Property(list, lambda self: subjects(), notify=turned)
    tables = Property(list, lambda self: tables_of(subject_of(self._table)), notify=turned)
    columns = Property(list, lambda self: columns_of(self._table), notify=turned)
    periods = Property(
        list,
        lambda self: [
            {"key": str(n), "text": _t("Office", "{n} days").format(n=n)} for n in PERIODS
        ],
        notify=changed,
    )
    plot = Property(dict, lambda self: self._plot, notify=changed)
    summary = Property(list, _summary, notify=changed)


def _lines(facts: Facts, table: str, settings: StoreSettings) -> list[KpiLine]:
    """The rows of one table, in the order that says most."""
    if table not in DISCOUNTS and table not in REFUNDS:
        return [share_line(each, settings) for each in table_of(facts, table, settings.targets)]
    sums = (
        refund_sums(facts.refunds, table)
        if table in REFUNDS
        else discount_sums(facts.discounts, table)
    )
    by_day = table.endswith("_day")
    return [off_line(*each, settings, days=by_day) for each in sums]

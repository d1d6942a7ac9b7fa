"""The dashboard: the day's figures with words, the hours and 60 days as points of a plot."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_precision
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings
from app.services.ports import DayReport, DayTotal
from app.services.refusal import Refused, StoreUnreachable
from app.ui.manager.dashboard_parts import parts
from app.ui.manager.desk import Desk
from app.ui.manager.figures import DayFigures, Verdict, derive_figures
from app.ui.manager.forecast_board import ForecastBoard
from app.ui.manager.kpi_board import KpiBoard
from app.ui.manager.look_board import LookBoard
from app.ui.manager.revenue_board import RevenueBoard
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate
_HISTORY = timedelta(days=59)


@dataclass(frozen=True, slots=True)
class FigureTile:
    """One figure on the dashboard, in words."""

    id: str
    label: str
    value: str
    note: str
    tone: str


def derive_tiles(figures: DayFigures, settings: StoreSettings) -> tuple[FigureTile, ...]:
    """The tiles in reading order."""
    targets = settings.targets
    saved = text.money(figures.saved_minor, settings)
    return (
        FigureTile(
            "sales",
            _t("Office", "Sales today"),
            text.money(figures.total_minor, settings),
            _t("Office", "guests saved {amount}").format(amount=saved),
            "muted",
        ),
        FigureTile(
            "receipts",
            _t("Office", "Receipts"),
            str(figures.receipts),
            _cash_text(figures, settings),
            "muted",
        ),
        FigureTile(
            "portions",
            _t("Office", "Portions sold"),
            str(figures.portions_sold),
            _t("Office", "{n} cut").format(n=figures.portions_cut),
            "muted",
        ),
        FigureTile(
            "waste",
            _t("Office", "Waste"),
            _percent(figures.waste_bp),
            _verdict_text(
                figures.waste_verdict,
                _t("Office", "target {t}, alarm {a}").format(
                    t=_percent(targets.waste_target_bp), a=_percent(targets.waste_alarm_bp)
                ),
            ),
            _tone(figures.waste_verdict),
        ),
        FigureTile(
            "yield",
            _t("Office", "Conversion yield"),
            _percent(figures.yield_bp),
            _verdict_text(
                figures.yield_verdict,
                _t("Office", "target {t}").format(t=_percent(targets.yield_target_bp)),
            ),
            _tone(figures.yield_verdict),
        ),
        FigureTile(
            "service",
            _t("Office", "Median service time"),
            "–" if figures.service_s is None else text.countdown(figures.service_s),
            _verdict_text(
                figures.service_verdict,
                _t("Office", "promise {t}").format(t=text.countdown(settings.promise_s)),
            ),
            _tone(figures.service_verdict),
        ),
    )


def _cash_text(figures: DayFigures, settings: StoreSettings) -> str:
    """The cash that should be there, and what was paid back of it."""
    cash = text.money(figures.cash_minor, settings)
    if not figures.refunds:
        return _t("Office", "{amount} in cash").format(amount=cash)
    return _t("Office", "{amount} in cash, {back} paid back").format(
        amount=cash, back=text.money(figures.refunded_minor, settings)
    )


def _percent(bp: float | None) -> str:
    return "–" if bp is None else f"{bp / 100:.1f} %"


def _tone(verdict: Verdict) -> str:
    return {
        Verdict.NONE: "muted",
        Verdict.MET: "ok",
        Verdict.MISSED: "warning",
        Verdict.ALARM: "danger",
    }[verdict]


def _verdict_text(verdict: Verdict, target: str) -> str:
    word = {
        Verdict.NONE: _t("Office", "No data yet"),
        Verdict.MET: _t("Office", "Met"),
        Verdict.MISSED: _t("Office", "Missed"),
        Verdict.ALARM: _t("Office", "Alarm"),
    }[verdict]
    return f"{word}, {target}"


class Dashboard(QObject):
    """Asks for the day's report again whenever the store moved; `phase` is loading/ready/error."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tiles = RowsModel(FigureTile, parent=self)
        self._phase, self._problem = "loading", ""
        self._hours: list[dict[str, float]] = []
        self._days: list[dict[str, float]] = []
        self._title = ""
        self._asking = self._again = False
        self._shown, self._part = True, "sales"
        self._kpis = KpiBoard(desk, self)
        self._revenue = RevenueBoard(desk, self)
        self._looks = LookBoard(desk, self)
        self._judged = ForecastBoard(desk, self)
        self._judged.wanted.connect(self.refresh)
        desk.moved.connect(self._moved)

    def show(self, shown: bool) -> None:
        """Ask the store only while the page is on screen."""
        self._shown = shown
        self._moved()

    @Slot()
    def _moved(self) -> None:
        if self._shown:
            self.refresh()

    @Slot(str)
    def open(self, part: str) -> None:
        """`sales` shows plots, `revenue` what wholes bring, the others figures and targets."""
        self._part = part
        self.changed.emit()
        self.refresh()

    @Slot(str)
    def last(self, days: str) -> None:
        """Show the figures of another period."""
        (self._looks if self._part == "looks" else self._kpis).last(int(days))
        self.refresh()

    @Slot(str)
    def earned(self, period: str) -> None:
        """Show what wholes brought in another period."""
        self._revenue.choose(period)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Load the figures; a wish that comes meanwhile is fulfilled afterwards, once."""
        if self._desk.settings is None or self._desk.session() is None:
            return
        if self._asking:
            self._again = True
            return
        self._asking = self._desk.shell.tasks.start(self._load(), name="dashboard") is not None

    async def _load(self) -> None:
        settings = self._desk.settings
        try:
            if settings is None:
                return
            today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
            report = await self._desk.store.reports.day(today)
            days = await self._desk.store.reports.days(today - _HISTORY, today)
            if self._part == "kpis":
                await self._kpis.load(settings)
            elif self._part == "revenue":
                await self._revenue.load(settings)
            elif self._part == "looks":
                await self._looks.load(settings)
            elif self._part == "forecast":
                await self._judged.load(settings)
            self._show(report, days, settings, today)
        except (StoreUnreachable, Refused) as error:
            self._phase, self._problem = "error", " ".join(sentence(error))
        finally:
            self._asking = False
            self.changed.emit()
            if self._again:
                self._again = False
                self.refresh()

    def _show(
        self, report: DayReport, days: tuple[DayTotal, ...], settings: StoreSettings, today: date
    ) -> None:
        unit = 10 ** get_currency_precision(settings.currency)
        self._tiles.set_rows(derive_tiles(derive_figures(report, settings), settings))
        by_hour = {hour.hour: hour.total_minor for hour in report.by_hour}
        self._hours = (
            [{"x": h, "y": by_hour.get(h, 0) / unit} for h in range(24)] if by_hour else []
        )
        sold = any(each.total_minor for each in days)
        self._days = [{"x": (d.day - today).days, "y": d.total_minor / unit} for d in days if sold]
        self._title = today.isoformat()
        self._phase, self._problem = "ready", ""

    tiles = Property(QObject, lambda self: self._tiles, constant=True)
    phase = Property(str, lambda self: self._phase, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    day = Property(str, lambda self: self._title, notify=changed)
    hours = Property(list, lambda self: self._hours, notify=changed)
    days = Property(list, lambda self: self._days, notify=changed)
    kpis = Property(QObject, lambda self: self._kpis, constant=True)
    revenue = Property(QObject, lambda self: self._revenue, constant=True)
    judged = Property(QObject, lambda self: self._judged, constant=True)
    looks = Property(QObject, lambda self: self._looks, constant=True)
    part = Property(str, lambda self: self._part, notify=changed)
    parts = Property(list, lambda self: parts(), notify=changed)

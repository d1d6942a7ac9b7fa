"""Forecast against sold for one product: the hours of a day, or the days of a period."""

from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.forecast.judged import ForecastPast, judge_days, judge_hours, verdict
from app.domain.policy import StoreSettings
from app.ui.manager.desk import Desk
from app.ui.manager.forecast_plot import forecast_plot, left_out_words, verdict_words
from app.ui.shared import format as text

_t = QCoreApplication.translate
_DAYS = {"today": 1, "yesterday": 1, "week": 7, "weeks": 28, "months": 60}


class ForecastBoard(QObject):
    """`plot` and its `words`; the dashboard asks for it anew."""

    changed = Signal()
    wanted = Signal()
    """Something else is to be shown: ask now."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._period, self._product = "week", ""
        self._plot: dict[str, object] = {}
        self._words: list[str] = []
        self._left_out, self._days = "", ""
        self._loaded = False

    async def load(self, settings: StoreSettings) -> None:
        """Ask the store for the product's period. Raises as the reports do."""
        product = self._product or _first(self._products())
        if not product:
            return
        zone = ZoneInfo(settings.time_zone)
        first, last = span_of(self._period, self._desk.now.astimezone(zone).date())
        past = await self._desk.store.reports.forecast_past(UUID(product), first, last)
        self._product = product
        self._show(past, settings)
        self._days = " – ".join(text.day(each, settings) for each in sorted({first, last}))
        self._loaded = True
        self.changed.emit()

    def _show(self, past: ForecastPast, settings: StoreSettings) -> None:
        hours, hourly = judge_hours(past), _DAYS[self._period] == 1
        shown = hours if hourly else judge_days(hours, past.zone)
        self._plot = forecast_plot(shown, settings, hourly=hourly)
        self._words = verdict_words(verdict(shown), hourly=hourly)
        self._left_out = left_out_words(hours) if self._words else ""

    @Slot(str)
    def choose(self, period: str) -> None:
        """Show another period, as soon as it was asked for."""
        self._period = period
        self.changed.emit()
        self.wanted.emit()

    @Slot(str)
    def pick(self, product: str) -> None:
        """Show another product, likewise."""
        self._product = product
        self.changed.emit()
        self.wanted.emit()

    def _products(self) -> list[dict[str, str]]:
        view = self._desk.view
        found = [p for p in view.products.values() if p.active] if view else []
        portioned = sorted(found, key=lambda p: (not p.configurations, p.name.casefold()))
        return [{"key": str(p.id), "text": p.name} for p in portioned]

    plot = Property("QVariantMap", lambda self: self._plot, notify=changed)  # type: ignore[arg-type]
    words = Property(list, lambda self: self._words, notify=changed)
    leftOut = Property(str, lambda self: self._left_out, notify=changed)  # noqa: N815
    days = Property(str, lambda self: self._days, notify=changed)
    loaded = Property(bool, lambda self: self._loaded, notify=changed)
    period = Property(str, lambda self: self._period, notify=changed)
    periods = Property(list, lambda self: _periods(), notify=changed)
    product = Property(str, lambda self: self._product, notify=changed)
    products = Property(list, lambda self: self._products(), notify=changed)


def _first(products: list[dict[str, str]]) -> str:
    return products[0]["key"] if products else ""


def span_of(period: str, today: date) -> tuple[date, date]:
    """First and last day of a period, both in it."""
    last = today - timedelta(days=1) if period == "yesterday" else today
    return last - timedelta(days=_DAYS[period] - 1), last


def _periods() -> list[dict[str, str]]:
    return [
        {"key": "today", "text": _t("Office", "Today")},
        {"key": "yesterday", "text": _t("Office", "Yesterday")},
        {"key": "week", "text": _t("Office", "7 days")},
        {"key": "weeks", "text": _t("Office", "28 days")},
        {"key": "months", "text": _t("Office", "60 days")},
    ]

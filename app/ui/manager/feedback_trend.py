"""Complaints and stars from week to week, as a plot with the counts behind each point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.feedback_trend import (
    DayCount,
    Told,
    WeekFigure,
    complaint_weeks,
    star_weeks,
    weeks_until,
)
from app.domain.policy import StoreSettings
from app.domain.satisfaction import RatingAbout
from app.ui.manager.desk import Desk
from app.ui.shared import format as text

_t = QCoreApplication.translate
WEEKS = 8
_ALL = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is plotted: complaints or stars, of which product, about what."""

    measure: str = "complaints"
    product: str = _ALL
    about: str = _ALL


def since(settings: StoreSettings, now: datetime) -> datetime:
    """The beginning of the first week shown, in the store's time zone."""
    zone = ZoneInfo(settings.time_zone)
    first = weeks_until(now.astimezone(zone).date(), WEEKS)[0]
    return datetime(first.year, first.month, first.day, tzinfo=zone)


class FeedbackTrend(QObject):
    """`lines`, `ticks`, `tips` and `marks` are what LinesPlot draws; `fill` takes new counts."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts: tuple[DayCount, ...] = ()
        self._shown = _Shown()
        self._plot: dict[str, object] = {}
        self._loaded = False

    def fill(self, counts: Sequence[DayCount]) -> None:
        """Plot what the store has counted."""
        self._counts, self._loaded = tuple(counts), True
        self._derive()

    @Slot(str)
    def measure(self, key: str) -> None:
        """`complaints` or `stars`."""
        self._shown = _Shown(key, self._shown.product)
        self._derive()

    @Slot(str)
    def product(self, key: str) -> None:
        """Narrow it to one product; all of them with an empty key."""
        self._shown = _Shown(self._shown.measure, key, self._shown.about)
        self._derive()

    @Slot(str)
    def about(self, key: str) -> None:
        """Narrow it to a reason, or to food or order; everything with an empty key."""
        self._shown = _Shown(self._shown.measure, self._shown.product, key)
        self._derive()

    def _derive(self) -> None:
        settings = self._desk.settings
        if settings is not None:
            self._plot = _plot(self._figures(settings), self._shown, settings)
            self.changed.emit()

    def _figures(self, settings: StoreSettings) -> tuple[WeekFigure, ...]:
        today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
        weeks = weeks_until(today, WEEKS)
        product = UUID(self._shown.product) if self._shown.product else None
        about = self._shown.about
        if self._shown.measure == "complaints":
            return complaint_weeks(self._counts, weeks, product, about)
        return star_weeks(self._counts, weeks, product, RatingAbout(about) if about else None)

    def _products(self) -> list[dict[str, str]]:
        named = {str(e.product_id): e.product for e in self._counts if e.product_id}
        rows = [{"key": key, "text": name} for key, name in named.items()]
        rows.sort(key=lambda row: row["text"].casefold())
        return [{"key": _ALL, "text": _t("Office", "All products")}, *rows]

    def _abouts(self) -> list[dict[str, str]]:
        if self._shown.measure == "complaints":
            said = {each.said for each in self._counts if each.kind is Told.COMPLAINT}
            # What the till wrote down stays in the language it was said in.
            rows = [{"key": reason, "text": reason} for reason in sorted(said)]
            return [{"key": _ALL, "text": _t("Office", "All reasons")}, *rows]
        return [
            {"key": _ALL, "text": _t("Office", "Food and order")},
            {"key": "product", "text": _t("Office", "Food")},
            {"key": "service", "text": _t("Office", "Order")},
        ]

    def _measures(self) -> list[dict[str, str]]:
        return [
            {"key": "complaints", "text": _t("Office", "Complaints")},
            {"key": "stars", "text": _t("Office", "Stars")},
        ]

    plot = Property(dict, lambda self: self._plot, notify=changed)
    loaded = Property(bool, lambda self: self._loaded, notify=changed)
    products = Property(list, _products, notify=changed)
    abouts = Property(list, _abouts, notify=changed)
    measures = Property(list, _measures, notify=changed)
    shown = Property(
        dict,
        lambda self: {
            "measure": self._shown.measure,
            "product": self._shown.product,
            "about": self._shown.about,
        },
        notify=changed,
    )


def _plot(
    figures: Sequence[WeekFigure], shown: _Shown, settings: StoreSettings
) -> dict[str, object]:
    """What LinesPlot draws; `empty` says why there is nothing to draw."""
    stars = shown.measure == "stars"
    known = [float(each.value) for each in figures if each.value is not None]
    target = settings.targets.satisfaction_centi / 100
    if shown.about == "product" or shown.product:
        target = settings.targets.product_rating_centi / 100
    return {
        "lines": [{"name": "", "tone": "ok", "points": points} for points in _unbroken(figures)],
        "ticks": [
            {
                "x": at,
                "text": f"{text.day_short(each.week, settings)}\n{_behind(each, stars=stars)}",
            }
            for at, each in enumerate(figures)
        ],
        "tips": [
            {"x": at, "text": _tip(each, settings, stars=stars)} for at, each in enumerate(figures)
        ],
        "marks": [
            {
                "y": target,
                "tone": "muted",
                "text": _t("Office", "target {n}").format(n=f"{target:.1f}"),
            }
        ]
        if stars
        else [],
        "low": 1.0 if stars else 0.0,
        "high": 5.0 if stars else _round_up(max(known, default=0.0)),
        "decimals": 0 if stars or max(known, default=0.0) > 3 else 1,
        "empty": "" if known else _nothing(stars=stars),
        "upwards": _t("Office", "mean of the stars; below: ratings in the week from that day")
        if stars
        else _t("Office", "complaints per 100 served; below: complaints of served, by week"),
    }


def _unbroken(figures: Iterable[WeekFigure]) -> list[list[dict[str, float]]]:
    """The points in pieces: a week that has no value breaks the line."""
    pieces: list[list[dict[str, float]]] = [[]]
    for at, each in enumerate(figures):
        if each.value is None:
            pieces.append([])
        else:
            pieces[-1].append({"x": float(at), "y": float(each.value)})
    return [piece for piece in pieces if piece]


def _behind(each: WeekFigure, *, stars: bool) -> str:
    if not each.of:
        return "–"
    return f"{each.of:,}" if stars else f"{each.count:,} / {each.of:,}"


def _tip(each: WeekFigure, settings: StoreSettings, *, stars: bool) -> str:
    week = text.day_short(each.week, settings)
    if each.value is None:
        return _t("Office", "Week from {day}: nothing to count").format(day=week)
    said = (
        _t("Office", "Week from {day}: {value} stars from {of} ratings")
        if stars
        else _t("Office", "Week from {day}: {value} per 100 · {count} of {of} served")
    )
    value = f"{float(each.value):.2f}"
    return said.format(day=week, value=value, count=f"{each.count:,}", of=f"{each.of:,}")


def _round_up(most: float) -> float:
    """The end of the axis: a round number of which a quarter is readable."""
    steps = (0.4, 1.0, 2.0, 4.0, 8.0, 12.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    return next((step for step in steps if step >= most * 1.05), most)


def _nothing(*, stars: bool) -> str:
    if stars:
        return _t("Office", "Nobody rated in these eight weeks")
    return _t("Office", "Nothing was served in these eight weeks")

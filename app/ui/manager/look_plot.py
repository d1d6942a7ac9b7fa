"""The mean score of looks by day against its target: what LinesPlot draws above the table."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.quality_metrics import Metric, QualityDay, grouped
from app.ui.manager.kpi_tables import percent
from app.ui.manager.look_lines import mean_text
from app.ui.shared import format as text

_t = QCoreApplication.translate


def look_plot(
    looks: Iterable[QualityDay], first: date, last: date, settings: StoreSettings
) -> dict[str, object]:
    """Each day's mean and the target of that day; {} for one day, which the tiles say."""
    by_day = {each.day: sums for each, sums in grouped(looks, lambda each: each.day)}
    days = sorted(by_day)
    if len(days) < 2:
        return {}
    means = [_point(first, day, by_day[day].mean or 0.0) for day in days]
    targets = [
        _point(first, day, by_day[day].score_target_milli / by_day[day].looks / 1000)
        for day in days
    ]
    span = (last - first).days
    every = max(1, -(-(span + 1) // 7))
    return {
        "lines": [
            {"name": _t("Office", "target"), "tone": "muted", "points": targets},
            {"name": _t("Office", "mean score"), "tone": "ok", "points": means},
        ],
        "marks": [],
        "ticks": [
            {"x": float(n), "text": text.day_short(date.fromordinal(first.toordinal() + n),
                                                   settings)}
            for n in range(0, span + 1, every)
        ],
        "tips": [
            {"x": _x(first, day), "text": _tip(day, by_day[day], settings)} for day in days
        ],
        "low": float(min(6, *(int(each["y"]) for each in means))),
        "high": 10.0,
        "most": max(0.4, span + 0.4),
        "upwards": _t("Office", "mean score of the day's looks"),
    }  # fmt: skip


def _x(first: date, day: date) -> float:
    return float((day - first).days)


def _point(first: date, day: date, y: float) -> dict[str, float]:
    return {"x": _x(first, day), "y": y}


def _tip(day: date, sums: Metric, settings: StoreSettings) -> str:
    words = _t("Office", "{day}: mean {mean} of {n} looks · failed {failed} · in time {time}")
    return words.format(
        day=text.day_short(day, settings), mean=mean_text(sums.mean), n=sums.looks,
        failed=percent(sums.fail_bp), time=percent(sums.on_time_bp),
    )  # fmt: skip

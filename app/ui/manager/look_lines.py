"""The lines of the daily metrics in words: mean score, failed, in time, each with its target."""
# ruff: noqa: N815

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.quality_metrics import Metric, QualityDay, grouped, metric
from app.ui.manager.kpi_lines import day_name
from app.ui.manager.kpi_tables import percent

_t = QCoreApplication.translate
_BY: dict[str, Callable[[QualityDay], Hashable]] = {
    "person_product": lambda each: (each.staff_id, each.product_id),
    "product": lambda each: each.product_id,
    "station": lambda each: each.station_id,
    "person": lambda each: each.staff_id,
    "day": lambda each: each.day,
}


@dataclass(frozen=True, slots=True)
class LookLine:
    """One group; the last five are what its columns are sorted by."""

    id: str
    name: str
    looks: str
    mean: str
    meanTone: str
    failed: str
    failedTone: str
    onTime: str
    onTimeTone: str
    status: str
    tone: str
    order: str
    size: int
    score: float
    fails: float
    times: float


LINES_BY: dict[str, Callable[[LookLine], Any]] = {
    "name": lambda line: line.order,
    "looks": lambda line: line.size,
    "mean": lambda line: line.score,
    "failed": lambda line: line.fails,
    "onTime": lambda line: line.times,
    "status": lambda line: (line.tone, line.score),
}


def tables() -> list[dict[str, str]]:
    """The keys of the groups."""
    return [
        {"key": "person_product", "text": _t("Office", "By person and product")},
        {"key": "product", "text": _t("Office", "By product")},
        {"key": "station", "text": _t("Office", "By station")},
        {"key": "person", "text": _t("Office", "By person")},
        {"key": "day", "text": _t("Office", "By day")},
    ]


def columns_of(table: str) -> list[dict[str, object]]:
    """The columns, as Wedge.Kit's DataTable reads them."""
    first = {
        "person_product": _t("Office", "Person and product"),
        "product": _t("Office", "Product"),
        "station": _t("Office", "Station"),
        "person": _t("Office", "Person"),
        "day": _t("Office", "Day"),
    }[table]
    number = {"align": "right", "weight": 1.0}
    return [
        {"key": "name", "title": first, "weight": 2.4},
        {"key": "looks", "title": _t("Office", "Looks"), "align": "right", "weight": 0.7},
        {"key": "mean", "title": _t("Office", "Mean score"), "toneKey": "meanTone", **number},
        {"key": "failed", "title": _t("Office", "Failed"), "toneKey": "failedTone", **number},
        {"key": "onTime", "title": _t("Office", "In time"), "toneKey": "onTimeTone", **number},
        {"key": "status", "title": _t("Office", "Target"), "toneKey": "tone", "weight": 1.2},
    ]


def look_lines(looks: Iterable[QualityDay], table: str, settings: StoreSettings) -> list[LookLine]:
    """One line per group: what misses a target first; days the newest first."""
    found = [_line(each, sums, table, settings) for each, sums in grouped(looks, _BY[table])]
    if table == "day":
        return found
    return sorted(found, key=lambda line: (line.tone == "ok", -line.fails, line.score, line.order))


def _line(each: QualityDay, sums: Metric, table: str, settings: StoreSettings) -> LookLine:
    name = {
        "person_product": f"{each.person} · {each.product}",
        "product": each.product,
        "station": each.station or _t("Office", "No station"),
        "person": each.person,
        "day": day_name(each.day.isoformat(), settings),
    }[table]
    return LookLine(
        id=str(_BY[table](each)),
        name=name,
        looks=str(sums.looks),
        mean=mean_text(sums.mean),
        meanTone=_tone(sums.mean_met),
        failed=percent(sums.fail_bp),
        failedTone=_tone(sums.fails_met),
        onTime=percent(sums.on_time_bp),
        onTimeTone=_tone(sums.on_time_met),
        status=_status(sums),
        tone=_tone(sums.met),
        order=each.day.isoformat() if table == "day" else name.casefold(),
        size=sums.looks,
        score=sums.mean or 0.0,
        fails=sums.fail_bp or 0.0,
        times=-1.0 if sums.on_time_bp is None else sums.on_time_bp,
    )


def mean_text(mean: float | None) -> str:
    """`7.67`; a dash for none."""
    return "–" if mean is None else f"{mean:.2f}"


def _tone(met: bool | None) -> str:
    return "muted" if met is None else "ok" if met else "danger"


def _status(sums: Metric) -> str:
    return _t("Office", "● Met") if sums.met else _t("Office", "▲ Missed")


def summary(looks: Iterable[QualityDay]) -> list[dict[str, str]]:
    """The three figures of the period: {key, label, value, note, tone}."""
    sums = metric(looks)
    n, timed = max(1, sums.looks), max(1, sums.timed)
    return [
        _figure("mean", _t("Office", "Mean score of looks"), mean_text(sums.mean), sums.mean_met,
                _t("Office", "at least {t}").format(
                    t=f"{sums.score_target_milli / n / 1000:.2f}")),
        _figure("failed", _t("Office", "Looks that failed"), percent(sums.fail_bp),
                sums.fails_met,
                _t("Office", "at most {t}").format(t=percent(sums.fail_target_bp / n))),
        _figure("onTime", _t("Office", "Checks made in time"), percent(sums.on_time_bp),
                sums.on_time_met,
                _t("Office", "at least {t}").format(t=percent(sums.on_time_target_bp / timed))),
    ]  # fmt: skip


def _figure(key: str, label: str, value: str, met: bool | None, note: str) -> dict[str, str]:
    if met is None:
        note = _t("Office", "No data yet")
    else:
        word = _t("Office", "Met") if met else _t("Office", "Missed")
        note = f"{word}, {note}"
    return {"key": key, "label": label, "value": value, "note": note, "tone": _tone(met)}

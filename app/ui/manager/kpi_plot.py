"""Waste by cause, or the yield, over a period: what LinesPlot draws above the tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.domain.feedback_trend import week_of
from app.domain.policy import StoreSettings
from app.ui.manager.kpi_lines import cause_name
from app.ui.manager.kpi_tables import Facts
from app.ui.shared import format as text

_t = QCoreApplication.translate
_PERCENT = 100
_MOST_CAUSES = 3
_MOST_DAYS = 28
"""Of a longer period each point is a week."""
_TONES = ("info", "warning", "danger")
_Sums = Mapping[date, Fraction]


def kpi_plot(
    facts: Facts, subject: str, first: date, last: date, settings: StoreSettings
) -> dict[str, object]:
    """The lines of a subject; {} where it has none, or nothing was cut."""
    if subject == "waste":
        return _waste(facts, first, last, settings)
    return _yield(facts, first, last, settings) if subject == "yield" else {}


def _waste(facts: Facts, first: date, last: date, settings: StoreSettings) -> dict[str, object]:
    weekly = (last - first).days >= _MOST_DAYS
    buckets = _buckets(first, last, weekly=weekly)
    made = _sums(((each.day, each.portions) for each in facts.cut), weekly=weekly)
    lost = _sums(((each.day, each.wasted) for each in facts.wasted), weekly=weekly)
    by_cause: defaultdict[str, Fraction] = defaultdict(Fraction)
    for each in facts.wasted:
        by_cause[each.cause] += each.wasted
    causes = sorted(by_cause, key=lambda cause: (-by_cause[cause], cause))[:_MOST_CAUSES]
    lines = [_line(_t("Office", "all waste"), "ok", buckets, lost, made)]
    for cause, tone in zip(causes, _TONES, strict=False):
        mine = ((e.day, e.wasted) for e in facts.wasted if e.cause == cause)
        lines.append(_line(cause_name(cause), tone, buckets, _sums(mine, weekly=weekly), made))
    targets = settings.targets
    marks = [
        (targets.waste_target_bp, "muted", _t("Office", "target {n} %")),
        (targets.waste_alarm_bp, "danger", _t("Office", "alarm {n} %")),
    ]
    upwards = _t("Office", "thrown away, % of what was cut")
    return _plot(lines, marks, buckets, (lost, made), upwards, settings, 0.0)


def _yield(facts: Facts, first: date, last: date, settings: StoreSettings) -> dict[str, object]:
    buckets = _buckets(first, last, weekly=True)
    good = _sums(((each.week, each.good) for each in facts.yields), weekly=True)
    expected = _sums(((each.week, each.expected) for each in facts.yields), weekly=True)
    lines = [_line(_t("Office", "yield"), "ok", buckets, good, expected)]
    marks = [(settings.targets.yield_target_bp, "muted", _t("Office", "target {n} %"))]
    upwards = _t("Office", "good portions, % of those expected, by week")
    return _plot(lines, marks, buckets, (good, expected), upwards, settings, 80.0)


def _buckets(first: date, last: date, *, weekly: bool) -> tuple[date, ...]:
    step = timedelta(days=7 if weekly else 1)
    start = week_of(first) if weekly else first
    return tuple(start + step * n for n in range((last - start) // step + 1))


def _sums(counts: Iterable[tuple[date, int | Fraction]], *, weekly: bool) -> _Sums:
    found: defaultdict[date, Fraction] = defaultdict(Fraction)
    for day, count in counts:
        found[week_of(day) if weekly else day] += count
    return found


def _line(
    name: str, tone: str, buckets: tuple[date, ...], part: _Sums, whole: _Sums
) -> dict[str, object]:
    """A point where something was made; days without are passed over."""
    points = [
        {"x": float(at), "y": float(_PERCENT * part.get(day, Fraction(0)) / whole[day])}
        for at, day in enumerate(buckets)
        if whole.get(day)
    ]
    return {"name": name, "tone": tone, "points": points}


def _plot(
    lines: list[dict[str, object]], marks: list[tuple[int, str, str]], buckets: tuple[date, ...],
    sums: tuple[_Sums, _Sums], upwards: str, settings: StoreSettings, low: float,
) -> dict[str, object]:  # fmt: skip
    part, whole = sums
    if not any(whole.get(day) for day in buckets):
        return {}
    heights = [y for line in lines for y in _heights(line)] + [bp / 100 for bp, _, _ in marks]
    every = max(1, -(-len(buckets) // 7))
    return {
        "lines": lines,
        "marks": [
            {"y": bp / 100, "tone": tone, "left": True, "text": words.format(n=f"{bp / 100:g}")}
            for bp, tone, words in marks
        ],
        "ticks": [
            {"x": float(at), "text": text.day_short(day, settings)}
            for at, day in enumerate(buckets)
            if at % every == 0
        ],
        "tips": [
            {"x": float(at), "text": _tip(day, part, whole, settings)}
            for at, day in enumerate(buckets)
            if whole.get(day)
        ],
        "low": min([low, *(20 * (y // 20) for y in heights)]) if low else 0.0,
        "high": 100.0 if low else 4.0 * (int(max(heights) // 4) + 1),
        "most": max(0.4, len(buckets) - 0.6),
        "upwards": upwards,
    }


def _heights(line: dict[str, object]) -> list[float]:
    points = line["points"]
    return [point["y"] for point in points] if isinstance(points, list) else []


def _tip(day: date, part: _Sums, whole: _Sums, settings: StoreSettings) -> str:
    share = f"{float(_PERCENT * part.get(day, Fraction(0)) / whole[day]):.1f}"
    return _t("Office", "{day}: {share} % · {part} of {whole}").format(
        day=text.day_short(day, settings), share=share,
        part=f"{float(part.get(day, Fraction(0))):g}", whole=f"{float(whole[day]):g}",
    )  # fmt: skip

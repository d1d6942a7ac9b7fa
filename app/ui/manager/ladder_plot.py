"""A product's price ladder as LadderPlot draws it: price and expected quality over the age."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from babel.numbers import get_currency_precision
from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.quality import grade_of
from app.services.price_ladder import Ladder
from app.ui.shared import format as text

_t = QCoreApplication.translate
_TICKS_S = (60, 300, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 432_000)
_MOST_TICKS = 6
_S_PER_DAY = 86_400
_PARTS = 4
_STEPS = tuple(n * 10**e for e in range(7) for n in (1, 2, 3, 4, 5))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A ladder with its name and colour; the last one is pointed at and measured by."""

    name: str
    tone: str
    ladder: Ladder


def ladder_plot(drawn: Sequence[Drawn], settings: StoreSettings) -> dict[str, object]:
    """`price` and `quality` as LinesPlot takes them, over one axis of `ticks` up to `most`."""
    last = drawn[-1].ladder
    most = max(each.ladder.sold_until_s for each in drawn) * 1.04
    unit = 10 ** get_currency_precision(settings.currency)
    prices = [p.amount_minor / unit for d in drawn for p in d.ladder.points if p.amount_minor]
    limits = [float(each) / unit for each in (last.cap_low, last.cap_high, last.margin_floor)]
    low, high = _frame(min([*prices, *limits]), max([*prices, *limits]))
    return {
        "price": {
            "lines": [*_price_lines(drawn, unit), _upright(last, low, high)],
            "marks": _price_marks(last, settings, unit),
            "low": low,
            "high": high,
        },
        "quality": {
            "lines": [*_score_lines(drawn), _upright(last, 6.0, 10.0)],
            "marks": _score_marks(settings),
            "low": 6.0,
            "high": 10.0,
        },
        "end": _end(last),
        "tips": _tips(last, settings),
        "ticks": _ticks(most),
        "most": most,
        "empty": "" if prices else _t("Office", "The margin floor is above the cap: no price"),
    }


def _frame(lowest: float, highest: float) -> tuple[float, float]:
    """Round ends of an axis in four parts, with room for a name above the highest line."""
    step = next(
        (s for s in _STEPS if math.floor(lowest / s) * s + _PARTS * s >= highest + s / 3),
        highest,
    )
    low = max(0.0, math.floor(lowest / step) * step)
    return low, low + _PARTS * step


def _end(ladder: Ladder) -> str:
    age = _age(ladder.sold_until_s)
    if ladder.by_limit:
        return _t("Office", "off sale after {age}, by its shelf life").format(age=age)
    return _t("Office", "off sale after {age}, by its quality").format(age=age)


def _upright(ladder: Ladder, low: float, high: float) -> dict[str, object]:
    x = float(ladder.sold_until_s)
    return {"name": "", "tone": "danger", "points": [{"x": x, "y": low}, {"x": x, "y": high}]}


def _price_lines(drawn: Sequence[Drawn], unit: int) -> list[dict[str, object]]:
    return [
        {"name": each.name, "tone": each.tone, "points": _steps(each.ladder, unit)}
        for each in drawn
    ]


def _steps(ladder: Ladder, unit: int) -> list[dict[str, float]]:
    """Level between two prices: each begins at once."""
    points: list[dict[str, float]] = []
    for each in ladder.points:
        if each.amount_minor is None:
            continue
        x, y = float(each.age_s), each.amount_minor / unit
        if points:
            points.append({"x": x, "y": points[-1]["y"]})
        points.append({"x": x, "y": y})
    return points


def _score_lines(drawn: Sequence[Drawn]) -> list[dict[str, object]]:
    return [
        {
            "name": each.name,
            "tone": each.tone,
            "points": [{"x": float(s), "y": max(6.0, score)} for s, score in each.ladder.scores],
        }
        for each in drawn
    ]


def _price_marks(ladder: Ladder, settings: StoreSettings, unit: int) -> list[dict[str, object]]:
    def named(words: str, minor: float, **place: bool) -> dict[str, object]:
        amount = text.amount(round(minor), settings)
        return {"y": minor / unit, "tone": "muted", "text": words.format(n=amount), **place}

    return [
        named(_t("Office", "cap, up {n}"), float(ladder.cap_high), left=True),
        named(_t("Office", "base {n}"), ladder.base_minor, left=True),
        named(_t("Office", "cap, down {n}"), float(ladder.cap_low), left=True),
        named(_t("Office", "margin floor {n}"), float(ladder.margin_floor), below=True, left=True),
    ]


def _score_marks(settings: StoreSettings) -> list[dict[str, object]]:
    quality = settings.quality
    return [
        {
            "y": quality.markdown_threshold,
            "tone": "warning",
            "left": True,
            "text": _t("Office", "marked down below {n}").format(
                n=f"{quality.markdown_threshold:.1f}"
            ),
        },
        {
            "y": quality.sale_floor,
            "tone": "danger",
            "left": True,
            "text": _t("Office", "sale floor {n}").format(n=f"{quality.sale_floor:.1f}"),
        },
    ]


def _tips(ladder: Ladder, settings: StoreSettings) -> list[dict[str, object]]:
    said, at = [], 0
    for age_s, score in ladder.scores:
        while at + 1 < len(ladder.points) and ladder.points[at + 1].age_s <= age_s:
            at += 1
        minor, grade = ladder.points[at].amount_minor, grade_of(score, settings.quality)
        price = _t("Office", "no price") if minor is None else text.money(minor, settings)
        words = f"{_age(age_s)} · {score:.1f} {grade.value if grade else ''}".rstrip()
        said.append({"x": float(age_s), "text": f"{words} · {price}"})
    return said


def _age(s: float) -> str:
    """Days are counted in hours: between one day and two lies half of a cake's life."""
    if s < _S_PER_DAY:
        return text.duration(s)
    return _t("Format", "{n} h").format(n=round(s / 3600))


def _ticks(most_s: float) -> list[dict[str, object]]:
    step = next((s for s in _TICKS_S if most_s / s <= _MOST_TICKS), _TICKS_S[-1])
    found = range(0, int(most_s) + 1, step)
    return [{"x": float(s), "text": _age(s) if s else "0"} for s in found]

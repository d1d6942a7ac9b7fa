"""Expected against sold, by hour or by day: what LinesPlot draws, and how far off, in words."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.forecast.judged import Judged, Verdict
from app.domain.policy import StoreSettings
from app.ui.shared import format as text

_t = QCoreApplication.translate
_PERCENT = 100
_TICKS = 12
_SOLD_OUT_FROM_S = 60
"""Less than a minute is not said: no one missed it."""
_STEPS = (1, 2, 5, 10, 15, 20, 25, 50, 75, 100)


def forecast_plot(
    judged: Sequence[Judged], settings: StoreSettings, *, hourly: bool
) -> dict[str, object]:
    """Two lines over hours or days that count, and a mark where it was sold out; {} without."""
    at = [n for n, each in enumerate(judged) if each.counts]
    if not at:
        return {}
    points = [(n, judged[n]) for n in at]
    out = [(n, each) for n, each in points if each.sold_out_s >= _SOLD_OUT_FROM_S]
    lines = [
        _line(_t("Office", "forecast"), "info", [(n, each.expected) for n, each in points]),
        _line(_t("Office", "sold"), "ok", [(n, each.sold) for n, each in points]),
    ]
    # One line for each: what lies between two of them was not sold out.
    lines += [_line(_t("Office", "▲ sold out"), "danger", [(n, each.sold)]) for n, each in out]
    first, last = at[0], at[-1]
    every = max(1, -(-(last - first + 1) // _TICKS))
    said = {n for n in range(first, last + 1) if (n - first) % every == 0}
    marked = {n for n, _ in out}
    below = "\n\u00a0" if marked else ""
    high = _round_up(max(max(each.expected, each.sold) for _, each in points))
    return {
        "lines": lines,
        "ticks": [
            {
                "x": float(n),
                "text": (_when(judged[n], settings, hourly=hourly) if n in said else "")
                + ("\n▲" if n in marked else below),
            }
            for n in sorted(said | marked)
        ],
        "tips": [
            {"x": float(n), "text": _tip(each, settings, hourly=hourly)} for n, each in points
        ],
        "least": first - 0.4,
        "most": last + 0.4,
        "high": high,
        "decimals": 0 if high % 4 == 0 else 1,
        "upwards": _t("Office", "pieces an hour") if hourly else _t("Office", "pieces a day"),
    }


def verdict_words(found: Verdict | None, *, hourly: bool) -> list[str]:
    """How far off on average, and in which direction in sum; empty without anything to judge."""
    if found is None:
        return []
    each, mean = f"{found.sold / found.count:.1f}", f"{found.mean_error:.1f}"
    off = (
        _t("Office", "Off by {mean} an hour on average; {each} were sold an hour.")
        if hourly
        else _t("Office", "Off by {mean} a day on average; {each} were sold a day.")
    )
    return [off.format(mean=mean, each=each), _in_sum(found)]


def left_out_words(hours: Sequence[Judged]) -> str:
    """What does not count, and why; empty where everything does."""
    out_s = sum(each.sold_out_s for each in hours if each.counts)
    off = sum(each.off for each in hours)
    said = []
    if out_s >= _SOLD_OUT_FROM_S:
        words = _t("Office", "Sold out for {time} in all (▲): no low demand, so of those hours only"
                             " the time on sale is judged.")  # fmt: skip
        said.append(words.format(time=text.duration(out_s)))
    if off:
        said.append(_t("Office", "Left out, as no terminal was on: {n} h.").format(n=off))
    return " ".join(said)


def _in_sum(found: Verdict) -> str:
    sums = _t("Office", "{expected} expected, {sold} sold.").format(
        expected=f"{found.served:.0f}", sold=f"{found.sold:.0f}"
    )
    if found.bias is None:
        return sums
    percent = round(_PERCENT * found.bias)
    if percent == 0:
        return _t("Office", "In sum right: {sums}").format(sums=sums)
    words = (
        _t("Office", "In sum {percent} % too high: {sums}")
        if percent > 0
        else _t("Office", "In sum {percent} % too low: {sums}")
    )
    return words.format(percent=abs(percent), sums=sums)


def _line(name: str, tone: str, points: list[tuple[int, float]]) -> dict[str, object]:
    return {"name": name, "tone": tone, "points": [{"x": float(x), "y": y} for x, y in points]}


def _when(each: Judged, settings: StoreSettings, *, hourly: bool) -> str:
    local = each.at.astimezone(ZoneInfo(settings.time_zone))
    return f"{local:%H}" if hourly else text.day_short(local.date(), settings)


def _tip(each: Judged, settings: StoreSettings, *, hourly: bool) -> str:
    when = text.clock(each.at, settings) if hourly else _when(each, settings, hourly=False)
    said = _t("Office", "{when}: {expected} expected, {sold} sold").format(
        when=when, expected=f"{each.expected:.1f}", sold=f"{each.sold:.0f}"
    )
    if each.sold_out_s < _SOLD_OUT_FROM_S:
        return said
    return said + " · " + _t("Office", "▲ sold out {time}").format(
        time=text.duration(each.sold_out_s))  # fmt: skip


def _round_up(most: float) -> float:
    """The end of the axis, of which a quarter is easily read."""
    scale = 1
    while most * 1.05 > 4 * scale * _STEPS[-1]:
        scale *= 10
    return float(next(4 * scale * step for step in _STEPS if 4 * scale * step >= most * 1.05))

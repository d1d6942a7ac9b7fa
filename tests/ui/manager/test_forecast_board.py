"""Forecast against sold in the back office: its words, its marks, and its window."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.forecast.judged import Judged, judge_days, judge_hours, verdict
from app.ui.manager.forecast_board import span_of
from app.ui.manager.forecast_plot import forecast_plot, left_out_words, verdict_words
from tests.support.fake_forecast_past import past_of
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
AT = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
SETTINGS = sample_view(AT).settings


def hours(*pairs: tuple[float, float]) -> tuple[Judged, ...]:
    """Expected and sold, hour after hour."""
    return tuple(
        Judged(AT + timedelta(hours=n), expected, expected, sold, 0.0, counts=True)
        for n, (expected, sold) in enumerate(pairs)
    )


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(6, 5), (5, 5)], "In sum 10 % too high: 11 expected, 10 sold."),
        ([(4, 5), (5, 5)], "In sum 10 % too low: 9 expected, 10 sold."),
        ([(4, 5), (6, 5)], "In sum right: 10 expected, 10 sold."),
        ([(1, 0)], "1 expected, 0 sold."),
    ],
)
def test_a_manager_reads_how_far_off_it_was(
    pairs: Sequence[tuple[float, float]], said: str
) -> None:
    assert verdict_words(verdict(hours(*pairs)), hourly=True)[1] == said


def test_hours_too_high_and_too_low_do_not_make_up_for_each_other() -> None:
    found = verdict(hours((4, 5), (6, 5)))
    assert found is not None and found.mean_error == 1.0 and found.bias == 0.0
    assert verdict_words(found, hourly=True)[0] == (
        "Off by 1.0 an hour on average; 5.0 were sold an hour."
    )
    assert verdict(replace(each, counts=False) for each in hours((4, 5))) is None


def test_what_is_sold_out_or_off_is_marked_and_said() -> None:
    one, two, three = hours((4, 4), (4, 1), (4, 0))
    two = replace(two, served=1.0, sold_out_s=2700.0)
    three = replace(three, counts=False, off=True)
    plot: Any = forecast_plot((one, two, three), SETTINGS, hourly=True)
    assert [line["name"] for line in plot["lines"]] == ["forecast", "sold", "▲ sold out"]
    assert plot["lines"][2]["points"] == [{"x": 1.0, "y": 1.0}]
    assert plot["ticks"][1]["text"].endswith("▲") and "▲" not in plot["ticks"][0]["text"]
    assert plot["tips"][1]["text"].endswith("4.0 expected, 1 sold · ▲ sold out 45 min")
    said = left_out_words((one, two, three))
    assert "Sold out for 45 min" in said and "no terminal was on: 1 h" in said
    found = verdict((one, two, three))
    assert found is not None and found.mean_error == 0.0, "a sell-out is no low demand"


def test_a_day_is_the_sum_of_its_hours() -> None:
    past = past_of(sample_view(AT), AT, date(2026, 3, 2), date(2026, 3, 4))
    found = judge_hours(past)
    days = judge_days(found, past.zone)
    assert [each.sold for each in days] == [
        sum(h.sold for h in found[12 * n : 12 * n + 12]) for n in range(3)
    ]
    assert all(each.sold_out_s == 3600 for each in days)
    assert span_of("yesterday", date(2026, 3, 2)) == (date(2026, 3, 1), date(2026, 3, 1))
    assert span_of("week", date(2026, 3, 7)) == (date(2026, 3, 1), date(2026, 3, 7))


def test_the_window_shows_hours_and_days_of_a_product(
    run: Run, desk: OfficeDriver, tmp_path: Path
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("chip_forecast")
        board = desk.office._dashboard._judged
        words = await desk.item("forecastWords_0")
        await desk.until(lambda: "a day on average" in words.property("text"), "days")
        plot = await desk.item("forecastPlot")
        week = board._plot
        await desk.until(lambda: plot.property("drawn") == len(lines_of(week)), "the week's lines")
        grab(desk, tmp_path / "week.png")
        await desk.tap("chip_yesterday")
        await desk.until(lambda: "an hour on average" in words.property("text"), "hours")
        await desk.until(lambda: plot.property("drawn") == len(lines_of(board._plot)), "its lines")
        assert lines_of(board._plot)[2]["name"] == "▲ sold out"
        grab(desk, tmp_path / "day.png")
        other = board._products()[1]["key"]
        await desk.pick("forecastProduct", other)
        await desk.until(lambda: board._product == other, "the other product")

    run(body())


def lines_of(plot: Any) -> list[Any]:
    return list(plot["lines"])


def grab(desk: OfficeDriver, path: Path) -> None:
    """A picture for the eye; nothing is judged by it."""
    assert desk.window.grabWindow().save(str(path))

"""The dashboard's figures against their targets, at and around each limit."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.policy import Targets
from app.services.ports import DayReport
from app.ui.manager.figures import Verdict, derive_figures
from tests.support.sample_store import sample_view

SETTINGS = sample_view(datetime(2026, 3, 6, 11, 0, tzinfo=UTC)).settings
EMPTY = DayReport(
    day=date(2026, 3, 6),
    receipts=0,
    total_minor=0,
    tax_minor=0,
    saved_minor=0,
    portions_sold=0,
    portions_cut=0,
    portions_wasted=0,
    waste_cost_minor=0,
    median_service_s=None,
    by_hour=(),
    by_product=(),
)


@pytest.mark.parametrize(
    ("cut", "wasted", "verdict"),
    [
        (0, 0, Verdict.NONE),
        (0, 1, Verdict.ALARM),
        (100, 0, Verdict.MET),
        (100, 6, Verdict.MET),
        (10_000, 601, Verdict.MISSED),
        (100, 12, Verdict.MISSED),
        (10_000, 1_201, Verdict.ALARM),
        (10, 20, Verdict.ALARM),
    ],
)
def test_waste_is_judged_unrounded(cut: int, wasted: int, verdict: Verdict) -> None:
    figures = derive_figures(replace(EMPTY, portions_cut=cut, portions_wasted=wasted), SETTINGS)
    assert figures.waste_verdict is verdict
    assert (figures.waste_bp is None) == (cut == 0)


@pytest.mark.parametrize(
    ("expected", "good", "share_bp", "verdict"),
    [
        (0, 0, None, Verdict.NONE),
        (80, 76, 9_500, Verdict.MET),
        (80, 75, 9_375, Verdict.MISSED),
        (10_000, 9_499, 9_499, Verdict.MISSED),
        (8, 0, 0, Verdict.MISSED),
    ],
)
def test_yield_is_what_the_cutting_left_good(
    expected: int, good: int, share_bp: float | None, verdict: Verdict
) -> None:
    report = replace(
        EMPTY, portions_cut=expected, portions_spoiled=expected - good, portions_wasted=expected
    )
    figures = derive_figures(report, SETTINGS)
    assert figures.yield_bp == share_bp
    assert figures.yield_verdict is verdict


def test_targets_are_the_stores_own() -> None:
    strict = replace(SETTINGS, targets=Targets(100, 200, 9_900))
    report = replace(EMPTY, portions_cut=100, portions_spoiled=2, portions_wasted=2)
    figures = derive_figures(report, strict)
    assert (figures.waste_verdict, figures.yield_verdict) == (Verdict.MISSED, Verdict.MISSED)


@pytest.mark.parametrize(
    ("beyond_s", "verdict"), [(None, Verdict.NONE), (0.0, Verdict.MET), (0.5, Verdict.MISSED)]
)
def test_service_time_is_held_against_the_promise(beyond_s: float | None, verdict: Verdict) -> None:
    service_s = None if beyond_s is None else SETTINGS.promise_s + beyond_s
    figures = derive_figures(replace(EMPTY, median_service_s=service_s), SETTINGS)
    assert figures.service_verdict is verdict

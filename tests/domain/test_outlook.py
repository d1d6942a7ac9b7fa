from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.food_policy import SPECIFIED
from app.domain.outlook import Line, Outlook, outlook
from app.domain.portion import Inspected, Portion, PortionState
from app.domain.quality import score_of
from tests.support.sample_data import sample_settings

MODEL = QualityModel(timedelta(minutes=60), 1.3, 1.8, 63_000)
CUT = datetime(2026, 5, 9, 12, tzinfo=UTC)
POLICY = sample_settings().quality


def minutes(count: float) -> datetime:
    return CUT + timedelta(minutes=count)


READINGS = [(minutes(10 * index).timestamp(), 63_000) for index in range(-6, 60)]
CURVE = ExposureCurve(READINGS, None, MODEL, timedelta(minutes=15))
PORTION = Portion(
    UUID(int=1), "M-1", UUID(int=2), UUID(int=3), 0, PortionState.AVAILABLE, 1,
    CUT, minutes(240), UUID(int=4), "shelf 1", None, 10.0, None, None,
)  # fmt: skip


def ahead(portion: Portion = PORTION, at: float = 0) -> Outlook:
    kind = HoldingKind.HOT
    return outlook(portion, CURVE, CUT, kind, minutes(at), POLICY, SPECIFIED)


def test_a_fresh_slice_has_every_line_ahead_of_it_in_order() -> None:
    lines = [line for _, line in ahead().crossings]
    assert lines == [
        Line.BELOW_A,
        Line.BELOW_B,
        Line.MARKDOWN,
        Line.FLOOR,
        Line.AGING,
        Line.LAST_CALL,
        Line.REMOVAL,
        Line.EXPIRY,
    ]
    assert ahead().at(Line.REMOVAL) == minutes(225)
    assert ahead().at(Line.AGING) == minutes(120)
    floor = ahead().at(Line.FLOOR)
    assert floor is not None
    assert abs(floor - minutes(60)) < timedelta(milliseconds=1)
    assert ahead().sell_until == floor


def test_the_sell_within_bar_ends_at_the_removal_of_lasting_food() -> None:
    soon = replace(PORTION, expires_at=minutes(40))
    assert ahead(soon).sell_until == minutes(25)
    assert ahead(soon, 30).sell_until == minutes(30)


def test_a_line_already_crossed_is_not_ahead() -> None:
    poor = replace(PORTION, inspected=Inspected(minutes(5), 7.5))
    assert {Line.BELOW_A, Line.BELOW_B, Line.MARKDOWN}.isdisjoint(
        line for _, line in ahead(poor, 6).crossings
    )
    assert ahead(poor, 6).next is not None
    gone = ahead(at=500)
    assert (gone.crossings, gone.next, gone.sell_until) == ((), None, minutes(500))


@given(st.floats(0, 300), st.floats(0, 10))
def test_crossings_ascend_and_score_lines_have_their_score(at: float, initial: float) -> None:
    portion = replace(PORTION, initial_quality=initial)
    seen = ahead(portion, at)
    assert all(one[0] <= other[0] for one, other in pairwise(seen.crossings))
    assert all(moment > minutes(at) for moment, _ in seen.crossings)
    assert seen.sell_until >= minutes(at)
    for line, score in ((Line.BELOW_A, 9.0), (Line.BELOW_B, 8.0), (Line.FLOOR, 7.0)):
        moment = seen.at(line)
        if moment is not None and moment < minutes(580):
            assert abs(score_of(portion, CURVE, moment) - score) < 1e-4

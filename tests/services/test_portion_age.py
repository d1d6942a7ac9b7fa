"""Age and freshness run from the whole's preparation, whatever was cut when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from app.domain.freshness import Freshness
from app.services.portion_age import freshness_of, started_at
from tests.support.sample_data import stocked_view

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)


@pytest.mark.spec("BR-04.4")
def test_a_slice_goes_through_its_four_states() -> None:
    view = stocked_view(NOON)
    portion = next(each for each in view.portions.values() if each.code.startswith("P"))
    portion = replace(portion, cut_at=NOON, expires_at=NOON + timedelta(hours=4))
    whole = replace(view.wholes[portion.whole_id], prepared_at=NOON)
    view = replace(view, wholes=MappingProxyType({**view.wholes, whole.id: whole}))
    states = [
        freshness_of(view, portion, NOON + timedelta(minutes=minutes))
        for minutes in (119, 120, 180, 240)
    ]
    assert states == [Freshness.FRESH, Freshness.AGING, Freshness.LAST_CALL, Freshness.EXPIRED]


@pytest.mark.parametrize("minutes", [0, 45])
def test_the_clock_began_with_the_whole(minutes: int) -> None:
    view = stocked_view(NOON)
    portion = next(iter(view.portions.values()))
    prepared = portion.cut_at - timedelta(minutes=minutes)
    whole = replace(view.wholes[portion.whole_id], prepared_at=prepared)
    view = replace(view, wholes=MappingProxyType({**view.wholes, whole.id: whole}))
    assert started_at(view, portion) == prepared

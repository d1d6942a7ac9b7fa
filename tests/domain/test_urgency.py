from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.urgency import queue_key, urgency_of
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
TICKET = replace(
    sample_view(NOW).tickets[sample_id("ticket paid")],
    paid_at=NOW,
    promised_at=NOW + timedelta(minutes=10),
    acknowledged_at=NOW,
)


@pytest.mark.parametrize(
    ("after_s", "band"), [(0, "on_time"), (419, "on_time"), (420, "soon"), (600, "late")]
)
def test_bands_follow_the_promise(after_s: int, band: str) -> None:
    assert urgency_of(TICKET, NOW + timedelta(seconds=after_s)) == band


def test_an_unseen_ticket_is_new_until_it_presses() -> None:
    unseen = replace(TICKET, acknowledged_at=None)
    assert urgency_of(unseen, NOW) == "new"
    assert urgency_of(unseen, NOW + timedelta(minutes=8)) == "soon"


def test_food_that_will_not_last_pulls_the_deadline_forward() -> None:
    assert urgency_of(TICKET, NOW + timedelta(minutes=5), NOW + timedelta(minutes=5)) == "late"


def test_the_earlier_promise_comes_first() -> None:
    later = replace(TICKET, promised_at=NOW + timedelta(minutes=12))
    assert queue_key(TICKET, NOW) < queue_key(later, NOW)

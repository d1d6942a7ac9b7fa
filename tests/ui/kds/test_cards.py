from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from app.services.freshness import Freshness
from app.services.store_view import StoreView
from app.ui.kds.cards import Card, derive_cards
from app.ui.kds.work import derive_work
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 11, 0, tzinfo=UTC)
PAID = sample_id("ticket paid")


def cards_of(view: StoreView, now: datetime, station: str = "") -> list[Card]:
    return derive_cards(view, derive_work(view, now, Freshness(view)), now, station)


def _promised_in_ten_minutes() -> StoreView:
    view = sample_view(NOW)
    ticket = replace(
        view.tickets[PAID],
        paid_at=NOW,
        promised_at=NOW + timedelta(minutes=10),
        acknowledged_at=NOW,
    )
    return replace(view, tickets=MappingProxyType({**view.tickets, PAID: ticket}))


@pytest.mark.parametrize(
    ("passed_s", "key", "text"),
    [
        (419, "on_time", "■ ON TIME"),
        (420, "soon", "◆ SOON"),
        (599, "soon", "◆ SOON"),
        (600, "late", "▲ LATE"),
    ],
)
def test_a_card_says_how_much_of_the_promise_has_passed(passed_s: int, key: str, text: str) -> None:
    card = cards_of(_promised_in_ten_minutes(), NOW + timedelta(seconds=passed_s))[0]
    assert (card.urgencyKey, card.urgencyText) == (key, text)
    assert card.ageText == f"{passed_s // 60}:{passed_s % 60:02d}"


def test_a_portion_near_its_limit_makes_the_card_urgent() -> None:
    view = _promised_in_ten_minutes()
    line = view.lines_of(PAID)[0]
    assert line.portion_id is not None
    short = replace(view.portions[line.portion_id], expires_at=NOW + timedelta(minutes=4))
    view = replace(view, portions=MappingProxyType({**view.portions, short.id: short}))
    card = cards_of(view, NOW + timedelta(minutes=3))[0]
    assert card.urgencyKey == "soon"
    assert card.items[0]["note"] == "use in 1 min"


def test_an_unpaid_ticket_never_reaches_the_kitchen() -> None:
    view = sample_view(NOW)
    assert sample_id("ticket open") in view.tickets
    assert [card.key for card in cards_of(view, NOW)] == [str(PAID)]


def test_a_station_sees_only_its_lines() -> None:
    view = sample_view(NOW)
    split = [len(cards_of(view, NOW, str(key))[0].items) for key in view.stations]
    assert sorted(split) == [1, 2]
    assert len(cards_of(view, NOW)[0].items) == 3


def test_an_order_that_makes_another_good_goes_first() -> None:
    view = _promised_in_ten_minutes()
    ticket = replace(view.tickets[PAID], replaces_id=sample_id("ticket open"))
    view = replace(view, tickets=MappingProxyType({**view.tickets, PAID: ticket}))
    card = cards_of(view, NOW)[0]
    assert card.remadeText == "remake: first"


@pytest.mark.spec("FUL-R.4")
def test_a_guest_who_waits_too_long_turns_the_ticket_red_whatever_was_promised_later() -> None:
    view = _promised_in_ten_minutes()
    ticket = replace(
        view.tickets[PAID],
        delayed_from=NOW + timedelta(minutes=5),
        promised_at=NOW + timedelta(minutes=9),
    )
    view = replace(view, tickets=MappingProxyType({**view.tickets, PAID: ticket}))
    assert cards_of(view, NOW + timedelta(seconds=299))[0].urgencyKey == "soon"
    assert cards_of(view, NOW + timedelta(seconds=301))[0].urgencyKey == "late"

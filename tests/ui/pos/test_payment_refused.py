"""The store takes no money for food that nobody may have: the till says why, and what to do."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from app.domain.ids import new_id
from app.domain.portion import QualityStatus
from app.services.ports import Paid
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from app.ui.pos import payment_words
from tests.ui.pos.conftest import TillDriver

TAKEN_OUT = "Taken out of the order, nothing was paid."


def two_taken(till: TillDriver) -> Any:
    """Two slices in the order; the first one's portion."""
    till.tap("tile_M")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"], "held")
    code = till.lines()[0].detail[:6]
    return next(p for p in till.store.feed.known.portions.values() if p.code == code)


def refuses_once(
    till: TillDriver,
    monkeypatch: pytest.MonkeyPatch,
    refusal: Refused,
    before: Callable[[], object] = lambda: None,
) -> None:
    """The store, whose clock and readings are ahead of the till's, says no to the next payment."""
    selling = till.store.selling
    pay = selling.pay_cash

    async def no(*given: Any, **named: Any) -> Paid:
        monkeypatch.setattr(selling, "pay_cash", pay)
        before()
        raise refusal

    monkeypatch.setattr(selling, "pay_cash", no)


def picture(till: TillDriver, name: str) -> None:
    folder = os.environ.get("WEDGE_PICTURES")
    if folder:
        till.save(Path(folder) / f"{name}.png")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, "Its quality fell below what we sell."),
        ({"expires_at": timedelta(0)}, "It passed its limit."),
    ],
)
def test_what_left_the_order_at_payment_says_why(
    selling: TillDriver, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], why: str
) -> None:
    portion, feed = two_taken(selling), selling.store.feed
    refusal = Refused(RefusalCode.PORTION_EXPIRED, portion.code)
    new = {k: feed.now() + v if isinstance(v, timedelta) else v for k, v in change.items()}
    row = (Entity.PORTION, portion.id, replace(portion, **new))
    refuses_once(selling, monkeypatch, refusal, lambda: feed.put(row))
    selling.tap("payKey")
    selling.tap("exactKey")
    notice = selling.item("tillNotice")
    selling.until(lambda: str(notice.property("text")).startswith(f"{why} {TAKEN_OUT}"), why)
    assert notice.property("title") == "No longer fit for sale: Margherita"
    selling.until(lambda: selling.line_names() == ["Pepperoni"], "only that one left")
    picture(selling, "dropped")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"deviation_id": new_id()}, "It stood outside its temperature limit."),
        ({"quality_status": QualityStatus.HELD}, "The kitchen blocked it."),
    ],
)
def test_what_the_till_could_not_replace_in_time_has_its_words(
    selling: TillDriver, change: dict[str, Any], why: str
) -> None:
    portion, view = two_taken(selling), selling.store.feed.known
    portions = {**view.portions, portion.id: replace(portion, **change)}
    view = replace(view, portions=MappingProxyType(portions))
    lines = [each for each in view.ticket_lines.values() if each.portion_id == portion.id]
    _, text = payment_words.dropped(view, lines, selling.store.feed.now())
    assert text.startswith(f"{why} {TAKEN_OUT}")


def test_it_is_named_though_the_stores_picture_lost_the_line_first(
    selling: TillDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    portion, feed = two_taken(selling), selling.store.feed
    (line,) = (each for each in feed.known.ticket_lines.values() if each.portion_id == portion.id)
    refusal = Refused(RefusalCode.PORTION_EXPIRED, portion.code)
    gone = (Entity.TICKET_LINE, line.id, replace(line, voided=True))
    refuses_once(selling, monkeypatch, refusal, lambda: feed.put(gone))
    selling.tap("payKey")
    selling.item("exactKey")
    selling.tap("exactKey")
    notice = selling.item("tillNotice")
    selling.until(lambda: notice.property("title") == "No longer fit for sale: Margherita", "named")


@pytest.mark.parametrize(
    ("refusal", "title", "text"),
    [
        (
            Refused(RefusalCode.TEMPERATURE_VIOLATED, "M-2180"),
            "Outside the temperature limit: M-2180",
            "Nothing was paid. Nobody may sell it: take it out of the order, leave it where it is"
            " and tell the kitchen.",
        ),
        (
            Refused(RefusalCode.ENTRY_MISSED, "Cabinet 2"),
            "Nobody measured its temperature in time",
            "Cabinet 2 is silent. Nothing was paid or handed over: the kitchen measures it in"
            " Checks, then repeat.",
        ),
    ],
)
def test_a_unit_that_blocks_payment_says_what_to_do_and_keeps_the_order(
    selling: TillDriver, monkeypatch: pytest.MonkeyPatch, refusal: Refused, title: str, text: str
) -> None:
    two_taken(selling)
    refuses_once(selling, monkeypatch, refusal)
    selling.tap("payKey")
    selling.tap("exactKey")
    selling.until(lambda: selling.shows("payError"), "said")
    error = selling.item("payError")
    assert (error.property("title"), error.property("text")) == (title, text)
    assert selling.line_names() == ["Margherita", "Pepperoni"]
    picture(selling, refusal.code.value)
    selling.tap("exactKey")
    selling.until(lambda: selling.shows("change"), "paid once it may be")

"""What each kind of screen is told: displays no costs and nobody's data, the kitchen no guests."""

import json
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.data import rows
from app.domain.people import Mode
from app.services.offers import derive_offers
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_prices import set_pricing
from tests.data.test_recovery import rules
from tests.data.test_vouchers import granted
from tests.support.seed import PIZZA, SmallShop, Till, candidate, known_id

FIRST, OTHER = known_id("portion 1/0"), known_id("portion 2/0")


def told(link: psycopg.Connection[Any]) -> dict[str, Any]:
    row = link.execute("SELECT wedge.snapshot()").fetchone()
    assert row is not None
    return dict(row[0])


def trade(till: Till, portion: Any) -> Any:
    ticket, line = uuid4(), uuid4()
    till.reserve(ticket, candidate(portion), line=line)
    till.act("set_avoidance", ticket, "counter", ["tree_nuts"], False)
    return ticket


@pytest.mark.parametrize("mode", [Mode.CUSTOMER, Mode.KDS, Mode.POS])
def test_a_screen_follows_to_what_it_would_be_told_anew(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: Loop,
    mode: Mode,
) -> None:
    url = make_terminal("Screen", mode, "One" if mode is Mode.CUSTOMER else None)
    store = open_store(url)
    until(io_loop, lambda: store.feed.view is not None)
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        trade(two, OTHER)
        ticket = trade(one, FIRST)
        one.act("pay_cash", ticket, 8900, 9000)
        granted(one, small_store, 500)
    small_store.query("UPDATE wedge.products SET cost_minor = cost_minor + 7")
    set_pricing(small_store, min_margin="3/10")
    with psycopg.connect(url, autocommit=True) as link:
        until(io_loop, lambda: store.feed.view == rows.view(told(link)))
    view = store.feed.view
    assert view is not None and set(derive_offers(view, store.feed.now())) >= {PIZZA}


def test_a_guests_display_is_told_only_what_it_shows(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, limit_minor=100_000)
    set_pricing(small_store, min_margin="2/5", rounding_minor=1)
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        own, others = trade(one, FIRST), trade(two, OTHER)
        granted(two, small_store, 500)
        small_store.query("UPDATE wedge.products SET cost_minor = 2111")
        with psycopg.connect(make_terminal("D", Mode.CUSTOMER, "One"), autocommit=True) as link:
            seen = told(link)
            feed = link.execute("SELECT wedge.changes_since(0, 10000)").fetchone()
    text = json.dumps(seen) + json.dumps(feed)
    for secret in ("pin_salt", ": 2111,", "The manager", "The cashier", '"2/5"', "competitors"):
        assert secret not in text, secret
    hidden = {"staff", "print_jobs", "approvals", "tasks", "complaints", "vouchers"}
    assert not any(seen[each] for each in hidden)
    tickets = {each["id"]: each for each in seen["tickets"]}
    assert tickets[str(own)]["avoids"] == ["tree_nuts"]
    assert tickets[str(others)]["avoids"] == []
    assert {each["cost_minor"] for each in seen["products"]} == {3518}


def test_its_prices_are_the_tills_though_it_knows_no_margin(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The lowest price holds there too."""
    small_store.query("UPDATE wedge.products SET cost_minor = 6001, base_price_minor = 8900")
    set_pricing(small_store, min_margin="3/10", rounding_minor=1, markdown_at_floor="1/1")
    small_store.query("UPDATE wedge.portions SET inspected_score = 7.3,"
                      " inspected_at = clock_timestamp()")  # fmt: skip
    prices = []
    for url in (make_terminal("One"), make_terminal("D", Mode.CUSTOMER, "One")):
        with psycopg.connect(url, autocommit=True) as link:
            view = rows.view(told(link))
        now = small_store.one("SELECT clock_timestamp()")
        offer = derive_offers(view, now)[PIZZA]
        prices.append(offer.price and offer.price.amount_minor)
    assert prices == [8573, 8573], "6001 / (1 - 3/10)"


def test_the_kitchen_is_told_nothing_of_guests(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as one:
        ticket = trade(one, FIRST)
        granted(one, small_store, 500)
        one.act("park_ticket", ticket, "Somchai in blue")
        with psycopg.connect(make_terminal("K", Mode.KDS), autocommit=True) as link:
            seen = told(link)
            feed = link.execute("SELECT wedge.changes_since(0, 10000)").fetchone()
    assert "Somchai" not in json.dumps(seen) + json.dumps(feed)
    assert not seen["vouchers"] and not seen["complaints"]
    assert {each["customer_id"] for each in seen["tickets"]} == {None}

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


def losing_promotion(shop: SmallShop) -> None:
    """One that lost 12,345 of 23,456,789, one on a shared code, and one that is nearly over."""
    approved = {"approved_by": "The manager", "until": "2099-01-01T00:00:00",
                "reason": "Opening", "budget_minor": 23_456_789}  # fmt: skip
    set_pricing(shop, promotions=[
        {"id": "opening", "name": "Opening", "kind": "percent", "percent": "1/10",
         "approval": approved},
        {"id": "friends", "name": "Friends", "kind": "percent", "percent": "1/5",
         "coupon": "FRIENDS20", "approval": approved},
        {"id": "ending", "name": "Ending", "kind": "percent", "percent": "1/20",
         "approval": approved | {"budget_minor": 23_456}}])  # fmt: skip
    shop.query("INSERT INTO wedge.promotion_losses (id, promotion_id, used_minor) VALUES"
               " (gen_random_uuid(), 'opening', 12345), (gen_random_uuid(), 'friends', 12345),"
               " (gen_random_uuid(), 'ending', 23400)")  # fmt: skip


@pytest.mark.parametrize("mode", [Mode.CUSTOMER, Mode.KDS])
def test_budgets_losses_and_shared_codes_stay_at_the_tills(
    small_store: SmallShop, make_terminal: MakeTerminal, mode: Mode
) -> None:
    """Whether a promotion may still lose what one portion can cost it is all that moves a price."""
    losing_promotion(small_store)
    url = make_terminal("Screen", mode, "One" if mode is Mode.CUSTOMER else None)
    with Till(make_terminal("One")) as one:
        one.act("pay_cash", trade(one, FIRST), 8900, 9000)
    with psycopg.connect(url, autocommit=True) as link:
        seen = told(link)
        feed: Any = link.execute("SELECT wedge.changes_since(0, 10000)").fetchone()
    people = seen.pop("staff")  # the kitchen signs in by name
    text = json.dumps(seen) + json.dumps([each for each in feed[0]["rows"] if each[1] != "staff"])
    for secret in ("FRIENDS20", "23456789", "12345", "The cashier"):
        assert secret not in text, secret
    losses = {each["promotion_id"]: each["used_minor"] for each in seen["promotion_losses"]}
    left = {each["id"]: each["approval"]["budget_minor"] - losses[each["id"]]
            for each in seen["settings"]["pricing"]["promotions"]}  # fmt: skip
    assert left == {"opening": 1_000_000_000, "ending": 56}
    assert len(rows.view(seen | {"staff": people}).promotion_losses) == 2
    if mode is Mode.KDS:
        assert [len(each["lines"]) for each in seen["receipts"]] == [1]


def test_trainings_are_told_where_they_are_asked_for(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    small_store.query(
        "INSERT INTO wedge.trainings (id, staff_id, kind, held_on, valid_until, note, recorded_by)"
        " VALUES (gen_random_uuid(), %s, 'allergens', '2026-01-01', '2099-01-01', 'by Somchai',"
        " %s)",
        known_id("kitchen"), known_id("manager"),
    )  # fmt: skip
    for mode, count in ((Mode.CUSTOMER, 0), (Mode.POS, 0), (Mode.KDS, 1), (Mode.MANAGER, 1)):
        url = make_terminal(f"Screen {mode}", mode, "One" if mode is Mode.CUSTOMER else None)
        with psycopg.connect(url, autocommit=True) as link:
            seen = told(link)
        assert len(seen["trainings"]) == count, mode
        assert ("by Somchai" in json.dumps(seen)) == (mode is Mode.MANAGER)

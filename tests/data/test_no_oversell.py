"""One portion, one buyer: whoever asks, however many at once, and even by direct SQL."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import uuid4

import psycopg
import pytest

from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, hint
from tests.support.seed import SmallShop, Till, candidate, known_id, portion_ids

CLIENTS, ATTEMPTS = 20, 25


def keep(shop: SmallShop, count: int) -> None:
    """Waste all portions but the first `count`."""
    shop.query(
        "UPDATE wedge.portions SET state = 'wasted' WHERE id <> ALL (%s)", portion_ids()[:count]
    )


def patient(call: Callable[[], object]) -> None:
    """Ask again while the store is too busy for a second, as a terminal does."""
    while True:
        try:
            call()
        except psycopg.errors.LockNotAvailable:
            continue
        return


@pytest.mark.spec("POS-R2.1")
def test_twenty_buyers_of_eight_slices(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    """Each buys what it can get and asks on when nothing is left."""
    keep(small_store, 8)
    slices = portion_ids()[:8]
    urls = [make_terminal(f"Till {number}") for number in range(CLIENTS)]
    start = threading.Barrier(CLIENTS)

    def buy(number: int) -> tuple[int, set[str | None]]:
        bought = 0
        refusals: set[str | None] = set()
        with Till(urls[number]) as till:
            start.wait()
            for _ in range(ATTEMPTS):
                ticket = uuid4()
                try:
                    patient(partial(till.reserve, ticket, *map(candidate, slices)))
                    patient(partial(till.act, "pay_cash", ticket, 8900, 8900))
                    bought += 1
                except psycopg.Error as error:
                    refusals.add(hint(error))
        return bought, refusals

    with ThreadPoolExecutor(CLIENTS) as pool:
        outcomes = list(pool.map(buy, range(CLIENTS)))
    assert sum(bought for bought, _ in outcomes) == 8
    assert set().union(*(refusals for _, refusals in outcomes)) == {"gone"}
    states = "SELECT state, count(*) FROM wedge.portions GROUP BY state ORDER BY state"
    assert small_store.query(states) == [("committed", 8), ("wasted", 12)]
    with Till(make_terminal("Manager's"), "manager") as manager:
        for epoch in (0, 1, 2):
            with pytest.raises(psycopg.Error) as refused:
                manager.reserve(uuid4(), *(candidate(each, epoch) for each in slices))
            assert hint(refused.value) == "gone"
    sell_again = (
        "INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name, portion_id,"
        " allergens, quantity, base_price_minor, unit_price_minor, breakdown, tax_rate_bp)"
        " SELECT gen_random_uuid(), ticket_id, 99, product_id, name, portion_id, allergens, 1,"
        " 0, 0, '[]', 0 FROM wedge.ticket_lines WHERE portion_id = %s"
    )
    with pytest.raises(psycopg.errors.UniqueViolation):
        small_store.query(sell_again, FIRST)
    with pytest.raises(psycopg.errors.CheckViolation):
        small_store.query("UPDATE wedge.portions SET state = 'reserved' WHERE id = %s", FIRST)


@pytest.mark.spec("FUL-01.5")
def test_the_only_portion_left_goes_to_one_of_two(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    keep(small_store, 1)
    urls = [make_terminal(name) for name in ("One", "Two")]
    start = threading.Barrier(2)

    def confirm(url: str) -> str | None:
        with Till(url) as till:
            start.wait()
            try:
                till.reserve(uuid4(), *(candidate(each) for each in portion_ids()))
            except psycopg.Error as refused:
                return hint(refused)
        return "held"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(map(str, pool.map(confirm, urls))) == ["gone", "held"]
    states = "SELECT state, count(*) FROM wedge.portions GROUP BY state ORDER BY state"
    assert small_store.query(states) == [("reserved", 1), ("wasted", 19)]
    tickets = "SELECT count(*) FROM wedge.tickets WHERE held_until > now()"
    assert small_store.one(tickets) == 1


@pytest.mark.spec("POS-04.3")
def test_a_second_hold_of_a_portion_by_sql_is_rejected(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST), line=line)
    ((held_portion, held_line, terminal, person, began, ends, now),) = small_store.query(
        "SELECT l.portion_id, l.id, m.name, t.staff_id, j.at, p.reserved_until, now()"
        "  FROM wedge.portions p JOIN wedge.tickets t ON t.id = p.ticket_id"
        "  JOIN wedge.ticket_lines l ON l.portion_id = p.id AND NOT l.voided"
        "  JOIN wedge.terminals m ON m.id = t.terminal_id"
        "  JOIN wedge.journal j ON j.body ->> 'line_id' = l.id::text AND j.action = 'reserve'"
    )
    assert (held_portion, held_line, terminal) == (FIRST, line, "One")
    assert person == known_id("cashier") and began < now < ends
    second = (
        "INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name, portion_id,"
        " allergens, quantity, base_price_minor, unit_price_minor, breakdown, tax_rate_bp)"
        " SELECT gen_random_uuid(), ticket_id, 2, product_id, name, portion_id, allergens, 1,"
        " base_price_minor, unit_price_minor, breakdown, tax_rate_bp FROM wedge.ticket_lines"
    )
    with pytest.raises(psycopg.errors.UniqueViolation):
        small_store.query(second)
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 1

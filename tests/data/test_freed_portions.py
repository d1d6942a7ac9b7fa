"""Whatever way a portion becomes free, the guest who waits longest for one like it gets it."""

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from app.domain.portion import Grade
from tests.conftest import MakeTerminal
from tests.data.looked_at import Shop
from tests.data.test_choices import as_map
from tests.data.test_fill_waiting import line_of, still_waits, waiting
from tests.data.test_sale_clocks import change
from tests.support.seed import PRICE_MINOR, SmallShop, Till, candidate, known_id

FIRST, SECOND, OTHER, NEXT = (known_id(f"portion {n}") for n in ("1/0", "1/1", "2/0", "2/1"))


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def held(shop: Shop, portion: UUID = OTHER, till: Till | None = None) -> tuple[UUID, UUID]:
    """An order that is not paid, and its line."""
    ticket, line = uuid4(), uuid4()
    (till or shop.till).reserve(ticket, candidate(portion), line=line)
    return ticket, line


def remove(shop: Shop) -> Callable[[], Any]:
    _, line = held(shop)
    return lambda: shop.till.act("remove_line", line)


def cancel(shop: Shop) -> Callable[[], Any]:
    ticket, _ = held(shop)
    return lambda: shop.till.act("void_ticket", ticket)


def lapse(shop: Shop) -> Callable[[], Any]:
    """The till that held it is gone; another terminal's heartbeat finds the hold run out."""
    held(shop)

    def heartbeat() -> None:
        shop.small.query("UPDATE wedge.portions SET reserved_until = clock_timestamp()"
                         " WHERE state = 'reserved'")  # fmt: skip
        shop.kitchen.call("heartbeat")

    return heartbeat


def put_back(shop: Shop) -> Callable[[], Any]:
    ticket, line = shop.sell(OTHER)
    words = [{"line_id": str(line), "goods": "put_back", "amount_minor": None}]
    shop.small.query("UPDATE wedge.settings SET document = jsonb_set(document, '{refunds}',"
                     " '{\"cashier_limit_minor\": 100000, \"window_s\": 86400}')")  # fmt: skip
    return lambda: shop.till.act("refund_ticket", uuid4(), ticket, json.dumps(words), "Left", None)


def second_look(shop: Shop) -> Callable[[], Any]:
    shop.look(OTHER, 6.9, causes=["age"])
    return lambda: shop.look(OTHER, 9.5)


@pytest.mark.parametrize("way", [remove, cancel, lapse, put_back, second_look])
def test_a_freed_portion_goes_to_who_waits_longest(
    shop: Shop, way: Callable[[Shop], Callable[[], Any]]
) -> None:
    """Two guests wait; the one that began first gets it, at the price that was paid, at once."""
    free_it = way(shop)
    (ticket, early), (_, late) = waiting(shop, FIRST, SECOND)
    promised = shop.small.one("SELECT promised_at FROM wedge.tickets WHERE id = %s", ticket)
    assert still_waits(shop, early) and still_waits(shop, late)
    free_it()
    assert line_of(shop, early) == (
        known_id("whole 2"), "committed", True, "queued", "P-100", "age", PRICE_MINOR,
        "substituted",
    )  # fmt: skip
    assert still_waits(shop, late)
    kept = shop.small.query(
        "SELECT former_id, portion_id, charged_minor, staff_id FROM wedge.allocation_decisions"
        " WHERE kind = 'substituted'"
    )
    assert kept == [(FIRST, OTHER, PRICE_MINOR, None)]
    said = shop.small.one("SELECT body FROM wedge.journal WHERE action = 'fill waiting'")
    number = shop.small.one("SELECT number FROM wedge.tickets WHERE id = %s", ticket)
    assert (said["portion"], said["orders"]) == ("P-200", {"P-200": number})
    assert shop.small.one("SELECT promised_at FROM wedge.tickets WHERE id = %s", ticket) == promised


def test_what_does_not_suit_goes_on_sale(shop: Shop) -> None:
    """It was an A when it was cut, and is none by now."""
    _, line = held(shop)
    ((_, waits),) = waiting(shop, FIRST)
    change(shop.small, "inspected_score = 8.9, inspected_at = clock_timestamp() WHERE id = %s",
           OTHER)  # fmt: skip
    shop.till.act("remove_line", line)
    state = "SELECT state, ticket_id FROM wedge.portions WHERE id = %s"
    assert shop.small.query(state, OTHER) == [("available", None)]
    assert still_waits(shop, waits)
    # Somebody finds it better than the curve thought: it is an A, and hers.
    shop.look(OTHER, 9.2)
    assert not still_waits(shop, waits)


def test_a_new_order_does_not_overtake_with_what_a_dead_till_held(shop: Shop) -> None:
    held(shop)
    ((_, waits),) = waiting(shop, FIRST)
    shop.small.query("UPDATE wedge.portions SET reserved_until = clock_timestamp()"
                     " WHERE state = 'reserved'")  # fmt: skip
    epoch = shop.small.one("SELECT epoch FROM wedge.portions WHERE id = %s", OTHER)
    with pytest.raises(psycopg.Error, match="gone"):
        shop.till.reserve(uuid4(), candidate(OTHER, epoch))
    shop.kitchen.call("heartbeat")
    assert not still_waits(shop, waits)


def test_what_another_line_leaves_is_free_for_who_waits(shop: Shop) -> None:
    """A cashier gives a guest a B instead; the A that comes free goes to the one who waits."""
    _, line = held(shop)
    _, its = held(shop, NEXT)
    ((_, waits),) = waiting(shop, FIRST)
    change(shop.small, "inspected_score = 8.4, inspected_at = clock_timestamp() WHERE id = %s",
           NEXT)  # fmt: skip
    shop.till.act("remove_line", its)
    assert still_waits(shop, waits)
    epoch = shop.small.one("SELECT epoch FROM wedge.portions WHERE id = %s", NEXT)
    other = json.dumps(as_map(candidate(NEXT, epoch), Grade.B))
    shop.till.act("swap_line", line, other, "guest_request", "", None)
    assert not still_waits(shop, waits)
    assert shop.small.one("SELECT portion_id FROM wedge.ticket_lines WHERE id = %s", waits) == OTHER


def test_portions_freed_at_once_go_to_one_guest_each(
    shop: Shop, make_terminal: MakeTerminal
) -> None:
    """Two tills let go at the same moment; who was worked on meanwhile has his at the heartbeat."""
    with Till(make_terminal("Two")) as two:
        tills = (shop.till, two)
        lines = [held(shop, each, till)[1] for each, till in zip((OTHER, NEXT), tills, strict=True)]
        waits = [line for _, line in waiting(shop, FIRST, SECOND)]
        start = threading.Barrier(2)

        def let_go(number: int) -> None:
            start.wait(timeout=10)
            tills[number].act("remove_line", lines[number])

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(let_go, range(2)))
        shop.small.query("UPDATE wedge.terminals SET last_seen_at = NULL")
        shop.kitchen.call("heartbeat")
    assert not any(still_waits(shop, each) for each in waits)
    taken = shop.small.query("SELECT portion_id FROM wedge.ticket_lines WHERE id = ANY (%s)", waits)
    assert {row[0] for row in taken} == {OTHER, NEXT}

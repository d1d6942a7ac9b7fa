"""Guests wait for a new whole: the cut gives them its portions, in the order they began to wait."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.looked_at import Shop
from tests.data.test_fallen_in_order import look, settle
from tests.support.seed import CABINET, PIZZA, PRICE_MINOR, TENTHS, SmallShop, Till, known_id

FIRST, SECOND = known_id("portion 1/0"), known_id("portion 1/1")


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def waiting(shop: Shop, *portions: UUID) -> list[tuple[UUID, UUID]]:
    """Paid orders whose portions fell, and whose guests wait for a new whole.

    All are sold before the first is looked at: after that its siblings are off sale. Nothing else
    is there, or they would get that.
    """
    shop.small.query("UPDATE wedge.portions SET state = 'wasted' WHERE state = 'available'"
                     " AND whole_id = %s RETURNING id", known_id("whole 2"))  # fmt: skip
    sold = [shop.sell(portion) for portion in portions]
    for portion, (_, line) in zip(portions, sold, strict=True):
        look(shop, portion, 6.0, {}, causes=["age"])
        settle(shop, line, "wait")
    return sold


def wholes(shop: Shop, count: int) -> list[UUID]:
    end = datetime.now(UTC) + timedelta(hours=9)
    return [UUID(each) for each in shop.kitchen.act("receive_wholes", PIZZA, count, end)["ids"]]


def cut(kitchen: Till, whole: UUID, *, score: float | None = 9.5, weights: Any = None) -> Any:
    """Two portions of the whole turn out well."""
    return kitchen.act("cut_whole", whole, TENTHS, 2, CABINET, "B", score, weights)


def line_of(shop: Shop, line: UUID) -> Any:
    return shop.small.query(
        "SELECT p.whole_id, p.state, l.waits_since IS NULL, l.kitchen_state, l.former_code,"
        " l.former_reason, l.unit_price_minor, l.choice_reason FROM wedge.ticket_lines l"
        " JOIN wedge.portions p ON p.id = l.portion_id WHERE l.id = %s", line)[0]  # fmt: skip


def still_waits(shop: Shop, line: UUID) -> bool:
    return not line_of(shop, line)[2]


def test_the_cut_gives_its_portions_to_whoever_waited_longest(shop: Shop) -> None:
    """Two wait; one portion of the first whole is sound, the other is off its weight."""
    (ticket, early), (_, late) = waiting(shop, FIRST, SECOND)
    # The one that began to wait first is served first, whichever was sold first.
    shop.small.query("UPDATE wedge.ticket_lines SET waits_since = waits_since - interval '1 hour'"
                     " WHERE id = %s RETURNING id", late)  # fmt: skip
    promised = shop.small.one("SELECT promised_at FROM wedge.tickets WHERE id = %s", ticket)
    one, two = wholes(shop, 2)
    said = cut(shop.kitchen, one, weights=[120_000, 200_000])
    assert len(said["given"]) == 1
    taken = (one, "committed", True, "queued", "P-101", "age", PRICE_MINOR, "substituted")
    assert line_of(shop, late) == taken
    assert still_waits(shop, early)
    assert shop.small.query("SELECT count(*) FROM wedge.portions WHERE whole_id = %s"
                            " AND state = 'committed'", one) == [(1,)]  # fmt: skip
    cut(shop.kitchen, two)
    assert line_of(shop, early)[:3] == (two, "committed", True)
    left = "SELECT state FROM wedge.portions WHERE whole_id = %s AND state <> 'wasted' ORDER BY 1"
    assert shop.small.query(left, two) == [("available",), ("committed",)]
    told = shop.small.one("SELECT promised_at FROM wedge.tickets WHERE id = %s", ticket)
    assert told == promised, "the time that was told stays"
    shop.small.query("UPDATE wedge.wholes SET checks_missing = '{}' RETURNING id")
    shop.kitchen.act("verify_line", early, None)
    shop.kitchen.act("serve_ticket", ticket)
    kept = shop.small.query("SELECT former_id, reason, charged_minor FROM"
                            " wedge.allocation_decisions WHERE line_id = %s"
                            " AND kind = 'substituted'", early)  # fmt: skip
    assert kept == [(FIRST, "age", PRICE_MINOR)]
    said = shop.small.one("SELECT body FROM wedge.journal WHERE action = 'fill waiting' LIMIT 1")
    assert list(said["orders"].values()) == [shop.small.one(
        "SELECT t.number FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id"
        " WHERE l.id = %s", late)]  # fmt: skip


def test_both_get_one_of_the_same_whole(shop: Shop) -> None:
    lines = [line for _, line in waiting(shop, FIRST, SECOND)]
    (one,) = wholes(shop, 1)
    assert len(cut(shop.kitchen, one)["given"]) == 2
    assert all(line_of(shop, each)[:3] == (one, "committed", True) for each in lines)
    taken = shop.small.query("SELECT count(DISTINCT portion_id) FROM wedge.ticket_lines"
                             " WHERE id = ANY (%s)", lines)  # fmt: skip
    assert taken == [(2,)]


def test_two_kitchens_that_cut_at_once_fill_a_line_once(
    shop: Shop, make_terminal: MakeTerminal
) -> None:
    ((_, line),) = waiting(shop, FIRST)
    one, two = wholes(shop, 2)
    given: list[int] = []
    start = threading.Barrier(2)

    def work(url: str, whole: UUID) -> None:
        with Till(url, "kitchen") as kitchen:
            start.wait(timeout=10)
            given.append(len(cut(kitchen, whole)["given"]))

    names = ("Left", "Right")
    urls = [make_terminal(name, Mode.KDS) for name in names]
    threads = [
        threading.Thread(target=work, args=(urls[at], whole)) for at, whole in enumerate((one, two))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(given) == [0, 1]
    assert shop.small.query("SELECT count(*) FROM wedge.portions WHERE state = 'committed'"
                            " AND whole_id IN (%s, %s)", one, two) == [(1,)]  # fmt: skip
    assert not still_waits(shop, line)


def test_what_was_cut_without_a_score_is_given_when_it_has_one(shop: Shop) -> None:
    ((_, line),) = waiting(shop, FIRST)
    (one,) = wholes(shop, 1)
    assert cut(shop.kitchen, one, score=None)["given"] == {}
    assert still_waits(shop, line)
    shop.kitchen.act("score_whole", one, 9.2)
    assert line_of(shop, line)[:3] == (one, "committed", True)


def test_a_whole_that_does_not_suit_fills_nothing(shop: Shop) -> None:
    """Of a lower grade than was sold, or with what the guest avoids."""
    ((ticket, line),) = waiting(shop, FIRST)
    low, avoided, fit = wholes(shop, 3)
    assert cut(shop.kitchen, low, score=7.4)["given"] == {}
    shop.small.query("UPDATE wedge.wholes SET allergens = '{milk,wheat,soybeans}' WHERE id = %s"
                     " RETURNING id", avoided)  # fmt: skip
    shop.small.query("UPDATE wedge.tickets SET avoids = '{soybeans}' WHERE id = %s"
                     " RETURNING id", ticket)  # fmt: skip
    assert cut(shop.kitchen, avoided)["given"] == {}
    assert still_waits(shop, line)
    assert len(cut(shop.kitchen, fit)["given"]) == 1


def test_a_guest_who_took_the_money_back_gets_nothing(shop: Shop) -> None:
    ((_, line),) = waiting(shop, FIRST)
    settle(shop, line, "refund")
    (one,) = wholes(shop, 1)
    assert cut(shop.kitchen, one)["given"] == {}

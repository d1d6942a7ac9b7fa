"""What one station does to the stock is in every other station's picture within two seconds."""

from datetime import datetime, timedelta
from time import monotonic
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.portion import PortionState
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_no_oversell import keep
from tests.support.seed import (
    CABINET,
    EIGHTHS,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
    portion_ids,
)

VISIBLE_S = 2.0


def free(store: PgStore) -> int:
    """Portions that the station counts as available."""
    view = store.feed.view
    assert view is not None
    return sum(each.state is PortionState.AVAILABLE for each in view.portions.values())


def all_show(loop: Loop, count: int, *stores: PgStore) -> bool:
    """Wait for the count on every station; tells whether it took at most two seconds."""
    began = monotonic()
    until(loop, lambda: all(free(store) == count for store in stores))
    return monotonic() - began <= VISIBLE_S


@pytest.mark.spec("BR-08.1")
def test_a_sale_at_one_till_is_on_the_other_and_in_the_kitchen(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    keep(small_store, 8)
    till_1 = make_terminal("One")
    stations = (open_store(make_terminal("Two")), open_store(make_terminal("K", Mode.KDS)))
    until(io_loop, lambda: all(each.feed.view for each in stations))
    assert all_show(io_loop, 8, *stations)
    with Till(till_1) as till:
        ticket = uuid4()
        for portion in portion_ids()[:2]:
            till.reserve(ticket, candidate(portion))
        till.act("pay_cash", ticket, 17800, 17800)
        assert all_show(io_loop, 6, *stations)


@pytest.mark.spec("POS-03.5")
def test_a_hold_and_its_release_are_on_the_other_till(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    keep(small_store, 2)
    other = open_store(make_terminal("Two"))
    until(io_loop, lambda: other.feed.view is not None)
    assert all_show(io_loop, 2, other)
    with Till(make_terminal("One")) as till:
        ticket, line = uuid4(), uuid4()
        till.reserve(ticket, candidate(portion_ids()[0]), line=line)
        till.reserve(ticket, candidate(portion_ids()[1]))
        assert all_show(io_loop, 0, other)
        till.act("remove_line", line)
        assert all_show(io_loop, 1, other)


def cut_with_limit(
    shop: SmallShop, make_terminal: MakeTerminal, hours: int
) -> tuple[datetime, datetime, datetime]:
    """Cut the seeded whole (a day of its own left); its end, its cut, its portions' end."""
    shop.query(
        "UPDATE wedge.products SET after_cut_limit_s = %s WHERE id = %s", hours * 3600, PIZZA
    )
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)[
            "ids"
        ]
    rows = shop.query(
        "SELECT DISTINCT w.expires_at, w.cut_at, p.expires_at FROM wedge.portions p"
        "  JOIN wedge.wholes w ON w.id = p.whole_id WHERE p.id = ANY (%s)",
        [UUID(each) for each in made],
    )
    assert len(rows) == 1
    whole_ends, cut_at, portions_end = rows[0]
    return whole_ends, cut_at, portions_end


@pytest.mark.spec("BR-05.1")
@pytest.mark.parametrize("hours", [72, 2])
def test_a_portion_ends_with_its_whole_or_its_limit(
    small_store: SmallShop, make_terminal: MakeTerminal, hours: int
) -> None:
    """Cutting never lengthens the life: 72 h after the cut would be two days too long."""
    whole_ends, cut_at, portions_end = cut_with_limit(small_store, make_terminal, hours)
    assert whole_ends < cut_at + timedelta(hours=72)
    assert portions_end == (whole_ends if hours == 72 else cut_at + timedelta(hours=hours))


def test_a_cut_that_breaks_off_changes_nothing(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    before = "SELECT state, count(*) FROM wedge.wholes GROUP BY 1 ORDER BY 1"
    wholes, portions = small_store.query(before), len(portion_ids())
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        kitchen.link.autocommit = False
        kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)
        kitchen.link.pgconn.finish()
    assert small_store.query(before) == wholes
    assert small_store.one("SELECT count(*) FROM wedge.portions") == portions


@pytest.mark.spec("BR-08.4")
def test_one_portion_more_than_the_whole_is_rejected(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Eight slices, six sold and two available; a ninth by direct SQL."""
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)[
            "ids"
        ]
    with Till(make_terminal("One")) as till:
        for each in made[:6]:
            ticket = uuid4()
            till.reserve(ticket, candidate(UUID(each)))
            till.act("pay_cash", ticket, 8900, 8900)
    states = "SELECT state, count(*) FROM wedge.portions WHERE whole_id = %s GROUP BY 1 ORDER BY 1"
    stock = [("available", 2), ("committed", 6)]
    assert small_store.query(states, known_id("uncut")) == stock
    for wedge in (0, 7, 8, 15):
        with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.UniqueViolation)):
            small_store.query(
                "INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
                " expires_at, holding_unit_id, place, initial_quality) VALUES (gen_random_uuid(),"
                " 'X', %s, %s, %s, 'available', now(), now() + interval '1 h', %s, 'A', 10)",
                PIZZA, known_id("uncut"), wedge, CABINET,
            )  # fmt: skip
    assert small_store.query(states, known_id("uncut")) == stock

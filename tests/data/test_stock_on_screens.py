"""What one station does to the stock is in every other station's picture within two seconds."""

from time import monotonic
from uuid import uuid4

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.portion import PortionState
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_no_oversell import keep
from tests.support.seed import (
    SmallShop,
    Till,
    candidate,
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

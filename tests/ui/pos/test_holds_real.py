"""How long an order keeps its portions, on the real store and by its clock alone."""

from uuid import UUID, uuid4

import psycopg
import pytest

from app.services.ports import LinkState
from app.ui.customer.display import derive_display
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, hint
from tests.support.seed import SmallShop, Till, candidate
from tests.ui.pos.conftest import OpenTill, TillDriver

LEFT = "SELECT round(extract(epoch FROM held_until - clock_timestamp())) FROM wedge.tickets"


def leave(shop: SmallShop, seconds: int) -> None:
    """So many seconds are left of every hold, as if the rest had passed."""
    for table, column, where in (
        ("portions", "reserved_until", "state = 'reserved'"),
        ("tickets", "held_until", "state = 'open'"),
    ):
        shop.query(
            f"UPDATE wedge.{table} SET {column} = clock_timestamp()"
            f" + make_interval(secs => %s) WHERE {where}", seconds,
        )  # fmt: skip


def pass_s(shop: SmallShop, seconds: int) -> None:
    """So many seconds pass."""
    shop.query(
        "UPDATE wedge.portions SET reserved_until = reserved_until - make_interval(secs => %s)"
        " WHERE state = 'reserved'", seconds,
    )  # fmt: skip


def take(till: Till, ticket: UUID, portion: UUID, epoch: int) -> str:
    try:
        till.reserve(ticket, candidate(portion, epoch=epoch))
    except psycopg.Error as refused:
        return hint(refused)
    return "held"


@pytest.mark.spec("POS-04.4")
def test_a_hold_ends_by_the_stores_clock_warns_is_prolonged_once_and_suffices_for_paying(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    # Untouched for 300 s, and its terminal is off.
    with Till(make_terminal("Off")) as off:
        off.reserve(uuid4(), candidate(FIRST))
    with Till(make_terminal("Other")) as other:
        ticket = uuid4()
        pass_s(small_store, 295)
        assert take(other, ticket, FIRST, 1) == "gone"
        pass_s(small_store, 7)
        assert take(other, ticket, FIRST, 1) == "held", "302 s have passed"
        other.act("void_ticket", ticket)
    # A minute before its end both screens say so; the cashier adds two minutes, once.
    till = open_real("One")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    leave(small_store, 59)
    till.until(lambda: till.item("holdPill").property("tone") == "warning")
    feed = till.store.feed
    shown = derive_display(feed.view, till.store.terminal_id, feed.now(), LinkState.LIVE)
    assert shown.hold.startswith("Kept for you for another 0:")
    till.tap("prolongKey")
    till.until(lambda: not till.shows("prolongKey"))
    assert 165 <= own(small_store, till) <= 180
    leave(small_store, 40)
    till.until(lambda: till.text("holdPill").startswith("held 0:"))
    till.tick()
    assert not till.shows("prolongKey"), "only once"
    till.tap("payKey")
    till.until(lambda: own(small_store, till) > 100)
    assert 110 <= own(small_store, till) <= 120


def own(shop: SmallShop, till: TillDriver) -> float:
    """The seconds left of the till's own order."""
    ticket = till.program.till._order.ticket_id
    return float(shop.one(f"{LEFT} WHERE id = %s", ticket))


def test_the_manager_sets_how_long_a_hold_lasts(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    small_store.query(
        'UPDATE wedge.settings SET document = document || \'{"allocation": {"version": 1,'
        ' "hold_s": 90}}\''
    )
    with Till(make_terminal("One")) as till:
        till.reserve(uuid4(), candidate(FIRST))
    assert 85 <= float(small_store.one(LEFT)) <= 90
    for seconds, taken in ((59, False), (60, True), (900, True), (901, False)):
        check = f"SELECT wedge.check_policy('allocation', '{{\"hold_s\": {seconds}}}')"
        if taken:
            small_store.query(check)
        else:
            with pytest.raises(psycopg.Error):
                small_store.query(check)

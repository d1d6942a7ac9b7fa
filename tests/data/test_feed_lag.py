"""Each terminal's lag is measured by the store and kept: the longest wait per terminal and hour."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from app.domain.people import Mode
from app.domain.policy import Targets
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, settle, until
from tests.support.seed import SmallShop, Till, candidate, portion_ids

MODES = (Mode.POS, Mode.POS, Mode.KDS, Mode.CUSTOMER, Mode.MANAGER)


@pytest.mark.spec("FUL-R.1")
def test_five_clients_and_a_hundred_changes_of_stock(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """The largest lag that the store recorded of each is within the rule, and none is missing."""
    urls = [
        make_terminal(f"Screen {n}", mode, "Screen 0" if mode is Mode.CUSTOMER else None)
        for n, mode in enumerate(MODES)
    ]
    stores = [open_store(url) for url in urls]
    office = stores[-1]
    until(io_loop, lambda: all(store.feed.view is not None for store in stores))
    until(io_loop, lambda: small_store.one("SELECT count(*) FROM wedge.feed_seen") == 5)
    since, first = datetime.now(UTC) - timedelta(minutes=1), seen(small_store)
    with Till(make_terminal("Trader")) as trader:
        for number in range(50):
            ticket = uuid4()
            trader.reserve(ticket, candidate(portion_ids()[number % 20], number // 20 * 2))
            trader.act("void_ticket", ticket)
    changes = small_store.one(
        "SELECT count(*) FROM wedge.feed WHERE entity = 'portions' AND seq > %s", max(first)
    )
    assert changes == 100
    head = small_store.one("SELECT max(seq) FROM wedge.feed WHERE entity = 'portions'")
    until(io_loop, lambda: min(seen(small_store)) >= head)
    for store in stores[:3] + stores[4:]:
        settle(io_loop, store, small_store)
    lags = {each.terminal_id: each for each in io_loop.run_until_complete(
        office.records.lags(since)
    )}  # fmt: skip
    for store in stores:
        found = lags[store.terminal_id]
        assert found.changes >= 100
        assert found.most_ms is not None
        assert 0 <= found.last_ms <= found.most_ms <= Targets().news_within.total_seconds() * 1000


def seen(shop: SmallShop) -> list[int]:
    return [row[0] for row in shop.query("SELECT seq FROM wedge.feed_seen ORDER BY terminal_id")]


def test_what_a_terminal_missed_is_its_lag_and_a_fresh_start_is_none(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Told by the terminal is only what it has; how long it waited the store works out."""
    with (
        psycopg.connect(make_terminal("One"), autocommit=True) as one,
        Till(make_terminal("Two")) as two,
    ):

        def says(seq: int, fresh: bool = False) -> int | None:
            row = one.execute("SELECT wedge.seen(%s, %s)", (seq, fresh)).fetchone()
            assert row is not None
            return None if row[0] is None else int(row[0])

        def head() -> int:
            found = small_store.one("SELECT seq FROM wedge.feed_head")
            assert isinstance(found, int)
            return found

        assert says(head(), True) is None
        before = head()
        for portion in portion_ids()[:2]:
            two.reserve(uuid4(), candidate(portion))
        small_store.query("UPDATE wedge.feed SET at = at - interval '31 s' WHERE seq > %s", before)
        lag = says(head() + 1_000)
        assert lag is not None
        assert 31_000 <= lag < 60_000
        assert says(head()) is None, "nothing new"
        assert recorded(small_store) == [(head() - before, lag, lag)]
        two.reserve(uuid4(), candidate(portion_ids()[2]))
        assert says(head(), True) is None, "a new program has missed nothing"
        assert recorded(small_store)[0][1] == lag


def recorded(shop: SmallShop) -> list[tuple[int, int, int]]:
    return shop.query(
        "SELECT l.changes, l.most_ms, s.lag_ms FROM wedge.feed_lags l"
        " JOIN wedge.feed_seen s USING (terminal_id)"
        " JOIN wedge.terminals t ON t.id = l.terminal_id WHERE t.name = 'One'"
    )

"""After a break the picture goes on where it stopped, and is current before it says so."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from app.data import rows
from app.data.feed import LiveFeed
from app.services.ports import LinkState
from app.services.store_view import RowChange
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, settle, truth, until
from tests.data.test_link import proxied
from tests.support.seed import SmallShop, Till, candidate, portion_ids


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the changes as the terminal reads them."""
    numbers: list[int] = []
    original = rows.change

    def read(row: list[object]) -> RowChange:
        change = original(row)
        numbers.append(change.seq)
        return change

    monkeypatch.setattr(rows, "change", read)
    yield numbers


@pytest.mark.expects_log
@pytest.mark.spec("FUL-A.3")
def test_missed_numbers_are_fetched_in_order_and_once(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    fetched: list[int],
) -> None:  # fmt: skip
    with proxied(small_store, make_terminal("One")) as (proxy, url):
        store = open_store(url)
        settle(io_loop, store, small_store)
        assert store.feed.view is not None
        at = store.feed.view.seq
        news: list[object] = []
        store.feed.on_view(lambda _view, changes: news.append(changes))
        proxy.go_dark()
        fetched.clear()
        with Till(make_terminal("Two")) as two:
            for portion in portion_ids()[:6]:
                two.reserve(uuid4(), candidate(portion))
        proxy.light_up()
        settle(io_loop, store, small_store)
        assert store.feed.view is not None
        assert {} not in news, "a whole picture was taken although the feed reaches back"
        assert fetched == list(range(at + 1, store.feed.view.seq + 1))


@pytest.mark.expects_log
def test_nothing_is_called_current_before_the_missed_changes_are_in(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    with proxied(small_store, make_terminal("One")) as (proxy, url):
        store = open_store(url)
        settle(io_loop, store, small_store)
        until(io_loop, lambda: store.feed.status.state is LinkState.LIVE)
        wrong: list[object] = []
        with Till(make_terminal("Two")) as two:
            proxy.go_dark()
            two.reserve(uuid4(), candidate(portion_ids()[0]))
            expected = truth(small_store)
            store.feed.on_status(
                lambda status: (
                    wrong.append(store.feed.view)
                    if status.state is LinkState.LIVE and store.feed.view != expected
                    else None
                )
            )
            until(io_loop, lambda: store.feed.status.state is LinkState.LOST)
            proxy.light_up()
            until(io_loop, lambda: store.feed.status.state is LinkState.LIVE)
    assert not wrong


def test_a_server_that_was_started_again_is_read_anew(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """An older copy of the data may have been put in its place: the same numbers, other rows."""
    with proxied(small_store, make_terminal("One")) as (proxy, url):
        store = open_store(url)
        settle(io_loop, store, small_store)
        feed = store.feed
        assert isinstance(feed, LiveFeed)
        feed._server_start = "another start"
        proxy.cut()
        news: list[object] = []
        feed.on_view(lambda _view, changes: news.append(changes))
        until(io_loop, lambda: {} in news)
        settle(io_loop, store, small_store)


def test_a_number_from_the_future_means_a_whole_picture(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        head = till.call("heartbeat")["seq"]
        assert till.call("changes_since", head + 5)["behind"]
        assert not till.call("changes_since", head)["behind"]

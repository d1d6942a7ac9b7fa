"""The live picture: gapless, the same as the database, and honest about its age."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

from app.data import rows
from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.people import Mode, Session
from app.domain.portion import PortionState
from app.domain.ticket import Service
from app.services.ports import LinkRefusal, LinkState
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_reservation import FIRST
from tests.support.seed import (
    DRINK,
    PINS,
    SmallShop,
    Till,
    candidate,
    known_id,
    portion_ids,
)
from tests.support.tcp_proxy import TcpProxy

Loop = asyncio.AbstractEventLoop


def until(loop: Loop, condition: Callable[[], object], seconds: float = 45) -> None:
    """Run the loop until the condition holds."""

    async def wait() -> None:
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    loop.run_until_complete(wait())


def sign_in(loop: Loop, store: PgStore, role: str) -> Session:
    until(loop, lambda: store.feed.view is not None)
    return loop.run_until_complete(store.staff.sign_in(known_id(role), PINS[role]))


def truth(shop: SmallShop) -> object:
    return rows.view(shop.one("SELECT wedge.snapshot()"))


def settle(loop: Loop, store: PgStore, shop: SmallShop) -> None:
    """Wait until the terminal's picture is the database's."""
    until(loop, lambda: store.feed.view is not None)
    until(loop, lambda: store.feed.view == truth(shop))


def test_feed_has_no_gap_with_sixteen_writers(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    store = open_store(make_terminal("Reader"))
    until(io_loop, lambda: store.feed.view is not None)
    urls = [make_terminal(f"Till {number}") for number in range(16)]

    def trade(number: int) -> None:
        with Till(urls[number]) as till:
            for _ in range(5):
                ticket, line = uuid4(), uuid4()
                till.act("add_plain", ticket, line, "counter", DRINK, 1)
                till.act("set_quantity", line, 2)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(trade, range(16)))
    first, last, count = small_store.query("SELECT min(seq), max(seq), count(*) FROM wedge.feed")[0]
    assert count == last - first + 1
    settle(io_loop, store, small_store)


@pytest.mark.spec("POS-A1.2")
def test_missed_events_are_fetched_and_duplicates_have_no_effect(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    server = urlsplit(small_store.admin_url)
    proxy = TcpProxy(str(server.hostname), server.port or 5432)
    try:
        url = make_terminal("One").replace(f":{server.port}/", f":{proxy.port}/")
        store = open_store(url)
        settle(io_loop, store, small_store)
        proxy.go_dark()
        with Till(make_terminal("Two")) as two:
            for portion in portion_ids()[:6]:
                two.reserve(uuid4(), candidate(portion))
        proxy.light_up()
        settle(io_loop, store, small_store)
    finally:
        proxy.close()
    view = store.feed.view
    assert view is not None
    assert sum(p.state is PortionState.RESERVED for p in view.portions.values()) == 6
    everything = small_store.one("SELECT wedge.changes_since(%s)", 1)["rows"]
    assert view.fold(rows.change(row) for row in everything) == view


def test_pruned_feed_means_a_fresh_snapshot(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    store = open_store(make_terminal("One"))
    settle(io_loop, store, small_store)
    seen: list[object] = []
    store.feed.on_view(lambda _view, changes: seen.append(changes))
    small_store.query("SET wedge.bulk = 'on'; UPDATE wedge.products SET name = 'ใหม่';"
                      " SELECT wedge.feed_bump()")  # fmt: skip
    settle(io_loop, store, small_store)
    assert {} in seen


@pytest.mark.expects_log
def test_status_through_darkness_and_back(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    server = urlsplit(small_store.admin_url)
    proxy = TcpProxy(str(server.hostname), server.port or 5432)
    try:
        url = make_terminal("One").replace(f":{server.port}/", f":{proxy.port}/")
        store = open_store(url)
        states: list[LinkState] = []
        store.feed.on_status(lambda status: states.append(status.state))
        session = sign_in(io_loop, store, "cashier")
        proxy.go_dark()
        dark_at = datetime.now(UTC)
        until(io_loop, lambda: store.feed.status.state is LinkState.LOST)
        assert datetime.now(UTC) - dark_at < timedelta(seconds=4)
        assert LinkState.STALE in states
        with pytest.raises((StoreUnreachable, OutcomeUnknown)):
            io_loop.run_until_complete(store.staff.sign_out(session))
        proxy.light_up()
        until(io_loop, lambda: store.feed.status.state is LinkState.LIVE)
    finally:
        proxy.close()


def test_refused_states_say_why(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    url = make_terminal("One")
    wrong = open_store(url.replace("@", "x@"))
    until(io_loop, lambda: wrong.feed.status.state is LinkState.REFUSED)
    assert wrong.feed.status.refusal is LinkRefusal.CREDENTIAL
    small_store.query("UPDATE wedge.alembic_version SET version_num = '9999'")
    newer = open_store(url)
    until(io_loop, lambda: newer.feed.status.state is LinkState.REFUSED)
    assert newer.feed.status.refusal is LinkRefusal.NEWER_STORE
    small_store.query("UPDATE wedge.alembic_version SET version_num = '0003'")
    until(io_loop, lambda: newer.feed.status.refusal is LinkRefusal.OLDER_STORE)


def view_state(store: PgStore) -> PortionState | None:
    """What the screen knows of the first portion."""
    view = store.feed.view
    return None if view is None else view.portions[FIRST].state


def test_a_sale_through_the_store_reaches_the_other_screen(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    till, kitchen = open_store(make_terminal("One")), open_store(make_terminal("K", Mode.KDS))
    session, ticket = sign_in(io_loop, till, "cashier"), new_id()
    run = io_loop.run_until_complete
    taken = run(
        till.selling.reserve_first(
            session, request=new_id(), ticket_id=ticket, line_id=new_id(),
            service=Service.COUNTER, candidates=[candidate(FIRST)],
        )
    )  # fmt: skip
    assert taken.portion_id == FIRST and taken.reserved_until > till.feed.now()
    paid = run(
        till.selling.pay_cash(
            session, request=new_id(), ticket_id=ticket, expected_total_minor=8900,
            tendered_minor=10000,
        )
    )  # fmt: skip
    until(io_loop, lambda: kitchen.feed.view and paid.receipt_id in kitchen.feed.view.receipts)
    settle(io_loop, till, small_store)
    view = kitchen.feed.view
    assert view is not None and view.receipts[paid.receipt_id].lines[0].configuration == "1/10"
    until(io_loop, lambda: view_state(kitchen) is PortionState.COMMITTED)
    with pytest.raises(Refused) as refused:
        run(till.selling.void_ticket(session, request=new_id(), ticket_id=ticket))
    assert refused.value.code is RefusalCode.TICKET_NOT_OPEN


def test_reports(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    office, ticket = open_store(make_terminal("Office", Mode.MANAGER)), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, price_minor=8000))
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, 2)
        till.act("pay_cash", ticket, 12000, 12000)
    run = io_loop.run_until_complete
    today = datetime.now(UTC).astimezone(tz=None).date()
    days = run(office.reports.days(today - timedelta(days=59), today + timedelta(days=1)))
    assert len(days) == 61
    sold = next(day for day in days if day.receipts)
    report = run(office.reports.day(sold.day))
    assert (report.total_minor, report.portions_sold, report.saved_minor) == (12000, 1, 900)
    assert [each.quantity for each in report.by_product] == [1, 2]


def test_unknown_store_ends_cleanly(open_store: OpenStore, io_loop: Loop) -> None:
    store = open_store("postgresql://nobody:x@127.0.0.1:1/nothing")
    until(io_loop, lambda: store.feed.status.state is LinkState.LOST)
    with pytest.raises(StoreUnreachable):
        _ = store.terminal_id
    assert store.feed.view is None


def test_program_tables_are_the_databases_tables(small_store: SmallShop) -> None:
    from app.data.tables import Base

    here = {
        (table.name, column.name, not column.nullable)
        for table in Base.metadata.sorted_tables
        for column in table.columns
    }
    there = small_store.query(
        "SELECT table_name, column_name, is_nullable = 'NO' FROM information_schema.columns"
        " WHERE table_schema = 'wedge' AND table_name <> 'alembic_version'"
        " AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'wedge')"
    )
    assert here == set(there)
    with psycopg.connect(small_store.admin_url) as link:
        assert link.info.server_version >= 150000

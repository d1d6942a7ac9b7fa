"""The calls of a terminal: many at once, locks in the way, a network that dies and comes back."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import monotonic
from urllib.parse import urlsplit
from uuid import UUID

import psycopg
import pytest

from app.data import link as link_module
from app.data.store import PgStore
from app.data.turns import TooManyWaiting, Turns
from app.domain.ids import new_id
from app.domain.people import Mode, Session
from app.domain.ticket import Service
from app.services.ports import Reserved
from app.services.refusal import OutcomeUnknown, StoreUnreachable
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, sign_in, until
from tests.data.test_reservation import FIRST
from tests.support.seed import SmallShop, add_cut_whole, candidate, known_id, portion_ids
from tests.support.tcp_proxy import TcpProxy

THOUSAND = 1000
TERMINALS = "FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user"


async def reserve(
    store: PgStore, session: Session, portion: UUID, request: UUID, ticket: UUID | None = None
) -> Reserved:
    return await store.selling.reserve_first(
        session, request=request, ticket_id=ticket or new_id(), line_id=new_id(),
        service=Service.COUNTER, candidates=[candidate(portion)],
    )  # fmt: skip


def fill_thousand(shop: SmallShop) -> list[UUID]:
    """A thousand free portions."""
    numbers = range(101, 101 + THOUSAND // 10)
    with psycopg.connect(shop.admin_url) as admin:
        admin.execute("SET wedge.bulk = 'on'")
        for number in numbers:
            add_cut_whole(admin, number)
        admin.execute("SELECT wedge.feed_bump()")
    return [known_id(f"portion {number}/{wedge}") for number in numbers for wedge in range(10)]


@contextmanager
def proxied(shop: SmallShop, url: str) -> Iterator[tuple[TcpProxy, str]]:
    """A relay before the server, and the terminal's address through it."""
    server = urlsplit(shop.admin_url)
    proxy = TcpProxy(str(server.hostname), server.port or 5432)
    try:
        yield proxy, url.replace(f":{server.port}/", f":{proxy.port}/")
    finally:
        proxy.close()


def test_a_thousand_reservations_at_once_all_get_their_turn(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The last one waits longer than a call may last, and yet nobody is sent away."""
    monkeypatch.setattr(link_module, "CONNECTIONS", 1)
    monkeypatch.setattr(link_module, "KNOWN_WITHIN_S", 1.5)
    portions = fill_thousand(small_store)
    store = open_store(make_terminal("One"))
    session = sign_in(io_loop, store, "cashier")

    async def all_at_once() -> list[Reserved]:
        return await asyncio.gather(
            *(reserve(store, session, portion, new_id()) for portion in portions)
        )

    began = monotonic()
    reserved = io_loop.run_until_complete(all_at_once())
    assert monotonic() - began > 1.5
    assert [each.portion_id for each in reserved] == portions
    states = "SELECT state, count(*) FROM wedge.portions GROUP BY state ORDER BY state"
    assert small_store.query(states) == [("available", 20), ("reserved", THOUSAND)]
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


@pytest.mark.expects_log
def test_on_a_dead_network_everybody_is_answered_within_three_seconds(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """Also who waits for a turn; asked again after it, each request is done once."""
    with proxied(small_store, make_terminal("One")) as (proxy, url):
        store = open_store(url)
        session = sign_in(io_loop, store, "cashier")
        wanted = [(portion, new_id(), new_id()) for portion in portion_ids()]

        async def all_at_once() -> list[Reserved | BaseException]:
            return await asyncio.gather(
                *(reserve(store, session, *each) for each in wanted), return_exceptions=True
            )

        # The rows are locked, so that calls are under way when the line goes dead.
        with psycopg.connect(small_store.admin_url) as admin:
            admin.execute("SELECT FROM wedge.feed_head FOR UPDATE")
            calls = io_loop.create_task(all_at_once())
            waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            until(io_loop, lambda: small_store.one(waiting) >= 1)
            proxy.go_dark()
            began = monotonic()
            outcomes = io_loop.run_until_complete(calls)
            assert monotonic() - began < 8
        assert {type(each) for each in outcomes} == {StoreUnreachable, OutcomeUnknown}
        proxy.light_up()

        async def until_known(portion: UUID, request: UUID, ticket: UUID) -> Reserved:
            while True:
                try:
                    return await reserve(store, session, portion, request, ticket)
                except (StoreUnreachable, OutcomeUnknown):
                    continue

        async def all_again() -> list[Reserved]:
            return await asyncio.gather(*(until_known(*each) for each in wanted))

        again = io_loop.run_until_complete(all_again())
    assert [each.portion_id for each in again] == portion_ids()
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines WHERE NOT voided") == 20
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


@pytest.fixture
def lost_locks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lock time-outs and deadlocks that calls met, as they meet them."""
    met: list[str] = []
    original = link_module._is_answer

    def watch(error: Exception) -> bool:
        if isinstance(error, link_module.CONTENTION):
            met.append(type(error).__name__)
        return original(error)

    monkeypatch.setattr(link_module, "_is_answer", watch)
    return met


def test_a_lock_time_out_is_tried_again_and_ends_right(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    lost_locks: list[str],
) -> None:  # fmt: skip
    store = open_store(make_terminal("One"))
    session = sign_in(io_loop, store, "cashier")
    with psycopg.connect(small_store.admin_url) as admin:
        admin.execute("SELECT FROM wedge.feed_head FOR UPDATE")
        began = monotonic()
        call = io_loop.create_task(reserve(store, session, FIRST, new_id()))
        until(io_loop, lambda: lost_locks)
    reserved = io_loop.run_until_complete(call)
    assert monotonic() - began < 8
    assert reserved.portion_id == FIRST and lost_locks[0] == "LockNotAvailable"
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 1


def test_a_lock_held_on_and_on_ends_in_time_with_nothing_done(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    store = open_store(make_terminal("One"))
    session = sign_in(io_loop, store, "cashier")
    with psycopg.connect(small_store.admin_url) as admin:
        admin.execute("SELECT FROM wedge.portions FOR UPDATE")
        began = monotonic()
        with pytest.raises((StoreUnreachable, OutcomeUnknown)):
            io_loop.run_until_complete(reserve(store, session, FIRST, new_id()))
        assert monotonic() - began < 8
    free = "SELECT count(*) FROM wedge.portions WHERE state = 'available'"
    assert small_store.one(free) == len(portion_ids())


def test_the_loser_of_a_deadlock_tries_again_and_pays_once(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    lost_locks: list[str],
) -> None:  # fmt: skip
    """Somebody locks the two portions of a ticket the other way round."""
    url = make_terminal("One")
    small_store.query(f"ALTER ROLE \"{urlsplit(url).username}\" SET deadlock_timeout = '50ms'")
    store, ticket = open_store(url), new_id()
    session = sign_in(io_loop, store, "cashier")
    low, high = sorted(portion_ids()[:2])
    for portion in (low, high):
        io_loop.run_until_complete(reserve(store, session, portion, new_id(), ticket))
    with psycopg.connect(small_store.admin_url) as admin, ThreadPoolExecutor(1) as thread:
        lock = "SELECT FROM wedge.portions WHERE id = %s FOR UPDATE"
        admin.execute("SET LOCAL deadlock_timeout = '1min'")
        admin.execute(lock, (high,))
        pay = io_loop.create_task(
            store.selling.pay_cash(
                session, request=new_id(), ticket_id=ticket, expected_total_minor=17800,
                tendered_minor=20000,
            )
        )  # fmt: skip
        crossed = thread.submit(admin.execute, lock, (low,))
        until(io_loop, lambda: lost_locks and crossed.done())
        admin.rollback()
    assert io_loop.run_until_complete(pay).change_minor == 2200
    assert set(lost_locks) <= {"DeadlockDetected", "LockNotAvailable"}
    counts = "SELECT (SELECT count(*) FROM wedge.receipts), (SELECT count(*) FROM wedge.payments)"
    assert small_store.query(counts) == [(1, 1)]


def test_a_store_that_was_restarted_answers_calls_and_reads_at_once(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """Connections that broke while at rest cost nobody a refusal."""
    ends = f"SELECT pg_terminate_backend(pid) {TERMINALS}"
    till = open_store(make_terminal("One"))
    session = sign_in(io_loop, till, "cashier")
    office = open_store(make_terminal("Office", Mode.MANAGER))
    assert io_loop.run_until_complete(office.policies.history("pricing")) == ()
    assert len(small_store.query(ends)) >= 2
    assert io_loop.run_until_complete(office.policies.history("pricing")) == ()
    assert io_loop.run_until_complete(reserve(till, session, FIRST, new_id())).portion_id == FIRST


def test_a_store_closed_while_a_call_waits_takes_its_statement_back(
    small_store: SmallShop, make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    """The server hears of it, and no warning is left in the log."""
    store = PgStore.open(make_terminal("One"), loop=io_loop)
    session = sign_in(io_loop, store, "cashier")
    running = f"SELECT count(*) {TERMINALS} AND query LIKE '%reserve_first%' AND state = 'active'"
    with psycopg.connect(small_store.admin_url) as admin:
        admin.execute("SELECT FROM wedge.feed_head FOR UPDATE")
        call = io_loop.create_task(reserve(store, session, FIRST, new_id()))
        until(io_loop, lambda: small_store.one(running) == 1)
        io_loop.run_until_complete(store.aclose())
        assert small_store.one(running) == 0
        with pytest.raises(asyncio.CancelledError):
            io_loop.run_until_complete(call)
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 0


def test_a_closed_store_sends_late_questions_away(
    make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    """A page that asks while its window is being closed gets an answer it knows."""
    store = PgStore.open(make_terminal("Office", Mode.MANAGER), loop=io_loop)
    ending = io_loop.create_task(store.aclose())
    until(io_loop, lambda: store._io._ending)
    for _ in range(2):
        with pytest.raises(StoreUnreachable, match="being closed"):
            io_loop.run_until_complete(store.policies.history("pricing"))
    io_loop.run_until_complete(ending)
    io_loop.run_until_complete(store.aclose())


def test_turns_are_given_in_order_and_given_back() -> None:
    async def work() -> list[int]:
        turns, done = Turns(1, 10, 5.0), list[int]()

        async def take(number: int) -> None:
            async with turns.turn():
                done.append(number)
                await asyncio.sleep(0)

        tasks = [asyncio.ensure_future(take(number)) for number in range(5)]
        await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await take(9)
        return done

    assert asyncio.run(work()) == [0, 1, 3, 4, 9]


def test_the_queue_for_turns_has_an_end() -> None:
    async def work() -> None:
        turns = Turns(1, 0, 5.0)
        async with turns.turn():
            with pytest.raises(TooManyWaiting, match="waiting already"):
                async with turns.turn():
                    pass

    asyncio.run(work())


def test_silence_ends_the_wait_and_an_answer_prolongs_it() -> None:
    async def waited_s(answers: bool) -> float:
        turns = Turns(1, 10, 0.05)
        async with turns.turn():
            if answers:
                asyncio.get_running_loop().call_later(0.04, turns.answered)
            began = monotonic()
            with pytest.raises(TooManyWaiting, match="no answer"):
                async with turns.turn():
                    pass
            return monotonic() - began

    assert 0.05 <= asyncio.run(waited_s(False)) < 0.09 <= asyncio.run(waited_s(True))

"""A till's process is killed (SIGKILL): its sale is there wholly or not at all."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from app.data.audit import verify
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, lapse
from tests.support.seed import SmallShop, Till, candidate

ROOT = Path(__file__).parents[2]
WAITING = (
    "SELECT pid FROM pg_stat_activity WHERE usename = %s AND datname = current_database()"
    " AND wait_event_type = 'Lock'"
)
THERE = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s AND datname = current_database()"
SALE = (
    "SELECT (SELECT count(*) FROM wedge.payments), (SELECT count(*) FROM wedge.receipts),"
    " (SELECT count(*) FROM wedge.print_jobs), (SELECT state FROM wedge.tickets WHERE id = %s),"
    " (SELECT state FROM wedge.portions WHERE id = %s)"
)


@contextmanager
def lone_till(*words: str) -> Iterator[subprocess.Popen[str]]:
    """The process; killed at the end whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.lone_till", *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def found(shop: SmallShop, query: str, login: str) -> list[tuple[int]]:
    """Rows of the query as soon as there are any."""
    end = time.monotonic() + 15
    while not (rows := shop.query(query, login)):
        assert time.monotonic() < end, query
    return rows


def gone(shop: SmallShop, login: str) -> None:
    """Wait until the server has no connection of the till any more."""
    end = time.monotonic() + 15
    while shop.one(THERE, login):
        assert time.monotonic() < end, "the killed till's connection stays"


def login_of(shop: SmallShop, name: str) -> str:
    return str(shop.one("SELECT login_role FROM wedge.terminals WHERE name = %s", name))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not Windows'")
def test_a_portion_held_by_a_killed_till_is_free_after_its_hold(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with lone_till(make_terminal("One"), "pay", str(ticket), str(uuid4())) as process:
        assert heard(process) == "held"
        process.kill()
    gone(small_store, login_of(small_store, "One"))
    assert small_store.query(SALE, ticket, FIRST) == [(0, 0, 0, "open", "reserved")]
    with Till(make_terminal("Two")) as two:
        with pytest.raises(psycopg.Error, match="gone"):
            two.reserve(uuid4(), candidate(FIRST, epoch=1))
        lapse(small_store)
        two.call("heartbeat")
        assert small_store.query(SALE, ticket, FIRST) == [(0, 0, 0, "open", "available")]
        assert two.reserve(uuid4(), candidate(FIRST, epoch=2))["portion_id"] == str(FIRST)
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not Windows'")
@pytest.mark.parametrize("server_goes_on", [True, False])
def test_a_till_killed_while_it_pays_has_paid_wholly_or_not_at_all(
    small_store: SmallShop, make_terminal: MakeTerminal, server_goes_on: bool
) -> None:
    """Everything is written and only the commit is missing when the process dies."""
    url, ticket, request = make_terminal("One"), uuid4(), uuid4()
    login = login_of(small_store, "One")
    with lone_till(url, "pay", str(ticket), str(request)) as process:
        assert heard(process) == "held" and process.stdin is not None
        with psycopg.connect(small_store.admin_url) as admin:
            admin.execute("SELECT FROM wedge.feed_head FOR UPDATE")
            process.stdin.write("pay\n")
            process.stdin.flush()
            ((backend,),) = found(small_store, WAITING, login)
            process.kill()
            if not server_goes_on:
                admin.execute("SELECT pg_terminate_backend(%s)", (backend,))
                gone(small_store, login)
    gone(small_store, login)
    done = (1, 1, 1, "paid", "committed")
    nothing = (0, 0, 0, "open", "reserved")
    assert small_store.query(SALE, ticket, FIRST) == [done if server_goes_on else nothing]
    assert_whole(small_store)
    with Till(url) as again:
        paid = again.act("pay_cash", ticket, 8900, 10000, request=request)
        assert paid["receipt_number"] == 1
    assert small_store.query(SALE, ticket, FIRST) == [done]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not Windows'")
@pytest.mark.parametrize("receipts", [1, 4, 9])
def test_a_busy_till_killed_anywhere_leaves_whole_sales(
    small_store: SmallShop, make_terminal: MakeTerminal, receipts: int
) -> None:
    with lone_till(make_terminal("One"), "sell") as process:
        for number in range(1, receipts + 1):
            assert heard(process) == str(number)
        process.kill()
    gone(small_store, login_of(small_store, "One"))
    assert small_store.one("SELECT max(number) FROM wedge.receipts") >= receipts
    assert_whole(small_store)
    lapse(small_store)
    with Till(make_terminal("Two")) as two:
        two.call("heartbeat")
    assert_whole(small_store)
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 0


def assert_whole(shop: SmallShop) -> None:
    """Every receipt has its payment, its paid ticket and its portions; nothing stands alone."""
    assert shop.query("SELECT * FROM wedge.check_conservation()") == []
    odd = shop.query(
        "SELECT t.id, t.state, count(DISTINCT r.id), count(DISTINCT p.id), count(DISTINCT j.id)"
        "  FROM wedge.tickets t LEFT JOIN wedge.receipts r ON r.ticket_id = t.id"
        "  LEFT JOIN wedge.payments p ON p.ticket_id = t.id"
        "  LEFT JOIN wedge.print_jobs j ON j.receipt_id = r.id"
        " GROUP BY t.id HAVING ARRAY[count(DISTINCT r.id), count(DISTINCT p.id),"
        "  count(DISTINCT j.id)] <> array_fill("
        "    (t.state IN ('paid', 'closed'))::int::bigint, ARRAY[3])"
    )
    assert odd == []
    sold = shop.query(
        "SELECT l.id FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id"
        "  JOIN wedge.portions p ON p.id = l.portion_id WHERE NOT l.voided"
        "   AND (t.state IN ('paid', 'closed')) <> (p.state IN ('committed', 'served'))"
    )
    assert sold == []
    report = verify(shop.admin_url)
    assert report.ok, report

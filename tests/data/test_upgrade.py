"""A store of the landed schema, with data in it, comes up to this program's."""

import lzma
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.data import rows
from app.data.audit import verify
from app.data.migrate import upgrade
from app.data.schema_head import SCHEMA_HEAD
from app.data.terminals import create_terminal
from app.domain.people import Mode
from tests.conftest import DropRoles
from tests.data.test_reservation import FIRST
from tests.support.seed import DRINK, SmallShop, Till, candidate, portion_ids, seed

LANDED = ("0001", "0003", "0004")
LANDED_DEMOS = Path(__file__).parent / "landed"
COUNTED = (
    "products", "portion_configurations", "wholes", "portions", "tickets", "ticket_lines",
    "payments", "receipts", "print_jobs", "journal", "requests", "staff_sessions", "feed",
)  # fmt: skip


def counts(shop: SmallShop) -> dict[str, int]:
    return {table: shop.one(f"SELECT count(*) FROM wedge.{table}") for table in COUNTED}


def kept(before: Any, after: Any) -> bool:
    """True when all that was said before is still said; there may be more."""
    if isinstance(before, dict):
        return all(key in after and kept(value, after[key]) for key, value in before.items())
    if isinstance(before, list):
        # Rows come in no order; an upgrade that writes to them moves them.
        if before and isinstance(before[0], dict) and "id" in before[0]:
            before, after = (sorted(rows, key=lambda row: row["id"]) for rows in (before, after))
        return len(before) == len(after) and all(map(kept, before, after))
    return bool(before == after)


@pytest.fixture(params=LANDED)
def revision(request: pytest.FixtureRequest) -> str:
    """A schema that shops have."""
    return str(request.param)


@pytest.fixture
def landed(revision: str, empty_database_url: str, drop_roles: DropRoles) -> tuple[SmallShop, str]:
    """A shop of the landed schema, and its till's address."""
    upgrade(empty_database_url, to=revision)
    seed(empty_database_url)
    url = create_terminal(empty_database_url, name="One", mode=Mode.POS, register="1")
    drop_roles(empty_database_url)
    return SmallShop(empty_database_url), url


def test_landed_store_with_data_is_upgraded_and_goes_on(
    revision: str, landed: tuple[SmallShop, str]
) -> None:
    shop, url = landed
    sold, held = uuid4(), uuid4()
    with Till(url) as till:
        request = uuid4()
        till.reserve(sold, candidate(FIRST))
        till.act("add_plain", sold, uuid4(), "counter", DRINK, 2)
        paid = till.act("pay_cash", sold, 12900, 20000, request=request)
        till.reserve(held, candidate(portion_ids()[1]))
        before, picture = counts(shop), shop.one("SELECT wedge.snapshot()")
        assert shop.one("SELECT version_num FROM wedge.alembic_version") == revision
        upgrade(shop.admin_url)
        assert shop.one("SELECT version_num FROM wedge.alembic_version") == SCHEMA_HEAD
        assert counts(shop) == before
        after = shop.one("SELECT wedge.snapshot()")
        assert kept(picture, after) and rows.view(after).tickets[held].total_minor == 8900
        # The same connection, the same session, the same open ticket: nothing has to begin anew.
        assert till.act("pay_cash", sold, 12900, 20000, request=request) == paid
        second = till.act("pay_cash", held, 8900, 8900)
    assert second["receipt_number"] == paid["receipt_number"] + 1
    assert shop.query("SELECT * FROM wedge.check_conservation()") == []
    report = verify(shop.admin_url)
    assert report.ok and report.events == before["journal"] + 1


def test_every_function_stays_closed_to_the_public(small_store: SmallShop) -> None:
    open_to_all = small_store.query(
        "SELECT p.oid::regprocedure::text FROM pg_proc p"
        " WHERE p.pronamespace = 'wedge'::regnamespace"
        " AND has_function_privilege('public', p.oid, 'EXECUTE')"
    )
    assert open_to_all == []


def test_functions_that_act_for_others_pin_their_search_path(small_store: SmallShop) -> None:
    loose = small_store.query(
        "SELECT p.oid::regprocedure::text FROM pg_proc p"
        " WHERE p.pronamespace = 'wedge'::regnamespace AND p.prosecdef"
        " AND NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, wedge, pg_temp'], false)"
    )
    assert loose == []


def load_landed_demo(admin_url: str, revision: str) -> None:
    """The demo store as the landed program left it (tests/data/landed/README.md)."""
    text = lzma.decompress((LANDED_DEMOS / f"{revision}_demo.txt.xz").read_bytes()).decode()
    with psycopg.connect(admin_url) as link:
        # Rows that triggers once made are in the file too.
        link.execute("SET session_replication_role = replica")
        link.execute("DELETE FROM wedge.feed_head")
        for part in re.split(r"(?m)^@", text)[1:]:
            head, _, lines = part.partition("\n")
            table, columns = head.split(" ")
            with link.cursor().copy(f"COPY wedge.{table} ({columns}) FROM STDIN".encode()) as copy:
                copy.write(lines.encode())


def test_demo_store_of_the_landed_schema_is_upgraded(
    revision: str, empty_database_url: str
) -> None:
    upgrade(empty_database_url, to=revision)
    load_landed_demo(empty_database_url, revision)
    shop = SmallShop(empty_database_url)
    before = counts(shop)
    assert before["ticket_lines"] > 500
    upgrade(empty_database_url)
    assert counts(shop) == before
    view = rows.view(shop.one("SELECT wedge.snapshot()"))
    assert view.portions and view.settings.store_name
    assert verify(empty_database_url).ok
    with psycopg.connect(empty_database_url) as link:
        assert link.execute("SELECT wedge.check_conservation()").fetchall() == []

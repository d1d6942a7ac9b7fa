"""What a transaction leaves in the feed: each row once, as it is at the end, and no surplus."""

from uuid import uuid4

import psycopg

from app.data import rows
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST
from tests.support.seed import (
    CABINET,
    EIGHTHS,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
)

WRITTEN = "SELECT entity, count(*) FROM wedge.feed WHERE seq > %s GROUP BY 1 ORDER BY 1"


def head(shop: SmallShop) -> int:
    return int(shop.one("SELECT seq FROM wedge.feed_head"))


def test_a_row_changed_several_times_is_written_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        ticket = uuid4()
        before = head(small_store)
        till.reserve(ticket, candidate(FIRST))
        assert small_store.query(WRITTEN, before) == [
            ("portions", 1), ("ticket_lines", 1), ("tickets", 1),
        ]  # fmt: skip
        before = head(small_store)
        till.act("pay_cash", ticket, 8900, 8900)
        assert small_store.query(WRITTEN, before) == [
            ("portions", 1), ("print_jobs", 1), ("receipts", 1), ("ticket_lines", 1),
            ("tickets", 1),
        ]  # fmt: skip


def test_a_cut_writes_its_whole_once(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        before = head(small_store)
        kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)
    assert small_store.query(WRITTEN, before) == [("portions", 8), ("wholes", 1)]


def test_there_and_back_in_one_transaction_ends_as_it_was(small_store: SmallShop) -> None:
    """Checked at once or at the commit: the last row of an entity says what the table says."""
    for mode in ("IMMEDIATE", "DEFERRED"):
        before = head(small_store)
        with psycopg.connect(small_store.admin_url) as admin:
            admin.execute(f"SET CONSTRAINTS ALL {mode}".encode())
            for state in ("quarantined", "available", "quarantined", "wasted"):
                admin.execute(
                    "UPDATE wedge.portions SET state = %s WHERE id = %s",
                    (state, known_id(f"portion 1/{3 if mode == 'DEFERRED' else 4}")),
                )
            admin.execute("UPDATE wedge.products SET name = 'A' WHERE id = %s", (PIZZA,))
            admin.execute("UPDATE wedge.products SET name = 'B' WHERE id = %s", (PIZZA,))
            admin.execute("UPDATE wedge.products SET name = 'A' WHERE id = %s", (PIZZA,))
        last = dict(
            small_store.query(
                "SELECT DISTINCT ON (entity) entity, content ->> 'name' FROM wedge.feed"
                " WHERE seq > %s AND entity <> 'wholes' ORDER BY entity, seq DESC", before,
            )
        )  # fmt: skip
        assert last == {"portions": None, "products": "A"}


def test_the_rows_fold_to_the_snapshot(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    """From an early picture and the rows after it to exactly the picture of now."""
    early = rows.view(small_store.one("SELECT wedge.snapshot()"))
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        sold, left = uuid4(), uuid4()
        line = uuid4()
        till.reserve(sold, candidate(FIRST), line=line)
        till.reserve(left, candidate(known_id("portion 1/1")))
        till.reserve(left, candidate(known_id("portion 1/2")))
        till.act("void_ticket", left)
        till.act("pay_cash", sold, 8900, 10000)
        kitchen.act("verify_line", line, 65000)
        kitchen.act("serve_ticket", sold)
        kitchen.act("recall_ticket", sold)
        kitchen.act("serve_ticket", sold)
        for wedge in range(10):
            small_store.query(
                "UPDATE wedge.portions SET state = 'wasted' WHERE id = %s",
                known_id(f"portion 2/{wedge}"),
            )
    changes = small_store.one("SELECT wedge.changes_since(%s)", early.seq)["rows"]
    folded = early.fold(rows.change(row) for row in changes)
    assert folded == rows.view(small_store.one("SELECT wedge.snapshot()"))
    assert known_id("whole 2") not in folded.wholes

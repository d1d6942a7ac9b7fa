"""Shelf labels in the register's queue: a till that is killed loses none of them."""

from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.domain.people import Mode
from app.hardware.label_text import label_of
from tests.conftest import MakeTerminal
from tests.data.test_prices import refused
from tests.support.seed import SmallShop, Till, portion_ids

FIRST = portion_ids()[0]
JOBS = "SELECT state, label ->> 'code', attempts FROM wedge.print_jobs ORDER BY created_at"


def test_a_label_survives_the_till_that_asked_for_it(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Asked, claimed, and the till is gone before it is on paper: the next one prints it."""
    url, request = make_terminal("One"), uuid4()
    with Till(url) as till:
        first = till.act("print_label", FIRST, 8900, request=request)
        assert till.act("print_label", FIRST, 8900, request=request) == first
        claimed = till.call("claim_job")["id"]
    assert small_store.query(JOBS) == [("printing", "P-100", 1)]
    small_store.query("UPDATE wedge.print_jobs SET claimed_at = now() - interval '61 s'"
                      " RETURNING id")  # fmt: skip
    with Till(url) as again:
        assert again.call("claim_job")["id"] == claimed
        again.call("finish_job", claimed, None)
        assert again.call("claim_job") is None
    assert small_store.query(JOBS) == [("done", "P-100", 2)]


def test_it_says_what_the_lot_says(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    small_store.query("UPDATE wedge.products SET allergens = '{fish}' RETURNING id")
    with Till(make_terminal("One")) as till:
        till.act("print_label", FIRST, None)
    written: dict[str, Any] = small_store.one("SELECT label FROM wedge.print_jobs")
    label = label_of(written)
    assert (label.name, label.allergens, label.price_minor) == (
        "Margherita", ("milk", "wheat"), None,
    )  # fmt: skip
    cut, limit = small_store.query("SELECT cut_at, expires_at FROM wedge.portions"
                                   " WHERE id = %s", FIRST)[0]  # fmt: skip
    assert (label.cut_at, label.sell_by) == (cut, limit)


def test_it_says_where_in_the_sheet_the_portion_lay(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Ten lie five side by side; what was cut as a round whole has no such place."""
    written = "SELECT label ->> 'place' FROM wedge.print_jobs ORDER BY created_at"
    with Till(make_terminal("One")) as till:
        till.act("print_label", FIRST, 8900)
        small_store.query("UPDATE wedge.wholes SET per_row = 5 WHERE portions_per_whole = 10"
                          " RETURNING id")  # fmt: skip
        for portion in portion_ids()[:2]:
            till.act("print_label", portion, 8900)
    assert small_store.query(written) == [(None,), ("corner",), ("edge",)]


def test_what_has_no_label(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("One")) as till:
        assert refused(lambda: till.act("print_label", uuid4(), 1))[0] == "unknown_item"
        assert refused(lambda: till.act("print_label", FIRST, -1))[0] == "bad_price"
        small_store.query("UPDATE wedge.portions SET state = 'wasted' WHERE id = %s"
                          " RETURNING id", FIRST)  # fmt: skip
        assert refused(lambda: till.act("print_label", FIRST, 1))[0] == "unknown_item"
    with (
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
        pytest.raises(psycopg.Error, match="permission denied"),
    ):
        kitchen.act("print_label", FIRST, 1)
    assert small_store.query(JOBS) == []

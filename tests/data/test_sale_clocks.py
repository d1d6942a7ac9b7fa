"""Straight to the server: what a clock keeps from sale is not sold there either."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.checkpoints import ScoreBlock
from app.domain.people import Mode
from app.services.off_sale import OffSale
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_policies import Loop
from tests.data.test_reservation import hint
from tests.support.seed import (
    CABINET,
    PIZZA,
    PRICE_MINOR,
    SmallShop,
    Till,
    candidate,
    forget_readings,
    known_id,
)

FIRST, SECOND = known_id("portion 1/0"), known_id("portion 2/0")
LOT = tuple(known_id(f"portion 1/{wedge}") for wedge in range(10))


@pytest.fixture
def till(make_terminal: MakeTerminal) -> Iterator[Till]:
    with Till(make_terminal("T")) as opened:
        yield opened


def change(shop: SmallShop, what: str, *arguments: Any) -> None:
    """Change portions' rows, their origin too."""
    with psycopg.connect(shop.admin_url, autocommit=True) as link:
        link.execute("ALTER TABLE wedge.portions DISABLE TRIGGER guard")
        link.execute(f"UPDATE wedge.portions SET {what}".encode(), arguments)
        link.execute("ALTER TABLE wedge.portions ENABLE TRIGGER guard")


def age(shop: SmallShop, minutes: float, more: str = "") -> None:
    """The lot of the first whole was cut so long ago."""
    change(
        shop,
        f"cut_at = clock_timestamp() - make_interval(secs => %s){more} WHERE whole_id = %s",
        minutes * 60,
        known_id("whole 1"),
    )


def why_not(till: Till, *portions: UUID) -> tuple[str, str]:
    with pytest.raises(psycopg.Error) as error:
        till.reserve(uuid4(), *(candidate(each) for each in portions))
    return hint(error.value), error.value.diag.message_detail or ""


@pytest.mark.spec("BR-04.1")
def test_a_lot_whose_check_is_overdue_is_sold_by_nobody_until_it_was_looked_at(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    till: Till,
) -> None:  # fmt: skip
    store: PgStore = open_store(make_terminal("Second till"))

    def said() -> list[ScoreBlock | None]:
        view = store.feed.view
        assert view is not None
        return [OffSale(view).look_block(view.portions[each], store.feed.now()) for each in LOT]

    age(small_store, 74.5)
    until(io_loop, lambda: store.feed.view is not None)
    until(io_loop, lambda: said() == [None] * 10)
    till.reserve(uuid4(), candidate(FIRST))
    age(small_store, 76)
    until(io_loop, lambda: said() == [ScoreBlock.OVERDUE] * 10)
    epochs = dict(small_store.query("SELECT id, epoch FROM wedge.portions"))
    for each in LOT[1:]:
        one = replace(candidate(each), epoch=epochs[each])
        with pytest.raises(psycopg.Error) as error:
            till.reserve(uuid4(), one)
        assert (hint(error.value), error.value.diag.message_detail) == ("off_sale", "check_overdue")
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        seen: dict[str, Any] = {
            "kind": "recheck", "step": None, "score": 7.2, "passed": True, "causes": [],
            "note": "", "temperature_mc": None,
        }  # fmt: skip
        kitchen.act("record_inspection", uuid4(), LOT[1], json.dumps(seen),
                    json.dumps({"score": 7.2, "effective_age_s": 4600.0}), "[]")  # fmt: skip
    until(io_loop, lambda: said() == [None] * 10)
    last = small_store.one("SELECT epoch FROM wedge.portions WHERE id = %s", LOT[9])
    taken = till.reserve(uuid4(), replace(candidate(LOT[9]), epoch=last))
    assert taken["portion_id"] == str(LOT[9])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("expires_at = clock_timestamp() + interval '5 minutes'", "removal_lead"),
        ("expires_at = clock_timestamp() + interval '14 minutes 50 seconds'", "removal_lead"),
        ("expires_at = clock_timestamp() + interval '15 minutes 30 seconds'", ""),
        ("recheck_at = clock_timestamp() - interval '1 second'", "recheck"),
        ("initial_quality = 6.9", "below_floor"),
        ("inspected_at = clock_timestamp(), inspected_score = 6.99", "below_floor"),
        ("initial_quality = 6.9, inspected_at = clock_timestamp(), inspected_score = 7", ""),
        ("cut_at = clock_timestamp() - interval '105 minutes'", "check_overdue"),
        # At full risk the interval is half: 30 minutes and 15.
        ("cut_at = clock_timestamp() - interval '100 minutes', inspected_score = 7,"
         " inspected_at = clock_timestamp() - interval '46 minutes'", "check_overdue"),
        ("cut_at = clock_timestamp() - interval '100 minutes', inspected_score = 7,"
         " inspected_at = clock_timestamp() - interval '44 minutes'", ""),
    ],
)  # fmt: skip
def test_the_row_and_the_policy_decide_whatever_a_till_asks(
    small_store: SmallShop, till: Till, row: str, code: str
) -> None:
    # Of food that hardly ages: what its curve says is no row's (tests/data/test_faded.py).
    small_store.query("UPDATE wedge.products SET e7_s = 1e7 WHERE id = %s", PIZZA)
    change(small_store, f"{row} WHERE id = %s", FIRST)
    epoch = small_store.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
    one = replace(candidate(FIRST), epoch=epoch)
    if not code:
        till.reserve(uuid4(), one)
        return
    with pytest.raises(psycopg.Error) as error:
        till.reserve(uuid4(), one)
    assert (hint(error.value), error.value.diag.message_detail) == ("off_sale", code)
    # The next candidate is taken in its place.
    ticket = uuid4()
    assert till.reserve(ticket, one, candidate(SECOND))["portion_id"] == str(SECOND)
    till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)


@pytest.mark.parametrize("readings", [(), ((63_000, 31),), ((63_000, 45), (63_000, 31))])
def test_a_cabinet_that_proves_nothing_sells_nothing(
    small_store: SmallShop, till: Till, readings: tuple[tuple[int, int], ...]
) -> None:
    forget_readings(small_store)
    for mc, minutes in readings:
        small_store.query(
            "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc) VALUES"
            " (%s, clock_timestamp() - make_interval(mins => %s), %s)", CABINET, minutes, mc,
        )  # fmt: skip
    assert why_not(till, FIRST, SECOND) == ("off_sale", "temperature")
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc) VALUES (%s, %s)",
        CABINET, 61_000,
    )  # fmt: skip
    till.reserve(uuid4(), candidate(FIRST))
    small_store.query("UPDATE wedge.holding_units SET probe_uncertainty_mc = 1500")
    assert why_not(till, SECOND) == ("off_sale", "temperature")

"""Three portions of one line fail their verification: the till asks, on the real store."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, Till, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.pos.test_settling_real import pay, settle_ways

FAILED = {"looks_good": False, "configuration": True, "modifiers": True, "reason": "dry edge"}


@pytest.fixture
def pass_(make_terminal: MakeTerminal) -> Iterator[Till]:
    """The kitchen at the pass."""
    with Till(make_terminal("Pass", Mode.KDS), "kitchen") as made:
        yield made


def fail(kitchen: Till, line: UUID, code: str, *others: UUID) -> Any:
    offered = [{"portion_id": str(p), "epoch": 0, "grade": "A", "breakdown": []} for p in others]
    return kitchen.act("verify_portion", uuid4(), line, code, json.dumps(FAILED),
                       json.dumps(offered))  # fmt: skip


@pytest.mark.spec("FUL-03.4")
@pytest.mark.parametrize("way", ["refund", "wait", "other"])
def test_after_the_third_failure_the_till_offers_the_three_ways_and_each_is_done(
    open_real: OpenTill, pass_: Till, small_store: SmallShop, way: str
) -> None:
    till = open_real("One")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    pay(till)
    line, code = small_store.query("SELECT id, portion_code FROM wedge.ticket_lines")[0]
    spare = known_id("portion 2/1") if code.startswith("P-1") else known_id("portion 1/1")
    taken = fail(pass_, line, code, spare)
    assert taken["stand_in"] == str(spare)
    small_store.query("UPDATE wedge.portions SET recheck_at = NULL")
    third = known_id("portion 1/5")
    second = small_store.one("SELECT code FROM wedge.portions WHERE id = %s", spare)
    assert fail(pass_, line, second, third)["stand_in"] == str(third)
    small_store.query("UPDATE wedge.portions SET recheck_at = NULL")
    assert settle_ways(till) == []
    assert fail(pass_, line, "P-105", known_id("portion 1/6"))["ask"]
    till.until(lambda: {"refund", "wait", "other"} <= set(settle_ways(till)), "the choices")
    if way == "wait":  # Whoever waits while one is free has that one.
        small_store.query(
            "UPDATE wedge.portions SET state = 'quarantined' WHERE state = 'available'"
        )
    _chosen(till, small_store, way)


def _chosen(till: TillDriver, shop: SmallShop, way: str) -> None:
    till.program.till._settle.choose(way)
    told = "SELECT refunded_minor, waits_since IS NOT NULL FROM wedge.ticket_lines LIMIT 1"
    paid = 0 if way == "wait" else 8900
    till.until(lambda: shop.query(told) == [(paid, way == "wait")], way)
    if way == "other":
        till.until(lambda: till.shows("otherName_0") or till.shows("noOthers"), "alternatives")

"""Limits after cutting that become shorter hold at once; longer ones bring no life back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from app.domain.catalog import HoldingKind
from app.domain.people import Mode
from app.domain.shelf_life import ends_at
from app.services.offers import derive_offer
from app.services.policy_codec import to_document
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_policies import Office, add_chief
from tests.data.test_reservation import hint
from tests.data.test_sale_clocks import change
from tests.support.seed import (
    CABINET,
    PIZZA,
    PRICE_MINOR,
    TENTHS,
    SmallShop,
    Till,
    candidate,
    known_id,
)

OLD, SOLD, HELD, YOUNG = (known_id(f"portion {n}") for n in ("1/0", "1/1", "1/2", "2/0"))
LEFT = (
    "SELECT date_trunc('second', expires_at - cut_at + interval '0.5 seconds')"
    " FROM wedge.portions WHERE id = %s"
)
"""The seeded whole was cut some milliseconds before the seeded portions."""
FOUR_H, ONE_H = timedelta(hours=4), timedelta(hours=1)


@pytest.mark.spec("BR-05.2")
def test_a_shorter_limit_ends_what_is_on_sale_and_a_longer_one_lengthens_nothing(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Any
) -> None:
    """From 4 h to 1 h: cut 70 min ago it is gone, held, paid and free alike."""
    add_chief(small_store)
    office = Office(open_store(make_terminal("Office", Mode.MANAGER)), io_loop)
    till_store = open_store(make_terminal("Watching"))
    until(io_loop, lambda: till_store.feed.view is not None)
    change(small_store, "cut_at = cut_at - interval '70 minutes', expires_at = expires_at"
           " - interval '70 minutes', inspected_at = clock_timestamp(), inspected_score = 9.5"
           " WHERE whole_id = %s", known_id("whole 1"))  # fmt: skip
    small_store.query("UPDATE wedge.wholes SET cut_at = cut_at - interval '70 minutes'"
                      " WHERE id = %s", known_id("whole 1"))  # fmt: skip
    small_store.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
                      " VALUES (%s, 63000)", CABINET)  # fmt: skip

    def rules() -> Any:
        view = office.store.feed.view
        assert view is not None
        return view.settings.food.jurisdiction

    def limited_to(limit: timedelta) -> None:
        version = office.change(
            "food.jurisdiction", to_document(replace(rules(), hot_display_limit=limit))
        )
        until(io_loop, lambda: rules().version == version)

    def free() -> int:
        view = till_store.feed.view
        assert view is not None
        return len(derive_offer(view, PIZZA, till_store.feed.now()).candidates)

    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        paid, line = known_id("paid"), known_id("line")
        till.reserve(paid, candidate(SOLD), line=line)
        till.act("pay_cash", paid, PRICE_MINOR, PRICE_MINOR)
        till.reserve(known_id("open"), candidate(HELD))
        until(io_loop, lambda: free() == 18)
        limited_to(ONE_H)
        assert [small_store.one(LEFT, each) for each in (OLD, SOLD, HELD, YOUNG)] == [ONE_H] * 4
        until(io_loop, lambda: free() == 10)
        with pytest.raises(psycopg.Error) as refused:
            till.reserve(known_id("new"), candidate(OLD))
        assert hint(refused.value) in ("gone", "portion_expired")
        with pytest.raises(psycopg.Error) as refused:
            kitchen.act("verify_line", line, None)
        assert hint(refused.value) == "portion_expired"
        assert "refused" in till.act("pay_cash", known_id("open"), PRICE_MINOR, PRICE_MINOR)
        said = small_store.one("SELECT body FROM wedge.journal WHERE action = 'shorten limits'")
        assert len(said["portions"]) == 20
        # Back to four hours: what was cut by then keeps its hour, what is cut now has four.
        limited_to(FOUR_H)
        assert [small_store.one(LEFT, each) for each in (OLD, YOUNG)] == [ONE_H] * 2
        made = kitchen.act("cut_whole", known_id("uncut"), TENTHS, 10, CABINET, "B", 9.5, None)
        assert small_store.one(LEFT, made["ids"][0]) == FOUR_H
        limited_to(ONE_H)
        assert small_store.one(LEFT, made["ids"][0]) == ONE_H
    view = till_store.feed.view
    assert view is not None
    young = view.portions[YOUNG]
    for limit, left in ((FOUR_H, young.expires_at - young.cut_at), (ONE_H / 6, ONE_H / 6)):
        rule = replace(rules(), hot_display_limit=limit)
        assert ends_at(young, HoldingKind.HOT, rule) == young.cut_at + left

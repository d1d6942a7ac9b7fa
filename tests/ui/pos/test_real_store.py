"""Tills in real windows on the real database."""

import re
import time
from functools import partial

import psycopg
import pytest

from app.ui.pos.pending import GIVE_UP_AFTER_S, SLOW_AFTER_S
from app.ui.shared import scene
from tests.conftest import MakeTerminal
from tests.data.test_link import proxied
from tests.support.seed import SmallShop
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured


def test_a_cash_sale_writes_a_receipt(open_real: OpenTill, small_store: SmallShop) -> None:
    till = open_real("till-1")
    till.tap("tile_P")
    till.tap("payKey")
    till.tap("exactKey")
    assert till.text("change").endswith("0.00")
    sale = """
        SELECT r.total_minor, p.tendered_minor, t.state::text
        FROM wedge.receipts r
        JOIN wedge.payments p USING (ticket_id) JOIN wedge.tickets t ON t.id = r.ticket_id
    """
    ((total_minor, tendered_minor, ticket_state),) = small_store.query(sale)
    assert total_minor == tendered_minor > 0
    assert ticket_state == "paid"


def test_two_tills_tap_the_last_slice_and_one_gets_it(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    tills = [open_real("till-1"), open_real("till-2")]
    keep = small_store.one("SELECT id FROM wedge.portions ORDER BY code LIMIT 1")
    small_store.query("DELETE FROM wedge.portions WHERE id <> %s", keep)
    for till in tills:
        till.until(partial(_one_left, till), "the last slice")
    for till in tills:
        till.rest("tile_P")
    for till in tills:
        till.tap_now("tile_P")
    for till in tills:
        till.until(partial(_answered, till), "answered")
    got = [till for till in tills if till.line_names()]
    assert len(got) == 1
    (late,) = (till for till in tills if till not in got)
    late.until(lambda: late.shows("tillNotice"))
    assert late.item("tillNotice").property("title") == "Margherita is gone"
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 1


def _one_left(till: TillDriver) -> bool:
    return till.text("tileLeft") == "1 left"


def _answered(till: TillDriver) -> bool:
    return all(row.phase == "held" for row in till.lines())


@pytest.mark.spec("POS-02.4")
def test_a_blocked_product_waits_then_offers_retry_and_leaves_no_hold(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """Another transaction locks the pizza for four seconds; the water is not concerned."""
    till = open_real("till-1")
    with psycopg.connect(small_store.admin_url) as blocker:
        blocker.execute("SELECT id FROM wedge.portions FOR UPDATE")
        tapped_s = time.monotonic()
        till.tap("tile_P")
        till.until(lambda: _phase(till, "Margherita") == "slow", "the waiting sign")
        assert SLOW_AFTER_S == 0.5
        till.tap("tile_D")
        till.until(lambda: _phase(till, "Water") == "held", "the other tile reacts")
        till.until(lambda: _phase(till, "Margherita") == "retry", "Retry")
        assert time.monotonic() - tapped_s >= 2.5
        assert GIVE_UP_AFTER_S == 3.0
        till.qtbot.waitUntil(lambda: time.monotonic() - tapped_s >= 4.0, timeout=20_000)
    held = "SELECT count(*) FROM wedge.portions WHERE state = 'reserved'"
    assert small_store.one(held) == 0
    till.tap("retry_Margherita")
    till.until(lambda: _phase(till, "Margherita") == "held")
    assert small_store.one(held) == 1


def _phase(till: TillDriver, name: str) -> str:
    return next((row.phase for row in till.lines() if row.name.startswith(name)), "")


@pytest.mark.spec("POS-03.5")
def test_a_line_holds_at_once_and_both_changes_reach_the_other_till_within_two_seconds(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    one, two = open_real("till-1"), open_real("till-2")
    small_store.query(
        "DELETE FROM wedge.portions WHERE code NOT IN"
        " (SELECT code FROM wedge.portions ORDER BY code LIMIT 2)"
    )
    for till in (one, two):
        till.until(partial(_left, till, "2 left"), "two left")
    tapped_s = time.monotonic()
    one.tap("tile_P")
    one.tap("tile_P")
    two.until(partial(_left, two, "none left"), "none left on the other till")
    assert time.monotonic() - tapped_s < 2.0
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 2
    one.until(partial(_answered, one), "answered")
    removed_s = time.monotonic()
    one.tap("remove_Margherita, 120 g")
    two.until(partial(_left, two, "1 left"), "one left on the other till")
    assert time.monotonic() - removed_s < 2.0
    one.until(lambda: len(one.lines()) == 1, "removed")
    one.tap("cancelOrder")
    two.until(partial(_left, two, "2 left"), "clearing the order frees the rest")


def _left(till: TillDriver, words: str) -> bool:
    return till.text("tileLeft") == words


@pytest.mark.spec("POS-02.1")
def test_a_cut_channel_turns_tiles_amber_with_the_age_and_clears_by_itself(
    make_terminal: MakeTerminal, connect: Connect, open_till: OpenTill, small_store: SmallShop
) -> None:
    measured(small_store)
    with proxied(small_store, make_terminal("till-1")) as (proxy, url):
        till = open_till(connect(url))
        till.sign_in("The cashier")
        till.until(partial(_left, till, "20 left"), "live")
        assert shown_in(till, "tile_P") >= {"A 20"}, "the count per grade"
        proxy.go_dark()
        till.until(partial(_stale, till), "the mark")
        assert re.fullmatch(r"◆ not current: \d+ s old", till.text("tileAge"))
        assert till.item("tileAge").property("tone") == "warning"
        proxy.light_up()
        till.until(lambda: not _stale(till), "the mark clears")
        assert not till.shows("lostNotice"), "it came back in time: selling never stopped"
        till.tap("tile_P")
        till.until(lambda: _phase(till, "Margherita") == "held")


def _stale(till: TillDriver) -> bool:
    return "not current" in till.text("tileAge")


def shown_in(till: TillDriver, holder: str) -> set[str]:
    """Every text drawn inside an item."""
    root = till.item(holder)
    return {
        str(item.property("text"))
        for item in scene.visible_items(till.window)
        if root.isAncestorOf(item) and item.metaObject().indexOfProperty("text") >= 0
    }

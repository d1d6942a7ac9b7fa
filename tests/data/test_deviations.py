"""Readings outside the limits on the real store: what is blocked, and what releases it."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.ids import new_id
from tests.data.looked_at import Shop, shop
from tests.data.test_recovery import behind_the_guards
from tests.support.fahrenheit import fahrenheit_mc
from tests.support.seed import CABINET, SmallShop, Till, candidate, forget_readings, known_id

__all__ = ["shop"]

BLOCKED = "SELECT count(*) FROM wedge.portions WHERE deviation_id IS NOT NULL"
FIRST, OTHER = known_id("portion 1/0"), known_id("portion 2/0")
LOTS = [known_id("whole 1"), known_id("whole 2")]


def older(small: SmallShop, *more: str) -> None:
    """The food was cut long before the readings that come now."""
    cut = "clock_timestamp() - interval '40 min'"
    behind_the_guards(
        small,
        f"UPDATE wedge.portions SET cut_at = {cut}",
        f"UPDATE wedge.wholes SET cut_at = {cut} WHERE cut_at IS NOT NULL",
        *more,
    )


def make_cold(small: SmallShop) -> None:
    """The cabinet is a refrigerated display at 39 °F, with two lots in it."""
    older(
        small,
        "UPDATE wedge.holding_units SET kind = 'cold', min_temperature_mc = NULL,"
        " name = 'Cold display'",
    )
    silent_since(small, 1, 3_900)


def silent_since(small: SmallShop, minutes: float, mc: int = 63_000, sensor: str = "") -> None:
    """The last reading came so long ago."""
    forget_readings(small)
    behind_the_guards(
        small,
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc, sensor)"
        f" VALUES ('{CABINET}', clock_timestamp() - interval '{minutes} min', {mc}, '{sensor}')",
    )


def read(shop: Shop, mc: int, at: datetime | None = None, sensor: str = "s1") -> Any:
    """A sensor's reading; returns the finding."""
    at = at or shop.small.one("SELECT clock_timestamp()")
    return shop.till.call("record_reading", new_id(), CABINET, sensor, at, mc)["finding"]


def tasks(shop: Shop) -> list[Any]:
    return shop.small.query("SELECT kind, state FROM wedge.tasks ORDER BY kind, opened_at")


def can_sell(shop: Shop, portion: UUID = OTHER) -> bool:
    """Whether the server sells it: the guest's order is dropped again."""
    ticket = uuid4()
    try:
        epoch = shop.small.one("SELECT epoch FROM wedge.portions WHERE id = %s", portion)
        shop.till.reserve(ticket, candidate(portion, epoch))
    except psycopg.Error as error:
        assert error.diag.message_hint == "off_sale"
        return False
    shop.till.act("void_ticket", ticket)
    return True


def correct(who: Till, shop: Shop, decision: str, lots: list[UUID] = LOTS) -> Any:
    deviation = shop.small.one("SELECT id FROM wedge.deviations WHERE state = 'open'")
    said = json.dumps({str(lot): decision for lot in lots})
    return who.act("complete_correction", deviation, "The door stood open", "Closed it", said)


@pytest.mark.spec("BR-04.2")
@pytest.mark.parametrize(("tenths", "blocked"), [(1399, 20), (1400, 0)])
def test_a_hot_lot_below_140_f_is_neither_sold_nor_handed_over(
    shop: Shop, tenths: int, blocked: int
) -> None:
    older(shop.small)
    ticket, line = shop.sell(FIRST)
    read(shop, fahrenheit_mc(tenths))
    assert shop.small.one(BLOCKED) == blocked
    if not blocked:
        assert can_sell(shop)
        shop.kitchen.act("verify_line", line, None)
        assert tasks(shop) == []
        return
    assert not can_sell(shop)
    for call in ("verify_line", "serve_ticket"):
        what = (line, None) if call == "verify_line" else (ticket,)
        code, detail = shop.refused(lambda c=call, w=what: shop.kitchen.act(c, *w))
        assert (code, detail) == ("temperature_violated", "P-100")
    # A reading that is good again proves the unit, not the food that was outside.
    read(shop, 63_000)
    assert not can_sell(shop)
    assert shop.refused(lambda: shop.kitchen.act("verify_line", line, None))[0] == (
        "temperature_violated"
    )


@pytest.mark.spec("BR-04.3")
@pytest.mark.parametrize(
    ("tenths", "outcome"),
    [(349, "quality_alert"), (350, ""), (410, ""), (411, "corrective_action")],
)
def test_a_cold_lot_is_kept_from_35_to_41_f(shop: Shop, tenths: int, outcome: str) -> None:
    make_cold(shop.small)
    read(shop, fahrenheit_mc(tenths))
    read(shop, fahrenheit_mc(tenths))
    assert tasks(shop) == ([(outcome, "open")] if outcome else [])
    violated = outcome == "corrective_action"
    assert shop.small.one(BLOCKED) == (20 if violated else 0)
    assert can_sell(shop) is not violated
    found = shop.small.query("SELECT number, temperature_mc, limit_mc, state FROM wedge.deviations")
    assert [row[1:] for row in found] == ([(5_056, 5_000, "open")] if violated else [])
    if outcome == "quality_alert":
        shop.look(FIRST, age_s=2400.0)
        assert tasks(shop) == [(outcome, "open")], "the other lot is to be inspected, too"
        shop.look(OTHER, age_s=2400.0)
        assert tasks(shop) == [(outcome, "done")]
        read(shop, fahrenheit_mc(tenths))
        assert tasks(shop) == [(outcome, "done")], "the same cold spell"


@pytest.mark.spec("BR-06.2")
def test_one_task_for_both_lots_is_due_30_minutes_after_the_reading(shop: Shop) -> None:
    make_cold(shop.small)
    at = shop.small.one("SELECT clock_timestamp() - interval '20 s'")
    read(shop, 5_056, at)
    read(shop, 5_200)
    ((due, opened, owner),) = shop.small.query("SELECT due_at, opened_at, owner FROM wedge.tasks")
    assert (due, owner) == (at + timedelta(minutes=30), "kitchen")
    assert opened < due
    lots = shop.small.query("SELECT whole_id FROM wedge.deviation_lots")
    assert {lot for (lot,) in lots} == set(LOTS)
    task = shop.small.one("SELECT id FROM wedge.tasks")
    assert shop.refused(lambda: shop.office.act("close_task", task, "done"))[0] == "not_ready"
    assert shop.refused(lambda: correct(shop.office, shop, "hold", LOTS[:1])) == (
        "disposition_missing", "P-W2",
    )  # fmt: skip
    assert shop.refused(lambda: correct(shop.office, shop, "release"))[0] == "temperature_violated"
    read(shop, 4_000)
    assert shop.refused(lambda: correct(shop.kitchen, shop, "release"))[0] == "not_permitted"
    correct(shop.office, shop, "release")
    assert (shop.small.one(BLOCKED), can_sell(shop)) == (0, True)
    done = "SELECT done_by, outcome FROM wedge.tasks"
    assert shop.small.query(done) == [(known_id("manager"), "The door stood open · Closed it")]
    # What comes late from before the decision was decided; what comes after it was not.
    assert read(shop, 6_000, at) is not None
    assert shop.small.one(BLOCKED) == 0
    read(shop, 5_300)
    assert shop.small.one(BLOCKED) == 20
    with pytest.raises(psycopg.Error, match="read-only"):
        shop.small.query("UPDATE wedge.deviations SET cause = 'other' WHERE state = 'closed'")
    with pytest.raises(psycopg.Error, match="kept"):
        shop.small.query("DELETE FROM wedge.deviations")


def test_a_lot_is_held_and_decided_later_or_wasted_with_its_records(shop: Shop) -> None:
    older(shop.small)
    ticket, _ = shop.sell(FIRST)
    reserved = uuid4()
    shop.till.reserve(reserved, candidate(known_id("portion 2/5")))
    read(shop, 50_000)
    read(shop, 63_000)
    deviation = shop.small.one("SELECT id FROM wedge.deviations")
    said = json.dumps({str(LOTS[0]): "hold", str(LOTS[1]): "waste"})
    shop.kitchen.act("complete_correction", deviation, "Heater off", "Switched it on", said)
    wasted = "SELECT count(*) FROM wedge.waste WHERE cause = 'temperature deviation'"
    assert (shop.small.one(wasted), shop.small.one(BLOCKED)) == (10, 20)
    assert not can_sell(shop, known_id("portion 1/3"))
    held = ("decide_held_lot", deviation, LOTS[0])
    assert shop.refused(lambda: shop.kitchen.act(*held, "release"))[0] == "not_permitted"
    shop.office.act(*held, "release")
    assert can_sell(shop, known_id("portion 1/3"))
    assert shop.refused(lambda: shop.office.act(*held, "waste"))[0] == "changed"
    state = "SELECT state FROM wedge.portions WHERE ticket_id = %s"
    assert shop.small.query(state, ticket) == [("committed",)]


def test_payment_takes_what_was_outside_off_the_order(shop: Shop) -> None:
    older(shop.small)
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST))
    read(shop, 59_944)
    said = shop.till.act("pay_cash", ticket, 8900, 8900)
    assert (said["refused"], said["detail"]) == ("portion_expired", "P-100")


def test_a_reading_from_before_the_food_or_from_another_sensor(shop: Shop) -> None:
    """Out of order, the future, a second sensor: only what the food went through counts."""
    older(shop.small)
    long_ago = shop.small.one("SELECT clock_timestamp() - interval '3 h'")
    assert read(shop, 20_000, long_ago) == "out_of_order"
    assert shop.small.one(BLOCKED) == 0, "the food was not cut then"
    ahead = shop.small.one("SELECT clock_timestamp() + interval '5 min'")
    assert shop.refused(lambda: read(shop, 20_000, ahead))[0] == "bad_reading"
    at = shop.small.one("SELECT clock_timestamp() - interval '2 s'")
    read(shop, 64_000, at)
    assert read(shop, 59_000, at, "s2") == "other_sensor"
    assert shop.small.one(BLOCKED) == 20
    assert len(tasks(shop)) == 1


@pytest.mark.spec("BR-06.4")
@pytest.mark.parametrize(("minutes", "sold"), [(14.9, True), (29.9, True), (30.1, False)])
def test_food_of_a_silent_unit_is_sold_until_an_entry_is_missed(
    shop: Shop, minutes: float, sold: bool
) -> None:
    older(shop.small)
    silent_since(shop.small, minutes)
    assert can_sell(shop) is sold
    _, line = shop.sell(FIRST) if sold else (None, None)
    if line is not None:
        shop.kitchen.act("verify_line", line, None)
        return
    shop.kitchen.act("sign_check", uuid4(), CABINET, fahrenheit_mc(1450))
    assert can_sell(shop), "145 °F releases it"
    silent_since(shop.small, 15.1, 63_000, "hand: The kitchen")
    assert not can_sell(shop), "the next entry was missed"


def test_an_entry_releases_only_what_a_missed_entry_blocked(shop: Shop) -> None:
    older(shop.small)
    read(shop, 59_000)
    silent_since(shop.small, 31)
    shop.kitchen.act("sign_check", uuid4(), CABINET, fahrenheit_mc(1450))
    assert not can_sell(shop)
    assert shop.small.one(BLOCKED) == 20


@pytest.mark.parametrize("kind", ["hot", "ambient"])
def test_silent_units_are_one_alert_that_ends_with_the_silence(shop: Shop, kind: str) -> None:
    """Any unit with limits is meant, one at room temperature, too."""
    older(shop.small, f"UPDATE wedge.holding_units SET kind = '{kind}'")
    silent_since(shop.small, 16)
    watch = "SELECT wedge.watch_units((SELECT id FROM wedge.terminals LIMIT 1))"
    shop.small.query(watch)
    assert tasks(shop) == [], "the store itself was not up for that long"
    behind_the_guards(shop.small, "UPDATE wedge.settings SET document = document ||"
                      ' \'{"food": {"readings": {"silent_after_s": 0.001}}}\'')  # fmt: skip
    for _ in range(2):
        shop.small.query(watch)
    assert tasks(shop) == [("backup_mode", "open")]
    behind_the_guards(shop.small, "UPDATE wedge.settings SET document = document ||"
                      ' \'{"food": {"readings": {"silent_after_s": 900}}}\'')  # fmt: skip
    read(shop, 63_000)
    shop.small.query(watch)
    assert tasks(shop) == [("backup_mode", "done")]

"""Nothing that a temperature blocked is stuck, and nothing else comes back with it."""

import json
from uuid import uuid4

import pytest

from tests.data.looked_at import SECOND, Shop, shop
from tests.data.test_deviations import (
    BLOCKED,
    FIRST,
    LOTS,
    OTHER,
    correct,
    make_cold,
    older,
    read,
    silent_since,
    tasks,
)
from tests.data.test_recovery import rules
from tests.support.fahrenheit import fahrenheit_mc
from tests.support.refunds import give_back
from tests.support.seed import CABINET, candidate

__all__ = ["shop"]


def test_what_a_till_held_when_the_entry_was_missed_is_paid_after_the_next_one(shop: Shop) -> None:
    """Nobody takes money for what nobody could hand over; the refusal names the unit to measure."""
    older(shop.small)
    _, sold = shop.sell(SECOND)
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST))
    silent_since(shop.small, 30.1)
    said = ("entry_missed", "Hot cabinet 1")
    assert shop.refused(lambda: shop.till.act("pay_cash", ticket, 8900, 8900)) == said
    assert shop.refused(lambda: shop.kitchen.act("verify_line", sold, None)) == said
    assert shop.small.one("SELECT count(*) FROM wedge.payments WHERE ticket_id = %s", ticket) == 0
    shop.kitchen.act("sign_check", uuid4(), CABINET, fahrenheit_mc(1450))
    assert "receipt_id" in shop.till.act("pay_cash", ticket, 8900, 8900)
    shop.kitchen.act("verify_line", sold, None)


def test_a_guest_whose_paid_portion_was_outside_its_limits_gets_the_money_back(shop: Shop) -> None:
    older(shop.small)
    _, line = shop.sell(FIRST)
    settle = ("settle_line", line, "refund", "[]", "temperature", "", uuid4())
    assert shop.refused(lambda: shop.till.act(*settle))[0] == "changed"
    read(shop, 50_000)
    assert shop.till.act(*settle)["refunded_minor"] == 8900
    assert shop.portion(FIRST)[0] == "wasted"


@pytest.mark.parametrize("put_aside", ["damaged", "not_found", "unsafe"])
def test_a_release_returns_to_sale_only_what_the_deviation_took_away(
    shop: Shop, put_aside: str
) -> None:
    older(shop.small)
    _, line = shop.sell(FIRST)
    if put_aside != "unsafe":
        other = json.dumps({"portion_id": str(OTHER), "epoch": 0, "grade": "A", "breakdown": []})
        shop.kitchen.act("swap_paid_line", line, other, "[]", put_aside, "", None)
    read(shop, 50_000)
    read(shop, 63_000)
    if put_aside == "unsafe":
        shop.kitchen.act("hold_portions", [SECOND])
    correct(shop.office, shop, "release")
    assert shop.portion(FIRST)[0] == ("committed" if put_aside == "unsafe" else "quarantined")
    assert shop.portion(SECOND)[0] == "available"


def test_no_sensor_passes_for_a_person(shop: Shop) -> None:
    said = shop.refused(lambda: read(shop, 63_000, sensor="hand: The manager"))
    assert said == ("bad_text", "sensor")


def test_an_alert_of_food_that_is_gone_is_closed(shop: Shop) -> None:
    make_cold(shop.small)
    read(shop, 1_000)
    assert tasks(shop) == [("quality_alert", "open")]
    watch = "SELECT wedge.watch_units((SELECT id FROM wedge.terminals LIMIT 1))"
    shop.small.query(watch)
    assert tasks(shop) == [("quality_alert", "open")]
    every = [each for (each,) in shop.small.query("SELECT id FROM wedge.portions")]
    shop.kitchen.act("waste_portions", every, "closing time")
    shop.small.query(watch)
    assert tasks(shop)[0] == ("quality_alert", "done")


def test_a_lot_on_hold_joins_the_next_violation(shop: Shop) -> None:
    """Its release would forget what it went through since."""
    older(shop.small)
    read(shop, 50_000)
    correct(shop.office, shop, "hold")
    first = shop.small.one("SELECT id FROM wedge.deviations")
    read(shop, 51_000)
    read(shop, 63_000)
    held = ("decide_held_lot", first, LOTS[0], "release")
    assert shop.refused(lambda: shop.office.act(*held))[0] == "changed"
    lots = "SELECT count(*) FROM wedge.deviation_lots WHERE disposition IS NULL"
    assert shop.small.one(lots) == 2
    correct(shop.office, shop, "release")
    assert shop.small.one(BLOCKED) == 0


def test_what_comes_back_of_a_lot_that_was_wasted_is_wasted_too(shop: Shop) -> None:
    older(shop.small)
    rules(shop.small, limit_minor=100_000)
    ticket, line = shop.sell(FIRST)
    read(shop, 50_000)
    deviation = shop.small.one("SELECT id FROM wedge.deviations")
    correct(shop.office, shop, "waste")
    give_back(shop.till, ticket, {"line_id": line, "goods": "put_back"})
    assert shop.portion(FIRST)[0] == "available"
    back = ("decide_held_lot", deviation, LOTS[0])
    assert shop.refused(lambda: shop.office.act(*back, "release"))[0] == "changed"
    shop.kitchen.act(*back, "waste")
    assert shop.portion(FIRST)[0] == "wasted"


@pytest.mark.parametrize(
    ("cabinet_mc", "core_mc", "code"),
    [(50_000, None, "temperature_violated"), (63_000, 300_001, "bad_reading")],
)
def test_no_verification_passes_food_outside_its_limits(
    shop: Shop, cabinet_mc: int, core_mc: int | None, code: str
) -> None:
    """Nor by a temperature that cannot be; whether it goes into preparation at once or not."""
    older(shop.small)
    _, line = shop.sell(FIRST)
    read(shop, cabinet_mc)
    seen = json.dumps({"looks_good": True, "configuration": True, "modifiers": True,
                       "temperature_mc": core_mc})  # fmt: skip
    verify = ("verify_portion", uuid4(), line, "P-100", seen, "[]")
    assert shop.refused(lambda: shop.kitchen.act(*verify))[0] == code
    assert shop.small.query("SELECT * FROM wedge.verifications") == []

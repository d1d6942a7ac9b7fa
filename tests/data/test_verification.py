"""No portion is prepared before its label was read and it passed; a failed one is replaced."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.data.looked_at import FIRST, OTHER, SECOND, Shop
from tests.data.looked_at import shop as shop
from tests.support.seed import PRICE_MINOR as PRICE
from tests.support.seed import known_id

DEMANDED = (
    "UPDATE wedge.settings SET document = jsonb_set(document, '{kitchen}',"
    " coalesce(document -> 'kitchen', '{}') || '{\"verify_by_code\": true}')"
)
GOOD = {"looks_good": True, "configuration": True, "modifiers": True, "reason": None}


def verify(
    shop: Shop, line: UUID, code: str, *, candidates: Any = (), prepare: bool = True, **seen: Any
) -> Any:
    offered = [{"portion_id": str(p), "epoch": 0, "grade": "A", "breakdown": []}
               for p in candidates]  # fmt: skip
    said = {**GOOD, "prepare": prepare, **seen}
    return shop.kitchen.act("verify_portion", uuid4(), line, code, json.dumps(said),
                            json.dumps(offered))  # fmt: skip


def fail(shop: Shop, line: UUID, code: str, reason: str = "dry edge", *others: UUID) -> Any:
    return verify(shop, line, code, looks_good=False, reason=reason, candidates=others)


def kitchen_state(shop: Shop, line: UUID) -> Any:
    return shop.small.one("SELECT kitchen_state FROM wedge.ticket_lines WHERE id = %s", line)


@pytest.mark.spec("FUL-03.1")
def test_nothing_is_prepared_before_the_reserved_portion_was_scanned_and_passed(
    shop: Shop,
) -> None:
    shop.small.query(DEMANDED)
    _, line = shop.sell()
    assert shop.refused(lambda: shop.kitchen.act("verify_line", line, None)) == (
        "not_checked", "P-100",
    )  # fmt: skip
    for other in ("P-200", "", "P-10", "P-1000"):
        assert shop.refused(lambda other=other: verify(shop, line, other)) == (
            "wrong_portion", "P-100",
        )  # fmt: skip
    assert kitchen_state(shop, line) == "queued"
    assert shop.small.query("SELECT * FROM wedge.verifications") == []
    verify(shop, line, " p-100 ", prepare=False)
    kept = shop.small.query(
        "SELECT n.name, v.at BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp(),"
        " v.looks_good, v.product_matches, v.configuration_matches, v.modifiers_match, v.passed,"
        " v.portion_id, v.line_id FROM wedge.verifications v"
        " JOIN wedge.staff_names n ON n.id = v.staff_id"
    )
    assert kept == [("The kitchen", True, True, True, True, True, True, FIRST, line)]
    assert kitchen_state(shop, line) == "queued", "the record opens it, the cook begins"
    shop.kitchen.act("verify_line", line, None)
    assert kitchen_state(shop, line) == "verified"
    _, next_line = shop.sell(SECOND)
    verify(shop, next_line, "P-101")
    assert kitchen_state(shop, next_line) == "verified", "passed and begun in one step"


def test_another_portion_on_the_line_is_verified_anew(shop: Shop) -> None:
    shop.small.query(DEMANDED)
    _, line = shop.sell()
    verify(shop, line, "P-100")
    shop.look(score=6.0, causes=["age"], candidates=[OTHER])
    assert kitchen_state(shop, line) == "queued"
    assert shop.refused(lambda: shop.kitchen.act("verify_line", line, None)) == (
        "not_checked", "P-200",
    )  # fmt: skip
    with psycopg.connect(shop.small.admin_url) as admin, pytest.raises(psycopg.Error):
        admin.execute("UPDATE wedge.verifications SET passed = false")


def test_a_shop_that_does_not_demand_it_goes_on_as_before(shop: Shop) -> None:
    _, line = shop.sell()
    shop.kitchen.act("verify_line", line, None)
    assert kitchen_state(shop, line) == "verified"


@pytest.mark.spec("FUL-03.4")
def test_a_failed_portion_is_held_another_selected_and_the_third_failure_alerts(
    shop: Shop,
) -> None:
    shop.small.query(DEMANDED)
    earlier, _ = shop.sell(known_id("portion 2/9"))
    ticket, line = shop.sell()
    later, _ = shop.sell(known_id("portion 2/8"))
    promised = "SELECT coalesce(delayed_from, promised_at) FROM wedge.tickets WHERE id = %s"
    place = [shop.small.one(promised, each) for each in (earlier, ticket, later)]
    assert shop.refused(lambda: fail(shop, line, "P-100", "")) == ("bad_text", "reason")
    assert shop.refused(lambda: fail(shop, line, "P-100", "ugly")) == ("bad_text", "reason")
    first = fail(shop, line, "P-100", "dry edge", FIRST, OTHER)
    assert (first["passed"], first["stand_in"], first["ask"]) == (False, str(OTHER), False)
    assert shop.portion()[0] == "quarantined"
    assert shop.portion()[2:] == ("failed", None)
    assert shop.small.query(
        "SELECT outcome FROM wedge.quality_reviews WHERE portion_id = %s", FIRST
    ) == [(None,)]
    assert (shop.portion(OTHER)[0], shop.portion(OTHER)[3]) == ("committed", ticket)
    assert [shop.small.one(promised, each) for each in (earlier, ticket, later)] == place

    spare, last = known_id("portion 1/5"), known_id("portion 1/6")
    shop.look(spare)
    shop.look(last)
    second = fail(shop, line, "P-200", "damage", FIRST, spare)
    assert (second["stand_in"], second["failures"]) == (str(spare), 2), "never the failed one"
    assert shop.tasks("line_failures") == []
    third = fail(shop, line, "P-105", "uneven cut", last)
    assert (third["stand_in"], third["failures"], third["ask"]) == (None, 3, True)
    ((subject, due, state, _),) = shop.tasks("line_failures")
    assert (subject["line_id"], due.total_seconds(), state) == (str(line), 0, "open")
    refused = shop.refused(lambda: verify(shop, line, "P-105"))
    assert refused[0] == "changed", "what failed cannot pass afterwards"
    reasons = "SELECT reason FROM wedge.verifications WHERE line_id = %s ORDER BY at"
    assert [row[0] for row in shop.small.query(reasons, line)] == [
        "dry edge", "damage", "uneven cut",
    ]  # fmt: skip
    said = shop.till.act("settle_line", line, "refund", "[]", "damage", "", uuid4())
    assert said["refunded_minor"] == PRICE
    assert shop.small.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_failed_portion_found_good_again_never_comes_back_to_its_line(shop: Shop) -> None:
    _, line = shop.sell()
    fail(shop, line, "P-100", "dry edge", OTHER)
    with psycopg.connect(shop.small.admin_url) as admin:
        admin.execute(
            "UPDATE wedge.portions SET state = 'available', quality_status = 'good'"
            " WHERE id = %s", (FIRST,),
        )  # fmt: skip
    row = shop.small.query("SELECT wedge.fits_size(l, %s, '') FROM wedge.ticket_lines l"
                           " WHERE id = %s", FIRST, line)  # fmt: skip
    assert row == [(False,)]


def test_first_selections_are_told_from_replacements(shop: Shop) -> None:
    _, line = shop.sell()
    fail(shop, line, "P-100", "dry edge", OTHER)
    verify(shop, line, "P-200")
    told = "SELECT passed, first_selection FROM wedge.verifications ORDER BY at"
    assert shop.small.query(told) == [(False, True), (True, False)]

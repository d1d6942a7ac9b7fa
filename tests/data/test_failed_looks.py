"""What a failed look sets off: a stand-in, an improvement, a watch."""

import json
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.data.looked_at import FIRST, OTHER, SECOND, WHOLE, Shop
from tests.data.looked_at import shop as shop
from tests.support.seed import CABINET, EIGHTHS, PIZZA, candidate, known_id
from tests.support.seed import PRICE_MINOR as PRICE


@pytest.mark.spec("FUL-E2.2")
def test_a_late_failure_takes_a_stand_in_and_marks_its_siblings(shop: Shop) -> None:
    ticket, line = shop.sell()
    _, sibling = shop.sell(SECOND)
    said = shop.look(
        score=8.0, predicted=8.9, passed=False, causes=["dry edge"], candidates=[
            known_id("portion 1/3"), OTHER,
        ],
    )  # fmt: skip
    assert said["stand_in"] == str(OTHER), "a sibling may not stand in"
    row = shop.small.query(
        "SELECT portion_code, unit_price_minor, kitchen_state, former_code, former_reason"
        " FROM wedge.ticket_lines WHERE id = %s", line,
    )[0]  # fmt: skip
    assert row == ("P-200", PRICE, "queued", "P-100", "other")
    assert shop.portion(OTHER)[0] == "committed"
    assert shop.portion(OTHER)[3] == ticket
    marked = "SELECT count(*) FROM wedge.portions WHERE recheck_at IS NOT NULL AND whole_id = %s"
    assert shop.small.one(marked, WHOLE) == 9
    assert shop.refused(lambda: shop.kitchen.act("verify_line", sibling, None)) == (
        "checkpoint_missing", "P-101",
    )  # fmt: skip
    shop.look(SECOND, score=9.5)
    shop.kitchen.act("verify_line", sibling, None)
    assert [task[0]["cause"] for task in shop.tasks("investigation")] == ["failed_checkpoint"]
    assert shop.small.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_held_portion_that_fails_is_replaced_in_the_open_order(shop: Shop) -> None:
    ticket, line = uuid4(), uuid4()
    shop.till.reserve(ticket, candidate(FIRST), line=line)
    shop.look(score=6.8, causes=["age"], candidates=[OTHER])
    assert (shop.portion()[0], shop.portion(OTHER)[:1]) == ("quarantined", ("reserved",))
    decided = shop.small.query(
        "SELECT kind, former_id, portion_id, reason FROM wedge.allocation_decisions"
        " WHERE kind = 'substituted'"
    )
    assert decided == [("substituted", FIRST, OTHER, "age")]
    shop.till.act("pay_cash", ticket, PRICE, PRICE)
    assert shop.portion(OTHER)[0] == "committed"


def test_without_a_stand_in_the_bad_one_can_be_neither_paid_nor_served(shop: Shop) -> None:
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST))
    shop.look(score=6.8, causes=["age"])
    answer = shop.till.act("pay_cash", ticket, PRICE, PRICE)
    assert answer == {"refused": "portion_expired", "detail": "P-100"}
    assert shop.small.one("SELECT count(*) FROM wedge.receipts") == 0
    paid, line = shop.sell(OTHER)
    shop.kitchen.act("verify_line", line, None)
    shop.look(OTHER, score=6.5, causes=["age"])
    for till in (shop.kitchen, shop.office):
        served = shop.refused(lambda till=till: till.act("serve_ticket", paid))
        assert served == ("portion_expired", "P-200")
    spare = known_id("portion 1/5")
    offered = json.dumps([{"portion_id": str(spare), "epoch": 0, "grade": "A"}])

    def replaced() -> Any:
        return shop.kitchen.act("replace_line", line, offered)

    assert shop.refused(replaced)[0] == "gone", "its sibling failed: it must be seen first"
    shop.look(spare)
    shop.kitchen.act("replace_line", line, offered)
    assert shop.portion(OTHER)[0] == "quarantined", "blocked, not waste"


@pytest.mark.spec("BR-13.4")
def test_three_failures_of_one_cause_are_one_improvement(shop: Shop) -> None:
    for number in range(3):
        assert len(shop.tasks("improvement")) == 0
        shop.look(known_id(f"portion 2/{number}"), score=6.0, causes=["uneven cut"])
    ((subject, _, _, task),) = shop.tasks("improvement")
    failures = shop.small.query("SELECT id FROM wedge.inspections ORDER BY at")
    assert subject["failures"] == [str(each[0]) for each in failures]
    assert subject["cause"] == "uneven cut"
    shop.look(known_id("portion 2/3"), score=6.0, causes=["uneven cut"])
    assert len(shop.tasks("improvement")) == 1

    def closed() -> Any:
        return shop.office.act("close_task", task, "new knife")

    assert shop.refused(closed)[0] == "effect_check_missing"
    shop.office.act("check_effect", task, "no uneven cut since Monday")
    closed()
    assert shop.tasks("improvement")[0][2] == "done"


def test_old_failures_do_not_count(shop: Shop) -> None:
    for number in range(2):
        shop.look(known_id(f"portion 2/{number}"), score=6.0, causes=["uneven cut"])
    with psycopg.connect(shop.small.admin_url) as admin:
        admin.execute("ALTER TABLE wedge.inspections DISABLE TRIGGER append_only")
        admin.execute("UPDATE wedge.inspections SET at = at - interval '7 days 1 minute'")
    shop.look(known_id("portion 2/5"), score=6.0, causes=["uneven cut"])
    assert shop.tasks("improvement") == []


@pytest.mark.spec("FUL-E2.4")
def test_two_late_failures_put_product_and_unit_under_watch_until_a_manager_ends_it(
    shop: Shop,
) -> None:
    subjects = "SELECT subject_id FROM wedge.watches WHERE reset_by IS NULL ORDER BY 1"
    for number in range(2):
        assert shop.small.query(subjects) == []
        portion = known_id(f"portion {number + 1}/4")
        shop.sell(portion)
        shop.look(portion, score=8.0, passed=False, causes=["dry edge"])
    assert {row[0] for row in shop.small.query(subjects)} == {PIZZA, CABINET}
    view = shop.small.one("SELECT wedge.snapshot()")
    assert len(view["watches"]) == 2
    shop.office.act("reset_watch", CABINET)
    assert shop.small.query(subjects) == [(PIZZA,)]
    assert shop.refused(lambda: shop.office.act("reset_watch", CABINET))[0] == "changed"
    zone = shop.small.one(
        "SELECT max(until) AT TIME ZONE 'Asia/Bangkok' FROM wedge.watches WHERE reset_by IS NULL"
    )
    assert (zone.hour, zone.minute) == (0, 0)


@pytest.mark.spec("POS-E3.4")
def test_more_than_three_degradations_in_orders_are_a_watch(shop: Shop) -> None:
    watched = "SELECT trouble FROM wedge.watches"
    for number in range(4):
        assert shop.small.query(watched) == []
        portion = known_id(f"portion 1/{number}")
        shop.sell(portion)
        shop.look(portion, score=8.2, predicted=8.5, kind="random")
    assert shop.small.query(watched) == [("degraded_in_order",)]

    def hold() -> float:
        ticket = uuid4()
        shop.till.reserve(ticket, candidate(free.pop()))
        return float(
            shop.small.one(
                "SELECT extract(epoch FROM held_until - clock_timestamp()) FROM wedge.tickets"
                " WHERE id = %s", ticket,
            )
        )  # fmt: skip

    free = [known_id(f"portion 2/{wedge}") for wedge in range(3)]
    assert hold() == pytest.approx(150, abs=3)
    # The day closes; its moment is the store's next midnight.
    shop.small.query("UPDATE wedge.watches SET until = clock_timestamp()")
    assert hold() == pytest.approx(300, abs=3)
    assert shop.small.one("SELECT wedge.snapshot() -> 'watches'") == []


def test_no_failed_look_hides_behind_another_ones_id(shop: Shop) -> None:
    """A lot's look at its cut has the lot's id: a look told under it would count nowhere."""
    whole = known_id("uncut")
    shop.kitchen.act("cut_whole", whole, EIGHTHS, 8, CABINET, "B", 9.5, None)
    seen = {"kind": "recheck", "step": None, "score": 3.0, "passed": False, "causes": ["age"],
            "note": "", "temperature_mc": None}  # fmt: skip
    hide = ("record_inspection", whole, FIRST, json.dumps(seen),
            json.dumps({"score": 9.0, "effective_age_s": 600.0}), "[]")  # fmt: skip
    assert shop.refused(lambda: shop.kitchen.act(*hide))[0] == "changed"
    assert shop.portion(FIRST)[0] == "available"
    shop.look(FIRST, 3.0, passed=False, causes=["age"])
    assert shop.small.one("SELECT count(*) FROM wedge.quality_looks WHERE NOT passed") == 1

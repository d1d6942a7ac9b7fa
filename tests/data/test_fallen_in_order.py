"""A portion of an order falls below what was sold: what stands in, what is kept or refused."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.looked_at import Shop
from tests.support.seed import PRICE_MINOR as PRICE
from tests.support.seed import SmallShop, Till, candidate, known_id

FIRST, SECOND, OTHER, ANOTHER = (
    known_id(f"portion {each}") for each in ("1/0", "1/1", "2/0", "2/1")
)


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)


def offered(portion: UUID, grade: str = "A", price: int = PRICE) -> dict[str, Any]:
    """A free portion at its own price."""
    step = {"reason": "base", "amount_minor": price, "rule_version": 1}
    return {
        "portion_id": str(portion), "epoch": 0, "grade": grade, "unit_price_minor": price,
        "base_price_minor": price, "breakdown": [step], "score_milli": 9100,
    }  # fmt: skip


def look(shop: Shop, portion: UUID, score: float, stand_ins: Any, **seen: Any) -> Any:
    """The kitchen looks; `stand_ins` are offered portions by line."""
    what = {"kind": "recheck", "step": None, "score": score, "passed": True, "causes": [],
            "note": "", "temperature_mc": None, **seen}  # fmt: skip
    said = {"score": 9.0, "effective_age_s": 600.0}
    by_line = {str(line): each for line, each in stand_ins.items()}
    return shop.kitchen.act(
        "record_inspection", uuid4(), portion, json.dumps(what), json.dumps(said),
        json.dumps(by_line),
    )  # fmt: skip


def line_of(shop: Shop, line: UUID) -> Any:
    return shop.small.query(
        "SELECT portion_code, former_code, former_reason, unit_price_minor, grade, kitchen_state"
        " FROM wedge.ticket_lines WHERE id = %s", line,
    )[0]  # fmt: skip


def as_b(shop: Shop, line: UUID) -> None:
    """The line was sold as grade B."""
    shop.small.query("UPDATE wedge.ticket_lines SET grade = 'B' WHERE id = %s", line)


def substituted(shop: Shop) -> list[Any]:
    return shop.small.query(
        "SELECT former_id, portion_id, former_score_milli, score_milli, charged_minor,"
        " variance_minor, staff_id, reason, note FROM wedge.allocation_decisions"
        " WHERE kind = 'substituted' ORDER BY at"
    )


@pytest.mark.spec("POS-E3.1")
def test_a_look_at_the_lot_replaces_every_portion_of_it_on_orders(shop: Shop) -> None:
    """POS-E3.1, held and sold: in the transaction of the look each order has another portion."""
    held, held_line = uuid4(), uuid4()
    shop.till.reserve(held, candidate(FIRST), line=held_line)
    _, sold_line = shop.sell(SECOND)
    spares = [offered(OTHER), offered(ANOTHER)]
    look(shop, known_id("portion 1/5"), 6.8, {held_line: spares, sold_line: spares},
         causes=["age"])  # fmt: skip
    taken = {line_of(shop, held_line)[0], line_of(shop, sold_line)[0]}
    assert taken == {"P-200", "P-201"}
    assert line_of(shop, held_line)[1:3] == ("P-100", "age")
    assert line_of(shop, sold_line)[1:3] == ("P-101", "age")
    states = {shop.portion(each)[0] for each in (OTHER, ANOTHER)}
    assert states == {"reserved", "committed"}
    assert (shop.portion(FIRST)[0], shop.portion(SECOND)[0]) == ("quarantined", "quarantined")
    shop.till.act("pay_cash", held, PRICE, PRICE)
    assert shop.small.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_second_look_brings_back_what_fell_for_its_score_alone(shop: Shop) -> None:
    _, line = shop.sell(SECOND)
    look(shop, FIRST, 6.8, {line: [offered(OTHER)]}, causes=["age"])
    assert shop.portion(SECOND)[0] == "quarantined"
    look(shop, SECOND, 9.2, {})
    assert shop.portion(SECOND)[0] == "available"


@pytest.mark.spec("POS-07.5")
def test_without_a_stand_in_the_fallen_one_is_blocked_all_the_same(shop: Shop) -> None:
    ticket, line = shop.sell(SECOND)
    look(shop, FIRST, 6.8, {}, causes=["age"])
    assert shop.portion(SECOND)[0] == "quarantined"
    assert line_of(shop, line)[0] == "P-101"
    for person in (shop.kitchen, shop.office):
        assert shop.refused(lambda p=person: p.act("verify_line", line, None))[0] == (
            "portion_expired"
        )
        assert shop.refused(lambda p=person: p.act("serve_ticket", ticket))[0] == "portion_expired"


@pytest.mark.spec("POS-E3.2")
def test_a_higher_grade_never_raises_the_price_and_its_variance_is_kept(shop: Shop) -> None:
    """POS-E3.2, the upgrade: paid at B, replaced by a dearer A."""
    _, line = shop.sell()
    as_b(shop, line)
    look(shop, FIRST, 6.8, {line: [offered(OTHER, "A", PRICE + 900)]}, causes=["damage"])
    assert line_of(shop, line)[3:5] == (PRICE, "A")
    (kept,) = substituted(shop)
    assert kept == (FIRST, OTHER, 6800, 9100, PRICE, 900, known_id("kitchen"), "damage", "damage")


def test_a_lower_grade_never_stands_in_by_itself(shop: Shop) -> None:
    _, line = shop.sell()
    said = look(shop, FIRST, 6.8, {line: [offered(OTHER, "B"), offered(ANOTHER, "A")]},
                causes=["age"])  # fmt: skip
    assert said["stand_in"] == str(ANOTHER)


@pytest.mark.spec("POS-E3.3")
def test_a_substitution_without_a_reason_is_not_served_until_somebody_gives_one(
    shop: Shop,
) -> None:
    """POS-E3.3: blocked by an allergen question, so that no look says why."""
    ticket, line = shop.sell()
    shop.small.query(
        "UPDATE wedge.portions SET state = 'quarantined', ticket_id = NULL WHERE id = %s", FIRST
    )
    shop.kitchen.act("replace_line", line, json.dumps([offered(OTHER)]))
    assert line_of(shop, line)[:3] == ("P-200", "P-100", "")
    shop.kitchen.act("verify_line", line, None)
    for person in (shop.kitchen, shop.office):
        assert shop.refused(lambda p=person: p.act("serve_ticket", ticket)) == (
            "reason_missing", "P-200",
        )  # fmt: skip
    explain = "explain_replacement"
    assert shop.refused(lambda: shop.kitchen.act(explain, line, "other", " "))[0] == "bad_text"
    assert shop.refused(lambda: shop.kitchen.act(explain, line, "boring", "x"))[0] == "bad_text"
    shop.kitchen.act(explain, line, "damage", "")
    assert shop.refused(lambda: shop.kitchen.act(explain, line, "age", ""))[0] == "changed"
    shop.kitchen.act("serve_ticket", ticket)
    assert line_of(shop, line)[5] == "served"
    said = shop.small.one("SELECT body FROM wedge.journal WHERE action = 'explain replacement'")
    assert (said["old"], said["new"], said["reason"]) == ("P-100", "P-200", "damage")
    explained = shop.small.query(
        "SELECT former_id, portion_id, reason FROM wedge.allocation_decisions"
        " WHERE kind = 'explained'"
    )
    assert explained == [(FIRST, OTHER, "damage")]


def test_another_reason_has_the_words_of_the_look(shop: Shop) -> None:
    _, line = shop.sell()
    look(shop, FIRST, 6.8, {line: [offered(OTHER)]}, causes=["dry edge"])
    assert substituted(shop)[0][7:] == ("other", "dry edge")


@pytest.mark.spec("POS-07.5")
def test_a_portion_of_a_lower_grade_than_sold_is_refused_until_it_is_replaced(shop: Shop) -> None:
    """POS-07.5 between the sale floor and the grade sold: nobody serves it; another is proposed."""
    ticket, line = shop.sell()
    shop.kitchen.act("verify_line", line, None)
    look(shop, FIRST, 8.5, {line: [offered(OTHER)]})
    assert shop.portion()[0] == "committed"
    for person in (shop.kitchen, shop.office):
        assert shop.refused(lambda p=person: p.act("serve_ticket", ticket)) == (
            "below_order", "P-100",
        )  # fmt: skip
    shop.kitchen.act("replace_line", line, json.dumps([offered(OTHER)]))
    assert line_of(shop, line)[:4] == ("P-200", "P-100", "age", PRICE)
    assert shop.portion()[0] == "available", "still good for what it is"
    shop.kitchen.act("verify_line", line, None)
    shop.kitchen.act("serve_ticket", ticket)


def test_a_replacement_makes_the_promise_later_and_keeps_the_clock(shop: Shop) -> None:
    """FUL-E2.3: the time promised first is kept beside the new one; the clock runs on."""
    ticket, line = shop.sell()
    times = "SELECT paid_at, promised_at, delayed_from, delayed_at FROM wedge.tickets WHERE id = %s"
    paid_at, promised_at, *none = shop.small.query(times, ticket)[0]
    assert none == [None, None]
    look(shop, FIRST, 6.0, {line: [offered(OTHER)]}, causes=["age"])
    after = shop.small.query(times, ticket)[0]
    assert after[:3] == (paid_at, promised_at + timedelta(minutes=2), promised_at)
    assert after[3] is not None


def settle(shop: Shop, line: UUID, way: str, *stand_ins: Any, reason: str = "age") -> Any:
    return shop.till.act("settle_line", line, way, json.dumps(list(stand_ins)), reason, "", uuid4())


def refunded(shop: Shop, line: UUID) -> Any:
    return shop.small.one("SELECT refunded_minor FROM wedge.ticket_lines WHERE id = %s", line)


def reduced(portion: UUID, grade: str, price: int, epoch: int = 0) -> dict[str, Any]:
    """A portion at a price that its quality took something off."""
    steps = [
        {"reason": "base", "amount_minor": PRICE, "rule_version": 1},
        {"reason": "quality", "amount_minor": price - PRICE, "rule_version": 1},
    ]
    return {**offered(portion, grade, price), "base_price_minor": PRICE, "breakdown": steps,
            "epoch": epoch}  # fmt: skip


@pytest.mark.spec("POS-E3.2")
def test_an_accepted_lower_grade_pays_the_difference_back(shop: Shop) -> None:
    """POS-E3.2: the portion is lost, the guest takes a C for less; nobody has to approve."""
    ticket, line = shop.sell()
    look(shop, FIRST, 6.8, {}, causes=["damage"])
    lower = reduced(OTHER, "C", PRICE - 1800)
    dear = reduced(OTHER, "C", PRICE + 100)
    assert shop.refused(lambda: settle(shop, line, "accept_lower", dear))[0] == "bad_price"
    said = settle(shop, line, "accept_lower", lower, reason="damage")
    assert said["refunded_minor"] == 1800
    assert (refunded(shop, line), line_of(shop, line)[:3]) == (1800, ("P-200", "P-100", "damage"))
    kept = substituted(shop)[-1]
    assert kept[:2] == (FIRST, OTHER)
    assert kept[4:8] == (PRICE - 1800, 0, known_id("cashier"), "damage")
    assert shop.small.query("SELECT * FROM wedge.check_refunds()") == []
    shop.kitchen.act("verify_line", line, None)
    shop.kitchen.act("serve_ticket", ticket)
    assert shop.small.query("SELECT * FROM wedge.check_conservation()") == []


@pytest.mark.spec("FUL-03.5")
def test_a_paid_slice_of_a_lower_grade_is_kept_for_less(shop: Shop) -> None:
    """Inspected as B: the paid order pays 0.40 back, the open one shows the lower price."""
    ticket, line = shop.sell()
    look(shop, FIRST, 8.5, {line: []})
    own = reduced(FIRST, "B", PRICE - 900, epoch=1)
    wrong = {**own, "grade": "A"}
    assert shop.refused(lambda: settle(shop, line, "accept_lower", wrong))[0] == "portion_expired"
    settle(shop, line, "accept_lower", own)
    assert (refunded(shop, line), line_of(shop, line)[4]) == (900, "B")
    shop.kitchen.act("verify_line", line, None)
    shop.kitchen.act("serve_ticket", ticket)

    table, open_line = uuid4(), uuid4()
    shop.till.reserve(table, candidate(OTHER), line=open_line)
    look(shop, OTHER, 8.5, {})
    paid = shop.refused(lambda: shop.till.act("pay_cash", table, PRICE, PRICE))
    assert paid == ("below_order", "P-200")
    lower = json.dumps(reduced(OTHER, "B", PRICE - 900, epoch=1))
    shop.till.act("keep_lower", open_line, lower, "age")
    total = "SELECT total_minor FROM wedge.tickets WHERE id = %s"
    assert shop.small.one(total, table) == PRICE - 900
    assert line_of(shop, open_line)[3:5] == (PRICE - 900, "B")
    shop.till.act("pay_cash", table, PRICE - 900, PRICE)


def test_the_money_comes_back_for_a_portion_that_fell_and_only_for_such(shop: Shop) -> None:
    _, sound = shop.sell(SECOND)
    assert shop.refused(lambda: settle(shop, sound, "refund"))[0] == "changed"
    ticket, line = shop.sell(OTHER)
    look(shop, OTHER, 6.0, {}, causes=["age"])
    assert settle(shop, line, "refund")["refunded_minor"] == PRICE
    assert shop.small.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket) == "closed"
    assert shop.refused(lambda: settle(shop, line, "refund"))[0] == "changed"
    assert shop.small.query("SELECT * FROM wedge.check_refunds()") == []


def test_waiting_for_a_new_whole_makes_the_promise_later_by_a_cut(shop: Shop) -> None:
    ticket, line = shop.sell()
    look(shop, FIRST, 6.0, {}, causes=["age"])
    before = shop.small.one("SELECT promised_at FROM wedge.tickets WHERE id = %s", ticket)
    others = f"UPDATE wedge.portions SET state = '{{}}' WHERE whole_id = '{known_id('whole 2')}'"
    shop.small.query(others.format("quarantined"))
    settle(shop, line, "wait")
    # In bulk: else whoever waits would have it by itself.
    shop.small.query("SET wedge.bulk = 'on'; " + others.format("available"))
    waits, after = shop.small.query(
        "SELECT l.waits_since, t.promised_at FROM wedge.ticket_lines l"
        " JOIN wedge.tickets t ON t.id = l.ticket_id WHERE l.id = %s", line,
    )[0]  # fmt: skip
    assert waits is not None
    assert after == before + timedelta(minutes=10)
    shop.kitchen.act("replace_line", line, json.dumps([offered(OTHER)]))
    assert shop.small.one("SELECT waits_since FROM wedge.ticket_lines WHERE id = %s", line) is None

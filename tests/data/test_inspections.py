"""Looking at portions on a real store: live score, hold, checkpoints."""

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.services.offers import derive_offer
from tests.conftest import MakeTerminal, OpenStore
from tests.data.looked_at import FIRST, OTHER, SECOND, WHOLE, Shop
from tests.data.looked_at import shop as shop
from tests.data.test_feed import Loop, until
from tests.support.seed import CABINET, EIGHTHS, PIZZA, TENTHS, candidate, known_id


@pytest.mark.spec("FUL-03.3")
def test_the_observed_score_is_live_at_once_and_its_difference_is_kept(
    shop: Shop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    shop.small.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
                     " VALUES (%s, 63000)", CABINET)  # fmt: skip
    others = [open_store(make_terminal("Two")), open_store(make_terminal("Desk", Mode.MANAGER))]
    until(io_loop, lambda: all(grade_on(each) in ("A", "B") for each in others))
    assert shop.look(score=7.4, predicted=8.2) == {
        "passed": True, "late": False, "stand_in": None,
    }  # fmt: skip
    assert shop.portion()[:3] == ("available", 7.4, "good")
    kept = shop.small.query(
        "SELECT score - predicted, product_id, effective_age_s, holding_unit_id, staff_id"
        " FROM wedge.inspections"
    )
    assert kept[0][0] == pytest.approx(-0.8)
    assert kept[0][1::2] == (PIZZA, CABINET)
    assert kept[0][4] == known_id("kitchen")
    # The age is the store's own, not the 600 s that the terminal claims.
    own = shop.small.one("SELECT wedge.effective_age(p, i.at) FROM wedge.inspections i"
                         " JOIN wedge.portions p ON p.id = i.portion_id")  # fmt: skip
    assert kept[0][2] == pytest.approx(own, rel=1e-3)
    assert kept[0][2] != 600.0
    assert shop.small.one("SELECT wedge.grade_of(7.4)") == "C"
    until(io_loop, lambda: [grade_on(each) for each in others] == ["C", "C"], 30.0)


def grade_on(terminal: PgStore) -> str | None:
    """The first portion's grade on another terminal."""
    view = terminal.feed.view
    if view is None:
        return None
    offer = derive_offer(view, PIZZA, terminal.feed.now())
    wedges = (wedge for wheel in offer.wheels for wedge in wheel.wedges)
    grade = next(wedge.grade for wedge in wedges if wedge.portion_id == FIRST)
    return grade.value if grade else None


def test_inspections_are_append_only_and_asked_again_change_nothing(shop: Shop) -> None:
    request = uuid4()
    first = shop.look(request=request)
    assert shop.look(request=request, score=1.0, causes=["age"]) == first
    assert shop.small.one("SELECT count(*) FROM wedge.inspections") == 1
    with pytest.raises(psycopg.Error):
        shop.small.query("UPDATE wedge.inspections SET score = 10")


def test_what_cannot_be_true_is_refused(shop: Shop) -> None:
    assert shop.refused(lambda: shop.look(score=11)) == ("bad_quantity", "score")
    assert shop.refused(lambda: shop.look(predicted=12)) == ("bad_quantity", "prediction")
    assert shop.refused(lambda: shop.look(score=9, passed=False)) == ("bad_text", "cause")
    assert shop.refused(lambda: shop.look(kind="nothing"))[0] == "bad_text"
    assert shop.refused(lambda: shop.look(uuid4())) == ("unknown_item", "portion")
    assert shop.refused(lambda: shop.look(temperature_mc=400_000))[0] == "bad_quantity"


def test_a_score_under_the_floor_leaves_sale_until_a_second_look(shop: Shop) -> None:
    assert shop.look(score=6.9, causes=["age"])["passed"] is False
    assert shop.portion()[0] == "quarantined"
    assert shop.refused(lambda: shop.till.reserve(uuid4(), candidate(FIRST)))[0] == "gone"
    shop.look(score=7.1)
    assert shop.portion()[:3] == ("available", 7.1, "good")


def test_a_failed_look_is_final_and_holds_the_batch(shop: Shop) -> None:
    shop.look(score=8.5, passed=False, causes=["Damage"])
    assert shop.portion()[:3] == ("quarantined", 8.5, "failed")
    assert shop.portion(SECOND)[2] == "held"
    shop.look(score=9.5)
    assert shop.portion()[0] == "quarantined"
    ((subject, *_),) = shop.tasks("investigation")
    assert subject["cause"] == "failed_checkpoint"


@pytest.mark.spec("FUL-03.2")
def test_a_temperature_outside_the_limit_fails_for_every_role(shop: Shop) -> None:
    _ticket, line = shop.sell()
    for person in (shop.kitchen, shop.office):
        tried = shop.refused(lambda person=person: person.act("verify_line", line, 59_900))
        assert tried == ("temperature_violated", "P-100")
        slip = shop.refused(lambda person=person: person.act("verify_line", line, 999_900))
        assert slip == ("bad_reading", "impossible")
    shop.kitchen.act("verify_line", line, 60_000)
    shop.kitchen.act("unverify_line", line)
    said = shop.look(kind="handover", step="handover", temperature_mc=59_900, candidates=[OTHER])
    assert (said["passed"], said["late"], said["stand_in"]) == (False, True, str(OTHER))
    assert shop.portion()[:3] == ("quarantined", 9.0, "failed")
    ((subject, *_),) = shop.tasks("deviation")
    assert subject["temperature_mc"] == 59_900
    assert shop.small.one("SELECT owner FROM wedge.tasks WHERE kind = 'deviation'") == (
        "food_safety_manager"
    )


@pytest.mark.spec("BR-13.1")
def test_a_skipped_checkpoint_stops_the_next_step(shop: Shop) -> None:
    made = shop.kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 5.0, None)
    first = UUID(made["ids"][0])
    display: dict[str, Any] = {"kind": "checkpoint", "step": "on_display", "score": 8.0}
    assert shop.refused(lambda: shop.look(first, **display)) == (
        "checkpoint_missing", "after_cut",
    )  # fmt: skip
    shop.look(first, kind="checkpoint", step="after_cut", score=8.5)
    shop.look(first, **display)
    missing = shop.small.one("SELECT checks_missing FROM wedge.wholes WHERE code = 'P-W9'")
    assert missing == []


def test_a_lot_without_its_display_check_is_not_handed_over(shop: Shop) -> None:
    made = shop.kitchen.act("cut_whole", known_id("uncut"), TENTHS, 10, CABINET, "B", 9.5, None)
    portion = UUID(made["ids"][0])
    ticket, line = uuid4(), uuid4()
    shop.till.reserve(ticket, candidate(portion), line=line)
    price = shop.small.one("SELECT total_minor FROM wedge.tickets WHERE id = %s", ticket)
    shop.till.act("pay_cash", ticket, price, price)
    shop.kitchen.act("verify_line", line, None)
    assert shop.refused(lambda: shop.kitchen.act("serve_ticket", ticket))[0] == (
        "checkpoint_missing"
    )
    shop.look(portion, kind="checkpoint", step="on_display", score=9.2)
    shop.kitchen.act("serve_ticket", ticket)
    assert shop.portion(portion)[0] == "served"


@pytest.mark.spec("BR-04.4")
def test_the_age_at_sale_is_on_the_line_since_the_preparation_of_the_whole(shop: Shop) -> None:
    shop.small.query(
        "UPDATE wedge.wholes SET prepared_at = clock_timestamp() - interval '90 minutes'"
        " WHERE id = %s",
        WHOLE,
    )
    _, line = shop.sell()
    age_s = shop.small.one("SELECT age_at_sale_s FROM wedge.ticket_lines WHERE id = %s", line)
    assert age_s == pytest.approx(5400, abs=3)

"""Who may sign checks, on a real store: training recorded, lapsed, renewed, and what it did."""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.training import Standing, TrainingKind, standing, trained_until
from tests.conftest import MakeTerminal, OpenStore
from tests.data.looked_at import FIRST, OTHER, SECOND, Shop
from tests.data.looked_at import shop as shop
from tests.data.test_feed import Loop, until
from tests.data.test_quality_days import change, today
from tests.data.test_reservation import hint
from tests.support.seed import CABINET, EIGHTHS, known_id

COOK, BOSS = known_id("kitchen"), known_id("manager")


def train(
    shop: Shop, kind: str = "quality", *, staff: UUID = COOK, held: int = -400, ends: int = -1,
) -> UUID:  # fmt: skip
    """A record from so many days ago; answers its id."""
    day, training = today(shop.small), uuid4()
    shop.office.act("record_training", training, staff, kind, day + timedelta(days=held),
                    day + timedelta(days=ends), "course")  # fmt: skip
    return training


def missing(refusal: tuple[str, str]) -> Any:
    """What the store says is missing."""
    assert refusal[0] == "training_missing"
    return json.loads(refusal[1])


def earlier(shop: Shop, days_ago: int, *scores: float) -> None:
    """Looks of the cook on a day before."""
    for score in scores:
        shop.small.query(
            "SELECT wedge.keep_look(gen_random_uuid(), clock_timestamp() - make_interval("
            "days => %s), %s, %s, %s, true, true)",
            days_ago, known_id("pizza"), COOK, score,
        )  # fmt: skip


@pytest.mark.spec("BR-13.3")
def test_lapsed_yesterday_is_refused_and_a_renewal_signs_with_both_means_shown(
    shop: Shop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    desk = open_store(make_terminal("Desk", Mode.MANAGER))
    train(shop)
    day = today(shop.small)
    lapsed = missing(shop.refused(lambda: shop.look(score=8.0)))
    yesterday = (day - timedelta(days=1)).isoformat()
    assert lapsed == {"kind": "quality", "until": yesterday, "may": []}
    assert shop.small.query("SELECT * FROM wedge.inspections") == []
    # Thirty days on either side count, the day of the course itself does not.
    earlier(shop, 41, 1.0)
    earlier(shop, 40, 7.0, 7.5)
    earlier(shop, 10, 2.0)
    earlier(shop, 5, 9.0)
    renewed = train(shop, held=-10, ends=355)
    assert shop.look(score=8.0)["passed"], "today's look counts after the training"
    session = shop.office.session
    (found,) = [
        each
        for each in shop.office.call("training_effect", session, COOK)
        if each["training_id"] == str(renewed)
    ]
    assert (found["before_milli"], found["before"]) == (7_000 + 7_500, 2)
    assert (found["after_milli"], found["after"], found["days"]) == (17_000, 2, 30)
    until(io_loop, lambda: desk.feed.view is not None and len(desk.feed.view.trainings) == 2)
    assert reads_alike(desk, day)


def reads_alike(desk: PgStore, day: date) -> bool:
    """Screens work out the same from the picture."""
    view = desk.feed.view
    assert view is not None
    last = trained_until(view.trainings.values(), COOK, TrainingKind.QUALITY, day)
    warning = view.settings.food.checkpoints.training_warning
    assert last is not None
    return standing(last, day, warning) is Standing.VALID and (
        standing(last, last - warning, warning) is Standing.ENDING
        and standing(last, last, warning) is Standing.ENDING
        and standing(last, last + timedelta(days=1), warning) is Standing.LAPSED
    )


def test_a_shop_that_keeps_no_records_is_not_locked_out_and_a_policy_switches_it_off(
    shop: Shop,
) -> None:
    assert shop.look(score=8.0)["passed"]
    mistake = train(shop)
    assert missing(shop.refused(lambda: shop.look(score=8.0)))["kind"] == "quality"
    change(shop.small, training_required=False)
    assert shop.look(score=8.0)["passed"]
    change(shop.small, training_required=True)
    shop.office.act("withdraw_training", mistake)
    assert shop.look(score=8.0)["passed"], "the only record was a mistake"
    assert shop.refused(lambda: shop.office.act("withdraw_training", mistake))[0] == "changed"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        shop.small.query("DELETE FROM wedge.trainings")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        shop.small.query("UPDATE wedge.trainings SET valid_until = valid_until + 1")


def test_every_signature_is_asked_for_training_and_bad_food_is_taken_out_by_anybody(
    shop: Shop,
) -> None:
    train(shop, ends=1)
    train(shop, "portioning")
    whole = known_id("uncut")

    def cut(score: float | None) -> Any:
        return shop.kitchen.act("cut_whole", whole, EIGHTHS, 8, CABINET, "B", score, None)

    assert missing(shop.refused(lambda: cut(9.0)))["kind"] == "portioning"
    assert shop.small.one("SELECT state FROM wedge.wholes WHERE id = %s", whole) == "in_stock"
    cut(None)
    refused = missing(shop.refused(lambda: shop.kitchen.act("score_whole", whole, 9.0)))
    assert refused["kind"] == "portioning"
    assert shop.look(FIRST, kind="checkpoint", step="on_display")["passed"], "quality is enough"
    train(shop, "portioning", ends=1)
    shop.kitchen.act("score_whole", whole, 9.0)
    # Without any training: whatever it is, bad food leaves sale.
    shop.small.query("UPDATE wedge.staff SET role = 'food_safety_manager' WHERE id = %s",
                     known_id("cashier"))  # fmt: skip
    shop.small.query("UPDATE wedge.trainings SET withdrawn_by = %s, withdrawn_at = now()"
                     " WHERE kind = 'quality'", BOSS)  # fmt: skip
    train(shop, staff=known_id("cashier"), ends=200)
    refused = missing(shop.refused(lambda: shop.look(SECOND)))
    assert refused == {"kind": "quality", "until": None, "may": ["The cashier"]}
    assert not shop.look(SECOND, score=5.0, causes=["age"])["passed"]
    assert not shop.look(OTHER, score=9.0, passed=False, causes=["damage"])["passed"]


@pytest.mark.spec("BR-06.3")
def test_without_a_certificate_no_cut_temperature_or_sanitation_is_started(shop: Shop) -> None:
    train(shop, "food_handling")
    tool, whole = uuid4(), known_id("uncut")

    def start() -> Any:
        return shop.kitchen.act("start_cutting", uuid4(), whole, None, None)

    def tasks() -> tuple[Any, ...]:
        return (
            start,
            lambda: shop.kitchen.act("cut_whole", whole, EIGHTHS, 8, CABINET, "B", None, None),
            lambda: shop.kitchen.act("sign_check", uuid4(), CABINET, 63_000),
        )

    yesterday = (today(shop.small) - timedelta(days=1)).isoformat()
    for task in tasks():
        refused = missing(shop.refused(task))
        assert (refused["kind"], refused["until"]) == ("food_handling", yesterday)
    # No role passes it, a manager's neither.
    with pytest.raises(psycopg.Error) as error:
        shop.office.act("cut_whole", whole, EIGHTHS, 8, CABINET, "B", None, None)
    assert hint(error.value) == "training_missing"
    shop.office.act("save_tool", json.dumps({
        "id": str(tool), "code": "K1", "name": "Wheel", "suits": [str(known_id("category"))],
        "active": True}))  # fmt: skip
    wash = shop.refused(lambda: shop.kitchen.act("log_sanitation", tool, "wash"))
    assert missing(wash)["kind"] == "food_handling"
    # What is bad is written down by whoever measured it, and vouches for nothing.
    shop.kitchen.act("sign_check", uuid4(), CABINET, 59_000)
    off = "SELECT count(*) FROM wedge.portions WHERE deviation_id IS NOT NULL"
    assert shop.small.one(off) == 20
    train(shop, "food_handling", ends=10)
    shop.kitchen.act("log_sanitation", tool, "wash")
    train(shop, "allergens", ends=-1)
    assert missing(shop.refused(start))["kind"] == "allergens"
    train(shop, "allergens", ends=200)
    start()
    assert shop.small.one("SELECT started_by FROM wedge.cutting_jobs") == COOK


def test_a_record_is_kept_by_another_person_with_days_that_can_be(shop: Shop) -> None:
    day = today(shop.small)

    def record(staff: UUID, kind: str, held: int, ends: int, by: Any = shop.office) -> Any:
        return shop.refused(lambda: by.act(
            "record_training", uuid4(), staff, kind, day + timedelta(days=held),
            day + timedelta(days=ends), ""))  # fmt: skip

    assert record(COOK, "quality", 1, 20) == ("bad_quantity", "held_on")
    assert record(COOK, "quality", 0, -1) == ("bad_quantity", "valid_until")
    assert record(COOK, "juggling", 0, 1) == ("unknown_item", "training")
    assert record(uuid4(), "quality", 0, 1) == ("unknown_item", "staff")
    shop.small.query("UPDATE wedge.staff SET role = 'administrator' WHERE id = %s",
                     known_id("cashier"))  # fmt: skip
    assert record(BOSS, "quality", 0, 1)[0] == "not_permitted", "another could write it down"
    shop.small.query("UPDATE wedge.staff SET active = false WHERE id = %s", known_id("cashier"))
    train(shop, staff=BOSS, held=0, ends=1)
    entry = shop.small.query("SELECT staff_id, action FROM wedge.journal"
                             " WHERE action LIKE '%%training'")  # fmt: skip
    assert entry == [(BOSS, "record training")]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        shop.kitchen.act("record_training", uuid4(), COOK, "quality", day, day, "")

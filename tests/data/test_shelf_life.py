"""Extension, waste of many, and readings, on a real store."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive
from app.domain.catalog import HoldingKind
from app.domain.food_policy import ReadingPolicy
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.models.readings import RawReading, clean
from tests.support.seed import (
    CABINET,
    PINS,
    PIZZA,
    TENTHS,
    SmallShop,
    Till,
    candidate,
    forget_readings,
    known_id,
)

WHOLE = known_id("whole 1")
PORTIONS = [known_id(f"portion 1/{wedge}") for wedge in range(10)]


def refused(call: Any) -> tuple[str, str]:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value), error.value.diag.message_detail or ""


@pytest.fixture
def safety_manager(small_store: SmallShop) -> UUID:
    """The manager of the seeded shop, with the food-safety manager's role."""
    person = known_id("food_safety_manager")
    small_store.query(
        "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
        " SELECT %s, 'Dr. Siri', 'food_safety_manager', pin_salt, pin_verifier FROM wedge.staff"
        " WHERE id = %s",
        person,
        known_id("manager"),
    )
    return person


def limit(shop: SmallShop) -> datetime:
    found: datetime = shop.one(
        "SELECT max(expires_at) FROM wedge.portions WHERE whole_id = %s", WHOLE
    )
    return found


def approved(kitchen: Till, until_s: int, person: UUID, role: str = "manager") -> UUID:
    approval = uuid4()
    subject = {"whole_id": str(WHOLE), "until_s": until_s}
    kitchen.act(
        "ask_approval", approval, "quality_extension", json.dumps(subject), None, "Late coach party"
    )
    derived = derive(PINS[role], known_id(role).bytes)
    kitchen.call("approve_with_pin", kitchen.session, approval, person, derived)
    return approval


@pytest.mark.spec("BR-05.7")
def test_only_the_food_safety_manager_extends_and_only_once(
    small_store: SmallShop, make_terminal: MakeTerminal, safety_manager: UUID
) -> None:
    small_store.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '20 minutes'"
        " WHERE whole_id = %s",
        WHOLE,
    )
    until_s = int(limit(small_store).timestamp()) + 29 * 60
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:

        def extend(approval: Any, at: Any = until_s) -> Any:
            return kitchen.act("extend_life", WHOLE, at, approval)

        assert refused(lambda: approved(kitchen, until_s, known_id("manager")))[0] == (
            "not_permitted"
        )
        assert refused(lambda: extend(None))[0] == "approval_needed"
        assert refused(lambda: extend(uuid4(), until_s + 120)) == (
            "extension_refused", "too_long",
        )  # fmt: skip
        approval = approved(kitchen, until_s, safety_manager)
        extend(approval)
        assert limit(small_store) == datetime.fromtimestamp(until_s, UTC)
        kept = small_store.query("SELECT reason, granted_by, asked_by FROM wedge.extensions")
        assert kept == [("Late coach party", safety_manager, known_id("kitchen"))]
        journal = "SELECT count(*) FROM wedge.journal WHERE action = 'extend life'"
        assert small_store.one(journal) == 1
        again = approved(kitchen, until_s + 600, safety_manager)
        assert refused(lambda: extend(again, until_s + 600)) == (
            "extension_refused", "already_extended",
        )  # fmt: skip


def test_an_extension_never_passes_the_safety_limit_or_a_violation(
    small_store: SmallShop, make_terminal: MakeTerminal, safety_manager: UUID
) -> None:
    until_s = int(limit(small_store).timestamp()) + 60
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:

        def extend(at: Any) -> Any:
            return kitchen.act("extend_life", WHOLE, at, None)

        assert refused(lambda: extend(until_s)) == ("extension_refused", "past_safety_limit")
        small_store.query(
            "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '1 hour'"
            " WHERE whole_id = %s",
            WHOLE,
        )
        assert refused(lambda: extend(1)) == ("extension_refused", "not_later")
        small_store.query(
            "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
            " VALUES (%s, 58000)",
            CABINET,
        )
        until_s = int(limit(small_store).timestamp()) + 600
        assert refused(lambda: extend(until_s)) == ("extension_refused", "temperature_violated")
        small_store.query("UPDATE wedge.portions SET expires_at = clock_timestamp()")


def waste_tasks(shop: SmallShop) -> list[Any]:
    return shop.query(
        "SELECT subject ->> 'portions', due_at - opened_at FROM wedge.tasks"
        " WHERE kind = 'significant_waste'"
    )


@pytest.mark.spec("KPI-12")
def test_waste_of_ten_portions_at_once_opens_a_task_due_in_two_hours(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    small_store.query("UPDATE wedge.products SET cost_minor = 80")
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        nine = [known_id(f"portion 2/{wedge}") for wedge in range(9)]
        kitchen.act("waste_portions", nine, "past its limit")
        assert waste_tasks(small_store) == []
        kitchen.act("waste_portions", PORTIONS, "past its limit")
    assert waste_tasks(small_store) == [("10", timedelta(hours=2))]
    booked = small_store.query(
        "SELECT cause, cost_minor, staff_id, count(*) FROM wedge.waste GROUP BY 1, 2, 3"
    )
    assert booked == [("past its limit", 80, known_id("kitchen"), 19)]
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_costly_waste_opens_a_task_too(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("waste_portion", PORTIONS[0], "dropped")  # it costs exactly 25.00
    assert waste_tasks(small_store) == [("1", timedelta(hours=2))]


def test_all_or_none_are_wasted(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        till.reserve(uuid4(), candidate(PORTIONS[3]))
        tried = refused(lambda: kitchen.act("waste_portions", PORTIONS, "expired"))
        assert tried == ("changed", "P-103")
        assert refused(lambda: kitchen.act("waste_portions", [uuid4()], "x"))[0] == "unknown_item"
        assert refused(lambda: kitchen.act("waste_portions", [], "x"))[0] == "bad_quantity"
    assert small_store.one("SELECT count(*) FROM wedge.waste") == 0


def test_readings_are_cleaned_as_the_domain_cleans_them(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    now = datetime.now(UTC)
    raw = [
        RawReading("a", now - timedelta(minutes=9), 63_000),
        RawReading("a", now - timedelta(minutes=5), 62_000),
        RawReading("a", now - timedelta(minutes=5), 62_000),
        RawReading("a", now - timedelta(minutes=5), 61_500),
        RawReading("b", now - timedelta(minutes=5), 64_000),
        RawReading("a", now - timedelta(minutes=7), 62_500),
        RawReading("a", now - timedelta(minutes=3), 900_000),
        RawReading("a", now + timedelta(minutes=30), 62_000),
        RawReading("a", now - timedelta(minutes=1), 62_200),
    ]
    expected = clean(raw, HoldingKind.HOT, now, ReadingPolicy())
    forget_readings(small_store)
    found: dict[int, str] = {}
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        for index, each in enumerate(raw):
            try:
                answer = kitchen.call(
                    "record_reading", uuid4(), CABINET, each.sensor, each.at,
                    int(each.temperature_mc),
                )  # fmt: skip
            except psycopg.Error as error:
                assert hint(error) == "bad_reading"
                found[index] = error.diag.message_detail or ""
            else:
                if answer["finding"]:
                    found[index] = answer["finding"]
    # The first "other sensor" meets the worse value; the domain names it by who came first.
    assert found == {each.index: each.finding.value for each in expected.found}
    stored = small_store.query(
        "SELECT DISTINCT ON (date_trunc('second', at)) temperature_mc"
        " FROM wedge.temperature_readings WHERE holding_unit_id = %s"
        " ORDER BY date_trunc('second', at), at DESC",
        CABINET,
    )
    assert [row[0] for row in stored] == [value for _, value in expected.readings]


def test_no_configuration_keeps_food_past_the_law(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    small_store.query("UPDATE wedge.products SET after_cut_limit_s = 18000 WHERE id = %s", PIZZA)
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("cut_whole", known_id("uncut"), TENTHS, 10, CABINET, "B", 9.5, None)
    lives = small_store.query(
        "SELECT DISTINCT expires_at - cut_at FROM wedge.portions WHERE whole_id = %s",
        known_id("uncut"),
    )
    assert lives == [(timedelta(hours=4),)]

"""What a product's curve expects, and what repeated failures open, on the real store."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.inspection import InspectionKind, Seen
from app.domain.people import Mode
from app.services.inspect_portion import inspect_portion, predict
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_reservation import hint
from tests.data.test_sale_clocks import change
from tests.support.seed import CABINET, PINS, PIZZA, SmallShop, Till, known_id

FIRST, SECOND, THIRD = (known_id(f"portion 1/{wedge}") for wedge in range(3))
MEASURED = (
    "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
    " SELECT %s, clock_timestamp() - make_interval(mins => m), 63000"
    " FROM generate_series(10, 130, 10) m"
)


@pytest.mark.spec("BR-05.8")
def test_a_score_a_point_under_the_curve_is_investigated(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:  # fmt: skip
    """A straight line of a point an hour at 63 °C: a 10 is an 8.0 after 2 h."""
    small_store.query(
        "UPDATE wedge.products SET curve = 'linear', e7_s = 10800 WHERE id = %s", PIZZA
    )
    small_store.query(MEASURED, CABINET)
    # The looks come a few seconds later: on the dot at 2 h, or within those seconds of it.
    change(
        small_store,
        "cut_at = clock_timestamp() - interval '1 hour 59 minutes 45 seconds' WHERE whole_id = %s",
        known_id("whole 1"),
    )
    store: PgStore = open_store(make_terminal("K", Mode.KDS))
    until(io_loop, lambda: store.feed.view is not None)
    session = io_loop.run_until_complete(store.staff.sign_in(known_id("kitchen"), PINS["kitchen"]))

    def look(portion: UUID, score: float) -> None:
        view = store.feed.view
        assert view is not None
        expected = predict(view, view.portions[portion], store.feed.now())
        assert expected.score == pytest.approx(8.0, abs=0.005)
        seen = Seen(kind=InspectionKind.RANDOM, score=score, passed=True)
        io_loop.run_until_complete(
            inspect_portion(
                store, session, request=new_id(), inspection_id=new_id(), portion_id=portion,
                seen=seen,
            )
        )  # fmt: skip

    def opened() -> list[Any]:
        return small_store.query(
            "SELECT subject ->> 'cause', subject ->> 'portion_id' FROM wedge.tasks"
            " WHERE kind = 'investigation'"
        )

    look(FIRST, 7.1)
    assert opened() == []
    look(SECOND, 7.0)
    assert [each[0] for each in opened()] == ["under_curve"]
    predicted = small_store.query("SELECT predicted, score FROM wedge.inspections ORDER BY at")
    assert [round(each[0], 2) for each in predicted] == [8.0, 8.0]


def failed(kitchen: Till, portion: UUID, cause: str) -> None:
    seen: dict[str, Any] = {
        "kind": "random", "step": None, "score": 8.0, "passed": False, "causes": [cause],
        "note": "", "temperature_mc": None,
    }  # fmt: skip
    kitchen.act("record_inspection", uuid4(), portion, json.dumps(seen),
                json.dumps({"score": 8.0, "effective_age_s": 0.0}), "[]")  # fmt: skip


def moved_back(shop: SmallShop, days: float) -> None:
    """What was looked at so far was so much earlier."""
    with psycopg.connect(shop.admin_url, autocommit=True) as link:
        link.execute("ALTER TABLE wedge.inspections DISABLE TRIGGER USER")
        link.execute("UPDATE wedge.inspections SET at = at - make_interval(secs => %s)",
                     (days * 86_400,))  # fmt: skip
        link.execute("ALTER TABLE wedge.inspections ENABLE TRIGGER USER")


@pytest.mark.spec("BR-13.4")
def test_the_third_failure_on_day_seven_makes_one_improvement_item_of_all_three(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    office = Till(make_terminal("Office", Mode.MANAGER), "manager")
    with office, Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:

        def items() -> list[Any]:
            return small_store.query(
                "SELECT id, subject -> 'failures', owner, due_at - opened_at, state"
                " FROM wedge.tasks WHERE kind = 'improvement'"
            )

        failed(kitchen, FIRST, "uneven cut")  # day 1
        assert small_store.one("SELECT count(*) FROM wedge.tasks WHERE kind = 'investigation'") == 1
        moved_back(small_store, 2)
        failed(kitchen, SECOND, "uneven cut")  # day 3
        assert items() == []
        moved_back(small_store, 4)
        failed(kitchen, THIRD, "uneven cut")  # day 7
        ((item, failures, owner, due, state),) = items()
        known = [
            str(row[0]) for row in small_store.query("SELECT id FROM wedge.inspections ORDER BY at")
        ]
        assert (failures, owner, state) == (known, "manager", "open")
        assert timedelta(0) < due <= timedelta(days=7)
        with pytest.raises(psycopg.Error) as error:
            office.act("close_task", item, "sharper wheel")
        assert hint(error.value) == "effect_check_missing"
        office.act("check_effect", item, "Twenty cuts measured, all within 15 degrees")
        office.act("close_task", item, "sharper wheel")


def test_failures_further_apart_than_the_window_are_no_pattern(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        failed(kitchen, FIRST, "uneven cut")
        moved_back(small_store, 2)
        failed(kitchen, SECOND, "uneven cut")
        moved_back(small_store, 5.01)
        failed(kitchen, THIRD, "uneven cut")
        failed(kitchen, known_id("portion 1/3"), "burnt")
        assert small_store.one("SELECT count(*) FROM wedge.tasks WHERE kind = 'improvement'") == 0
        # The second and third are two of three: one more within the window of both completes it.
        failed(kitchen, known_id("portion 1/4"), "uneven cut")
        assert small_store.one("SELECT count(*) FROM wedge.tasks WHERE kind = 'improvement'") == 1


@pytest.mark.spec("KPI-12")
def test_much_waste_opens_a_task_that_is_breached_a_second_after_two_hours(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:  # fmt: skip
    store: PgStore = open_store(make_terminal("Office", Mode.MANAGER))
    portions = [known_id(f"portion {n}/{wedge}") for n in (1, 2) for wedge in range(10)]
    # Nine of these cost 8.01.
    small_store.query("UPDATE wedge.products SET cost_minor = 89 WHERE id = %s", PIZZA)
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("waste_portions", portions[:9], "dropped")
        cost = "SELECT sum(cost_minor) FROM wedge.waste"
        assert small_store.one(cost) == 801
        assert small_store.one("SELECT count(*) FROM wedge.tasks") == 0
        kitchen.act("waste_portions", portions[9:19], "dropped")
    until(io_loop, lambda: bool(store.feed.view and store.feed.view.tasks))
    view = store.feed.view
    assert view is not None
    (task,) = view.tasks.values()
    assert (task.kind, task.subject["portions"]) == ("significant_waste", 10)
    assert task.due_at is not None
    saved = small_store.one("SELECT max(at) FROM wedge.waste")
    assert abs((task.due_at - saved).total_seconds() - 7_200) < 1
    assert not task.overdue(task.due_at)
    assert task.overdue(task.due_at + timedelta(seconds=1))
    assert replace(task, due_at=saved).overdue(saved + timedelta(seconds=1))

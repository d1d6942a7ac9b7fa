"""What nears its limit leaves sale by itself and stays a task until each portion is booked."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.domain.people import Mode, Role
from app.domain.task import TaskState
from app.services.offers import derive_offer
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_recovery import behind_the_guards
from tests.data.test_reservation import hint
from tests.data.test_sale_clocks import change
from tests.support.seed import PIZZA, SmallShop, Till, candidate, known_id

LOT = [known_id(f"portion 1/{wedge}") for wedge in range(10)]
OTHERS = [known_id(f"portion 2/{wedge}") for wedge in range(10)]
THREE = LOT[:3]
TASKS = "SELECT state, title, outcome FROM wedge.tasks WHERE kind = 'removal' ORDER BY opened_at"
OPEN = [("open", "3 × Margherita (P-W1)", "")]


def only_three(shop: SmallShop, left: str) -> None:
    """Three slices are in the shop; their limit is that far away."""
    behind_the_guards(
        shop,
        "DELETE FROM wedge.portions WHERE id NOT IN "
        f"({', '.join(repr(str(each)) for each in THREE)})",
    )
    until_limit(shop, left)


def until_limit(shop: SmallShop, left: str) -> None:
    change(shop, f"expires_at = clock_timestamp() + interval '{left}'")


def beat(shop: SmallShop, *tills: Till) -> None:
    """Five seconds pass, and the terminals give their next sign of life."""
    shop.query("UPDATE wedge.terminals SET last_seen_at = NULL")
    for each in tills:
        each.call("heartbeat")


@pytest.mark.spec("BR-05.6")
def test_three_slices_leave_sale_and_their_task_closes_with_the_third_waste_record(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:  # fmt: skip
    only_three(small_store, "15 minutes 4 seconds")
    store = open_store(make_terminal("Watching"))
    until(io_loop, lambda: store.feed.view is not None)

    def on_sale() -> int:
        assert store.feed.view is not None
        return len(derive_offer(store.feed.view, PIZZA, store.feed.now()).candidates)

    def task() -> Any:
        assert store.feed.view is not None
        found = store.feed.view.tasks.values()
        return next((each for each in found if each.kind == "removal"), None)

    until(io_loop, lambda: on_sale() == 3)
    assert small_store.query(TASKS) == []
    # 14:45 passes: nobody touches anything, a heartbeat of any terminal opens the task.
    until(io_loop, lambda: on_sale() == 0)
    until(io_loop, lambda: task() is not None)
    assert small_store.query(TASKS) == OPEN
    assert task().owner is Role.KITCHEN
    limit = small_store.one("SELECT min(expires_at) FROM wedge.portions")
    assert abs(task().due_at - limit) < timedelta(seconds=1)
    with (
        Till(make_terminal("K1", Mode.KDS), "kitchen") as first,
        Till(make_terminal("K2", Mode.KDS), "shift_lead") as second,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        for person in (first, second, office):
            with pytest.raises(psycopg.Error) as refused:
                person.act("close_task", task().id, "all gone")
            assert (hint(refused.value), refused.value.diag.message_detail) == ("waste_first", "3")
        first.act("waste_portion", THREE[0], "past its limit")
        office.act("waste_portion", THREE[1], "dropped")
        assert small_store.query(TASKS) == OPEN
        with pytest.raises(psycopg.Error) as refused:
            second.act("waste_portions", THREE, "past its limit")
        assert hint(refused.value) == "changed"
        second.act("waste_portions", THREE[2:], "past its limit")
        assert small_store.query(TASKS) == [("done", OPEN[0][1], "3 wasted")]
        beat(small_store, first, second, office)
        assert len(small_store.query(TASKS)) == 1
    booked = small_store.query(
        "SELECT w.quantity, w.cause, w.staff_id, w.cost_minor FROM wedge.removals r"
        " JOIN wedge.waste w ON w.id = r.waste_id ORDER BY w.at"
    )
    who = (("past its limit", "kitchen"), ("dropped", "manager"), ("past its limit", "shift_lead"))
    assert booked == [(1, cause, known_id(person), 2500) for cause, person in who]
    until(io_loop, lambda: task().state is TaskState.DONE)


def test_two_kitchens_book_the_last_two_at_one_moment(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    only_three(small_store, "14 minutes")
    kitchens = [Till(make_terminal(f"K{n}", Mode.KDS), "kitchen") for n in range(3)]
    with ThreadPoolExecutor(3) as pool:
        beats = [pool.submit(beat, small_store, each) for each in kitchens]
        assert [each.result() for each in beats] == [None] * 3
        assert small_store.query(TASKS) == OPEN
        done = [
            pool.submit(kitchen.act, "waste_portion", portion, "old")
            for kitchen, portion in zip(kitchens, THREE, strict=True)
        ]
        assert [each.result() for each in done] == [{}] * 3
    assert small_store.query(TASKS) == [("done", OPEN[0][1], "3 wasted")]
    for kitchen in kitchens:
        kitchen.link.close()


def test_what_was_sold_given_longer_or_put_back_leaves_the_task(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Rescued portions need no waste; what stays still does, and what lapses joins it."""
    only_three(small_store, "40 minutes")
    ticket, line = uuid4(), uuid4()
    with (
        Till(make_terminal("T")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        till.reserve(ticket, candidate(THREE[0]), line=line)
        until_limit(small_store, "14 minutes")
        beat(small_store, till, kitchen)
        assert small_store.query(TASKS) == [("open", "2 × Margherita (P-W1)", "")]
        # The guest leaves it: it can be sold no more, so it joins the task.
        till.act("remove_line", line)
        beat(small_store, till, kitchen)
        assert small_store.query(TASKS) == OPEN
        kitchen.act("waste_portion", THREE[1], "past its limit")
        small_store.query(
            "INSERT INTO wedge.extensions (whole_id, from_at, to_at, reason, asked_by, granted_by)"
            " VALUES (%s, clock_timestamp(), clock_timestamp() + interval '30 min', 'coach', %s,"
            " %s)", known_id("whole 1"), known_id("kitchen"), known_id("manager"),
        )  # fmt: skip
        until_limit(small_store, "44 minutes")
        beat(small_store, till, kitchen)
        assert small_store.query(TASKS) == [("done", OPEN[0][1], "1 wasted, 2 extended")]
        # Near its new limit it is a task again, until that is booked too.
        until_limit(small_store, "10 minutes")
        beat(small_store, till, kitchen)
        assert small_store.query(TASKS)[1:] == [("open", "2 × Margherita (P-W1)", "")]
        kitchen.act("waste_portions", [THREE[0], THREE[2]], "past its limit")
        assert [row[0] for row in small_store.query(TASKS)] == ["done", "done"]


def test_a_lead_of_its_own_and_two_hours_in_the_cold(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("T")) as till:

        def opened(left: str) -> bool:
            until_limit(small_store, left)
            beat(small_store, till)
            return bool(small_store.query(TASKS + " LIMIT 1"))

        assert not opened("15 minutes 20 seconds")
        small_store.query("UPDATE wedge.holding_units SET kind = 'cold'")
        assert not opened("120 minutes 20 seconds")
        assert opened("119 minutes 50 seconds")
        titles = [row[1] for row in small_store.query(TASKS)]
        assert sorted(titles) == ["10 × Margherita (P-W1)", "10 × Margherita (P-W2)"]

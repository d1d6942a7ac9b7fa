"""Tasks: one per thing however many notice it, closed once by whoever may, in every picture."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.ids import new_id
from app.domain.people import Mode, Role
from app.domain.task import TaskState
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_reservation import hint
from tests.support.seed import PINS, SmallShop, Till, known_id

SUBJECT = {"product_id": str(known_id("pizza"))}


def open_task(
    till: Till, owner: str = "manager", due_s: int | None = 1800, session: bool = True
) -> UUID:
    found = till.call(
        "open_task", till.session if session else None, uuid4(), uuid4(), "price_correction",
        "Margherita", json.dumps(SUBJECT), owner, due_s,
    )  # fmt: skip
    return UUID(found["id"])


def refused(call: Any) -> str:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value)


def test_many_terminals_open_one_task(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    tills = [Till(make_terminal(f"T{number}")) for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(lambda till: open_task(till, session=False), tills * 3))
    assert len(ids) == 1
    rows = small_store.query(
        "SELECT state, owner, opened_by, due_at - opened_at = interval '30 minutes'"
        " FROM wedge.tasks"
    )
    assert rows == [("open", "manager", None, True)]
    opened = "SELECT count(*) FROM wedge.journal WHERE action = 'open task'"
    assert small_store.one(opened) == 1
    for till in tills:
        till.link.close()


def test_the_owner_closes_it_once_with_an_outcome(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till, Till(
        make_terminal("Office", Mode.MANAGER), "manager"
    ) as office:  # fmt: skip
        task = open_task(till)
        assert refused(lambda: till.act("close_task", task, "mine")) == "not_permitted"
        assert refused(lambda: office.act("close_task", task, "  ")) == "bad_text"
        request = uuid4()
        for _ in range(2):
            office.act("close_task", task, "cost corrected", request=request)
        assert refused(lambda: office.act("close_task", task, "again")) == "changed"
        assert open_task(till) != task  # a new case is a new task
        # What food safety has to do is not for managers to close.
        small_store.query("UPDATE wedge.tasks SET owner = 'food_safety_manager'")
        other = small_store.one("SELECT id FROM wedge.tasks WHERE state = 'open'")
        assert refused(lambda: office.act("close_task", other, "done")) == "not_permitted"
    done = small_store.query("SELECT done_by, outcome FROM wedge.tasks WHERE state = 'done'")
    assert done == [(known_id("manager"), "cost corrected")]


def test_a_task_is_in_every_picture_until_a_day_after_it_was_done(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:
    store = open_store(make_terminal("One"))
    until(io_loop, lambda: store.feed.view is not None)
    session = io_loop.run_until_complete(store.staff.sign_in(known_id("manager"), PINS["manager"]))
    for _ in range(2):
        task_id = io_loop.run_until_complete(
            store.tasks.open(
                session, request=new_id(), task_id=new_id(), kind="price_correction",
                title="Margherita", subject=SUBJECT, owner=Role.MANAGER, due_s=None,
            )
        )  # fmt: skip

    def task() -> Any:
        assert store.feed.view is not None
        return store.feed.view.tasks.get(task_id)

    until(io_loop, lambda: task() is not None)
    assert task().subject == SUBJECT
    assert task().owner is Role.MANAGER
    assert task().due_at is None
    io_loop.run_until_complete(
        store.tasks.close(session, request=new_id(), task_id=task_id, outcome="looked at")
    )
    until(io_loop, lambda: task().state is TaskState.DONE)
    small_store.query("UPDATE wedge.tasks SET done_at = done_at - interval '25 hours'")
    with Till(make_terminal("Two")) as till:
        open_task(till)
    until(io_loop, lambda: task() is None)

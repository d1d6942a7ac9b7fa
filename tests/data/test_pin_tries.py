"""A wrong PIN counts whatever the program at the other end does with its transactions."""

import threading
from typing import Any

import psycopg
import pytest

from app.data.pins import derive
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_approvals import ask
from tests.data.test_feed import Loop, until
from tests.support.seed import PINS, SmallShop, Till, known_id

CHIEF = known_id("manager")
WRONG, RIGHT = derive("000000", CHIEF.bytes), derive(PINS["manager"], CHIEF.bytes)
COUNT = "SELECT failed_attempts FROM wedge.staff WHERE id = %s"


class Bad:
    """A program of its own at a till: it sends what it likes and rolls back what it likes."""

    def __init__(self, url: str, check: str, *before: Any) -> None:
        self.link = psycopg.connect(url, autocommit=True)
        self.check, self.before = check, before

    def announce(self) -> Any:
        row = self.link.execute("SELECT wedge.announce_pin(%s)", [CHIEF]).fetchone()
        return row and row[0]

    def tries(self, pin: bytes) -> Any:
        """The answer, or the hint of the refusal."""
        marks = "%s, " * len(self.before)
        statement = f"SELECT wedge.{self.check}({marks}%s, %s)"
        try:
            row = self.link.execute(statement.encode(), (*self.before, CHIEF, pin)).fetchone()
        except psycopg.Error as error:
            return error.diag.message_hint, error.diag.message_detail
        return row and row[0]

    def undone(self, *steps: Any) -> list[Any]:
        """Take the steps in one transaction, each in a savepoint, and roll it back."""
        said = []
        with self.link.transaction(force_rollback=True):
            for step in steps:
                with self.link.transaction(force_rollback=True):
                    said.append(step())
        return said


@pytest.fixture(params=["sign_in", "approve_with_pin"])
def bad(request: pytest.FixtureRequest, make_terminal: MakeTerminal) -> Any:
    url = make_terminal("One")
    with Till(url) as till:
        asked = ask(till)
        before = () if request.param == "sign_in" else (till.session, asked)
        program = Bad(url, request.param, *before)
        yield program
        program.link.close()


def test_a_hundred_checks_that_are_rolled_back_are_locked_out_all_the_same(
    small_store: SmallShop, bad: Bad
) -> None:
    """Ten are looked at; the waiting times are taken away here, as if somebody waited them out."""
    looked_at = []
    for _ in range(100):
        if bad.announce() == {}:
            looked_at += bad.undone(lambda: bad.tries(WRONG))
        small_store.query("UPDATE wedge.staff SET locked_until = NULL WHERE id = %s"
                          " AND failed_attempts < 10", CHIEF)  # fmt: skip
    assert [each["refused"] for each in looked_at] == (
        ["wrong_pin"] * 4 + ["pin_delayed"] * 5 + ["pin_locked"]
    )
    assert small_store.one(COUNT, CHIEF) == 10
    assert bad.announce()["refused"] == "pin_locked"
    assert bad.tries(RIGHT) == ("changed", "pin"), "the last announcement is spent"
    unfinished = "SELECT count(*) FROM wedge.journal WHERE action = 'PIN try without an end'"
    assert small_store.one(unfinished) == 9


def test_one_announcement_is_one_look_and_one_that_is_not_committed_none(
    small_store: SmallShop, bad: Bad
) -> None:
    spent = ("changed", "pin")
    assert bad.tries(RIGHT) == spent, "nothing was announced"
    assert bad.undone(bad.announce, lambda: bad.tries(RIGHT)) == [{}, spent]
    with bad.link.transaction():
        assert bad.announce() == {}
        assert bad.undone(lambda: bad.tries(RIGHT)) == [spent]
    # That one is committed now: one look, whatever is undone.
    said = bad.undone(*[lambda: bad.tries(WRONG)] * 3, lambda: bad.tries(RIGHT))
    assert [said[0]["refused"], *said[1:]] == ["wrong_pin", spent, spent, spent]
    assert bad.tries(RIGHT) == spent
    assert small_store.one(COUNT, CHIEF) == 1
    # A right PIN gives back what was announced, also by a till that broke down in between.
    assert bad.announce() == {} and "refused" not in bad.tries(RIGHT)
    assert small_store.one(COUNT, CHIEF) == 0


def test_what_was_announced_before_a_right_pin_is_no_try_in_reserve(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    one, two = (Bad(make_terminal(name), "sign_in") for name in ("One", "Two"))
    assert one.announce() == {} == two.announce()
    assert two.tries(RIGHT)["staff_id"] == str(CHIEF)
    assert one.tries(WRONG) == ("changed", "pin")
    assert small_store.one(COUNT, CHIEF) == 0
    for each in (one, two):
        each.link.close()


def test_two_checks_at_once_share_one_announcement(
    small_store: SmallShop, make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    url = make_terminal("One")
    both = [Bad(url, "sign_in") for _ in range(2)]
    assert both[0].announce() == {}
    said: list[Any] = []
    threads = [threading.Thread(target=lambda b=b: said.append(b.tries(WRONG))) for b in both]
    with psycopg.connect(small_store.admin_url) as holder:
        holder.execute("SELECT FROM wedge.staff FOR UPDATE")
        for thread in threads:
            thread.start()
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        until(io_loop, lambda: small_store.one(waiting) >= 2)
        holder.rollback()
    for thread in threads:
        thread.join()
    for each in both:
        each.link.close()
    assert ("changed", "pin") in said
    assert [each["refused"] for each in said if isinstance(each, dict)] == ["wrong_pin"]


def test_a_person_whose_answer_was_lost_is_in_without_typing_again(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: Loop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The check was made and is made again: it is announced again by itself."""
    store = open_store(make_terminal("One"))
    until(io_loop, lambda: store.feed.view is not None)
    link = store.staff._link
    call, made = link.call, []

    async def twice(function: str, *arguments: Any, types: Any) -> Any:
        made.append(function)
        if made.count("sign_in") == 1 and function == "sign_in":
            await call(function, *arguments, types=types)
        return await call(function, *arguments, types=types)

    monkeypatch.setattr(link, "call", twice)
    session = io_loop.run_until_complete(store.staff.sign_in(CHIEF, PINS["manager"]))
    assert session.staff_id == CHIEF
    assert made == ["announce_pin", "sign_in"] * 2
    assert small_store.one(COUNT, CHIEF) == 0

"""Whatever tills and kitchens do in any order: no portion is lost, none has two buyers, receipts
have no gaps, and the journal's chains hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from app.data.audit import verify
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.seed import CABINET, DRINK, EIGHTHS, PIZZA, SmallShop, Till, candidate

WANTED = st.integers(0, 5)


@contextmanager
def may_be_refused() -> Iterator[None]:
    """A refusal (WG001) is a fair answer; any other error is a fault."""
    try:
        yield
    except psycopg.Error as error:
        if error.sqlstate != "WG001":
            raise


class Watched:
    """The shop's rows over one connection: a new one for each question would take longest."""

    def __init__(self, shop: SmallShop, link: psycopg.Connection) -> None:
        self.admin_url, self._link = shop.admin_url, link

    def query(self, statement: str, *arguments: Any) -> list[Any]:
        cursor = self._link.execute(statement.encode(), arguments or None)
        return cursor.fetchall() if cursor.description else []

    def one(self, statement: str, *arguments: Any) -> Any:
        return self.query(statement, *arguments)[0][0]

    def named(self, statement: str, arguments: dict[str, Any]) -> Any:
        """The one row of a statement whose arguments have names."""
        return self._link.execute(statement.encode(), arguments).fetchone()


def machine(shop: Watched, one: Till, two: Till, kitchen: Till) -> type[RuleBasedStateMachine]:
    """The machine over one shop; its state lives in the database and goes on between runs."""
    tills = (one, two)

    class Trade(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.tickets: list[UUID] = [uuid4(), uuid4()]
            self.lines: list[tuple[Till, UUID]] = []
            self.answers: list[tuple[Till, tuple[Any, ...], UUID, Any]] = []

        def present(self, wanted: int) -> tuple[UUID, int]:
            """One of the six oldest portions on show, and its epoch; cut when few are left."""
            few = "SELECT id, epoch FROM wedge.portions WHERE state IN ('available', 'reserved',"
            few += " 'committed') ORDER BY code LIMIT 6"
            if len(shop.query(few)) < 6:
                end = datetime.now(UTC) + timedelta(hours=9)
                (whole,) = kitchen.act("receive_wholes", PIZZA, 1, end)["ids"]
                kitchen.act("cut_whole", whole, EIGHTHS, 8, CABINET, "A", 9.0, None)
            found: tuple[UUID, int] = shop.query(few)[wanted]
            return found

        def act(self, till: Till, function: str, *arguments: Any) -> None:
            """Do it, and keep the answer: the same request has to give it again at any time."""
            request = uuid4()
            answer = till.act(function, *arguments, request=request)
            if "refused" not in answer:
                self.answers.append((till, (function, *arguments), request, answer))

        @rule(place=st.integers(0, 50))
        def repeat(self, place: int) -> None:
            """A delayed copy of an earlier request arrives."""
            if self.answers:
                till, words, request, answer = self.answers[place % len(self.answers)]
                assert till.act(*words, request=request) == answer

        @rule(place=st.integers(0, 50))
        def repeat_elsewhere(self, place: int) -> None:
            """Nobody else may use a request's id."""
            if self.answers:
                till, words, request, _ = self.answers[place % len(self.answers)]
                stranger = two if till is one else one
                with pytest.raises(psycopg.Error, match="not_permitted"):
                    stranger.act(*words, request=request)

        @rule(which=st.integers(0, 1), quantity=st.integers(-1, 3))
        def add_drinks(self, which: int, quantity: int) -> None:
            with may_be_refused():
                self.act(tills[which], "add_plain", self.tickets[which], uuid4(), "counter",
                         DRINK, quantity)  # fmt: skip

        @rule(which=st.integers(0, 1))
        def break_off(self, which: int) -> None:
            """A sale whose commit never comes: nothing of it may stay, not even its number."""
            till = tills[which]
            total = shop.query(
                "SELECT total_minor FROM wedge.tickets WHERE id = %s", self.tickets[which]
            )
            till.link.autocommit = False
            with may_be_refused():
                till.act("pay_cash", self.tickets[which], total[0][0] if total else 0, 1_000_000)
            till.link.rollback()
            till.link.autocommit = True

        @rule(which=st.integers(0, 1), wanted=WANTED)
        def reserve(self, which: int, wanted: int) -> None:
            (portion, epoch), line = self.present(wanted), uuid4()
            with may_be_refused():
                tills[which].reserve(self.tickets[which], candidate(portion, epoch), line=line)
                self.lines.append((tills[which], line))

        @rule()
        def remove(self) -> None:
            if self.lines:
                till, line = self.lines.pop()
                with may_be_refused():
                    self.act(till, "remove_line", line)

        @rule(which=st.integers(0, 1))
        def pay(self, which: int) -> None:
            total = shop.query(
                "SELECT total_minor FROM wedge.tickets WHERE id = %s", self.tickets[which]
            )
            with may_be_refused():
                self.act(
                    tills[which],
                    "pay_cash",
                    self.tickets[which],
                    total[0][0] if total else 0,
                    1_000_000,
                )
                self.tickets[which] = uuid4()

        @rule(which=st.integers(0, 1))
        def void(self, which: int) -> None:
            with may_be_refused():
                self.act(tills[which], "void_ticket", self.tickets[which])
                self.tickets[which] = uuid4()

        @rule()
        def lapse(self) -> None:
            shop.query(
                "UPDATE wedge.portions SET reserved_until = clock_timestamp()"
                " WHERE state = 'reserved'"
            )
            kitchen.call("heartbeat")

        @rule(back=st.booleans())
        def serve(self, back: bool) -> None:
            for (ticket,) in shop.query("SELECT id FROM wedge.tickets WHERE state = 'paid'"):
                for (line,) in shop.query(
                    "SELECT id FROM wedge.ticket_lines WHERE ticket_id = %s AND NOT voided"
                    " AND kitchen_state = 'queued'", ticket,
                ):  # fmt: skip
                    kitchen.act("verify_line", line, None)
                kitchen.act("serve_ticket", ticket)
                if back:
                    kitchen.act("recall_ticket", ticket)

        @rule(wanted=WANTED)
        def waste(self, wanted: int) -> None:
            with may_be_refused():
                kitchen.act("waste_portion", self.present(wanted)[0], "dropped")

        @invariant()
        def nothing_lost(self) -> None:
            assert shop.query("SELECT * FROM wedge.check_conservation()") == []
            assert shop.query(
                "SELECT p.id FROM wedge.portions p LEFT JOIN wedge.ticket_lines l"
                "    ON l.portion_id = p.id AND l.ticket_id = p.ticket_id AND NOT l.voided"
                " WHERE p.state IN ('reserved', 'committed', 'served') AND l.id IS NULL"
            ) == []  # fmt: skip
            assert shop.query(
                "SELECT FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id"
                " WHERE NOT l.voided AND p.ticket_id IS DISTINCT FROM l.ticket_id"
            ) == []  # fmt: skip

        @invariant()
        def one_buyer_and_whole_sales(self) -> None:
            assert shop.query(
                "SELECT portion_id FROM wedge.ticket_lines WHERE NOT voided AND portion_id"
                " IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
            ) == []  # fmt: skip
            assert shop.query(
                "SELECT t.id FROM wedge.tickets t LEFT JOIN wedge.receipts r ON r.ticket_id = t.id"
                "  LEFT JOIN wedge.payments p ON p.ticket_id = t.id"
                " WHERE (t.state IN ('paid', 'closed')) <> (r.id IS NOT NULL)"
                "    OR (r.id IS NULL) <> (p.id IS NULL)"
                "    OR r.total_minor <> t.total_minor OR p.amount_minor <> t.total_minor"
            ) == []  # fmt: skip
            assert shop.query(
                "SELECT c.register FROM wedge.register_counters c"
                "  LEFT JOIN wedge.receipts r ON r.register = c.register GROUP BY c.register"
                " HAVING (count(r.id), coalesce(max(r.number), 0), coalesce(min(r.number), 1))"
                "        <> (max(c.last_number), max(c.last_number), 1)"
            ) == []  # fmt: skip

        def teardown(self) -> None:
            report = verify(shop.admin_url)
            assert report.ok, report

    return Trade


@pytest.mark.timeout(120)
def test_no_portion_is_lost_or_made(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with (
        Till(make_terminal("One")) as one,
        Till(make_terminal("Two")) as two,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        psycopg.connect(small_store.admin_url, autocommit=True) as link,
    ):
        run_state_machine_as_test(
            machine(Watched(small_store, link), one, two, kitchen),
            settings=settings(
                max_examples=25,
                stateful_step_count=20,
                deadline=None,
                derandomize=True,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )

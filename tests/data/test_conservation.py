"""Whatever tills and kitchens do in any order, no portion is lost and none is made."""

from collections.abc import Iterator
from contextlib import contextmanager
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

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, Till, candidate, portion_ids

WANTED = st.integers(0, 5)


@contextmanager
def may_be_refused() -> Iterator[None]:
    """A refusal (WG001) is a fair answer; any other error is a fault."""
    try:
        yield
    except psycopg.Error as error:
        if error.sqlstate != "WG001":
            raise


def machine(shop: SmallShop, one: Till, two: Till, kitchen: Till) -> type[RuleBasedStateMachine]:
    """The machine over one shop; its state lives in the database and goes on between runs."""
    tills = (one, two)

    class Trade(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.tickets: list[UUID] = [uuid4(), uuid4()]
            self.lines: list[tuple[Till, UUID]] = []

        @rule(which=st.integers(0, 1), wanted=WANTED)
        def reserve(self, which: int, wanted: int) -> None:
            portion, line = portion_ids()[wanted], uuid4()
            epoch = shop.one("SELECT epoch FROM wedge.portions WHERE id = %s", portion)
            with may_be_refused():
                tills[which].reserve(self.tickets[which], candidate(portion, epoch), line=line)
                self.lines.append((tills[which], line))

        @rule()
        def remove(self) -> None:
            if self.lines:
                till, line = self.lines.pop()
                with may_be_refused():
                    till.act("remove_line", line)

        @rule(which=st.integers(0, 1))
        def pay(self, which: int) -> None:
            total = shop.query(
                "SELECT total_minor FROM wedge.tickets WHERE id = %s", self.tickets[which]
            )
            with may_be_refused():
                tills[which].act(
                    "pay_cash", self.tickets[which], total[0][0] if total else 0, 1_000_000
                )
                self.tickets[which] = uuid4()

        @rule(which=st.integers(0, 1))
        def void(self, which: int) -> None:
            with may_be_refused():
                tills[which].act("void_ticket", self.tickets[which])
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
                kitchen.act("waste_portion", portion_ids()[wanted], "dropped")

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

    return Trade


@pytest.mark.timeout(120)
def test_no_portion_is_lost_or_made(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with (
        Till(make_terminal("One")) as one,
        Till(make_terminal("Two")) as two,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        run_state_machine_as_test(
            machine(small_store, one, two, kitchen),
            settings=settings(
                max_examples=15,
                stateful_step_count=20,
                deadline=None,
                derandomize=True,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )

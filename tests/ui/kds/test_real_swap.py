"""A cook takes another portion by hand: with a reason, and with consent where one goes first."""

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.data.test_choices import as_map, reserve
from tests.data.test_reservation import hint
from tests.support.screen import shows, until
from tests.support.seed import PINS, SmallShop, Till, candidate, known_id
from tests.ui.conftest import Run
from tests.ui.kds.test_real_store import FIRST, RealKitchen

SECOND = known_id("portion 1/1")
DECISION = (
    "SELECT former_id, portion_id, reason, approver_id, former_score_milli, score_milli,"
    " document -> 'ranking' FROM wedge.allocation_decisions WHERE kind = 'swapped'"
)


@pytest.fixture
def kitchen(
    loop: asyncio.AbstractEventLoop,
    make_terminal: MakeTerminal,
    small_store: SmallShop,
    request: pytest.FixtureRequest,
) -> Iterator[RealKitchen]:
    """A kitchen's window on the real store; the cabinet has been measured."""
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " SELECT id, 63000 FROM wedge.holding_units"
    )
    store = PgStore.open(make_terminal("Kitchen", Mode.KDS), loop=loop)
    request.addfinalizer(lambda: loop.run_until_complete(store.aclose()))
    shell: Shell = request.getfixturevalue("shell")
    made = RealKitchen(shell, store)
    yield made
    loop.run_until_complete(made.program.aclose())


def sell_one_that_goes_first(till: Till, shop: SmallShop) -> UUID:
    """A paid line whose portion has ten minutes left."""
    ticket = uuid4()
    line = reserve(till, ticket, as_map(candidate(FIRST), sell_first=True))
    till.act("pay_cash", ticket, 8900, 8900)
    shop.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '10 minutes'"
        " WHERE id = %s", FIRST,
    )  # fmt: skip
    return line


@pytest.mark.spec("FUL-R.2")
def test_leaving_what_goes_first_is_asked_for_and_written_down_with_both_scores(
    kitchen: RealKitchen, small_store: SmallShop, make_terminal: MakeTerminal, run: Run
) -> None:
    with Till(make_terminal("One")) as till:
        line = sell_one_that_goes_first(till, small_store)

    async def body() -> None:
        await kitchen.sign_in()
        await until(lambda: shows(kitchen.shell, "itemPlace"))
        model = kitchen.program.model
        model.property("checks").lookAtLine(str(line))
        await kitchen.tap("inspectSwap")
        await until(lambda: bool(model.property("swap").property("rows")))
        (first, *_) = model.property("swap").property("rows")
        assert first["code"] != "P-100"
        await kitchen.tap("swapWhy_guest_request")
        await kitchen.tap(f"swapTake_{first['code']}")
        await until(lambda: shows(kitchen.shell, "approvalReason_0"))
        assert small_store.query(DECISION) == [], "nothing before somebody allows it"
        await kitchen.tap("approvalReason_0")
        await kitchen.tap("approvalAsk")
        await kitchen.tap("approver_The manager")
        for digit in PINS["manager"]:
            await kitchen.tap(f"approvalPin_{digit}")
        await kitchen.tap("approvalGrant")
        await until(lambda: bool(small_store.query(DECISION)))
        await until(lambda: kitchen.cards()[0].items[0]["code"] == first["code"])

    run(body())
    ((former, taken, reason, approver, former_score, score, ranking),) = small_store.query(DECISION)
    assert (former, reason, approver) == (FIRST, "guest_request", known_id("manager"))
    assert former_score > 7000 and score > 7000
    assert ranking[0][0] == str(taken) and len(ranking) > 1
    held = "SELECT code, state FROM wedge.portions WHERE id = ANY (%s) ORDER BY state"
    assert {state for _, state in small_store.query(held, [former, taken])} == {
        "available", "committed",
    }  # fmt: skip
    assert small_store.one("SELECT unit_price_minor FROM wedge.ticket_lines") == 8900
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_the_server_asks_too_and_takes_no_lower_grade_nor_what_was_handed_over(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    def refused(call: Callable[[], Any]) -> str:
        with pytest.raises(psycopg.Error) as error:
            call()
        return hint(error.value)

    with Till(make_terminal("One")) as till:
        line = sell_one_that_goes_first(till, small_store)
    with Till(make_terminal("K", Mode.KDS), "kitchen") as cook:

        def swap(grade: str, reason: str) -> Any:
            row = {**as_map(candidate(SECOND)), "grade": grade}
            return cook.act("swap_paid_line", line, json.dumps(row), None, reason, "", None)

        assert refused(lambda: swap("A", "guest_request")) == "approval_needed"
        assert refused(lambda: swap("B", "damaged")) == "not_permitted"
        assert refused(lambda: swap("A", "because")) == "bad_text"
        swap("A", "damaged")
        states = small_store.query(
            "SELECT state FROM wedge.portions WHERE id = ANY (%s) ORDER BY code", [FIRST, SECOND]
        )
        assert states == [("quarantined",), ("committed",)]
        cook.act("verify_line", line, 63000)
        cook.act("serve_ticket", small_store.one("SELECT id FROM wedge.tickets"))
        assert refused(lambda: swap("A", "damaged")) in ("changed", "ticket_not_open", "not_ready")

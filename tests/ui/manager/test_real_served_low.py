"""What was served below the promise, in the back office's window on the real store."""

from typing import Any

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy
from tests.data.test_recovery import behind_the_guards, heat_learned_late, lines_of, serve
from tests.support.seed import SmallShop, Till, portion_ids
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_real_complaints import enter, quiet, real, title

__all__ = ["real"]

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.mark.spec("POS-R3.2")
def test_it_is_listed_at_once_and_escalated_when_untouched_for_ten_minutes(
    real: OfficeDriver,
    run: Run,
    small_store: SmallShop,
    make_terminal: MakeTerminal,
) -> None:
    till_url, pass_url = make_terminal("One"), make_terminal("Pass", Mode.KDS)
    with Till(till_url) as till, Till(pass_url, "kitchen") as kitchen:
        ticket, _ = buy(till, None, portion_ids()[0])
        behind_the_guards(
            small_store, "UPDATE wedge.portions SET cut_at = clock_timestamp() - interval '100 min'"
        )
        serve(kitchen, ticket, lines_of(small_store, ticket))
    heat_learned_late(small_store)
    number = small_store.one("SELECT number FROM wedge.tickets WHERE id = %s", ticket)
    page = real.office._feedback

    def kinds() -> list[Any]:
        return [row.kind for row in page._queue.rows]

    async def body() -> None:
        await enter(real)
        await real.tap("nav_feedback")
        said = f"Served below the promised quality, order {number}"
        await real.until(lambda: kinds() == [said], "listed")
        assert page._queue.rows[0].title == "Margherita P-100"
        small_store.query(
            "UPDATE wedge.tasks SET opened_at = opened_at - interval '601 s',"
            " due_at = due_at - interval '601 s' WHERE kind = 'recovery'"
        )
        await real.until(lambda: any(k.startswith("Escalated") for k in kinds()), "escalated")
        await real.until(lambda: "still waits" in title(real), "said")
        await quiet(real)

    run(body())

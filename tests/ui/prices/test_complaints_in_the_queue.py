"""A guest's complaint in the manager's queue, from a real sale to the real office window."""

from datetime import timedelta
from time import monotonic
from uuid import uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_complaints import line_of
from tests.data.test_guests import buy
from tests.support.seed import SmallShop, Till, portion_ids
from tests.ui.prices.conftest import OpenScreen, sign_in_office

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.mark.spec("BR-13.5")
def test_a_complaint_is_second_behind_food_safety_and_alerts_within_five_seconds(
    open_screen: OpenScreen, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Five quality tasks and one of food safety: the complaint is second, due in two hours."""
    office = open_screen(Mode.MANAGER)
    sign_in_office(office)
    with Till(make_terminal("One", Mode.POS, "1")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        for number in range(6):
            kind, owner = ("quality_check", "manager") if number else (
                "warm_fridge", "food_safety_manager",
            )  # fmt: skip
            small_store.query(
                "SELECT wedge.task_for(%s, %s, jsonb_build_object('n', %s::int), %s,"
                " interval '1 hour', (SELECT id FROM wedge.terminals WHERE name = 'One'), NULL)",
                kind, f"{kind} {number}", number, owner,
            )  # fmt: skip
        office.until(lambda: len(office.store.feed.view.tasks) == 6, "six tasks")
        asked, began = office.store.feed.now(), monotonic()
        complaint = uuid4()
        till.act("open_complaint", complaint, line_of(small_store, ticket), "quality", "Cold")
        banner = office.shell.banner
        office.until(lambda: "complains" in str(banner.property("title")), "the alert")
        assert monotonic() - began <= 5.0
    office.program.office.go("feedback")
    queue = office.program.office._feedback._queue
    kinds = ["warm fridge", "Complaint: food", *["quality check"] * 5]
    # Behind them all, the look at what is left of the whole that the complaint asks for.
    office.until(lambda: [row.kind for row in queue.rows][:7] == kinds, "the queue")
    due = small_store.one("SELECT due_at FROM wedge.complaints WHERE id = %s", complaint)
    assert abs(due - asked - timedelta(hours=2)) < timedelta(seconds=10)

"""Who works as whom, who keeps the staff, and a shift lead's switch, as the server sees them."""

import os
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive, verifier_of
from app.domain.approval import ApprovalAction, ApprovalPolicy
from app.domain.people import Mode, Role, works_as
from tests.conftest import MakeTerminal
from tests.support.seed import PINS, SmallShop, Till, candidate, known_id, portion_ids


def refused(work: Any) -> tuple[str, str]:
    """The code and detail the store refuses with."""
    with pytest.raises(psycopg.DatabaseError) as caught:
        work()
    return caught.value.diag.message_hint or "", caught.value.diag.message_detail or ""


def save(
    office: Till, staff: UUID, name: str, role: str, pin: str | None = "482913",
    active: bool = True,
) -> Any:  # fmt: skip
    salt = os.urandom(16)
    verifier = verifier_of(derive(pin, salt)) if pin else None
    return office.act("save_staff", staff, name, role, active, salt if pin else None, verifier)


def test_roles_and_approvers_are_the_same_here_and_there(small_store: SmallShop) -> None:
    for role in Role:
        there = small_store.one("SELECT wedge.works_as(%s)", role.value)
        assert set(there) == {each.value for each in works_as(role)}
    for action in ApprovalAction:
        there = small_store.one("SELECT wedge.approver_roles(%s)", action.value)
        assert set(there) == {each.value for each in ApprovalPolicy().roles(action)}, action


def test_a_shift_lead_sells_cooks_and_closes_their_tasks_but_keeps_no_rules(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One"), "shift_lead") as till:
        task = UUID(
            till.act("open_task", uuid4(), "cut_for_order", "Look", "{}", "kitchen", 60)["id"]
        )
        till.act("close_task", task, "Seen")
        task = UUID(
            till.act("open_task", uuid4(), "price_correction", "Look", "{}", "manager", 60)["id"]
        )
        assert refused(lambda: till.act("close_task", task, "Seen"))[0] == "not_permitted"
        till.reserve(uuid4(), candidate(portion_ids()[0]))
    with Till(make_terminal("Office", Mode.MANAGER), "shift_lead") as office:
        assert refused(lambda: save(office, uuid4(), "A", "cashier", "1234"))[0] == "not_permitted"
        change = ("suggestions", "{}", "no", None)
        assert refused(lambda: office.act("change_policy", *change))[0] == "not_permitted"


def test_service_staff_pays_nothing_back_without_a_complaint(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One"), "service") as till:
        asked = (uuid4(), uuid4(), "[]", "Cold", None)
        assert refused(lambda: till.act("refund_ticket", *asked)) == ("not_permitted", "service")


def test_a_manager_keeps_the_staff_but_makes_no_managers(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as office:
        lead = uuid4()
        save(office, lead, "Kanda", "shift_lead")
        row = "SELECT name, role, active FROM wedge.staff WHERE id = %s"
        assert small_store.query(row, lead) == [("Kanda", "shift_lead", True)]
        assert refused(lambda: save(office, uuid4(), "kanda ", "cashier")) == (
            "bad_text", "name taken",
        )  # fmt: skip
        assert refused(lambda: save(office, lead, "Kanda", "manager"))[0] == "not_permitted"
        assert refused(lambda: save(office, uuid4(), "B", "administrator"))[0] == "not_permitted"
        me = known_id("manager")
        assert refused(lambda: save(office, me, "The manager", "cashier"))[0] == "not_permitted"
        # A shorter role takes another PIN; leaving takes none.
        assert refused(lambda: save(office, lead, "Kanda", "cashier", None)) == ("bad_text", "pin")
        assert refused(lambda: save(office, uuid4(), "C", "cashier", None)) == ("bad_text", "pin")
        save(office, lead, "Kanda", "shift_lead", None, active=False)
        assert small_store.query(row, lead) == [("Kanda", "shift_lead", False)]
        save(office, uuid4(), "Kanda", "cashier", "1234")
        # Whoever is in with another role signs in anew.
        with Till(make_terminal("One"), "cashier") as till:
            save(office, known_id("cashier"), "The cashier", "kitchen", PINS["kitchen"])
            assert (
                refused(lambda: till.act("open_task", uuid4(), "n", "t", "{}", "kitchen", 9))[0]
                == "signed_out"
            )


def test_only_a_shift_lead_or_manager_switches_the_extra_portion(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    newest = (
        "SELECT document #>> '{suggestions,extra}', changed_by FROM wedge.settings"
        " ORDER BY version DESC LIMIT 1"
    )
    for role in ("cashier", "service"):
        with Till(make_terminal(role), role) as till:
            assert refused(lambda till=till: till.act("switch_extra", False)) == (
                "not_permitted", role,
            )  # fmt: skip
    before = small_store.one("SELECT max(version) FROM wedge.settings")
    with Till(make_terminal("One"), "shift_lead") as till:
        till.act("switch_extra", False)
        assert small_store.query(newest) == [("false", known_id("shift_lead"))]
        # Off already: nothing new to keep.
        till.act("switch_extra", False)
        assert small_store.one("SELECT max(version) FROM wedge.settings") == before + 1
        till.act("switch_extra", True)
    assert small_store.query(newest) == [("true", known_id("shift_lead"))]
    kept = "SELECT count(*) FROM wedge.journal WHERE action = 'switch extra portion'"
    assert small_store.one(kept) == 2

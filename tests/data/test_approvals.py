"""Another person allows one action, once, within its minute, at that terminal."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive
from app.domain.approval import ApprovalPolicy
from app.domain.people import Mode, Role
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.support.seed import PINS, SETTINGS, SmallShop, Till, known_id

SUBJECT: dict[str, Any] = {"line_id": "a", "percent": 10}


def ask(till: Till, subject: dict[str, Any] = SUBJECT, amount: int | None = 500) -> UUID:
    approval = uuid4()
    till.act("ask_approval", approval, "manual_discount", json.dumps(subject), amount, "regular")
    return approval


def with_pin(till: Till, approval: UUID, role: str = "manager", pin: str | None = None) -> Any:
    derived = derive(pin or PINS[role], known_id(role).bytes)
    return till.call("approve_with_pin", till.session, approval, known_id(role), derived)


def use(
    shop: SmallShop, approval: UUID | None, till: Till, subject: Any = SUBJECT, amount: int = 500
) -> Any:
    terminal = shop.one("SELECT terminal_id FROM wedge.staff_sessions WHERE id = %s", till.session)
    return shop.one(
        "SELECT wedge.use_approval(%s, %s, 'manual_discount', %s, %s)",
        approval, terminal, json.dumps(subject), amount,
    )  # fmt: skip


def refused(call: Any) -> tuple[str, str]:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value), error.value.diag.message_detail or ""


def test_a_manager_allows_it_at_the_till_and_it_is_used_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        approval = ask(till)
        assert with_pin(till, approval) == {}
        assert with_pin(till, approval) == {}  # the answer was lost and it is asked again
        assert use(small_store, approval, till) == known_id("manager")
        assert refused(lambda: use(small_store, approval, till)) == ("approval_invalid", "used")
    actions = small_store.query(
        "SELECT action FROM wedge.journal WHERE action LIKE '%approv%' ORDER BY seq"
    )
    assert actions == [("ask approval",), ("approve",)]


def test_a_manager_allows_it_from_the_office(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till, Till(
        make_terminal("Office", Mode.MANAGER), "manager"
    ) as office:  # fmt: skip
        approval = ask(till)
        request = uuid4()
        for _ in range(2):
            office.act("decide_approval", approval, True, "once", request=request)
        again = refused(lambda: office.act("decide_approval", approval, False, ""))
        assert again == ("changed", "granted")
        assert use(small_store, approval, till) == known_id("manager")


def test_nobody_allows_what_he_asked_for_himself(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One"), "manager") as till:
        approval = ask(till)
        assert refused(lambda: with_pin(till, approval))[0] == "not_permitted"
        assert refused(lambda: till.act("decide_approval", approval, True, ""))[0] == (
            "not_permitted"
        )
        till.act("decide_approval", approval, False, "changed my mind")
        assert refused(lambda: use(small_store, approval, till)) == ("approval_invalid", "refused")


def test_a_cashier_cannot_allow_and_a_wrong_pin_counts(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till, Till(make_terminal("Two"), "manager") as other:
        approval = ask(other)
        assert refused(lambda: with_pin(other, approval, "cashier"))[0] == "not_permitted"
        mine = ask(till)
        for attempt in range(1, 5):
            wrong = with_pin(till, mine, "manager", "999999")
            assert wrong == {"refused": "wrong_pin", "detail": str(attempt)}
        assert with_pin(till, mine, "manager", "999999")["refused"] == "pin_delayed"
        assert with_pin(till, mine)["refused"] == "pin_delayed"
        assert refused(lambda: use(small_store, mine, till)) == ("approval_invalid", "asked")


@pytest.mark.parametrize(
    ("subject", "amount", "why"),
    [({"line_id": "b", "percent": 10}, 500, "subject"), (SUBJECT, 501, "amount"),
     ({**SUBJECT, "more": 1}, 500, "subject")],
)  # fmt: skip
def test_a_grant_is_bound_to_its_subject_and_amount(
    small_store: SmallShop, make_terminal: MakeTerminal, subject: Any, amount: int, why: str
) -> None:
    with Till(make_terminal("One")) as till:
        approval = ask(till)
        with_pin(till, approval)
        found = refused(lambda: use(small_store, approval, till, subject, amount))
        assert found == ("approval_invalid", why)
        use(small_store, approval, till)


def test_a_grant_is_bound_to_its_terminal_and_its_minute(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till, Till(make_terminal("Two")) as other:
        approval = ask(till)
        with_pin(till, approval)
        assert refused(lambda: use(small_store, approval, other)) == (
            "approval_invalid", "terminal")  # fmt: skip
        life_s = small_store.one(
            "SELECT extract(epoch FROM expires_at - decided_at)::int FROM wedge.approvals"
            " WHERE id = %s", approval)  # fmt: skip
        assert life_s == 60
        small_store.query(
            "UPDATE wedge.approvals SET expires_at = clock_timestamp() WHERE id = %s", approval
        )
        assert refused(lambda: use(small_store, approval, till)) == ("approval_invalid", "expired")
        assert refused(lambda: use(small_store, None, till))[0] == "approval_needed"
        late = ask(till)
        small_store.query("UPDATE wedge.approvals SET expires_at = asked_at WHERE id = %s", late)
        assert refused(lambda: with_pin(till, late)) == ("approval_invalid", "expired")


@pytest.mark.parametrize(
    ("action", "subject", "amount", "reason", "code"),
    [("x", "{}", None, "  ", "bad_text"), ("x", "{}", None, "y" * 501, "bad_text"),
     ("", "{}", None, "y", "bad_text"), ("x", "[]", None, "y", "unknown_item"),
     ("x", "{}", -1, "y", "bad_price")],
)  # fmt: skip
def test_a_question_says_what_and_why(
    make_terminal: MakeTerminal, action: str, subject: str, amount: int | None, reason: str,
    code: str,
) -> None:  # fmt: skip
    with Till(make_terminal("One")) as till:
        call = lambda: till.act("ask_approval", uuid4(), action, subject, amount, reason)  # noqa: E731
        assert refused(call)[0] == code


@pytest.mark.parametrize("action", ["manual_discount", "quality_review", "quality_extension",
                                    "allergen_release", "something_new"])  # fmt: skip
def test_database_and_program_agree_on_who_decides(small_store: SmallShop, action: str) -> None:
    there = {Role(role) for role in small_store.one("SELECT wedge.approver_roles(%s)", action)}
    assert there == ApprovalPolicy().roles(action)


def test_the_stores_own_policy_decides_who(small_store: SmallShop) -> None:
    document = {**SETTINGS, "approvals": {"approvers": {"manual_discount": ["kitchen"]}}}
    small_store.query(
        "INSERT INTO wedge.settings (version, document) VALUES (9, %s)", json.dumps(document)
    )
    assert small_store.one("SELECT wedge.approver_roles('manual_discount')") == ["kitchen"]

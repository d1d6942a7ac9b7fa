"""A count of portions outside 2 to 16 exists only with another person's consent and reason."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.catalogue import product_map
from app.domain.people import Mode
from app.services.ports import NewConfiguration
from tests.conftest import MakeTerminal
from tests.data.test_approvals import refused, with_pin
from tests.data.test_catalogue import CAKE
from tests.data.test_policies import add_chief
from tests.support.seed import PINS, SmallShop, Till

SHEET = uuid4()


def sheet(count: int, approval: UUID | None = None, key: UUID = SHEET) -> str:
    way = NewConfiguration(key, f"1/{count}", count, 100_000, True, approval)
    return json.dumps(product_map(replace(CAKE, configurations=(way,))))


def ask(office: Till, count: int, key: UUID = SHEET) -> UUID:
    approval = uuid4()
    subject = {"configuration_id": str(key), "portions": count}
    office.act("ask_approval", approval, "portion_limits", json.dumps(subject), None, "sheet cake")
    return approval


@pytest.fixture
def office(small_store: SmallShop, make_terminal: MakeTerminal) -> Any:
    add_chief(small_store)
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as found:
        yield found


def grant(office: Till, approval: UUID) -> None:
    assert with_pin(office, approval, "chief", "654321") == {}


@pytest.mark.spec("BR-01.4")
def test_twenty_four_portions_need_a_managers_pin_and_a_reason(
    small_store: SmallShop, office: Till
) -> None:
    def save(*arguments: Any) -> Any:
        return office.act("save_product", sheet(*arguments))

    save(12)
    assert refused(lambda: save(24))[0] == "bad_portion_count"
    approval = ask(office, 24)
    for role in ("cashier", "kitchen"):
        assert refused(lambda role=role: with_pin(office, approval, role, PINS[role]))[0] == (
            "not_permitted"
        )
    assert refused(lambda: save(24, approval)) == ("approval_invalid", "asked")
    grant(office, approval)
    save(24, approval)
    count = "SELECT portions_per_whole FROM wedge.portion_configurations WHERE id = %s"
    assert small_store.one(count, SHEET) == 24
    ((who, at, body),) = small_store.query(
        "SELECT staff_id, at, body FROM wedge.journal WHERE action = 'portion limits'"
    )
    assert who and at
    assert (body["old"], body["new"], body["reason"]) == (12, 24, "sheet cake")
    save(24)  # the consent stays with this way of cutting and this count
    for by_sql in (23, 17, 1):
        with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.ForeignKeyViolation)):
            small_store.query("UPDATE wedge.portion_configurations SET portions_per_whole = %s"
                              " WHERE id = %s", by_sql, SHEET)  # fmt: skip


def test_a_consent_fits_one_way_and_one_count_once(small_store: SmallShop, office: Till) -> None:
    approval = ask(office, 24)
    grant(office, approval)
    other = uuid4()
    for wrong in (sheet(25, approval), sheet(24, approval, other)):
        found = refused(lambda wrong=wrong: office.act("save_product", wrong))
        assert found == ("approval_invalid", "subject")
    office.act("save_product", sheet(24, approval))
    found = refused(lambda: office.act("save_product", sheet(30, approval)))
    assert found == ("approval_invalid", "used")
    assert small_store.one("SELECT count(*) FROM wedge.portion_overrides") == 1
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        small_store.query("DELETE FROM wedge.portion_overrides")


def test_nothing_makes_a_hundred_and_one(office: Till) -> None:
    for count in (0, -1, 101):
        approval = ask(office, count)
        grant(office, approval)
        found = refused(lambda count=count, approval=approval: office.act(
            "save_product", sheet(count, approval)))  # fmt: skip
        assert found[0] == "bad_portion_count"

"""Tools on the server: kept by the office, and no job starts with one that does not suit."""

import json
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_prices import refused
from tests.support.seed import CATEGORY, PIZZA, SmallShop, Till, known_id

OTHER, WHOLE = known_id("other category"), known_id("uncut")
JOBS = "SELECT count(*) FROM wedge.cutting_jobs WHERE ended_at IS NULL"


@pytest.fixture
def shop(small_store: SmallShop) -> SmallShop:
    """The seeded product is a cake; pizza is another category."""
    small_store.query("UPDATE wedge.categories SET name = 'Cake' WHERE id = %s", CATEGORY)
    small_store.query("INSERT INTO wedge.categories (id, name, position, portionable)"
                      " VALUES (%s, 'Pizza', 2, true)", OTHER)  # fmt: skip
    small_store.query("UPDATE wedge.products SET name = 'Cheesecake' WHERE id = %s", PIZZA)
    return small_store


@pytest.fixture
def office(make_terminal: MakeTerminal) -> Any:
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as found:
        yield found


@pytest.fixture
def kitchen(make_terminal: MakeTerminal) -> Any:
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as found:
        yield found


def save(office: Till, code: str, name: str, *suits: UUID, key: UUID | None = None,
         active: bool = True) -> UUID:  # fmt: skip
    key = key or uuid4()
    document = {"id": str(key), "code": code, "name": name, "suits": [str(s) for s in suits],
                "active": active}  # fmt: skip
    office.act("save_tool", json.dumps(document))
    return key


@pytest.mark.spec("BR-02.6")
def test_a_job_starts_only_with_a_tool_that_suits(
    shop: SmallShop, office: Till, kitchen: Till
) -> None:
    wheel = save(office, "PW-1", "Pizza wheel", OTHER)
    start = partial(kitchen.act, "start_cutting", uuid4(), WHOLE)
    assert refused(lambda: start(wheel, None)) == ("wrong_tool", "")
    knife = save(office, "CK-1", "Cake knife", CATEGORY)
    save(office, "CK-2", "Long knife", CATEGORY, OTHER)
    save(office, "CK-0", "Old knife", CATEGORY, active=False)
    assert refused(lambda: start(wheel, None)) == ("wrong_tool", "CK-1, CK-2")
    assert shop.one(JOBS) == 0
    assert shop.one("SELECT category FROM wedge.equipment WHERE id = %s", wheel) is None
    start(knife, None)
    assert shop.query("SELECT whole_id, tool_id FROM wedge.cutting_jobs") == [(WHOLE, knife)]


def test_what_the_office_keeps_is_checked_and_journaled(shop: SmallShop, office: Till) -> None:
    knife = save(office, "CK-1", "Cake knife", CATEGORY)
    save(office, " CK-9 ", "Cake knife, long", CATEGORY, OTHER, key=knife)
    assert shop.query("SELECT code, name, active FROM wedge.equipment WHERE id = %s", knife) == [
        ("CK-9", "Cake knife, long", True)
    ]
    body = shop.query("SELECT body FROM wedge.journal WHERE action = 'save tool'")[-1][0]
    assert (body["old"]["code"], body["tool"]["code"]) == ("CK-1", " CK-9 ")
    board: dict[str, Any] = {"id": str(uuid4()), "code": "B-1", "name": "Board", "kind": "surface",
             "suits": [str(CATEGORY)]}  # fmt: skip
    office.act("save_equipment", json.dumps(board))
    wrong: list[tuple[tuple[Any, ...], str]] = [
        (("", "Knife", CATEGORY), "bad_text"), (("x" * 21, "Knife", CATEGORY), "bad_text"),
        (("ck-9", "Knife", CATEGORY), "bad_text"), (("b-1", "Knife", CATEGORY), "bad_text"),
        (("N", " ", CATEGORY), "bad_text"), (("N", "x" * 81, CATEGORY), "bad_text"),
        (("N", "Knife"), "unknown_item"), (("N", "Knife", uuid4()), "unknown_item"),
    ]  # fmt: skip
    for typed, code in wrong:
        assert refused(partial(save, office, *typed))[0] == code, typed
    assert refused(partial(save, office, "N", "Knife", CATEGORY, key=UUID(board["id"])))[0] == (
        "unknown_item"
    )


def test_the_kitchen_keeps_no_tools(shop: SmallShop, kitchen: Till) -> None:
    with pytest.raises(Exception, match="permission denied"):
        save(kitchen, "CK-1", "Cake knife", CATEGORY)

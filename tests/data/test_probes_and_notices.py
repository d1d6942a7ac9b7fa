"""Probes are set with a name, incidents are read once at each till."""

from uuid import uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_prices import refused
from tests.support.seed import CABINET, SmallShop, Till, known_id

READ = (
    "SELECT t.name, n.staff_id FROM wedge.incident_notices n"
    " JOIN wedge.terminals t ON t.id = n.terminal_id ORDER BY n.at"
)


def test_an_incident_is_read_once_at_each_till(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    incident, cashier = uuid4(), known_id("cashier")
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        one.act("report_incident", incident, known_id("whole 1"), "a guest reacted")
        for _ in range(2):
            one.act("read_incident", incident)
        assert small_store.query(READ) == [("One", cashier)]
        two.act("read_incident", incident)
        assert refused(lambda: two.act("read_incident", uuid4()))[0] == "unknown_item"
    assert small_store.query(READ) == [("One", cashier), ("Two", cashier)]
    assert len(small_store.one("SELECT read_at FROM wedge.allergen_incidents")) == 2
    journal = small_store.query("SELECT staff_id FROM wedge.journal WHERE action = 'read incident'")
    assert journal == [(cashier,), (cashier,)]
    with (
        psycopg.connect(small_store.admin_url) as admin,
        pytest.raises(psycopg.Error, match="append"),
    ):
        admin.execute("DELETE FROM wedge.incident_notices")


def test_a_probe_is_set_within_reason(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as office:
        office.act("set_probe", CABINET, 500)
        for wrong in (-1, 5001, None):
            answer = refused(lambda mc=wrong: office.act("set_probe", CABINET, mc))
            assert answer[0] == "bad_quantity"
        assert refused(lambda: office.act("set_probe", uuid4(), 500))[0] == "unknown_item"
    assert small_store.one("SELECT probe_uncertainty_mc FROM wedge.holding_units") == 500
    body = small_store.one("SELECT body FROM wedge.journal WHERE action = 'set probe'")
    assert (body["old_mc"], body["new_mc"]) == (0, 500)
    with (
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
        pytest.raises(psycopg.Error, match="permission denied"),
    ):
        kitchen.act("set_probe", CABINET, 0)

"""Opening an empty store: once, whole, and nothing half."""

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from app.data import shop_setup
from app.data.migrate import upgrade
from app.data.pins import BadPin
from app.data.shop_setup import (
    NewCategory,
    NewUnit,
    SetupRefused,
    add_person,
    add_to_store,
    change_store,
    is_open,
    people,
    settings_of,
)
from app.data.terminal_desk import register_terminal
from app.data.terminals import revoke_terminal, terminals
from app.domain.people import Mode, Role
from app.services.ports import LinkRefusal, LinkState
from app.services.store_opening import Facts, opening_settings
from tests.conftest import DropRoles, MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until

SHOP = opening_settings(Facts(name="Corner Slice", country="TH", tax_rate="7"))


@pytest.fixture
def empty_store(empty_database_url: str, drop_roles: DropRoles) -> Iterator[str]:
    """A migrated store with nothing in it."""
    upgrade(empty_database_url)
    yield empty_database_url
    drop_roles(empty_database_url)


@pytest.fixture
def opened(empty_store: str) -> str:
    shop_setup.open_store(empty_store, SHOP)
    return empty_store


def test_a_store_is_opened_once(empty_store: str) -> None:
    assert not is_open(empty_store)
    with pytest.raises(SetupRefused, match="wedge store open"):
        settings_of(empty_store)
    shop_setup.open_store(empty_store, SHOP)
    assert settings_of(empty_store) == SHOP
    with pytest.raises(SetupRefused, match='open already, as "Corner Slice"'):
        shop_setup.open_store(empty_store, SHOP)
    with psycopg.connect(empty_store) as link:
        found = link.execute("SELECT name, portionable FROM wedge.categories ORDER BY position")
        assert found.fetchall() == [
            ("Pizza", True), ("Cake", True), ("Pie", True), ("Drinks", False),
        ]  # fmt: skip


def test_a_database_without_a_store_is_told(empty_database_url: str) -> None:
    with pytest.raises(SetupRefused, match="holds no store of Wedge"):
        is_open(empty_database_url)


def test_what_is_changed_is_a_new_version_and_the_rest_stays(opened: str) -> None:
    change_store(opened, replace(SHOP, address="1 New Road"))
    assert settings_of(opened) == replace(SHOP, address="1 New Road")
    with psycopg.connect(opened) as link:
        versions = link.execute("SELECT version FROM wedge.settings ORDER BY 1").fetchall()
    assert versions == [(1,), (2,)]


def test_the_currency_stays_once_there_are_prices(database_url: str) -> None:
    before = settings_of(database_url)
    with pytest.raises(SetupRefused, match="prices of this store are in THB"):
        change_store(database_url, replace(before, currency="EUR"))
    assert settings_of(database_url) == before


def test_names_are_given_once(opened: str) -> None:
    add_to_store(opened, NewCategory("Tart", "angle"))
    add_to_store(opened, NewUnit("Drawer", "hot", min_temperature_mc=65_000))
    add_to_store(opened, "Oven")
    for again in (NewCategory("TART", None), NewUnit("drawer", "cold"), "oven"):
        with pytest.raises(SetupRefused, match="already"):
            add_to_store(opened, again)
    with pytest.raises(SetupRefused, match="1 to 80"):
        add_to_store(opened, " ")


def test_a_persons_pin_is_as_long_as_the_role_asks_for(opened: str) -> None:
    with pytest.raises(BadPin):
        add_person(opened, name="Mali", role=Role.ADMINISTRATOR, pin="1234")
    assert people(opened) == ()
    add_person(opened, name=" Mali ", role=Role.ADMINISTRATOR, pin="678901")
    assert [(each.name, each.role) for each in people(opened)] == [("Mali", Role.ADMINISTRATOR)]
    for name, told in (("mali", "already"), ("", "1 to 80"), ("x" * 81, "1 to 80")):
        with pytest.raises(SetupRefused, match=told):
            add_person(opened, name=name, role=Role.CASHIER, pin="1234")


def test_tills_are_numbered_and_displays_follow_their_till(opened: str) -> None:
    def numbered(name: str, mode: Mode, register: str | None = None) -> str | None:
        return register_terminal(opened, name=name, mode=mode, register=register)[1].register

    with pytest.raises(SetupRefused, match="make the till first"):
        numbered("Guests", Mode.CUSTOMER)
    assert numbered("Till 1", Mode.POS) == "1"
    assert numbered("Guests", Mode.CUSTOMER) == "1"
    assert numbered("Till 2", Mode.POS) == "2"
    assert numbered("Bar", Mode.POS, "B") == "B"
    assert numbered("Office", Mode.MANAGER) is None
    with pytest.raises(SetupRefused, match="there are: 1, 2, B"):
        numbered("Guests 2", Mode.CUSTOMER)
    with pytest.raises(SetupRefused, match='Register 1 is "Till 1"'):
        numbered("Till 3", Mode.POS, "1")
    with pytest.raises(SetupRefused, match="Only a till"):
        numbered("Kitchen", Mode.KDS, "1")
    with pytest.raises(SetupRefused, match="another kind"):
        numbered("Office", Mode.POS)


def test_a_revoked_terminal_is_out_at_once_and_a_new_address_lets_it_in(opened: str) -> None:
    url, _ = register_terminal(opened, name="Till 1", mode=Mode.POS)
    with psycopg.connect(url, autocommit=True) as link:
        link.execute("SELECT 1")
        assert revoke_terminal(opened, "Till 1")
        with pytest.raises(psycopg.OperationalError):
            link.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    assert [each.revoked for each in terminals(opened)] == [True]
    assert not revoke_terminal(opened, "Till 9")
    again, entry = register_terminal(opened, name="Till 1", mode=Mode.POS)
    assert entry.register == "1"
    psycopg.connect(again).close()
    assert [each.revoked for each in terminals(opened)] == [False]


def test_a_screen_that_is_shut_out_says_that_the_store_refuses_it(
    database_url: str, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    screen = open_store(make_terminal("Till 1"))
    until(io_loop, lambda: screen.feed.status.state is LinkState.LIVE)
    assert revoke_terminal(database_url, "Till 1")
    until(io_loop, lambda: screen.feed.status.state is LinkState.REFUSED)
    assert screen.feed.status.refusal is LinkRefusal.CREDENTIAL

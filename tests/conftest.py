"""Fixtures for every test: no display, and a database of its own cloned from a template."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import asyncio
import gc
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql

from app.data.migrate import upgrade
from app.data.server import temporary_server
from app.data.store import PgStore
from app.data.terminals import create_terminal
from app.data.urls import with_database
from app.domain.people import Mode
from tests.support.names_at_once import NamesAtOnce
from tests.support.seed import SmallShop, seed

# A busy machine is no fault of the program: nothing here is judged by how long it took.
# In CI the same examples each time, and half as many: a change is judged by what it changed.
settings.register_profile(
    "wedge",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=50 if "CI" in os.environ else 100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("wedge")

MakeTerminal = Callable[..., str]
OpenStore = Callable[[str], PgStore]
KEPT_VARIABLES = ("WEDGE_TEST_DATABASE_URL", "WEDGE_PICTURES", "WEDGE_LONG_RUN")
DropRoles = Callable[[str], None]
FRESH_S = 240.0
"""How old the template's shop may be."""


def pytest_configure(config: pytest.Config) -> None:
    """Register what `no_log_warnings` looks for; forget the caller's language, printer, store."""
    for name in [each for each in os.environ if each.startswith("WEDGE_")]:
        if name not in KEPT_VARIABLES:
            del os.environ[name]
    if "PYTEST_XDIST_WORKER" not in os.environ:
        config.pluginmanager.register(NamesAtOnce(config))
    config.addinivalue_line("markers", "expects_log: causes a warning in the log on purpose")


@pytest.fixture(autouse=True)
def no_collection_beside_windows() -> Iterator[None]:
    """Once this worker has shown windows, garbage is left alone while other tests run.

    Collected on a store's thread, what is left of a window would end there (ADR 12).
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is None or gui.QGuiApplication.instance() is None:
        yield
        return
    gc.disable()
    yield
    if not gc.isenabled():
        gc.collect()
        gc.enable()


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """An administrator's address: a server given by URL, or one of our own for this worker."""
    given = os.environ.get("WEDGE_TEST_DATABASE_URL")
    if given:
        yield given
        return
    with temporary_server() as server:
        yield server.admin_url


@pytest.fixture(scope="session")
def server_link(server_url: str) -> Iterator[psycopg.Connection]:
    """The administrator's own connection: to make and drop databases and roles."""
    with psycopg.connect(server_url, autocommit=True) as link:
        yield link


class Template:
    """A migrated and seeded database that tests clone.

    Seeded anew every few minutes: what the shop "cut just now" must not be older for a test
    that comes late in a long run.
    """

    def __init__(self, server_url: str, link: psycopg.Connection) -> None:
        self._server_url, self._link = server_url, link
        self._migrated = f"wedge_migrated_{uuid4().hex[:12]}"
        self._seeded, self._seeded_at = "", 0.0
        _create(link, self._migrated)
        upgrade(with_database(server_url, self._migrated))

    def name(self) -> str:
        """The database to clone."""
        if not self._seeded or time.monotonic() - self._seeded_at > FRESH_S:
            if self._seeded:
                _drop(self._link, self._seeded)
            self._seeded = f"wedge_template_{uuid4().hex[:12]}"
            _create(self._link, self._seeded, self._migrated)
            self._seeded_at = time.monotonic()
            seed(with_database(self._server_url, self._seeded))
        return self._seeded

    def drop(self) -> None:
        """Leave nothing on a server that was there before."""
        for name in (self._seeded, self._migrated):
            _drop(self._link, name)


@pytest.fixture(scope="session")
def template(server_url: str, server_link: psycopg.Connection) -> Iterator[Template]:
    """One per worker."""
    made = Template(server_url, server_link)
    yield made
    made.drop()


@pytest.fixture
def database_url(
    server_url: str, server_link: psycopg.Connection, template: Template
) -> Iterator[str]:
    """A small seeded shop (tests/support/seed.py) of this test's own, as the administrator."""
    name = f"wedge_test_{uuid4().hex[:12]}"
    _create(server_link, name, template.name())
    url = with_database(server_url, name)
    yield url
    roles = _login_roles(url)
    _drop(server_link, name)
    _drop_roles(server_link, roles)


@pytest.fixture
def drop_roles(server_link: psycopg.Connection) -> Iterator[DropRoles]:
    """Tell it a database with terminals: their login roles are dropped after the test."""
    roles: list[str] = []
    yield lambda url: roles.extend(_login_roles(url))
    _drop_roles(server_link, roles)


@pytest.fixture
def empty_database_url(server_url: str, server_link: psycopg.Connection) -> Iterator[str]:
    """A database without anything in it."""
    name = f"wedge_empty_{uuid4().hex[:12]}"
    _create(server_link, name)
    yield with_database(server_url, name)
    _drop(server_link, name)


@pytest.fixture
def small_store(database_url: str) -> SmallShop:
    """What the seeded shop holds, with the ids to ask for."""
    return SmallShop(database_url)


@pytest.fixture
def make_terminal(database_url: str) -> MakeTerminal:
    """Register a terminal in this test's shop: name, mode, register → URL."""

    def make(name: str, mode: Mode = Mode.POS, register: str | None = None) -> str:
        if mode is Mode.POS and register is None:
            register = name
        return create_terminal(database_url, name=name, mode=mode, register=register)

    return make


@pytest.fixture
def io_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """The loop of the test's "screen"; tests run coroutines on it."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
def open_store(io_loop: asyncio.AbstractEventLoop) -> Iterator[OpenStore]:
    """Open stores on `io_loop`; all are closed at the end of the test."""
    opened: list[PgStore] = []

    def open_one(url: str) -> PgStore:
        opened.append(PgStore.open(url, loop=io_loop))
        return opened[-1]

    yield open_one
    for store in opened:
        io_loop.run_until_complete(store.aclose())


@pytest.fixture(autouse=True)
def nothing_dangling() -> Iterator[None]:
    """A test that leaves one of our I/O threads behind fails."""
    before = set(threading.enumerate())
    yield
    left = [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and thread.name.startswith("wedge-") and thread.is_alive()
    ]
    assert not left, f"threads left running: {left}"


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_log_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """An unexpected warning in the log fails the test; `expects_log` marks tests that cause one."""
    handler = _Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if request.node.get_closest_marker("expects_log") is None:
        texts = [f"{each.name}: {each.getMessage()}" for each in handler.records]
        assert not texts, f"unexpected log: {texts}"


def _login_roles(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [row[0] for row in connection.execute("SELECT login_role FROM wedge.terminals")]


def _drop_roles(link: psycopg.Connection, roles: list[str]) -> None:
    for role in roles:
        link.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


def _create(link: psycopg.Connection, name: str, template: str = "template0") -> None:
    link.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'").format(
            sql.Identifier(name), sql.Identifier(template)
        )
    )


def _drop(link: psycopg.Connection, name: str) -> None:
    link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

"""A store of its own for one benchmark: server, settings, staff, terminals."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import psycopg

from app.data.demo.menu import MenuPerson, read_menu
from app.data.demo.shop import insert_staff, insert_store
from app.data.migrate import upgrade
from app.data.server.temporary import temporary_server
from app.data.store import PgStore
from app.data.terminals import create_terminal
from app.domain.people import Mode, Session
from app.services.ports import Store
from app.services.store_view import StoreView

_PATIENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class Shop:
    """Addresses for the owner, two tills and the kitchen, and who may sign in there."""

    admin_url: str
    till_url: str
    second_till_url: str
    kitchen_url: str
    cashier: MenuPerson
    cook: MenuPerson

    @asynccontextmanager
    async def store(self, url: str) -> AsyncIterator[PgStore]:
        """One terminal's store, connected in the background; closed at the end."""
        store = PgStore.open(url, loop=asyncio.get_running_loop())
        try:
            yield store
        finally:
            await store.aclose()

    async def sign_in(self, store: Store) -> Session:
        """Sign the cashier in at the terminal of `store`."""
        return await store.staff.sign_in(self.cashier.id, self.cashier.pin)


@contextmanager
def open_shop() -> Iterator[Shop]:
    """Start a server (as durable as a shop's), migrate it and put settings and staff in."""
    menu = read_menu()
    with temporary_server(durable=True) as server:
        admin_url = server.admin_url
        upgrade(admin_url)
        with psycopg.connect(admin_url) as link:
            link.execute("SET wedge.bulk = 'on'")
            insert_store(link, menu)
            insert_staff(link, menu)
            link.execute("SELECT wedge.feed_bump()")
        yield Shop(
            admin_url,
            create_terminal(admin_url, name="Till 1", mode=Mode.POS, register="1"),
            create_terminal(admin_url, name="Till 2", mode=Mode.POS, register="2"),
            create_terminal(admin_url, name="Kitchen", mode=Mode.KDS),
            next(person for person in menu.staff if person.role == "cashier"),
            next(person for person in menu.staff if person.role == "kitchen"),
        )


async def wait_for_view(
    store: Store, condition: Callable[[StoreView], bool] = lambda _: True
) -> StoreView:
    """Wait until the store's picture is there and fits; TimeoutError after 30 s."""
    fits = asyncio.Event()

    def look(view: StoreView, _: object = None) -> None:
        if condition(view):
            fits.set()

    end = store.feed.on_view(look)
    try:
        if store.feed.view is not None:
            look(store.feed.view)
        async with asyncio.timeout(_PATIENCE_S):
            await fits.wait()
    finally:
        end()
    view = store.feed.view
    assert view is not None
    return view

"""The demo's store: prepared folder, running server, migrated and filled database."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.exc import DBAPIError

from app.data.demo import DEMO_TERMINALS, currency_of, fill, open_day
from app.data.demo.currency import HOME
from app.data.demo.menu import read_menu
from app.data.migrate import upgrade
from app.data.server import StoreServer
from app.data.server.cluster import check_space
from app.data.server.errors import NO_SPACE_TEXTS, StoreServerError, no_space
from app.data.server.folder import REAL_SHOP, FolderLock, StoreFolder
from app.data.terminals import create_terminal
from app.demo.thermometers import thermometers
from app.domain.people import Mode

PROGRAMS = (Mode.POS, Mode.CUSTOMER, Mode.KDS, Mode.MANAGER)
"""In the order they are started; the first one's end is the demo's end."""
DEMO_BYTES = 280 * 1024 * 1024
"""What sixty days of trade need beside the store itself, with PostgreSQL's log of changes."""
NEARLY_FULL_BYTES = 24 * 1024 * 1024
"""With less than one more segment of that log free, a server that fell silent ran out of disk."""


@contextmanager
def open_shop(
    folder: Path,
    *,
    fresh: bool,
    say: Callable[[str], None],
    fresh_words: str = "Starting over with an empty store ...",
    currency: str | None = None,
) -> Iterator[dict[Mode, str]]:
    """Open the demo store and yield each program's URL; close what was opened at the end.

    A new store trades in `currency` (ISO 4217; Thai baht when it is None).
    A server that `wedge store start` runs on the folder is used and left running.
    Raises `StoreServerError` for a folder that is not ours, a real shop's or in use by another
    demo, when the disk is full, and for a store that already trades in another currency.
    """
    store_folder = StoreFolder(folder)
    store_folder.claim()
    refuse_real_shop(store_folder)
    lock = FolderLock(store_folder.path / "demo.lock")
    lock.take()
    server = StoreServer(folder)
    started = False
    try:
        running = server.status().running
        if fresh:
            if running:
                server.stop()
                running = False
            say(fresh_words)
            store_folder.wipe()
        if not store_folder.pgdata.exists():
            check_space(store_folder, DEMO_BYTES)
        if not running:
            say("Starting the store's database ...")
            started = True
            server.start()
        with full_disk_told(store_folder):
            urls = prepare(server, say, currency)
        with thermometers(server.admin_url, read_menu().units):
            yield urls
    finally:
        if started:
            server.stop()
        lock.release()


def refuse_real_shop(folder: StoreFolder) -> None:
    """Raise StoreServerError for the folder of a shop that was opened for real trade."""
    if folder.marker().get("purpose") == REAL_SHOP:
        raise StoreServerError(
            f"The store in {folder.path} is a real shop; the demo would mix its own trade into it.",
            "Nothing was changed.",
            "Name another folder for the demo with --folder.",
        )


def refuse_other_currency(admin_url: str, currency: str | None) -> None:
    """Raise StoreServerError for a filled store that trades in another currency than was asked."""
    known = currency_of(admin_url)
    if currency is not None and known != currency:
        raise StoreServerError(
            f"The demo's shop trades in {known}; its past cannot be turned into {currency}.",
            "Nothing was changed.",
            "Start over with --fresh, or name another folder with --folder.",
        )


@contextmanager
def full_disk_told(folder: StoreFolder) -> Iterator[None]:
    """Turn what a full disk does to the database into the error that says so."""
    try:
        yield
    except (psycopg.Error, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        said_so = any(text in str(cause) for text in NO_SPACE_TEXTS)
        # A server that cannot write its log ends without a word of the disk.
        silent = shutil.disk_usage(folder.path).free < NEARLY_FULL_BYTES
        if said_so or (isinstance(cause, psycopg.OperationalError) and silent):
            raise no_space(folder.path) from error
        raise


def prepare(
    server: StoreServer, say: Callable[[str], None], currency: str | None = None
) -> dict[Mode, str]:
    """Migrate and fill the running server's database; return each program's URL."""
    url = server.admin_url
    upgrade(url)
    say("Laying out today's displays ...")
    fill(url, currency or HOME)
    refuse_other_currency(url, currency)
    open_day(url)
    return {
        mode: create_terminal(url, name=name, mode=mode, register=register)
        for name, mode, register in DEMO_TERMINALS
    }

"""The demo's store: prepared folder, running server, migrated and filled database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.data.demo import DEMO_TERMINALS, fill, open_day
from app.data.demo.menu import read_menu
from app.data.migrate import upgrade
from app.data.server import StoreServer
from app.data.server.folder import FolderLock, StoreFolder
from app.data.terminals import create_terminal
from app.demo.thermometers import thermometers
from app.domain.people import Mode

PROGRAMS = (Mode.POS, Mode.CUSTOMER, Mode.KDS, Mode.MANAGER)
"""In the order they are started; the first one's end is the demo's end."""


@contextmanager
def open_shop(
    folder: Path, *, fresh: bool, say: Callable[[str], None]
) -> Iterator[dict[Mode, str]]:
    """Open the demo store and yield each program's URL; close what was opened at the end.

    A server that `wedge store start` runs on the folder is used and left running.
    Raises `StoreServerError` for a folder that is not ours or in use by another demo.
    """
    store_folder = StoreFolder(folder)
    store_folder.claim()
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
            say("Starting over with an empty store ...")
            store_folder.wipe()
        if not running:
            say("Starting the store's database ...")
            started = True
            server.start()
        urls = prepare(server, say)
        with thermometers(server.admin_url, read_menu().units):
            yield urls
    finally:
        if started:
            server.stop()
        lock.release()


def prepare(server: StoreServer, say: Callable[[str], None]) -> dict[Mode, str]:
    """Migrate and fill the running server's database; return each program's URL."""
    url = server.admin_url
    upgrade(url)
    say("Laying out today's displays ...")
    fill(url)
    open_day(url)
    return {
        mode: create_terminal(url, name=name, mode=mode, register=register)
        for name, mode, register in DEMO_TERMINALS
    }

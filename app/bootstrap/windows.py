"""The windows of one program, with its devices, on a loop that serves both Qt and asyncio."""

import asyncio
import logging
import os
import sys
from importlib import import_module

import qasync
from PySide6.QtGui import QGuiApplication

from app.bootstrap.guards import ended_by_signals, faults_reported
from app.data.store import PgStore
from app.domain.people import Mode
from app.hardware.printer_fault import PrinterFault
from app.hardware.printers import Printer, open_printer
from app.ui.shared import fonts, words
from app.ui.shared.collector import collecting_here
from app.ui.shared.driver import Driver
from app.ui.shared.in_front import keep_in_front
from app.ui.shared.shell import Shell

log = logging.getLogger(__name__)
ROOMS = {Mode.POS: "pos", Mode.KDS: "kds", Mode.MANAGER: "manager", Mode.CUSTOMER: "customer"}
DARK = frozenset({Mode.KDS, Mode.CUSTOMER})


def run_windows(mode: Mode, store_url: str, *, windowed: bool, drive: str | None) -> int:
    """Show the windows of `mode` until they are asked to close; returns the exit code."""
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("Wedge")
    app.setQuitOnLastWindowClosed(False)
    fonts.load()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop, collecting_here():
        loop.run_until_complete(_live(mode, store_url, windowed=windowed, drive=drive))
    return 0


async def _live(mode: Mode, store_url: str, *, windowed: bool, drive: str | None) -> None:
    locale = os.environ.get("WEDGE_LANG", "en")
    shell = Shell(windowed=windowed, dark=_dark(mode), locale=locale)
    with faults_reported(shell), ended_by_signals(shell.quit):
        store = PgStore.open(store_url, loop=asyncio.get_running_loop())
        off = store.feed.on_view(lambda view, _changes: shell.use_locale(view.settings.locale))
        try:
            devices = {"printer": receipt_printer(shell)} if mode is Mode.POS else {}
            program = import_module(f"app.ui.{ROOMS[mode]}.program").build(shell, store, **devices)
            keep_in_front(program.window, os.environ)
            shell.show(program.window, second_screen=mode is Mode.CUSTOMER)
            driver = Driver(shell, drive) if drive else None
            await shell.run(program)
            if driver is not None:
                driver.close()
        finally:
            off()
            await store.aclose()


def receipt_printer(shell: Shell) -> Printer | None:
    """The till's printer by the address in WEDGE_PRINTER (see `open_printer`), if there is one."""
    address = os.environ.get("WEDGE_PRINTER", "")
    if not address:
        return None
    try:
        return open_printer(address)
    except PrinterFault as fault:
        log.error("WEDGE_PRINTER: %s", fault)
        shell.banner.show(words.printer_fault(fault.kind), address)
        return None


def _dark(mode: Mode) -> bool:
    wish = os.environ.get("WEDGE_THEME", "")
    return wish == "dark" if wish in ("dark", "light") else mode in DARK

"""Builds one program per mode; the only file that names concrete adapters."""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import qasync
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication

from app.domain.people import Mode
from app.hardware.printer_fault import PrinterFault
from app.hardware.printers import Printer, open_printer
from app.ui.shared import fonts, words
from app.ui.shared.collector import collecting_here
from app.ui.shared.driver import Driver
from app.ui.shared.shell import Shell

log = logging.getLogger(__name__)
ROOMS = {Mode.POS: "pos", Mode.KDS: "kds", Mode.MANAGER: "manager", Mode.CUSTOMER: "customer"}
DARK = frozenset({Mode.KDS, Mode.CUSTOMER})


def run_program(
    mode: Mode, store_url: str, *, windowed: bool = False, drive: str | None = None
) -> int:
    """Run the program of `mode` on the store at `store_url` until it is asked to end.

    `drive` names a local socket for scripted clicks. Returns the exit code.
    """
    log_to_file(mode)
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
    from app.data.store import PgStore

    locale = os.environ.get("WEDGE_LANG", "en")
    shell = Shell(windowed=windowed, dark=_dark(mode), locale=locale)
    with faults_reported(shell), ended_by_signals(shell.quit):
        store = PgStore.open(store_url, loop=asyncio.get_running_loop())
        off = store.feed.on_view(lambda view, _changes: shell.use_locale(view.settings.locale))
        try:
            devices = {"printer": receipt_printer(shell)} if mode is Mode.POS else {}
            program = import_module(f"app.ui.{ROOMS[mode]}.program").build(shell, store, **devices)
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


def state_folder() -> Path:
    """Where a program keeps its log: the user's state folder."""
    base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "wedge"


def log_to_file(mode: Mode) -> None:
    """Write the log to the state folder, or to stderr when that folder cannot be written."""
    handler: logging.Handler
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            state_folder() / f"{mode.value}.log", maxBytes=2_000_000, backupCount=3
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    # python-escpos opens a log on stderr when it is imported: it gives way to ours.
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


@contextmanager
def faults_reported(shell: Shell) -> Iterator[None]:
    """Turn every unhandled exception of a slot into a log entry and a sentence on screen."""
    before = sys.excepthook

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            shell.quit()
        else:
            shell.report(error, "a slot")

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


@contextmanager
def ended_by_signals(quit_: Callable[[], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the program cleanly, at once, though Qt waits in C++."""
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)
    old_fd = signal.set_wakeup_fd(writer.fileno())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: reader.recv(4096))
    wanted = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, lambda *_: quit_()) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        signal.set_wakeup_fd(old_fd)
        reader.close()
        writer.close()

"""Starts the demo's programs as processes of their own, and leaves none behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from urllib.parse import quote

from app.data.demo.menu import read_menu
from app.data.server.process import die_with_parent
from app.demo.shop import PROGRAMS, open_shop
from app.domain.people import Mode
from app.ui.shared.shown_pipe import HEARS, TELLS

_END_S = 10.0
_POLL_S = 0.1


class Stopped(Exception):
    """The person or the system asked the demo to end."""


def run_demo(
    folder: Path, *, fresh: bool, say: Callable[[str], None], currency: str | None = None
) -> int:
    """Open the demo shop with its four windows; return the till's exit code when it closes."""
    for sig in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(sig, _stop)
    try:
        with open_shop(folder, fresh=fresh, say=say, currency=currency) as urls:
            receipts = receipts_folder(folder)
            say("Opening till, customer display, kitchen and back office.")
            for person in read_menu().staff:
                say(f"  {person.name} ({person.role.replace('_', ' ')}) signs in with {person.pin}")
            say(f"Receipts are printed into {receipts}.")
            say("Close the till's window to end the demo; the store's data stay.")
            commands = {mode: program_command(mode) for mode in PROGRAMS}
            return supervise(commands, urls, {"WEDGE_PRINTER": f"dir://{quote(str(receipts))}"})
    except Stopped:
        return 0


def has_display(variables: Mapping[str, str]) -> bool:
    """Tell whether windows can be opened (a Qt platform that was named counts as one)."""
    if sys.platform != "linux":
        return True
    return any(variables.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def receipts_folder(folder: Path) -> Path:
    """Where the demo's till prints to: beside the data, and kept when the data is not."""
    return folder.expanduser().absolute() / "receipts"


def program_command(mode: Mode) -> list[str]:
    """Return the command line of one program; its URL goes through the environment."""
    return [sys.executable, "-m", "app", mode.value, "--windowed"]


def supervise(
    commands: Mapping[Mode, Sequence[str]],
    urls: Mapping[Mode, str],
    defaults: Mapping[str, str],
) -> int:
    """Run the programs until the first one ends, then end the others; return its exit code.

    `defaults` are variables for them where the person set none.
    """
    children: list[subprocess.Popen[bytes]] = []
    hears, tells = os.pipe()
    try:
        try:
            for number, (mode, command) in enumerate(commands.items(), start=1):
                seat = {"WEDGE_SEAT": f"{number}/{len(commands)}", "WEDGE_STORE": urls[mode]}
                name, end = (HEARS, hears) if number == 1 else (TELLS, tells)
                own = {**seat, name: str(end)}
                children.append(_start(command, {**defaults, **os.environ, **own}, end))
        finally:
            # The first program hears the end once the last other one is gone.
            os.close(hears)
            os.close(tells)
        while (code := children[0].poll()) is None:
            time.sleep(_POLL_S)
        return code
    finally:
        end_all(children)


def _start(
    command: Sequence[str], environment: Mapping[str, str], inherited: int
) -> subprocess.Popen[bytes]:
    # The store's address goes through the environment: its password stays out of the list.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return subprocess.Popen(
            command,
            env=environment,
            pass_fds=(inherited,),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGKILL),  # noqa: PLW1509
        )


def end_all(children: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask the processes to end, wait, and kill those that do not."""
    for child in children:
        if child.poll() is None:
            with suppress(ProcessLookupError):
                child.terminate()
    end = time.monotonic() + _END_S
    for child in children:
        try:
            child.wait(max(0.0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _stop(number: int, frame: FrameType | None) -> None:
    """End once, in order: further signals must not cut the clean-up off."""
    for sig in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(sig, signal.SIG_IGN)
    raise Stopped

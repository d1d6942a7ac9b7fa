"""The real till or kitchen in a process of its own, driven by clicks through its socket."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.people import Mode

if TYPE_CHECKING:  # the till's process is measured: it imports what a till imports
    from app.data.demo.menu import MenuPerson
    from app.ui.shared.driver_client import DriverClient
    from benchmarks.shop import Shop

_ROOT = Path(__file__).resolve().parents[1]
_STORE = "WEDGE_BENCH_STORE"
_PROFILE = "WEDGE_BENCH_PROFILE"
"""A file for the profile of the measured process, where one wants to know what costs."""
_START_S = 30.0
_END_S = 15.0


@dataclass(frozen=True, slots=True)
class TillProcess:
    """A running program; `started_ns` is CLOCK_MONOTONIC just before its process was made."""

    drive: "DriverClient"
    started_ns: int

    def sign_in(self, shop: "Shop") -> None:
        """Choose the cashier and type the PIN."""
        self.sign_in_as(shop.cashier)

    def sign_in_as(self, person: "MenuPerson") -> None:
        """Choose somebody and type the PIN."""
        self.drive.click(f"staff_{person.name}", timeout_s=_START_S)
        for digit in person.pin:
            self.drive.click(f"pinKey_{digit}")
        self.drive.click("pinEnter")
        self.drive.wait("pinEnter", gone=True)


@contextmanager
def run_till(url: str) -> Iterator[TillProcess]:
    """Start the till on the store at `url`; ask it to quit at the end."""
    with run_apart(Mode.POS, url) as till:
        yield till


@contextmanager
def run_apart(mode: Mode, url: str) -> Iterator[TillProcess]:
    """Start the program of `mode` on the store at `url`; ask it to quit at the end."""
    from app.data.server import temporary_folder
    from app.ui.shared.driver_client import DriverClient

    with temporary_folder("bench") as folder:
        socket = folder / "program.sock"
        started_ns = time.monotonic_ns()
        child = subprocess.Popen(
            [sys.executable, *_profiled(mode), "-m", __name__, str(socket), mode.value],
            cwd=_ROOT,
            env={**_as_at_a_shop(), _STORE: url, "XDG_STATE_HOME": str(folder)},
        )
        try:
            with DriverClient(socket, start_s=_START_S) as drive:
                yield TillProcess(drive, started_ns)
                drive.ask("quit")
            child.wait(_END_S)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()


def _as_at_a_shop() -> dict[str, str]:
    """A till keeps its compiled modules, even where the builder's shell says not to write any."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _profiled(mode: Mode) -> list[str]:
    file = os.environ.get(_PROFILE)
    return ["-m", "cProfile", "-o", f"{file}.{mode.value}"] if file else []


def main(socket: str, mode: str) -> int:
    """Be that process."""
    from app.bootstrap import run_program

    return run_program(Mode(mode), os.environ[_STORE], windowed=True, drive=socket)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

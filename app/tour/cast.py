"""The four programs of the tour, each a process of its own with a socket to drive it by."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from app.demo.supervisor import end_all
from app.domain.people import Mode
from app.ui.shared.driver_client import DriverClient

START_S = 60.0


@dataclass(frozen=True, slots=True)
class Cast:
    """One driver per program."""

    till: DriverClient
    guest: DriverClient
    kitchen: DriverClient
    office: DriverClient


@contextmanager
def on_stage(urls: Mapping[Mode, str], sockets: Path, receipts: Path, log: Path) -> Iterator[Cast]:
    """Start the programs, yield their drivers, and end every process afterwards.

    `receipts` is the folder the till's printer writes to; `log` gathers what the programs say.
    """
    children: list[subprocess.Popen[bytes]] = []
    with log.open("wb") as said, ExitStack() as drivers:
        try:
            for mode, url in urls.items():
                children.append(_start(mode, url, sockets, receipts, said.fileno()))
            clients = {
                mode: drivers.enter_context(
                    DriverClient(sockets / f"{mode.value}.sock", start_s=START_S)
                )
                for mode in urls
            }
            yield Cast(
                till=clients[Mode.POS],
                guest=clients[Mode.CUSTOMER],
                kitchen=clients[Mode.KDS],
                office=clients[Mode.MANAGER],
            )
        finally:
            end_all(children)


def _start(
    mode: Mode, url: str, sockets: Path, receipts: Path, said: int
) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "WEDGE_STORE": url,
        "WEDGE_PRINTER": f"dir://{quote(str(receipts))}",
        # A picture taken in the middle of a movement shows neither state.
        "WEDGE_REDUCED_MOTION": "1",
    }
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.setdefault("QT_QUICK_BACKEND", "software")
    command = [
        sys.executable, "-m", "app", mode.value, "--windowed",
        "--drive", str(sockets / f"{mode.value}.sock"),
    ]  # fmt: skip
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=said,
                            stderr=said, start_new_session=True)  # fmt: skip

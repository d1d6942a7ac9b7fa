"""A network receipt printer in software, with its faults, for tests, the demo and the tour."""

import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtGui import QImage

from app.hardware.escpos_decode import PaperReader

_LINGER_ZERO = struct.pack("ii", 1, 0)


@dataclass(slots=True)
class Faults:
    """What is wrong with the printer now; change the fields of `PrinterSimulator.faults`."""

    paper_out: bool = False
    cover_open: bool = False
    offline: bool = False
    mute: bool = False
    """Takes data, never answers."""
    dies_after_bytes: int | None = None
    """Resets the connection once that many bytes of a job came; then None again."""
    paper_ends_after_rows: int | None = None
    """The roll ends while printing: `paper_out` is set and nothing more is printed."""


class PrinterSimulator:
    """Listens on 127.0.0.1; serves one connection at a time, as Epson's network board does.

    `receipts` are the pieces of paper that were cut, oldest first.
    """

    def __init__(self, port: int = 0) -> None:
        self.faults = Faults()
        self.receipts: list[QImage] = []
        self.drawer_pulses = 0
        self.connections = 0
        self._port = port
        self._closing = threading.Event()
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The TCP port; stays the same when switched off and on."""
        return self._port

    @property
    def url(self) -> str:
        """The address for `open_printer`."""
        return f"tcp://127.0.0.1:{self._port}"

    def switch_on(self) -> None:
        """Start listening."""
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        listener.listen()
        listener.settimeout(0.1)
        self._port = listener.getsockname()[1]
        self._listener = listener
        self._closing.clear()
        self._thread = threading.Thread(
            target=self._serve, args=(listener,), name="printer simulator", daemon=True
        )
        self._thread.start()

    def switch_off(self) -> None:
        """Drop any connection and stop listening: connecting is refused from now on."""
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def __enter__(self) -> "PrinterSimulator":
        self.switch_on()
        return self

    def __exit__(self, *_: object) -> None:
        self.switch_off()

    def _serve(self, listener: socket.socket) -> None:
        while not self._closing.is_set():
            try:
                wire, _ = listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with wire, suppress(OSError):
                self._job(wire)

    def _job(self, wire: socket.socket) -> None:
        wire.settimeout(0.1)
        reader = PaperReader()
        received = 0
        while not self._closing.is_set():
            try:
                data = wire.recv(4096)
            except TimeoutError:
                continue
            if not data:
                return
            received += len(data)
            limit = self.faults.dies_after_bytes
            if limit is not None and received > limit:
                self.faults.dies_after_bytes = None
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_ZERO)
                return
            self._take(wire, reader, data)

    def _take(self, wire: socket.socket, reader: PaperReader, data: bytes) -> None:
        reader.feed(data)
        ends = self.faults.paper_ends_after_rows
        if ends is not None and len(reader.rows) + _rows_of(reader.receipts) > ends:
            self.faults.paper_ends_after_rows = None
            self.faults.paper_out = True
        if self.faults.paper_out:
            reader.receipts.clear()
        if reader.receipts:
            self.receipts += reader.receipts
            reader.receipts.clear()
        self.drawer_pulses += reader.drawer_pulses
        reader.drawer_pulses = 0
        for request in reader.asked:
            if not self.faults.mute:
                wire.sendall(self._answer(request))
        reader.asked.clear()

    def _answer(self, request: bytes) -> bytes:
        faults = self.faults
        if request[:2] == b"\x1dr":
            return b"\x0c" if faults.paper_out else b"\x00"
        stopped = faults.paper_out or faults.cover_open or faults.offline
        bits = {
            1: 0x08 if stopped else 0,
            2: (0x04 if faults.cover_open else 0) | (0x20 if faults.paper_out else 0),
            3: 0,
            4: 0x60 if faults.paper_out else 0,
        }
        return bytes([0x12 | bits.get(request[2], 0)])


def _rows_of(receipts: list[QImage]) -> int:
    return sum(image.height() for image in receipts)

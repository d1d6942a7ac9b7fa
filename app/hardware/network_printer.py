"""An ESC/POS printer on the network: connect, ask, send, wait until printed, ask, close."""

import socket
import time
from collections.abc import Callable

from PySide6.QtGui import QImage

from app.hardware.escpos_raster import raster_pieces
from app.hardware.printer_fault import FaultKind, PrinterFault
from app.hardware.printer_status import (
    ASK_WHEN_PRINTED,
    check_printer,
    is_printed_report,
    is_status,
)


class NetworkPrinter:
    """`timeout_s` bounds each step; `drain_s` is how long the last rows may take to print."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        width_px: int,
        asks_status: bool = True,
        timeout_s: float = 3.0,
        drain_s: float = 10.0,
    ) -> None:
        self._address = (host, port)
        self._width_px = width_px
        self._asks_status = asks_status
        self._timeout_s = timeout_s
        self._drain_s = drain_s

    @property
    def width_px(self) -> int:
        """The width of a picture in dots."""
        return self._width_px

    def check(self) -> None:
        """Connect and ask how it is; raises `PrinterFault`."""
        with self._connect() as wire:
            self._check(wire)

    def print(self, image: QImage, name: str) -> None:
        """Print `image`; raises `PrinterFault` unless all of it came out."""
        with self._connect() as wire:
            self._check(wire)
            try:
                for piece in raster_pieces(image):
                    wire.settimeout(self._timeout_s)
                    wire.sendall(piece)
                self._wait_until_printed(wire)
                wire.shutdown(socket.SHUT_WR)
            except OSError as error:
                raise self._why_it_stopped(wire, error) from error

    def _connect(self) -> socket.socket:
        try:
            return socket.create_connection(self._address, timeout=self._timeout_s)
        except OSError as error:
            raise PrinterFault(FaultKind.UNREACHABLE, str(error)) from error

    def _check(self, wire: socket.socket) -> None:
        if self._asks_status:
            check_printer(lambda request: self._ask(wire, request, is_status, self._timeout_s))

    def _ask(
        self, wire: socket.socket, request: bytes, wanted: Callable[[int], bool], limit_s: float
    ) -> bytes:
        """Send `request`; return what came until a wanted byte did, or the time was up."""
        deadline_s = time.monotonic() + limit_s
        answer = b""
        try:
            _forget_unread(wire)
            wire.settimeout(self._timeout_s)
            wire.sendall(request)
            while not any(wanted(byte) for byte in answer):
                wire.settimeout(max(0.001, deadline_s - time.monotonic()))
                received = wire.recv(64)
                if not received:
                    raise PrinterFault(FaultKind.BROKE_OFF, "the printer closed the connection")
                answer += received
        except TimeoutError:
            return answer
        except OSError as error:
            raise PrinterFault(FaultKind.BROKE_OFF, str(error)) from error
        return answer

    def _wait_until_printed(self, wire: socket.socket) -> None:
        """Printers answer GS r in turn; those that do not know it are asked for faults only."""
        if not self._asks_status:
            return
        self._ask(wire, ASK_WHEN_PRINTED, is_printed_report, self._drain_s)
        self._check(wire)

    def _why_it_stopped(self, wire: socket.socket, error: OSError) -> PrinterFault:
        """A printer out of paper stops reading, but still answers; a dead one does not."""
        try:
            self._check(wire)
        except PrinterFault as fault:
            if fault.kind is not FaultKind.NO_ANSWER:
                return fault
        return PrinterFault(FaultKind.BROKE_OFF, str(error))


def _forget_unread(wire: socket.socket) -> None:
    """Drop bytes that came unasked: picture data may contain a request by chance."""
    wire.setblocking(False)
    try:
        while wire.recv(256):
            pass
    except BlockingIOError:
        return

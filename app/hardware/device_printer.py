"""An ESC/POS printer behind a device file such as `/dev/usb/lp0`."""

import os
import select
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QImage

from app.hardware.escpos_raster import raster_pieces
from app.hardware.printer_fault import FaultKind, PrinterFault
from app.hardware.printer_status import check_printer, is_status


class DevicePrinter:
    """Writes without blocking for longer than `timeout_s` without progress.

    A plain file is appended to and never asked for its status.
    """

    def __init__(
        self, path: str, *, width_px: int, asks_status: bool = True, timeout_s: float = 3.0
    ) -> None:
        self._path = path
        self._width_px = width_px
        self._asks_status = asks_status
        self._timeout_s = timeout_s

    @property
    def width_px(self) -> int:
        """The width of a picture in dots."""
        return self._width_px

    def check(self) -> None:
        """Open it and ask how it is; raises `PrinterFault`."""
        with self._opened() as device:
            self._check(device)

    def print(self, image: QImage, name: str) -> None:
        """Print `image`; raises `PrinterFault`."""
        with self._opened() as device:
            self._check(device)
            for piece in raster_pieces(image):
                self._write(device, piece)
            self._check(device)

    @contextmanager
    def _opened(self) -> Iterator[int]:
        try:
            device = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_APPEND | os.O_NOCTTY)
        except OSError as error:
            raise PrinterFault(FaultKind.UNREACHABLE, str(error)) from error
        try:
            yield device
        except OSError as error:
            raise PrinterFault(FaultKind.BROKE_OFF, str(error)) from error
        finally:
            os.close(device)

    def _check(self, device: int) -> None:
        is_device = not os.path.isfile(self._path)  # noqa: PTH113
        if self._asks_status and is_device:
            check_printer(lambda request: self._ask(device, request))

    def _ask(self, device: int, request: bytes) -> bytes:
        self._write(device, request)
        deadline_s = time.monotonic() + self._timeout_s
        answer = b""
        while not any(is_status(byte) for byte in answer):
            left_s = deadline_s - time.monotonic()
            if left_s <= 0 or not select.select([device], [], [], left_s)[0]:
                return answer
            received = os.read(device, 64)
            if not received:
                return answer
            answer += received
        return answer

    def _write(self, device: int, data: bytes) -> None:
        while data:
            if not select.select([], [device], [], self._timeout_s)[1]:
                raise PrinterFault(FaultKind.BROKE_OFF, "the printer takes no more data")
            data = data[os.write(device, data) :]

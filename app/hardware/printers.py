"""Printers by address: network, device file, or a folder that keeps each job as a file.

A connection lives for one job. Network printers drop idle connections after minutes and the first
bytes written then vanish without an error; and they serve one connection at a time.
All calls block: use one worker thread per printer.
"""

from typing import Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from PySide6.QtGui import QImage

from app.hardware.device_printer import DevicePrinter
from app.hardware.folder_printer import FolderPrinter
from app.hardware.network_printer import NetworkPrinter
from app.hardware.printer_fault import FaultKind, PrinterFault
from app.hardware.receipt_image import WIDTH_80_MM_PX

_RAW_PORT = 9100
_MIN_WIDTH_PX, _MAX_WIDTH_PX = 192, 2048


class Printer(Protocol):
    """One receipt printer; `width_px` is how wide a picture it prints."""

    @property
    def width_px(self) -> int: ...

    def check(self) -> None:
        """Return when it could print now; raises `PrinterFault`."""

    def print(self, image: QImage, name: str) -> None:
        """Print and return when it is on paper; raises `PrinterFault` when it is not."""


def open_printer(url: str) -> Printer:
    """Return the printer at `url`; nothing is opened yet.

    `tcp://host[:9100]`, `file:///dev/usb/lp0` or `dir:///folder`, each with `?width=384` for
    58 mm paper; `?status=no` for print servers that swallow a printer's answers. A path is
    percent-encoded.
    Raises `PrinterFault` (NOT_SET_UP) for anything else.
    """
    try:
        parts = urlsplit(url)
        options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        width_px = int(options.get("width", WIDTH_80_MM_PX))
        return _printer(parts, width_px, asks_status=options.get("status") != "no")
    except ValueError as error:
        raise PrinterFault(FaultKind.NOT_SET_UP, str(error)) from error


def _printer(parts: SplitResult, width_px: int, *, asks_status: bool) -> Printer:
    if not _MIN_WIDTH_PX <= width_px <= _MAX_WIDTH_PX or width_px % 8:
        raise ValueError(f"width {width_px}")
    if parts.scheme == "tcp" and parts.hostname:
        port = parts.port or _RAW_PORT
        return NetworkPrinter(parts.hostname, port, width_px=width_px, asks_status=asks_status)
    if parts.scheme == "file" and parts.path:
        return DevicePrinter(unquote(parts.path), width_px=width_px, asks_status=asks_status)
    if parts.scheme == "dir" and parts.path:
        return FolderPrinter(unquote(parts.path), width_px=width_px)
    raise ValueError(f"address {parts.geturl()!r}")

"""A printer that is a folder: each job becomes `NAME.bin` (ESC/POS) and `NAME.png`.

For the demo, the tour, and shops that archive their receipts.
"""

import re
from pathlib import Path

from PySide6.QtGui import QImage

from app.hardware.escpos_raster import raster_bytes
from app.hardware.printer_fault import FaultKind, PrinterFault

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class FolderPrinter:
    """Writes each file whole or not at all; an existing name gets a number."""

    def __init__(self, folder: str, *, width_px: int) -> None:
        self._folder = Path(folder)
        self._width_px = width_px

    @property
    def width_px(self) -> int:
        """The width of a picture in dots."""
        return self._width_px

    def check(self) -> None:
        """Make the folder if need be; raises `PrinterFault` (NO_SPACE)."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PrinterFault(FaultKind.NO_SPACE, str(error)) from error

    def print(self, image: QImage, name: str) -> None:
        """Write both files; raises `PrinterFault` (NO_SPACE)."""
        self.check()
        stem = self._free_stem(_UNSAFE.sub("-", name) or "receipt")
        png = self._folder / f".{stem}.png"
        raw = self._folder / f".{stem}.bin"
        try:
            raw.write_bytes(raster_bytes(image))
            if not image.save(str(png)):
                raise OSError(f"cannot write {png}")
            png.replace(self._folder / f"{stem}.png")
            raw.replace(self._folder / f"{stem}.bin")
        except OSError as error:
            png.unlink(missing_ok=True)
            raw.unlink(missing_ok=True)
            raise PrinterFault(FaultKind.NO_SPACE, str(error)) from error

    def _free_stem(self, stem: str) -> str:
        candidate = stem
        number = 1
        while (self._folder / f"{candidate}.bin").exists():
            number += 1
            candidate = f"{stem}-{number}"
        return candidate

"""A drawn receipt as ESC/POS bytes: initialise, raster bands, feed, cut.

Text mode is never used: printers' code pages print `?` for Thai and a wrong sign for €.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from escpos.printer import Dummy
    from PIL import Image

BAND_ROWS = 255
"""Several printers read only the low byte of a raster's height."""

_ROWS_AFTER_LAST = b"\x1bd\x04"
_PARTIAL_CUT = b"\x1dVA\x00"
"""GS V 65 0: feed to the cutter, then cut but for one point."""

_PROFILE = "TM-T20II"
"""Only its 576 dots of width are used; without a width the library prints a notice per band."""


def raster_bytes(image: QImage) -> bytes:
    """Return the whole job as one piece of bytes."""
    return b"".join(raster_pieces(image))


def raster_pieces(image: QImage) -> Iterator[bytes]:
    """Yield the job in pieces, each small enough to be sent within one time-out."""
    printer = _library()(profile=_PROFILE)
    printer.hw("INIT")
    yield _taken(printer)
    paper = _to_pillow(image)
    for top in range(0, paper.height, BAND_ROWS):
        band = paper.crop((0, top, paper.width, min(top + BAND_ROWS, paper.height)))
        printer.image(band, impl="bitImageRaster", fragment_height=BAND_ROWS)
        yield _taken(printer)
    yield _ROWS_AFTER_LAST + _PARTIAL_CUT


@cache
def _library() -> type[Dummy]:
    """A fifth of a second that no start should pay: paid by the printer's thread, once."""
    from escpos import capabilities
    from escpos.printer import Dummy

    # Each import of the library leaves a folder in the system's temporary one, unless its user
    # named a folder, which is not ours to delete.
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(Path(capabilities.pickle_dir), ignore_errors=True)
    made: type[Dummy] = Dummy
    return made


def _taken(printer: Dummy) -> bytes:
    data = bytes(printer.output)
    printer.clear()
    return data


def _to_pillow(image: QImage) -> Image.Image:
    """Go by grey values: which bit means black depends on a mono image's colour table."""
    from PIL import Image

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return Image.frombuffer(
        "L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1
    ).point(lambda value: 255 if value > 127 else 0)

"""Ask an ESC/POS printer how it is, and read the answer's bits with care.

An empty answer is no answer, never "all is well"; a byte with the wrong frame is not an answer
to our question (it may be an automatic report, or flow control) and is skipped.
"""

from collections.abc import Callable

from app.hardware.printer_fault import FaultKind, PrinterFault

ASK_PRINTER = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_ERROR_CAUSE = b"\x10\x04\x03"
ASK_PAPER = b"\x10\x04\x04"
ASK_WHEN_PRINTED = b"\x1dr\x01"
"""GS r 1 is answered in turn, after everything before it has been printed."""

_FRAME_MASK = 0x93
_FRAME = 0x12
_IN_ORDER_MASK = 0x90
_OFFLINE = 0x08
_COVER_OPEN = 0x04
_PAPER_END = 0x20
_CUTTER = 0x08
_NO_PAPER = 0x60

Ask = Callable[[bytes], bytes]
"""Send a request and return the bytes that came within the time-out (perhaps none)."""


def check_printer(ask: Ask) -> None:
    """Return when the printer can print; raise `PrinterFault` with the reason when it cannot."""
    if status_byte(ask(ASK_PRINTER)) & _OFFLINE == 0:
        if status_byte(ask(ASK_PAPER)) & _NO_PAPER == _NO_PAPER:
            raise PrinterFault(FaultKind.PAPER_OUT)
        return
    cause = status_byte(ask(ASK_OFFLINE_CAUSE))
    if cause & _COVER_OPEN:
        raise PrinterFault(FaultKind.COVER_OPEN)
    if cause & _PAPER_END or status_byte(ask(ASK_PAPER)) & _NO_PAPER == _NO_PAPER:
        raise PrinterFault(FaultKind.PAPER_OUT)
    if status_byte(ask(ASK_ERROR_CAUSE)) & _CUTTER:
        raise PrinterFault(FaultKind.CUTTER)
    raise PrinterFault(FaultKind.OFFLINE)


def status_byte(answer: bytes) -> int:
    """The last byte framed as an answer to DLE EOT; raises `PrinterFault` (NO_ANSWER) without."""
    framed = [byte for byte in answer if is_status(byte)]
    if not framed:
        raise PrinterFault(FaultKind.NO_ANSWER)
    return framed[-1]


def is_status(byte: int) -> bool:
    """Whether a byte has DLE EOT's fixed bits."""
    return byte & _FRAME_MASK == _FRAME


def is_printed_report(byte: int) -> bool:
    """Whether a byte has GS r 1's fixed bits."""
    return byte & _IN_ORDER_MASK == 0

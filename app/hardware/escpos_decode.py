"""Read ESC/POS bytes as a printer would: the simulator and the tests see the paper again."""

from dataclasses import dataclass, field

from PySide6.QtGui import QImage, qRgb

_INIT = b"\x1b@"
_RASTER = b"\x1dv0"
_STATUS = b"\x10\x04"
_IN_ORDER_STATUS = b"\x1dr"
_FEED = b"\x1bd"
_CUT = b"\x1dV"
_DRAWER = b"\x1bp"
_LENGTHS = {_INIT: 2, _STATUS: 3, _IN_ORDER_STATUS: 3, _FEED: 3, _CUT: 3, _DRAWER: 5}
_CUT_WITH_FEED = b"AB"


@dataclass(slots=True)
class PaperReader:
    """Takes bytes as they come. `receipts` are cut pieces of paper; `rows` is printed so far."""

    receipts: list[QImage] = field(default_factory=list)
    rows: list[bytes] = field(default_factory=list)
    drawer_pulses: int = 0
    unknown: list[bytes] = field(default_factory=list)
    asked: list[bytes] = field(default_factory=list)
    """Status requests in order of arrival, `10 04 n` or `1D 72 n`; the owner answers them."""
    _pending: bytes = b""

    def feed(self, data: bytes) -> None:
        """Interpret `data`; an incomplete command waits for its rest."""
        self._pending += data
        while self._pending:
            used = self._one()
            if used == 0:
                return
            self._pending = self._pending[used:]

    def _one(self) -> int:
        """Run the first pending command; return its length, 0 when more bytes are needed."""
        if self._pending[:3] == _RASTER:
            return self._raster()
        head = self._pending[:2]
        if len(head) < 2 or self._pending in (_RASTER[:1], _RASTER[:2]):
            return 0
        length = _LENGTHS.get(head)
        if length is None:
            self.unknown.append(self._pending[:1])
            return 1
        if head == _CUT and len(self._pending) >= 3 and self._pending[2:3] in _CUT_WITH_FEED:
            length = 4
        if len(self._pending) < length:
            return 0
        self._run(head, self._pending[:length])
        return length

    def _run(self, head: bytes, command: bytes) -> None:
        if head in (_STATUS, _IN_ORDER_STATUS):
            self.asked.append(command)
        elif head == _DRAWER:
            self.drawer_pulses += 1
        elif head == _CUT:
            self.receipts.append(self.image())
            self.rows = []

    def _raster(self) -> int:
        if len(self._pending) < 8:
            return 0
        _, width_bytes, height = (
            self._pending[3],
            int.from_bytes(self._pending[4:6], "little"),
            int.from_bytes(self._pending[6:8], "little"),
        )
        length = 8 + width_bytes * height
        if len(self._pending) < length:
            return 0
        data = self._pending[8:length]
        self.rows += [data[i : i + width_bytes] for i in range(0, len(data), width_bytes)]
        return length

    def image(self) -> QImage:
        """The paper since the last cut, black on white."""
        width_bytes = max((len(row) for row in self.rows), default=1)
        data = b"".join(row.ljust(width_bytes, b"\0") for row in self.rows)
        image = QImage(
            data, width_bytes * 8, len(self.rows), width_bytes, QImage.Format.Format_Mono
        )
        image.setColorTable([qRgb(255, 255, 255), qRgb(0, 0, 0)])
        return image.copy()


def read_paper(data: bytes) -> PaperReader:
    """Interpret one complete job."""
    reader = PaperReader()
    reader.feed(data)
    return reader

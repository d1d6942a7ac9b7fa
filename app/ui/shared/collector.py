"""Garbage is collected on the interface's thread only.

Python collects on whichever thread allocates. On the store's I/O thread that would end Qt objects
of the interface's thread. (The same remedy is known from other large Qt programs in Python.)
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Slot

_PACE_MS = 250
_STARTED_MS = 5_000
_OLDEST = 2
_NEW_SHARE = 0.25
_MOST_PUT_OFF = 60
"""Some minutes at a till that is in use."""


@contextmanager
def collecting_here() -> Iterator[None]:
    """Collect on this thread alone, by a timer of its event loop, until the end.

    What exists once the program has started (modules, classes, the window) is not looked at again,
    so that a later collection costs less than a frame; starting does not wait for that.
    """
    gc.disable()
    collector = Collector()
    try:
        yield
    finally:
        collector.stop()
        gc.unfreeze()
        gc.enable()


class Collector(QObject):
    """Follows Python's own thresholds: a generation is due when its count has passed them.

    As Python does, it looks at the oldest one, which takes a tenth of a second with 5,000 portions
    in the picture, only when a quarter as many objects have come to it since the last time; but it
    is not put off for ever.
    """

    def __init__(self) -> None:
        super().__init__()
        self._old = 0
        self._came = 0
        self._put_off = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.timeout.connect(self.settle)
        self._start.start(_STARTED_MS)

    def stop(self) -> None:
        """Collect no more."""
        self._timer.stop()
        self._start.stop()

    @Slot()
    def settle(self) -> None:
        """The program has started: leave what is there now alone."""
        gc.collect()
        gc.freeze()
        self._timer.start(_PACE_MS)

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due, if one is."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most
        ]
        if due and due[0] == 0:
            self._collect(_unbroken(due))

    def _collect(self, generation: int) -> None:
        few = self._came <= self._old * _NEW_SHARE
        if generation == _OLDEST and few and self._put_off < _MOST_PUT_OFF:
            self._put_off += 1
            generation = _OLDEST - 1
        if generation == _OLDEST - 1:
            self._came += len(gc.get_objects(generation))
        gc.collect(generation)
        if generation == _OLDEST:
            self._came, self._put_off, self._old = 0, 0, len(gc.get_objects(_OLDEST))


def _unbroken(due: list[int]) -> int:
    """The last generation up to which all are due: an old one waits for the young ones."""
    oldest = 0
    while oldest + 1 in due:
        oldest += 1
    return oldest

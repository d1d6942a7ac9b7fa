import sys

from PySide6.QtCore import QObject, Signal


class _Bell(QObject):
    rang = Signal()


def test_emitting_does_not_wear_out_true(qapp: object) -> None:
    """PySide6 6.12.0 drops a reference to True with each emit, until Python 3.11 aborts."""
    bell = _Bell()
    bell.rang.connect(lambda: None)
    before = sys.getrefcount(True)
    for _ in range(5_000):
        bell.rang.emit()
    assert abs(sys.getrefcount(True) - before) < 100

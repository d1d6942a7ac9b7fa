"""Garbage is collected by the interface's thread alone, in time."""

import gc
import threading
import weakref
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.shared.collector import Collector, collecting_here


class Knot:
    """Garbage that only a collection ends; it says on which thread."""

    def __init__(self, told: Callable[[str], None]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: told(threading.current_thread().name))


def tie(count: int, told: Callable[[str], None]) -> None:
    for _ in range(count):
        Knot(told)


def test_garbage_of_any_thread_ends_on_this_one(qapp: QGuiApplication, qtbot: QtBot) -> None:
    ended: list[str] = []
    with collecting_here():
        other = threading.Thread(target=tie, args=(5_000, ended.append), name="other")
        other.start()
        other.join()
        assert ended == []
        tie(5_000, ended.append)
        qtbot.waitUntil(lambda: len(ended) == 10_000, timeout=45_000)
    assert set(ended) == {threading.current_thread().name}


def test_the_old_generation_is_looked_at_too(qapp: QGuiApplication) -> None:
    ended: list[str] = []
    with collecting_here():
        collector = Collector()
        kept = [Knot(ended.append) for _ in range(100)]
        gc.collect(1)  # they are old now
        del kept
        looks = 0
        while len(ended) < 100:
            tie(1_000, lambda _name: None)
            collector.look()
            looks += 1
            assert looks < 1_000
        collector.stop()
    assert looks > 1, "a young collection does not look at the old"


def test_python_collects_as_ever_afterwards(qapp: QGuiApplication) -> None:
    gc.enable()
    try:
        with collecting_here():
            assert not gc.isenabled()
            collector = Collector()
            collector.settle()
            collector.stop()
            assert gc.get_freeze_count() > 0
        assert gc.isenabled()
        assert gc.get_freeze_count() == 0
    finally:
        gc.disable()

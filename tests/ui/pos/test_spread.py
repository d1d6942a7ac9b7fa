"""What a tick leaves to do is done later, in its order, each thing once."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.pos.spread import Spread
from tests.ui.pos.conftest import PATIENCE_MS


def test_steps_are_done_later_in_their_order_and_once(qtbot: QtBot) -> None:
    parent = QObject()
    spread, done = Spread(parent), []

    def first() -> None:
        done.append("first")

    def second() -> None:
        done.append("second")

    spread.soon(first, second)
    spread.soon(second, first)
    assert done == [], "nothing at once"
    qtbot.waitUntil(lambda: len(done) == 2, timeout=PATIENCE_MS)
    spread.soon(first)
    qtbot.waitUntil(lambda: done == ["first", "second", "first"], timeout=PATIENCE_MS)


def test_a_step_that_fails_does_not_keep_the_next(qtbot: QtBot) -> None:
    parent = QObject()
    spread, done = Spread(parent), []

    def fails() -> None:
        raise ValueError("on purpose")

    with qtbot.captureExceptions() as raised:
        spread.soon(fails, lambda: done.append("next"))
        qtbot.waitUntil(lambda: done == ["next"], timeout=PATIENCE_MS)
    assert [kind for kind, _, _ in raised] == [ValueError]

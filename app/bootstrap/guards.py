"""What goes wrong, and who ends a program: both reach the window instead of the terminal."""

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QSocketNotifier

from app.ui.shared.shell import Shell


@contextmanager
def faults_reported(shell: Shell) -> Iterator[None]:
    """Turn every unhandled exception of a slot into a log entry and a sentence on screen."""
    before = sys.excepthook

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            shell.quit()
        else:
            shell.report(error, "a slot")

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


@contextmanager
def ended_by_signals(quit_: Callable[[], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the program cleanly, at once, though Qt waits in C++."""
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)
    old_fd = signal.set_wakeup_fd(writer.fileno())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: reader.recv(4096))
    wanted = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, lambda *_: quit_()) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        signal.set_wakeup_fd(old_fd)
        reader.close()
        writer.close()

"""How long the interface's thread is kept busy: by each second's tick, and by anything else."""

import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.ui.shared.shell import Clock

_BEAT_MS = 1
_BEATS_KEPT = 400_000
_TICKS_KEPT = 10_000


class StepTimes(QObject):
    """Measures from its making until `stop`; costs about a hundredth of the thread meanwhile.

    A heartbeat of 1 ms cuts the thread's work into steps: no two beats come without what was
    waiting between them. A step's processor time is this thread's alone, so that neither other
    programs nor other threads are in it; `gaps` are by the wall clock, with all that.
    """

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._ticks: deque[tuple[int, int]] = deque(maxlen=_TICKS_KEPT)
        self._steps: deque[int] = deque(maxlen=_BEATS_KEPT)
        self._gaps: deque[int] = deque(maxlen=_BEATS_KEPT)
        self._began = self._beaten = _now_ns()
        self._started = self._beaten
        self._clock = clock
        clock.began.connect(self._begin)
        clock.ended.connect(self._end)
        self._beats = QTimer(self)
        self._beats.setTimerType(Qt.TimerType.PreciseTimer)
        self._beats.timeout.connect(self._beat)
        self._beats.start(_BEAT_MS)

    def stop(self) -> dict[str, object]:
        """End measuring. All in nanoseconds: `ticks_ns` (processor time of what was done at once
        for each tick), `ticks_wall_ns`, `steps_ns` (processor time of each step), `gaps_ns` (wall
        time from beat to beat), `thread_ns` and `wall_ns` (of the whole measurement).
        """
        self._beats.stop()
        self._clock.began.disconnect(self._begin)
        self._clock.ended.disconnect(self._end)
        cpu_ns, wall_ns = _now_ns()
        self.deleteLater()
        return {
            "ticks_ns": [cpu for cpu, _ in self._ticks],
            "ticks_wall_ns": [wall for _, wall in self._ticks],
            "steps_ns": list(self._steps),
            "gaps_ns": list(self._gaps),
            "thread_ns": cpu_ns - self._started[0],
            "wall_ns": wall_ns - self._started[1],
        }

    @Slot()
    def _begin(self) -> None:
        self._began = _now_ns()

    @Slot()
    def _end(self) -> None:
        cpu_ns, wall_ns = _now_ns()
        self._ticks.append((cpu_ns - self._began[0], wall_ns - self._began[1]))

    @Slot()
    def _beat(self) -> None:
        cpu_ns, wall_ns = _now_ns()
        self._steps.append(cpu_ns - self._beaten[0])
        self._gaps.append(wall_ns - self._beaten[1])
        self._beaten = cpu_ns, wall_ns


def _now_ns() -> tuple[int, int]:
    return time.thread_time_ns(), time.monotonic_ns()

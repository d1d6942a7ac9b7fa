"""When to leave the rest of some work for later, so that a screen stays quick."""

from time import thread_time


class Budget:
    """For work in steps: `spent` after each step says whether the next one would take too long.

    Counted in the thread's own processor time: what else the machine does changes nothing here.
    A step is expected to take as long as the longest so far; one step at least is always done.
    """

    __slots__ = ("_began", "_budget_s", "_last", "_longest_s")

    def __init__(self, budget_s: float) -> None:
        self._budget_s = budget_s
        self._began = self._last = thread_time()
        self._longest_s = 0.0

    def spent(self) -> bool:
        """Whether to stop here."""
        now = thread_time()
        self._longest_s = max(self._longest_s, now - self._last)
        self._last = now
        return now - self._began + self._longest_s >= self._budget_s

"""One owner for every asyncio task of a program: strong references, no lost exception."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)

ErrorHandler = Callable[[BaseException, str], None]
"""Receives the exception and the task's name."""


class TaskOwner:
    """Starts tasks, keeps them alive and reports each exception to one handler.

    Work started with `finish=True` (payments, fiscal writes) is awaited at closing within a time
    limit; everything else is cancelled then.
    """

    def __init__(self, on_error: ErrorHandler) -> None:
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._must_finish: set[asyncio.Task[Any]] = set()
        self._closing = False

    @property
    def running(self) -> int:
        """How many tasks are not done."""
        return len(self._tasks)

    def start(
        self, work: Coroutine[Any, Any, Any], *, name: str, finish: bool = False
    ) -> asyncio.Task[Any] | None:
        """Run `work` on the running loop; None (and `work` closed unrun) while closing."""
        if self._closing:
            work.close()
            log.info("refused %s: closing", name)
            return None
        task = asyncio.get_event_loop().create_task(work, name=name)
        self._tasks.add(task)
        if finish:
            self._must_finish.add(task)
        task.add_done_callback(self._done)
        return task

    async def aclose(self, *, finish_s: float) -> None:
        """Let must-finish work end within `finish_s` seconds, then cancel the rest."""
        self._closing = True
        if self._must_finish:
            await asyncio.wait(set(self._must_finish), timeout=finish_s)
        rest = set(self._tasks)
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._must_finish.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            self._on_error(error, task.get_name())

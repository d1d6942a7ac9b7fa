"""Who may use a connection now: calls in flight are few, the others wait in the order they came."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class TooManyWaiting(Exception):
    """The queue is full, or the server fell silent while the call waited."""


class Turns:
    """A first-come queue that waits as long as the server answers others, and no longer.

    A busy store is not an unreachable one: waiting costs nothing while answers arrive. When none
    arrives for `silent_s`, counted from the later of the last answer and the caller's arrival,
    the caller is sent away, so that a dead network is told within that time.
    """

    def __init__(self, at_once: int, most_waiting: int, silent_s: float) -> None:
        self._free = at_once
        self._most_waiting = most_waiting
        self._silent_s = silent_s
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._answered_at = float("-inf")

    def answered(self) -> None:
        """The server said something, be it a refusal."""
        self._answered_at = time.monotonic()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[float]:
        """Wait for a turn; gives the moment (`time.monotonic`) at which the call must give up.

        Raises `TooManyWaiting`.
        """
        came_at = time.monotonic()
        await self._wait(came_at)
        try:
            yield self._gives_up_at(came_at)
        finally:
            self._pass_on()

    def _gives_up_at(self, came_at: float) -> float:
        return max(came_at, self._answered_at) + self._silent_s

    async def _wait(self, came_at: float) -> None:
        if self._free > 0:
            self._free -= 1
            return
        if len(self._waiting) >= self._most_waiting:
            raise TooManyWaiting(f"{len(self._waiting)} calls are waiting already")
        mine = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        try:
            while not mine.done():
                left_s = self._gives_up_at(came_at) - time.monotonic()
                if left_s <= 0:
                    raise TooManyWaiting("no answer in time")
                await asyncio.wait({mine}, timeout=left_s)
        except BaseException:
            # A turn given at the very moment of leaving goes to the next one.
            if mine.done():
                self._pass_on()
            else:
                self._waiting.remove(mine)
            raise

    def _pass_on(self) -> None:
        if self._waiting:
            self._waiting.popleft().set_result(None)
        else:
            self._free += 1

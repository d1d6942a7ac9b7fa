"""Tells the store which changes this terminal's screen shows, so that it can measure the lag."""

import asyncio
from collections.abc import Callable

import psycopg

from app.services.store_view import StoreView

TELL_EVERY_S = 1.0
LOOK_EVERY_S = 0.1
"""While the screen's thread has not taken up what was read."""
TELL_WITHIN_S = 1.5


class SeenTeller:
    """The first number told by a program begins the measurement; each later one is measured."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._told: int | None = None
        self._told_at = float("-inf")

    def wait_s(self, read: StoreView | None) -> float:
        """How long nothing has to be told, when this much was read."""
        if read is None or read.seq == self._told:
            return float("inf")
        return max(LOOK_EVERY_S, self._told_at + TELL_EVERY_S - self._monotonic())

    async def tell(self, connection: psycopg.AsyncConnection, shown: StoreView | None) -> None:
        """Tell what is shown, unless that was told or something was told just now."""
        now = self._monotonic()
        if shown is None or shown.seq == self._told or now - self._told_at < TELL_EVERY_S:
            return
        async with asyncio.timeout(TELL_WITHIN_S):
            await connection.execute("SELECT wedge.seen(%s, %s)", (shown.seq, self._told is None))
        self._told, self._told_at = shown.seq, now

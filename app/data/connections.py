"""The few connections of one terminal, kept once opened (ADR 14)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

LIBPQ: dict[str, Any] = {
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 3000,
    "connect_timeout": 3,
}
"""A dead LAN is found within 3 s, idle or busy."""

Connection = psycopg.AsyncConnection[tuple[Any, ...]]


class Connections:
    """At most `most` at once; each statement commits by itself. Used on one loop only.

    The one used last is given first: it is the likeliest to be alive, and its statements are
    prepared. When one breaks, those at rest are given up with it, for what broke it (the server
    was restarted, the LAN went) broke them too.
    """

    def __init__(self, url: str, most: int) -> None:
        self._url = url
        self._places = asyncio.Semaphore(most)
        self._resting: list[Connection] = []

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Connection]:
        """A connection for one statement. Raises psycopg.Error when none can be opened."""
        async with self._places:
            connection = self._resting.pop() if self._resting else await self._open()
            try:
                yield connection
            finally:
                await self._take_back(connection)

    async def close(self) -> None:
        """Close those at rest; nothing may be under way."""
        resting, self._resting = self._resting, []
        for connection in resting:
            await connection.close()

    async def _open(self) -> Connection:
        return await psycopg.AsyncConnection.connect(
            self._url, autocommit=True, prepare_threshold=1, **LIBPQ
        )

    async def _take_back(self, connection: Connection) -> None:
        if connection.info.transaction_status is TransactionStatus.IDLE:
            self._resting.append(connection)
        else:
            await connection.close()
            await self.close()

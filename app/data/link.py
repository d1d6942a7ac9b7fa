"""Calls to the server-side functions: one statement, asked again until the outcome is known."""

import asyncio
import json
import time
from collections.abc import Sequence
from functools import cache
from typing import Any

import psycopg
from psycopg import errors
from sqlalchemy import TextClause, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.data.shortage import shortage, turned_away
from app.data.turns import TooManyWaiting, Turns
from app.data.urls import sqlalchemy_url
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable

LIBPQ: dict[str, Any] = {
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 3000,
    "connect_timeout": 3,
}
"""A dead LAN is found within 3 s, idle or busy."""

KNOWN_WITHIN_S = 3.0
CONNECTIONS = 4
"""Kept once opened: a connection costs more (TLS, password) than the call it serves."""
MOST_WAITING = 5_000
"""Calls in the queue for a connection; more than any screen can make."""
CONTENTION = (errors.DeadlockDetected, errors.LockNotAvailable, errors.SerializationFailure)
REFUSED = "WG001"


class Link:
    """The pool of one terminal. Used on the I/O thread only."""

    def __init__(self, url: str) -> None:
        self.engine: AsyncEngine = create_async_engine(
            sqlalchemy_url(url),
            isolation_level="AUTOCOMMIT",
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=KNOWN_WITHIN_S,
            pool_use_lifo=True,
            connect_args={**LIBPQ, "prepare_threshold": 1},
        )
        self._turns = Turns(CONNECTIONS, MOST_WAITING, KNOWN_WITHIN_S)
        self._ending: set[asyncio.Task[Exception | None]] = set()

    async def call(self, function: str, *arguments: Any, types: Sequence[str]) -> Any:
        """Call `wedge.<function>`; repeating it with its request id is harmless.

        Raises `Refused`, `StoreUnreachable` (certainly not done) or `OutcomeUnknown`.
        """
        values = {f"a{i}": value for i, value in enumerate(arguments)}
        try:
            async with self._turns.turn() as deadline:
                return await self._until_known(
                    function, _statement(function, *types), values, deadline
                )
        except TooManyWaiting as error:
            raise StoreUnreachable(str(error)) from error

    async def _until_known(
        self, function: str, statement: TextClause, values: dict[str, Any], deadline: float
    ) -> Any:
        maybe_done = False
        while True:
            attempt = _Attempt(self.engine, statement, values)
            error = await self._outcome(attempt, deadline - time.monotonic())
            if error is None or _is_answer(error):
                self._turns.answered()
            if error is None:
                return _accepted(attempt.result)
            raise_refusal(error)
            # Who lost a fight for a lock was told so: that attempt certainly did nothing.
            maybe_done = maybe_done or (attempt.sent and not _is_answer(error))
            if time.monotonic() >= deadline:
                if maybe_done:
                    raise OutcomeUnknown(function) from error
                raise turned_away(error) or StoreUnreachable(str(error)) from error
            await asyncio.sleep(0.1)

    async def _outcome(self, attempt: "_Attempt", seconds: float) -> Exception | None:
        """Wait no longer than told: ending a call on a dead network can itself take seconds."""
        task = asyncio.ensure_future(attempt.run())
        self._ending.add(task)
        task.add_done_callback(self._ended)
        try:
            await asyncio.wait({task}, timeout=max(seconds, 0.05))
        finally:
            if not task.done():
                task.cancel()
        if not task.done():
            return TimeoutError("no answer in time")
        return task.result()

    def _ended(self, task: "asyncio.Task[Exception | None]") -> None:
        self._ending.discard(task)
        if not task.cancelled():
            task.exception()

    async def read(self, query: TextClause, values: dict[str, Any]) -> list[Any]:
        """Rows of a query that changes nothing. Raises as `call` does, never OutcomeUnknown."""
        try:
            async with self._turns.turn(), self.engine.connect() as connection:
                found = list(await connection.execute(query, values))
            self._turns.answered()
            return found
        except TooManyWaiting as error:
            raise StoreUnreachable(str(error)) from error
        except (DBAPIError, PoolTimeoutError) as error:
            raise_refusal(error)
            raise turned_away(error) or StoreUnreachable(str(error)) from error

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


class _Attempt:
    """One try of a call; `sent` tells whether the server may have seen it."""

    def __init__(self, engine: AsyncEngine, statement: TextClause, values: dict[str, Any]) -> None:
        self._engine, self._statement, self._values = engine, statement, values
        self.sent = False
        self.result: Any = None

    async def run(self) -> Exception | None:
        """None when there is a result, else why there is none."""
        try:
            async with self._engine.connect() as connection:
                self.sent = True
                self.result = await connection.scalar(self._statement, self._values)
        except (DBAPIError, PoolTimeoutError) as error:
            return error
        return None


@cache
def _statement(function: str, *types: str) -> TextClause:
    marks = ", ".join(f"CAST(:a{i} AS {kind})" for i, kind in enumerate(types))
    return text(f"SELECT wedge.{function}({marks})")


def _is_answer(error: Exception) -> bool:
    """True when the server itself ended the attempt, and with it whatever the attempt had done.

    Not so when the connection broke (class 08) or the server went away (57P…).
    """
    cause = error.orig if isinstance(error, DBAPIError) else None
    state = cause.sqlstate if isinstance(cause, psycopg.Error) else None
    return state is not None and not state.startswith(("08", "57P"))


def _accepted(result: Any) -> Any:
    if isinstance(result, str):
        result = json.loads(result)
    if isinstance(result, dict) and "refused" in result:
        raise Refused(RefusalCode(result["refused"]), result.get("detail") or "")
    return result


def raise_refusal(error: Exception) -> None:
    """Turn the server's refusal into ours; faults of the request itself go on as they are."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if not isinstance(cause, psycopg.Error):
        return
    if cause.sqlstate == REFUSED:
        raise Refused(
            RefusalCode(cause.diag.message_hint or ""), cause.diag.message_detail or ""
        ) from error
    if isinstance(cause, errors.InsufficientPrivilege):
        raise Refused(RefusalCode.NOT_PERMITTED, "this terminal may not do that") from error
    if (lacking := shortage(error)) is not None:
        raise lacking from error
    if isinstance(cause, CONTENTION) or isinstance(error, OperationalError):
        return
    raise error

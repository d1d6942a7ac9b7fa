"""Calls to the server-side functions: one statement, asked again until the outcome is known."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, LiteralString

import psycopg
from psycopg import errors

from app.data.connections import Connections
from app.data.shortage import shortage, turned_away
from app.data.turns import TooManyWaiting, Turns
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable

KNOWN_WITHIN_S = 3.0
CONNECTIONS = 4
"""Kept once opened: a connection costs more (TLS, password) than the call it serves."""
MOST_WAITING = 5_000
"""Calls in the queue for a connection; more than any screen can make."""
CONTENTION = (errors.DeadlockDetected, errors.LockNotAvailable, errors.SerializationFailure)
REFUSED = "WG001"

Values = Sequence[Any] | Mapping[str, Any]


class Link:
    """The calls of one terminal. Used on the I/O thread only."""

    def __init__(self, url: str) -> None:
        self._connections = Connections(url, CONNECTIONS)
        self._turns = Turns(CONNECTIONS, MOST_WAITING, KNOWN_WITHIN_S)
        self._attempts: set[asyncio.Task[Exception | None]] = set()

    async def call(self, function: str, *arguments: Any, types: Sequence[str]) -> Any:
        """Call `wedge.<function>`; repeating it with its request id is harmless.

        Raises `Refused`, `StoreUnreachable` (certainly not done) or `OutcomeUnknown`.
        """
        ((result,),) = await self._answer(_statement(function, *types), arguments, function)
        return _accepted(result)

    async def read(self, query: LiteralString, values: Mapping[str, Any]) -> list[Any]:
        """Rows of a query that changes nothing. Raises as `call` does, never OutcomeUnknown."""
        try:
            return await self._answer(query, values, "read")
        except OutcomeUnknown as error:
            raise StoreUnreachable(str(error.__cause__)) from error

    async def _answer(self, statement: LiteralString, values: Values, name: str) -> list[Any]:
        try:
            async with self._turns.turn() as deadline:
                return await self._until_known(statement, values, name, deadline)
        except TooManyWaiting as error:
            raise StoreUnreachable(str(error)) from error

    async def _until_known(
        self, statement: LiteralString, values: Values, name: str, deadline: float
    ) -> list[Any]:
        maybe_done = False
        while True:
            attempt = _Attempt(self._connections, statement, values)
            error = await self._outcome(attempt, deadline - time.monotonic())
            if error is None or _is_answer(error):
                self._turns.answered()
            if error is None:
                return attempt.rows
            raise_refusal(error)
            # Who lost a fight for a lock was told so: that attempt certainly did nothing.
            maybe_done = maybe_done or (attempt.sent and not _is_answer(error))
            if time.monotonic() >= deadline:
                if maybe_done:
                    raise OutcomeUnknown(name) from error
                raise turned_away(error) or StoreUnreachable(str(error)) from error
            await asyncio.sleep(0.1)

    async def _outcome(self, attempt: "_Attempt", seconds: float) -> Exception | None:
        """Wait no longer than told: ending a call on a dead network can itself take seconds."""
        task = asyncio.ensure_future(attempt.run())
        self._attempts.add(task)
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
        self._attempts.discard(task)
        if not task.cancelled():
            task.exception()

    @property
    def attempts(self) -> frozenset["asyncio.Task[Any]"]:
        """What is under way at the server; its callers end it, nobody else (`close`)."""
        return frozenset(self._attempts)

    async def close(self) -> None:
        """Wait for what its callers left unfinished, then close all connections.

        A second cancellation would cut short the message that takes a statement back.
        """
        await asyncio.gather(*self._attempts, return_exceptions=True)
        await self._connections.close()


class _Attempt:
    """One try of a statement; `sent` tells whether the server may have seen it."""

    def __init__(self, connections: Connections, statement: LiteralString, values: Values) -> None:
        self._connections, self._statement, self._values = connections, statement, values
        self.sent = False
        self.rows: list[Any] = []

    async def run(self) -> Exception | None:
        """None when there is a result, else why there is none."""
        try:
            async with self._connections.one() as connection:
                self.sent = True
                found = await connection.execute(self._statement, self._values)
                self.rows = await found.fetchall()
        except psycopg.Error as error:
            return error
        return None


@cache
def _statement(function: str, *types: str) -> LiteralString:
    marks = ", ".join(f"CAST(%s AS {kind})" for kind in types)
    # Both come from the adapters' own source, never from a person.
    return f"SELECT wedge.{function}({marks})"


def _is_answer(error: Exception) -> bool:
    """True when the server itself ended the attempt, and with it whatever the attempt had done.

    Not so when the connection broke (class 08) or the server went away (57P…).
    """
    state = error.sqlstate if isinstance(error, psycopg.Error) else None
    return state is not None and not state.startswith(("08", "57P"))


def _accepted(result: Any) -> Any:
    if isinstance(result, str):
        result = json.loads(result)
    if isinstance(result, dict) and "refused" in result:
        raise Refused(RefusalCode(result["refused"]), result.get("detail") or "")
    return result


def raise_refusal(error: Exception) -> None:
    """Turn the server's refusal into ours; faults of the request itself go on as they are."""
    if not isinstance(error, psycopg.Error):
        return
    if error.sqlstate == REFUSED:
        raise Refused(
            RefusalCode(error.diag.message_hint or ""), error.diag.message_detail or ""
        ) from error
    if isinstance(error, errors.InsufficientPrivilege):
        raise Refused(RefusalCode.NOT_PERMITTED, "this terminal may not do that") from error
    if (lacking := shortage(error)) is not None:
        raise lacking from error
    if isinstance(error, (*CONTENTION, psycopg.OperationalError)):
        return
    raise error

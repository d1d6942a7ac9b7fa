"""The feed's own connection, and what it means when the store turns it away."""

import json
from typing import Any

import psycopg

from app.data.connections import LIBPQ
from app.data.link import REFUSED
from app.services.ports import LinkRefusal


class LinkRefused(Exception):
    """Trying again will not help before a person acts; `refusal` says what is wrong."""

    def __init__(self, refusal: LinkRefusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


async def connect(url: str) -> psycopg.AsyncConnection:
    """One connection, its statements prepared at once. Raises LinkRefused or psycopg.Error."""
    try:
        return await psycopg.AsyncConnection.connect(
            url, autocommit=True, prepare_threshold=1, **LIBPQ
        )
    except psycopg.OperationalError as error:
        text = str(error)
        refused = ("authentication failed", "does not exist", "not permitted to log in")
        if any(each in text for each in refused):
            raise LinkRefused(LinkRefusal.CREDENTIAL) from error
        raise


async def ask(
    connection: psycopg.AsyncConnection, query: str, arguments: tuple[Any, ...] = ()
) -> Any:
    """What a function answers in JSON. Raises LinkRefused or psycopg.Error."""
    try:
        cursor = await connection.execute(query, arguments or None)
        row = await cursor.fetchone()
    except psycopg.Error as error:
        if error.sqlstate == REFUSED or isinstance(error, psycopg.errors.InsufficientPrivilege):
            raise LinkRefused(LinkRefusal.UNKNOWN_TERMINAL) from error
        raise
    assert row is not None
    return json.loads(row[0])

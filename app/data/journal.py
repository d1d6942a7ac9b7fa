"""`wedge audit ticket`: an order's entries of the journal, read as administrator or auditor."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import psycopg

from app.services.ticket_chain import ChainEntry


def ticket_chain(url: str, said: str) -> tuple[ChainEntry, ...] | None:
    """The entries of the order of that number, or receipt such as `2-1182`; None without one."""
    with psycopg.connect(url) as link:
        row = link.execute("SELECT wedge.find_ticket(%s)", (said.strip(),)).fetchone()
        if row is None or row[0] is None:
            return None
        found = link.execute(
            "SELECT extract(epoch FROM at), terminal, actor, role, action, body, changes"
            " FROM wedge.ticket_chain(%s)",
            (row[0],),
        ).fetchall()
    return tuple(chain_entry(each) for each in found)


def chain_entry(told: Sequence[Any]) -> ChainEntry:
    """One row as the server's functions give it; the moment is seconds since 1970."""
    at, terminal, actor, role, action, body, changes = told
    return ChainEntry(
        at=datetime.fromtimestamp(float(at), UTC),
        terminal=terminal,
        actor=actor or "",
        role=role or "",
        action=action,
        body=body,
        changes=tuple(changes or ()),
    )

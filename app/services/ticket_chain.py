"""One order's entries of the journal as the steps of its way, and as a table (FUL-R.6)."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Step(StrEnum):
    """The steps of an order that every entry is looked at for."""

    VALIDATED = "validated"
    RESERVED = "reserved"
    PAID = "paid"
    VERIFIED = "verified"
    PREPARED = "prepared"
    SERVED = "served"


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """One entry of the journal. `actor` is empty where no person acted, such as a lapsed hold.

    `changes` are rows that changed with it: maps with `entity`, `name`, `old` and `new`.
    """

    at: datetime
    terminal: str
    actor: str
    role: str
    action: str
    body: Mapping[str, Any]
    changes: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One line of the table: an entry, or one of the steps that it made; old and new in words."""

    at: datetime
    step: Step | None
    actor: str
    terminal: str
    action: str
    old: str
    new: str
    details: str


COLUMNS = ("at", "step", "actor", "terminal", "action", "old", "new", "details")


def chain_rows(entries: Iterable[ChainEntry]) -> list[ChainRow]:
    """A row per entry in the order they happened; an entry that made two steps has two rows.

    Where the shop does not verify by code, the kitchen's one press says that the portion was
    looked at and made ready: both steps are its.
    """
    rows: list[ChainRow] = []
    verified: set[str] = set()
    for entry in entries:
        line = str(entry.body.get("line_id", ""))
        steps: list[Step | None] = list(_steps(entry, line in verified))
        if Step.VERIFIED in steps:
            verified.add(line)
        rows += [_row(entry, step) for step in steps or [None]]
    return rows


def chain_csv(rows: Sequence[ChainRow]) -> str:
    """The rows as CSV with a heading; moments in UTC, to the microsecond."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (row.step or "", row.actor, row.terminal, row.action, row.old, row.new, row.details)
        writer.writerow([row.at.isoformat(), *map(_harmless, cells)])
    return text.getvalue()


def _steps(entry: ChainEntry, was_verified: bool) -> Iterable[Step]:
    if entry.action == "validate":
        yield Step.VALIDATED
    if _became(entry, "portions", "state", "reserved"):
        yield Step.RESERVED
    if entry.action == "verify portion" and entry.body.get("passed") is True:
        yield Step.VERIFIED
    if _became(entry, "ticket_lines", "kitchen_state", "verified"):
        if not was_verified and entry.action != "verify portion":
            yield Step.VERIFIED
        yield Step.PREPARED
    if _became(entry, "ticket_lines", "kitchen_state", "served"):
        yield Step.SERVED
    if _became(entry, "tickets", "state", "paid"):
        yield Step.PAID


def _became(entry: ChainEntry, entity: str, column: str, value: str) -> bool:
    return any(
        each["entity"] == entity and (each["new"] or {}).get(column) == value
        for each in entry.changes
    )


def _row(entry: ChainEntry, step: Step | None) -> ChainRow:
    return ChainRow(
        at=entry.at,
        step=step,
        actor=entry.actor,
        terminal=entry.terminal,
        action=entry.action,
        old=_values(entry.changes, "old"),
        new=_values(entry.changes, "new"),
        details=json.dumps(entry.body, ensure_ascii=False, sort_keys=True),
    )


def _values(changes: Iterable[Mapping[str, Any]], which: str) -> str:
    """`P-107: state reserved; Margherita: kitchen_state queued`."""
    return "; ".join(
        f"{each['name']}: " + ", ".join(f"{key} {_plain(value)}" for key, value in told.items())
        for each in changes
        if (told := each[which])
    )


def _plain(value: Any) -> str:
    return "–" if value is None else value if isinstance(value, str) else json.dumps(value)


def _harmless(cell: str) -> str:
    """A table program must not take what a person typed for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell

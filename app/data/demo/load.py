"""Loads the rows of the demo store with COPY, past the triggers that feed the screens."""

from collections.abc import Iterable
from typing import Any

import psycopg
from psycopg import sql

COLUMNS = {
    "wholes": (
        "id", "product_id", "code", "state", "received_at", "expires_at", "cut_at",
        "portions_per_whole",
    ),
    "tickets": (
        "id", "number", "terminal_id", "staff_id", "service", "state", "opened_at", "paid_at",
        "promised_at", "acknowledged_at", "served_at", "total_minor", "tendered_minor",
        "change_minor", "receipt_id", "archived",
    ),
    "portions": (
        "id", "code", "product_id", "whole_id", "wedge", "state", "epoch", "cut_at", "expires_at",
        "holding_unit_id", "place", "weight_mg", "initial_quality", "ticket_id",
    ),
    "ticket_lines": (
        "id", "ticket_id", "position", "product_id", "name", "portion_id", "portion_code",
        "holding_unit_name", "place", "weight_mg", "grade", "allergens", "quantity",
        "base_price_minor", "unit_price_minor", "breakdown", "tax_rate_bp", "station_id",
        "kitchen_state", "verified_at", "served_at", "price_inputs",
    ),
    "payments": (
        "id", "ticket_id", "tender", "amount_minor", "tendered_minor", "at", "staff_id",
        "terminal_id",
    ),
    "receipts": (
        "id", "ticket_id", "register", "number", "issued_at", "total_minor", "tax_minor",
        "document", "archived",
    ),
    "waste": (
        "id", "at", "product_id", "portion_id", "cause", "cost_minor", "staff_id", "terminal_id",
    ),
    "temperature_readings": ("holding_unit_id", "at", "temperature_mc"),
}  # fmt: skip
"""Tables in the order in which they may be loaded, with the columns of a row."""


def copy_rows(connection: psycopg.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Append `rows` to a table of schema wedge, columns as in `COLUMNS`."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier("wedge", table), sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    )
    with connection.cursor().copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def insert(connection: psycopg.Connection, table: str, **values: Any) -> None:
    """Insert one row given by column names."""
    connection.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.Identifier("wedge", table),
            sql.SQL(", ").join(map(sql.Identifier, values)),
            sql.SQL(", ").join(sql.Placeholder() * len(values)),
        ),
        list(values.values()),
    )

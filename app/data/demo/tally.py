"""What a store's database says of the trade since a moment, and whether its sums hold."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg


@dataclass(frozen=True, slots=True)
class Tally:
    """Receipts and their sum in minor units, portions handed over, and what does not add up."""

    receipts: int
    total_minor: int
    portions_sold: int
    portions_reserved: int
    unprinted: int
    violations: tuple[str, ...]


def tally(admin_url: str, since: datetime) -> Tally:
    """Count what was sold since `since`, and check that every whole is accounted for."""
    with psycopg.connect(admin_url) as connection:

        def one(query: str, *values: Any) -> Any:
            row = connection.execute(query.encode(), values).fetchone()
            return 0 if row is None else row[0]

        receipts = "wedge.receipts WHERE issued_at >= %s"
        return Tally(
            receipts=one(f"SELECT count(*) FROM {receipts} AND refund_of IS NULL", since),
            total_minor=int(one(f"SELECT coalesce(sum(total_minor), 0) FROM {receipts}", since)),
            portions_sold=one(
                "SELECT count(*) FROM wedge.ticket_lines l JOIN wedge.tickets t"
                " ON t.id = l.ticket_id WHERE t.paid_at >= %s AND l.portion_id IS NOT NULL"
                " AND NOT l.voided AND l.taken_back_at IS NULL",
                since,
            ),
            portions_reserved=one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'"),
            unprinted=one("SELECT count(*) FROM wedge.print_jobs WHERE state <> 'done'"),
            violations=tuple(
                str(row[0])
                for row in connection.execute(
                    "SELECT c::text FROM wedge.check_conservation() AS c"
                ).fetchall()
            ),
        )

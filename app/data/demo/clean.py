"""The demo's cutting surfaces, and how its tools were kept clean in the last week."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import psycopg

from app.data.demo.load import insert
from app.data.demo.menu import Menu, demo_id

SURFACES = (("PB-1", "Pizza board", "Pizza"), ("CB-1", "Cake board", "Cake"))
METHODS = ("Hot water, 82 °C", "Dishwasher", "Sanitiser")
DAYS = 7


def insert_surfaces(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    """A board for each kind of food, and a week of sanitations morning, noon and night.

    Does nothing in a store of an older schema.
    """
    known = connection.execute("SELECT to_regclass('wedge.equipment') IS NOT NULL").fetchone()
    if known is None or not known[0]:
        return
    for code, name, category in SURFACES:
        insert(connection, "equipment", id=demo_id("surface", code), code=code, name=name,
               kind="surface", suits=[demo_id("category", category)])  # fmt: skip
    cook = next(person for person in menu.staff if person.role == "kitchen")
    kitchen = connection.execute(
        "SELECT id FROM wedge.terminals WHERE mode = 'kds' ORDER BY name LIMIT 1"
    ).fetchone()
    if kitchen is None:
        return
    for number, (equipment,) in enumerate(
        connection.execute("SELECT id FROM wedge.equipment ORDER BY code").fetchall()
    ):
        _week(connection, equipment, cook.id, kitchen[0], number, now)


def _week(
    connection: psycopg.Connection,
    equipment: UUID,
    cook: UUID,
    terminal: UUID,
    number: int,
    now: datetime,
) -> None:
    carried = connection.execute(
        "SELECT p.allergens FROM wedge.equipment e JOIN wedge.products p"
        "    ON p.category_id = ANY (e.suits) AND p.kind = 'portioned'"
        " WHERE e.id = %s ORDER BY p.name", (equipment,),
    ).fetchall()  # fmt: skip
    last = now
    for turn in range(DAYS * 3, 0, -1):
        at = now - timedelta(hours=8 * turn - 7, minutes=11 * number + 7 * (turn % 3))
        what = carried[turn % len(carried)][0] if carried else []
        insert(connection, "sanitations", id=uuid4(), equipment_id=equipment,
               method=METHODS[(turn + number) % len(METHODS)], at=at, category=what,
               confirmed_by=cook, terminal_id=terminal)  # fmt: skip
        last = at
    connection.execute(
        "UPDATE wedge.equipment SET last_used_at = %s, sanitised_at = %s, sanitised_method = %s,"
        " sanitised_by = %s WHERE id = %s",
        (last - timedelta(minutes=9), last, METHODS[(1 + number) % len(METHODS)], cook, equipment),
    )

"""Fills an empty store with the demo shop, and opens the shop at every later start."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import psycopg

from app.data.demo.amends import insert_amends
from app.data.demo.care import insert_tools, score_displays
from app.data.demo.choices import insert_choices
from app.data.demo.clean import insert_surfaces
from app.data.demo.currency import HOME, level_of, menu_in
from app.data.demo.expected import insert_expected
from app.data.demo.goodwill import insert_goodwill
from app.data.demo.guests import insert_guests
from app.data.demo.load import COLUMNS, copy_rows
from app.data.demo.looks import look_at_displays, look_back
from app.data.demo.menu import Menu, read_menu
from app.data.demo.opening import UNCUT, display_of_today
from app.data.demo.past_rows import PastWriter, Till
from app.data.demo.refunds import insert_refunds
from app.data.demo.rivals import insert_rivals
from app.data.demo.shop import insert_products, insert_staff, insert_store, policies_of
from app.data.demo.trade import trade_day
from app.data.demo.training import insert_trainings
from app.data.terminals import create_terminal
from app.domain.people import Mode

HISTORY_DAYS = 60
READING_EVERY = timedelta(minutes=10)
CURRENCY = "SELECT wedge.settings_document() ->> 'currency'"
DEMO_TERMINALS = (
    ("Till 1", Mode.POS, "1"),
    ("Till 1 guest display", Mode.CUSTOMER, "1"),
    ("Kitchen", Mode.KDS, None),
    ("Office", Mode.MANAGER, None),
)


def fill(admin_url: str, currency: str = HOME) -> None:
    """Fill an empty, migrated store: menu, staff, terminals, 60 days of trade, today's displays.

    Its prices are those of a shop that trades in `currency` (ISO 4217). Does nothing when the
    store already has products.
    """
    menu = menu_in(read_menu(), currency)
    with psycopg.connect(admin_url) as connection:
        if _one(connection, "SELECT EXISTS (SELECT FROM wedge.products)"):
            return
    for name, mode, register in DEMO_TERMINALS:
        create_terminal(admin_url, name=name, mode=mode, register=register)
    now = datetime.now(UTC)
    with psycopg.connect(admin_url) as connection:
        connection.execute("SET wedge.bulk = 'on'")
        insert_store(connection, menu)
        insert_products(connection, menu)
        insert_tools(connection, menu)
        insert_staff(connection, menu)
        insert_surfaces(connection, menu, now)
        _write_past(connection, menu, now)
        insert_guests(connection, now)
        score_displays(connection)
        _insert_uncut(connection, menu, now)
        insert_rivals(connection, menu, now)
        _insert_readings(connection, menu, now - timedelta(hours=80), now)
        look_back(connection, menu, now)
        insert_trainings(connection, menu, now)
        look_at_displays(connection, menu, now)
        insert_choices(connection, now)
        insert_expected(connection)
        insert_refunds(connection, now, level_of(currency))
        insert_amends(connection, now)
        insert_goodwill(connection, now, level_of(currency))
        connection.execute("SELECT wedge.feed_bump()")


def open_day(admin_url: str) -> None:
    """Bridge the time the demo stood still: temperatures, and fresh displays when all is stale."""
    now = datetime.now(UTC)
    with psycopg.connect(admin_url) as connection:
        menu = menu_in(read_menu(), _one(connection, CURRENCY))
        connection.execute("SET wedge.bulk = 'on'")
        last = _one(connection, "SELECT max(at) FROM wedge.temperature_readings")
        if last is not None and now - last > READING_EVERY:
            _insert_readings(connection, menu, max(last, now - timedelta(hours=80)), now)
        fresh = _one(
            connection,
            "SELECT count(*) FROM wedge.portions p JOIN wedge.holding_units u"
            " ON u.id = p.holding_unit_id WHERE p.state = 'available' AND u.kind = 'hot'"
            " AND p.expires_at > now() + interval '90 minutes'",
        )
        if not fresh:
            _waste_expired(connection, last or now)
            _stock_displays(connection, menu, now)
            score_displays(connection)
            _insert_uncut(connection, menu, now)
        look_at_displays(connection, menu, now)
        connection.execute("SELECT wedge.feed_bump()")


def currency_of(admin_url: str) -> str:
    """What the filled store trades in."""
    with psycopg.connect(admin_url) as connection:
        return str(_one(connection, CURRENCY))


def _one(connection: psycopg.Connection, query: str) -> Any:
    row = connection.execute(query.encode()).fetchone()
    return None if row is None else row[0]


def _till(connection: psycopg.Connection, menu: Menu) -> Till:
    row = connection.execute(
        "SELECT id, register FROM wedge.terminals WHERE mode = 'pos' ORDER BY register"
    ).fetchone()
    if row is None:
        raise LookupError("the demo store has no till")
    cashier = next(person for person in menu.staff if person.role == "cashier")
    return Till(row[0], row[1], cashier.id, cashier.name)


def _write_past(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    zone = ZoneInfo(menu.store["time_zone"])
    writer = PastWriter(menu, policies_of(menu), _till(connection, menu))
    today = now.astimezone(zone).date()
    for days_ago in range(HISTORY_DAYS, 0, -1):
        writer.add_day(trade_day(menu, today - timedelta(days=days_ago), zone))
    writer.add_day(display_of_today(menu, now.astimezone(zone)), closed=False)
    _load(connection, writer)


def _stock_displays(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    """Fresh displays on a later day, with codes and numbers that go on from the last ones."""
    zone = ZoneInfo(menu.store["time_zone"])
    till = _till(connection, menu)
    numbers = connection.execute(
        "SELECT last_number FROM wedge.register_counters WHERE register = %s", (till.register,)
    ).fetchone()
    writer = PastWriter(
        menu,
        policies_of(menu),
        till,
        first_number=numbers[0] + 1 if numbers else 1,
        first_code=_one(connection, "SELECT nextval('wedge.portion_code_seq')"),
    )
    writer.add_day(display_of_today(menu, now.astimezone(zone)), closed=False)
    _load(connection, writer)


def _load(connection: psycopg.Connection, writer: PastWriter) -> None:
    for table in COLUMNS:
        if table != "temperature_readings":
            copy_rows(connection, table, getattr(writer.rows, table))
    connection.execute(
        "INSERT INTO wedge.register_counters (register, last_number) VALUES (%(r)s, %(n)s)"
        " ON CONFLICT (register) DO UPDATE SET last_number = excluded.last_number",
        {"r": writer.register, "n": writer.last_number},
    )
    connection.execute("SELECT setval('wedge.portion_code_seq', %s)", (writer.last_code,))
    connection.execute(
        "SELECT setval('wedge.ticket_number_seq', %s)", (writer.last_number % 9999 or 9999,)
    )


def _insert_uncut(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    for product in menu.portioned:
        for index in range(UNCUT):
            received_at = now - timedelta(minutes=35 + 20 * index)
            shelf_life = timedelta(hours=product.whole_shelf_life_hours or 0)
            connection.execute(
                "INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at)"
                " VALUES (%s, %s, %s || '-W' || nextval('wedge.whole_code_seq'), 'in_stock',"
                " %s, %s)",
                (uuid4(), product.id, product.prefix, received_at, received_at + shelf_life),
            )


def _insert_readings(
    connection: psycopg.Connection, menu: Menu, start: datetime, end: datetime
) -> None:
    """A reading every ten minutes, wandering half a degree around the unit's temperature."""
    rows: list[tuple[UUID, datetime, int]] = []
    for unit in menu.units:
        at, step = start + READING_EVERY, 0
        while at <= end:
            wander_mc = ((step * 137 + unit.demo_temperature_mc) % 11 - 5) * 80
            rows.append((unit.id, at, unit.demo_temperature_mc + wander_mc))
            at, step = at + READING_EVERY, step + 1
        rows.append((unit.id, end, unit.demo_temperature_mc))
    copy_rows(connection, "temperature_readings", rows)


def _waste_expired(connection: psycopg.Connection, closed: datetime) -> None:
    """What stood in the displays was thrown away when the demo was closed, wholes as they ended."""
    connection.execute(
        "WITH gone AS (UPDATE wedge.portions SET state = 'wasted'"
        " WHERE state = 'available' RETURNING id, product_id, cut_at)"
        " INSERT INTO wedge.waste (id, at, product_id, portion_id, cause, cost_minor)"
        " SELECT gen_random_uuid(), greatest(g.cut_at, %s), g.product_id, g.id, 'expired',"
        " p.cost_minor FROM gone g JOIN wedge.products p ON p.id = g.product_id",
        (closed,),
    )
    connection.execute(
        "WITH gone AS (UPDATE wedge.wholes SET state = 'wasted' WHERE state = 'in_stock'"
        " AND expires_at <= now() RETURNING id, product_id, expires_at)"
        " INSERT INTO wedge.waste (id, at, product_id, whole_id, cause, cost_minor)"
        " SELECT gen_random_uuid(), g.expires_at, g.product_id, g.id, 'expired',"
        " p.cost_minor FROM gone g JOIN wedge.products p ON p.id = g.product_id"
    )

"""Gives a filled stock a past: cut over two hours, spread over six units, some of it inspected."""

import psycopg

_UNITS = 6
_TABLES = ("wedge.wholes", "wedge.portions")
_UNIT = """('00000000-0000-0000-0000-0000000bc0' || to_hex(16 + {number}))::uuid"""


def cut_over_two_hours(admin_url: str, *, inspected_every: int) -> None:
    """Every whole gets a moment and a unit of its own; every so many portions were looked at.

    Units have a reading a minute for four hours, the last one now.
    """
    with psycopg.connect(admin_url) as link:
        link.execute("SET wedge.bulk = 'on'")
        for table in _TABLES:  # What a shop may never change: when something was cut.
            link.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        link.execute(
            "INSERT INTO wedge.holding_units (id, name, kind, min_temperature_mc)"
            f" SELECT {_UNIT.format(number='n')}, 'Cabinet ' || n, 'hot', 60000"
            " FROM generate_series(0, %s) n",
            (_UNITS - 1,),
        )
        link.execute(
            "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
            f" SELECT {_UNIT.format(number='n')}, now() - m * interval '1 minute',"
            " 62000 + (m * 37 + n * 113) %% 3000"
            " FROM generate_series(0, %s) n, generate_series(0, 240) m ORDER BY m DESC",
            (_UNITS - 1,),
        )
        link.execute(
            "WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM wedge.wholes)"
            " UPDATE wedge.wholes w SET cut_at = now() - n * 11 % 7200 * interval '1 second',"
            " received_at = now() - interval '3 hours' FROM numbered WHERE numbered.id = w.id"
        )
        link.execute(
            "WITH numbered AS (SELECT id, cut_at, row_number() OVER (ORDER BY id) AS n"
            " FROM wedge.wholes)"
            " UPDATE wedge.portions p SET cut_at = w.cut_at,"
            " expires_at = w.cut_at + interval '4 hours', initial_quality = 9 + n % 10 / 10.0,"
            f" holding_unit_id = {_UNIT.format(number=f'(n % {_UNITS})::int')}"
            " FROM numbered w WHERE w.id = p.whole_id"
        )
        if inspected_every:
            link.execute(
                "WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n"
                " FROM wedge.portions)"
                " UPDATE wedge.portions p SET inspected_at = p.cut_at + interval '1 second',"
                " inspected_score = 9 + n % 7 / 10.0 FROM numbered"
                f" WHERE numbered.id = p.id AND n % {inspected_every:d} = 0"
            )
        for table in _TABLES:
            link.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        link.execute("SELECT wedge.feed_bump()")


def read_temperature(admin_url: str) -> None:
    """One new reading of each unit, as its sensor sends it."""
    with psycopg.connect(admin_url) as link:
        link.execute(
            "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
            " SELECT id, clock_timestamp(), 63000 FROM wedge.holding_units"
            " WHERE name LIKE 'Cabinet%'"
        )

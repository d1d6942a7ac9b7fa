"""The demo's thermometers: a believable reading for every cabinet of the menu."""

from collections.abc import Sequence
from datetime import datetime
from math import sin, tau

import psycopg

from app.data.demo.menu import MenuUnit

SLOW_S, FAST_S = 1700.0, 420.0
SLOW_MC, FAST_MC = 300, 100


def reading_mc(unit: MenuUnit, at: datetime) -> int:
    """The unit's temperature at that moment: within 0.4 °C of its own, never jumping."""
    phase = (unit.id.int % 1000) / 1000
    slow = SLOW_MC * sin(tau * (at.timestamp() / SLOW_S + phase))
    fast = FAST_MC * sin(tau * (at.timestamp() / FAST_S + 2 * phase))
    return unit.demo_temperature_mc + round(slow + fast)


def record_readings(admin_url: str, units: Sequence[MenuUnit], at: datetime) -> None:
    """Store one reading per unit that the store still has; the screens hear of it by the feed.

    Raises `psycopg.Error` when the store does not take them.
    """
    with psycopg.connect(admin_url, connect_timeout=5) as connection:
        # A sensor must not queue behind a lock for longer than its next reading.
        connection.execute("SET lock_timeout = '10s'")
        connection.execute("SET statement_timeout = '10s'")
        for unit in units:
            connection.execute(
                "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
                " SELECT id, now(), %s FROM wedge.holding_units WHERE id = %s",
                (reading_mc(unit, at), unit.id),
            )

"""Keeps the demo's cabinets observed: without readings their food may soon not be sold."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg

from app.data.demo.menu import MenuUnit
from app.data.demo.thermometers import record_readings

log = logging.getLogger(__name__)
EVERY_S = 60.0


@contextmanager
def thermometers(
    admin_url: str, units: Sequence[MenuUnit], *, every_s: float = EVERY_S
) -> Iterator[None]:
    """Record a reading per unit now, and every `every_s` seconds until the block is left."""
    ended = threading.Event()

    def measure() -> None:
        while not ended.wait(every_s):
            _record(admin_url, units)

    _record(admin_url, units)
    thread = threading.Thread(target=measure, name="wedge-thermometers", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _record(admin_url: str, units: Sequence[MenuUnit]) -> None:
    try:
        record_readings(admin_url, units, datetime.now(UTC))
    except psycopg.Error as error:
        # A missed reading is what the screens' own watch is for; the next one may succeed.
        log.error("The demo's thermometers could not record: %s", error)

"""Limits and days over nights of 23 and 25 hours and the leap day, by the store's own functions."""

import json
from datetime import UTC, datetime, timedelta

import psycopg

from tests.support.seed import SmallShop, known_id

BEFORE = ("2026-03-28T23:30Z", "2026-10-24T22:30Z", "2028-02-28T22:30Z")
"""Just after midnight in Berlin (or before it), ahead of a night of 23, of 25 and of 24 hours."""
UNTIL = """
SELECT wedge.safety_until(jsonb_populate_record(w, jsonb_build_object(
           'cut_at', %(at)s::timestamptz, 'prepared_at', null, 'received_at', %(at)s::timestamptz,
           'expires_at', %(at)s::timestamptz + interval '9999 h')), %(kind)s)
  FROM wedge.wholes w WHERE id = %(whole)s"""
ENDS = {
    # An ordinary evening, then both sides of each change of the clocks.
    "2026-03-06T22:59:59Z": "2026-03-06T23:00:00Z",
    "2026-03-28T22:30:00Z": "2026-03-28T23:00:00Z",
    "2026-03-28T23:10:00Z": "2026-03-29T22:00:00Z",
    "2026-10-24T22:10:00Z": "2026-10-25T23:00:00Z",
    "2026-10-25T22:59:00Z": "2026-10-25T23:00:00Z",
    "2028-02-28T23:30:00Z": "2028-02-29T23:00:00Z",
    "2028-02-29T23:00:00Z": "2028-03-01T23:00:00Z",
}


def test_a_limit_is_real_hours_and_a_day_ends_at_its_own_midnight(small_store: SmallShop) -> None:
    """Whatever the shop's clocks and those of whoever asks say."""
    zone = "Europe/Berlin"
    small_store.query(
        "UPDATE wedge.settings SET document = document || %s", json.dumps({"time_zone": zone})
    )
    with psycopg.connect(small_store.admin_url) as link:
        for asker in (zone, "UTC"):
            link.execute("SELECT set_config('timezone', %s, false)", (asker,))
            for at in BEFORE:
                cut = datetime.fromisoformat(at)
                for kind, hours in (("hot", 4), ("cold", 72)):
                    found = link.execute(
                        UNTIL.encode(), {"at": cut, "kind": kind, "whole": known_id("whole 1")}
                    ).fetchone()
                    assert found is not None
                    end = found[0].astimezone(UTC)
                    assert end == cut + timedelta(hours=hours), (asker, at, kind)
            for at, until in ENDS.items():
                row = link.execute("SELECT wedge.day_end(%s)", (datetime.fromisoformat(at),))
                assert row.fetchone() == (datetime.fromisoformat(until),), (asker, at)

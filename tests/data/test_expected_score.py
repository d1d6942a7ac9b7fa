"""The store's own expectation of a portion: as the domain's; no terminal moves it."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.services.inspect_portion import predict
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_sale_clocks import change
from tests.support.seed import CABINET, PIZZA, SmallShop, Till, known_id

FIRST, SECOND, THIRD = (known_id(f"portion 1/{wedge}") for wedge in range(3))
WHOLE, DAY = known_id("whole 1"), timedelta(days=1)
SERVED = (
    "SELECT wedge.score_served(p, p.cut_at, %s, wedge.ageing_of(o)) FROM wedge.portions p"
    " JOIN wedge.products o ON o.id = p.product_id WHERE p.id = %s"
)
EXPECTED = "SELECT wedge.expected_score(p, %s) FROM wedge.portions p WHERE id = %s"


def measured(shop: SmallShop, *readings: tuple[float, int]) -> None:
    """Readings so many minutes ago, in milli-°C."""
    for minutes, temperature_mc in readings:
        shop.query(
            "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
            " VALUES (%s, clock_timestamp() - make_interval(secs => %s), %s)",
            CABINET, minutes * 60, temperature_mc,
        )  # fmt: skip


@pytest.mark.parametrize(
    "curve",
    ["curve = 'linear', e7_s = 10800", "e7_s = 7200, beta = 1.3, q10 = 2.5",
     "e7_s = 60, beta = 5"],
)  # fmt: skip
def test_the_store_expects_what_the_terminals_expect(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop, curve: str,
) -> None:  # fmt: skip
    """With gaps in the readings, temperatures that wander, looks in between, ages from 0 to 5 h."""
    change(
        small_store, "cut_at = clock_timestamp() - interval '2 hours' WHERE whole_id = %s", WHOLE
    )
    change(small_store, "inspected_at = clock_timestamp() - interval '30 minutes',"
           " inspected_score = 8.3 WHERE id = %s", SECOND)  # fmt: skip
    change(small_store, "cut_at = clock_timestamp() - interval '5 hours' WHERE id = %s", THIRD)
    small_store.query(f"UPDATE wedge.products SET {curve} WHERE id = %s", PIZZA)
    measured(small_store, (170, 64_000), (160, 58_000), (100, 66_000), (95, 71_000), (20, 62_500))
    store: PgStore = open_store(make_terminal("K", Mode.KDS))
    until(io_loop, lambda: store.feed.view is not None)
    view = store.feed.view
    assert view is not None
    now = store.feed.now()
    for portion in (FIRST, SECOND, THIRD):
        for at in (now, now - timedelta(minutes=17), now + timedelta(hours=1), now - DAY):
            told = predict(view, view.portions[portion], at).score
            for asked in (EXPECTED, SERVED):
                own = small_store.one(asked, at, portion)
                assert own == pytest.approx(told, rel=1e-9, abs=1e-9), (portion, at, asked)


def test_a_point_is_a_point_whatever_floats_make_of_it(small_store: SmallShop) -> None:
    """In hundredths from 10 down, to a thousandth: 0.999 is no point, 1.000 is."""
    gaps = {0.9: False, 0.999: False, 0.9994: False, 0.9996: True, 1.0: True, 1.1: True}
    pairs = [
        (each / 100, round(each / 100 - gap, 4), gap)
        for each in range(300, 1001, 7)
        for gap in gaps
    ]
    with psycopg.connect(small_store.admin_url) as link:
        rows = link.execute(
            "SELECT wedge.is_under_curve(e, s) FROM unnest(%s::float8[], %s::float8[])"
            " WITH ORDINALITY x (e, s, n) ORDER BY n",
            ([each[0] for each in pairs], [each[1] for each in pairs]),
        ).fetchall()
    assert [row[0] for row in rows] == [gaps[gap] for _, _, gap in pairs]


@pytest.mark.spec("BR-05.8")
def test_a_terminal_cannot_hide_a_failing_portion(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A point an hour, so 8.0 after 2 h: 7.1 opens nothing and 7.0 does, whatever is claimed."""
    small_store.query(
        "UPDATE wedge.products SET curve = 'linear', e7_s = 10800 WHERE id = %s", PIZZA
    )
    measured(small_store, *((minutes, 63_000) for minutes in range(0, 140, 10)))
    # The looks come a moment later: 8.0 to a hundredth, and not below.
    change(small_store, "cut_at = clock_timestamp() - interval '1 hour 59 minutes 50 seconds'"
           " WHERE whole_id = %s", WHOLE)  # fmt: skip
    cut_at: datetime = small_store.one("SELECT cut_at FROM wedge.portions WHERE id = %s", FIRST)
    assert small_store.one(EXPECTED, cut_at + timedelta(hours=2), FIRST) == 8.0

    def look(kitchen: Till, portion: UUID, score: float, claimed: float) -> None:
        seen: dict[str, Any] = {
            "kind": "random", "step": None, "score": score, "passed": True, "causes": [],
            "note": "", "temperature_mc": None,
        }  # fmt: skip
        kitchen.act("record_inspection", uuid4(), portion, json.dumps(seen),
                    json.dumps({"score": claimed, "effective_age_s": 0.0}), "[]")  # fmt: skip

    opened = "SELECT subject ->> 'portion_id' FROM wedge.tasks WHERE kind = 'investigation'"
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        look(kitchen, FIRST, 7.1, 10.0)
        assert small_store.query(opened) == []
        look(kitchen, SECOND, 7.0, 7.0)
        assert small_store.query(opened) == [(str(SECOND),)]
    kept = small_store.query("SELECT predicted, round(expected::numeric, 2)::float FROM"
                             " wedge.inspections ORDER BY at")  # fmt: skip
    assert kept == [(10.0, 8.0), (7.0, 8.0)]
    said = small_store.one("SELECT body FROM wedge.journal WHERE action = 'inspect'"
                           " ORDER BY at DESC LIMIT 1")  # fmt: skip
    assert (said["predicted"], round(said["expected"], 2)) == (7.0, 8.0)

"""The demo's inspections: displays that were looked at, and a month that taught the curves."""

import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

import psycopg

from app.data.demo.load import insert as _insert
from app.data.demo.menu import Menu, MenuProduct
from app.data.demo.past_prices import FRESH_SCORE, quality_model
from app.domain.calibration import Calibration, Observation, learn, uncalibrated
from app.domain.exposure import ageing_rate
from app.domain.food_policy import CalibrationPolicy
from app.domain.inspection import FailCause
from app.domain.quality import score_at

LOOKS_EACH = 14
"""Inspections of each product in the past."""
LOOKED_AGO = {"hot": timedelta(minutes=25), "cold": timedelta(hours=5), "ambient": timedelta(0)}
TRUE_LIFE = (0.78, 0.9, 1.0, 1.12, 0.85, 1.05)
"""How long the food really lasts, as a share of the menu's estimate, one product after another."""
_INSPECTOR_SD = 0.45


def look_at_displays(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    """What stands in the displays was scored a while ago, in agreement with its curve."""
    for index, product in enumerate(menu.portioned):
        kind = menu.unit_named(product.unit).kind
        ago = LOOKED_AGO[kind] + timedelta(minutes=4 * (index % 5))
        for cut_at in _cuts(connection, product.id, now - ago):
            looked_at = now - ago
            age_s = effective_age_s(menu, product, looked_at - cut_at)
            connection.execute(
                "UPDATE wedge.portions SET inspected_at = %s, inspected_score = %s"
                " WHERE product_id = %s AND cut_at = %s AND state = 'available'",
                (looked_at, score_at(FRESH_SCORE, age_s, quality_model(product)), product.id,
                 cut_at),
            )  # fmt: skip


def look_back(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    """A month of inspections with what they taught, and two things that are still open."""
    rng = random.Random(7)
    staff = next(person.id for person in menu.staff if person.role == "kitchen")
    terminal = _one(connection, "SELECT id FROM wedge.terminals WHERE mode = 'kds'")
    policy = CalibrationPolicy()
    for index, product in enumerate(menu.portioned):
        model, unit = quality_model(product), menu.unit_named(product.unit)
        state = uncalibrated(product.id, unit.id, model, policy)
        prior, share = state.theta, TRUE_LIFE[index % len(TRUE_LIFE)]
        for portion, whole, cut_at in _past(connection, product.id, now):
            age_s = model.e7.total_seconds() * rng.uniform(0.25, 1.3)
            true = score_at(FRESH_SCORE, age_s / share, model)
            seen = round(min(10.0, max(0.0, rng.gauss(true, _INSPECTOR_SD))) * 2) / 2
            look = Observation(now, FRESH_SCORE, age_s, seen)
            learned = learn(state, look, model.beta, policy)
            state = learned.after
            rate = ageing_rate(unit.demo_temperature_mc, model)
            passed = seen >= 7.0
            cause = (FailCause.DRY_EDGE if unit.kind == "hot" else FailCause.AGE).value
            _insert(connection, "inspections", id=uuid5(portion, "look"),
                    at=cut_at + timedelta(seconds=age_s / rate), portion_id=portion,
                    whole_id=whole, product_id=product.id, holding_unit_id=unit.id,
                    kind="random" if rng.random() < 0.3 else "recheck", score=seen, passed=passed,
                    late=False, causes=[] if passed else [cause], note="",
                    predicted=score_at(FRESH_SCORE, age_s, model), effective_age_s=age_s,
                    curve_score=learned.predicted, curve_sd=learned.predicted_sd, staff_id=staff,
                    terminal_id=terminal)  # fmt: skip
        _insert_calibration(connection, state, prior)
    _open_tasks(connection, menu, now)


def effective_age_s(menu: Menu, product: MenuProduct, held: timedelta) -> float:
    """Seconds of effective age after so long in the product's unit."""
    temperature_mc = menu.unit_named(product.unit).demo_temperature_mc
    return max(0.0, held.total_seconds()) * ageing_rate(temperature_mc, quality_model(product))


def _open_tasks(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    product = menu.portioned[0]
    failures = connection.execute(
        "SELECT id, causes[1] FROM wedge.inspections WHERE NOT passed AND product_id = %s"
        " ORDER BY at DESC LIMIT 3",
        (product.id,),
    ).fetchall()
    if not failures:
        return
    base = {"product_id": str(product.id)}
    improvement = {**base, "cause": failures[0][1], "failures": [str(row[0]) for row in failures]}
    investigation = {**base, "inspection_id": str(failures[0][0]), "cause": "failed_checkpoint"}
    for kind, subject, opened, due in (
        ("improvement", improvement, timedelta(days=2), timedelta(days=5)),
        ("investigation", investigation, timedelta(minutes=50), timedelta(minutes=70)),
    ):
        _insert(connection, "tasks", id=uuid4(), kind=kind, title=product.name,
                subject=json.dumps(subject), owner="manager", opened_at=now - opened,
                due_at=now + due)  # fmt: skip


def _insert_calibration(connection: psycopg.Connection, state: Calibration, prior: float) -> None:
    _insert(connection, "calibrations", product_id=state.product_id,
            holding_unit_id=state.holding_unit_id, prior_theta=prior, theta=state.theta,
            variance=state.variance, inspections=state.inspections,
            version=state.inspections + 1)  # fmt: skip


def _past(
    connection: psycopg.Connection, product_id: UUID, now: datetime
) -> Iterator[tuple[UUID, UUID, datetime]]:
    """Portions of the last weeks, one of a whole, oldest first."""
    return iter(
        connection.execute(
            "SELECT * FROM (SELECT DISTINCT ON (whole_id) id, whole_id, cut_at FROM wedge.portions"
            " WHERE product_id = %s AND cut_at BETWEEN %s AND %s ORDER BY whole_id, id) p"
            " ORDER BY cut_at DESC LIMIT %s",
            (product_id, now - timedelta(days=30), now - timedelta(days=3), LOOKS_EACH),
        ).fetchall()[::-1]
    )


def _cuts(connection: psycopg.Connection, product_id: UUID, before: datetime) -> list[datetime]:
    rows = connection.execute(
        "SELECT DISTINCT cut_at FROM wedge.portions WHERE product_id = %s AND state = 'available'"
        " AND greatest(cut_at, inspected_at) < %s",
        (product_id, before),
    ).fetchall()
    return [row[0] for row in rows]


def _one(connection: psycopg.Connection, query: str) -> Any:
    row = connection.execute(query.encode()).fetchone()
    return None if row is None else row[0]

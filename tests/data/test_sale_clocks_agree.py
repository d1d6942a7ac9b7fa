"""Server and screens judge alike whether a clock keeps a portion from sale."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb

from app.domain.catalog import HoldingKind, HoldingTemperature, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.portion import Inspected, Portion
from app.domain.quality import score_of
from app.domain.quality_watch import Trouble, Watched
from app.services.off_sale import OffSale
from app.services.unit_safety import UnitSafety
from tests.support.sample_data import stocked_view
from tests.support.seed import PIZZA, SmallShop, forget_readings

MODEL = QualityModel(
    e7=timedelta(hours=2), beta=1.5, q10=2.0, reference_temperature_mc=63_000
)  # fmt: skip
"""The seeded pizza's."""


def test_server_and_screens_judge_every_portion_alike(small_store: SmallShop) -> None:
    """Random rows in hot, cold and ambient units, some under watch: the same answer for each."""
    now, random = datetime.now(UTC), Random(11)
    view = stocked_view(now)
    base = next(iter(view.portions.values()))
    units = {}
    for kind in HoldingKind:
        hot, cold = kind is HoldingKind.HOT, kind is HoldingKind.COLD
        units[kind] = replace(
            next(iter(view.holding_units.values())), id=uuid4(), name=kind.value, kind=kind,
            min_temperature_mc=60_000 if hot else None, max_temperature_mc=5_000 if cold else None,
            probe_uncertainty_mc=200,
        )  # fmt: skip
        small_store.query(
            "INSERT INTO wedge.holding_units (id, name, kind, min_temperature_mc,"
            " max_temperature_mc, probe_uncertainty_mc) VALUES (%s, %s, %s, %s, %s, 200)",
            units[kind].id, kind.value, kind.value, units[kind].min_temperature_mc,
            units[kind].max_temperature_mc,
        )  # fmt: skip
    view = replace(view, holding_units=MappingProxyType({each.id: each for each in units.values()}))
    watched = Watched(
        uuid4(), units[HoldingKind.COLD].id, Trouble.LATE_FAILURE, now - timedelta(hours=1),
        now + timedelta(hours=5),
    )  # fmt: skip
    small_store.query(
        "INSERT INTO wedge.watches (id, subject_id, trouble, since, until) VALUES (%s, %s, %s, %s,"
        " %s)", watched.id, watched.subject_id, "late_failure", watched.since, watched.until,
    )  # fmt: skip
    view = replace(view, watches=MappingProxyType({watched.id: watched}))
    for mc, minutes in ((62_000, 10), (60_100, 10), (61_000, 40), (4_000, 1), (4_900, 1)):
        forget_readings(small_store)
        cases = []
        for unit in units.values():
            at = now - timedelta(minutes=minutes)
            view = replace(view, holding_temperatures=MappingProxyType({
                **view.holding_temperatures,
                unit.id: HoldingTemperature(unit.id, ((at.timestamp(), mc),)),
            }))  # fmt: skip
            small_store.query(
                "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
                " VALUES (%s, %s, %s)", unit.id, at, mc,
            )  # fmt: skip
            cases += [_random_portion(random, base, unit.id, now) for _ in range(60)]
        rows = [_row(each) for each in cases]
        quality = {"sale_floor": 7, "unobserved_after_s": 900}
        small_store.query(
            "INSERT INTO wedge.settings (version, document) SELECT max(version) + 1, (SELECT"
            " document || %s FROM wedge.settings ORDER BY version DESC LIMIT 1)"
            " FROM wedge.settings", Jsonb({"quality": quality}),
        )  # fmt: skip
        found = small_store.query(
            "SELECT wedge.off_sale(jsonb_populate_record(NULL::wedge.portions, row), %s)"
            " FROM jsonb_array_elements(%s) WITH ORDINALITY x (row, i) ORDER BY i",
            now, Jsonb(rows),
        )  # fmt: skip
        clocks, safety = OffSale(view), UnitSafety(view)
        for portion, (said,) in zip(cases, found, strict=True):
            look = portion.inspected
            score = look.score if look and look.at >= portion.cut_at else portion.initial_quality
            curve = ExposureCurve(
                view.holding_temperatures[portion.holding_unit_id].readings,
                view.holding_units[portion.holding_unit_id], MODEL, timedelta(seconds=900),
            )  # fmt: skip
            expected = (
                now >= portion.expires_at
                or min(score, score_of(portion, curve, now)) < 7.0
                or not safety.proves(portion.holding_unit_id, now)
                or clocks.blocks(portion, now)
            )
            assert (said is not None) == expected, (said, portion)


def _random_portion(random: Random, base: Portion, unit: UUID, now: datetime) -> Portion:
    cut_at = now - timedelta(seconds=random.randrange(1, 120_000) ** random.choice((1.0, 0.8)))
    looked = now - timedelta(seconds=random.randrange(1, 8_000))
    score = random.choice((6.9, 7.0, 7.5, 8.4, 9.5))
    return replace(
        base, id=uuid4(), holding_unit_id=unit, cut_at=cut_at,
        expires_at=now + timedelta(minutes=random.choice((-1, 10, 16, 110, 130, 500))),
        initial_quality=random.choice((6.9, 7.0, 8.0, 10.0)),
        inspected=Inspected(looked, score) if random.random() < 0.7 else None,
        recheck_at=now if random.random() < 0.1 else None,
    )  # fmt: skip


def _row(portion: Portion) -> dict[str, Any]:
    look = portion.inspected
    return {
        "id": str(portion.id), "product_id": str(PIZZA), "quality_status": "good",
        "holding_unit_id": str(portion.holding_unit_id), "cut_at": portion.cut_at.isoformat(),
        "expires_at": portion.expires_at.isoformat(), "initial_quality": portion.initial_quality,
        "inspected_at": look.at.isoformat() if look else None,
        "inspected_score": look.score if look else None,
        "recheck_at": portion.recheck_at.isoformat() if portion.recheck_at else None,
    }  # fmt: skip

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.catalog import HoldingTemperature
from app.domain.food_policy import JURISDICTIONS
from app.services.appraisal import Appraiser
from app.services.policy_check import contradictions
from tests.support.fahrenheit import fahrenheit_mc
from tests.support.sample_data import sample_id, sample_settings, stocked_view

NOW = datetime(2026, 5, 9, 12, tzinfo=UTC)


def test_a_relaxed_safety_limit_is_refused_with_the_other_rules() -> None:
    settings = sample_settings()
    assert contradictions(settings) == ()
    warm = replace(settings.food.jurisdiction, cold_max_mc=9_000)
    relaxed = replace(settings, food=replace(settings.food, jurisdiction=warm))
    assert [(each.code, each.fields) for each in contradictions(relaxed)] == [
        ("safety_limit_relaxed", ("cold_max_mc",))
    ]


@pytest.mark.parametrize(
    ("unit", "tenths_f", "safe"),
    [
        ("Display 1", 349, True),  # below 35 °F: a matter of quality, not of safety
        ("Display 1", 410, True),
        ("Display 1", 411, False),
        ("Cabinet 1", 1400, True),
        ("Cabinet 1", 1399, False),
    ],
)
def test_the_latest_reading_decides_by_the_limits_in_force(
    unit: str, tenths_f: int, safe: bool
) -> None:
    unit_id = sample_id(f"unit {unit}")
    view = stocked_view(NOW)
    reading = HoldingTemperature(unit_id, ((NOW.timestamp(), fahrenheit_mc(tenths_f)),))
    readings = {**view.holding_temperatures, unit_id: reading}
    assert Appraiser(replace(view, holding_temperatures=readings)).unit_ok(unit_id, NOW) == safe


def test_a_stricter_jurisdiction_takes_food_off_sale() -> None:
    view = stocked_view(NOW)
    unit_id = sample_id("unit Cabinet 1")  # at 62.4 °C
    assert Appraiser(view).unit_ok(unit_id, NOW)
    food = replace(view.settings.food, jurisdiction=JURISDICTIONS["uk"])
    strict = replace(view, settings=replace(view.settings, food=food))
    assert not Appraiser(strict).unit_ok(unit_id, NOW)

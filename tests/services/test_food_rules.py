from dataclasses import replace

from app.services.policy_check import contradictions
from tests.support.sample_data import sample_settings


def test_a_relaxed_safety_limit_is_refused_with_the_other_rules() -> None:
    settings = sample_settings()
    assert contradictions(settings) == ()
    warm = replace(settings.food.jurisdiction, cold_max_mc=9_000)
    relaxed = replace(settings, food=replace(settings.food, jurisdiction=warm))
    assert [(each.code, each.fields) for each in contradictions(relaxed)] == [
        ("safety_limit_relaxed", ("cold_max_mc",))
    ]

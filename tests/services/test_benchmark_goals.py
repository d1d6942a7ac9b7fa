import math

import pytest

from benchmarks import main
from benchmarks.goal import Goal, Result, distribution, from_json, percentile


def test_percentiles_are_values_that_occurred() -> None:
    values = [float(n) for n in range(1, 101)]
    assert (percentile(values, 50), percentile(values, 99)) == (50.0, 99.0)
    assert percentile([3.0], 99) == 3.0
    assert math.isnan(percentile([], 50))


def test_a_goal_without_a_value_is_missed() -> None:
    assert not Goal("p99", math.nan, 100).met
    assert not Goal("ratio", math.nan, 0.6, at_least=True).met
    assert Goal("ratio", 0.7, 0.6, at_least=True).met
    assert not Goal("p99", 101, 100).met


def test_a_result_survives_its_journey_between_processes() -> None:
    goal = Goal("p99", 12.5, 100, "ms")
    result = Result("tap", distribution("tap", [1.0, 2.0], "ms"), (goal,))
    assert from_json(result.as_json()) == result


def _result(value: float) -> Result:
    return Result("tap", (), (Goal("tap p95", value, 50, "ms"),))


def test_check_names_the_missed_goal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "_run_apart", lambda name: _result(60))
    assert main.run(["tap"], json=False, check=True) == 1
    assert "Goal missed: tap p95" in capsys.readouterr().err
    assert main.run(["tap"], json=False, check=False) == 0
    monkeypatch.setattr(main, "_run_apart", lambda name: _result(40))
    assert main.run(["tap"], json=False, check=True) == 0


def test_an_unknown_name_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["speed"], json=False, check=False) == 2
    assert "throughput" in capsys.readouterr().err

"""Work in steps stops where the next step would take too long."""

import pytest

from app.services import budget
from app.services.budget import Budget


@pytest.mark.parametrize(
    ("budget_ms", "steps_ms", "done"),
    [
        (4, [1, 1, 1, 1, 1], 3),  # after three a fourth would just be too long
        (4, [3, 1], 1),  # the next may take as long as the longest so far
        (4, [9, 1], 1),  # one is always done
        (4, [0.5, 0.5, 3, 0.1], 3),
    ],
)
def test_a_step_is_expected_to_take_as_long_as_the_longest(
    monkeypatch: pytest.MonkeyPatch, budget_ms: float, steps_ms: list[float], done: int
) -> None:
    now_s = 0.0
    monkeypatch.setattr(budget, "thread_time", lambda: now_s)
    left = Budget(budget_ms / 1_000)
    count = 0
    for took_ms in steps_ms:
        now_s += took_ms / 1_000
        count += 1
        if left.spent():
            break
    assert count == done

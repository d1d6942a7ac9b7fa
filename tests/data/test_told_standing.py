"""What a till says of prices, scores and times that the store can work out is not believed."""

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, Till, known_id

FIRST = known_id("portion 1/0")

BAD_STEPS: list[tuple[dict[str, Any], bool]] = [
    ({"new_minor": 1}, False),
    ({"new_minor": -100}, False),
    ({"new_minor": 6_200}, False),
    ({"new_minor": 11_600}, False),
    ({"reason": "manual"}, False),
    ({"reason": "whatever"}, False),
    ({"new_minor": 6_300, "old_minor": 10**6}, True),
    ({"score_milli": 0, "left_s": 0, "pace_milli": 0}, True),
    ({"score_milli": -5, "left_s": -(10**6), "pace_milli": -1}, True),
    ({"score_milli": 10**6, "left_s": 10**9, "pace_milli": 10**6}, True),
]


@pytest.mark.parametrize("wrong, kept", BAD_STEPS)
def test_no_price_score_or_time_is_kept_that_cannot_have_been(
    small_store: SmallShop, make_terminal: MakeTerminal, wrong: dict[str, Any], kept: bool
) -> None:
    """Food just cut, 89.00 within 30 %: a till says what it likes."""
    step = {"portion_id": str(FIRST), "old_minor": 8_900, "new_minor": 8_000, "reason": "quality",
            "score_milli": 9_990, "left_s": 7_000, "pace_milli": 1_000, **wrong}  # fmt: skip
    with Till(make_terminal("One")) as till:
        said = till.call("log_prices", uuid4(), json.dumps([step]))
    assert said == {"new": int(kept)}
    history = small_store.query("SELECT old_minor, new_minor FROM wedge.price_history")
    old = None if step["old_minor"] == 10**6 else 8_900
    assert history == ([(old, step["new_minor"])] if kept else [])
    lows = small_store.query(
        "SELECT x.score_milli BETWEEN b.least_milli AND b.most_milli,"
        " x.left_s BETWEEN b.least_left_s AND b.most_left_s, x.pace_milli"
        " FROM wedge.price_lows x JOIN wedge.portions p USING (id), wedge.standing_between(p) b"
    )
    assert lows == ([(True, True, 1_000)] if kept else [])

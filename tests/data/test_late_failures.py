"""Two late failures on one day, on a real store: looked at twice as often, a curve to review."""

import json
import math
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.data import rows
from app.services.off_sale import OffSale
from app.services.store_view import StoreView
from tests.data.learned_curves import approved, put_in_force
from tests.data.looked_at import Shop, shop
from tests.data.test_policies import add_chief
from tests.support.seed import CABINET, PIZZA, known_id

__all__ = ["shop"]

FREE = known_id("portion 2/7")
THETA = "SELECT theta, version FROM wedge.calibrations"


def half_hours(small: Any) -> None:
    """Hot food is scored again after 30 minutes."""
    small.query(
        "UPDATE wedge.settings SET document = document || %s",
        json.dumps({"food": {"checkpoints": {"interval_hot_s": 1800}}}),
    )


def fail_late(shop: Shop, portion: UUID, age_s: float = 3000.0, score: float = 8.0) -> None:
    """It was sold, and fails before it is handed over."""
    shop.sell(portion)
    fail_sold(shop, portion, age_s, score)


def fail_sold(shop: Shop, portion: UUID, age_s: float = 3000.0, score: float = 8.0) -> None:
    """Already sold, it fails before it is handed over."""
    shop.look(portion, score=score, passed=False, causes=["dry edge"], age_s=age_s)


def picture(shop: Shop) -> StoreView:
    """What every screen has."""
    return rows.view(shop.small.one("SELECT wedge.snapshot()"))


def interval(view: StoreView, now: datetime) -> timedelta:
    """From the last look at a free portion of the unit to the next one that is due."""
    portion = view.portions[FREE]
    assert portion.inspected is not None
    return OffSale(view).look_due_at(portion, now) - portion.inspected.at


@pytest.mark.spec("FUL-E2.4")
def test_the_unit_is_looked_at_every_15_minutes_until_close_or_until_a_manager_restores_30(
    shop: Shop,
) -> None:
    half_hours(shop.small)
    shop.look(FREE, score=10.0, kind="random")
    now = shop.small.one("SELECT clock_timestamp()")
    sold = known_id("portion 1/4"), known_id("portion 1/5")
    for portion in sold:
        shop.sell(portion)
    fail_sold(shop, sold[0])
    assert interval(picture(shop), now) == timedelta(minutes=30), "one is no pattern"
    fail_sold(shop, sold[1])
    view = picture(shop)
    now = shop.small.one("SELECT clock_timestamp()")
    assert {watch.subject_id for watch in view.watches.values()} == {PIZZA, CABINET}
    assert interval(view, now) == timedelta(minutes=15)
    close = max(watch.until for watch in view.watches.values())
    assert interval(view, close) == timedelta(minutes=30), "until the day closes"
    shop.office.act("reset_watch", PIZZA)
    assert interval(picture(shop), now) == timedelta(minutes=15), "the unit is still under watch"
    shop.office.act("reset_watch", CABINET)
    assert interval(picture(shop), now) == timedelta(minutes=30)


@pytest.mark.spec("FUL-E2.4")
def test_the_predicted_curve_is_lowered_for_a_manager_to_review(shop: Shop) -> None:
    """At 3000 s of age two tens failed: the curve has to pass 7.0 there, not at 7200 s."""
    fail_late(shop, known_id("portion 1/4"))
    before, _ = shop.small.query(THETA)[0]
    assert shop.tasks("curve_review") == []
    fail_late(shop, known_id("portion 2/4"))
    theta, _ = shop.small.query(THETA)[0]
    alpha = 3600.0 / (-math.log(0.7)) ** (1 / 1.5)
    assert theta == pytest.approx(math.log(alpha)), "half of the curve in force at most"
    assert theta < before
    ((subject, due, state, _),) = shop.tasks("curve_review")
    assert subject == {"product_id": str(PIZZA), "holding_unit_id": str(CABINET)}
    assert (due, state) == (timedelta(hours=2), "open")
    e7 = "SELECT e7_s FROM wedge.products WHERE id = %s"
    assert shop.small.one(e7, PIZZA) == 7200, "nothing is in force before it was reviewed"
    add_chief(shop.small)
    put_in_force(shop, 3600.0, approved(shop, 3600.0))
    assert shop.small.one(e7, PIZZA) == pytest.approx(3600)
    assert shop.tasks("curve_review")[0][2] == "done"


def test_between_half_and_whole_the_curve_passes_the_failures_at_the_floor(shop: Shop) -> None:
    for number in (4, 5):
        fail_late(shop, known_id(f"portion {number - 3}/{number}"), age_s=5000.0, score=9.0)
    theta, _ = shop.small.query(THETA)[0]
    said = 10 * math.exp(-((5000.0 / math.exp(theta)) ** 1.5))
    assert said == pytest.approx(7.0)


def test_what_fails_while_fresh_says_nothing_of_its_decay(shop: Shop) -> None:
    for number in (4, 5):
        fail_late(shop, known_id(f"portion {number - 3}/{number}"), age_s=0.0)
    assert shop.tasks("curve_review") == []
    assert len(picture(shop).watches) == 2

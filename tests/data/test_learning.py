"""What looks teach the curve on a real store, and how it comes into force."""

import math
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from app.domain.calibration import Observation, learn, proposal, uncalibrated
from app.domain.catalog import CurveShape, QualityModel
from app.domain.food_policy import CalibrationPolicy
from app.services.product_curve import curve_section
from tests.data.learned_curves import approved, put_in_force
from tests.data.looked_at import SECOND, Shop
from tests.data.looked_at import shop as shop
from tests.data.test_policies import add_chief
from tests.support.seed import CABINET, PIZZA, known_id


def test_the_server_learns_exactly_what_the_domain_learns(shop: Shop) -> None:
    model = QualityModel(timedelta(seconds=7200), 1.5, 2.0, 63_000)
    policy = CalibrationPolicy()
    state = uncalibrated(PIZZA, CABINET, model, policy)
    looks = ((9.0, 3000.0), (8.1, 5400.0), (7.6, 6100.0), (9.9, 20.0), (7.0, 9e9), (7.2, 0.0))
    for score, age_s in looks:
        shop.look(SECOND, score=score, predicted=8.0, age_s=age_s)
        now = datetime.now(UTC)
        learned = learn(state, Observation(now, 10.0, age_s, score), model.beta, policy)
        curve, sd = shop.small.query(
            "SELECT curve_score, curve_sd FROM wedge.inspections ORDER BY at DESC LIMIT 1"
        )[0]
        assert curve == pytest.approx(learned.predicted, rel=1e-12, abs=1e-200)
        assert sd == pytest.approx(learned.predicted_sd, rel=1e-12)
        state = learned.after
    kept = shop.small.query(
        "SELECT theta, variance, inspections, version, prior_theta FROM wedge.calibrations"
    )[0]
    assert kept[:2] == pytest.approx((state.theta, state.variance), rel=1e-12)
    assert kept[2:4] == (6, 7)
    assert kept[4] == pytest.approx(uncalibrated(PIZZA, CABINET, model, policy).theta, rel=1e-12)


@pytest.mark.spec("FUL-A.6")
def test_a_line_is_learned_as_in_the_domain_proposed_and_put_in_force_by_a_manager(
    shop: Shop,
) -> None:
    shop.small.query("UPDATE wedge.products SET curve = 'linear', e7_s = 3600 WHERE id = %s"
                     " RETURNING id", PIZZA)  # fmt: skip
    model = QualityModel(timedelta(seconds=3600), 1.5, 2.0, 63_000, CurveShape.LINEAR)
    policy = CalibrationPolicy()
    state = uncalibrated(PIZZA, CABINET, model, policy)
    looks = ((9.0, 900.0), (8.1, 1800.0), (7.6, 2400.0), (9.9, 20.0), (7.0, 9e9), (7.2, 0.0))
    for n, (score, age_s) in enumerate(looks):
        assert proposal(model, state, policy) is None or n >= 5
        shop.look(SECOND, score=score, predicted=8.0, age_s=age_s)
        look = Observation(datetime.now(UTC), 10.0, age_s, score)
        learned = learn(state, look, model.beta, policy, CurveShape.LINEAR)
        curve, sd = shop.small.query(
            "SELECT curve_score, curve_sd FROM wedge.inspections ORDER BY at DESC LIMIT 1"
        )[0]
        assert curve == pytest.approx(learned.predicted, rel=1e-12, abs=1e-12)
        assert sd == pytest.approx(learned.predicted_sd, rel=1e-12)
        state = learned.after
    kept = shop.small.query("SELECT theta, variance, prior_theta FROM wedge.calibrations")[0]
    first = uncalibrated(PIZZA, CABINET, model, policy).theta
    assert kept == pytest.approx((state.theta, state.variance, first), rel=1e-12)
    wanted = proposal(model, state, policy)
    assert wanted is not None
    e7_s = "SELECT e7_s FROM wedge.products WHERE id = %s"
    assert shop.small.one(e7_s, PIZZA) == 3600, "looks alone change nothing"
    add_chief(shop.small)
    put_in_force(shop, wanted.e7.total_seconds(), approved(shop, wanted.e7.total_seconds()))
    # The domain's durations are whole microseconds.
    assert shop.small.one(e7_s, PIZZA) == pytest.approx(wanted.e7.total_seconds(), abs=1e-6)


def test_a_manager_puts_a_learned_curve_in_force_as_a_version(
    shop: Shop,
) -> None:
    for _ in range(4):
        shop.look(score=7.5, predicted=8.0, age_s=2000.0)
    assert shop.refused(lambda: put_in_force(shop, 3600.0, None)) == ("not_ready", "4")
    shop.look(score=7.5, predicted=8.0, age_s=2000.0)
    theta = shop.small.one("SELECT theta FROM wedge.calibrations")
    learned = math.exp(theta) * (-math.log(0.7)) ** (1 / 1.5)
    assert learned < 7200
    assert shop.refused(lambda: put_in_force(shop, learned, None)) == (
        "approval_needed", "policy_change",
    )  # fmt: skip
    add_chief(shop.small)
    other = approved(shop, learned + 60)
    assert shop.refused(lambda: put_in_force(shop, learned, other)) == (
        "approval_invalid", "subject",
    )  # fmt: skip
    assert shop.refused(lambda: put_in_force(shop, learned + 60, other)) == (
        "changed", "calibration",
    )  # fmt: skip
    e7 = "SELECT e7_s FROM wedge.products WHERE id = %s"
    assert shop.small.one(e7, PIZZA) == 7200, "nothing came in force"
    put_in_force(shop, learned, approved(shop, learned))
    assert shop.small.one(e7, PIZZA) == learned
    ((version, before, after, changed, by),) = shop.small.query(
        "SELECT version, before, document, changed_by, approved_by FROM wedge.policy_changes"
        " WHERE section = %s", curve_section(PIZZA),
    )  # fmt: skip
    assert (version, before["e7_s"], after["e7_s"]) == (2, 7200, learned)
    assert (changed, by) == (known_id("manager"), known_id("chief"))
    shop.small.query("UPDATE wedge.staff SET role = 'food_safety_manager' WHERE id = %s",
                     known_id("manager"))  # fmt: skip
    assert shop.refused(lambda: put_in_force(shop, learned, None)) == (
        "not_permitted", "food_safety_manager",
    )  # fmt: skip
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        shop.kitchen.act("adopt_curve", PIZZA, CABINET, learned, None)

"""What an appraiser takes over from the one before it never shows, except in the time it saves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from app.domain.catalog import HoldingTemperature, QualityModel
from app.services.appraisal import Appraiser
from app.services.appraised import Appraised
from app.services.curves import Curves
from app.services.store_view import StoreView
from tests.support.sample_data import stocked_view

NOW = datetime(2026, 5, 9, 12, tzinfo=UTC)
VIEW = stocked_view(NOW)
READ_ID = next(key for key, each in VIEW.holding_temperatures.items() if each.readings)
SLOW = QualityModel(timedelta(minutes=60), 1.3, 1.8, 63_000)
QUICK = replace(SLOW, e7=timedelta(minutes=30))
COLD = replace(SLOW, q10=2.5)


def with_reading(view: StoreView, mc: int) -> StoreView:
    """One more reading of one unit, two minutes before noon."""
    old = view.holding_temperatures[READ_ID]
    at_s = (NOW - timedelta(minutes=2)).timestamp()
    earlier = tuple(each for each in old.readings if each[0] < at_s)
    new: HoldingTemperature = replace(old, readings=(*earlier, (at_s, mc)))
    return replace(view, holding_temperatures={**view.holding_temperatures, READ_ID: new})


def all_of(view: StoreView, appraiser: Appraiser) -> list[Appraised]:
    return [
        each
        for product in view.products.values()
        if product.quality is not None
        for each in appraiser.appraise_all(
            [own for own in view.portions.values() if own.product_id == product.id], product, NOW
        )
    ]


def test_after_a_reading_or_new_rules_all_is_as_if_worked_out_afresh() -> None:
    before = Appraiser(VIEW)
    first = all_of(VIEW, before)
    warm = with_reading(VIEW, 95_000)
    pricing = replace(VIEW.settings.pricing, version=9, uplift=Fraction(1, 10))
    dearer = replace(warm, settings=replace(warm.settings, pricing=pricing))
    for view in (warm, dearer, VIEW):
        before = Appraiser(view, before=before)
        assert all_of(view, before) == all_of(view, Appraiser(view))
    assert all_of(VIEW, before) == first != all_of(dearer, Appraiser(dearer))


def test_a_reading_costs_the_curves_of_its_unit_only() -> None:
    before = Curves(VIEW)
    other_id = next(key for key in VIEW.holding_units if key != READ_ID)
    read, other = before.of(READ_ID, SLOW), before.of(other_id, SLOW)
    after = Curves(with_reading(VIEW, 61_000), before)
    assert after.of(other_id, SLOW) is other
    assert after.of(READ_ID, SLOW) is not read
    quality = replace(VIEW.settings.quality, unobserved_after=timedelta(minutes=7))
    stricter = replace(VIEW, settings=replace(VIEW.settings, quality=quality))
    assert Curves(stricter, before).of(other_id, SLOW) is not other


def test_models_of_the_same_rates_share_the_sums() -> None:
    curves = Curves(VIEW)
    slow, quick, cold = (curves.of(READ_ID, each) for each in (SLOW, QUICK, COLD))
    assert (slow.model, quick.model, cold.model) == (SLOW, QUICK, COLD)
    assert quick.until(NOW) == slow.until(NOW) == Curves(VIEW).of(READ_ID, QUICK).until(NOW)
    assert cold.until(NOW) == Curves(VIEW).of(READ_ID, COLD).until(NOW) != slow.until(NOW)


def test_prices_are_kept_while_the_rules_are_the_same() -> None:
    before = Appraiser(VIEW)
    assert Appraiser(with_reading(VIEW, 61_000), before=before).engine is before.engine
    quality = replace(VIEW.settings.quality, version=2)
    newer = replace(VIEW, settings=replace(VIEW.settings, quality=quality))
    assert Appraiser(newer, before=before).engine is not before.engine

"""A unit proves its food safe for as long as its last reading counts, and no longer."""

from dataclasses import replace
from datetime import timedelta

from app.domain.catalog import HoldingTemperature
from app.services.offer_book import OfferBook
from app.services.store_view import StoreView
from app.services.unit_safety import UnitSafety
from tests.services.test_off_sale import NOON, UNIT, lot, only
from tests.support.sample_data import stocked_view


def with_readings(view: StoreView, *readings: tuple[float, int]) -> StoreView:
    return replace(
        view,
        holding_temperatures={
            **view.holding_temperatures,
            UNIT: HoldingTemperature(UNIT, readings),
        },
    )


def test_a_probe_that_may_be_off_proves_less() -> None:
    view = with_readings(stocked_view(NOON), (NOON.timestamp(), 60_300))
    assert UnitSafety(view).proves(UNIT, NOON)
    unsure = replace(view.holding_units[UNIT], probe_uncertainty_mc=1_100)
    view = replace(view, holding_units={**view.holding_units, UNIT: unsure})
    assert not UnitSafety(view).proves(UNIT, NOON)


def test_a_sensor_may_be_silent_for_a_while_and_then_entries_vouch() -> None:
    view = stocked_view(NOON)
    view = with_readings(view, (NOON.timestamp() - 60.0, 62_000), (NOON.timestamp(), 63_000))
    safety, last = UnitSafety(view), NOON + timedelta(minutes=30)
    assert safety.proven_until(UNIT) == last
    assert safety.proves(UNIT, last)
    assert not safety.proves(UNIT, last + timedelta(milliseconds=1))
    assert not safety.proves(UNIT, NOON + timedelta(hours=6))
    # What is signed by hand vouches for 15 minutes, and never shortens what the sensor vouches for.
    for minutes, until in ((20, 35), (5, 30)):
        entry_s = NOON.timestamp() + minutes * 60.0
        signed = with_readings(view, (NOON.timestamp(), 63_000), (entry_s, 61_000))
        known = replace(signed.holding_temperatures[UNIT], by_hand=(entry_s,))
        signed = replace(signed, holding_temperatures={UNIT: known})
        assert UnitSafety(signed).proven_until(UNIT) == NOON + timedelta(minutes=until)
    assert not UnitSafety(with_readings(view)).proves(UNIT, NOON)


def test_food_of_a_unit_that_fell_silent_leaves_the_book_at_that_moment() -> None:
    view = stocked_view(NOON)
    pizza = view.products[lot(view, NOON)[0].product_id]
    assert pizza.quality is not None
    lasting = replace(pizza, quality=replace(pizza.quality, e7=timedelta(days=9)))
    view = replace(view, products={**view.products, pizza.id: lasting})
    view = with_readings(only(view, lot(view, NOON)), (NOON.timestamp(), 63_000))
    book, last = OfferBook(), NOON + timedelta(minutes=30)
    book.changed(view, {})
    book.refresh(view, NOON)
    book.refresh(view, last)
    assert book.offers[pizza.id].left == len(view.portions)
    book.refresh(view, last + timedelta(seconds=1))
    offer = book.offers[pizza.id]
    assert (offer.left, offer.temperature_ok, offer.candidates) == (0, False, ())

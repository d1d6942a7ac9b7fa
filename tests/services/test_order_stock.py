from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.allocation.assign import allocate
from app.domain.allocation.request import OrderLine
from app.domain.allocation.stock import not_sellable
from app.services.appraisal import Appraiser
from app.services.offers import derive_offers
from app.services.order_stock import stock_for_order
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)


def test_the_choice_for_one_line_is_the_tile_s_first_candidate() -> None:
    for minutes in (0, 20, 45):
        now = NOW + timedelta(minutes=minutes)
        view = sample_view(NOW)
        settings = view.settings
        for product_id, offer in derive_offers(view, now).items():
            stock = stock_for_order(view, Appraiser(view), now, {product_id})
            answer = allocate(
                [OrderLine(UUID(int=1), frozenset({product_id}))],
                stock,
                policy=settings.allocation,
                quality=settings.quality,
                now=now,
            )
            first = offer.candidates[0].portion_id if offer.candidates else None
            assert answer.portion_of(UUID(int=1)) == first
            if offer.candidates:
                assert answer.choices[0].charge_minor == offer.candidates[0].unit_price_minor
                assert answer.choices[0].ranking == tuple(
                    each.portion_id for each in offer.candidates
                )


def test_what_is_off_the_till_or_below_the_floor_is_never_free() -> None:
    view = sample_view(NOW)
    tart, hawaiian = sample_id("product L"), sample_id("product H")
    stock = stock_for_order(view, Appraiser(view), NOW, {tart, hawaiian})
    quality = view.settings.quality
    assert {each.product_id for each in stock} == {hawaiian}
    assert {not_sellable(each, quality, NOW) for each in stock} == {"below_floor"}

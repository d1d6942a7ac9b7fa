"""What quality holds is not offered at the till, and the till says why."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from app.domain.portion import QualityStatus
from app.domain.price import PriceReason
from app.services.offers import derive_offer
from app.services.store_view import StoreView
from app.ui.pos.tile import Tile, derive_tile
from app.ui.pos.wheel_sheet import _wheel_map
from tests.support.held import batch_of, with_status
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 11, 0, tzinfo=UTC)
VIEW = sample_view(NOW)
BATCH = batch_of(VIEW, "M")
PRODUCT = sample_id("product M")
ALL = [p for p in VIEW.portions.values() if p.product_id == PRODUCT]


def tile(view: StoreView) -> Tile:
    offer = derive_offer(view, PRODUCT, NOW)
    return derive_tile(view.products[PRODUCT], offer, view.settings, NOW)


@pytest.mark.spec("BR-01.6")
@pytest.mark.parametrize(
    ("status", "says"),
    [(QualityStatus.UNSCORED, "no quality score"), (QualityStatus.HELD, "in quality review")],
)
def test_a_tile_whose_last_portions_are_held_says_why(status: QualityStatus, says: str) -> None:
    held = tile(with_status(VIEW, status, *ALL))
    assert (held.sellable, held.leftText) == (False, says)
    assert tile(VIEW).sellable


@pytest.mark.spec("BR-01.6")
def test_a_lot_without_a_temperature_log_is_not_sellable() -> None:
    unread = replace(VIEW, holding_temperatures=MappingProxyType({}))
    assert not tile(unread).sellable
    assert derive_offer(unread, PRODUCT, NOW).candidates == ()


def test_the_wheel_shows_what_is_in_review_blocked_with_its_cause() -> None:
    view = with_status(VIEW, QualityStatus.REVIEW, BATCH[0])
    offer = derive_offer(view, PRODUCT, NOW)
    assert BATCH[0].id not in {c.portion_id for c in offer.candidates}
    wheel = next(w for w in offer.wheels if w.whole_id == BATCH[0].whole_id)
    free = {c.portion_id for c in offer.candidates}
    row = _wheel_map(wheel, view, NOW, free, set())["rows"][BATCH[0].wedge]
    assert (row["sellable"], row["portion"]) == (False, "")
    assert row["why"] == "in quality review: size"


@pytest.mark.spec("BR-02.5")
@pytest.mark.parametrize(("looks", "price"), [(7.0, 400), (6.5, 360), (5.0, 320), (3.9, None)])
def test_poor_looks_take_off_the_price_or_the_sale(looks: float, price: int | None) -> None:
    shown = replace(BATCH[0], presentation=looks)
    product = replace(VIEW.products[PRODUCT], base_price_minor=400, cost_minor=100)
    pricing = replace(VIEW.settings.pricing, rounding_minor=1)
    view = replace(
        VIEW,
        settings=replace(VIEW.settings, pricing=pricing),
        products=MappingProxyType({**VIEW.products, PRODUCT: product}),
        portions=MappingProxyType({shown.id: shown}),
    )
    candidates = derive_offer(view, PRODUCT, NOW).candidates
    assert [c.unit_price_minor for c in candidates] == ([] if price is None else [price])
    if price not in (None, 400):
        step = next(s for s in candidates[0].breakdown if s.reason is PriceReason.QUALITY)
        assert (step.code, step.params[0]) == ("presentation", f"{looks:g}")

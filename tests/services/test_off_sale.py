"""Portions leave sale by their clocks, on every screen at the same moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from app.domain.catalog import HoldingKind, HoldingTemperature
from app.domain.checkpoints import ScoreBlock
from app.domain.ids import new_id
from app.domain.inspection import InspectionKind
from app.domain.portion import Inspected, Portion, PortionState
from app.domain.quality_watch import Trouble, Watched
from app.services.appraisal import Appraiser
from app.services.checks_due import checks_due
from app.services.inspect_portion import predict, stand_ins_for
from app.services.off_sale import OffSale
from app.services.offer import WedgeState
from app.services.offer_book import OfferBook
from app.services.store_view import Entity, RowChange, StoreView
from tests.support.sample_data import sample_id, stocked_view
from tests.support.sample_store import sample_view

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)
UNIT = sample_id("unit Cabinet 2")


def lot(view: StoreView, cut_at: datetime, **fields: object) -> list[Portion]:
    """The first lot of Margherita, as if it were cut then."""
    product = sample_id("product M")
    first = next(each for each in view.portions.values() if each.product_id == product)
    values: dict[str, object] = {
        "cut_at": cut_at, "inspected": None, "expires_at": cut_at + timedelta(hours=4), **fields,
    }  # fmt: skip
    return [
        replace(each, **values)  # type: ignore[arg-type]
        for each in view.portions.values()
        if each.whole_id == first.whole_id
    ]


def only(view: StoreView, portions: list[Portion]) -> StoreView:
    """Nothing else is in the store, and its cabinets are kept at 63 °C all the time."""
    readings = {
        unit.id: HoldingTemperature(
            unit.id,
            tuple(
                (
                    NOON.timestamp() + 60.0 * minute,
                    63_000 if unit.kind is HoldingKind.HOT else 4_000,
                )
                for minute in range(-60, 300)
            ),
        )
        for unit in view.holding_units.values()
    }
    return replace(
        view,
        portions=MappingProxyType({each.id: each for each in portions}),
        holding_temperatures=MappingProxyType(readings),
    )


def state(view: StoreView, portion: Portion, now: datetime) -> WedgeState:
    product = view.products[portion.product_id]
    return Appraiser(view).appraise(portion, product, now).wedge_state


@pytest.mark.spec("BR-04.1")
def test_a_lot_without_a_new_score_is_not_sellable_until_it_has_one() -> None:
    view = stocked_view(NOON)
    portions = lot(view, NOON, initial_quality=8.0)
    pizza = view.products[portions[0].product_id]
    assert pizza.quality is not None
    lasting = replace(pizza, quality=replace(pizza.quality, e7=timedelta(days=9)))
    view = only(
        replace(view, products={**view.products, pizza.id: lasting}),
        portions,
    )
    overdue = NOON + timedelta(hours=1, minutes=16)
    assert state(view, portions[0], NOON + timedelta(hours=1, minutes=15)) is WedgeState.FREE
    assert OffSale(view).look_block(portions[0], overdue) is ScoreBlock.OVERDUE
    assert state(view, portions[0], overdue) is WedgeState.BLOCKED
    looked_at = NOON + timedelta(hours=1, minutes=17)
    looked = replace(portions[0], inspected=Inspected(looked_at, 7.0))
    assert OffSale(view).look_block(looked, looked_at) is None
    assert state(only(view, [looked]), looked, looked_at) is WedgeState.FREE


def test_cake_is_scored_once_a_day() -> None:
    view = stocked_view(NOON)
    cake = next(each for each in view.portions.values() if each.code.startswith("C"))
    cake = replace(cake, cut_at=NOON, inspected=None)
    clocks = OffSale(view)
    assert clocks.look_due_at(cake, NOON) == NOON + timedelta(hours=24)


def test_a_look_comes_before_the_predicted_floor_and_sooner_after_failed_ones() -> None:
    view = stocked_view(NOON)
    (portion, *rest) = lot(view, NOON)
    view = only(view, [portion, *rest])
    pizza = view.products[portion.product_id]
    model = pizza.quality
    assert model is not None

    def due(view: StoreView) -> datetime:
        found = [
            each
            for each in checks_due(view, NOON, timedelta(hours=2))
            if each.kind is InspectionKind.RECHECK
        ]
        assert len(found) == 1
        return found[0].due_at

    whole = replace(view.wholes[portion.whole_id], checks_missing=())

    def with_looks(looks: int, failed: int, e7: timedelta) -> StoreView:
        lasting = replace(pizza, quality=replace(model, e7=e7))
        seen = replace(whole, looks=looks, failed_looks=failed)
        return replace(
            view,
            wholes={**view.wholes, whole.id: seen},
            products={**view.products, pizza.id: lasting},
        )

    long, short = timedelta(days=9), timedelta(minutes=50)
    assert due(with_looks(4, 0, long)) == NOON + timedelta(hours=1)
    assert due(with_looks(4, 1, long)) == NOON + timedelta(minutes=52, seconds=30)
    assert due(with_looks(2, 2, long)) == NOON + timedelta(minutes=30)
    falling = with_looks(0, 0, short)
    floor_at = Appraiser(falling).floor_at(portion, NOON)
    assert floor_at is not None
    assert due(falling) == floor_at < NOON + timedelta(hours=1)
    # That moment blocks nothing itself: the score does, there.
    assert OffSale(falling).look_lasts_until(portion, NOON) == NOON + timedelta(minutes=75)


@pytest.mark.spec("POS-E3.4")
@pytest.mark.spec("FUL-E2.4")
def test_under_watch_the_interval_halves_until_it_ends() -> None:
    view = stocked_view(NOON)
    food = view.settings.food
    half_hour = replace(food.checkpoints, interval_hot=timedelta(minutes=30))
    view = replace(
        view,
        settings=replace(view.settings, food=replace(food, checkpoints=half_hour)),
    )
    (portion, *_) = lot(view, NOON)
    assert OffSale(view).look_due_at(portion, NOON) == NOON + timedelta(minutes=30)
    watch = Watched(new_id(), UNIT, Trouble.LATE_FAILURE, NOON, NOON + timedelta(hours=5))
    watched = view.fold([RowChange(view.seq + 1, Entity.WATCH, watch.id, watch)])
    assert OffSale(watched).look_due_at(portion, NOON) == NOON + timedelta(minutes=15)
    after_close = NOON + timedelta(hours=5)
    assert OffSale(watched).look_due_at(portion, after_close) == NOON + timedelta(minutes=30)
    restored = watched.fold([RowChange(watched.seq + 1, Entity.WATCH, watch.id, None)])
    assert OffSale(restored).look_due_at(portion, NOON) == NOON + timedelta(minutes=30)


def test_a_sibling_of_a_late_failure_is_not_sold_before_it_was_seen() -> None:
    view = stocked_view(NOON)
    (portion, *_) = lot(view, NOON, recheck_at=NOON)
    assert OffSale(view).look_block(portion, NOON) is ScoreBlock.NO_SCORE
    assert state(view, portion, NOON) is WedgeState.BLOCKED


def test_portions_leave_sale_at_their_lead_time_within_a_tick_of_the_book() -> None:
    view = stocked_view(NOON)
    ends = NOON + timedelta(hours=1)
    view = only(view, lot(view, NOON, expires_at=ends))
    product = view.products[sample_id("product M")]
    book, now = OfferBook(), NOON
    book.changed(view, {})
    while now < ends - timedelta(minutes=15, seconds=1):
        book.refresh(view, now)
        now += timedelta(seconds=1)
    assert book.offers[product.id].left == len(view.portions)
    assert book.offers[product.id].sell_until == ends - timedelta(minutes=15)
    book.refresh(view, ends - timedelta(minutes=15))
    assert book.offers[product.id].left == 0


def test_an_overdue_check_leaves_the_book_at_its_second() -> None:
    view = stocked_view(NOON)
    view = only(view, lot(view, NOON))
    product_id = sample_id("product M")
    book = OfferBook()
    book.changed(view, {})
    for minutes, left in ((0, len(view.portions)), (75, len(view.portions))):
        book.refresh(view, NOON + timedelta(minutes=minutes))
        assert book.offers[product_id].left == left
    book.refresh(view, NOON + timedelta(minutes=75, seconds=1))
    assert book.offers[product_id].left == 0


def test_what_is_sold_may_be_handed_over_until_its_limit() -> None:
    view = sample_view(NOON)
    sold = next(each for each in view.portions.values() if each.state is PortionState.COMMITTED)
    assert OffSale(view).sale_ends_at(sold) == sold.expires_at


def test_the_prediction_is_the_live_score_and_siblings_do_not_stand_in() -> None:
    view = sample_view(NOON)
    sold = next(each for each in view.portions.values() if each.state is PortionState.COMMITTED)
    said = predict(view, sold, NOON)
    product = view.products[sold.product_id]
    assert said.score == Appraiser(view).appraise(sold, product, NOON).score
    assert said.effective_age_s > 0
    offered = stand_ins_for(view, sold, NOON)
    assert offered
    for candidate in (each for row in offered.values() for each in row):
        other = view.portions[candidate.portion_id]
        assert other.product_id == sold.product_id
        assert (other.whole_id, other.holding_unit_id) != (sold.whole_id, sold.holding_unit_id)

"""What a sale, a cut and a temperature do to the offer, over the store in memory."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app.domain.ids import new_id
from app.domain.ticket import Service
from app.services.offer_book import OfferBook
from app.services.offers import WedgeState, derive_offer, derive_offers
from app.services.refusal import Refused
from tests.support.sample_store import FakeStore, run_now, sample_id, sample_session, stocked_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)


def open_store() -> FakeStore:
    return FakeStore(stocked_view(NOW), NOW)


def take(store: FakeStore, prefix: str, ticket_id: UUID) -> UUID:
    """The first free portion of the product's offer, now on the ticket."""
    offer = derive_offer(store.feed.known, sample_id(f"product {prefix}"), store.feed.now())
    asked = store.selling.reserve_first(
        sample_session(store.feed.known),
        request=new_id(),
        ticket_id=ticket_id,
        line_id=new_id(),
        service=Service.COUNTER,
        candidates=offer.candidates,
    )
    return run_now(asked).portion_id


def test_the_oldest_portion_still_good_enough_goes_first() -> None:
    store = open_store()
    taken = take(store, "M", new_id())
    assert store.feed.known.portions[taken].whole_id == sample_id("whole M-C2")


def test_the_last_portion_can_be_sold_once_until_its_hold_lapses() -> None:
    store = open_store()
    for _ in range(8):
        take(store, "P", new_id())
    with pytest.raises(Refused):
        take(store, "P", new_id())
    store.advance(301)
    assert derive_offer(store.feed.known, sample_id("product P"), store.feed.now()).left == 8


def test_a_paid_portion_leaves_the_wheel() -> None:
    store, ticket_id = open_store(), new_id()
    taken = take(store, "P", ticket_id)
    paid = store.selling.pay_cash(
        sample_session(store.feed.known),
        request=new_id(),
        ticket_id=ticket_id,
        expected_total_minor=9900,
        tendered_minor=10_000,
    )
    assert run_now(paid).change_minor == 100
    offer = derive_offer(store.feed.known, sample_id("product P"), NOW)
    wedge = store.feed.known.portions[taken].wedge
    assert offer.wheels[0].wedges[wedge].state is WedgeState.GONE


def test_a_cabinet_out_of_its_limits_sells_nothing() -> None:
    store = open_store()
    unit = sample_id("unit Cabinet 2")
    store.advance(60)
    run_now(
        store.stock.record_temperature(
            request=new_id(), holding_unit_id=unit, temperature_mc=59_999
        )
    )
    offer = derive_offer(store.feed.known, sample_id("product P"), store.feed.now())
    assert (offer.left, offer.temperature_ok, offer.candidates) == (0, False, ())


def test_a_cut_whole_is_on_sale_at_once() -> None:
    store = open_store()
    cut = store.stock.cut_whole(
        sample_session(store.feed.known, "Ploy", "Kitchen"),
        request=new_id(),
        whole_id=sample_id("whole V-W1"),
        configuration_id=sample_id("configuration V"),
        portions=6,
        holding_unit_id=sample_id("unit Cabinet 1"),
        shelf="1",
        presentation=9.5,
    )
    assert len(run_now(cut)) == 6
    assert derive_offer(store.feed.known, sample_id("product V"), NOW).left == 6


def test_the_book_redoes_only_what_changed_and_agrees_with_a_full_derivation() -> None:
    store = open_store()
    book = OfferBook()
    store.feed.on_view(book.changed)
    book.refresh(store.feed.known, NOW)
    assert book.refresh(store.feed.known, NOW + timedelta(seconds=1)) == frozenset()
    take(store, "P", new_id())
    assert book.refresh(store.feed.known, NOW) == {sample_id("product P")}
    assert book.offers == derive_offers(store.feed.known, NOW)

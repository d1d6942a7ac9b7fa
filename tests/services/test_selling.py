from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app.domain.ids import new_id
from app.domain.ticket import Service
from app.services.add_portion import PortionWish, add_portion
from app.services.cut_whole import Cut, cut_whole
from app.services.offer_book import OfferBook
from app.services.offers import WedgeState, derive_offer, derive_offers
from app.services.pay_cash import pay_cash
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused
from tests.support.sample_store import FakeStore, run_now, sample_id, sample_session, stocked_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)


def open_store() -> FakeStore:
    return FakeStore(stocked_view(NOW), NOW)


def wish(prefix: str, ticket_id: UUID, portion_id: UUID | None = None) -> PortionWish:
    product_id = sample_id(f"product {prefix}")
    return PortionWish(new_id(), ticket_id, new_id(), Service.COUNTER, product_id, portion_id)


def test_the_oldest_portion_still_good_enough_goes_first() -> None:
    store = open_store()
    session = sample_session(store.feed.known)
    taken = run_now(add_portion(store, session, wish("M", new_id())))
    assert store.feed.known.portions[taken.portion_id].whole_id == sample_id("whole M-C2")


def test_a_wedge_picked_by_hand_is_taken_or_nothing() -> None:
    store = open_store()
    session = sample_session(store.feed.known)
    picked = sample_id("portion M-C1 5")
    assert run_now(add_portion(store, session, wish("M", new_id(), picked))).portion_id == picked
    with pytest.raises(Refused) as refused:
        run_now(add_portion(store, session, wish("M", new_id(), picked)))
    assert refused.value.code is RefusalCode.GONE


def test_the_last_portion_can_be_sold_once_until_its_hold_lapses() -> None:
    store = open_store()
    session = sample_session(store.feed.known)
    for _ in range(8):
        run_now(add_portion(store, session, wish("P", new_id())))
    with pytest.raises(Refused):
        run_now(add_portion(store, session, wish("P", new_id())))
    store.advance(301)
    assert derive_offer(store.feed.known, sample_id("product P"), store.feed.now()).left == 8


def test_a_broken_answer_is_asked_again_and_done_once() -> None:
    store = open_store()
    session = sample_session(store.feed.known)
    again = wish("P", new_id())
    store.fail_next(OutcomeUnknown(), after=True)
    with pytest.raises(OutcomeUnknown):
        run_now(add_portion(store, session, again))
    run_now(add_portion(store, session, again))
    assert len(store.feed.known.lines_of(again.ticket_id)) == 1


def test_a_paid_portion_leaves_the_wheel() -> None:
    store = open_store()
    session = sample_session(store.feed.known)
    ticket_id = new_id()
    taken = run_now(add_portion(store, session, wish("P", ticket_id)))
    with pytest.raises(Refused) as refused:
        run_now(pay_cash(store, session, request=new_id(), ticket_id=ticket_id, tendered_minor=1))
    assert refused.value.code is RefusalCode.TENDERED_TOO_LITTLE
    paid = run_now(
        pay_cash(store, session, request=new_id(), ticket_id=ticket_id, tendered_minor=10_000)
    )
    assert (paid.total_minor, paid.change_minor) == (9900, 100)
    offer = derive_offer(store.feed.known, sample_id("product P"), NOW)
    wedge = store.feed.known.portions[taken.portion_id].wedge
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
    session = sample_session(store.feed.known, "Ploy", "Kitchen")
    cut = Cut(
        sample_id("whole V-W1"),
        sample_id("configuration V"),
        6,
        sample_id("unit Cabinet 1"),
        "1",
        9.5,
    )
    assert len(run_now(cut_whole(store, session, new_id(), cut))) == 6
    assert derive_offer(store.feed.known, sample_id("product V"), NOW).left == 6
    with pytest.raises(Refused) as refused:
        run_now(cut_whole(store, session, new_id(), cut))
    assert refused.value.code is RefusalCode.ALREADY_CUT


def test_the_book_redoes_only_what_changed_and_agrees_with_a_full_derivation() -> None:
    store = open_store()
    book = OfferBook()
    store.feed.on_view(book.changed)
    book.refresh(store.feed.known, NOW)
    assert book.refresh(store.feed.known, NOW + timedelta(seconds=1)) == frozenset()
    session = sample_session(store.feed.known)
    run_now(add_portion(store, session, wish("P", new_id())))
    assert book.refresh(store.feed.known, NOW) == {sample_id("product P")}
    assert book.offers == derive_offers(store.feed.known, NOW)

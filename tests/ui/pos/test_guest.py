"""The guest at the till: found, enrolled by a yes, paying with points, with suggestions at hand."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from app.domain.complaint import ComplaintKind
from app.domain.guests import ConsentKind
from app.services.redeem import redeemed_minor
from app.services.store_view import Entity
from app.ui.shared import scene
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

CAKE, SLICE = sample_id("product C"), sample_id("product M")


def names(till: TillDriver) -> list[str]:
    return [row.name for row in till.program.till._guests._suggest._rows.rows]


def write(till: TillDriver, name: str, text: str) -> None:
    field = till.item(f"{name}_input")
    scene.click(field)
    scene.type_text(till.window, text)
    till.until(lambda: field.property("text") == text, name)


def order_of(till: TillDriver) -> Any:
    view = till.store.feed.known
    return view.tickets.get(till.program.till._order.ticket_id)


def balances(till: TillDriver) -> list[int]:
    return [each.balance for each in till.store.guests.known.values()]


def last_total(till: TillDriver) -> int:
    receipts = till.store.feed.known.receipts.values()
    return int(max(receipts, key=lambda each: each.number).total_minor)


def test_what_a_guest_usually_takes_is_suggested_while_it_is_there(open_till: OpenTill) -> None:
    """Bought in 4 of 5 visits and some in stock: suggested; none left: not; Pay works in both."""
    store = FakeStore(sample_view(NOW), NOW)
    guest = store.guests.add("Malee", phone="0812345678")
    for visit in range(5):
        store.guests.bought(guest, CAKE if visit else SLICE, visit + 1)
    till = open_till(store)
    till.sign_in()
    till.tap("guestKey")
    till.tap("guest_Malee")
    till.until(lambda: "Chocolate cake (4)" in till.text("guestHint_1"), "hints")
    till.tap("sheetClose")
    till.tap("tile_M")
    till.until(lambda: names(till) == ["Chocolate cake"], "suggestion")
    till.until(lambda: till.item("payKey").isEnabled(), "pay")
    till.tap("dismiss_Chocolate cake")
    till.until(lambda: names(till) == [], "dismissed")
    till.tap("cancelOrder")
    till.tap("guestKey")
    till.tap("guest_Malee")
    till.tap("sheetClose")
    till.tap("tile_M")
    till.tap("suggest_Chocolate cake")
    till.until(lambda: "Chocolate cake" in till.line_names(), "taken")


def cut_off(till: TillDriver) -> list[str]:
    """Words of tiles and of suggestions that end in an ellipsis."""
    mine = ("tileLeft", "tileMore", "tileRange", "suggestionName", "suggestionWhy")
    return [
        str(item.property("text"))
        for item in scene.visible_items(till.window)
        if item.objectName() in mine and item.property("truncated")
    ]


@pytest.mark.parametrize("language", ["en", "th"])
def test_no_word_of_a_suggestion_or_under_a_wheel_is_cut_off_on_a_small_till(
    open_till: OpenTill, language: str
) -> None:
    store = FakeStore(sample_view(NOW), NOW)
    guest = store.guests.add("Malee", phone="0812345678")
    for visit in range(5):
        store.guests.bought(guest, CAKE if visit else SLICE, visit + 1)
    till = open_till(store)
    till.shell.use_locale(language)
    till.window.resize(1024, 768)
    till.sign_in()
    for name in ("guestKey", "guest_Malee", "sheetClose", "tile_M"):
        till.tap(name)
    till.until(lambda: till.shows("suggestionWhy") and till.shows("tileMore"), "both in sight")
    till.until(lambda: cut_off(till) == [], "every word whole")


def test_what_is_sold_out_is_not_suggested(open_till: OpenTill) -> None:
    view = sample_view(NOW)
    portions = {k: p for k, p in view.portions.items() if p.product_id != CAKE}
    store = FakeStore(replace(view, portions=MappingProxyType(portions)), NOW)
    guest = store.guests.add("Malee")
    for visit in range(5):
        store.guests.bought(guest, CAKE if visit else SLICE, visit + 1)
    till = open_till(store)
    till.sign_in()
    till.tap("guestKey")
    till.tap("guest_Malee")
    till.tap("sheetClose")
    till.tap("tile_M")
    till.until(lambda: till.item("payKey").isEnabled(), "pay")
    assert names(till) == []


def test_best_sellers_for_an_unknown_guest_but_not_what_is_avoided(open_till: OpenTill) -> None:
    store = FakeStore(sample_view(NOW), NOW)
    drink, cake = sample_id("product E4"), CAKE
    store.guests.orders = (frozenset({drink}),) * 6 + (frozenset({cake}),) * 4
    till = open_till(store)
    till.sign_in()
    till.tap("tile_M")
    till.until(lambda: names(till) == ["Chocolate cake", "Lime soda"] or len(names(till)) == 2, "")
    ticket = order_of(till)
    careful = replace(ticket, avoids=("egg",))
    store.feed.put((Entity.TICKET, ticket.id, careful))
    till.until(lambda: names(till) == ["Lime soda"], "without egg")


def test_a_guest_is_kept_by_an_explicit_yes_only(selling: TillDriver) -> None:
    guests = selling.store.guests
    selling.tap("guestKey")
    selling.tap("newGuest")
    write(selling, "enrolName", "Malee")
    assert not selling.item("saveGuest").isEnabled()
    selling.tap("consent_marketing")
    assert not selling.item("saveGuest").isEnabled()
    selling.tap("consent_profile")
    selling.tap("saveGuest")
    selling.until(lambda: selling.text("guestPoints") == "0 points", "record")
    (record,) = guests.known.values()
    assert record.has(ConsentKind.PROFILE) and record.has(ConsentKind.MARKETING)
    assert not record.has(ConsentKind.FEEDBACK)
    selling.tap("sheetClose")
    selling.tap("tile_M")
    selling.until(lambda: bool(order_of(selling) and order_of(selling).customer_id), "on ticket")
    assert order_of(selling).customer_id == record.id
    selling.tap("guestKey")
    selling.tap("removeGuest")
    selling.until(lambda: order_of(selling).customer_id is None, "off the ticket")


def test_points_pay_a_part_and_come_back(open_till: OpenTill) -> None:
    store = FakeStore(sample_view(NOW), NOW)
    store.guests.add("Malee", balance=250)
    till = open_till(store)
    till.sign_in()
    till.tap("tile_M")
    till.until(lambda: order_of(till) is not None, "ticket")
    full = order_of(till).total_minor
    till.tap("guestKey")
    till.tap("guest_Malee")
    till.tap("redeemKey")
    till.until(lambda: order_of(till).total_minor == full - 500, "one reward")
    till.tap("redeemKey")
    till.until(lambda: order_of(till).total_minor == full - 1000, "two rewards")
    till.until(lambda: not till.item("redeemKey").isEnabled(), "no third reward")
    lines = store.feed.known.lines_of(till.program.till._order.ticket_id)
    assert redeemed_minor(lines) == 1000
    till.tap("takeBackPoints")
    till.until(lambda: order_of(till).total_minor == full, "taken back")
    store.lose_link()
    till.tick()
    till.until(lambda: not till.item("redeemKey").isEnabled(), "never while offline")


def test_after_payment_an_unknown_guest_is_asked_once(selling: TillDriver) -> None:
    for answer in ("offerNo", "offerYes"):
        selling.tap("tile_M")
        selling.until(lambda: selling.item("payKey").isEnabled(), "pay")
        selling.tap("payKey")
        selling.tap("exactKey")
        selling.tap(answer)
        if answer == "offerNo":
            selling.until(lambda: not selling.shows("guestOffer"), "offer gone")
            assert selling.store.guests.known == {}
            selling.tap("nextOrder")
            continue
        selling.tap("newGuest")
        write(selling, "enrolName", "Malee")
        selling.tap("consent_profile")
        selling.tap("saveGuest")
        selling.until(lambda: bool(selling.store.guests.known), "kept")
        selling.until(lambda: balances(selling) == [last_total(selling) // 100], "points")
        assert not selling.shows("guestOffer")


def test_a_complaint_from_a_receipt(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: selling.item("payKey").isEnabled(), "pay")
    selling.tap("payKey")
    selling.tap("exactKey")
    selling.tap("nextOrder")
    selling.tap("rail_receipts")
    selling.tap("complain_1")
    selling.tap("complaintKind_price")
    selling.tap("complaintReason_0")
    selling.until(lambda: bool(selling.store.feed.known.complaints), "opened")
    (complaint,) = selling.store.feed.known.complaints.values()
    assert (complaint.kind, complaint.facts["name"]) == (ComplaintKind.PRICE, "Margherita")
    selling.until(lambda: not selling.shows("complaintLines"), "closed")

"""Purchase history and profile on a real store: what is kept, what it shows, what is gone."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from app.data.guests import guest_record
from app.data.store import PgStore
from app.domain.guest_policy import GuestPolicy
from app.domain.guests import GuestProfile, profile_of
from app.domain.people import Mode
from app.domain.place import Place, place_of
from app.domain.portion import Grade
from app.services.guest_export import export_text
from app.services.order_ports import PastChoice
from tests.conftest import MakeTerminal
from tests.data.test_choices import as_map, reserve
from tests.data.test_guests import approve, buy, enrol, everything, refused
from tests.support.seed import CABINET, PIZZA, TENTHS, SmallShop, Till, candidate, known_id

CORNERS = [known_id(f"portion {number}/{wedge}") for number in (1, 2) for wedge in (0, 4, 5, 9)]
"""Of two wholes of ten, five to a row."""


def in_rows_of(shop: SmallShop, per_row: int | None) -> None:
    """The tenths lie side by side, those that were cut already, too."""
    shop.query(
        "UPDATE wedge.portion_configurations SET per_row = %s WHERE portions_per_whole = 10",
        per_row,
    )
    shop.query("UPDATE wedge.wholes SET per_row = %s WHERE portions_per_whole = 10", per_row)


def rated(shop: SmallShop, ticket: UUID, stars: int) -> None:
    shop.query(
        "INSERT INTO wedge.ratings (id, ticket_id, about, stars, portion_codes)"
        " VALUES (gen_random_uuid(), %s, 'product', %s, '{}')", ticket, stars,
    )  # fmt: skip


def profile(record: dict[str, Any]) -> GuestProfile:
    purchases = guest_record(record).purchases
    return profile_of(purchases, datetime.now(UTC), GuestPolicy(), "Asia/Bangkok")


@pytest.mark.spec("FUL-09.4")
def test_five_corners_rated_five_are_a_preference_until_the_guest_is_erased(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Seen through the guest's record only, shown in the export, gone with the guest."""
    in_rows_of(small_store, 5)
    receipts = "SELECT id, total_minor, document FROM wedge.receipts ORDER BY number"
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        guest = enrol(till, "Unmistakable")
        for each in CORNERS[:5]:
            rated(small_store, buy(till, guest, each)[0], 5)
        record = office.call("guest_record", office.session, guest)
        found = profile(record)
        assert (found.place, found.grade, found.configuration) == (Place.CORNER, Grade.A, "1/10")
        assert "corner" in found.prefers
        exported = json.loads(export_text(guest_record(record), found))
        assert exported["profile"]["place"] == "corner"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            kitchen.call("guest_record", kitchen.session, guest)
        for link in (till.link, kitchen.link, office.link):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                link.execute("SELECT * FROM wedge.purchase_history")
        before = small_store.query(receipts)
        approval = approve(office, "erase_guest", {"customer_id": str(guest)}, small_store)
        assert office.act("erase_guest", guest, approval) == {"sales": 5}
        gone = refused(lambda: office.call("guest_record", office.session, guest))
        assert gone == "unknown_item"
    assert small_store.one("SELECT count(*) FROM wedge.purchase_history") == 0
    assert "Unmistakable" not in everything(small_store)
    after = small_store.query(receipts)
    assert after == before
    assert [total for _, total, _ in after] == [8900] * 5


def test_a_withdrawn_consent_ends_the_profile_and_its_preferences(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    in_rows_of(small_store, 5)
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        for each in CORNERS[:3]:
            buy(till, guest, each)
        assert profile(till.call("guest_record", till.session, guest)).place is Place.CORNER
        till.act("set_consent", guest, "profile", False)
        assert profile(till.call("guest_record", till.session, guest)) == GuestProfile()


@pytest.mark.spec("POS-06.6")
def test_the_history_has_what_was_bought_how_and_when(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """An A slice, reheated, on Friday 18:10; and an anonymous sale at the same moment."""
    in_rows_of(small_store, 5)
    options = [{"name": "Reheated", "price_minor": 500, "seconds": 60}, {"name": "Extra sauce"}]
    small_store.query(
        "UPDATE wedge.products SET preparations = %s WHERE id = %s", json.dumps(options), PIZZA
    )
    friday = datetime(2026, 3, 6, 18, 10, tzinfo=ZoneInfo("Asia/Bangkok"))
    with Till(make_terminal("One")) as till:
        guest, tickets = enrol(till, "Unmistakable"), [uuid4(), uuid4()]
        for ticket, customer, portion in zip(tickets, (guest, None), CORNERS[:2], strict=True):
            line = reserve(till, ticket, as_map(candidate(portion)))
            till.act("prepare_line", line, ["Reheated"], "")
            if customer:
                till.act("set_guest", ticket, customer)
            till.act("pay_cash", ticket, 9400, 9400)
        # The sale and the yes before it, as if they had been made on that Friday.
        small_store.query(
            "INSERT INTO wedge.consents (customer_id, kind, given, at)"
            " SELECT %s, 'profile', true, clock_timestamp()", guest,
        )  # fmt: skip
        small_store.query("ALTER TABLE wedge.consents DISABLE TRIGGER append_only")
        small_store.query("UPDATE wedge.consents SET at = %s", friday - timedelta(days=1))
        small_store.query("ALTER TABLE wedge.consents ENABLE TRIGGER append_only")
        small_store.query("UPDATE wedge.tickets SET paid_at = %s", friday)
        (bought,) = till.call("guest_record", till.session, guest)["purchases"]
    assert datetime.fromisoformat(bought.pop("at")) == friday
    assert bought == {
        "ticket_id": str(tickets[0]), "product_id": str(PIZZA), "name": "Margherita",
        "configuration": "1/10", "grade": "A", "quantity": 1, "unit_price_minor": 9400,
        "service": "counter", "place": "corner", "preparations": ["Reheated"], "weekday": 4,
        "hour": 18, "stars": None,
    }  # fmt: skip
    anonymous = "SELECT customer_id, points_earned FROM wedge.tickets WHERE id = %s"
    assert small_store.query(anonymous, tickets[1]) == [(None, None)]
    assert small_store.one("SELECT count(*) FROM wedge.purchase_history") == 1


def test_the_place_is_that_of_the_day_it_was_cut(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A way of cutting that changes afterwards changes no history; the next whole follows it."""
    in_rows_of(small_store, 5)
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        buy(till, guest, CORNERS[0], known_id("portion 1/1"))
        rows = "UPDATE wedge.portion_configurations SET per_row = %s WHERE portions_per_whole = 10"
        small_store.query(rows, None)
        record = till.call("guest_record", till.session, guest)
    assert sorted(each["place"] for each in record["purchases"]) == ["corner", "edge"]
    small_store.query(rows, 2)
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        whole = known_id("uncut")
        kitchen.act("cut_whole", whole, TENTHS, 10, CABINET, "B", 9.5, None)
    assert small_store.one("SELECT per_row FROM wedge.wholes WHERE id = %s", whole) == 2


def test_the_server_and_the_till_know_the_same_places(small_store: SmallShop) -> None:
    cuts = [(portions, rows) for portions in range(1, 17) for rows in (None, *range(1, 17))]
    for portions, per_row in cuts:
        if per_row is not None and portions % per_row:
            continue
        found = small_store.query(
            "SELECT wedge.place_in_whole(n, %s, %s) FROM generate_series(0, %s) n ORDER BY n",
            portions, per_row, portions,
        )  # fmt: skip
        expected = [place_of(wedge, portions, per_row) for wedge in range(portions + 1)]
        assert [place for (place,) in found] == expected, (portions, per_row)


def test_a_choice_keeps_which_preferences_counted_so_that_it_can_be_replayed(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        liked = as_map(candidate(CORNERS[0]), reason="preferred", prefers=["corner"])
        line = reserve(till, uuid4(), liked)
        reserve(till, uuid4(), as_map(candidate(CORNERS[1])))
    reason = "SELECT choice_reason FROM wedge.ticket_lines WHERE id = %s"
    assert small_store.one(reason, line) == "preferred"

    async def read() -> tuple[PastChoice, ...]:
        store = PgStore.open(make_terminal("Office", Mode.MANAGER), loop=asyncio.get_running_loop())
        try:
            today = datetime.now(ZoneInfo("Asia/Bangkok")).date()
            return (await store.decisions.past(today - timedelta(days=1), today)).choices
        finally:
            await store.aclose()

    assert [each.prefers for each in asyncio.run(read())] == [{"corner"}, frozenset()]

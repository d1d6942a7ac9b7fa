"""Other shops' prices: recorded whole or not at all, struck out, and read by the office only."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.catalogue import product_map
from app.data.pins import derive, verifier_of
from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.people import Mode, Session
from app.domain.prices.competitors import CompetitorPrice
from app.services.refusal import RefusalCode, Refused
from app.services.save_product import new_product_of
from app.ui.manager.rival_flags import price_flags
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.support.seed import PINS, SmallShop, Till, known_id

Loop = asyncio.AbstractEventLoop


class Office:
    """A back office with the manager at work."""

    def __init__(self, store: PgStore, loop: Loop) -> None:
        self.store, self.loop = store, loop
        until(loop, lambda: store.feed.view is not None)
        self.session: Session = self.wait(store.staff.sign_in(known_id("manager"), PINS["manager"]))

    def wait(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    @property
    def today(self) -> date:
        return self.store.feed.now().astimezone(UTC).date() - timedelta(days=1)

    def price(self, price_minor: int = 320, product: str = "pizza") -> CompetitorPrice:
        return CompetitorPrice(known_id(product), price_minor, self.today, "Corner Slice")

    def record(self, *prices: CompetitorPrice, request: UUID | None = None) -> int:
        return int(self.wait(self.store.competitors.record(
            self.session, request=request or new_id(), prices=prices)))  # fmt: skip

    def seen(self, days: int = 40) -> Any:
        return self.wait(self.store.competitors.seen(self.today - timedelta(days=days), 99_999))

    def sums(self) -> Any:
        """As the page asks: of the policy's thirty days."""
        return self.wait(self.store.competitors.sums(self.today - timedelta(days=30)))


@pytest.fixture
def office(make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop) -> Office:
    return Office(open_store(make_terminal("Office", Mode.MANAGER)), io_loop)


def test_what_was_seen_is_kept_with_date_origin_and_person(office: Office) -> None:
    one, other = office.price(300), office.price(340)
    assert office.record(one, other) == 2
    assert {each.price for each in office.seen()} == {one, other}
    assert {each.recorded_by for each in office.seen()} == {"The manager"}
    assert office.seen(days=-1) == ()


def test_one_faulty_row_keeps_all_out(office: Office, small_store: SmallShop) -> None:
    unknown = CompetitorPrice(uuid4(), 300, office.today, "Corner Slice")
    nameless = CompetitorPrice(known_id("pizza"), 300, office.today, "  ")
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    with pytest.raises(Refused) as refused:
        office.record(
            office.price(), unknown, office.price(0), nameless,
            CompetitorPrice(known_id("pizza"), 300, tomorrow, "Corner Slice"),
        )  # fmt: skip
    assert (refused.value.code, refused.value.detail) == (RefusalCode.BAD_PRICE, "2,3,4,5")
    assert small_store.one("SELECT count(*) FROM wedge.competitor_prices") == 0


def test_a_delivery_in_parts_counts_when_all_of_it_is_there(
    office: Office, small_store: SmallShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.data.competitors.PART_ROWS", 2)
    request = new_id()
    broken = [office.price(), office.price(), office.price(), office.price(-1)]
    with pytest.raises(Refused):
        office.record(*broken, request=request)
    assert small_store.one("SELECT count(*) FROM wedge.competitor_prices") == 2
    assert office.seen() == ()
    whole = [office.price(300 + n) for n in range(5)]
    again = new_id()
    assert office.record(*whole, request=again) == 5
    assert office.record(*whole, request=again) == 5
    assert len(office.seen()) == 5


def test_a_struck_one_counts_no_more(office: Office) -> None:
    office.record(office.price())
    (seen,) = office.seen()
    office.wait(office.store.competitors.strike(
        office.session, request=new_id(), price_id=seen.id))  # fmt: skip
    assert office.seen() == ()
    with pytest.raises(Refused) as refused:
        office.wait(office.store.competitors.strike(
            office.session, request=new_id(), price_id=seen.id))  # fmt: skip
    assert refused.value.code is RefusalCode.CHANGED


def test_a_till_neither_reads_nor_writes_them(make_terminal: MakeTerminal) -> None:
    record = "SELECT wedge.record_competitor_prices(NULL, NULL, NULL, '[]', true)"
    with psycopg.connect(make_terminal("One")) as till:
        for query in ("SELECT * FROM wedge.competitor_prices_seen", record):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                till.execute(query)
            till.rollback()


def test_ten_thousand_rows_are_in_within_seconds(office: Office) -> None:
    prices = [office.price(300 + n % 50) for n in range(10_000)]
    assert office.record(*prices) == 10_000
    assert len(office.seen()) == 10_000


@pytest.mark.spec("POS-R1.3")
@pytest.mark.parametrize(("own_minor", "flagged"), [(369, True), (368, False)])
def test_a_price_over_15_percent_above_the_mean_is_flagged_and_only_a_manager_takes_less(
    office: Office, small_store: SmallShop, make_terminal: MakeTerminal, own_minor: int,
    flagged: bool,
) -> None:  # fmt: skip
    pizza = known_id("pizza")
    small_store.query(
        "UPDATE wedge.products SET base_price_minor = %s, cost_minor = 100 WHERE id = %s",
        own_minor, pizza,
    )  # fmt: skip
    small_store.query(
        "UPDATE wedge.settings SET document = jsonb_set(document, '{pricing,rounding_minor}', '1')"
    )
    until(office.loop, lambda: _own_minor(office) == own_minor)
    month_ago = office.today - timedelta(days=31)
    old = CompetitorPrice(pizza, 100, month_ago, "Corner Slice")
    office.record(office.price(300), office.price(340), old)
    view = office.store.feed.view
    assert view is not None
    flags = price_flags(view, office.sums())
    if not flagged:
        assert flags == {}
        return
    (flag,) = flags.values()
    assert (int(flag.mean_minor), flag.entries, flag.proposed_minor) == (320, 2, 368)
    new = replace(new_product_of(view.products[pizza]), base_price_minor=flag.proposed_minor)
    with Till(make_terminal("One")) as till, pytest.raises(psycopg.errors.InsufficientPrivilege):
        till.call("save_product", till.session, uuid4(), json.dumps(product_map(new)))
    office.wait(office.store.catalogue.save_product(office.session, request=new_id(), product=new))
    until(office.loop, lambda: _own_minor(office) == 368)
    later = office.store.feed.view
    assert later is not None
    assert price_flags(later, office.sums()) == {}


@pytest.mark.spec("POS-R1.3")
def test_food_safety_changes_what_food_is_and_not_what_it_costs(
    office: Office, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    boss, pin = known_id("food safety"), "4321"
    small_store.query(
        "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
        " VALUES (%s, 'Safe', 'food_safety_manager', %s, %s) RETURNING id",
        boss, boss.bytes, verifier_of(derive(pin, boss.bytes)),
    )  # fmt: skip
    view = office.store.feed.view
    assert view is not None
    product = new_product_of(view.products[known_id("pizza")])
    with Till(make_terminal("Second office", Mode.MANAGER), "manager") as till:
        till.session = UUID(till.call("sign_in", boss, derive(pin, boss.bytes))["id"])
        cheaper = replace(product, base_price_minor=product.base_price_minor - 100)
        with pytest.raises(psycopg.Error, match="not_permitted"):
            till.act("save_product", json.dumps(product_map(cheaper)))
        dearer = replace(product, cost_minor=product.cost_minor + 1)
        with pytest.raises(psycopg.Error, match="not_permitted"):
            till.act("save_product", json.dumps(product_map(dearer)))
        fish = replace(product, allergens=frozenset({"fish"}))
        till.act("save_product", json.dumps(product_map(fish)))
    stored = small_store.query("SELECT base_price_minor, allergens FROM wedge.products"
                               " WHERE id = %s", known_id("pizza"))  # fmt: skip
    assert stored == [(product.base_price_minor, ["fish"])]


def _own_minor(office: Office) -> int:
    view = office.store.feed.view
    assert view is not None
    return view.products[known_id("pizza")].base_price_minor

"""Cake from the cold: 72 hours after the cut, to the minute, and nobody makes it 73."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from app.services.policy_codec import to_document
from app.services.refusal import RefusalCode, Refused
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_catalogue import CAKE
from tests.data.test_catalogue import Office as Catalogue
from tests.data.test_feed import until
from tests.data.test_policies import Office, add_chief
from tests.data.test_reservation import hint
from tests.data.test_sale_clocks import change
from tests.support.seed import (
    CABINET,
    PIZZA,
    PRICE_MINOR,
    TENTHS,
    SmallShop,
    Till,
    candidate,
    known_id,
)

HOUR = 3600
LEFT = "SELECT expires_at - cut_at FROM wedge.portions WHERE id = %s"


def cold_shop(shop: SmallShop) -> None:
    """The seeded cabinet cools, and its food keeps 72 hours after the cut."""
    shop.query("UPDATE wedge.holding_units SET kind = 'cold', min_temperature_mc = NULL")
    shop.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
               " VALUES (%s, 3000)", CABINET)  # fmt: skip
    shop.query("UPDATE wedge.products SET after_cut_limit_s = %s WHERE id = %s", 72 * HOUR, PIZZA)
    shop.query("UPDATE wedge.wholes SET expires_at = expires_at + interval '9 days'"
               " WHERE id = %s", known_id("uncut"))  # fmt: skip


def at(shop: SmallShop, portions: list[UUID], since_cut: timedelta) -> None:
    """It is so long after the cut: 71:59 is 08:59 of the fourth day. Looked at just now."""
    change(
        shop,
        "expires_at = clock_timestamp() - %s + (expires_at - cut_at),"
        " cut_at = clock_timestamp() - %s, inspected_at = clock_timestamp(),"
        " inspected_score = 9.5 WHERE id = ANY (%s) AND state <> 'served'",
        since_cut, since_cut, portions,
    )  # fmt: skip


@pytest.mark.spec("BR-05.3")
def test_it_is_sold_at_08_59_of_the_fourth_day_and_not_at_09_01(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Any
) -> None:
    cold_shop(small_store)
    add_chief(small_store)
    office = Office(open_store(make_terminal("Office", Mode.MANAGER)), io_loop)
    view = office.store.feed.view
    assert view is not None
    assert view.settings.food.shelf_life.removal_lead_cold == timedelta(hours=2)
    lead = replace(view.settings.food.shelf_life, removal_lead_cold=timedelta(0))
    office.change("food.shelf_life", to_document(lead))
    minute = timedelta(minutes=1)
    with (
        Till(make_terminal("T")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        made = kitchen.act("cut_whole", known_id("uncut"), TENTHS, 10, CABINET, "B", 9.5, None)
        one, two, three, *_ = cake = [UUID(each) for each in made["ids"]]
        assert small_store.one(LEFT, one) == timedelta(hours=72)
        small_store.query("UPDATE wedge.wholes SET checks_missing = '{}'")

        def take(portion: UUID, ticket: UUID) -> Any:
            epoch = small_store.one("SELECT epoch FROM wedge.portions WHERE id = %s", portion)
            return till.reserve(ticket, replace(candidate(portion), epoch=epoch))

        at(small_store, cake, timedelta(hours=72) - minute)  # 4 May 08:59
        sold, held = uuid4(), uuid4()
        take(one, sold)
        assert "receipt_id" in till.act("pay_cash", sold, PRICE_MINOR, PRICE_MINOR)
        take(two, held)
        at(small_store, cake, timedelta(hours=72) + minute)  # 4 May 09:01
        with pytest.raises(psycopg.Error) as refused:
            take(three, uuid4())
        assert hint(refused.value) == "portion_expired"
        # Held since 08:59 it is not paid either: the line goes.
        paid = till.act("pay_cash", held, PRICE_MINOR, PRICE_MINOR)
        assert paid["refused"] == "portion_expired"
        state = "SELECT state FROM wedge.portions WHERE id = %s"
        assert [small_store.one(state, each) for each in (one, two)] == ["committed", "available"]


@pytest.mark.spec("BR-05.3")
def test_seventy_three_hours_are_refused_and_fewer_hold_at_once(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Any
) -> None:
    """As a rule by an approved change, straight at the server, and as a product's own limit."""
    cold_shop(small_store)
    add_chief(small_store)
    office = Office(open_store(make_terminal("Office", Mode.MANAGER)), io_loop)
    view = office.store.feed.view
    assert view is not None
    rules = view.settings.food.jurisdiction
    longer = to_document(replace(rules, cold_after_cut_limit=timedelta(hours=73)))
    why = "food.jurisdiction: safety_limit_relaxed cold_after_cut_limit"
    with pytest.raises(Refused) as error:
        office.change("food.jurisdiction", longer)
    assert (error.value.code, error.value.detail) == (RefusalCode.BAD_POLICY, why)
    with Till(make_terminal("Raw", Mode.MANAGER), "manager") as raw:
        approval = office.approval("food.jurisdiction", longer)
        with pytest.raises(psycopg.Error) as refused:
            raw.act("change_policy", "food.jurisdiction", json.dumps(longer), "longer", approval)
        assert (hint(refused.value), refused.value.diag.message_detail) == ("bad_policy", why)
    assert small_store.one("SELECT count(*) FROM wedge.settings") == 1
    menu = Catalogue(small_store, open_store(make_terminal("Menu", Mode.MANAGER)), io_loop)
    said = menu.refusal(replace(CAKE, after_cut_limit_s=73 * HOUR))
    assert said == (RefusalCode.SAFETY_LIMIT, {"after_cut_limit", str(72 * HOUR)})
    menu.save(replace(CAKE, after_cut_limit_s=72 * HOUR))
    with pytest.raises(psycopg.Error) as refused:
        small_store.query("UPDATE wedge.products SET after_cut_limit_s = %s", 72 * HOUR + 1)
    assert hint(refused.value) == "safety_limit"
    # Shorter is allowed, and what is cut by then ends by it.
    shorter = replace(rules, cold_after_cut_limit=timedelta(hours=48))
    office.change("food.jurisdiction", to_document(shorter))
    until(io_loop, lambda: office.store.feed.view.settings.food.jurisdiction.version == 2)  # type: ignore[union-attr]
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", known_id("uncut"), TENTHS, 10, CABINET, "B", 9.5, None)
    assert small_store.one(LEFT, UUID(made["ids"][0])) == timedelta(hours=48)

"""What a refund takes from a guest and gives back: points and history (docs/refunds.md)."""

import json
from uuid import uuid4

from tests.conftest import MakeTerminal
from tests.data.test_guests import buy, enrol
from tests.support.refunds import (
    FIRST,
    SECOND,
    THIRD,
    give_back,
    limit,
    lines_of,
    price,
    sell,
    sound,
)
from tests.support.seed import SmallShop, Till, candidate, portion_ids


def test_points_follow_the_money_back(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    """13.20 gives 13 points; with 4.40 back the points of 8.80 are left: 8 (POS-06.5)."""
    limit(small_store)
    price(small_store, 440)
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        ticket = sell(till, *((p, 440) for p in (FIRST, SECOND, THIRD)), base=440, guest=guest)
        balance = "SELECT balance FROM wedge.point_balance(%s)"
        assert small_store.one(balance, guest) == 13
        lines = lines_of(small_store, ticket)
        assert give_back(till, ticket, {"line_id": lines[0]})["points_taken"] == 5
        assert small_store.one(balance, guest) == 8
        record = till.call("guest_record", till.session, guest)
        assert (record["balance"], record["points"][-1]["points"]) == (8, -5)
        # The rest in two parts: no points are left, and none is owed.
        give_back(till, ticket, {"line_id": lines[1], "amount_minor": 1}, {"line_id": lines[2]})
        give_back(till, ticket, {"line_id": lines[1]})
    assert small_store.query("SELECT * FROM wedge.point_balance(%s)", guest) == [(0, 0)]
    sound(small_store)


def test_spent_points_come_back_with_the_money_of_each_line(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Points paid a part of one line: each line gives back its own money, all points at the end."""
    limit(small_store)
    price(small_store, 400)
    balance = "SELECT balance FROM wedge.point_balance(%s)"
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        small_store.query("SET wedge.bulk = 'on'")
        earlier = sell(till, (THIRD, 400), base=400, guest=guest)
        small_store.query(
            "INSERT INTO wedge.point_entries (customer_id, ticket_id, kind, points, owed,"
            " policy_version) VALUES (%s, %s, 'return', 96, 0, 1)", guest, earlier,
        )  # fmt: skip
        ticket = uuid4()
        for portion in (FIRST, SECOND):
            till.reserve(ticket, candidate(portion, price_minor=400, base_minor=400))
        till.act("set_guest", ticket, guest)
        first, second = lines_of(small_store, ticket)
        till.act(
            "redeem_points", ticket,
            json.dumps([{"line_id": str(first), "amount_minor": 100}]),
        )  # fmt: skip
        till.act("pay_cash", ticket, 700, 700)
        # 100 - 20 spent + 7 earned.
        assert small_store.one(balance, guest) == 87
        assert give_back(till, ticket, {"line_id": second})["amount_minor"] == 400
        assert give_back(till, ticket, {"line_id": first})["amount_minor"] == 300
    assert small_store.query("SELECT * FROM wedge.point_balance(%s)", guest) == [(100, 0)]
    assert small_store.one("SELECT sum(points) FROM wedge.refunds") == 13
    sound(small_store)


def test_a_guest_named_after_a_refund_gets_points_for_the_rest(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST, water=1)
        _pizza, water = lines_of(small_store, ticket)
        give_back(till, ticket, {"line_id": water})
        guest = enrol(till)
        till.act("set_guest", ticket, guest)
    assert small_store.query("SELECT * FROM wedge.point_balance(%s)", guest) == [(89, 0)]


def test_a_point_per_portion_falls_with_each_portion(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    small_store.query(
        "UPDATE wedge.settings SET document = document || jsonb_build_object('loyalty',"
        ' \'{"basis": "portions", "reward_points": 10}\'::jsonb)'
    )
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        ticket, _ = buy(till, guest, *portion_ids()[:10])
        lines = lines_of(small_store, ticket)
        give_back(till, ticket, {"line_id": lines[0], "amount_minor": 100})
        balance = "SELECT balance FROM wedge.point_balance(%s)"
        assert small_store.one(balance, guest) == 10
        give_back(till, ticket, {"line_id": lines[0]})
        assert small_store.one(balance, guest) == 9


def test_what_came_back_is_not_a_guests_purchase(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        ticket, _ = buy(till, guest, FIRST, SECOND)
        first, _ = lines_of(small_store, ticket)
        give_back(till, ticket, {"line_id": first, "goods": "discarded"})
        assert len(till.call("guest_record", till.session, guest)["purchases"]) == 1

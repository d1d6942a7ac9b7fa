"""What a till with a bad program, or two odd wishes in a row, must not get from the server."""

import json
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.looked_at import Shop
from tests.data.test_fallen_in_order import look, offered, reduced, refunded, settle
from tests.data.test_guests import enrol
from tests.data.test_own_size import approval
from tests.data.test_prices import set_pricing
from tests.data.test_recovery import another, rules
from tests.support.refunds import give_back, limit, sound
from tests.support.seed import PRICE_MINOR as PRICE
from tests.support.seed import SmallShop, Till, candidate, known_id

FIRST, SECOND, OTHER, ANOTHER = (
    known_id(f"portion {each}") for each in ("1/0", "1/1", "2/0", "2/1")
)


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)


def sized(shop: Shop, asked_mg: int, pay: bool = True) -> tuple[UUID, UUID, int]:
    """An order of one portion of 120 g in the guest's own size."""
    ticket, line = uuid4(), uuid4()
    shop.till.reserve(ticket, candidate(FIRST), line=line)
    price = shop.till.act("ask_size", line, asked_mg)["price_minor"]
    shop.till.act("approve_size", line, approval(shop.till, line, asked_mg, price))
    if pay:
        shop.till.act("pay_cash", ticket, price, price)
    return ticket, line, price


def states(shop: Shop, *portions: UUID) -> list[str]:
    return [shop.portion(each)[0] for each in portions]


def test_a_line_that_falls_twice_pays_back_no_more_than_the_difference(shop: Shop) -> None:
    """Sold at 89; taken at 79, then at 69: 20 go back in all, not 10 and 20."""
    _, line = shop.sell()
    look(shop, FIRST, 8.5, {})
    settle(shop, line, "accept_lower", reduced(FIRST, "B", PRICE - 1000))
    assert refunded(shop, line) == 1000
    look(shop, FIRST, 7.5, {})
    said = settle(shop, line, "accept_lower", reduced(FIRST, "C", PRICE - 2000))
    assert said["refunded_minor"] == 1000
    assert refunded(shop, line) == 2000


def test_what_was_paid_back_already_does_not_keep_an_order_from_being_settled(shop: Shop) -> None:
    """80 of 89 went back for another reason; the lower grade is 20 cheaper: only 9 are left."""
    limit(shop.small)
    ticket, line = shop.sell()
    give_back(shop.till, ticket, {"line_id": line, "amount_minor": PRICE - 900})
    look(shop, FIRST, 8.5, {})
    said = settle(shop, line, "accept_lower", reduced(FIRST, "B", PRICE - 2000))
    assert said["refunded_minor"] == 900
    assert refunded(shop, line) == PRICE
    sound(shop.small)


def test_an_entitled_refund_is_never_another_ones_id(shop: Shop) -> None:
    """Money that was paid back before is no second remedy, and no answer about another line."""
    limit(shop.small)
    ticket, line = shop.sell()
    first = uuid4()
    give_back(shop.till, ticket, {"line_id": line, "amount_minor": 100}, refund=first)
    complaint = uuid4()
    shop.till.act("open_complaint", complaint, line, "quality", "Cold", 9.0)
    again = shop.refused(lambda: shop.till.act("give_refund", first, complaint, None))
    assert again[0] == "not_permitted"
    look(shop, FIRST, 6.0, {}, causes=["age"])
    again = shop.refused(
        lambda: shop.till.act("settle_line", line, "refund", "[]", "age", "", first)
    )
    assert again[0] == "not_permitted"


def replacement(shop: Shop, line: UUID, portion: UUID) -> UUID:
    """Complain about a line and get another portion; its line."""
    complaint, new = uuid4(), uuid4()
    shop.till.act("open_complaint", complaint, line, "quality", "Cold", 8.0)
    shop.till.act("give_replacement", uuid4(), complaint, uuid4(), new,
                  json.dumps([another(portion, 9.0)]), None)  # fmt: skip
    return new


def test_a_replacement_of_a_replacement_is_the_second_of_its_order(shop: Shop) -> None:
    rules(shop.small, limit_minor=100_000)
    _, line = shop.sell()
    new = replacement(shop, line, OTHER)
    assert shop.refused(lambda: replacement(shop, new, ANOTHER))[0] == "approval_needed"
    assert states(shop, ANOTHER) == ["available"]


def test_an_own_size_that_comes_back_takes_its_parts_with_it(shop: Shop) -> None:
    limit(shop.small)
    set_pricing(shop.small, rounding_minor=1)
    ticket, line, price = sized(shop, 240_000)
    parts = shop.small.query("SELECT id FROM wedge.portions WHERE part_of = %s", line)
    assert len(parts) == 1
    done = give_back(shop.till, ticket, {"line_id": line, "goods": "discarded"})
    assert done["amount_minor"] == price
    assert states(shop, FIRST, parts[0][0]) == ["wasted", "wasted"]
    wasted = shop.small.one("SELECT count(*) FROM wedge.waste")
    assert (wasted, shop.small.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket)) == (
        2, "closed",
    )  # fmt: skip
    sound(shop.small)


def test_an_own_size_was_cut_and_is_not_put_back(shop: Shop) -> None:
    limit(shop.small)
    set_pricing(shop.small, rounding_minor=1)
    ticket, line, _ = sized(shop, 60_000)
    said = shop.refused(
        lambda: give_back(shop.till, ticket, {"line_id": line, "goods": "put_back"})
    )
    assert said[0] == "refund_goods"


def test_a_stand_in_for_an_own_size_that_is_not_paid_has_the_size_and_its_price(
    shop: Shop,
) -> None:
    set_pricing(shop.small, rounding_minor=1)
    ticket, line, price = sized(shop, 180_000, pay=False)
    assert price == 13_350
    look(shop, FIRST, 6.0, {line: [offered(OTHER)]}, causes=["damage"])
    found = shop.small.query(
        "SELECT portion_id, asked_mg, weight_mg, unit_price_minor FROM wedge.ticket_lines"
        " WHERE id = %s", line,
    )  # fmt: skip
    assert found == [(OTHER, 180_000, 180_000, price)]
    shop.till.act("pay_cash", ticket, price, price)
    assert shop.small.query("SELECT * FROM wedge.check_weights()") == []


def test_parts_of_a_line_whose_own_portion_fell_end_with_the_hold(shop: Shop) -> None:
    set_pricing(shop.small, rounding_minor=1)
    _, line, _ = sized(shop, 240_000, pay=False)
    look(shop, FIRST, 6.0, {}, causes=["damage"])
    shop.small.query(
        "UPDATE wedge.portions SET reserved_until = clock_timestamp() WHERE state = 'reserved'"
    )
    for _ in range(3):
        shop.till.call("heartbeat")
    assert shop.small.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 0
    told = "SELECT count(*) FROM wedge.journal WHERE action = 'hold expired'"
    assert shop.small.one(told) == 1
    assert shop.small.one("SELECT voided FROM wedge.ticket_lines WHERE id = %s", line)


def test_a_guest_is_named_after_a_line_was_put_back(shop: Shop) -> None:
    limit(shop.small)
    ticket = uuid4()
    lines = [uuid4(), uuid4()]
    for portion, line in zip((FIRST, SECOND), lines, strict=True):
        shop.till.reserve(ticket, candidate(portion), line=line)
    shop.till.act("pay_cash", ticket, 2 * PRICE, 2 * PRICE)
    give_back(shop.till, ticket, {"line_id": lines[0], "goods": "put_back"})
    give_back(shop.till, ticket, {"line_id": lines[1], "goods": "put_back"})
    guest = enrol(shop.till)
    shop.till.act("set_guest", ticket, guest)
    assert shop.till.call("guest_record", shop.till.session, guest)["balance"] == 0


def test_points_are_worth_no_more_in_a_larger_size(shop: Shop) -> None:
    """Points paid 10; at twice the size they would have paid 20."""
    set_pricing(shop.small, rounding_minor=1)
    guest = enrol(shop.till)
    earned, line = uuid4(), uuid4()
    for portion in (OTHER, ANOTHER):
        shop.till.reserve(earned, candidate(portion))
    shop.till.act("set_guest", earned, guest)
    shop.till.act("pay_cash", earned, 2 * PRICE, 2 * PRICE)
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST), line=line)
    shop.till.act("set_guest", ticket, guest)
    cuts = json.dumps([{"line_id": str(line), "amount_minor": 500}])
    shop.till.act("redeem_points", ticket, cuts)
    said = shop.refused(lambda: shop.till.act("ask_size", line, 240_000))
    assert said == ("bad_price", "reduced already")


def seen_again(shop: Shop, portion: UUID) -> None:
    """It fell for its score alone, and a second look finds it good."""
    look(shop, portion, 6.0, {}, causes=["age"])
    assert states(shop, portion) == ["quarantined"]
    look(shop, portion, 9.5, {})


def test_what_was_blocked_in_an_order_and_is_good_after_all_is_still_its_guests(
    shop: Shop,
) -> None:
    ticket, line = shop.sell()
    seen_again(shop, FIRST)
    assert states(shop, FIRST) == ["committed"]
    shop.kitchen.act("verify_line", line, None)
    shop.kitchen.act("serve_ticket", ticket)
    held = uuid4()
    # Its sibling's bad look was one at the lot: it has to be seen itself before it is sold.
    look(shop, SECOND, 9.5, {})
    shop.till.reserve(held, candidate(SECOND))
    seen_again(shop, SECOND)
    assert states(shop, SECOND) == ["reserved"]
    shop.till.act("pay_cash", held, PRICE, PRICE)


def test_what_was_paid_back_and_is_good_after_all_is_sold_again(shop: Shop) -> None:
    _, line = shop.sell()
    look(shop, FIRST, 6.0, {}, causes=["age"])
    settle(shop, line, "refund")
    look(shop, FIRST, 9.5, {})
    epoch = shop.small.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST, epoch))
    shop.till.act("pay_cash", ticket, PRICE, PRICE)
    sound(shop.small)

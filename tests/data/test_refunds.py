"""Refunds on a real store: exact, once, with receipt, tax, points and goods (docs/refunds.md)."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.refunds import line_map, sale_of
from app.domain.people import Mode
from app.domain.refund import RefundLine, plan, tax_back
from app.domain.tax import included_tax_minor
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import settle
from tests.data.test_guests import buy, refused
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
from tests.support.seed import DRINK, SmallShop, Till, candidate, known_id


def test_a_line_is_paid_back_with_a_receipt_of_its_own(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST, water=1)
        pizza, _water = lines_of(small_store, ticket)
        done = give_back(till, ticket, {"line_id": pizza, "goods": "discarded"})
        assert (done["amount_minor"], done["tax_minor"], done["receipt_number"]) == (8900, 582, 2)
        first_job = till.call("claim_job")
        till.call("finish_job", first_job["id"], None)
        assert till.call("claim_job") is not None
    paper = small_store.one("SELECT document FROM wedge.receipts WHERE number = 2")
    assert (paper["total_minor"], paper["tax_minor_by_rate_bp"]) == (-8900, [[700, -582]])
    assert (paper["refund_of_register"], paper["refund_of_number"]) == ("One", 1)
    assert (paper["reason"], paper["lines"][0]["portion_code"]) == ("Cold", "P-100")
    wasted = small_store.query("SELECT portion_id, cause FROM wedge.waste")
    assert wasted == [(FIRST, "returned: Cold")]
    assert small_store.one("SELECT state FROM wedge.portions WHERE id = %s", FIRST) == "wasted"
    # The drink was handed over, the pizza is not to be made any more: the order is done.
    assert small_store.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket) == "closed"
    entry = small_store.one("SELECT body FROM wedge.journal WHERE action = 'refund'")
    assert (entry["amount_minor"], entry["refund_of"], entry["reason"]) == (8900, "One-1", "Cold")
    sound(small_store)


@pytest.mark.spec("FUL-I.2")
def test_exactly_what_a_portion_was_paid_goes_back_and_only_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    price(small_store, 400)
    with Till(make_terminal("One")) as till:
        ticket = sell(till, (FIRST, 400), (SECOND, 300), base=400)
        dear, cheap = lines_of(small_store, ticket)
        assert give_back(till, ticket, {"line_id": cheap})["amount_minor"] == 300
        assert refused(lambda: give_back(till, ticket, {"line_id": cheap})) == "refunded_already"
        sale = till.call(
            "refundable_sale", till.session, small_store.one("SELECT id FROM wedge.receipts"
            " WHERE refund_of IS NULL"),
        )  # fmt: skip
    left = {line["portion_code"]: line["refunded_minor"] for line in sale["lines"]}
    assert left == {"P-100": 0, "P-101": 300}
    items = small_store.query("SELECT portion_id, amount_minor FROM wedge.refund_items")
    assert items == [(SECOND, 300)]
    assert small_store.one("SELECT refunded_minor FROM wedge.ticket_lines WHERE id=%s", dear) == 0
    sound(small_store)


@pytest.mark.spec("POS-R4.1")
def test_tax_goes_back_at_the_rate_of_the_sale_after_the_rate_changed(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Three at 3.33 with 10 % included: 0.91 of tax; the refund uses 10 % though it is 20 % now."""
    limit(small_store)
    price(small_store, 333)
    with Till(make_terminal("One")) as till:
        ticket = sell(till, *((p, 333) for p in (FIRST, SECOND, THIRD)), base=333)
        assert small_store.one("SELECT tax_minor FROM wedge.receipts") == 91
        price(small_store, 333, rate_bp=2000)
        backs = [
            give_back(till, ticket, {"line_id": line}) for line in lines_of(small_store, ticket)
        ]
    assert [each["tax_minor"] for each in backs] == [30, 31, 30]
    papers = small_store.query(
        "SELECT document -> 'tax_minor_by_rate_bp' FROM wedge.receipts"
        " WHERE refund_of IS NOT NULL ORDER BY number"
    )
    assert [paper for (paper,) in papers] == [[[1000, -30]], [[1000, -31]], [[1000, -30]]]
    assert small_store.one("SELECT sum(tax_minor) FROM wedge.receipts") == 0
    assert small_store.one("SELECT sum(total_minor) FROM wedge.receipts") == 0


def test_a_part_of_a_price_goes_back_and_the_guest_keeps_the_portion(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A lower grade was accepted: 0.40 of 4.00; the rest is all that can follow."""
    price(small_store, 400)
    with Till(make_terminal("One")) as till:
        ticket = sell(till, (FIRST, 400), base=400)
        (line,) = lines_of(small_store, ticket)
        part = {"line_id": line, "amount_minor": 40}
        assert give_back(till, ticket, part, reason="Grade B")["amount_minor"] == 40
        assert refused(lambda: give_back(till, ticket, {**part, "amount_minor": 361})) == (
            "refund_too_much"
        )
        discarded = {**part, "goods": "discarded"}
        assert refused(lambda: give_back(till, ticket, discarded)) == "refund_goods"
        assert give_back(till, ticket, {"line_id": line})["amount_minor"] == 360
    states = "SELECT kitchen_state, taken_back_at FROM wedge.ticket_lines"
    assert small_store.query(states) == [("queued", None)]
    assert small_store.one("SELECT state FROM wedge.portions WHERE id = %s", FIRST) == "committed"
    sound(small_store)


def test_pieces_of_a_plain_line_go_back_one_by_one(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, water=3)
        (line,) = lines_of(small_store, ticket)
        one = {"line_id": line, "quantity": 1, "goods": "discarded"}
        assert [give_back(till, ticket, one)["amount_minor"] for _ in range(3)] == [2000] * 3
        assert refused(lambda: give_back(till, ticket, one)) == "refunded_already"
    paper = small_store.one("SELECT document -> 'lines' -> 0 FROM wedge.receipts WHERE number = 2")
    assert (paper["quantity"], paper["unit_price_minor"]) == (1, 2000)
    sound(small_store)


def test_what_was_handed_over_never_comes_back_on_sale(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        kitchen_url = make_terminal("Kitchen", Mode.KDS)
        ticket, _ = buy(till, None, FIRST, SECOND)
        first, second = lines_of(small_store, ticket)
        small_store.query(
            "UPDATE wedge.ticket_lines SET kitchen_state = 'served', served_at = now()"
            " WHERE ticket_id = %s", ticket,
        )  # fmt: skip
        small_store.query("UPDATE wedge.portions SET state = 'served' WHERE ticket_id = %s", ticket)
        small_store.query(
            "UPDATE wedge.tickets SET state = 'closed', served_at = now() WHERE id = %s", ticket
        )
        back = {"line_id": first, "goods": "put_back"}
        assert refused(lambda: give_back(till, ticket, back)) == "refund_goods"
        # Thrown away only through a refund, never by hand.
        with pytest.raises(psycopg.errors.CheckViolation):
            small_store.query("UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL"
                              " WHERE id = %s", SECOND)  # fmt: skip
        give_back(till, ticket, {"line_id": first, "goods": "discarded"})
        assert refused(lambda: till.reserve(uuid4(), candidate(FIRST, epoch=2))) == "gone"
        with pytest.raises(psycopg.errors.CheckViolation):
            small_store.query("UPDATE wedge.portions SET state = 'available' WHERE id = %s", FIRST)
        with Till(kitchen_url, "kitchen") as kitchen:
            kitchen.act("recall_ticket", ticket)
    lines = "SELECT kitchen_state FROM wedge.ticket_lines WHERE id = %s"
    assert small_store.one(lines, second) == "verified"
    assert small_store.one(lines, first) == "none"
    sound(small_store)


def test_what_never_left_the_counter_is_free_again(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST, SECOND)
        first, _ = lines_of(small_store, ticket)
        give_back(till, ticket, {"line_id": first, "goods": "put_back"}, reason="Changed mind")
        epoch = small_store.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
        again = uuid4()
        till.reserve(again, candidate(FIRST, epoch=epoch))
        till.act("pay_cash", again, 8900, 8900)
    sold = "SELECT ticket_id, portion_code, portion_id FROM wedge.ticket_lines ORDER BY ticket_id"
    assert {(t, code, portion) for t, code, portion in small_store.query(sold)} == {
        (ticket, "P-100", None), (ticket, "P-101", SECOND), (again, "P-100", FIRST),
    }  # fmt: skip
    assert small_store.one("SELECT count(*) FROM wedge.waste") == 0
    assert small_store.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket) == "paid"
    sound(small_store)


def test_the_days_figures_are_net_of_refunds(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:
    """Total, tax, portions, hours, products, expected cash; a refund counts when it was."""
    limit(small_store)
    office = open_store(make_terminal("Office", Mode.MANAGER))
    settle(io_loop, office, small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST, SECOND, THIRD, water=3)
        first, second, third, water = lines_of(small_store, ticket)
        give_back(
            till, ticket, {"line_id": first, "goods": "discarded"},
            {"line_id": second, "amount_minor": 900}, {"line_id": third, "goods": "put_back"},
            {"line_id": water, "quantity": 2, "goods": "discarded"},
        )  # fmt: skip
    zone = "SELECT (now() AT TIME ZONE 'Asia/Bangkok')::date"
    day = io_loop.run_until_complete(office.reports.day(small_store.one(zone)))
    kept = 3 * 8900 + 3 * 2000 - 2 * 8900 - 900 - 2 * 2000
    assert (day.total_minor, day.cash_minor, day.receipts) == (kept, kept, 1)
    assert (day.refunds, day.refunded_minor) == (1, 2 * 8900 + 900 + 2 * 2000)
    assert (day.portions_sold, day.portions_wasted) == (1, 1)
    assert day.tax_minor == included_tax_minor(kept, 700)
    assert sum(hour.total_minor for hour in day.by_hour) == kept
    assert sum(hour.portions for hour in day.by_hour) == 1
    products = {each.name: (each.quantity, each.total_minor) for each in day.by_product}
    assert products == {"Margherita": (1, 8000), "Water": (1, 2000)}
    found = io_loop.run_until_complete(office.reports.refunds(day.day, day.day))
    sums = [(each.reason, each.product, each.person, each.amount_minor) for each in found]
    assert sums == [
        ("Cold", "Margherita", "The cashier", 2 * 8900 + 900),
        ("Cold", "Water", "The cashier", 4000),
    ]
    # A refund of another day changes that day, not the day of the sale.
    small_store.query("ALTER TABLE wedge.refunds DISABLE TRIGGER append_only")
    small_store.query("UPDATE wedge.refunds SET at = at + interval '1 day'")
    today = io_loop.run_until_complete(office.reports.day(day.day))
    assert (today.total_minor, today.refunds) == (3 * 8900 + 3 * 2000, 0)
    tomorrow = io_loop.run_until_complete(office.reports.day(day.day + timedelta(days=1)))
    assert (tomorrow.total_minor, tomorrow.cash_minor) == (-day.refunded_minor,) * 2


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_the_store_pays_back_what_the_domain_says(
    small_store: SmallShop, make_terminal: MakeTerminal, data: st.DataObject
) -> None:
    """Two rates, any parts in any order: every amount and tax of the two is the same."""
    limit(small_store)
    second = known_id("a second drink")
    for key, rate, minor in ((DRINK, 700, 333), (second, 1900, 1111)):
        small_store.query(
            "INSERT INTO wedge.products (id, code_prefix, name, kind, base_price_minor,"
            " cost_minor, tax_rate_bp, allergens, active)"
            " VALUES (%s, 'E', %s, 'plain', %s, 1, %s, '{}', true)"
            " ON CONFLICT (id) DO UPDATE SET base_price_minor = excluded.base_price_minor,"
            " tax_rate_bp = excluded.tax_rate_bp", key, f"Drink {rate}", minor, rate,
        )  # fmt: skip
    counts = [data.draw(st.integers(1, 4)) for _ in range(2)]
    with Till(make_terminal(f"Till {uuid4().hex[:8]}")) as till:
        ticket = uuid4()
        for key, count in zip((DRINK, second), counts, strict=True):
            till.act("add_plain", ticket, uuid4(), "counter", key, count)
        total = 333 * counts[0] + 1111 * counts[1]
        till.act("pay_cash", ticket, total, total)
        receipt = small_store.one("SELECT id FROM wedge.receipts WHERE ticket_id = %s", ticket)
        while True:
            sale = sale_of(till.call("refundable_sale", till.session, receipt))
            left = [line for line in sale.lines if line.left_minor]
            if not left:
                break
            line = data.draw(st.sampled_from(left))
            asked = RefundLine(line.id)
            if data.draw(st.booleans()):
                least = max(1, line.left_minor // 3)
                asked = RefundLine(
                    line.id, amount_minor=data.draw(st.integers(least, line.left_minor))
                )
            items = plan(sale.lines, [asked])
            done = give_back(till, ticket, line_map(asked))
            assert done["amount_minor"] == sum(item.amount_minor for item in items)
            assert done["tax_minor"] == sum(tax for _, tax in tax_back(sale.lines, items))
    sums = "SELECT sum(total_minor), sum(tax_minor) FROM wedge.receipts WHERE ticket_id = %s"
    assert small_store.query(sums, ticket) == [(0, 0)]
    assert small_store.query("SELECT * FROM wedge.check_refunds()") == []

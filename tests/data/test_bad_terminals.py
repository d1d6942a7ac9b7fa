"""What a bad program at a terminal, or two people at one moment, must not get from the server."""

import json
import threading
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive, verifier_of
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.looked_at import Shop
from tests.data.test_feed import Loop, until
from tests.data.test_own_size import approval
from tests.data.test_prices import set_pricing
from tests.data.test_recovery import another, rules
from tests.data.test_vouchers import drinks, granted
from tests.support.refunds import give_back
from tests.support.seed import CABINET, DRINK, PINS, PIZZA, SmallShop, Till, candidate, known_id

FIRST, OTHER = known_id("portion 1/0"), known_id("portion 2/0")


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)


def last_price(shop: Shop, told_minor: int) -> tuple[int, str]:
    """A till says that no price can be worked out, and what the last one was: how many the store
    keeps, and what it says to that price."""
    subject = json.dumps({"product_id": str(PIZZA)})
    shop.till.call("open_task", None, uuid4(), uuid4(), "price_correction", "x", subject,
                   "manager", 60)  # fmt: skip
    told = [{"reason": "base", "amount_minor": told_minor, "rule_version": 1}]
    kept = shop.till.call("keep_last_prices", uuid4(), json.dumps(
        [{"portion_id": str(FIRST), "breakdown": told}]))  # fmt: skip
    offered = {
        "portion_id": str(FIRST), "epoch": 0, "grade": "A", "unit_price_minor": told_minor,
        "base_price_minor": told_minor, "breakdown": told, "fallback": True,
    }  # fmt: skip
    try:
        shop.till.act("reserve_first", uuid4(), uuid4(), "counter", json.dumps([offered]))
    except psycopg.Error as error:
        return kept["new"], error.diag.message_detail or ""
    return kept["new"], "sold"


def test_a_last_valid_price_is_not_whatever_a_till_says(shop: Shop) -> None:
    """One of 89.00 is not sold at 1.00; one within the largest change of the menu's price is."""
    assert last_price(shop, 100) == (0, "beyond the allowed change")
    set_pricing(shop.small, min_margin="7/10")
    assert last_price(shop, 5000) == (0, "beyond the allowed change")
    assert last_price(shop, 7000) == (1, "sold")


def test_nobody_consents_to_an_amount_that_was_not_told(shop: Shop) -> None:
    rules(shop.small, limit_minor=100)
    ticket, line = shop.sell()
    consent = uuid4()
    shop.till.act("ask_approval", consent, "refund", json.dumps({"ticket_id": str(ticket)}),
                  None, "Cold")  # fmt: skip
    shop.office.act("decide_approval", consent, True, "")
    again = ("refund_ticket", uuid4(), ticket, json.dumps([{"line_id": str(line)}]), "Cold")
    assert shop.refused(lambda: shop.till.act(*again, consent)) == ("approval_invalid", "amount")


@pytest.mark.parametrize("turn", ["signs in", "leaves"])
def test_whoever_consented_neither_does_it_nor_has_left(shop: Shop, turn: str) -> None:
    set_pricing(shop.small, rounding_minor=1)
    line = uuid4()
    shop.till.reserve(uuid4(), candidate(FIRST), line=line)
    price = shop.till.act("ask_size", line, 60_000)["price_minor"]
    consent = approval(shop.till, line, 60_000, price)
    if turn == "signs in":
        derived = derive(PINS["manager"], known_id("manager").bytes)
        shop.till.session = UUID(shop.till.call("sign_in", known_id("manager"), derived)["id"])
    else:
        shop.small.query("UPDATE wedge.staff SET active = false WHERE id = %s",
                         known_id("manager"))  # fmt: skip
    said = shop.refused(lambda: shop.till.act("approve_size", line, consent))
    assert said == ("approval_invalid", "person")


def test_two_administrators_who_put_each_other_out_leave_one(
    small_store: SmallShop, make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    salt = known_id("manager").bytes
    derived = derive(PINS["manager"], salt)
    chiefs = {name: uuid4() for name in ("Ann", "Bob")}
    for name, chief in chiefs.items():
        small_store.query(
            "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
            " VALUES (%s, %s, 'administrator', %s, %s)", chief, name, salt, verifier_of(derived),
        )  # fmt: skip
    said: list[str] = []

    def put_out(office: Till, name: str) -> None:
        try:
            office.act("save_staff", chiefs[name], name, "administrator", False, None, None)
        except psycopg.Error as error:
            said.append(error.diag.message_hint or "")

    with (
        Till(make_terminal("A", Mode.MANAGER), "manager") as one,
        Till(make_terminal("B", Mode.MANAGER), "manager") as two,
        psycopg.connect(small_store.admin_url) as holder,
    ):
        for office, name in ((one, "Ann"), (two, "Bob")):
            office.session = UUID(office.call("sign_in", chiefs[name], derived)["id"])
        holder.execute("LOCK TABLE wedge.staff IN SHARE ROW EXCLUSIVE MODE")
        threads = [
            threading.Thread(target=put_out, args=each) for each in ((one, "Bob"), (two, "Ann"))
        ]
        for thread in threads:
            thread.start()
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        until(io_loop, lambda: small_store.one(waiting) >= 2)
        holder.rollback()
        for thread in threads:
            thread.join()
    assert said == ["signed_out"]
    left = "SELECT count(*) FROM wedge.staff WHERE role = 'administrator' AND active"
    assert small_store.one(left) == 1


def test_a_vouchers_code_is_told_only_to_the_register_that_prints_it(
    shop: Shop, make_terminal: MakeTerminal
) -> None:
    code = granted(shop.till, shop.small, 1000)
    job = shop.small.one("SELECT id FROM wedge.print_jobs WHERE label ->> 'kind' = 'voucher'")
    assert shop.refused(lambda: shop.till.call("voucher_to_print", job))[0] == "unknown_item"
    while shop.till.call("claim_job")["id"] != str(job):
        pass
    assert shop.till.call("voucher_to_print", job) == {"code": code}
    with psycopg.connect(make_terminal("D", Mode.CUSTOMER, "One"), autocommit=True) as display:
        for link in (display, shop.kitchen.link, shop.till.link):
            seen = link.execute("SELECT wedge.snapshot_text()").fetchone()
            told = link.execute("SELECT wedge.changes_since(0, 10000)").fetchone()
            assert code not in str(seen) + str(told)
            assert (code[-4:] in str(seen)) == (link is not shop.kitchen.link)
    with Till(make_terminal("Two")) as other:
        assert shop.refused(lambda: other.call("voucher_to_print", job))[0] == "unknown_item"


ODD_VOUCHERS: list[Any] = [
    [{"code": "A", "amount_minor": each}]
    for each in (None, 0, -100, "100", "NaN", 1.5, 10**30, [1])
] + [{"code": "A"}, "A", None, [1], [{"amount_minor": 5}], [{"code": "A", "amount_minor": 1}] * 11]


def test_vouchers_of_another_form_are_refused(shop: Shop) -> None:
    ticket = drinks(shop.till, 2)
    for told in ODD_VOUCHERS:
        pay = ("pay_with_vouchers", ticket, 4000, 9000, json.dumps(told))
        code = shop.refused(lambda pay=pay: shop.till.act(*pay))[0]
        assert code in ("bad_price", "bad_quantity"), told


def test_a_size_takes_nothing_from_what_is_off_sale(shop: Shop) -> None:
    """The neighbours have to be looked at first."""
    set_pricing(shop.small, rounding_minor=1)
    line = uuid4()
    shop.till.reserve(uuid4(), candidate(FIRST), line=line)
    shop.small.query("UPDATE wedge.portions SET recheck_at = clock_timestamp()"
                     " WHERE state = 'available'")  # fmt: skip
    assert shop.refused(lambda: shop.till.act("ask_size", line, 240_000)) == ("gone", "size")


def test_nothing_without_a_statement_of_allergens_is_handed_out_for_nothing(shop: Shop) -> None:
    rules(shop.small, limit_minor=100_000)
    _, line = shop.sell()
    complaint = uuid4()
    shop.till.act("open_complaint", complaint, line, "quality", "Cold", 8.0)
    shop.small.query("UPDATE wedge.products SET active = false, allergens = NULL WHERE id = %s",
                     PIZZA)  # fmt: skip
    said = shop.refused(lambda: shop.till.act(
        "give_replacement", uuid4(), complaint, uuid4(), uuid4(),
        json.dumps([another(OTHER, 9.0)]), None))  # fmt: skip
    assert said == ("product_incomplete", "allergens")
    assert shop.portion(OTHER)[0] == "available"


@pytest.mark.parametrize("moment", ["infinity", "-infinity", "4000-01-01 BC", "294000-01-01"])
def test_no_moment_comes_in_that_a_screen_cannot_tell(shop: Shop, moment: str) -> None:
    whole = shop.small.one("SELECT id FROM wedge.wholes WHERE state = 'in_stock'")
    way = shop.small.one("SELECT id FROM wedge.portion_configurations WHERE is_default")
    prepared = json.dumps({"prepared_at": moment})
    for call in (
        lambda: shop.kitchen.act("receive_wholes", PIZZA, 1, moment),
        lambda: shop.till.call("record_reading", uuid4(), CABINET, "s", moment, 63_000),
        lambda: shop.kitchen.act("cut_whole", whole, way, 2, CABINET, "B", 9.0, None, prepared),
    ):
        assert shop.refused(call)[0] in ("bad_quantity", "portion_expired", "bad_reading")


def test_money_goes_back_once_whoever_asks_at_the_same_time(
    shop: Shop, make_terminal: MakeTerminal
) -> None:
    rules(shop.small, limit_minor=100_000)
    ticket, line = shop.sell()
    with Till(make_terminal("Two")) as other:
        done: list[bool] = []

        def back(till: Till) -> None:
            try:
                give_back(till, ticket, {"line_id": line})
                done.append(True)
            except psycopg.Error:
                done.append(False)

        threads = [threading.Thread(target=back, args=(each,)) for each in (shop.till, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(done) == [False, True]


def test_an_order_of_no_known_kind_is_refused_by_name(shop: Shop) -> None:
    for ticket, service in ((None, "counter"), (uuid4(), None), (uuid4(), "x")):
        order = ("add_plain", ticket, uuid4(), service, DRINK, 1)
        assert shop.refused(lambda order=order: shop.till.act(*order))[0] == "unknown_item"


def test_no_terminal_opens_the_stores_own_tasks(shop: Shop) -> None:
    """A curve_review would let a curve in force before there are enough looks."""
    about = json.dumps({"product_id": str(PIZZA), "holding_unit_id": str(CABINET)})
    for screen in (shop.till, shop.kitchen, shop.office):
        for kind in ("curve_review", "re_inspect", "recovery", "x"):
            ask = ("open_task", uuid4(), kind, "Margherita", about, "manager", 60)
            said = shop.refused(lambda screen=screen, ask=ask: screen.act(*ask))
            assert said == ("not_permitted", "kind")


def test_what_is_no_document_is_refused_by_name(shop: Shop) -> None:
    for told in ("null", "[]", "1", '"x"'):
        change = ("change_policy", "quality", told, "A note", uuid4())
        assert shop.refused(lambda change=change: shop.office.act(*change))[0] == "bad_policy"
    products: list[Any] = [{"id": "x"}, {"id": None}, {}, [], None]
    for product in [*products, {"id": str(PIZZA), "tool_id": "y"}]:
        save = ("save_product", json.dumps(product))
        assert shop.refused(lambda save=save: shop.office.act(*save))[0] == "unknown_item"


def test_the_office_reads_no_voucher_code(shop: Shop) -> None:
    granted(shop.till, shop.small, 1000)
    for read in ("code FROM wedge.vouchers", "label FROM wedge.print_jobs"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            shop.office.link.execute(f"SELECT {read}".encode())
    owed = shop.office.link.execute("SELECT balance_minor FROM wedge.vouchers").fetchall()
    assert owed == [(1000,)]

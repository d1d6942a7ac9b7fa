"""Coupons that are counted: once over all tills, given back when nothing came of it."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.people import Mode, Session
from app.domain.ticket import Service
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_guests import enrol
from tests.data.test_prices import entry, refused, reprice, rules, set_pricing, step
from tests.support.refunds import give_back, limit
from tests.support.seed import (
    DRINK,
    PINS,
    PIZZA,
    PRICE_MINOR,
    SmallShop,
    Till,
    candidate,
    known_id,
    portion_ids,
)

FIRST, SECOND = portion_ids()[:2]
OFFER = {"id": "ten", "name": "Ten off", "kind": "percent", "percent": "1/10",
         "products": [str(PIZZA)], "codes": True}  # fmt: skip
STEPS = [step("base", PRICE_MINOR),
         step("promotion", -890, "promotion.percent", "Ten off", "-1000", "ten")]  # fmt: skip
STATES = "SELECT state FROM wedge.coupon_uses ORDER BY at"


def made(office: Till, count: int = 1, ends: Any = None) -> list[str]:
    """A batch of codes, as they are printed."""
    batch = uuid4()
    office.act("make_coupons", batch, "ten", count, ends)
    return list(office.call("coupon_codes", office.session, batch)["codes"])


def counts(office: Till) -> tuple[int, int, int]:
    """Made, used and held of all that is counted."""
    rows = office.call("coupon_counts", office.session)
    return (sum(r["made"] or 0 for r in rows), sum(r["used"] for r in rows),
            sum(r["held"] for r in rows))  # fmt: skip


def show(till: Till, ticket: UUID, code: str) -> Any:
    return till.act("show_coupon", ticket, code)


def order(till: Till, portion: UUID) -> tuple[UUID, UUID]:
    ticket, line = uuid4(), uuid4()
    till.reserve(ticket, candidate(portion), line=line)
    return ticket, line


def reduce(shop: SmallShop, till: Till, ticket: UUID, line: UUID) -> Any:
    return reprice(till, ticket, rules(shop), entry(line, STEPS))


def test_a_code_is_used_once_at_the_same_instant_over_all_tills(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    set_pricing(small_store, promotions=[OFFER])
    tills = [Till(make_terminal(f"T{number}")) for number in range(4)]
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as office:
        (code,) = made(office)
        orders = [order(till, portion_ids()[n]) for n, till in enumerate(tills)]

        def take(n: int) -> str:
            try:
                show(tills[n], orders[n][0], code.lower().replace("-", " "))
            except Exception as error:
                return str(error)
            return "taken"

        with ThreadPoolExecutor(4) as pool:
            said = list(pool.map(take, range(4)))
        assert said.count("taken") == 1
        (ticket, line), winner = next(
            (orders[n], till) for n, till in enumerate(tills) if said[n] == "taken"
        )
        assert counts(office) == (1, 0, 1)
        assert reduce(small_store, winner, ticket, line) == {"total_minor": 8010}
        winner.act("pay_cash", ticket, 8010, 8010)
        assert counts(office) == (1, 1, 0)
        assert office.call("coupon_codes", office.session, small_store.one(
            "SELECT id FROM wedge.coupon_batches"))["codes"] == []  # fmt: skip
        loser, (other, _) = next((t, orders[n]) for n, t in enumerate(tills) if t is not winner)
        code_said, detail = refused(lambda: show(loser, other, code))
        assert code_said == "coupon_refused"
        name = small_store.one("SELECT t.name FROM wedge.tickets x JOIN wedge.terminals t"
                               " ON t.id = x.terminal_id WHERE x.id = %s", ticket)  # fmt: skip
        assert detail.startswith(f"used {name}|2")
    for till in tills:
        till.link.close()


def test_what_came_to_nothing_is_given_back_and_what_was_paid_back_is_not(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    set_pricing(small_store, promotions=[OFFER])
    with (
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        (code,) = made(office)
        ticket, line = order(till, FIRST)
        show(till, ticket, code)
        reduce(small_store, till, ticket, line)
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, 1)
        till.act("remove_line", line)
        assert small_store.query(STATES) == [("returned",)]
        assert small_store.one("SELECT coupons FROM wedge.tickets") == []
        line = uuid4()
        till.reserve(ticket, candidate(FIRST, epoch=2), line=line)
        assert (
            refused(lambda: reduce(small_store, till, ticket, line))[1] == "the coupon is missing"
        )
        show(till, ticket, code)
        till.act("void_ticket", ticket)
        assert small_store.query(STATES) == [("returned",)] * 2
        # Shown, but another offer was better, or nothing was reduced: it is the guest's still.
        ticket, line = order(till, SECOND)
        show(till, ticket, code)
        till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
        assert small_store.query(STATES) == [("returned",)] * 3
        for back in (False, True):
            ticket, line = order(till, portion_ids()[5 + back])
            show(till, ticket, code)
            reduce(small_store, till, ticket, line)
            till.act("pay_cash", ticket, 8010, 8010)
            limit(small_store, returns_coupons=back)
            give_back(till, ticket, {"line_id": line, "quantity": 1, "goods": "kept"})
            last = small_store.query(STATES)[-1]
            assert last == ("returned",) if back else ("used",)
            if not back:
                another, _ = order(till, portion_ids()[8])
                said = refused(lambda to=another, used=code: show(till, to, used))
                assert said[1].startswith("used One|")
                (code,) = made(office)


def test_each_refusal_says_what_is_wrong(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    shared = {**OFFER, "codes": False, "coupon": "SPRING", "coupon_uses": 2, "coupon_per_guest": 1}
    set_pricing(small_store, promotions=[OFFER])

    def why(ticket: UUID, code: str) -> str:
        said, detail = refused(lambda: show(till, ticket, code))
        assert said == "coupon_refused"
        return detail

    with (
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        ticket, _ = order(till, FIRST)
        assert why(ticket, "ABCD-EFGH-JKMN") == why(ticket, "") == "unknown"
        one, two = made(office, 2)
        show(till, ticket, one)
        assert why(ticket, two) == "one"
        water = uuid4()
        till.act("add_plain", water, uuid4(), "counter", DRINK, 1)
        assert why(water, two) == "goods"
        small_store.query("UPDATE wedge.coupon_batches SET ends_at = clock_timestamp()")
        other, _ = order(till, SECOND)
        assert why(other, two) == "expired"
        till.act("void_ticket", ticket)
        set_pricing(small_store, promotions=[shared])
        assert why(other, two) == "expired"
        assert refused(lambda: made(office))[0] == "unknown_item"
        guest = enrol(till)
        assert why(other, "spring") == "guest"
        till.act("set_guest", other, guest)
        show(till, other, "spring")
        assert refused(lambda: till.act("set_guest", other, None))[1] == "guest"
        again, _ = order(till, portion_ids()[4])
        till.act("set_guest", again, guest)
        assert why(again, "SPRING") == "guest_spent"
        till.act("set_guest", again, enrol(till, "Second", "0815555555"))
        show(till, again, "SPRING")
        third, _ = order(till, portion_ids()[6])
        till.act("set_guest", third, enrol(till, "Third", "0816666666"))
        assert why(third, "SPRING") == "spent"


def test_a_guest_who_is_forgotten_leaves_the_coupon_to_the_order(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The right to be forgotten waits for no order; nobody else takes over what is left."""
    per_guest = {**OFFER, "coupon_per_guest": 1}
    set_pricing(small_store, promotions=[per_guest])
    with (
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        (code,) = made(office)
        guest, other = enrol(till), enrol(till, "Second", "0815555555")
        ticket, line = order(till, FIRST)
        till.act("set_guest", ticket, guest)
        show(till, ticket, code)
        reduce(small_store, till, ticket, line)
        consent = uuid4()
        subject = json.dumps({"customer_id": str(guest)})
        office.act("ask_approval", consent, "erase_guest", subject, None, "Asked")
        small_store.query("UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
                          " decided_at = clock_timestamp()", known_id("kitchen"))  # fmt: skip
        office.act("erase_guest", guest, consent)
        assert small_store.query("SELECT state, customer_id FROM wedge.coupon_uses") == [
            ("held", None)
        ]
        till.act("set_guest", ticket, other)
        assert refused(lambda: till.act("set_guest", ticket, None))[1] == "guest"
        till.act("pay_cash", ticket, 8010, 8010)
        assert small_store.query(STATES) == [("used",)]


def test_codes_are_money_and_nobody_else_gets_them(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """No picture has them, no till makes or reads them, and a till's word opens no price."""
    set_pricing(small_store, promotions=[OFFER])
    urls = {mode: make_terminal(mode.value, mode) for mode in (Mode.KDS, Mode.CUSTOMER)}
    with (
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One"), "manager") as till,
        Till(make_terminal("Two")) as two,
    ):
        one, _ = made(office, 2)
        ticket, line = order(till, FIRST)
        show(till, ticket, one)
        bare = one.replace("-", "")
        batch = small_store.one("SELECT id FROM wedge.coupon_batches")
        for name, *more in (("coupon_codes", batch), ("coupon_counts",)):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                till.call(name, till.session, *more)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            till.act("make_coupons", uuid4(), "ten", 5, None)
        token = small_store.one("SELECT coupons[1] FROM wedge.tickets")
        other, other_line = order(two, SECOND)
        for shown in ([token], ["ten"], [one], [bare], [""]):
            said = refused(
                lambda shown=shown: reprice(
                    two, other, rules(small_store), entry(other_line, STEPS), coupons=shown
                )
            )
            assert said == ("bad_price", "the coupon is missing")
        offered = json.dumps([{
            "portion_id": str(portion_ids()[7]), "epoch": 0, "grade": "A",
            "unit_price_minor": 8010, "base_price_minor": PRICE_MINOR, "breakdown": STEPS,
        }])  # fmt: skip
        assert refused(lambda: two.act("reserve_first", other, uuid4(), "counter", offered))[1] == (
            "the coupon is missing"
        )
        # An old picture of the till itself loses nothing.
        assert reprice(till, ticket, rules(small_store), entry(line, STEPS)) == {
            "total_minor": 8010
        }
        everything = small_store.one("SELECT string_agg(f::text, '') FROM wedge.feed f")
        everything += small_store.one("SELECT string_agg(j::text, '') FROM wedge.journal j")
        everything += small_store.one("SELECT string_agg(r::text, '') FROM wedge.requests r")
        everything += till.link.execute("SELECT wedge.snapshot()::text").fetchone()[0]  # type: ignore[index]
        assert bare not in everything and one not in everything
    for url in urls.values():
        with psycopg.connect(url, autocommit=True) as link:
            told = link.execute("SELECT wedge.snapshot()::text").fetchone()
            assert told is not None
            assert one not in told[0] and bare not in told[0]
    guests = small_store.one("SELECT wedge.guests_promotions(document #> '{pricing,promotions}')"
                             " FROM wedge.settings ORDER BY version DESC LIMIT 1")  # fmt: skip
    assert guests == []


def test_a_program_shows_makes_and_counts_them(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """The port's adapter, as the windows use it."""
    set_pricing(small_store, promotions=[OFFER])
    office, till = open_store(make_terminal("Office", Mode.MANAGER)), make_terminal("One")
    store = open_store(till)
    until(io_loop, lambda: office.feed.view is not None and store.feed.view is not None)

    async def sign_in(where: PgStore, role: str) -> Session:
        return await where.staff.sign_in(staff_id=known_id(role), pin=PINS[role])

    async def body() -> None:
        manager, cashier = await sign_in(office, "manager"), await sign_in(store, "cashier")
        batch, ticket, line = uuid4(), uuid4(), uuid4()
        await office.coupons.make(
            manager, request=uuid4(), batch_id=batch, promotion_id="ten", count=2, ends_at=None
        )
        code, _ = await office.coupons.codes(manager, batch)
        await store.selling.reserve_first(
            cashier, request=uuid4(), ticket_id=ticket, line_id=line, service=Service.COUNTER,
            candidates=[candidate(FIRST)],
        )  # fmt: skip
        shown = await store.coupons.show(cashier, request=uuid4(), ticket_id=ticket, code=code)
        assert shown == "ten"
        (count,) = await office.coupons.counts(manager)
        assert (count.made, count.held, count.used, count.open) == (2, 1, 0, 1)

    io_loop.run_until_complete(body())

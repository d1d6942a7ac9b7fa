"""What a whole brings, on a real store: sold by two tills, read by the back office."""

import asyncio
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.revenue import Earned, Revenue, Way, side_by_side
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import settle
from tests.data.test_own_size import approval
from tests.data.test_prices import set_pricing
from tests.data.test_whole_sale import WHOLE, sell_wholes
from tests.support.refunds import give_back, limit, lines_of
from tests.support.seed import CABINET, DRINK, PIZZA, SmallShop, Till, candidate

Loop = asyncio.AbstractEventLoop
SLICE_MINOR = 250


class Books:
    """The back office of a shop with pizza at 2.50 a slice and 18.00 a whole, cut into eighths."""

    def __init__(self, shop: SmallShop, store: PgStore, loop: Loop) -> None:
        self.shop, self._store, self._loop = shop, store, loop
        shop.query("UPDATE wedge.products SET base_price_minor = 250, cost_minor = 80,"
                   " code_prefix = 'P' WHERE id = %s", PIZZA)  # fmt: skip
        shop.query("UPDATE wedge.portion_configurations SET is_default = false WHERE is_default")
        shop.query(
            "UPDATE wedge.portion_configurations SET is_default = true WHERE portions_per_whole = 8"
        )
        sell_wholes(shop, 3)

    def cut(self) -> list[UUID]:
        """Another whole in eight; its portions."""
        whole = uuid4()
        rows = self.shop.query(
            "WITH w AS (INSERT INTO wedge.wholes (id, product_id, code, state, received_at,"
            " expires_at, cut_at, portions_per_whole) VALUES (%s, %s, %s, 'cut',"
            " clock_timestamp(), clock_timestamp() + interval '1 day', clock_timestamp(), 8)"
            " RETURNING *)"
            " INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
            " expires_at, holding_unit_id, place, weight_mg, initial_quality)"
            " SELECT gen_random_uuid(), 'E-' || gen_random_uuid(), product_id, id, n, 'available',"
            " cut_at, cut_at + interval '4 hours', %s, 'A', 120000, 10"
            " FROM w, generate_series(0, 7) n RETURNING id",
            whole, PIZZA, str(whole), CABINET,
        )  # fmt: skip
        return [UUID(str(row[0])) for row in rows]

    def today(self) -> date:
        return datetime.now(ZoneInfo("Asia/Bangkok")).date()

    def report(self, first: date | None = None, last: date | None = None) -> Revenue:
        days = (first or self.today(), last or first or self.today())
        return self._loop.run_until_complete(self._store.reports.revenue(*days))

    def pizza(self, way: Way) -> Earned:
        return next(e for e in self.report().earned if (e.product_id, e.way) == (PIZZA, way))


def open_books(shop: SmallShop, store: PgStore, loop: Loop) -> Books:
    """Books over a store that has seen the shop as they changed it."""
    found = Books(shop, store, loop)
    settle(loop, store, shop)
    return found


@pytest.fixture
def books(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> Books:
    return open_books(small_store, open_store(make_terminal("Office", Mode.MANAGER)), io_loop)


def sell(till: Till, *portions: UUID, price_minor: int = SLICE_MINOR) -> UUID:
    """An order of portions, paid in cash."""
    ticket = uuid4()
    for portion in portions:
        till.reserve(ticket, candidate(portion, 0, price_minor, SLICE_MINOR))
    till.act("pay_cash", ticket, price_minor * len(portions), price_minor * len(portions))
    return ticket


def sell_plain(till: Till, product: UUID, count: int, each_minor: int) -> UUID:
    ticket = uuid4()
    till.act("add_plain", ticket, uuid4(), "counter", product, count)
    till.act("pay_cash", ticket, count * each_minor, count * each_minor)
    return ticket


@pytest.mark.spec("BR-11.1", "KPI-06")
def test_a_pizza_sold_whole_stands_beside_one_sold_in_slices(
    books: Books, make_terminal: MakeTerminal
) -> None:
    """The report is made of the records at the moment it is asked for: nothing is 60 s behind."""
    with Till(make_terminal("One")) as till, Till(make_terminal("Two")) as other:
        sell_plain(till, WHOLE, 1, 1800)
        slices = books.cut()
        sell(other, *slices[:3])
        half = books.report()
        (sides,) = side_by_side(half.earned)
        assert sides.portions is not None and sides.portions.wholes == Fraction(3, 8)
        assert sides.portions.per_whole(sides.portions.revenue_minor) == 2000, "what is left waits"
        sell(till, *slices[3:])
    report = books.report()
    (sides,) = side_by_side(report.earned)
    whole, portions = sides.whole, sides.portions
    assert whole is not None and portions is not None
    assert (whole.wholes, portions.wholes) == (Fraction(1), Fraction(1))
    assert whole.per_whole(whole.revenue_minor) == 1800
    assert portions.per_whole(portions.revenue_minor) == 2000
    # 1800 less 118 tax and a cost of 640; 2000 less 131 and 8 × 80.
    assert (whole.margin_minor, portions.margin_minor) == (1042, 1229)
    assert (report.total_minor, report.ledger_minor, report.difference_minor) == (3800, 3800, 0)
    paid = books.shop.one("SELECT sum(amount_minor) FROM wedge.payments")
    assert report.total_minor == paid
    assert sides.ratio == Fraction(10, 9)
    assert report.receipts_tax_minor == books.shop.one("SELECT sum(tax_minor) FROM wedge.receipts")


def test_what_is_thrown_away_used_its_part_of_the_whole(
    books: Books, make_terminal: MakeTerminal
) -> None:
    office = make_terminal("Second office", Mode.MANAGER)
    with Till(make_terminal("One")) as till, Till(office, "manager") as manager:
        slices = books.cut()
        ticket = sell(till, *slices[:7])
        manager.act("waste_portion", slices[7], "dropped")
        earned = books.pizza(Way.PORTIONS)
        assert (earned.wholes, earned.wasted) == (Fraction(1), Fraction(1, 8))
        assert earned.per_whole(earned.revenue_minor) == 1750, "seven of eight were paid for"
        assert (earned.cost_minor, earned.waste_minor) == (560, 80)
        # Brought back and thrown away: it counts once, with its sale; the money is gone.
        limit(books.shop)
        line = lines_of(books.shop, ticket)[0]
        give_back(till, ticket, {"line_id": line, "goods": "discarded"})
        earned = books.pizza(Way.PORTIONS)
        assert (earned.wholes, earned.back_minor, earned.spent_minor) == (Fraction(1), 250, 640)
    assert books.report().difference_minor == 0
    assert books.report().ledger_minor == 6 * 250


def test_every_kind_of_sale_reconciles_with_the_payments(
    books: Books, make_terminal: MakeTerminal
) -> None:
    """Reduced, free and extra portions, drinks, refunds, goods put back, a cost changed since."""
    limit(books.shop)
    with Till(make_terminal("One")) as till:
        slices = books.cut()
        sell(till, *slices[:2], price_minor=199)
        sell_plain(till, DRINK, 3, 2000)
        whole = sell_plain(till, WHOLE, 2, 1800)
        give_back(till, whole, {"line_id": lines_of(books.shop, whole)[0], "amount_minor": 333})
        other = sell_plain(till, WHOLE, 1, 1800)
        books.shop.query("UPDATE wedge.ticket_lines SET kitchen_state = 'queued'"
                         " WHERE ticket_id = %s", other)  # fmt: skip
        give_back(till, other, {"line_id": lines_of(books.shop, other)[0], "goods": "put_back"})
        books.shop.query("UPDATE wedge.products SET cost_minor = 200")
    report = books.report()
    assert report.difference_minor == 0
    assert report.total_minor == 2 * 199 + 3 * 2000 + 2 * 1800 - 333
    ways = {each.way: each for each in report.earned}
    assert (ways[Way.WHOLE].wholes, ways[Way.WHOLE].cost_minor) == (Fraction(2), 2 * 640)
    assert (ways[Way.PORTIONS].cost_minor, ways[Way.PLAIN].wholes) == (160, Fraction(0))
    assert books.shop.one("SELECT count(*) FROM wedge.wholes WHERE state = 'sold'") == 2


def test_a_guest_s_own_size_uses_what_it_weighs(books: Books, make_terminal: MakeTerminal) -> None:
    """Two and a half slices out of three: the half that is left counts when it goes."""
    set_pricing(books.shop, rounding_minor=1)
    with Till(make_terminal("One")) as till:
        slices = books.cut()
        ticket, line = uuid4(), uuid4()
        till.reserve(ticket, candidate(slices[0], 0, SLICE_MINOR, SLICE_MINOR), line=line)
        till.act("ask_size", line, 300_000)
        till.act("approve_size", line, approval(till, line, 300_000, 625))
        till.act("pay_cash", ticket, 625, 625)
    earned = books.pizza(Way.PORTIONS)
    assert earned.wholes == Fraction(5, 16)
    assert earned.per_whole(earned.revenue_minor) == 2000
    assert (earned.cost_minor, books.report().difference_minor) == (200, 0)


def test_a_period_is_of_the_shops_own_days(books: Books, make_terminal: MakeTerminal) -> None:
    """Berlin, the night of 25 hours: the day's first and last second belong to it, no other."""
    books.shop.query("UPDATE wedge.settings SET document = document"
                     " || '{\"time_zone\": \"Europe/Berlin\"}'")  # fmt: skip
    day = date(2026, 10, 25)
    moments = ["2026-10-24 21:59:59+00", "2026-10-24 22:00+00", "2026-10-25 22:59:59+00",
               "2026-10-25 23:00+00"]  # fmt: skip
    with Till(make_terminal("One")) as till:
        for moment, minor in zip(moments, (1, 10, 100, 1000), strict=True):
            past_sale(books, till, moment, minor)
    found = [books.report(day + timedelta(days=n)).total_minor for n in (-1, 0, 1)]
    assert found == [1, 110, 1000]
    assert books.report(day - timedelta(days=1), day + timedelta(days=1)).ledger_minor == 1111


def past_sale(books: Books, till: Till, at: str, minor: int, product: UUID = DRINK) -> None:
    """A paid ticket of the past with one line."""
    books.shop.query(
        "WITH t AS (INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service,"
        " state, opened_at, paid_at, total_minor) SELECT %s, 1, x.id, s.id, 'counter', 'paid',"
        " %s, %s, %s FROM wedge.terminals x, wedge.staff s LIMIT 1 RETURNING *),"
        " l AS (INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name,"
        " allergens, quantity, base_price_minor, unit_price_minor, breakdown, tax_rate_bp)"
        " SELECT gen_random_uuid(), t.id, 1, %s, 'Past', '{}', 1, total_minor,"
        " total_minor, '[]', 700 FROM t)"
        " INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor, at,"
        " staff_id, terminal_id) SELECT gen_random_uuid(), id, 'cash', total_minor,"
        " total_minor, paid_at, staff_id, terminal_id FROM t",
        uuid4(), at, at, minor, product,
    )  # fmt: skip

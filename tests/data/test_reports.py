"""A day's sums: at no sale at all, around midnight, over the change of the clocks."""

import asyncio
import json
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.services.ports import DayReport, DayTotal
from app.ui.manager.dashboard import derive_tiles
from app.ui.manager.figures import Verdict, derive_figures
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import settle
from tests.support.seed import CABINET, PIZZA, TENTHS, SmallShop, Till

Loop = asyncio.AbstractEventLoop


class Books:
    """The back office's reports over a shop whose past is written by hand."""

    def __init__(self, shop: SmallShop, store: PgStore, loop: Loop) -> None:
        self.shop, self.store, self._loop = shop, store, loop

    def sale(self, at: str, total_minor: int = 1000) -> None:
        """A paid ticket with one plain line; `at` is a moment with its zone."""
        ticket = uuid4()
        self.shop.query(
            "WITH t AS (INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service,"
            " state, opened_at, paid_at, total_minor) SELECT %s, 1, x.id, s.id, 'counter', 'paid',"
            " %s, %s, %s FROM wedge.terminals x, wedge.staff s LIMIT 1 RETURNING *),"
            " l AS (INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name,"
            " allergens, quantity, base_price_minor, unit_price_minor, breakdown, tax_rate_bp)"
            " SELECT gen_random_uuid(), t.id, 1, %s, 'Margherita', '{}', 1, total_minor,"
            " total_minor, '[]', 700 FROM t)"
            " INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor,"
            " staff_id, terminal_id) SELECT gen_random_uuid(), id, 'cash', total_minor,"
            " total_minor, staff_id, terminal_id FROM t",
            ticket, at, at, total_minor, PIZZA,
        )  # fmt: skip

    def zone(self, name: str) -> None:
        self.shop.query(
            "UPDATE wedge.settings SET document = document || %s",
            json.dumps({"time_zone": name}),
        )

    def day(self, day: date) -> DayReport:
        return self._loop.run_until_complete(self.store.reports.day(day))

    def days(self, first: date, last: date) -> tuple[DayTotal, ...]:
        return self._loop.run_until_complete(self.store.reports.days(first, last))

    def yields(self, first: date, last: date) -> list[tuple[str, date, int, int]]:
        found = self._loop.run_until_complete(self.store.reports.yields(first, last))
        return [(each.name, each.week, each.expected, each.good) for each in found]


@pytest.fixture
def books(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> Books:
    found = Books(small_store, open_store(make_terminal("Office", Mode.MANAGER)), io_loop)
    settle(io_loop, found.store, small_store)
    return found


def test_a_day_without_a_sale_is_all_noughts(books: Books) -> None:
    report = books.day(date(2020, 1, 1))
    assert (report.receipts, report.total_minor, report.tax_minor, report.saved_minor) == (0,) * 4
    assert (report.by_hour, report.by_product, report.median_service_s) == ((), (), None)
    assert [d.total_minor for d in books.days(date(2020, 1, 1), date(2020, 2, 29))] == [0] * 60
    view = books.store.feed.view
    assert view is not None
    figures = derive_figures(report, view.settings)
    assert (figures.waste_verdict, figures.yield_verdict) == (Verdict.NONE, Verdict.NONE)
    assert [tile.value for tile in derive_tiles(figures, view.settings)][1:] == [
        "0", "0", "–", "–", "–",
    ]  # fmt: skip


def test_midnight_is_the_shops_own(books: Books) -> None:
    for at in ("2026-03-05 23:59:59.999+07", "2026-03-06 00:00+07", "2026-03-06 23:59:59+07"):
        books.sale(at)
    assert [d.receipts for d in books.days(date(2026, 3, 5), date(2026, 3, 7))] == [1, 2, 0]
    assert [(h.hour, h.receipts) for h in books.day(date(2026, 3, 6)).by_hour] == [(0, 1), (23, 1)]


@pytest.mark.parametrize(
    ("day", "moments", "hours"),
    [
        # Berlin, spring: 02:00 to 03:00 does not exist, the day has 23 hours.
        (
            date(2026, 3, 29),
            ["2026-03-28 23:00+00", "2026-03-29 00:59+00", "2026-03-29 01:00+00",
             "2026-03-29 21:59+00"],
            [(0, 1), (1, 1), (3, 1), (23, 1)],
        ),
        # Autumn: 02:00 to 03:00 comes twice, the day has 25 hours.
        (
            date(2026, 10, 25),
            ["2026-10-24 22:00+00", "2026-10-25 00:30+00", "2026-10-25 01:30+00",
             "2026-10-25 22:59+00"],
            [(0, 1), (2, 2), (23, 1)],
        ),
        (date(2028, 2, 29), ["2028-02-28 23:00+00", "2028-02-29 22:58+00"], [(0, 1), (23, 1)]),
    ],
    ids=["spring", "autumn", "leap"],
)  # fmt: skip
def test_a_day_of_23_or_25_hours_is_one_day(
    books: Books, day: date, moments: list[str], hours: list[tuple[int, int]]
) -> None:
    books.zone("Europe/Berlin")
    for moment in moments:
        books.sale(moment)
        outside = datetime.fromisoformat(moment) + timedelta(days=1, hours=1, minutes=1)
        books.sale(str(outside))
    report = books.day(day)
    assert [(h.hour, h.receipts) for h in report.by_hour] == hours
    assert report.receipts == len(moments)
    history = books.days(day - timedelta(days=59), day)
    assert [d.day for d in history] == [day - timedelta(days=ago) for ago in range(59, -1, -1)]
    assert [d.receipts for d in history] == [0] * 59 + [len(moments)]


def whole(shop: SmallShop, code: str) -> UUID:
    return UUID(str(shop.one(
        "INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at)"
        " VALUES (gen_random_uuid(), %s, %s, 'in_stock', now(), now() + interval '9 h')"
        " RETURNING id", PIZZA, code,
    )))  # fmt: skip


@pytest.mark.spec("KPI-03")
def test_the_yield_is_kept_per_conversion_and_summed_per_product_and_week(
    books: Books, make_terminal: MakeTerminal
) -> None:
    shop = books.shop
    shop.query("UPDATE wedge.wholes SET cut_at = '2020-01-01' WHERE state = 'cut'")
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        cut = [
            kitchen.act("cut_whole", whole(shop, f"W{n}"), TENTHS, 10 if n < 6 else 8, CABINET,
                        "B", 9.0, None)["ids"]
            for n in range(8)
        ]  # fmt: skip
        assert [len(ids) for ids in cut] == [10] * 6 + [8, 8]
        today = shop.one("SELECT (now() AT TIME ZONE 'Asia/Bangkok')::date")
        monday = today - timedelta(days=today.weekday())
        view = books.store.feed.view
        assert view is not None

        def figures() -> tuple[float | None, Verdict]:
            found = derive_figures(books.day(today), view.settings)
            return found.yield_bp, found.yield_verdict

        assert figures() == (9_500, Verdict.MET)
        assert books.yields(today, today) == [("Margherita", monday, 80, 76)]
        # A dropped slice is waste, not a lower yield; one spoiled in cutting is both.
        kitchen.act("waste_portion", cut[0][0], "dropped")
        assert figures() == (9_500, Verdict.MET)
        kitchen.act("waste_portion", cut[0][1], "cutting: torn")
        assert figures() == (9_375, Verdict.MISSED)
        assert books.yields(monday, today) == [("Margherita", monday, 80, 75)]
    assert books.yields(date(2019, 12, 30), date(2020, 1, 5)) == [
        ("Margherita", date(2019, 12, 30), 20, 20)
    ]
    lost = "SELECT count(*) FROM wedge.waste WHERE cause LIKE 'cutting%%'"
    assert (shop.one(lost), books.day(today).portions_spoiled) == (5, 5)
    assert shop.query("SELECT * FROM wedge.check_conservation()") == []


def test_targets_are_read_from_the_stored_settings(books: Books, io_loop: Loop) -> None:
    targets = {"waste_target_bp": 1, "waste_alarm_bp": 2, "yield_target_bp": 3}
    books.shop.query(
        "INSERT INTO wedge.settings SELECT version + 1, document || %s FROM wedge.settings",
        json.dumps({"targets": targets}),
    )
    settle(io_loop, books.store, books.shop)
    view = books.store.feed.view
    assert view is not None
    found = view.settings.targets
    assert (found.waste_target_bp, found.waste_alarm_bp, found.yield_target_bp) == (1, 2, 3)

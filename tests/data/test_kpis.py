"""Quality and waste of a period as the dashboard shows them, from a past written by hand."""

import asyncio
import json
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.policy import Targets
from app.ui.manager.kpi_tables import Facts, discount_sums, summary, table_of
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import settle
from tests.support.seed import CABINET, PIZZA, SmallShop

Loop = asyncio.AbstractEventLoop
FIRST, LAST = date(2020, 2, 3), date(2020, 2, 9)


class Past:
    """A week in which nothing happened yet, and the reports about it."""

    def __init__(self, shop: SmallShop, store: PgStore, loop: Loop) -> None:
        self.shop, self._store, self._loop = shop, store, loop

    def cut(self, day: int, portions: int = 10) -> UUID:
        """A whole cut on that day of February 2020."""
        whole = uuid4()
        at = f"2020-02-{day:02} 11:00+07"
        self.shop.query(
            "WITH w AS (INSERT INTO wedge.wholes (id, product_id, code, state, received_at,"
            " expires_at, cut_at, portions_per_whole)"
            " VALUES (%s, %s, %s, 'cut', %s, %s, %s, %s) RETURNING *)"
            " INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
            " expires_at, holding_unit_id, place, initial_quality) SELECT gen_random_uuid(),"
            " gen_random_uuid()::text, product_id, id, n, 'available', cut_at, cut_at, %s, 'A', 10"
            " FROM w, generate_series(0, portions_per_whole - 1) n",
            whole, PIZZA, str(whole), at, at, at, portions, CABINET,
        )  # fmt: skip
        return whole

    def piece(self, whole: UUID, wedge: int) -> UUID:
        query = "SELECT id FROM wedge.portions WHERE whole_id = %s AND wedge = %s"
        return UUID(str(self.shop.one(query, whole, wedge)))

    def waste(self, whole: UUID, wedge: int, day: int, cause: str) -> None:
        portion = self.piece(whole, wedge)
        self.shop.query(
            "WITH p AS (UPDATE wedge.portions SET state = 'wasted' WHERE id = %s RETURNING *)"
            " INSERT INTO wedge.waste (id, at, product_id, portion_id, cause, cost_minor)"
            " SELECT gen_random_uuid(), %s, product_id, id, %s, 2500 FROM p",
            portion, f"2020-02-{day:02} 21:00+07", cause,
        )  # fmt: skip

    def sell(self, score: int, off_minor: int = 0) -> None:
        """A portion sold with that score, in slow hours S1, as the till writes it down."""
        steps = [{"reason": "base", "amount_minor": 400, "code": "base", "params": [],
                  "rule_version": 1}]  # fmt: skip
        if off_minor:
            steps.append({"reason": "time", "amount_minor": -off_minor, "code": "slow_hours",
                          "params": ["S1", "-1000"], "rule_version": 1})  # fmt: skip
        price = 400 - off_minor
        portion, at = self.piece(self.cut(4), 0), "2020-02-04 12:00+07"
        self.shop.query(
            "WITH t AS (INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service,"
            " state, opened_at, paid_at, total_minor) SELECT gen_random_uuid(), 1, x.id, s.id,"
            " 'counter', 'paid', %s, %s, %s FROM wedge.terminals x, wedge.staff s LIMIT 1"
            " RETURNING *),"
            " l AS (INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name,"
            " portion_id, portion_code, grade, allergens, quantity, base_price_minor,"
            " unit_price_minor, breakdown, tax_rate_bp, price_inputs) SELECT gen_random_uuid(),"
            " t.id, 1, %s, 'Margherita', %s, 'P', 'A', '{}', 1, 400, %s, %s, 700, %s FROM t)"
            " INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor,"
            " staff_id, terminal_id) SELECT gen_random_uuid(), id, 'cash', total_minor,"
            " total_minor, staff_id, terminal_id FROM t",
            at, at, price, PIZZA, portion, price, json.dumps(steps),
            json.dumps({"score_milli": score * 1000}),
        )  # fmt: skip

    def facts(self) -> Facts:
        reports, span = self._store.reports, (FIRST, LAST)
        ask: Any = self._loop.run_until_complete
        return Facts(
            ask(reports.quality(*span)), ask(reports.waste(*span)), ask(reports.cut(*span)),
            ask(reports.yields(*span)), ask(reports.discounts(*span)),
        )  # fmt: skip

    def figure(self, key: str) -> tuple[str, str]:
        """Value and tone of one figure of the week."""
        found = next(each for each in summary(self.facts(), Targets()) if each["key"] == key)
        return found["value"], found["tone"]

    def table(self, name: str) -> list[tuple[str, int | Fraction, int]]:
        return [(s.name, s.part, s.whole) for s in table_of(self.facts(), name, Targets())]


@pytest.fixture
def past(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> Past:
    found = Past(small_store, open_store(make_terminal("Office", Mode.MANAGER)), io_loop)
    settle(io_loop, found._store, small_store)
    return found


@pytest.mark.spec("KPI-01")
def test_the_mean_quality_is_met_at_eight_and_missed_below(past: Past) -> None:
    assert past.figure("quality") == ("–", "muted")
    for score in (9, 8, 7):
        past.sell(score)
    assert past.figure("quality") == ("8.00", "ok")
    past.sell(7)
    assert past.figure("quality") == ("7.75", "danger")


@pytest.mark.spec("KPI-02")
def test_waste_is_a_share_of_what_was_cut_by_product_day_and_cause(past: Past) -> None:
    wholes = [past.cut(4 + n % 2) for n in range(20)]
    for n in range(24):
        past.waste(wholes[n % 20], n // 20, 4 + n % 2, "expired" if n % 3 else "dropped: tray")
    assert past.figure("waste") == ("12.0 %", "ok")
    past.waste(wholes[0], 5, 4, "expired")
    assert past.figure("waste") == ("12.5 %", "danger")
    assert past.table("product") == [("Margherita", 25, 200)]
    assert past.table("day") == [("2020-02-05", 12, 100), ("2020-02-04", 13, 100)]
    assert past.table("cause") == [("expired", 17, 200), ("dropped", 8, 200)]


def test_what_is_cut_off_counts_as_that_part_of_a_portion(past: Past) -> None:
    """40 g of 100 g portions twice, and one whole portion: 1.8 of 30 portions."""
    wholes = [past.cut(4), past.cut(4)]
    past.sell(9)
    past.waste(wholes[0], 5, 4, "expired")
    past.shop.query("UPDATE wedge.portion_configurations SET standard_weight_mg = 100000")
    past.shop.query(
        "INSERT INTO wedge.waste (id, at, product_id, portion_id, weight_mg, line_id, cause,"
        " cost_minor) SELECT gen_random_uuid(), p.cut_at, p.product_id, p.id, 40000,"
        " (SELECT id FROM wedge.ticket_lines LIMIT 1), 'offcut', 0 FROM wedge.portions p"
        " WHERE p.whole_id = ANY (%s) AND p.wedge = 1", wholes,
    )  # fmt: skip
    assert past.table("product") == [("Margherita", Fraction(9, 5), 30)]
    assert past.table("cause") == [("expired", 1, 30), ("offcut", Fraction(4, 5), 30)]


@pytest.mark.spec("BR-10.6")
def test_discounts_by_rule_product_person_and_day_are_those_of_the_sale_lines(past: Past) -> None:
    for _ in range(3):
        past.sell(9, off_minor=40)
    past.sell(9)
    found = past.facts().discounts
    seller = past.shop.one(
        "SELECT s.name FROM wedge.tickets t JOIN wedge.staff s ON s.id = t.staff_id LIMIT 1"
    )
    for table, name in (("off_rule", "S1"), ("off_product", "Margherita"),
                        ("off_person", seller), ("off_day", "2020-02-04")):  # fmt: skip
        assert discount_sums(found, table) == [(name, 3, 120)]
    lines = past.shop.one("SELECT sum(base_price_minor - unit_price_minor) FROM wedge.ticket_lines")
    assert lines == 120

"""Points on a real store: posted with the sale by the domain's rules, and never spent twice."""

import json
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.policy import EarnBasis, LoyaltyPolicy, PricingPolicy
from app.domain.prices.reductions import line_floors
from app.domain.prices.rules import ProductMargin
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy, enrol, refused, rules
from tests.data.test_prices import set_pricing
from tests.models.loyalty import (
    LoyalSale,
    LoyaltyEntry,
    LoyaltyRefused,
    account_of,
    earn,
    redeem_part,
    refund,
)
from tests.support.seed import PIZZA, SmallShop, Till, candidate, known_id, portion_ids


def test_points_are_posted_with_the_sale_and_taken_back_in_proportion(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        ticket, _ = buy(till, guest, portion_ids()[0], water=2)
        earned = "SELECT points_earned FROM wedge.tickets WHERE id = %s"
        assert small_store.one(earned, ticket) == 129
        record = till.call("guest_record", till.session, guest)
        assert record["balance"] == 129
    assert small_store.one("SELECT wedge.refund_points(%s, 4000, 0)", ticket) == 4000
    assert small_store.one("SELECT balance FROM wedge.point_balance(%s)", guest) == 89
    with pytest.raises(psycopg.Error):
        small_store.query("SELECT wedge.refund_points(%s, 9000, 1)", ticket)
    with pytest.raises(psycopg.Error):
        small_store.query("UPDATE wedge.point_entries SET points = 1000")
    with pytest.raises(psycopg.Error):
        small_store.query("DELETE FROM wedge.point_entries")


def test_a_guest_named_after_payment_gets_the_points_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        guest = enrol(till)
        till.act("set_guest", ticket, guest)
        other = enrol(till, "Other", None)
        assert refused(lambda: till.act("set_guest", ticket, other)) == "ticket_not_open"
    assert small_store.one("SELECT balance FROM wedge.point_balance(%s)", guest) == 89


def test_points_pay_down_to_the_margin_floor_and_two_tills_cannot_spend_them_twice(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, reward_points=100, reward_minor=500, unit_minor=100)
    first, second, third = portion_ids()[:3]
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        guest = enrol(one)
        buy(one, guest, portion_ids()[9], water=1)
        ticket, line = uuid4(), uuid4()
        one.reserve(ticket, candidate(first), line=line)
        one.act("set_guest", ticket, guest)
        cut = [{"line_id": str(line), "amount_minor": 500}]
        # Cost 25.00 at a margin of 30 %: never below 35.72.
        deep = [{"line_id": str(line), "amount_minor": 8900 - 3571}]
        assert refused(lambda: one.act("redeem_points", ticket, json.dumps(deep))) == "bad_price"
        used = one.act("redeem_points", ticket, json.dumps(cut))
        assert used == {"used_minor": 500}
        again = one.act("redeem_points", ticket, json.dumps(cut))
        assert again == used
        elsewhere, other_line = uuid4(), uuid4()
        two.reserve(elsewhere, candidate(second), line=other_line)
        two.act("set_guest", elsewhere, guest)
        twice = [{"line_id": str(other_line), "amount_minor": 500}]
        code = refused(lambda: two.act("redeem_points", elsewhere, json.dumps(twice)))
        assert code == "too_few_points"
        one.act("pay_cash", ticket, 8400, 8400)
        record = one.call("guest_record", one.session, guest)
        assert [(e["kind"], e["points"]) for e in record["points"]] == [
            ("earn", 109), ("redeem", -100), ("earn", 84),
        ]  # fmt: skip
        third_ticket, third_line = uuid4(), uuid4()
        one.reserve(third_ticket, candidate(third), line=third_line)
        one.act("set_guest", third_ticket, guest)
        more = [{"line_id": str(third_line), "amount_minor": 501}]
        code = refused(lambda: one.act("redeem_points", third_ticket, json.dumps(more)))
        assert code == "too_few_points"
        one.act("redeem_points", third_ticket, "[]")
        one.act("set_guest", third_ticket, None)
        one.act("pay_cash", third_ticket, 8900, 8900)


@pytest.mark.parametrize(
    "net, own, least", [(False, None, 3_572), (True, None, 3_822), (True, "1/2", 5_350)]
)
def test_points_stop_at_the_margin_floor_that_every_other_reduction_has(
    small_store: SmallShop, make_terminal: MakeTerminal, net: bool, own: str | None, least: int
) -> None:
    """Cost 25.00 at a margin of 30 %, with 7 % tax on top where the margin is kept net of it."""
    margins = [{"product_id": str(PIZZA), "min_margin": own}] if own else []
    set_pricing(small_store, margin_net_of_tax=net, product_margins=margins)
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        till.reserve(ticket, candidate(portion_ids()[0]), line=line)
        till.act("set_guest", ticket, guest)

        def pays(off_minor: int) -> str:
            cut = [{"line_id": str(line), "amount_minor": off_minor}]
            return refused(lambda: till.act("redeem_points", ticket, json.dumps(cut)))

        assert pays(8_900 - least + 1) == "bad_price"
        assert pays(8_900 - least) == "too_few_points"
    policy = PricingPolicy(
        1, Fraction(3, 10), Fraction(3, 10), Fraction(1, 5), 1, margin_net_of_tax=net,
        product_margins=(ProductMargin(PIZZA, Fraction(own)),) if own else (),
    )  # fmt: skip
    assert line_floors(2_500, policy, 700, PIZZA).margin_minor == least


@dataclass(frozen=True)
class Step:
    """One thing a guest does: the parts are taken modulo what is possible."""

    total: int
    portions: int
    redeem: int
    refunds: tuple[tuple[int, int], ...]


STEPS = st.lists(
    st.builds(
        Step,
        st.integers(0, 60_000),
        st.integers(0, 4),
        st.integers(0, 3_000),
        st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 4)), max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.sampled_from(EarnBasis))
def test_the_database_counts_points_as_the_domain_does(
    small_store: SmallShop, make_terminal: MakeTerminal, steps: list[Step], basis: EarnBasis
) -> None:
    """Every ledger entry and every amount given back is equal, whatever happens in which order."""
    policy = LoyaltyPolicy(3, basis, 1 if basis is EarnBasis.AMOUNT_PAID else 7, 100, 100, 500)
    shaped = {
        "version": 3, "basis": basis.value, "points_each": policy.points_each,
        "unit_minor": 100, "reward_points": 100, "reward_minor": 500,
    }  # fmt: skip
    rules(small_store, **shaped)
    guest = uuid4()
    ledger: list[LoyaltyEntry] = []
    with psycopg.connect(small_store.admin_url, autocommit=True) as link:
        link.execute("INSERT INTO wedge.customers (id, name) VALUES (%s, 'x')", (guest,))
        for step in steps:
            ticket = _sale_by_hand(link, guest, step, ledger, policy)
            sale, ledger = _sale_by_rule(ticket, step, ledger, policy)
            for goods, portions in step.refunds:
                try:
                    back = refund(ledger, sale, goods, portions)
                except LoyaltyRefused:
                    continue
                paid = link.execute(
                    "SELECT wedge.refund_points(%s, %s, %s)", (ticket, goods, portions)
                ).fetchone()
                assert paid == (back.money_minor,)
                ledger += back.entries
        rows = link.execute(
            "SELECT ticket_id, kind, points, owed, policy_version, refunded_minor,"
            " refunded_portions FROM wedge.point_entries WHERE customer_id = %s ORDER BY seq",
            (guest,),
        ).fetchall()
    assert rows == [
        (e.sale_id, e.kind, e.points, e.owed, e.policy_version, e.refunded_minor,
         e.refunded_portions)
        for e in ledger
    ]  # fmt: skip


def _possible(step: Step, ledger: list[LoyaltyEntry]) -> int:
    """What of the wished redemption the account and the sale allow."""
    rewards = account_of(ledger).balance // 100
    return min(step.redeem, rewards * 500, step.total)


def _sale_by_rule(
    ticket: UUID, step: Step, ledger: list[LoyaltyEntry], policy: LoyaltyPolicy
) -> tuple[LoyalSale, list[LoyaltyEntry]]:
    sale = LoyalSale(ticket, step.total, step.portions, policy)
    off = _possible(step, ledger)
    if off:
        sale, entry = redeem_part(ledger, sale, off)
        ledger = [*ledger, entry]
    gained = earn(ledger, sale)
    return sale, [*ledger, gained] if gained else ledger


def _sale_by_hand(
    link: psycopg.Connection,
    guest: UUID,
    step: Step,
    ledger: list[LoyaltyEntry],
    policy: LoyaltyPolicy,
) -> UUID:
    """A paid ticket put together in the tables: its trigger does the rest."""
    ticket, off = uuid4(), _possible(step, ledger)
    terminal = link.execute("SELECT id FROM wedge.terminals LIMIT 1").fetchone()
    if terminal is None:
        link.execute(
            "INSERT INTO wedge.terminals (id, name, mode, register, login_role)"
            " VALUES (gen_random_uuid(), 'By hand', 'pos', '9', 'nobody')"
        )
        terminal = link.execute("SELECT id FROM wedge.terminals LIMIT 1").fetchone()
    assert terminal is not None
    link.execute(
        "INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state, opened_at,"
        " customer_id) VALUES (%s, 1, %s, %s, 'counter', 'open', clock_timestamp(), %s)",
        (ticket, terminal[0], known_id("cashier"), guest),
    )
    steps = [{"reason": "base", "amount_minor": step.total, "rule_version": 1}]
    if off:
        steps.append({"reason": "loyalty", "amount_minor": -off, "rule_version": 3})
    # A replica checks no foreign key: the portions need not exist.
    link.execute("SET session_replication_role = replica")
    for place in range(max(1, step.portions)):
        first = place == 0
        link.execute(
            "INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name, portion_id,"
            " portion_code, allergens, quantity, base_price_minor, unit_price_minor, breakdown,"
            " tax_rate_bp) VALUES (%s, %s, %s, %s, 'x', %s, %s, '{}', 1, 0, %s, %s, 0)",
            (uuid4(), ticket, place, PIZZA, uuid4() if step.portions else None,
             f"M-{place}" if step.portions else None,
             step.total - off if first else 0, json.dumps(steps if first else [])),
        )  # fmt: skip
    link.execute("SET session_replication_role = DEFAULT")
    with link.transaction():
        link.execute(
            "INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor,"
            " staff_id, terminal_id) VALUES (%s, %s, 'cash', %s, %s, %s, %s)",
            (uuid4(), ticket, step.total - off, step.total - off, known_id("cashier"), terminal[0]),
        )
        link.execute(
            "UPDATE wedge.tickets SET state = 'paid', paid_at = clock_timestamp(),"
            " total_minor = %s WHERE id = %s", (step.total - off, ticket),
        )  # fmt: skip
    return ticket

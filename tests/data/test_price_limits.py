"""Floors, caps and reductions by hand on the server: who may go below what."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.selling import candidate_map
from app.domain.people import Mode
from app.domain.policy import StoreSettings
from app.domain.portion import Grade
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts, PriceInputs
from app.domain.prices.promotion import Circumstances
from app.domain.prices.rules import GradeFactors
from app.domain.prices.schedule import wall_clock
from app.domain.prices.standard import standard_pricing
from app.services.policy_codec import from_document
from app.services.ports import Candidate
from tests.conftest import MakeTerminal
from tests.data.test_prices import (
    FIRST,
    QUALITY,
    SECOND,
    Step,
    approve,
    line_price,
    refused,
    set_pricing,
)
from tests.domain.price_cases import inputs_of
from tests.support.seed import (
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
    portion_ids,
)


def test_the_margin_floor_is_of_the_product_and_net_of_tax(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Cost 2.00, tax 10 % included, least margin 20 %: 2.75 is charged, 2.74 is not."""
    small_store.query(
        "UPDATE wedge.products SET base_price_minor = 380, cost_minor = 200, tax_rate_bp = 1000"
        " WHERE id = %s RETURNING id", PIZZA,
    )  # fmt: skip
    set_pricing(small_store, min_margin="1/5", margin_net_of_tax=True)
    with Till(make_terminal("One")) as till:
        low = refused(lambda: till.reserve(uuid4(), candidate(FIRST, 0, 274, 380)))
        assert low == ("bad_price", "below the margin floor")
        till.reserve(uuid4(), candidate(FIRST, 0, 275, 380))
        # A least margin of the product's own: 2.20 / (1 - 1/3) = 3.30.
        set_pricing(small_store, product_margins=[{"product_id": str(PIZZA), "min_margin": "1/3"}])
        own = refused(lambda: till.reserve(uuid4(), candidate(SECOND, 0, 329, 380)))
        assert own == ("bad_price", "below the margin floor")
        till.reserve(uuid4(), candidate(SECOND, 0, 330, 380))


@pytest.mark.spec("POS-R1.2")
def test_a_cashier_takes_five_percent_off_and_more_with_a_managers_pin(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A line at 4.00: 0.20 off is accepted, at 0.21 the manager's PIN is demanded."""
    small_store.query(
        "UPDATE wedge.products SET base_price_minor = 400, cost_minor = 100"
        " WHERE id = %s RETURNING id", PIZZA,
    )  # fmt: skip
    ticket, one, two = uuid4(), uuid4(), uuid4()
    with Till(make_terminal("One")) as till, Till(
        make_terminal("Kitchen", Mode.KDS), "kitchen"
    ) as cook:  # fmt: skip
        till.reserve(ticket, candidate(FIRST, 0, 400, 400), line=one)
        till.reserve(ticket, candidate(SECOND, 0, 400, 400), line=two)
        till.act("discount_line", one, 20, "regular guest", None)
        assert line_price(small_store, one) == 380
        again = refused(lambda: till.act("discount_line", one, 5, "once more", None))
        assert again == ("bad_price", "already reduced by hand")
        asked = refused(lambda: till.act("discount_line", two, 21, "guest waited", None))
        assert asked == ("approval_needed", "manual_discount")
        assert refused(lambda: till.act("discount_line", two, 5, " ", None))[0] == "bad_text"
        approval = approve(till, "manual_discount", two, 400, 21)
        other = refused(lambda: till.act("discount_line", two, 22, "guest waited", approval))
        assert other == ("approval_invalid", "subject")
        till.act("discount_line", two, 21, "guest waited", approval)
        assert line_price(small_store, two) == 379
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            cook.act("discount_line", two, 5, "hungry", None)
    # Even through a till's login neither the kitchen nor administration may.
    for role in ("kitchen", "administrator"):
        small_store.query("UPDATE wedge.staff SET role = %s WHERE role = 'cashier' RETURNING id",
                          role)  # fmt: skip
        with Till(make_terminal(f"As {role}")) as till:
            assert refused(lambda: till.act("discount_line", two, 5, "me", None))[0] == (
                "not_permitted"
            )
        small_store.query("UPDATE wedge.staff SET role = 'cashier' WHERE id = %s RETURNING id",
                          known_id("cashier"))  # fmt: skip
    journal = small_store.query(
        "SELECT staff_id, body ->> 'off_minor', body ->> 'approved_by' FROM wedge.journal"
        " WHERE action = 'discount' ORDER BY seq"
    )
    cashier, manager = known_id("cashier"), str(known_id("manager"))
    assert journal == [(cashier, "20", None), (cashier, "21", manager)]


@pytest.mark.spec("POS-R1.1")
def test_a_manager_goes_below_the_margin_but_nobody_below_cost(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Cost 2.00, tax 10 % included: 2.40 becomes 2.75, 2.20 takes a manager, 2.19 nobody."""
    rules_of = standard_pricing()
    grades = replace(rules_of, grade_factors=GradeFactors(c=Fraction(4, 5)))
    inputs = PriceInputs(1, 1, 300, 200, 1000, score_milli=7_500)
    assert PriceEngine(QUALITY, grades).price(inputs).amount_minor == 275
    small_store.query(
        "UPDATE wedge.products SET base_price_minor = 300, cost_minor = 200, tax_rate_bp = 1000"
        " WHERE id = %s RETURNING id", PIZZA,
    )  # fmt: skip
    set_pricing(small_store, min_margin="1/5", margin_net_of_tax=True)
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        low = refused(lambda: till.reserve(ticket, candidate(FIRST, 0, 240, 300), line=line))
        assert low == ("bad_price", "below the margin floor")
        till.reserve(ticket, candidate(FIRST, 0, 275, 300), line=line)
        asked = refused(lambda: till.act("discount_line", line, 55, "crushed", None))
        assert asked == ("approval_needed", "below_margin")
        approval = approve(till, "below_margin", line, 275, 56)
        cost = refused(lambda: till.act("discount_line", line, 56, "crushed", approval))
        assert cost == ("bad_price", "below cost")
        approval = approve(till, "below_margin", line, 275, 55)
        till.act("discount_line", line, 55, "crushed", approval)
    assert line_price(small_store, line) == 220
    told = small_store.one("SELECT breakdown -> -1 FROM wedge.ticket_lines WHERE id = %s", line)
    assert (told["reason"], told["params"]) == ("manual", ["crushed", "The manager"])


def ruled(shop: SmallShop, portion: UUID, base: int, cost: int, score: float) -> Step:
    """The candidate that every till works out under the rules in force."""
    document = shop.one("SELECT document FROM wedge.settings ORDER BY version DESC LIMIT 1")
    settings = from_document(StoreSettings, document)
    at = Circumstances(wall_clock(datetime(2026, 3, 6, 8, tzinfo=UTC), settings.time_zone))
    facts = PortionFacts(PIZZA, base, 1, cost, 0, score, 7_200)
    inputs = inputs_of(facts, at, settings.quality.version, settings.pricing)
    price = PriceEngine(settings.quality, settings.pricing).price(inputs)
    return candidate_map(
        Candidate(portion, 0, Grade.C, price.amount_minor, price.base_minor, price.steps,
                  price_inputs=inputs)
    )  # fmt: skip


@pytest.mark.spec("FUL-R.5")
def test_two_tills_charge_the_margin_floor_and_only_a_manager_goes_below(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Cost 1.50, 40 % least margin, 60 % off a 4.00 portion: 2.50 on both; 2.00 by a manager."""
    small_store.query("UPDATE wedge.products SET base_price_minor = 400, cost_minor = 150"
                      " WHERE id = %s RETURNING id", PIZZA)  # fmt: skip
    offer = {"id": "late", "name": "Late", "kind": "percent", "percent": "3/5"}
    set_pricing(small_store, min_margin="2/5", max_change="3/5", rounding_minor=1,
                promotions=[offer])  # fmt: skip
    lines = [uuid4(), uuid4()]
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        for till, portion, line in zip((one, two), portion_ids(), lines, strict=False):
            offered = json.dumps([ruled(small_store, portion, 400, 150, 9.5)])
            till.act("reserve_first", uuid4(), line, "counter", offered)
            assert line_price(small_store, line) == 250
        asked = refused(lambda: one.act("discount_line", lines[0], 50, "crushed", None))
        assert asked == ("approval_needed", "below_margin")
        approval = approve(one, "below_margin", lines[0], 250, 50)
        one.act("discount_line", lines[0], 50, "crushed", approval)
    assert [line_price(small_store, line) for line in lines] == [200, 250]
    reason = small_store.one("SELECT reason FROM wedge.approvals WHERE id = %s", approval)
    assert reason == "guest waited"


@pytest.mark.spec("BR-10.4")
def test_the_cap_is_told_and_a_manager_passes_it(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Base 10.00, -20 % by grade and -15 points by hour: 7.00 with a cap entry; approved 6.50."""
    small_store.query("UPDATE wedge.products SET base_price_minor = 1000, cost_minor = 100"
                      " WHERE id = %s RETURNING id", PIZZA)  # fmt: skip
    hours = {"id": "quiet", "name": "Quiet", "points": "-3/20", "justification": None}
    set_pricing(small_store, rounding_minor=1, windows=[hours],
                grade_factors={"a": "1/1", "b": "1/1", "c": "4/5"})  # fmt: skip
    line = uuid4()
    with Till(make_terminal("One")) as till:
        offered = ruled(small_store, FIRST, 1000, 100, 7.5)
        told = [(each["reason"], each["amount_minor"]) for each in offered["breakdown"]]
        assert told == [("base", 1000), ("quality", -200), ("time", -150), ("cap", 50)]
        till.act("reserve_first", uuid4(), line, "counter", json.dumps([offered]))
        assert line_price(small_store, line) == 700
        asked = refused(lambda: till.act("discount_line", line, 50, "quiet day", None))
        assert asked == ("approval_needed", "manual_discount")
        approval = approve(till, "manual_discount", line, 700, 50)
        till.act("discount_line", line, 50, "quiet day", approval)
    assert line_price(small_store, line) == 650

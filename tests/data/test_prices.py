"""Prices on the server: limits, reductions by hand, groups, budgets, history."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive
from app.domain.policy import QualityPolicy
from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.prices.promotion_check import promotion_contradictions
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
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
QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
Step = dict[str, Any]


def set_pricing(shop: SmallShop, **changes: Any) -> int:
    """A new version of the pricing rules; returns its number."""
    return int(
        shop.one(
            "INSERT INTO wedge.settings (version, document)"
            " SELECT version + 1, jsonb_set(document, '{pricing}', document -> 'pricing' || %s ||"
            " jsonb_build_object('version', version + 1)) FROM wedge.settings"
            " ORDER BY version DESC LIMIT 1 RETURNING version",
            json.dumps(changes),
        )
    )


def refused(call: Any) -> tuple[str, str]:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value), error.value.diag.message_detail or ""


def step(reason: str, amount: int, code: str = "", *params: str) -> Step:
    return {"reason": reason, "amount_minor": amount, "rule_version": 1, "code": code,
            "params": list(params)}  # fmt: skip


def entry(
    line: UUID, own: list[Step], steps: list[Step] | None = None, quantity: int = 1,
    product: UUID = PIZZA,
) -> Step:  # fmt: skip
    steps = steps or own
    return {
        "line_id": str(line), "product_id": str(product), "quantity": quantity,
        "unit_price_minor": sum(each["amount_minor"] for each in steps),
        "base_price_minor": steps[0]["amount_minor"], "breakdown": steps, "own_breakdown": own,
        "price_inputs": None,
    }  # fmt: skip


def reprice(till: Till, ticket: UUID, rules: str, *lines: Step, coupons: Any = ()) -> Any:
    return till.act("reprice_ticket", ticket, rules, list(coupons), None, json.dumps(lines))


def rules(shop: SmallShop) -> str:
    return str(shop.one("SELECT wedge.price_rules()"))


def line_price(shop: SmallShop, line: UUID) -> int:
    return int(shop.one("SELECT unit_price_minor FROM wedge.ticket_lines WHERE id = %s", line))


def approve(till: Till, action: str, line: UUID, price: int, off: int) -> UUID:
    approval = uuid4()
    subject = {"line_id": str(line), "price_minor": price, "off_minor": off}
    till.act("ask_approval", approval, action, json.dumps(subject), off, "guest waited")
    derived = derive(PINS["manager"], known_id("manager").bytes)
    till.call("approve_with_pin", till.session, approval, known_id("manager"), derived)
    return approval


BUNDLE = {"id": "menu", "name": "Slice and water", "kind": "bundle", "amount_minor": 9900,
          "parts": [{"product_id": str(PIZZA), "count": 1},
                    {"product_id": str(DRINK), "count": 1}]}  # fmt: skip


def test_a_bundle_is_whole_or_is_not_paid(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Slice 89.00 and water 20.00 for 99.00; of three waters one is in the bundle."""
    set_pricing(small_store, promotions=[BUNDLE])
    active = rules(small_store)
    ticket, slice_line, water, rest = uuid4(), uuid4(), uuid4(), uuid4()
    pizza, drink = [step("base", PRICE_MINOR)], [step("base", 2000)]
    in_pizza = [*pizza, step("promotion", -820, "promotion.bundle", "Slice and water", "menu")]
    in_drink = [*drink, step("promotion", -180, "promotion.bundle", "Slice and water", "menu")]
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST), line=slice_line)
        till.act("add_plain", ticket, water, "counter", DRINK, 3)
        bundled = [entry(slice_line, pizza, in_pizza),
                   entry(water, drink, in_drink, 1, DRINK),
                   entry(rest, drink, None, 2, DRINK)]  # fmt: skip
        half = refused(lambda: reprice(till, ticket, active, entry(slice_line, pizza, in_pizza)))
        assert half[0] == "prices_changed"
        cheaper = [*pizza, step("promotion", -900, "promotion.bundle", "Slice and water", "menu")]
        less = [entry(slice_line, pizza, cheaper), *bundled[1:]]
        assert refused(lambda: reprice(till, ticket, active, *less))[0] == "prices_changed"
        more = [*bundled[:2], entry(rest, drink, None, 3, DRINK)]
        assert refused(lambda: reprice(till, ticket, active, *more))[0] == "changed"
        assert reprice(till, ticket, active, *bundled) == {"total_minor": 9900 + 2 * 2000}
        # Who takes the water out again does not keep the slice's share.
        till.act("remove_line", water)
        broken = refused(lambda: till.act("pay_cash", ticket, 8080 + 4000, 20000))
        assert broken == ("prices_changed", "menu")
        apart = [entry(slice_line, pizza)]
        assert reprice(till, ticket, active, *apart) == {"total_minor": 12900}
        again = [entry(slice_line, pizza, in_pizza), entry(rest, drink, in_drink, 1, DRINK),
                 entry(uuid4(), drink, None, 1, DRINK)]  # fmt: skip
        assert reprice(till, ticket, active, *again) == {"total_minor": 11900}
        paid = till.act("pay_cash", ticket, 11900, 20000)
    assert paid["total_minor"] == 11900


def test_held_prices_only_fall_and_rules_are_those_in_force(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, price_minor=8000), line=line)
        held = small_store.one("SELECT held_until FROM wedge.tickets WHERE id = %s", ticket)
        dearer = entry(line, [step("base", PRICE_MINOR)])
        assert refused(lambda: reprice(till, ticket, "1/1", dearer)) == (
            "bad_price", "a price in an order only falls",
        )  # fmt: skip
        lower = entry(line, [step("base", PRICE_MINOR), step("quality", -1900)])
        assert reprice(till, ticket, "1/1", lower) == {"total_minor": 7000}
        assert held == small_store.one("SELECT held_until FROM wedge.tickets WHERE id = %s", ticket)
        version = set_pricing(small_store)
        stale = refused(lambda: till.act("pay_cash", ticket, 7000, 7000))
        assert stale == ("prices_changed", f"{version}/1")
        assert refused(lambda: reprice(till, ticket, "1/1"))[0] == "prices_changed"
        reprice(till, ticket, f"{version}/1")
        till.act("pay_cash", ticket, 7000, 7000)
    history = small_store.query(
        "SELECT old_minor, new_minor, reason FROM wedge.price_history ORDER BY id"
    )
    assert history == [(None, 8000, "quality"), (8000, 7000, "quality")]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        small_store.query("DELETE FROM wedge.price_history")


@pytest.mark.spec("BR-11.5")
def test_a_loss_budget_is_never_passed_however_many_tills(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """At cost it is refused; budget 50.00 with 49.50 used: a further loss of 1.00 pauses it."""
    at_cost = Promotion("p", "At cost", PromotionKind.AMOUNT, amount_minor=200)
    costs = {PIZZA: Fraction(200)}
    found = promotion_contradictions(at_cost, Fraction(1), {PIZZA: 400}, costs)
    assert [each.code for each in found] == ["promotion_at_a_loss"]
    small_store.query("UPDATE wedge.products SET cost_minor = 7000 WHERE id = %s RETURNING id",
                      PIZZA)  # fmt: skip
    approval = {"approved_by": "The manager", "reason": "opening day", "budget_minor": 5000,
                "until": "2999-01-01T00:00:00", "max_change": "1/2"}  # fmt: skip
    offer = {"id": "opening", "name": "Opening", "kind": "percent", "percent": "1/2",
             "approval": approval}  # fmt: skip
    set_pricing(small_store, promotions=[offer])
    tills = [Till(make_terminal(f"T{number}")) for number in range(6)]

    def take(till: Till, portion: UUID, ticket: UUID, loss: int) -> Any:
        off = PRICE_MINOR - 7000 + loss
        steps = [
            step("base", PRICE_MINOR),
            step("promotion", -off, "promotion.percent", "Opening", "50", "opening"),
        ]
        offered = {"portion_id": str(portion), "epoch": 0, "grade": "A",
                   "unit_price_minor": 7000 - loss, "base_price_minor": PRICE_MINOR,
                   "breakdown": steps}  # fmt: skip
        try:
            till.act("reserve_first", ticket, uuid4(), "counter", json.dumps([offered]))
        except psycopg.Error as error:
            return hint(error)
        return None

    def used() -> int:
        return int(small_store.one("SELECT used_minor FROM wedge.promotion_losses"))

    ids = portion_ids()
    early = uuid4()
    for number in range(3):
        assert take(tills[0], ids[number], early, 1500) is None
    assert take(tills[0], ids[3], uuid4(), 450) is None
    assert used() == 4950
    assert take(tills[1], ids[4], uuid4(), 100) == "budget_spent"
    assert take(tills[1], ids[4], uuid4(), 50) is None
    assert used() == 5000
    tills[0].act("void_ticket", early)
    assert used() == 500
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(take, tills, ids[10:16], [uuid4() for _ in tills], [2000] * 6))
    assert sorted(map(str, done)) == ["None"] * 2 + ["budget_spent"] * 4
    assert used() == 4500
    # A manager approves more.
    set_pricing(small_store, promotions=[{**offer, "approval": {**approval, "budget_minor": 7000}}])
    assert take(tills[2], ids[17], uuid4(), 2000) is None
    for till in tills:
        till.link.close()


def test_one_step_seen_by_many_terminals_is_one_entry(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    tills = [Till(make_terminal(f"T{number}")) for number in range(4)]

    # Cheaper by time, within the cap: what each sees of score and time left is as it is.
    stands = small_store.query(
        "SELECT p.id, b.least_milli + 1, b.least_left_s + 1 FROM wedge.portions p,"
        " wedge.standing_between(p) b"
    )

    def log(till: Till, *steps: tuple[int, int]) -> int:
        told = [{"portion_id": str(each), "old_minor": old, "new_minor": new, "reason": "time",
                 "score_milli": milli, "left_s": left_s}
                for each, milli, left_s in stands for old, new in steps]  # fmt: skip
        return int(till.call("log_prices", uuid4(), json.dumps(told))["new"])

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda till: log(till, (8_900, 7_600)), tills))
    assert sorted(counts) == [0, 0, 0, 20]
    assert log(tills[0], (8_900, 7_600)) == 0  # a terminal that was slow
    assert log(tills[1], (7_600, 6_800)) == 20
    assert log(tills[2], (6_800, 7_600)) == 0  # nothing rises again within the hysteresis
    rows = small_store.query(
        "SELECT old_minor, new_minor, reason FROM wedge.price_history WHERE portion_id = %s"
        " ORDER BY id", FIRST,
    )  # fmt: skip
    assert rows == [(8_900, 7_600, "time"), (7_600, 6_800, "time")]
    for till in tills:
        till.link.close()


def test_a_coupon_and_a_role_have_to_be_there(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    offers = [
        {"id": "spring", "name": "Spring", "kind": "percent", "percent": "1/10", "coupon": "S10"},
        {"id": "staff", "name": "Staff", "kind": "percent", "percent": "1/10",
         "roles": ["manager"]},
    ]  # fmt: skip
    set_pricing(small_store, promotions=offers)
    active = rules(small_store)
    ticket, line = uuid4(), uuid4()

    def own(name: str) -> list[Step]:
        told = step("promotion", -890, "promotion.percent", name, "-1000", name.lower())
        return [step("base", PRICE_MINOR), told]

    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST), line=line)
        assert refused(lambda: reprice(till, ticket, active, entry(line, own("Spring")))) == (
            "bad_price", "the coupon is missing",
        )  # fmt: skip
        assert refused(lambda: reprice(till, ticket, active, entry(line, own("Staff")))) == (
            "bad_price", "not a promotion for this role",
        )  # fmt: skip
        assert refused(lambda: reprice(till, ticket, active, entry(line, own("Made up")))) == (
            "bad_price", "no such promotion",
        )  # fmt: skip
        reprice(till, ticket, active, entry(line, own("Spring")), coupons=["S10"])
    assert line_price(small_store, line) == 8010
    assert small_store.one("SELECT coupons FROM wedge.tickets") == ["S10"]

"""A rule that gives no valid price: every till goes on with the last one, also one that starts."""

from collections.abc import Callable

import pytest

from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, portion_ids
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver
from tests.ui.prices.conftest import OpenSlices, in_force, left_on_sale, priced, scored, told
from tests.ui.prices.test_what_the_rules_charge import amounts, both_show

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
TASKS = (
    "SELECT state, extract(epoch FROM due_at - opened_at)::int FROM wedge.tasks"
    " WHERE kind = 'price_correction'"
)
KEPT = "SELECT count(*) FROM wedge.last_prices"
Start = Callable[[str], TillDriver]


def gives_minus_one(shop: SmallShop) -> None:
    """From now on the rules make −1.00 of a base of 4.00."""
    in_force(shop, uplift="-5/4")
    shop.query("SELECT wedge.feed_bump()")


def ordered(till: TillDriver, shop: SmallShop, prices: list[int]) -> None:
    till.tap("tile_P")
    till.until(lambda: amounts(shop) == prices, f"{prices} in the store")


@pytest.mark.spec("BR-10.7")
def test_minus_one_is_never_charged_and_a_till_that_starts_now_sells_at_the_same_last_price(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """4.00 goes on at the till that saw it and at one that starts during the fault; one task."""
    priced(small_store)
    left_on_sale(small_store, 4)
    scored(small_store, 9.5)
    one = open_slices("till-1", 4)
    one.until(lambda: one.text("tilePrice") == "4.00", "the valid price")
    gives_minus_one(small_store)
    told(one)
    one.until(lambda: small_store.query(TASKS) == [("open", 1_800)], "one task")
    one.until(lambda: _again(one) and small_store.one(KEPT) == 4, "kept by the store")
    two = open_slices("till-2", 4)
    both_show("4.00", one, two)
    ordered(one, small_store, [400])
    ordered(two, small_store, [400, 400])
    told(one, two)
    assert small_store.query(TASKS) == [("open", 1_800)]
    # The rules are mended, the price moved since: what was kept has had its time.
    in_force(small_store, uplift="0/1", windows=[{"id": "q", "name": "Quiet", "points": "-1/10"}])
    both_show("3.60", one, two)
    told(one, two)
    one.until(lambda: _again(one) and small_store.one(KEPT) == 2, "forgotten for what is free")


@pytest.fixture
def start(connect: Connect, make_terminal: MakeTerminal, open_till: OpenTill) -> Start:
    """A till that starts now; it shows the slices' tile alone."""

    def start_one(name: str) -> TillDriver:
        till = open_till(connect(make_terminal(name)))
        till.sign_in("The cashier")
        till.program.till._grid.search("Margherita")
        return till

    return start_one


def test_where_no_till_remembers_the_price_history_does(
    start: Start, make_terminal: MakeTerminal, small_store: SmallShop
) -> None:
    """All tills were off when the rules went wrong; 3.60 was the last price written down."""
    priced(small_store)
    left_on_sale(small_store, 1)
    scored(small_store, 9.5)
    make_terminal("an earlier till")
    small_store.query(
        "INSERT INTO wedge.price_history (portion_id, old_minor, new_minor, reason, rules,"
        " terminal_id) SELECT %s, 400, 360, 'time', wedge.price_rules(), id FROM wedge.terminals"
        " LIMIT 1", portion_ids()[0],
    )  # fmt: skip
    gives_minus_one(small_store)
    till = start("till-1")
    till.until(lambda: _again(till) and till.text("tilePrice") == "3.60", "from the history")
    ordered(till, small_store, [360])


@pytest.mark.spec("BR-10.7")
def test_a_product_that_never_had_a_valid_price_is_disabled_and_says_why(
    start: Start, small_store: SmallShop
) -> None:
    priced(small_store)
    left_on_sale(small_store, 2)
    scored(small_store, 9.5)
    gives_minus_one(small_store)
    till = start("till-1")
    till.until(lambda: till.text("tileLeft") == "no valid price", "disabled, with its reason")
    till.until(lambda: _again(till) and bool(small_store.query(TASKS)), "somebody is asked")
    assert small_store.query(TASKS) == [("open", 1_800)]
    till.tap_now("tile_P")
    told(till)
    assert till.lines() == () and amounts(small_store) == []
    assert small_store.one(KEPT) == 0


def _again(till: TillDriver) -> bool:
    """A second passes; what it says to the store is on its way."""
    till.tick()
    return True

"""One more for less at two tills of one real store; whoever leads the shift switches it."""

import pytest

from tests.conftest import MakeTerminal
from tests.support.hand import Hand
from tests.support.seed import PINS, SmallShop, known_id
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured
from tests.ui.pos.test_extra_real import leaves_sale_soon, order_one, prices
from tests.ui.prices.conftest import priced

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.fixture
def enter(
    connect: Connect, make_terminal: MakeTerminal, small_store: SmallShop, open_till: OpenTill
) -> OpenTill:
    """Open a till and sign in with a role of the small shop."""
    measured(small_store)
    leaves_sale_soon(small_store)

    def open_one(role: str) -> TillDriver:
        till = open_till(connect(make_terminal(role)))
        Hand(till).sign_in(f"The {role}", PINS[role])
        till.until(lambda: till.shows("tile_P"), "the tiles")
        return till

    return open_one


@pytest.mark.spec("FUL-03.6")
@pytest.mark.parametrize(("cost", "extra"), [(175, 320), (245, 350)], ids=["2.50", "3.50"])
def test_one_more_costs_a_fifth_less_down_to_the_floor_while_the_shift_lead_offers_it(
    enter: OpenTill, small_store: SmallShop, cost: int, extra: int
) -> None:
    """A slice at 4.00, 12 minutes left; a cost of 1.75 or 2.45 makes a floor of 2.50 or 3.50."""
    priced(small_store, 400, cost, min_margin="3/10")
    till, other = enter("cashier"), enter("shift_lead")
    assert not till.shows("rail_shift")
    order_one(till)
    till.until(lambda: till.shows("extraTake"), "one more is offered")
    lead = Hand(other)
    lead.tap("rail_shift")
    lead.tap("extraOff")
    till.until(lambda: not till.shows("extraTake"), "no longer offered")
    by = "SELECT changed_by FROM wedge.settings ORDER BY version DESC LIMIT 1"
    assert small_store.one(by) == known_id("shift_lead")
    lead.tap("extraOn")
    till.tap("extraTake")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"], "taken")
    assert prices(small_store) == [400, extra]
    assert till.lines()[1].why == "one more for less, sell first"
    decided = small_store.query(
        "SELECT sell_first, charged_minor FROM wedge.allocation_decisions WHERE reason = 'extra'"
    )
    assert decided == [(True, extra)]


def test_a_manager_has_the_switch_too(enter: OpenTill, small_store: SmallShop) -> None:
    till = enter("manager")
    order_one(till)
    till.until(lambda: till.shows("extraTake"), "one more is offered")
    hand = Hand(till)
    hand.tap("rail_shift")
    hand.tap("extraOff")
    extra = "SELECT document #>> '{suggestions,extra}' FROM wedge.settings ORDER BY version DESC"
    till.until(lambda: bool(small_store.one(extra) == "false"), "switched off")
    hand.tap("sheetClose")
    till.until(lambda: not till.shows("extraTake"), "no longer offered")

"""Scarce portions at a till over the real database: what the cashier reads, and a manager's yes."""

import pytest

from tests.conftest import MakeTerminal
from tests.data.test_forecast import past
from tests.data.test_scarce import expect, held, leave
from tests.support.seed import PINS, PIZZA, SmallShop, Till, known_id
from tests.ui.pos.conftest import OpenTill


@pytest.mark.spec("POS-R2.3")
def test_asked_for_three_two_are_held_and_a_manager_allows_the_third(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Forecast 12, 6 sellable."""
    till = open_real("One")
    leave(small_store, 6)
    with Till(make_terminal("Setter")) as setter:
        expect(setter, 12)
    till.until(lambda: PIZZA in till.store.feed.view.demand, "the forecast")
    till.until(lambda: till.program.till._offer(PIZZA).left == 6, "six left")
    till.tap("times_3")
    till.tap("tile_P")
    till.until(lambda: bool(till.program.till._picking.approval.opened), "the question")
    till.until(lambda: len(held(small_store)) == 2, "two held")
    before = held(small_store)
    title, text = till.program.till._notice
    assert title == "Only 2 of Margherita per order now"
    assert "About 12 will be asked for" in text
    approval = till.program.till._picking.approval
    approval.reason("A group orders together")
    approval.ask()
    till.until(lambda: bool(approval.asked), "asked")
    approval.choose(str(known_id("manager")))
    for digit in PINS["manager"]:
        approval.digit(digit)
    approval.submit()
    till.until(lambda: len(held(small_store)) == 3, "the third")
    # Prolonged together with the new one; otherwise as they were.
    assert {each[:2] for each in before} <= {each[:2] for each in held(small_store)}
    till.until(lambda: [row.phase for row in till.lines()] == ["held"] * 3)


def test_a_day_s_forecast_is_made_once_somebody_sells(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Off the screen's thread, from the closed days alone; the second till finds it there."""
    make_terminal("Setter")
    past(small_store, 40)
    till = open_real("One")
    till.until(lambda: PIZZA in till.store.feed.view.demand, "the forecast")
    made = till.store.feed.view.demand[PIZZA]
    assert (made.days, made.method) == (40, "smoothed")
    other = open_real("Two")
    other.until(lambda: other.store.feed.view is not None and bool(other.store.feed.view.demand))
    assert (
        small_store.one("SELECT count(*) FROM wedge.journal WHERE action = 'forecast demand'") == 1
    )

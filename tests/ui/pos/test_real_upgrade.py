"""A better grade at the price of the one asked for, on a real store: offered, taken, refused."""

from datetime import UTC, datetime

import pytest

from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.portion import Grade
from tests.conftest import MakeTerminal
from tests.data.test_forecast import ZONE, save
from tests.data.test_scarce import leave
from tests.support.seed import PIZZA, SmallShop, Till, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver

SAME_PRICE = "A at this price"


def six_a_and_three_b(shop: SmallShop) -> None:
    """3.60 a portion, whatever the grade; the floor is 2.50."""
    ids = leave(shop, 9)
    shop.query("UPDATE wedge.products SET base_price_minor = 360, cost_minor = 175"
               " WHERE id = %s", PIZZA)  # fmt: skip
    shop.query(
        "UPDATE wedge.portions SET inspected_at = clock_timestamp(), inspected_score = 8.6"
        " WHERE id = ANY (%s)", ids[:3],
    )  # fmt: skip
    shop.query("INSERT INTO wedge.settings (version, document) SELECT version + 1, jsonb_set("
               "document, '{pricing,rounding_minor}', '1') FROM wedge.settings")  # fmt: skip
    shop.query("SELECT wedge.feed_bump()")


def need_of_a(shop: SmallShop, portions: int) -> None:
    """So many of grade A in any hour: 40 % of all."""
    shop.query("UPDATE wedge.demand SET hourly_milli = array_fill(%s, ARRAY[48])", portions * 2_500)


def forecast(make_terminal: MakeTerminal, portions: int) -> None:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    demand = ProductDemand(
        PIZZA, datetime.now(ZONE).date(), 1, HourlyDemand(start, (portions * 2_500,) * 48),
        "smoothed", 40, {Grade.A: 4_000, Grade.B: 6_000, Grade.C: 0},
    )  # fmt: skip
    with Till(make_terminal("Setter")) as setter:
        save(setter, demand)


def better(till: TillDriver) -> list[str]:
    return [row.better for row in till.lines()]


def take_b(till: TillDriver, lines: int) -> None:
    till.tap("wheel_P")
    till.tap("grade_B")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"] * lines, "held")


@pytest.mark.spec("FUL-02.7")
def test_too_many_of_the_better_grade_are_offered_at_the_price_of_the_one_asked_for(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """B at 3.60, six A of which four are needed, floor 2.50; then six needed; then floor 3.70."""
    till = open_real("One")
    six_a_and_three_b(small_store)
    forecast(make_terminal, 4)
    till.until(lambda: PIZZA in till.store.feed.view.demand, "the forecast")
    till.until(lambda: till.program.till._offer(PIZZA).left == 9, "nine left")
    take_b(till, 1)
    till.until(lambda: better(till) == [SAME_PRICE], "the offer")
    assert (till.lines()[0].grade, till.lines()[0].amount) == ("B", "3.60")

    need_of_a(small_store, 6)
    till.until(lambda: better(till) == [""], "none at six")
    need_of_a(small_store, 4)
    till.until(lambda: better(till) == [SAME_PRICE], "the offer again")
    small_store.query("UPDATE wedge.products SET cost_minor = 259 WHERE id = %s", PIZZA)
    # What is left is the better grade for more money, as always.
    till.until(lambda: better(till) == ["+0.10 for A"], "none below the floor")
    small_store.query("UPDATE wedge.products SET cost_minor = 175 WHERE id = %s", PIZZA)
    till.until(lambda: better(till) == [SAME_PRICE], "the offer once more")

    till.tap("better_" + till.lines()[0].name)
    till.until(lambda: [row.grade for row in till.lines()] == ["A"], "upgraded")
    assert till.lines()[0].amount == "3.60"
    till.until(lambda: better(till) == [""])
    take_b(till, 2)
    till.until(lambda: better(till) == ["", SAME_PRICE])
    till.tap("noBetter_" + till.lines()[1].name)
    till.until(lambda: better(till) == ["", ""], "declined")
    kept = small_store.query(
        "SELECT kind, charged_minor, staff_id, document ->> 'grade' FROM wedge.allocation_decisions"
        " WHERE kind IN ('upgraded', 'declined') ORDER BY at"
    )
    cashier = known_id("cashier")
    assert kept == [("upgraded", 360, cashier, "A"), ("declined", 360, cashier, "A")]
    answers = small_store.query("SELECT upgrade_answer FROM wedge.ticket_lines ORDER BY position")
    assert answers == [("accepted",), ("declined",)]

"""What a line costs when another portion takes its place, on a real till and store."""

import pytest

from tests.support.seed import SmallShop
from tests.ui.prices.conftest import GRADES, OpenSlices, left_on_sale, priced, scored
from tests.ui.prices.test_what_the_rules_charge import amounts


@pytest.mark.spec("POS-04.5")
def test_a_line_costs_by_the_grade_that_is_held_and_never_more_than_was_quoted(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """B quoted at 4.00: a C in its place is 3.20, an A that nobody asked for stays at 4.00."""
    priced(small_store, grade_factors=GRADES)
    left_on_sale(small_store, 4)
    for score, which in ((8.5, 0), (9.5, 1), (7.5, 2), (7.5, 3)):
        scored(small_store, score, which)
    till = open_slices("till-1", 4)

    def lines() -> list[tuple[str, str]]:
        return [(row.grade, row.amount) for row in till.lines()]

    def take_b() -> None:
        till.tap("wheel_P")
        till.tap("grade_B")

    take_b()
    till.until(lambda: lines() == [("B", "4.00")], "B is held")
    # It is found bad: the only stand-in of its grade or a better one is an A.
    scored(small_store, 6.8, 0)
    till.until(lambda: lines() == [("A", "4.00")], "an A at the quoted price")
    assert amounts(small_store) == [400]
    for key in ("payKey", "exactKey", "nextOrder"):
        till.tap(key)
    # Another B is held, and found bad when only C portions are left: the guest is asked.
    scored(small_store, 8.5, 3)
    till.until(lambda: till.text("tileLeft") == "2 left", "a B again")
    take_b()
    till.until(lambda: lines() == [("B", "4.00")], "B is held")
    scored(small_store, 6.8, 3)
    till.tap("settle_lower")
    till.until(lambda: lines() == [("C", "3.20")], "a C for less")
    assert sorted(amounts(small_store)) == [320, 400]
    till.until(lambda: till.text("orderTotal") == "฿3.20", "the total")

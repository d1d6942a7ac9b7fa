"""The store compares each product's last days with those before and asks for a review, once."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_revenue import Books, Loop, open_books, past_sale
from tests.support.seed import DRINK, PIZZA, SmallShop, Till

REVIEWS = (
    "SELECT title, state, outcome, (subject ->> 'before_minor')::int,"
    " (subject ->> 'after_minor')::int FROM wedge.tasks WHERE kind = 'strategy_review'"
    " ORDER BY opened_at"
)


class Weeks:
    """Two weeks of trade up to yesterday, and the store's daily look at them."""

    def __init__(self, books: Books, till: Till) -> None:
        self.books, self._till = books, till

    def sold(self, product: Any, minor_by_days_ago: dict[int, int]) -> None:
        for ago, minor in minor_by_days_ago.items():
            at = f"{self.books.today() - timedelta(days=ago)} 12:00+07"
            past_sale(self.books, self._till, at, minor, product)

    def look(self) -> list[Any]:
        """A new day's first heartbeat; what was opened so far."""
        self.books.shop.query("DELETE FROM wedge.revenue_looks")
        self.books.shop.query("UPDATE wedge.terminals SET last_seen_at = NULL")
        self._till.call("heartbeat")
        return self.books.shop.query(REVIEWS)


@pytest.fixture
def weeks(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> Iterator[Weeks]:
    store = open_store(make_terminal("Office", Mode.MANAGER))
    with Till(make_terminal("One")) as till:
        yield Weeks(open_books(small_store, store, io_loop), till)


def evenly(total: int, first: int) -> dict[int, int]:
    """A week's revenue by days ago, from `first` days ago on; the rest on its last day."""
    return {first - n: total // 7 + (total % 7 if n == 6 else 0) for n in range(7)}


@pytest.mark.spec("BR-11.6")
def test_a_fall_of_15_percent_opens_one_review_and_less_opens_none(
    weeks: Weeks, make_terminal: MakeTerminal
) -> None:
    shop = weeks.books.shop
    for product, later in ((PIZZA, 85_000), (DRINK, 85_100)):
        weeks.sold(product, evenly(100_000, 14))
        weeks.sold(product, evenly(later, 7))
    assert weeks.look() == [("Margherita", "open", "", 100_000, 85_000)]
    assert len(weeks.look()) == 1, "opened once, not each day"
    task = shop.one("SELECT id FROM wedge.tasks WHERE kind = 'strategy_review'")
    with Till(make_terminal("Second office", Mode.MANAGER), "manager") as manager:
        manager.act("close_task", task, "Smaller whole from Monday")
    closed = [("Margherita", "done", "Smaller whole from Monday", 100_000, 85_000)]
    assert weeks.look() == closed, "the same days are not reviewed twice"
    shop.query("UPDATE wedge.tasks SET opened_at = opened_at - interval '8 days'")
    assert len(weeks.look()) == 2, "still falling a week later: another review"


def test_the_comparison_is_the_managers(weeks: Weeks) -> None:
    """Three days against three, a tenth or more; the store looks once a day."""
    weeks.books.shop.query(
        "UPDATE wedge.settings SET document = document || jsonb_build_object('revenue',"
        ' \'{"version": 2, "review_days": 3, "review_fall": "1/10"}\'::jsonb)'
    )
    weeks.sold(PIZZA, {6: 300, 5: 300, 4: 400, 3: 300, 2: 300, 1: 300, 9: 9_999})
    assert weeks.look() == [("Margherita", "open", "", 1000, 900)]
    assert weeks.books.shop.one("SELECT count(*) FROM wedge.revenue_looks") == 1


@pytest.mark.parametrize(
    "why",
    ["closed", "new", "off", "short"],
)
def test_closed_days_and_new_products_raise_no_alarm(weeks: Weeks, why: str) -> None:
    """A day on which the shop sold nothing is compared with no day; nor is what is not on sale."""
    later = dict.fromkeys(range(1, 8), 1000)
    earlier = {ago + 7: 1000 for ago in later}
    if why == "closed":
        del later[3], later[4]
    elif why == "new":
        earlier, later = {10: 9000, 9: 9000}, dict.fromkeys(later, 100)
        weeks.sold(DRINK, dict.fromkeys(range(1, 15), 500))
    elif why == "off":
        later = dict.fromkeys(later, 10)
        weeks.books.shop.query("UPDATE wedge.products SET active = false WHERE id = %s", PIZZA)
    else:
        later = {1: 10, 2: 10, 3: 10}
    weeks.sold(PIZZA, {**earlier, **later})
    assert weeks.look() == []

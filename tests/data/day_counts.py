"""What the store counts by day for the plots of complaints and ratings, judged by the domain."""

from fractions import Fraction
from typing import Any
from uuid import UUID

from app.data.decoding import flat_decoder
from app.domain.feedback_trend import DayCount, complaint_weeks, star_weeks, week_of
from app.domain.satisfaction import RatingAbout
from tests.support.seed import DRINK, PIZZA


def by_day_as_complained(rows: Any) -> None:
    """A complaint stands with its reason beside all that was served; a rating once, and by food."""
    counts: list[DayCount] = [flat_decoder(DayCount)(each) for each in rows]
    weeks = sorted({week_of(each.day) for each in counts})

    def told(reason: str = "", product: UUID | None = None) -> tuple[int, int]:
        found = complaint_weeks(counts, weeks, product, reason)
        return sum(each.count for each in found), sum(each.of for each in found)

    assert (told(), told("Cold"), told("Dear")) == ((4, 4), (3, 4), (1, 4))
    assert told("Cold", PIZZA) == (3, 4) and told(product=DRINK) == (0, 0)
    (of_pizza,) = (f for f in star_weeks(counts, weeks, PIZZA) if f.of)
    (of_all,) = (f for f in star_weeks(counts, weeks) if f.of)
    (of_order,) = (f for f in star_weeks(counts, weeks, None, RatingAbout.SERVICE) if f.of)
    assert (of_pizza.value, of_all.value, of_order.value) == (
        Fraction(2), Fraction(7, 2), Fraction(5),
    )  # fmt: skip

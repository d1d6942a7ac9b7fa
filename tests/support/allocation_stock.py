"""Hand-made portions and order lines for tests of the choice."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.domain.allocation.request import OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.portion import Grade, PortionState
from benchmarks.allocation_oracle import NOON, PRODUCTS, QUALITY

__all__ = ["NOON", "PRODUCTS", "QUALITY", "slice_of", "wish"]


def slice_of(number: int, grade: Grade, minutes_left: int, **changes: object) -> StockPortion:
    """A free portion of the first product, 8 to a whole, at 4.00 for A and B and 3.20 for C."""
    score_milli = {Grade.A: 9_500, Grade.B: 8_500, Grade.C: 7_500}[grade]
    portion = StockPortion(
        id=UUID(int=1_000 + number),
        number=number,
        product_id=PRODUCTS[0],
        portions_per_whole=8,
        whole_id=UUID(int=500_000),
        wedge=number % 8,
        state=PortionState.AVAILABLE,
        held=False,
        temperature_ok=True,
        score_milli=score_milli,
        grade=grade,
        base_minor=400,
        price_minor=320 if grade is Grade.C else 400,
        cost_minor=150,
        sell_until=NOON + timedelta(minutes=minutes_left),
        safe_until=NOON + timedelta(minutes=minutes_left),
        allergens=frozenset({"milk", "wheat"}),
    )
    return replace(portion, **changes)  # type: ignore[arg-type]


def wish(number: int = 1, **changes: object) -> OrderLine:
    """A line for one portion of the first product."""
    line = OrderLine(UUID(int=900_000 + number), frozenset({PRODUCTS[0]}))
    return replace(line, **changes)  # type: ignore[arg-type]

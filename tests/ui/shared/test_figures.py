"""Premiums and discounts of an order are the real ones: a limit is neither, and all adds up."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.price import PriceReason, PriceStep
from app.ui.shared.figures import figures_text
from tests.support.sample_store import sample_view

VIEW = sample_view(datetime(2026, 3, 2, 11, 0, tzinfo=UTC))
LINE = next(line for line in VIEW.ticket_lines.values() if line.portion_id is not None)


def told(*steps: tuple[PriceReason, int]) -> str:
    breakdown = tuple(PriceStep(reason, amount, 1) for reason, amount in steps)
    price = sum(amount for _, amount in steps)
    line = replace(
        LINE, quantity=1, breakdown=breakdown, base_price_minor=steps[0][1], unit_price_minor=price
    )
    return figures_text([line], VIEW.settings).replace("\u00a0", " ")


R = PriceReason


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        (((R.BASE, 10000), (R.QUALITY, 900), (R.TIME, -5000), (R.CAP, 1000)),
         "Base prices 100.00 · premiums 9.00 · discounts 40.00"),
        (((R.BASE, 10000), (R.TIME, -5000), (R.MARGIN_FLOOR, 2000)),
         "Base prices 100.00 · discounts 30.00"),
        (((R.BASE, 10000), (R.QUALITY, 5000), (R.CAP, -2000)),
         "Base prices 100.00 · premiums 30.00"),
        (((R.BASE, 10000), (R.QUALITY, 900), (R.QUOTED, -900)), ""),
        (((R.BASE, 10000), (R.TIME, -1000), (R.MARGIN_FLOOR, 1500)),
         "Base prices 100.00 · premiums 5.00"),
    ],
)  # fmt: skip
def test_a_limit_is_taken_off_what_it_limits(
    steps: tuple[tuple[PriceReason, int], ...], text: str
) -> None:
    assert told(*steps) == text

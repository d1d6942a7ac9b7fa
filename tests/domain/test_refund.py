"""Refunds: amounts and tax add up exactly however a sale is paid back (docs/refunds.md)."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.policy import LoyaltyPolicy
from app.domain.refund import (
    Goods,
    RefundableLine,
    RefundableSale,
    RefundFault,
    RefundFaulty,
    RefundItem,
    RefundLine,
    plan,
    tax_back,
)
from app.domain.tax import tax_by_rate
from tests.models.loyalty import LoyalSale, goods_worth_minor, money_back

KEY = UUID(int=1)


def line(
    price_minor: int = 400, quantity: int = 1, *, key: int = 1, rate_bp: int = 1000,
    back_minor: int = 0, back: int = 0, waits: bool = False,
) -> RefundableLine:  # fmt: skip
    return RefundableLine(
        UUID(int=key), f"Line {key}", f"S-{key}", quantity, price_minor, rate_bp, back_minor, back,
        handed_over=not waits, waits=waits,
    )  # fmt: skip


def after(known: RefundableLine, item: RefundItem) -> RefundableLine:
    return RefundableLine(
        known.id, known.name, known.portion_code, known.quantity, known.unit_price_minor,
        known.tax_rate_bp, known.refunded_minor + item.amount_minor,
        known.refunded_quantity + item.quantity, known.handed_over, known.waits,
    )  # fmt: skip


def fault(known: RefundableLine, asked: RefundLine) -> RefundFault:
    with pytest.raises(RefundFaulty) as refused:
        plan([known], [asked])
    return refused.value.fault


def test_all_of_a_line_some_pieces_or_a_part_of_the_price() -> None:
    three = line(333, 3)
    for asked, expected in (
        (RefundLine(KEY), (999, 3, True)),
        (RefundLine(KEY, quantity=2), (666, 2, False)),
        (RefundLine(KEY, quantity=3), (999, 3, True)),
        (RefundLine(KEY, amount_minor=40), (40, 0, False)),
        (RefundLine(KEY, amount_minor=999), (999, 3, True)),
    ):
        (item,) = plan([three], [asked])
        assert (item.amount_minor, item.quantity, item.whole) == expected


def test_after_a_part_the_last_pieces_bring_the_exact_rest() -> None:
    (item,) = plan([line(333, 3, back_minor=373, back=1)], [RefundLine(KEY, quantity=2)])
    assert (item.amount_minor, item.quantity, item.whole) == (626, 2, True)


@pytest.mark.parametrize(
    ("known", "asked", "expected"),
    [
        (line(back_minor=400, back=1), RefundLine(KEY), RefundFault.NOTHING_LEFT),
        (line(), RefundLine(KEY, amount_minor=401), RefundFault.TOO_MUCH),
        (line(back_minor=1), RefundLine(KEY, amount_minor=400), RefundFault.TOO_MUCH),
        (line(), RefundLine(KEY, amount_minor=0), RefundFault.BAD_AMOUNT),
        (line(), RefundLine(KEY, quantity=2), RefundFault.BAD_AMOUNT),
        (line(quantity=3), RefundLine(KEY, quantity=0), RefundFault.BAD_AMOUNT),
        (line(), RefundLine(KEY, amount_minor=40, goods=Goods.DISCARDED), RefundFault.GOODS),
        (line(), RefundLine(KEY, goods=Goods.PUT_BACK), RefundFault.GOODS),
        (line(waits=True, quantity=2), RefundLine(KEY, quantity=1, goods=Goods.PUT_BACK),
         RefundFault.GOODS),
    ],
)  # fmt: skip
def test_what_cannot_be_paid_back_says_why(
    known: RefundableLine, asked: RefundLine, expected: RefundFault
) -> None:
    assert fault(known, asked) is expected


def test_nothing_and_the_same_line_twice_are_refused() -> None:
    with pytest.raises(RefundFaulty):
        plan([line()], [])
    with pytest.raises(RefundFaulty):
        plan([line()], [RefundLine(KEY, 10), RefundLine(KEY, 20)])


def test_only_what_has_not_left_the_counter_goes_back() -> None:
    (item,) = plan([line(waits=True)], [RefundLine(KEY, goods=Goods.PUT_BACK)])
    assert item.goods is Goods.PUT_BACK


def test_tax_of_three_portions_goes_back_as_it_was_taken() -> None:
    """3 × 3.33 with 10 % included held 0.91 (POS-R4.1): all of it, and never 3 × 0.30."""
    lines = [line(333, key=key) for key in (1, 2, 3)]
    taken = []
    for key in (1, 2, 3):
        items = plan(lines, [RefundLine(UUID(int=key))])
        taken += [tax for _, tax in tax_back(lines, items)]
        lines = [after(each, items[0]) if each.id == items[0].line.id else each for each in lines]
    assert sum(taken) == 91
    assert taken == [30, 31, 30]


def test_the_second_person_is_needed_above_the_limit_of_the_order() -> None:
    sale = RefundableSale(
        KEY, KEY, "1", 7, 7, datetime(2026, 1, 1, tzinfo=UTC), 5000, 560, 1000, False, ()
    )
    assert not sale.needs_approval(440)
    assert sale.needs_approval(441)


PRICES = st.integers(1, 2_000)
LINES = st.lists(
    st.tuples(PRICES, st.integers(1, 5), st.sampled_from((0, 700, 1000, 1900))),
    min_size=1, max_size=5,
)  # fmt: skip


@given(LINES, st.data())
def test_partial_refunds_give_back_the_price_and_the_tax_exactly(
    sold: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    """In any parts and any order: never more than was paid, at the end all of it, tax per rate."""
    lines = {
        UUID(int=key): line(price, quantity, key=key, rate_bp=rate)
        for key, (price, quantity, rate) in enumerate(sold, start=1)
    }
    receipt = dict(tax_by_rate([(e.tax_rate_bp, e.amount_minor) for e in lines.values()]))
    paid = sum(each.amount_minor for each in lines.values())
    back_minor, back_tax = 0, dict.fromkeys(receipt, 0)
    while open_lines := [each for each in lines.values() if each.left_minor]:
        chosen = data.draw(st.sampled_from(open_lines))
        part = data.draw(st.integers(1, chosen.left_minor))
        # Large steps, so that it ends soon; the pieces come by amounts and by numbers.
        asked = RefundLine(chosen.id, amount_minor=max(part, chosen.left_minor // 2 or 1))
        if chosen.left_quantity and data.draw(st.booleans()):
            asked = RefundLine(chosen.id)
        items = plan(lines.values(), [asked])
        for rate, tax in tax_back(lines.values(), items):
            assert tax >= 0
            back_tax[rate] += tax
        lines[chosen.id] = after(chosen, items[0])
        back_minor += items[0].amount_minor
        kept = dict(tax_by_rate([(e.tax_rate_bp, e.left_minor) for e in lines.values()]))
        assert {rate: kept[rate] + back_tax[rate] for rate in receipt} == receipt
        assert back_minor <= paid
    assert (back_minor, back_tax) == (paid, receipt)
    assert all(each.left_quantity == 0 for each in lines.values())


@given(st.integers(1, 5_000), st.integers(0, 2_000), st.data())
def test_points_see_exactly_the_money_that_was_paid_back(
    paid: int, redeemed: int, data: st.DataObject
) -> None:
    money = data.draw(st.integers(0, paid))
    sale = LoyalSale(KEY, paid + redeemed, 1, LoyaltyPolicy(), redeemed // 5, redeemed)
    worth = goods_worth_minor(money, paid, paid + redeemed)
    assert money_back(sale, worth) == money
    assert 0 <= worth <= sale.total_minor
    assert goods_worth_minor(paid, paid, paid + redeemed) == sale.total_minor

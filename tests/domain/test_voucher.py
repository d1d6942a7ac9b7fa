"""What vouchers pay: in order, never more than is due, never more than they hold."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.voucher import VoucherWorth, shares, suggested_amounts

UNTIL = datetime(2027, 1, 1, tzinfo=UTC)


@given(due=st.integers(0, 10_000), held=st.lists(st.integers(1, 5_000), max_size=6))
def test_shares_never_exceed_the_due_or_a_balance_and_use_what_they_can(
    due: int, held: list[int]
) -> None:
    shown = [VoucherWorth(f"CODE-{n}", minor, UNTIL) for n, minor in enumerate(held)]
    used = shares(due, shown)
    balances = {each.code: each.balance_minor for each in shown}
    assert all(0 < each.amount_minor <= balances[each.code] for each in used)
    assert sum(each.amount_minor for each in used) == min(due, sum(held))


def test_the_keys_offer_the_line_s_own_price_and_notes_above_it() -> None:
    thai = (2000, 5000, 10000, 50000, 100000)
    assert suggested_amounts(8900, thai, 50000) == [8900, 10000]
    assert suggested_amounts(18900, thai, 50000) == [18900, 50000]
    assert suggested_amounts(470, (1000, 5000, 10000), 20000) == [470, 1000]
    assert suggested_amounts(470, (1000,), 400) == []
    assert suggested_amounts(0, (10000,), 50000) == [10000]

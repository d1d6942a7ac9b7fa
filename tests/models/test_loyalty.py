from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.loyalty import Account, EntryKind, rewards_ready
from app.domain.policy import EarnBasis, LoyaltyPolicy
from tests.models.loyalty import (
    LoyalSale,
    LoyaltyEntry,
    LoyaltyRefused,
    account_of,
    earn,
    earned,
    money_back,
    points_back,
    redeem,
    refund,
)

RULE = LoyaltyPolicy()
PER_PORTION = LoyaltyPolicy(2, EarnBasis.PORTIONS, 1, 100, 10, 400)


def _sale(
    number: int, total_minor: int, portions: int = 1, rule: LoyaltyPolicy = RULE
) -> LoyalSale:
    return LoyalSale(UUID(int=number), total_minor, portions, rule)


def _after(entries: list[LoyaltyEntry], entry: LoyaltyEntry | None) -> list[LoyaltyEntry]:
    return [*entries, entry] if entry else entries


def test_a_point_per_full_unit_paid_and_what_is_left_after_a_refund() -> None:
    sale = _sale(1, 1_320, 3)
    ledger = _after([], earn([], sale))
    assert account_of(ledger) == Account(13)
    back = refund(ledger, sale, 440, 1)
    assert back.money_minor == 440
    assert account_of([*ledger, *back.entries]) == Account(8)


def test_refunds_take_points_in_proportion_and_compensation_earns_none() -> None:
    sale = _sale(1, 700, 2)
    ledger = _after([], earn([], sale))
    ledger += refund(ledger, sale, 300, 1).entries
    assert account_of(ledger) == Account(4)
    assert earn(ledger, _sale(2, 0, 0)) is None
    assert earn([], _sale(3, 99)) is None


def test_ten_slices_make_a_free_one_until_one_of_them_comes_back() -> None:
    ledger: list[LoyaltyEntry] = []
    sales = [_sale(number, 400, 1, PER_PORTION) for number in range(10)]
    for sale in sales:
        ledger = _after(ledger, earn(ledger, sale))
    assert account_of(ledger).balance == 10
    assert rewards_ready(account_of(ledger), PER_PORTION, online=True) == 1
    assert rewards_ready(account_of(ledger), PER_PORTION, online=False) == 0
    ledger += refund(ledger, sales[3], 400, 1).entries
    assert account_of(ledger).balance == 9
    assert rewards_ready(account_of(ledger), PER_PORTION, online=True) == 0


def test_a_hundred_points_pay_five_and_come_back_with_the_goods() -> None:
    ledger = _after([], earn([], _sale(1, 12_000)))
    sale, entry = redeem(ledger, _sale(2, 1_000, 2), 1, online=True)
    ledger.append(entry)
    assert (sale.paid_minor, account_of(ledger).balance) == (500, 20)
    ledger = _after(ledger, earn(ledger, sale))
    assert account_of(ledger).balance == 25
    half = refund(ledger, sale, 500, 1)
    assert half.money_minor == 250
    ledger += half.entries
    assert account_of(ledger).balance == 25 + 50 - 3
    rest = refund(ledger, sale, 500, 1)
    assert rest.money_minor == 250
    assert account_of([*ledger, *rest.entries]) == Account(120)


def test_points_already_spent_are_owed_not_given_away() -> None:
    first = _sale(1, 10_000)
    ledger = _after([], earn([], first))
    second, entry = redeem(ledger, _sale(2, 500), 1, online=True)
    ledger.append(entry)
    ledger += refund(ledger, first, 10_000, 1).entries
    assert account_of(ledger) == Account(0, 100)
    ledger = _after(ledger, earn(ledger, _sale(3, 3_000)))
    assert account_of(ledger) == Account(0, 70)
    ledger += refund(ledger, second, 500, 1).entries
    assert account_of(ledger) == Account(30, 0)


@pytest.mark.parametrize(
    ("points", "total_minor", "rewards", "online", "refusal"),
    [
        (100, 500, 1, False, "offline"),
        (99, 500, 1, True, "too_few_points"),
        (200, 999, 2, True, "more_than_the_total"),
    ],
)
def test_redeeming_is_refused(
    points: int, total_minor: int, rewards: int, online: bool, refusal: str
) -> None:
    ledger = [LoyaltyEntry(UUID(int=9), EntryKind.EARN, points, 0, 1)]
    with pytest.raises(LoyaltyRefused, match=refusal):
        redeem(ledger, _sale(1, total_minor), rewards, online=online)


def test_odd_requests_are_errors() -> None:
    sale = _sale(1, 700)
    ledger = _after([], earn([], sale))
    with pytest.raises(ValueError, match="already"):
        earn(ledger, sale)
    with pytest.raises(ValueError, match="at least one"):
        redeem(ledger, sale, 0, online=True)
    with pytest.raises(ValueError, match="negative"):
        refund(ledger, sale, -1, 0)
    with pytest.raises(LoyaltyRefused, match="more_than_was_bought"):
        refund(ledger, sale, 701, 1)


@given(
    st.sampled_from([RULE, PER_PORTION, replace(RULE, points_each=3, unit_minor=250)]),
    st.lists(
        st.tuples(
            st.sampled_from(["buy", "buy with points", "refund"]),
            st.integers(0, 40_000),
            st.integers(0, 10),
        ),
        max_size=30,
    ),
)
def test_in_whatever_order_points_are_neither_made_nor_negative(
    rule: LoyaltyPolicy, steps: list[tuple[str, int, int]]
) -> None:
    ledger: list[LoyaltyEntry] = []
    sales: list[LoyalSale] = []
    refunded: dict[UUID, tuple[int, int]] = {}
    money: dict[UUID, int] = {}
    for number, (what, amount, pick) in enumerate(steps, start=1):
        if what == "refund":
            if not sales:
                continue
            sale = sales[pick % len(sales)]
            done_minor, done_portions = refunded[sale.id]
            goods = min(amount, sale.total_minor - done_minor)
            portions = min(1, sale.portions - done_portions)
            given_back = refund(ledger, sale, goods, portions)
            ledger += given_back.entries
            refunded[sale.id] = (done_minor + goods, done_portions + portions)
            money[sale.id] += given_back.money_minor
        else:
            sale = _sale(number, amount, 1 + pick, rule)
            rewards = min(
                rewards_ready(account_of(ledger), rule, online=True), amount // rule.reward_minor
            )
            if what == "buy with points" and rewards:
                sale, entry = redeem(ledger, sale, rewards, online=True)
                ledger.append(entry)
            ledger = _after(ledger, earn(ledger, sale))
            sales.append(sale)
            refunded[sale.id], money[sale.id] = (0, 0), 0
        account = account_of(ledger)
        assert account.balance >= 0
        assert account.owed >= 0
        assert account.balance == 0 or account.owed == 0
        entitled = sum(
            earned(each, *refunded[each.id])
            - each.redeemed_points
            + points_back(each, refunded[each.id][0])
            for each in sales
        )
        assert account.balance - account.owed == entitled
        for each in sales:
            assert money[each.id] == money_back(each, refunded[each.id][0]) <= each.paid_minor
            if refunded[each.id][0] == each.total_minor:
                assert money[each.id] == (each.paid_minor if each.total_minor else 0)

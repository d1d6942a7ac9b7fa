"""Goodwill vouchers in a till's window on the real store: granted after a complaint, paid with."""

from typing import Any

import pytest

from tests.conftest import MakeTerminal
from tests.data.test_vouchers import granted
from tests.support.screen import is_closed
from tests.support.seed import PINS, SmallShop, Till
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.pos.test_real_recovery import complain, sell

OWED = "SELECT amount_minor, balance_minor FROM wedge.vouchers"


def write(till: TillDriver, name: str, text: str) -> None:
    """Type into a field."""
    till.item(name).setProperty("text", text)


def granted_at(till: TillDriver) -> None:
    """The manager allows what was asked at this till."""
    till.tap("approvalReason_0")
    till.tap("approvalAsk")
    till.tap("approver_The manager")
    for digit in PINS["manager"]:
        till.tap(f"approvalPin_{digit}")
    till.tap("approvalGrant")


@pytest.mark.spec("POS-R3.2")
def test_a_voucher_is_asked_of_a_manager_and_pays_for_the_next_order(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    small_store.query("UPDATE wedge.products SET base_price_minor = 440, cost_minor = 100")
    till = open_real("till-1")
    sell(till)
    complain(till)
    till.tap("giveVoucher_0")
    till.until(lambda: till.shows("approvalReason_0"), "a manager is asked")
    assert small_store.query(OWED) == []
    granted_at(till)
    till.until(lambda: till.shows("recoveryGiven"), "given")
    code = str(small_store.one("SELECT code FROM wedge.vouchers"))
    assert code in str(till.item("recoveryGiven").property("title"))
    till.tap("askAgain_0")
    till.until(lambda: is_closed(till.window, "recoverySheet"), "settled")
    till.tap("rail_sell")
    till.tap("tile_P")
    till.until(lambda: till.item("payKey").isEnabled(), "pay")
    till.tap("payKey")
    till.tap("voucherKey")
    write(till, "voucherCode", "nonsense")
    till.tap("voucherEnter")
    till.until(lambda: till.shows("voucherError"), "refused")
    write(till, "voucherCode", code.lower())
    till.tap("voucherEnter")
    till.until(lambda: till.shows("voucherPays_0"), "taken")
    till.until(lambda: till.text("exactKey") == "Pay with the voucher", "nothing left for cash")
    assert small_store.query(OWED) == [(440, 440)], "nothing is taken before the sale"
    till.tap("exactKey")
    till.until(lambda: till.shows("nextOrder"), "paid")
    assert small_store.query(OWED) == [(440, 0)]
    tenders = "SELECT tender, amount_minor FROM wedge.payments ORDER BY at"
    assert small_store.query(tenders) == [("cash", 440), ("voucher", 440)]


def test_cash_pays_the_rest_and_one_that_another_till_spent_is_refused_whole(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    till = open_real("till-1")
    with Till(make_terminal("Other")) as other:
        code = granted(other, small_store, 300)
        till.until(lambda: "4.40" in till.text("tilePrice"), "the new price")
        till.tap("tile_P")
        till.until(lambda: till.item("payKey").isEnabled(), "pay")
        till.tap("payKey")
        till.tap("voucherKey")
        write(till, "voucherCode", code)
        till.tap("voucherEnter")
        till.until(lambda: "1.40" in till.text("due"), "the rest")
        small_store.query("UPDATE wedge.vouchers SET expires_at = clock_timestamp()")
        till.tap("exactKey")
        till.until(lambda: till.shows("payError") and not till.shows("voucherPays_0"), "refused")
        till.until(lambda: "4.40" in till.text("due"), "all of it is due")
        till.tap("exactKey")
        till.until(lambda: till.shows("nextOrder"), "paid in cash")
    rows: Any = small_store.query(OWED)
    assert rows == [(300, 300)]

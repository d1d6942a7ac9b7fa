"""Refunds in real windows on the real database: points, two tills at once, the guest's display."""

import json
from uuid import UUID

import pytest

from app.domain.people import Mode
from app.ui.customer.display import derive_display
from app.ui.pos.refund_props import RefundRow
from tests.conftest import MakeTerminal
from tests.data.test_guests import enrol
from tests.data.test_link import proxied
from tests.support.refunds import limit, lines_of, price, sell, sound
from tests.support.seed import SmallShop, Till, portion_ids
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured

BALANCE = "SELECT balance FROM wedge.point_balance(%s)"


def rows(till: TillDriver) -> tuple[RefundRow, ...]:
    return tuple(till.program.till._refund._lines.rows)


def phase(till: TillDriver) -> str:
    return str(till.program.till._refund._get_props()["phase"])


def begin(till: TillDriver, number: int) -> None:
    till.tap("rail_receipts")
    till.tap(f"refund_{number}")
    till.until(lambda: bool(rows(till)), "the receipt's lines")


def choose(till: TillDriver, place: int) -> None:
    till.tap(f"refundLine_{rows(till)[place].key}")
    till.until(lambda: rows(till)[place].chosen, "chosen")
    till.tap("refundReason_0")


def regular(store: SmallShop, till: Till) -> UUID:
    """A guest with 200 points from before."""
    guest = enrol(till)
    earlier = sell(till, (portion_ids()[-1], 440), base=440)
    store.query(
        "INSERT INTO wedge.point_entries (customer_id, ticket_id, kind, points, owed,"
        " policy_version) VALUES (%s, %s, 'return', 200, 0, 1)", guest, earlier,
    )  # fmt: skip
    return guest


@pytest.mark.expects_log  # queries of the lost connection are cancelled
def test_points_come_with_the_sale_go_with_the_refund_and_wait_while_offline(
    make_terminal: MakeTerminal, connect: Connect, open_till: OpenTill, small_store: SmallShop
) -> None:
    """13.20 adds 13; with 4.40 back 8 are left; without the store no redeeming."""
    limit(small_store)
    price(small_store, 440)
    measured(small_store)
    with Till(make_terminal("Office till")) as other:
        guest = regular(small_store, other)
    with proxied(small_store, make_terminal("till-1")) as (proxy, url):
        till = open_till(connect(url))
        till.sign_in("The cashier")
        for _ in range(3):
            till.tap("tile_P")
        till.until(lambda: [row.phase for row in till.lines()] == ["held"] * 3, "in the order")
        till.tap("guestKey")
        till.tap("guest_Malee")
        till.until(lambda: bool(till.item("redeemKey").isEnabled()), "could pay with points")
        till.tap("sheetClose")
        till.tap("payKey")
        till.tap("exactKey")
        till.tap("nextOrder")
        assert small_store.one("SELECT total_minor FROM wedge.receipts WHERE register = 'till-1'"
                               ) == 1320  # fmt: skip
        assert small_store.one(BALANCE, guest) == 200 + 13
        begin(till, 1)
        choose(till, 0)
        till.tap("refundPay")
        till.until(lambda: phase(till) == "done", "paid back")
        till.until(lambda: till.text("refundPoints").endswith("-5"), "the guest's points")
        till.until(
            lambda: till.item("refundPreview").property("implicitHeight") > 100, "its receipt"
        )
        assert small_store.one(BALANCE, guest) == 200 + 8
        till.tap("refundClose")
        till.tap("rail_sell")
        till.tap("tile_P")
        till.until(lambda: len(till.lines()) == 1, "the next order")
        till.tap("guestKey")
        till.tap("guest_Malee")
        till.until(lambda: bool(till.item("redeemKey").isEnabled()), "could pay with points")
        proxy.go_dark()
        till.until(lambda: not till.item("redeemKey").isEnabled(), "never while offline")
        proxy.light_up()
        till.until(lambda: bool(till.item("redeemKey").isEnabled()), "back again")
    sound(small_store)


def test_two_tills_at_once_and_the_guests_display(
    make_terminal: MakeTerminal, connect: Connect, open_real: OpenTill, small_store: SmallShop
) -> None:
    limit(small_store)
    one, two = open_real("till-1"), open_real("till-2")
    display = connect(make_terminal("Display", Mode.CUSTOMER, register="till-1"))
    for _ in range(2):
        one.tap("tile_P")
    one.until(lambda: len(one.lines()) == 2 and bool(one.item("payKey").isEnabled()), "order")
    one.tap("payKey")
    one.tap("exactKey")
    one.tap("nextOrder")
    ticket = small_store.one("SELECT ticket_id FROM wedge.receipts")
    line = lines_of(small_store, ticket)[0]
    begin(one, 1)
    # The other till finds the receipt by its number: it is of another register.
    two.tap("rail_receipts")
    two.tap("findReceipt")
    two.tap("findKey_1")
    two.tap("findGo")
    two.tap("found_till-1-000001")
    two.until(lambda: bool(rows(two)), "found")
    for till in (one, two):
        choose(till, 0)
        till.rest("refundPay")
    for till in (one, two):
        till.tap_now("refundPay")
    both = (one, two)
    one.until(
        lambda: (
            sorted(phase(till) for till in both) == ["choosing", "done"]
            and not any(t.program.till._refund._get_props()["busy"] for t in both)
        ),
        "one pays, one is refused",
    )
    late = next(till for till in both if phase(till) == "choosing")
    late.until(
        lambda: str(late.item("refundError").property("title")).endswith("was paid back already")
    )
    assert small_store.query("SELECT line_id, amount_minor FROM wedge.refund_items") == [
        (line, 8900)
    ]
    sound(small_store)
    if late is one:
        return

    def shown() -> str:
        view = display.feed.view
        if view is None:
            return ""
        props = derive_display(view, display.terminal_id, display.feed.now(),
                               display.feed.status.state)  # fmt: skip
        return f"{props.page} {props.total}"

    one.until(lambda: shown() == "refund ฿89.00", "the guest's display")


def test_the_managers_pin_lets_a_refund_above_the_limit_through(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """The limit is the policy's: 10.00 of one order unless the store says otherwise."""
    till = open_real("till-1")
    till.tap("tile_P")
    till.until(lambda: bool(till.item("payKey").isEnabled()), "order")
    till.tap("payKey")
    till.tap("exactKey")
    till.tap("nextOrder")
    begin(till, 1)
    till.until(lambda: rows(till)[0].chosen, "the only line")
    till.tap("refundReason_0")
    till.until(lambda: till.shows("refundSecond"), "said before")
    till.tap("refundPay")
    till.tap("approvalReason_0")
    till.tap("approvalAsk")
    till.tap("approver_The manager")
    for digit in "123456":
        till.tap(f"approvalPin_{digit}")
    till.tap("approvalGrant")
    till.until(lambda: phase(till) == "done", "paid back")
    ((reason, approver, amount),) = small_store.query(
        "SELECT f.reason, s.name, f.amount_minor FROM wedge.refunds f"
        " JOIN wedge.staff s ON s.id = f.approved_by"
    )
    assert (reason, approver, amount) == ("Not as it should be", "The manager", 8900)
    asked = small_store.one("SELECT subject FROM wedge.approvals WHERE action = 'refund'")
    assert json.dumps(asked) != "{}"
    sound(small_store)

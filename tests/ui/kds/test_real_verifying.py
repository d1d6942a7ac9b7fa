"""Verifying portions before they are prepared: the kitchen's window on the real store."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.screen import shows, until
from tests.support.seed import SmallShop, Till, candidate, known_id
from tests.ui.kds.test_real_store import Cook, RealKitchen
from tests.ui.kds.test_real_store import cook as cook
from tests.ui.kds.test_real_store import store as store
from tests.ui.kds.test_real_store import till as till

DEMANDED = (
    "UPDATE wedge.settings SET document = jsonb_set(document, '{kitchen}',"
    " '{\"verify_by_code\": true}')"
)


@pytest.fixture(autouse=True)
def demanded(small_store: SmallShop) -> None:
    """The shop demands that each label is read."""
    small_store.query(DEMANDED)


def scan(kitchen: RealKitchen, code: str) -> None:
    """Every key of the code within a moment, then Enter, to whatever has the focus."""
    press: Any = QTest.keyClick
    for each in (*code, Qt.Key.Key_Return):
        press(kitchen.program.window, each)


def sell(till: Till, portion: str) -> tuple[UUID, UUID]:
    ticket, line = uuid4(), uuid4()
    till.reserve(ticket, candidate(known_id(portion)), line=line)
    till.act("pay_cash", ticket, 8900, 8900)
    return ticket, line


def sheet(kitchen: RealKitchen) -> Any:
    return kitchen.program.model.property("lines").property("check").property("sheet")


def kitchen_state(shop: SmallShop, line: UUID) -> Any:
    return shop.one("SELECT kitchen_state FROM wedge.ticket_lines WHERE id = %s", line)


def order_of_cards(kitchen: RealKitchen) -> list[str]:
    return [card.key for card in kitchen.cards()]


@pytest.mark.spec("FUL-03.1")
def test_the_wrong_label_is_refused_and_the_right_one_takes_a_scan_and_a_tap(
    cook: Cook, till: Till, small_store: SmallShop
) -> None:
    async def body(kitchen: RealKitchen) -> None:
        _, line = sell(till, "portion 1/0")
        await kitchen.tap(f"item_{line}")
        await until(lambda: shows(kitchen.shell, "checkGood"))
        check = sheet(kitchen)
        assert "P-100" in check.property("codes")
        await until(lambda: kitchen.program.window.activeFocusItem() is not None)
        scan(kitchen, "P-200")
        await until(lambda: bool(check.property("mismatch")))
        assert check.property("message") == "P-200 is another portion. Put it back and scan P-100."
        check.good()
        assert kitchen_state(small_store, line) == "queued"
        await kitchen.tap("sheetClose")
        await until(lambda: not shows(kitchen.shell, "checkGood"))
        scan(kitchen, "P-100")
        await until(lambda: shows(kitchen.shell, "checkGood"))
        assert check.property("code") == "P-100"
        await kitchen.tap("checkGood")
        await until(lambda: kitchen_state(small_store, line) == "verified")
        kept = "SELECT staff_id, passed, scanned FROM wedge.verifications WHERE line_id = %s"
        assert small_store.query(kept, line) == [(known_id("kitchen"), True, "P-100")]

    cook(body)


@pytest.mark.spec("FUL-03.4")
def test_a_portion_that_fails_is_replaced_and_its_order_keeps_its_place(
    cook: Cook, till: Till, small_store: SmallShop
) -> None:
    async def body(kitchen: RealKitchen) -> None:
        first, _ = sell(till, "portion 2/9")
        ticket, line = sell(till, "portion 1/0")
        last, _ = sell(till, "portion 2/8")
        queue = [str(first), str(ticket), str(last)]
        await until(lambda: order_of_cards(kitchen) == queue)
        await kitchen.tap(f"item_{line}")
        await kitchen.tap("label_P-100")
        await kitchen.tap("checkNotGood")
        await kitchen.tap("failed_dry edge")
        code = "SELECT portion_code FROM wedge.ticket_lines WHERE id = %s"
        await until(lambda: small_store.one(code, line) != "P-100")
        held = "SELECT quality_status, state FROM wedge.portions WHERE code = 'P-100'"
        assert small_store.query(held) == [("failed", "quarantined")]
        taken = small_store.one(code, line)
        await until(lambda: any(item["code"] == taken for card in kitchen.cards()
                                for item in card.items))  # fmt: skip
        assert order_of_cards(kitchen) == queue
        banner = kitchen.shell.banner
        await until(lambda: banner.property("title") == "P-100 is on hold")

    cook(body)

"""Enter presses the main key of the sheet that is open, wherever the last touch was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.pos.coupons import CouponDesk
from app.ui.shared import scene
from tests.support.screen import is_closed
from tests.ui.pos.conftest import TillDriver
from tests.ui.pos.test_scanning import portions, scan


def enter(till: TillDriver) -> None:
    QTest.keyClick(till.window, Qt.Key.Key_Return)


def closed(till: TillDriver, sheet: str) -> None:
    till.until(lambda: is_closed(till.window, sheet), f"{sheet} closed")


def asking(till: TillDriver) -> None:
    till.tap("wheel_M")
    till.tap("wheelAsk")
    till.rest("askConfirm")


def test_enter_after_a_touch_presses_the_main_key_and_not_the_touched_one(
    selling: TillDriver,
) -> None:
    asking(selling)
    selling.tap("askMore")
    selling.until(lambda: selling.text("askQuantity") == "2", "two")
    enter(selling)
    selling.until(lambda: selling.line_names() == ["Margherita"] * 2, "both in the order")
    closed(selling, "askSheet")


def test_enter_presses_what_tab_led_to(selling: TillDriver) -> None:
    asking(selling)
    selling.item("askMore").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    enter(selling)
    selling.until(lambda: selling.text("askQuantity") == "2", "one more, nothing in the order")
    assert selling.lines() == ()


def test_enter_at_once_and_while_the_main_key_is_disabled(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"], "held")
    before = selling.lines()[0].amount
    selling.tap("discountKey")
    selling.rest("discountApply")
    assert not selling.item("discountApply").isEnabled()
    enter(selling)
    selling.tap("discountShare_5")
    selling.tap("discountReason_0")
    selling.until(lambda: selling.item("discountApply").isEnabled(), "still open and ready")
    enter(selling)
    closed(selling, "discountSheet")
    selling.until(lambda: selling.lines()[0].amount != before, "taken off")
    selling.tap("avoidKey")
    selling.rest("avoidSave")
    enter(selling)
    selling.until(lambda: not selling.shows("avoidSave"), "kept by Enter at once")


def test_enter_in_the_field_of_a_sheet_counts_once(
    selling: TillDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(CouponDesk, "take", lambda _self, code: told.append(code))
    selling.tap("tile_M")
    selling.tap("couponKey")
    field = selling.item("couponCode_input")
    selling.until(lambda: bool(field.property("activeFocus")), "ready to be written in")
    scene.type_text(selling.window, "SAVE10")
    selling.until(lambda: selling.item("couponEnter").isEnabled(), "typed")
    enter(selling)
    selling.until(lambda: told == ["SAVE10"], "once")


def test_the_enter_of_a_scan_presses_nothing(selling: TillDriver) -> None:
    code = portions(selling)[0].code
    asking(selling)
    scan(selling, code)
    selling.item("askNote_input").forceActiveFocus()
    scan(selling, code)
    selling.until(lambda: selling.text("askNote_input").endswith(code), "written")
    assert selling.shows("askConfirm")
    assert selling.lines() == ()
    scene.type_text(selling.window, " well done")
    enter(selling)
    selling.until(lambda: selling.line_names() == ["Margherita"], "a person's Enter")


def test_enter_takes_the_only_guest_found_and_never_opens_a_new_one(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.tap("guestKey")
    selling.tap("guestSearch_input")
    scene.type_text(selling.window, "nobody of this name")
    enter(selling)
    assert selling.shows("guestSearch_input")
    QTest.keyClick(selling.window, Qt.Key.Key_Escape)
    selling.until(lambda: not selling.shows("guestSearch_input"), "left")

"""Selling by real clicks in a real window."""

from app.services.refusal import RefusalCode, Refused
from app.ui.shared import scene
from tests.ui.pos.conftest import TillDriver


def test_one_item_cash_sale_takes_three_taps(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.tap("payKey")
    selling.tap("exactKey")
    assert "0" in selling.text("change")
    assert selling.taps == 3
    selling.tap("tile_M")
    selling.until(lambda: selling.line_names() == ["Margherita"])
    assert selling.taps == 4


def test_quick_taps_each_add_one(selling: TillDriver) -> None:
    for _ in range(4):
        selling.tap("tile_P")
    selling.until(lambda: len(selling.line_names()) == 4)


def test_removing_a_line_releases_its_portion(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: selling.line_names() == ["Margherita"])
    selling.tap("remove_Margherita")
    selling.until(lambda: selling.line_names() == [])
    held = [p for p in selling.store.feed.known.portions.values() if p.ticket_id]
    assert selling.program.till._order.ticket_id not in {p.ticket_id for p in held}


def test_a_gone_portion_is_said(selling: TillDriver) -> None:
    selling.store.feed.fail_next(Refused(RefusalCode.GONE))
    selling.tap("tile_M")
    notice = selling.item("tillNotice")
    assert "Margherita" in str(notice.property("title"))
    assert selling.line_names() == []


def test_too_little_money_is_refused_with_a_sentence(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.tap("payKey")
    selling.tap("cashKey_1")
    selling.tap("payTyped")
    assert selling.item("payError").property("title") == "Not enough money"
    assert not selling.shows("change")


def test_a_wrong_pin_keeps_the_till_locked(till: TillDriver) -> None:
    till.sign_in(pin="9999")
    till.until(lambda: "Wrong PIN" in till.text("pinMessage"))
    assert not till.shows("payKey")


def test_the_keyboard_sells(selling: TillDriver) -> None:
    scene.type_text(selling.window, "marg")
    selling.until(lambda: selling.program.till._grid._search == "marg")
    scene.press_key(selling.window, "Return")
    selling.until(lambda: selling.line_names() == ["Margherita"])

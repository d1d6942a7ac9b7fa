"""Bad input at the till: each ends in a clear sentence and an unchanged or whole database."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from app.hardware.printer_fault import FaultKind, PrinterFault
from app.services.store_view import Entity
from app.ui.shared import scene
from tests.conftest import MakeTerminal
from tests.support.sample_store import FakeStore, sample_view
from tests.support.seed import SmallShop
from tests.ui.pos.conftest import NOW, Connect, OpenTill, TillDriver
from tests.ui.pos.test_order import inside, renamed

ENDLESS = ("Pizza " + "x" * 60 + " with everything ").ljust(500, "W")[:500]
THAI_500 = ("พิซซ่าหน้าทะเลรวมมิตรกุ้งปลาหมึกและหอย" * 20)[:500]
EMOJI_500 = ("🎂🍓 Birthday cake ชีสเค้ก 👩‍🍳🏳️‍🌈 " * 30)[:500]
SIZES = ((1024, 768), (1366, 768), (1920, 1080))


def test_a_little_less_than_the_total_is_refused_and_nothing_is_written(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    till = open_real("till-1")
    till.tap("tile_P")
    till.tap("payKey")
    for key in "88":
        till.tap(f"cashKey_{key}")
    till.tap("payTyped")
    error = till.item("payError")
    assert error.property("title") == "Not enough money"
    assert error.property("text") == "฿1.00 is missing. Nothing was paid."
    assert till.text("tendered") == "88"
    assert not till.shows("change")
    assert small_store.one("SELECT count(*) FROM wedge.payments") == 0
    assert small_store.one("SELECT count(*) FROM wedge.receipts") == 0
    assert small_store.one("SELECT state::text FROM wedge.tickets") == "open"
    till.tap("cashKey_erase")
    till.tap("cashKey_9")
    assert not till.shows("payError"), "typing on takes the sentence away"
    till.tap("payTyped")
    assert till.text("change").endswith("0.00")
    assert small_store.one("SELECT tendered_minor FROM wedge.payments") == 8900


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_names_of_500_characters_stay_inside_everywhere(
    open_till: OpenTill, size: tuple[int, int]
) -> None:
    names = {"M": ENDLESS, "P": THAI_500, "C": EMOJI_500, "E1": ENDLESS}
    assert {len(name) for name in names.values()} == {500}
    till = open_till(FakeStore(renamed(sample_view(NOW), **names), NOW))
    till.window.resize(*size)
    till.sign_in()
    for count, code in enumerate(names, start=1):
        till.tap(f"tile_{code}")
        till.until(lambda count=count: len(till.lines()) == count)  # type: ignore[misc]
    till.until(lambda: till.item("payKey").isEnabled())
    for holder in ("productGrid", "orderLines"):
        inside(till, holder)
        till.until(partial(tidy, till, holder), f"{holder} laid out")
    till.tap("wheel_M")
    sheet = till.item("wheelList")
    till.until(lambda: sheet.width() > 0, "laid out")
    title, close = till.item("sheetTitle"), till.item("sheetClose")
    assert box(title, till).right() <= box(close, till).left()
    assert box(close, till).right() <= till.window.width()
    till.until(lambda: not overlaps(till, "wheelList"), "the wheel laid out")
    till.tap("sheetClose")
    till.until(lambda: not till.shows("wheelList"))
    till.tap("rail_orders")
    till.until(lambda: not overlaps(till, "ordersList"), "the orders laid out")


def box(item: QQuickItem, till: TillDriver) -> Any:
    """The item's place in its window."""
    return item.mapRectToItem(till.window.contentItem(), item.boundingRect())


def tidy(till: TillDriver, holder: str) -> bool:
    return not overlaps(till, holder)


def overlaps(till: TillDriver, holder: str) -> list[tuple[str, str]]:
    """Pairs of texts inside `holder` that cover each other by more than a pixel."""
    root = till.item(holder)
    texts = [
        (item, item.mapRectToItem(root, QRectF(0, 0, item.width(), item.height())))
        for item in scene.visible_items(till.window)
        if item.metaObject().indexOfProperty("elide") >= 0
        and root.isAncestorOf(item)
        and item.property("text")
    ]
    assert texts, holder
    found = []
    for at, (one, here) in enumerate(texts):
        for other, there in texts[at + 1 :]:
            common = here.intersected(there)
            if common.width() > 1 and common.height() > 1:
                found.append((str(one.property("text"))[:20], str(other.property("text"))[:20]))
    return found


class SwitchedPrinter:
    """A printer that can be switched on and remembers what it printed."""

    width_px = 576

    def __init__(self) -> None:
        self.on = False
        self.printed: list[str] = []

    def check(self) -> None:
        if not self.on:
            raise PrinterFault(FaultKind.UNREACHABLE, "no answer")

    def print(self, image: QImage, name: str) -> None:
        self.check()
        self.printed.append(name)


@pytest.mark.expects_log
def test_a_printer_that_is_off_is_said_and_prints_later(open_till: OpenTill) -> None:
    printer = SwitchedPrinter()
    till = open_till(FakeStore(sample_view(NOW), NOW), printer)
    till.sign_in()
    for _ in range(2):
        till.tap("tile_P")
        till.tap("payKey")
        till.tap("exactKey")
        assert till.text("change").endswith("0.00")
        till.tap("nextOrder")
    till.until(lambda: till.text("rail_printer") == "Printer ▲", "the till says so")
    till.tap("rail_printer")
    notice = till.item("printerNotice")
    till.until(lambda: "2 receipts wait" in str(notice.property("text")))
    till.tap("rail_receipts")
    assert not overlaps(till, "receiptsList")
    printer.on = True
    till.until(lambda: len(printer.printed) == 2, "both receipts on paper")
    till.until(lambda: till.text("rail_printer") == "Printer")
    assert len(set(printer.printed)) == 2


def test_wrong_pins_are_counted_delayed_and_locked_in_words(
    connect: Connect, make_terminal: MakeTerminal, open_till: OpenTill, small_store: SmallShop
) -> None:
    till = open_till(connect(make_terminal("till-1")))
    till.tap("staff_The cashier")
    for count in (1, 2):
        enter_pin(till, "9999")
        said = f"Wrong PIN. That was wrong try {count}. Try again."
        till.until(lambda said=said: till.text("pinMessage") == said)  # type: ignore[misc]
    small_store.query("UPDATE wedge.staff SET failed_attempts = 4")
    enter_pin(till, "9999")
    till.until(lambda: till.text("pinMessage").startswith("Wrong PIN. Try again in 0:0"))
    assert not till.item("pinKey_1").isEnabled()
    assert not till.item("pinEnter").isEnabled()
    small_store.query("UPDATE wedge.staff SET failed_attempts = 9, locked_until = NULL")
    till.tap("pinBack")
    till.tap("staff_The cashier")
    enter_pin(till, "9999")
    locked = r"Locked after too many wrong PINs\. .*\b(30:00|29:5\d)\b"
    till.until(lambda: re.match(locked, till.text("pinMessage")) is not None)
    till.tap("pinBack")
    till.tap("staff_The cashier")
    enter_pin(till, "1234")
    till.until(lambda: till.text("pinMessage").startswith("Locked after too many wrong PINs."))
    assert not till.shows("payKey"), "the right PIN is refused while the lock lasts"
    assert small_store.one("SELECT count(*) FROM wedge.staff_sessions") == 0


def enter_pin(till: TillDriver, pin: str) -> None:
    for digit in pin:
        till.tap(f"pinKey_{digit}")
    till.tap("pinEnter")


EXPIRED = "No longer fit for sale: Margherita"


@pytest.mark.spec("BR-05.4")
def test_a_portion_past_its_limit_leaves_the_order_when_payment_starts(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    till = open_real("till-1")
    till.tap("tile_P")
    till.tap("tile_D")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"])
    small_store.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() - interval '1 minute'"
        " WHERE state = 'reserved'"
    )
    view = till.store.feed
    till.until(lambda: any(p.expires_at < view.now() for p in view.view.portions.values()), "past")
    assert till.text("orderTotal").endswith("109.00")
    till.tap("payKey")
    till.until(lambda: till.item("tillNotice").property("title") == EXPIRED)
    assert not till.shows("exactKey")
    till.until(lambda: till.line_names() == ["Water"])
    till.until(lambda: till.text("orderTotal").endswith("20.00"), "the total is recomputed")
    assert not [name for name in scene.names([till.window]) if "pin" in name.lower()]
    till.tap("payKey")
    till.tap("exactKey")
    assert till.text("change").endswith("0.00")
    assert small_store.one("SELECT total_minor FROM wedge.receipts") == 2000


def test_a_portion_that_expires_while_cash_is_counted_is_refused_and_taken_out(
    selling: TillDriver,
) -> None:
    """The till believes it is still good; the store, which decides, does not."""
    selling.tap("tile_M")
    selling.tap("tile_P")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held", "held"])
    feed, code = selling.store.feed, selling.lines()[0].detail[:6]
    (portion,) = (p for p in feed.known.portions.values() if p.code == code)
    soon = replace(portion, expires_at=feed.now() + timedelta(seconds=60))
    feed.put((Entity.PORTION, portion.id, soon))
    selling.tap("payKey")
    selling.item("exactKey")
    selling.store.advance(61)
    selling.tap("exactKey")
    selling.until(lambda: selling.line_names() == ["Pepperoni"])
    assert selling.item("tillNotice").property("title") == EXPIRED
    assert not selling.shows("change")
    selling.tap("payKey")
    selling.tap("exactKey")
    assert selling.text("change").endswith("0.00")

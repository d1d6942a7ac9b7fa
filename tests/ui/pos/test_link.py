"""A slow, lost and recovered store, a silent kitchen and a printer that is off."""

import asyncio
import time
from typing import Any

import pytest
from PySide6.QtGui import QImage

from app.domain.ids import new_id
from app.hardware.printer_fault import FaultKind, PrinterFault
from app.services.ports import LinkState, LinkStatus
from app.ui.shared import scene
from tests.support.sample_store import FakeStore, run_now, sample_session, sample_view, stocked_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver


class OffPrinter:
    """A printer without power."""

    width_px = 576

    def check(self) -> None:
        raise PrinterFault(FaultKind.UNREACHABLE, "no answer")

    def print(self, image: QImage, name: str) -> None:
        raise PrinterFault(FaultKind.UNREACHABLE, "no answer")


def held_back(selling: Any, name: str) -> asyncio.Event:
    """Let the store's call `name` wait for the event that is returned."""
    answer, call = asyncio.Event(), getattr(selling, name)

    async def late(*args: Any, **wish: Any) -> Any:
        await answer.wait()
        return await call(*args, **wish)

    setattr(selling, name, late)
    return answer


def phase(till: TillDriver) -> str:
    rows = till.lines()
    return rows[0].phase if rows else ""


def test_a_slow_store_shows_the_waiting_sign_then_retry(selling: TillDriver) -> None:
    answer = held_back(selling.store.selling, "reserve_first")
    tapped_s = time.monotonic()
    selling.tap("tile_M")
    assert phase(selling) == "waiting"
    selling.until(lambda: phase(selling) == "slow")
    assert time.monotonic() - tapped_s >= 0.45
    selling.until(lambda: selling.text("lineDetail") == "… waiting for the store …")
    selling.until(lambda: phase(selling) == "retry")
    # Qt's coarse timers may be 5 % early.
    assert time.monotonic() - tapped_s >= 2.8
    assert selling.text("lineDetail") == "▲ no answer, nothing is held"
    assert not selling.item("payKey").isEnabled()
    answer.set()
    selling.until(lambda: not _held(selling), "the late hold is given back")
    selling.tap("retry_Margherita")
    selling.until(lambda: phase(selling) == "held")
    assert len(_held(selling)) == 1


def _held(till: TillDriver) -> list[Any]:
    mine = till.program.till._order.ticket_id
    return [p for p in till.store.feed.known.portions.values() if p.ticket_id == mine]


def test_a_lost_link_blocks_selling_until_it_is_back(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: phase(selling) == "held")
    selling.store.lose_link()
    notice = selling.item("lostNotice")
    assert notice.property("title") == "No connection to the store"
    assert not selling.item("payKey").isEnabled()
    scene.click(selling.item("tile_P"), 0.85, 0.15)
    scene.type_text(selling.window, "pepp")
    scene.press_key(selling.window, "Return")
    assert selling.line_names() == ["Margherita"]
    selling.store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
    selling.program.till._grid.search("")
    selling.until(lambda: not selling.shows("lostNotice"))
    selling.tap("tile_P")
    selling.until(lambda: selling.line_names() == ["Margherita", "Pepperoni"])
    selling.tap("payKey")
    selling.tap("exactKey")
    assert selling.text("change").endswith("0.00")


def test_a_stale_picture_marks_the_tiles_with_its_age(selling: TillDriver) -> None:
    selling.store.set_status(LinkStatus(LinkState.STALE, None, NOW))
    selling.store.advance(2)
    selling.tick()
    selling.until(lambda: selling.text("tileAge") == "◆ not current: 2 s old")
    selling.store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
    selling.until(lambda: "not current" not in selling.text("tileAge"))


def test_the_kitchens_silence_is_an_alarm_after_ten_seconds(open_till: OpenTill) -> None:
    till = open_till(FakeStore(stocked_view(NOW), NOW))
    till.sign_in()
    till.tap("tile_M")
    till.tap("payKey")
    till.tap("exactKey")
    till.item("change")
    till.store.advance(10)
    till.tick()
    assert not till.shows("kitchenAlarm")
    till.store.advance(1)
    till.tick()
    alarm = till.item("kitchenAlarm")
    assert alarm.property("title") == "The kitchen has not confirmed order 1"
    till.until(lambda: alarm.width() > till.px(100), "laid out")
    till.tap("kitchenAlarm")
    till.item("order_1")
    ticket = next(iter(till.store.feed.known.tickets.values()))
    _acknowledge(till, ticket.id)
    till.until(lambda: not till.shows("kitchenAlarm"))


def _acknowledge(till: TillDriver, ticket_id: Any) -> None:
    ploy = sample_session(till.store.feed.known, "Ploy", "Kitchen")
    run_now(till.store.kitchen.acknowledge(ploy, request=new_id(), ticket_id=ticket_id))


@pytest.mark.expects_log
def test_selling_goes_on_while_the_printer_is_off(open_till: OpenTill) -> None:
    till = open_till(FakeStore(sample_view(NOW), NOW), OffPrinter())
    till.sign_in()
    for _ in range(2):
        till.tap("tile_P")
        till.tap("payKey")
        till.tap("exactKey")
        till.item("change")
        till.tap("nextOrder")
    till.until(lambda: till.text("rail_printer") == "Printer ▲")
    till.tap("rail_printer")
    notice = till.item("printerNotice")
    till.until(lambda: "Selling goes on" in str(notice.property("text")))
    till.tap("rail_sell")
    till.tap("tile_P")
    till.until(lambda: till.line_names() == ["Pepperoni"])

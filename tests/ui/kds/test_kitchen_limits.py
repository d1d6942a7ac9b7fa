"""Food past its limit, tickets behind "+N more", refused acknowledgements, and the keyboard."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from app.domain.portion import PortionState
from app.domain.ticket import KitchenState, TicketState
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, first_line, many, number_of, portion_of

TARGET_PX = 12 * 3.78


def past_limit(view: StoreView) -> StoreView:
    """The first line's portion reached its safety limit a minute ago."""
    portion = view.portions[portion_of(first_line(view))]
    late = replace(portion, expires_at=NOW - timedelta(minutes=1))
    return replace(view, portions=MappingProxyType({**view.portions, late.id: late}))


def without_free_portions(view: StoreView) -> StoreView:
    kept = {
        key: portion
        for key, portion in view.portions.items()
        if portion.state is not PortionState.AVAILABLE
    }
    return replace(view, portions=MappingProxyType(kept))


def title(screen: Screen) -> str:
    return str(screen.vm.property("banner").property("title"))


def small_keys(screen: Screen) -> list[str]:
    """Keys in sight that are lower than 12 mm, or narrower."""
    return [
        item.objectName()
        for item in scene.visible_items(screen.window)
        if item.inherits("QQuickAbstractButton")
        and min(item.height(), item.width()) < TARGET_PX - 0.5
    ]


def test_past_its_limit_it_is_refused_and_replaced(shell: Shell, run: Run) -> None:
    screen = Screen(shell, past_limit(sample_view(NOW)))
    old = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        number = number_of(screen.view)
        note = screen.board.property("cards").rows[0].items[0]["note"]
        assert note == "past its limit: do not serve"
        assert not screen.item(f"bump_{number}").isEnabled()
        screen.picture("past-limit-1920")
        await screen.click(f"item_{old.id}")
        await screen.until(lambda: title(screen) == "Past its limit: do not serve it")
        assert screen.line_is(old.id, KitchenState.QUEUED)
        screen.picture("past-limit-refused")
        await screen.click("noticeDismiss")
        await screen.click(f"replace_{old.id}")
        await screen.until(lambda: first_line(screen.view).portion_code != old.portion_code)
        new = first_line(screen.view)
        assert new.unit_price_minor == old.unit_price_minor
        shown = screen.board.property("cards").rows[0].items[0]
        assert (shown["code"], shown["changed"], shown["blocked"]) == (
            new.portion_code,
            True,
            False,
        )
        assert shown["place"].endswith(str(new.place))
        await screen.until(lambda: not screen.all(f"replace_{old.id}"))
        screen.picture("replaced")
        await screen.click(f"bump_{number}")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)

    run(body())


def test_nothing_free_says_what_to_do(shell: Shell, run: Run) -> None:
    screen = Screen(shell, without_free_portions(past_limit(sample_view(NOW))))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        await screen.click(f"replace_{line.id}")
        await screen.until(lambda: title(screen) == f"No {line.name} of that worth is free")
        assert "refund" in screen.vm.property("banner").property("text")
        assert first_line(screen.view).portion_code == line.portion_code

    run(body())


def test_tickets_behind_the_count_are_taken_in(shell: Shell, run: Run) -> None:
    screen = Screen(shell, many(sample_view(NOW), 12))

    async def body() -> None:
        await screen.sign_in()
        assert screen.item("more").property("text").startswith("+")
        await screen.until(
            lambda: all(
                ticket.acknowledged_at is not None
                for ticket in screen.view.tickets.values()
                if ticket.state is TicketState.PAID
            )
        )
        assert screen.vm.property("header").property("ackText") == "all tickets acknowledged"

    run(body())


def test_a_refused_acknowledgement_is_no_fault_and_not_repeated(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    asked: list[Any] = []
    faults: list[BaseException] = []
    shell.on_error(lambda error, _name: faults.append(error))

    async def refusing(*_: Any, **named: Any) -> None:
        asked.append(named["ticket_id"])
        raise Refused(RefusalCode.CHANGED)

    screen.store.kitchen.acknowledge = refusing  # type: ignore[method-assign]

    async def body() -> None:
        await screen.sign_in()
        await screen.until(lambda: asked)
        ticks: list[None] = []
        shell.clock.tick.connect(lambda: ticks.append(None))
        await screen.until(lambda: len(ticks) == 2)
        assert asked == [PAID]
        assert (faults, title(screen)) == ([], "")

    run(body())


def test_items_by_keyboard(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    lines = screen.view.lines_of(PAID)

    async def body() -> None:
        await screen.sign_in()
        screen.key("Down")
        screen.key("Down")
        assert screen.board.property("selectedItem") == str(lines[1].id)
        screen.key("Space")
        await screen.until(lambda: screen.line_is(lines[1].id, KitchenState.VERIFIED))
        screen.key("Up")
        screen.key("Return")
        await screen.until(lambda: screen.line_is(lines[0].id, KitchenState.VERIFIED))
        assert screen.view.tickets[PAID].state is TicketState.PAID
        screen.key("Escape")
        screen.key("Return")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)

    run(body())


def test_replace_by_keyboard(shell: Shell, run: Run) -> None:
    screen = Screen(shell, past_limit(sample_view(NOW)))
    code = first_line(screen.view).portion_code

    async def body() -> None:
        await screen.sign_in()
        screen.key("Down")
        screen.key("X")
        await screen.until(lambda: first_line(screen.view).portion_code != code)

    run(body())


def test_all_day_summary_by_key(shell: Shell, run: Run) -> None:
    screen = Screen(shell, many(sample_view(NOW), 6))

    async def body() -> None:
        await screen.sign_in()
        screen.key("S")
        await screen.until(lambda: screen.all("allDaySheetCount"))
        screen.picture("all-day")
        screen.key("Escape")
        await screen.until(lambda: not screen.all("allDaySheetCount"))

    run(body())


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_keys_are_large_and_rows_are_whole(shell: Shell, run: Run, size: tuple[int, int]) -> None:
    screen = Screen(shell, many(past_limit(sample_view(NOW)), 12))

    async def body() -> None:
        await screen.sign_in()
        screen.window.resize(*size)
        await screen.until(lambda: screen.window.contentItem().width() == size[0])
        await screen.until(lambda: screen.all("more"))
        assert small_keys(screen) == []
        screen.picture(f"past-limit-many-{size[0]}")
        if size[1] == 768:
            await screen.click("advice")
            screen.picture("advice-1366")
        keys = [i for i in scene.visible_items(screen.window) if cuts(i)]
        assert keys
        for key in keys:
            assert inside(key, screen)
        screen.vm.property("stock").planCut(keys[0].objectName().removeprefix("cut_"))
        await screen.until(lambda: screen.all("cutConfirm"))
        await screen.until(lambda: screen.item("cutConfirm").height() >= TARGET_PX)
        screen.picture(f"cut-{size[0]}")
        assert small_keys(screen) == []
        assert screen.view.settings.store_name in screen.item("place").property("text")

    run(body())


def cuts(item: QQuickItem) -> bool:
    return item.objectName().startswith("cut_") and item.inherits("QQuickAbstractButton")


def inside(item: QQuickItem, screen: Screen) -> bool:
    """The whole item lies within every clipping ancestor and the window."""
    own = item.mapRectToScene(item.boundingRect())
    at = item.parentItem()
    while at is not None:
        if at.clip() and not at.mapRectToScene(at.boundingRect()).adjusted(-1, -1, 1, 1).contains(
            own
        ):
            return False
        at = at.parentItem()
    return own.bottom() <= screen.window.height()

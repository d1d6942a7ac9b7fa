"""What a guest reads from the other side of the counter: whole words, wheels in the middle."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from app.domain.voucher import Voucher
from app.services.store_view import Entity, StoreView
from app.ui.customer.program import build
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view, stocked_view
from tests.support.screen import item, until
from tests.ui.conftest import Run
from tests.ui.customer.test_refund import _pay

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
LONG = "Caramelised aubergine & smoked mozzarella lasagne, our recipe"
SIZES = [(1920, 1080), (1366, 768), (1280, 800)]


def opened(shell: Shell, store: FakeStore, size: tuple[int, int]) -> QQuickWindow:
    program = build(shell, store)
    shell.show(program.window, second_screen=True)
    program.window.resize(*size)
    return program.window


def named(window: QQuickWindow, name: str) -> list[QQuickItem]:
    return [each for each in scene.visible_items(window) if each.objectName() == name]


def cut_off(window: QQuickWindow) -> list[str]:
    texts = [each for each in scene.visible_items(window) if each.inherits("QQuickText")]
    return [str(each.property("text")) for each in texts if each.property("truncated")]


def middle(found: QQuickItem) -> float:
    return found.mapToScene(QPointF(found.width() / 2, 0)).x()


def top(found: QQuickItem) -> float:
    return found.mapToScene(QPointF(0, 0)).y()


def long_names(view: StoreView) -> StoreView:
    products = {key: replace(each, name=LONG) for key, each in view.products.items()}
    return replace(view, products=MappingProxyType(products))


FOURTEEN = (
    "celery gluten crustaceans egg fish lupin milk molluscs mustard nuts peanuts sesame soy"
    " sulphites"
)


@pytest.mark.parametrize("size", SIZES)
def test_todays_wheels_stand_in_the_middle_with_their_whole_names(
    shell: Shell, run: Run, size: tuple[int, int]
) -> None:
    async def body() -> None:
        window = opened(shell, FakeStore(long_names(stocked_view(NOW)), NOW), size)
        await item(shell, "idlePage")
        await until(lambda: len(named(window, "idleWheel")) == 5)

        def settled() -> bool:
            window.grabWindow()
            wheels = sorted(named(window, "idleWheel"), key=top)
            if not all(each.height() > 50 for each in wheels) or cut_off(window):
                return False
            rows = (wheels[:3], wheels[3:])
            centres = [sum(middle(each) for each in row) / len(row) for row in rows]
            even = max(each.width() for each in wheels) - min(each.width() for each in wheels) < 2
            return even and all(abs(each - size[0] / 2) < 3 for each in centres)

        await until(settled)

    run(body())


def test_an_empty_shop_greets_in_the_middle(shell: Shell, run: Run) -> None:
    view = replace(stocked_view(NOW), portions=MappingProxyType({}), wholes=MappingProxyType({}))

    async def body() -> None:
        window = opened(shell, FakeStore(view, NOW), (1280, 800))
        name = await item(shell, "storeName")

        def in_the_middle() -> bool:
            window.grabWindow()
            return 250 < name.mapToScene(QPointF(0, name.height() / 2)).y() < 450

        await until(in_the_middle)

    run(body())


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", SIZES)
def test_the_voucher_and_what_it_paid_are_read_whole(
    shell: Shell, run: Run, language: str, size: tuple[int, int]
) -> None:
    shell.use_locale(language)

    async def body() -> None:
        store = FakeStore(sample_view(NOW), NOW, terminal="Till 2")
        window = opened(shell, store, size)
        await item(shell, "orderPage")
        ticket_id, total = await _pay(store)
        ticket = replace(
            store.feed.known.tickets[ticket_id], voucher_minor=total, tendered_minor=1_234_500
        )
        store.feed.put((Entity.TICKET, ticket_id, ticket))
        received = await item(shell, "tenderedText")
        await until(lambda: "12,345" in str(received.property("text")))
        await until(lambda: not received.property("truncated"))
        store.advance(5)
        now = store.feed.now()
        store.feed.put((Entity.VOUCHER, UUID(int=7), Voucher(
            UUID(int=7), "C93T", 123_456_700, 123_456_700, now + timedelta(days=365), ticket_id,
            "Cold", now, now, ticket.staff_id, None, ticket.terminal_id,
        )))  # fmt: skip
        card, paper = await item(shell, "voucherCard"), await item(shell, "voucherPaper")
        await until(lambda: "C93T" in str(paper.property("text")))

        def inside() -> bool:
            window.grabWindow()
            return 0 < top(card) < size[1] - card.height() and not cut_off(window)

        await until(inside)

    run(body())


@pytest.mark.parametrize("size", [(1280, 720), (800, 600)])
def test_no_allergen_of_a_line_ends_in_dots(shell: Shell, run: Run, size: tuple[int, int]) -> None:
    every = tuple(FOURTEEN.split())
    view = long_names(sample_view(NOW))
    lines = {key: replace(each, allergens=every) for key, each in view.ticket_lines.items()}
    view = replace(view, ticket_lines=MappingProxyType(lines))

    async def body() -> None:
        window = opened(shell, FakeStore(view, NOW, terminal="Till 2"), size)
        await until(lambda: bool(named(window, "guestAllergens")))
        await until(lambda: window.contentItem().width() == size[0])
        window.grabWindow()
        told = named(window, "guestAllergens")
        assert all(str(each.property("text")).count("·") == len(every) - 1 for each in told)
        assert cut_off(window) == []

    run(body())

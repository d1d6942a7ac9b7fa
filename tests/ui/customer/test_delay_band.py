"""The band for orders that come later than promised: read beside whatever page is shown."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from app.domain.ids import new_id
from app.domain.ticket import TicketState
from app.services.store_view import StoreView
from app.ui.customer.delays import delays_text
from app.ui.customer.program import build
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view
from tests.support.screen import item, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def late(view: StoreView, count: int) -> StoreView:
    """So many paid orders of the open order's till come later, numbers of four digits first."""
    opened = next(t for t in view.tickets.values() if t.state is TicketState.OPEN)
    paid = next(t for t in view.tickets.values() if t.state is TicketState.PAID)
    tickets = dict(view.tickets)
    for index in range(count):
        each = replace(
            paid, id=new_id(), number=9001 + index, terminal_id=opened.terminal_id,
            delayed_from=NOW + timedelta(minutes=4), delayed_at=NOW,
            promised_at=NOW + timedelta(minutes=10 * (index % 2)),
        )  # fmt: skip
        tickets[each.id] = each
    return replace(view, tickets=MappingProxyType(tickets))


def test_nobody_who_waits_is_left_out() -> None:
    view = late(sample_view(NOW), 7)
    tills = frozenset(ticket.terminal_id for ticket in view.tickets.values())
    assert delays_text(view, tills, NOW).split("\n") == [
        "Orders 9001, 9003, 9005, 9007: they are being made now",
        "Order 9002: a fresh piece is on its way, ready about 18:10 (was 18:04)",
        "Orders 9004, 9006: fresh pieces are on their way",
    ]
    few = delays_text(late(sample_view(NOW), 4), tills, NOW).split("\n")
    assert few[0] == "Orders 9001, 9003: they are being made now"
    assert [line[:10] for line in few[1:]] == ["Order 9002", "Order 9004"]


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
@pytest.mark.parametrize("count", [1, 7])
def test_the_band_is_read_whole_and_hides_nothing_of_the_order(
    shell: Shell, run: Run, language: str, size: tuple[int, int], count: int
) -> None:
    shell.use_locale(language)

    async def body() -> None:
        store = FakeStore(late(sample_view(NOW), count), NOW, terminal="Till 2")
        program = build(shell, store)
        shell.show(program.window, second_screen=True)
        program.window.resize(*size)
        band, text = await item(shell, "delayBand"), await item(shell, "delayText")
        total = await item(shell, "guestTotal")
        await until(lambda: band.height() > 0 and not text.property("truncated"))
        await until(
            lambda: (
                total.mapToScene(total.boundingRect().bottomLeft()).y()
                <= band.mapToScene(band.boundingRect().topLeft()).y()
            )
        )
        program.window.grabWindow()
        folder = os.environ.get("WEDGE_PICTURES")
        if folder:
            name = f"delay-{language}-{size[0]}-{count}.png"
            program.window.grabWindow().save(str(Path(folder) / name))
        lines = [i for i in scene.visible_items(program.window) if i.objectName() == "guestLines"]
        await until(lambda: lines[0].height() > 100)

    run(body())

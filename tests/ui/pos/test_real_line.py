"""A score that falls in a straight line, on every connected screen of the real store."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.data.feed import LiveFeed
from app.domain.people import Mode
from app.services.offers import derive_offer
from app.ui.manager.program import OfficeProgram
from app.ui.pos.falling import falls
from app.ui.shared.format import clock
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.support.seed import PINS, PIZZA, SmallShop, known_id
from tests.ui.pos.conftest import PATIENCE_MS, Connect, OpenTill, TillDriver

FIRST = known_id("portion 1/0")


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> list[timedelta]:
    """How far every screen's clock is ahead of the server's: one entry, to be changed."""
    ahead = [timedelta()]
    real = LiveFeed.now

    def shifted(feed: LiveFeed) -> datetime:
        return real(feed) + ahead[0]

    monkeypatch.setattr(LiveFeed, "now", shifted)
    return ahead


def office_shows(shell: Shell, office: OfficeProgram, grades: str) -> bool:
    """Whether the stock page lists the pizza with these grades."""
    shell.clock.tick.emit()
    lines = office.office._stock._products.rows
    return any(line.grades == grades for line in lines)


def paints(till: TillDriver, grade: str, count: str) -> bool:
    """Whether the tile that is on the screen has this grade and so many of it."""
    till.tick()
    tile = till.item("tile_P").property("tile")
    shown = tile.toVariant() if hasattr(tile, "toVariant") else tile
    return bool(shown["grade"] == grade and shown["gradeCounts"] == [
        {"grade": grade, "count": count}
    ])  # fmt: skip


@pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
@pytest.mark.spec("FUL-A.6")
def test_every_screen_shows_the_lower_grade_after_21_minutes(
    open_real: OpenTill, small_store: SmallShop, clocks: list[timedelta], connect: Connect,
    make_terminal: MakeTerminal, qtbot: QtBot, loop: asyncio.AbstractEventLoop,
) -> None:  # fmt: skip
    """0.05 points a minute from 9.0: the boundary of 8.0 is 20 minutes ahead, then it is C."""
    one, two = open_real("till-1"), open_real("till-2")
    shell = Shell(windowed=True)
    store = connect(make_terminal("Office", Mode.MANAGER))
    office = OfficeProgram(shell, store)
    qtbot.waitUntil(lambda: store.feed.view is not None, timeout=PATIENCE_MS)
    sign_in = office.office._sign_in
    sign_in.choose(str(known_id("manager")))
    for digit in PINS["manager"]:
        sign_in.digit(digit)
    sign_in.submit()
    qtbot.waitUntil(lambda: sign_in.session is not None, timeout=PATIENCE_MS)
    office.office.go("stock")
    small_store.query("UPDATE wedge.products SET curve = 'linear', e7_s = 3600 WHERE id = %s"
                      " RETURNING id", PIZZA)  # fmt: skip
    small_store.query("UPDATE wedge.portions SET inspected_at = clock_timestamp(),"
                      " inspected_score = 9.0 RETURNING id")  # fmt: skip
    for till in (one, two):
        till.until(partial(paints, till, "B", "20"), "just under 9")
    seen_at = small_store.one("SELECT inspected_at FROM wedge.portions WHERE id = %s", FIRST)
    view = one.store.feed.view
    ahead = falls(view, view.portions[FIRST], view.products[PIZZA], one.store.feed.now())
    assert [row["value"] for row in ahead] == [clock(seen_at + timedelta(minutes=20),
                                                     view.settings)]  # fmt: skip
    assert ahead[0]["title"] == "Falls below B"
    clocks[0] = timedelta(minutes=21)
    for till in (one, two):
        till.until(partial(paints, till, "C", "20"), "the lower grade")
    now = one.store.feed.now()
    offer = derive_offer(view, PIZZA, now)
    score = next(w.score for wheel in offer.wheels for w in wheel.wedges if w.portion_id == FIRST)
    minutes = (now - seen_at).total_seconds() / 60
    assert score == pytest.approx(9.0 - 0.05 * minutes, abs=1e-6)
    assert score + 0.05 * (minutes - 21) == pytest.approx(7.95, abs=1e-6)

    qtbot.waitUntil(partial(office_shows, shell, office, "A 0  B 0  C 20"), timeout=PATIENCE_MS)
    closing: Any = loop.create_task(shell.aclose(office))
    qtbot.waitUntil(closing.done, timeout=PATIENCE_MS)
    shell.deleteLater()

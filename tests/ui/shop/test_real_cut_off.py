"""A screen that misses what happens says so on every surface, over the real store."""

import re
import time
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.services.ports import LinkState
from app.ui.shared import scene
from tests.conftest import MakeTerminal
from tests.support.seed import PINS, SmallShop, known_id
from tests.support.tcp_proxy import TcpProxy
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured
from tests.ui.prices.conftest import OpenScreen, Screen

pytestmark = [
    pytest.mark.qt_log_ignore("QRhiGles2: Failed to create"), pytest.mark.expects_log,
]  # fmt: skip
CUT_OFF_S = 31


class Clock:
    """Seconds that go by as ever, and some more at once."""

    def __init__(self) -> None:
        self.more_s = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.more_s


@pytest.mark.spec("FUL-R.1")
def test_cut_off_for_31_seconds_till_kitchen_guest_and_office_show_the_mark(
    open_till: OpenTill, open_screen: OpenScreen, connect: Connect, small_store: SmallShop,
    make_terminal: MakeTerminal,
) -> None:  # fmt: skip
    measured(small_store)
    server, clock = urlsplit(small_store.admin_url), Clock()
    proxy = TcpProxy(str(server.hostname), server.port or 5432)

    def reach(url: str) -> PgStore:
        through = url.replace(f":{server.port}/", f":{proxy.port}/")
        return connect(through, monotonic=clock)

    try:
        till = open_till(reach(make_terminal("till-1")))
        till.sign_in("The cashier")
        kitchen, guest, office = (
            open_screen(mode, "till-1" if mode is Mode.CUSTOMER else None, reach)
            for mode in (Mode.KDS, Mode.CUSTOMER, Mode.MANAGER)
        )
        screens = (till, kitchen, guest, office)
        till.until(lambda: till.text("tileLeft") == "20 left", "the till's figures")
        guest.until(partial(unpaused, guest), "the guest's figures")
        sign_in(office.program.office._sign_in, office, "manager")
        sign_in(kitchen.program.model._sign_in, kitchen, "kitchen")
        office.until(lambda: pages(office) == 1, "the office's figures")
        proxy.go_dark()
        clock.more_s = CUT_OFF_S
        for screen in screens:
            screen.until(partial(lost, screen), "lost")
        till.until(partial(tile_marked, till), "the till's mark")
        assert till.item("lostNotice").property("title") == "No connection to the store"
        guest.until(lambda: guest.shows("lostPage"), "the guest sees no figure")
        for screen in (kitchen, office):
            screen.until(partial(marked, screen), "marked, with its age")
        office.until(lambda: pages(office) == 0.5, "the office's figures are drawn as old")
        proxy.light_up()
        for screen in screens:
            screen.until(partial(live, screen), "live again")
        till.until(lambda: "not current" not in till.text("tileAge"), "no mark")
        for screen in (kitchen, office):
            screen.until(partial(unmarked, screen), "no mark")
        guest.until(
            lambda: guest.program._model.property("page") == "idle", "the guest's figures again"
        )
    finally:
        proxy.close()


def sign_in(model: Any, screen: Screen, role: str) -> None:
    screen.until(lambda: screen.store.feed.view is not None, "the store")
    model.choose(str(known_id(role)))
    for digit in PINS[role]:
        model.digit(digit)
    model.submit()
    screen.until(lambda: model.session is not None, "signed in")


def pages(office: Screen) -> float:
    """How opaque the office's figures are."""
    found = scene.find([office.window], "officePages")
    return -1.0 if found is None else float(found.opacity())


def marked(screen: Screen) -> bool:
    """Whether it says that what it shows is not current, and how old it is."""
    found = scene.find([screen.window], "lostNotice")
    words = "" if found is None else f"{found.property('title')} / {found.property('text')}"
    told = re.match(r"Not current: Store not reachable / What you see is (\d+) s old\.", words)
    return told is not None and int(told[1]) >= CUT_OFF_S


def tile_marked(till: TillDriver) -> bool:
    told = re.fullmatch(r"◆ not current: (\d+) s old", till.text("tileAge"))
    return told is not None and int(told[1]) >= CUT_OFF_S


def unpaused(guest: Screen) -> bool:
    return bool(guest.program._model.property("page") == "idle")


def unmarked(screen: Screen) -> bool:
    return scene.find([screen.window], "lostNotice") is None


def lost(screen: Screen | TillDriver) -> bool:
    state = screen.store.feed.status.state
    return bool(state is LinkState.LOST)


def live(screen: Screen | TillDriver) -> bool:
    state = screen.store.feed.status.state
    return bool(state is LinkState.LIVE)

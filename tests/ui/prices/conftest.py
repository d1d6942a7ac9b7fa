"""Tills, the guest's display and the office in real windows on one real store."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.people import Mode
from app.domain.quality import QualityAt
from app.services.appraisal import Appraiser
from app.ui.customer.program import build as build_display
from app.ui.kds.program import build as build_kitchen
from app.ui.manager.program import build as build_office
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.data.test_prices import set_pricing
from tests.support.seed import CABINET, PINS, PIZZA, SmallShop, portion_ids
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, connect, errors, loop, open_till

__all__ = ["connect", "errors", "loop", "open_till"]

GRADES = {"a": "11/10", "b": "1/1", "c": "4/5"}
MANY_S = 1_000_000
"""So slow a decay that a score stays what somebody saw."""


class Screen:
    """A window of which only what it shows is of interest."""

    def __init__(self, shell: Shell, store: Any, program: Any, qtbot: QtBot) -> None:
        self.shell, self.store, self.program, self.qtbot = shell, store, program, qtbot
        self.window = program.window

    def shows(self, name: str) -> bool:
        return scene.find([self.window], name) is not None

    def text(self, name: str) -> str:
        """The text of an item; empty while it cannot be seen."""
        found = scene.find([self.window], name)
        return "" if found is None else str(found.property("text"))

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        try:
            self.qtbot.waitUntil(condition, timeout=10_000)
        except Exception as error:
            raise AssertionError(f"{what}: not seen; {scene.names([self.window])}") from error


OpenScreen = Callable[..., Screen]


@pytest.fixture
def open_screen(
    loop: asyncio.AbstractEventLoop,
    qtbot: QtBot,
    errors: list[BaseException],
    connect: Connect,
    make_terminal: MakeTerminal,
) -> Iterator[OpenScreen]:
    """Open the guest's display of a till, or the office; `reach` opens its store."""
    opened: list[Screen] = []

    def open_one(
        mode: Mode, register: str | None = None, reach: Callable[[str], Any] = connect
    ) -> Screen:
        store = reach(make_terminal(f"{mode.value} {register or ''}", mode, register))
        shell = Shell(windowed=True)
        shell.on_error(lambda error, _where: errors.append(error))
        program: Any = (
            build_display(shell, store) if mode is Mode.CUSTOMER
            else build_kitchen(shell, store) if mode is Mode.KDS
            else build_office(shell, store)
        )  # fmt: skip
        program.window.resize(1280, 800)
        shell.show(program.window)
        opened.append(Screen(shell, store, program, qtbot))
        return opened[-1]

    yield open_one
    for screen in opened:
        closing: Any = loop.create_task(screen.shell.aclose(screen.program))
        qtbot.waitUntil(closing.done, timeout=5000)
        assert not screen.shell.qml_warnings, screen.shell.qml_warnings
        screen.shell.deleteLater()
    opened.clear()
    gc.collect()


def told(*screens: Any) -> None:
    """Let each till tell the store what it saw, and wait until it has."""
    for screen in screens:
        screen.tick()
        screen.until(partial(_quiet, screen), "nothing on its way")


def _quiet(screen: Any) -> bool:
    return bool(screen.shell.tasks.running == 0)


def priced(shop: SmallShop, base: int = 400, cost: int = 100, **rules: Any) -> str:
    """A slice at 4.00 whose rules round to the cent; the decay is slow. Returns the rules."""
    shop.query(
        "UPDATE wedge.products SET base_price_minor = %s, cost_minor = %s, e7_s = %s, beta = 1"
        " WHERE id = %s", base, cost, MANY_S, PIZZA,
    )  # fmt: skip
    return in_force(shop, **{"rounding_minor": 1, "min_margin": "1/5", **rules})


def in_force(shop: SmallShop, **rules: Any) -> str:
    """Put new pricing rules in force on every terminal."""
    set_pricing(shop, **rules)
    shop.query("SELECT wedge.feed_bump()")
    return str(shop.one("SELECT wedge.price_rules()"))


def left_on_sale(shop: SmallShop, count: int) -> None:
    """Only so many portions, in a cabinet that was measured."""
    shop.query(
        "UPDATE wedge.portions SET state = 'wasted' WHERE id <> ALL (%s)", portion_ids()[:count]
    )
    shop.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " VALUES (%s, 63000)", CABINET,
    )  # fmt: skip


def scored(shop: SmallShop, score: float, *which: int) -> None:
    """Somebody looked at these portions (all of them) just now."""
    ids = [portion_ids()[each] for each in which] or portion_ids()
    shop.query(
        "UPDATE wedge.portions SET inspected_score = %s, inspected_at = clock_timestamp()"
        " WHERE id = ANY (%s) AND state NOT IN ('wasted', 'served')", score, ids,
    )  # fmt: skip


def fades(shop: SmallShop, per_s: float) -> None:
    """From now on a score loses about this share of itself each second."""
    e7_s = 0.35667494393873245 / per_s
    shop.query("UPDATE wedge.products SET e7_s = %s, beta = 1 WHERE id = %s", e7_s, PIZZA)


def crossing(screen: Any, score: float, portion: int = 0) -> datetime:
    """When the portion comes down to `score` by what the terminal knows."""
    view = screen.store.feed.view
    known, product = view.portions[portion_ids()[portion]], view.products[PIZZA]
    curve = Appraiser(view).curve(known.holding_unit_id, product.quality)
    return QualityAt(curve, screen.store.feed.now()).falls_to(score, known)


def sign_in_office(screen: Screen) -> None:
    """The manager signs in at the office."""
    model, view = screen.program.office._sign_in, screen.store.feed.view
    screen.until(lambda: screen.store.feed.view is not None, "the store")
    view = screen.store.feed.view
    model.choose(next(str(p.id) for p in view.staff.values() if p.name == "The manager"))
    for digit in PINS["manager"]:
        model.digit(digit)
    model.submit()
    screen.until(lambda: model.session is not None, "signed in")


OpenSlices = Callable[..., TillDriver]


@pytest.fixture
def open_slices(
    connect: Connect,
    make_terminal: MakeTerminal,
    open_till: OpenTill,
) -> OpenSlices:
    """A till whose cashier is signed in and sees the slices' tile alone."""

    def open_one(name: str, left: int) -> TillDriver:
        till = open_till(connect(make_terminal(name)))
        till.sign_in("The cashier")
        till.program.till._grid.search("Margherita")
        till.until(lambda: till.text("tileLeft") == f"{left} left", "the tile")
        return till

    return open_one

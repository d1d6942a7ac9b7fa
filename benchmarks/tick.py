"""How long one second's tick keeps the interface's thread of a till and a kitchen full of stock."""

import os
import time

from app.domain.people import Mode
from benchmarks.goal import Goal, Result, distribution, percentile
from benchmarks.menu import products
from benchmarks.shop import Shop, open_shop
from benchmarks.stock import fill
from benchmarks.stock_history import cut_over_two_hours, read_temperature
from benchmarks.till_process import TillProcess, run_apart

_PRODUCTS = 60
_WHOLES_EACH = 11
"""60 × 11 × 8 = 5,280 portions."""
_SECONDS = int(os.environ.get("WEDGE_BENCH_TICKS", "60"))
_REST_S = 5.0
"""Until what follows the sign-in has been done."""
_GOAL_MS = 5.0
_Figures = list[tuple[str, float, str]]


def measure() -> Result:
    """A till and a kitchen, one after the other, with no portion inspected and with one in ten."""
    figures: _Figures = []
    goals: list[Goal] = []
    for what, every in (("as cut", 0), ("one in ten inspected", 10)):
        with open_shop() as shop:
            fill(shop.admin_url, products(_PRODUCTS), wholes_each=_WHOLES_EACH)
            cut_over_two_hours(shop.admin_url, inspected_every=every)
            for mode, url in ((Mode.POS, shop.till_url), (Mode.KDS, shop.kitchen_url)):
                with run_apart(mode, url) as program:
                    name = f"{'till' if mode is Mode.POS else 'kitchen'}, {what}"
                    _measure(program, shop, mode, name, figures, goals)
    return Result("tick", tuple(figures), tuple(goals))


def _measure(
    program: TillProcess, shop: Shop, mode: Mode, name: str, figures: _Figures, goals: list[Goal]
) -> None:
    program.sign_in_as(shop.cashier if mode is Mode.POS else shop.cook)
    if mode is Mode.POS:
        program.drive.wait("tileLeft", timeout_s=30)
    read_temperature(shop.admin_url)
    time.sleep(_REST_S)
    program.drive.ask("steps", on=True)
    time.sleep(_SECONDS / 2)
    read_temperature(shop.admin_url)
    time.sleep(_SECONDS / 2)
    found = program.drive.ask("steps", on=False, timeout_s=30)
    for key, what in (
        ("ticks_ns", "tick (processor)"),
        ("ticks_wall_ns", "tick (wall)"),
        ("steps_ns", "step (processor)"),
        ("gaps_ns", "heartbeat (wall)"),
    ):
        figures += distribution(f"{name}: {what}", [ns / 1e6 for ns in found[key]], "ms")
    longest = _longest_each_second(found["steps_ns"], found["gaps_ns"])
    figures += distribution(f"{name}: longest step of a second (processor)", longest, "ms")
    busy = 100 * found["thread_ns"] / found["wall_ns"]
    figures.append((f"{name}: interface's thread busy", busy, "%"))
    tick_ms = percentile([ns / 1e6 for ns in found["ticks_ns"]], 95)
    goals.append(Goal(f"{name}: tick on the interface's thread p95", tick_ms, _GOAL_MS, "ms"))


def _longest_each_second(steps_ns: list[int], gaps_ns: list[int]) -> list[float]:
    """What a tick leaves for later is in these, and painting too; in milliseconds."""
    longest: dict[int, int] = {}
    at_ns = 0
    for step_ns, gap_ns in zip(steps_ns, gaps_ns, strict=True):
        at_ns += gap_ns
        second = at_ns // 1_000_000_000
        longest[second] = max(longest.get(second, 0), step_ns)
    return [ns / 1e6 for ns in longest.values()]

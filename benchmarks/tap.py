"""From the finger on a tile to the painted line of a reserved portion."""

from benchmarks.goal import Goal, Result, distribution, percentile
from benchmarks.menu import products
from benchmarks.shop import open_shop
from benchmarks.stock import fill
from benchmarks.till_process import run_till

_TAPS = 200
_GOAL_MS = 50.0
_PRODUCTS = 12


def measure() -> Result:
    """Tap tiles in turn; each line counts when it is painted as held (reserved in the store)."""
    menu = products(_PRODUCTS)
    shown_ms: list[float] = []
    held_ms: list[float] = []
    with open_shop() as shop:
        fill(shop.admin_url, menu, wholes_each=2)
        with run_till(shop.till_url) as till:
            till.sign_in(shop)
            drive = till.drive
            for tap in range(_TAPS):
                product = menu[tap % _PRODUCTS]
                line = f"line_{product.name}"
                shown = drive.send("watch", name=line, property="name", equals=product.name)
                held = drive.send("watch", name=line, property="phase", equals="held")
                tapped_ns = drive.click(f"tile_{product.code_prefix}")
                shown_ms.append((drive.answer(shown)["painted_ns"] - tapped_ns) / 1e6)
                held_ms.append((drive.answer(held)["painted_ns"] - tapped_ns) / 1e6)
                drive.click(f"remove_{product.name}")
                drive.wait(line, gone=True)
    figures = (
        *distribution("tap → line painted", shown_ms, "ms"),
        *distribution("tap → reserved line painted", held_ms, "ms"),
    )
    goal = Goal("tap → line shown p95", percentile(shown_ms, 95), _GOAL_MS, "ms")
    return Result("tap", figures, (goal,))

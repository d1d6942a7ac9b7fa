"""How long the till's search takes in 10,000 products, keystroke by keystroke."""

import time

from app.ui.pos.search import SearchIndex
from benchmarks.goal import Goal, Result, distribution, percentile
from benchmarks.menu import products

_PRODUCTS = 10_000
_GOAL_MS = 16.0
_TYPED = ("cheesecake blue", "creme brulee", "พิซซ่า", "m12", "zzzz", "e", "four cheeses pizza vegan")
_ROUNDS = 5


def measure() -> Result:
    """Type each text letter by letter, as a cashier does, and time every search."""
    menu = products(_PRODUCTS)
    started_s = time.perf_counter()
    index = SearchIndex(menu)
    built_ms = (time.perf_counter() - started_s) * 1e3
    took_ms: list[float] = []
    hits = 0
    for text in _TYPED * _ROUNDS:
        for length in range(1, len(text) + 1):
            started_s = time.perf_counter()
            found = index.find(text[:length])
            took_ms.append((time.perf_counter() - started_s) * 1e3)
            hits = max(hits, len(found))
    figures = (
        ("index built once", built_ms, "ms"),
        *distribution("search", took_ms, "ms"),
        ("most products found", float(hits), ""),
    )
    goal = Goal("search in 10,000 products p99", percentile(took_ms, 99), _GOAL_MS, "ms")
    return Result("search", figures, (goal,))

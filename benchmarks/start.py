"""From starting the till's process to a grid one can sell from, with growing menus."""

from dataclasses import replace

from app.domain.catalog import Product, ProductKind
from benchmarks.goal import Goal, Result
from benchmarks.menu import products
from benchmarks.shop import Shop, open_shop
from benchmarks.stock import fill
from benchmarks.till_process import run_till

_SIZES = (50, 500, 5_000)
_WITH_STOCK = 50
_RUNS = 3
_GOAL_S = 1.5
_GROWTH = 2.0
"""The largest menu is 100 times the smallest; it may take at most this many times as long."""


def measure() -> Result:
    """Best of three starts per size, sign-in by scripted clicks included."""
    took_s = {size: _start(size) for size in _SIZES}
    figures = tuple((f"start with {size} products", s, "s") for size, s in took_s.items())
    growth = took_s[_SIZES[-1]] / took_s[_SIZES[0]]
    goals = (
        *(Goal(f"start with {size} products", s, _GOAL_S, "s") for size, s in took_s.items()),
        Goal("5,000 products ÷ 50 products", growth, _GROWTH),
    )
    return Result("start", figures, goals)


def _start(size: int) -> float:
    """A shop's displays hold some dozen products, however long its menu is."""
    menu = products(size)
    menu = menu[:_WITH_STOCK] + tuple(_plain(product) for product in menu[_WITH_STOCK:])
    with open_shop() as shop:
        fill(shop.admin_url, menu, wholes_each=1, cut_products=_WITH_STOCK)
        return min(_once(shop, size) for _ in range(_RUNS))


def _once(shop: Shop, size: int) -> float:
    """Seconds until somebody is signed in and the grid holds the whole menu."""
    with run_till(shop.till_url) as till:
        till.sign_in(shop)
        usable_ns = till.drive.wait("productGrid", property="products", equals=size, timeout_s=30)
        return (usable_ns - till.started_ns) / 1e9


def _plain(product: Product) -> Product:
    return replace(
        product,
        kind=ProductKind.PLAIN,
        quality=None,
        after_cut_limit=None,
        configurations=(),
    )

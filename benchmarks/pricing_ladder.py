"""The program's own pace ladder in the market of `pricing_dp`: exact, and drawn by lot."""

import numpy as np

from app.domain.prices.pace import pace_milli
from app.domain.prices.rules import PaceLadder
from benchmarks.pricing_dp import Market, Prices, Values

_RUNS = 4_000
_SEED = 20_260
_SPAN_MIN = 240
_HYSTERESIS_MIN = 15


def charged_now(gain: Values, _left: float) -> Values:
    """The list price, whatever is left."""
    return np.ones_like(gain)


def ladder_prices(of: Market, ladder: PaceLadder) -> Prices:
    """What the ladder asks for 1 … N portions, with the list price's rate as its forecast."""

    def prices(gain: Values, left: float) -> Values:
        return np.array([factor(of, ladder, n, left) for n in range(1, len(gain) + 1)])

    return prices


def factor(of: Market, ladder: PaceLadder, portions: int, left: float) -> float:
    """The domain's factor for a number of portions at a time left."""
    demand_milli = round(of.arrivals * float(np.exp(-of.gamma)) * left * 1_000)
    return pace_milli(ladder, portions, demand_milli) / 1_000


def simulated_revenue(of: Market, ladder: PaceLadder, steps: int) -> float:
    """Mean revenue over many days when a changed price rises again only after 15 minutes."""
    lot = np.random.default_rng(_SEED)
    left = np.full(_RUNS, of.stock)
    price = np.ones(_RUNS)
    changed = np.full(_RUNS, -np.inf)
    revenue = np.zeros(_RUNS)
    for step in range(steps):
        table = np.array(
            [1.0, *(factor(of, ladder, n, 1 - step / steps) for n in range(1, of.stock + 1))]
        )
        minute = step * _SPAN_MIN / steps
        asked = table[left]
        moves = (asked < price) | ((asked > price) & (minute - changed >= _HYSTERESIS_MIN))
        price, changed = np.where(moves, asked, price), np.where(moves, minute, changed)
        chance = 1 - np.exp(-of.arrivals * np.exp(-of.gamma * price) / steps)
        sold = (lot.random(_RUNS) < chance) & (left > 0)
        revenue += np.where(sold, price, 0.0)
        left = left - sold
    return float(revenue.mean())

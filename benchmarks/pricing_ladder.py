"""The program's own pace ladder in the market of `pricing_dp`: exact, and drawn by lot."""

from enum import Enum

import numpy as np
from numpy.typing import NDArray

from app.domain.prices.pace import Lot, Steps, Surplus
from app.domain.prices.rules import PaceLadder
from benchmarks.pricing_dp import Market, Prices, Values

_RUNS = 4_000
_SEED = 20_260
_SPAN_MIN = 240
_HYSTERESIS_MIN = 15
_WINDOW_MIN = 60
_COUNT_MIN = 5


class By(Enum):
    """What the expected sales are taken from."""

    FORECAST = "the forecast"
    PACE = "the present pace"
    CORRECTED = "the forecast and the last hour"


def charged_now(gain: Values, _left: float) -> Values:
    """The list price, whatever is left."""
    return np.ones_like(gain)


def ladder_prices(of: Market, ladder: PaceLadder, by: By = By.FORECAST) -> Prices:
    """What the ladder asks for 1 … N portions, with the list price's rate as its forecast."""
    steps = Steps(ladder)

    def prices(gain: Values, left: float) -> Values:
        demand = expected(of, left, by)
        return np.array([factor(steps, n, demand) for n in range(1, len(gain) + 1)])

    return prices


def expected(of: Market, left: float, by: By = By.FORECAST) -> float:
    """Sales to expect at the list price with `left` of the span to come."""
    at_list = of.arrivals * float(np.exp(-of.gamma))
    return at_list * (of.intensity(left) * left if by is By.PACE else of.to_come(left))


def factor(ladder: Steps, portions: int, demand: float) -> float:
    """The domain's factor for a number of portions of one lot and the sales to expect."""
    return ladder.milli(Surplus([Lot(1, portions, demand)]).ratio(1)) / 1_000


def simulated_revenue(
    of: Market,
    ladder: PaceLadder,
    steps: int,
    by: By = By.FORECAST,
    forecast: float = 1.0,
    weight: int = 20,
) -> float:
    """Mean revenue over many days when a changed price rises again only after 15 minutes.

    The forecast says `forecast` times what is true; corrected, each day goes by its own last hour,
    counted every five minutes, as heavy as `weight` portions.
    """
    lot, factors = np.random.default_rng(_SEED), Steps(ladder)
    left = np.full(_RUNS, of.stock)
    price = np.ones(_RUNS)
    changed = np.full(_RUNS, -np.inf)
    revenue = np.zeros(_RUNS)
    share = np.full(_RUNS, forecast)
    sales: list[NDArray[np.bool_]] = []
    window, every = (each * steps // _SPAN_MIN for each in (_WINDOW_MIN, _COUNT_MIN))
    for step in range(steps):
        to_come = 1 - step / steps
        if by is By.CORRECTED and step >= window and step % every == 0:
            sold = np.sum(sales[-window:], axis=0)
            usual = forecast * (expected(of, 1 - (step - window) / steps) - expected(of, to_come))
            share = forecast * (sold + weight) / (usual + weight)
        asked = _asked(factors, left, share * expected(of, to_come, by))
        minute = step * _SPAN_MIN / steps
        moves = (asked < price) | ((asked > price) & (minute - changed >= _HYSTERESIS_MIN))
        price, changed = np.where(moves, asked, price), np.where(moves, minute, changed)
        arrivals = of.arrivals * of.intensity(to_come)
        chance = 1 - np.exp(-arrivals * np.exp(-of.gamma * price) / steps)
        taken = (lot.random(_RUNS) < chance) & (left > 0)
        revenue += np.where(taken, price, 0.0)
        left = left - taken
        sales.append(taken)
    return float(revenue.mean())


def _asked(ladder: Steps, left: NDArray[np.int64], demand: Values) -> Values:
    """The domain's factor of each day's stock, each pair worked out once."""
    pairs, back = np.unique(np.stack([left, demand]), axis=1, return_inverse=True)
    found = [factor(ladder, int(n), d) if n else 1.0 for n, d in zip(*pairs, strict=True)]
    return np.array(found)[back.reshape(-1)]

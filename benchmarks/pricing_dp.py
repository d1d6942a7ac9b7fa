"""The best possible markdown of perishable stock, to hold the pace ladder against.

Customers come at the rate a·exp(−γp) for a price p; n portions are left and t time until they are
worth nothing. The expected revenue V(n, t) follows dV/dt = max over p of a·exp(−γp)·(p − ΔV) with
ΔV = V(n, t) − V(n−1, t). Without limits on p it has a closed form (Gallego & van Ryzin,
Management Science 40(8), 1994), which is the oracle of the numerical solution.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Prices = Callable[[Values, float], Values]
"""Prices for n = 1 … N from ΔV of each n and the time left."""


@dataclass(frozen=True, slots=True)
class Market:
    """`stock` portions, a time span of 1, and demand `arrivals`·exp(−`gamma`·price).

    `profile` spreads the arrivals over equal parts of the span, 1 on the mean.
    """

    stock: int
    arrivals: float
    gamma: float
    profile: tuple[float, ...] = (1.0,)

    def intensity(self, left: float) -> float:
        """How busy it is with `left` of the span to come, 1 on the mean."""
        size = len(self.profile)
        return self.profile[min(size - 1, int((1 - left) * size + 1e-9))]

    def to_come(self, left: float) -> float:
        """The share of all arrivals that is still to come."""
        size = len(self.profile)
        whole = left * size
        full = int(whole)
        part = (whole - full) * self.profile[size - 1 - full] if full < size else 0.0
        return (sum(self.profile[size - full :]) + part) / size


def market(stock: int, demand_at_list: float, gamma: float) -> Market:
    """A market in which the list price 1 sells `demand_at_list` portions in the whole span."""
    return Market(stock, demand_at_list * math.exp(gamma), gamma)


def closed_form(of: Market) -> float:
    """V(n, t) = (1/γ)·ln Σ_{i≤n} (a·t/e)^i / i! for the whole stock and span."""
    terms = [i * math.log(of.arrivals / math.e) - math.lgamma(i + 1) for i in range(of.stock + 1)]
    return float(np.logaddexp.reduce(terms)) / of.gamma


def best_prices(of: Market, low: float, high: float) -> Prices:
    """The optimal prices within limits: revenue rises up to 1/γ + ΔV and falls beyond."""
    return lambda gain, _: np.clip(1 / of.gamma + gain, low, high)


def expected_revenue(of: Market, prices: Prices, steps: int) -> float:
    """V for the whole stock and span when `prices` are charged; Runge-Kutta of order four."""
    value = np.zeros(of.stock + 1)
    width = 1 / steps

    def slope(at: Values, left: float) -> Values:
        gain = np.diff(at)
        price = prices(gain, left)
        arrivals = of.arrivals * of.intensity(left)
        return np.concatenate(([0.0], arrivals * np.exp(-of.gamma * price) * (price - gain)))

    for step in range(steps):
        left = step * width
        first = slope(value, left)
        second = slope(value + width / 2 * first, left + width / 2)
        third = slope(value + width / 2 * second, left + width / 2)
        fourth = slope(value + width * third, left + width)
        value = value + width / 6 * (first + 2 * second + 2 * third + fourth)
    return float(value[-1])

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
    """`stock` portions, a time span of 1, and demand `arrivals`·exp(−`gamma`·price)."""

    stock: int
    arrivals: float
    gamma: float


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
        return np.concatenate(([0.0], of.arrivals * np.exp(-of.gamma * price) * (price - gain)))

    for step in range(steps):
        left = step * width
        first = slope(value, left)
        second = slope(value + width / 2 * first, left + width / 2)
        third = slope(value + width / 2 * second, left + width / 2)
        fourth = slope(value + width * third, left + width)
        value = value + width / 6 * (first + 2 * second + 2 * third + fourth)
    return float(value[-1])

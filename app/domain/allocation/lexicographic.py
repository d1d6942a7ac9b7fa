"""Exact assignment under several objectives, each counting only where all before it are equal.

Every stage is one `scipy.optimize.linear_sum_assignment` over whole numbers that floats hold
exactly. Its dual prices, found as shortest paths over the matching, then strike out each pair that
no optimal assignment uses; the next objective chooses among what is left.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_EXACT = 2**53


def assign_rows(
    allowed: Sequence[Sequence[bool]], layers: Sequence[Sequence[Sequence[int]]]
) -> list[int | None]:
    """The column of each row, or None: as many rows as possible, then the least cost per layer.

    `allowed` and each layer are rows × columns; a layer's numbers are costs. Raises OverflowError
    when costs are too large to be added exactly. numpy and scipy are loaded at the first call.
    """
    import numpy as np

    rows, columns = len(allowed), len(allowed[0]) if allowed else 0
    size = rows + columns
    if rows == 0:
        return []
    # A square problem: each row may stay without a column, each column without a row.
    open_pairs = np.ones((size, size), dtype=bool)
    open_pairs[:rows, :columns] = np.array(allowed, dtype=bool).reshape(rows, columns)
    unfilled = np.zeros((size, size))
    unfilled[:rows, columns:] = 1.0
    matching, open_pairs = _stage(unfilled, open_pairs)
    for layer in layers:
        cost = np.zeros((size, size))
        cost[:rows, :columns] = _exact(layer, size).reshape(rows, columns)
        matching, open_pairs = _stage(cost, open_pairs)
    return [int(column) if column < columns else None for column in matching[:rows]]


def _exact(layer: Sequence[Sequence[int]], size: int) -> "NDArray[numpy.float64]":
    import numpy as np

    greatest = max((abs(cost) for row in layer for cost in row), default=0)
    if 4 * greatest * size >= _EXACT:
        raise OverflowError("the amounts are too large to be compared exactly")
    return np.array(layer, dtype=np.float64)


def _stage(
    cost: "NDArray[numpy.float64]", open_pairs: "NDArray[numpy.bool_]"
) -> tuple["NDArray[numpy.int64]", "NDArray[numpy.bool_]"]:
    """An optimal matching, and the pairs that can be in an optimal one."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    barred = np.where(open_pairs, cost, np.inf)
    _, matching = linear_sum_assignment(barred)
    # What row i would pay more in row k's column than row k pays there.
    envy = barred[:, matching] - np.diagonal(barred[:, matching])[None, :]
    prices = np.zeros(len(cost))
    while True:
        lower = np.minimum(prices, (envy + prices[None, :]).min(axis=1))
        if np.array_equal(lower, prices):
            break
        prices = lower
    tight = np.zeros_like(open_pairs)
    tight[:, matching] = envy + prices[None, :] == prices[:, None]
    return matching.astype(np.int64), tight

"""One amount over several lines, in whole minor units that sum exactly (largest remainder)."""

from collections.abc import Sequence
from fractions import Fraction


def spread(total: int, weights: Sequence[int], most: Sequence[int]) -> tuple[int, ...]:
    """`total` shared in proportion to `weights`, no share above its `most`.

    What a full share cannot take goes to the others; odd units go to the largest remainders, the
    first of equal ones. Raises ValueError when `total` is below 0 or the shares cannot hold it.
    """
    if total < 0 or total > sum(most):
        raise ValueError("the amount does not fit the shares")
    shares = [0] * len(weights)
    open_at = [i for i, each in enumerate(most) if each > 0 and weights[i] > 0]
    left = total
    while open_at:
        whole = sum(weights[i] for i in open_at)
        full = [i for i in open_at if left * weights[i] >= most[i] * whole]
        if not full:
            break
        for i in full:
            shares[i] = most[i]
            left -= most[i]
        open_at = [i for i in open_at if i not in full]
    if left and not open_at:
        raise ValueError("shares without weight cannot hold an amount")
    _share_rest(left, weights, open_at, shares)
    return tuple(shares)


def _share_rest(
    left: int, weights: Sequence[int], open_at: Sequence[int], shares: list[int]
) -> None:
    if not open_at:
        return
    whole = sum(weights[i] for i in open_at)
    quotas = {i: Fraction(left * weights[i], whole) for i in open_at}
    for i in open_at:
        shares[i] = int(quotas[i])
    odd = left - sum(shares[i] for i in open_at)
    by_remainder = sorted(open_at, key=lambda i: (int(quotas[i]) - quotas[i], i))
    for i in by_remainder[:odd]:
        shares[i] += 1

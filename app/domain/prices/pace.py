"""The pace ladder: how far the price comes down when stock outruns the sales to expect."""

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from app.domain.prices.rules import PaceLadder

_ONE_MILLI = 1_000
_SMALLEST_STEP = Fraction(1, _ONE_MILLI)
_NOISE_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Lot:
    """`portions` that leave sale at the same moment, `left_s` whole seconds from now.

    `expected` are the sales expected until then, of this lot and all that leave sale before.
    """

    left_s: int
    portions: int
    expected: float


class Surplus:
    """How far one product's stock outruns its sales, for each moment at which some leaves sale.

    What leaves sale first is sold first. So up to a moment all that leaves sale by then has to be
    sold: portions ÷ expected sales until then. Of a moment and all later ones the worst counts:
    what will be too much later makes room earlier, and a portion that lasts longer is never the
    cheaper one.
    """

    __slots__ = ("_left_s", "own", "worst")

    def __init__(self, lots: Iterable[Lot]) -> None:
        ordered = sorted(lots, key=lambda lot: lot.left_s)
        upto = accumulate(lot.portions for lot in ordered)
        self.own = tuple(
            count / lot.expected if lot.expected > 0 else math.inf
            for count, lot in zip(upto, ordered, strict=True)
        )
        """By moment, from the next one on: portions that have to go until it ÷ expected sales."""
        self.worst = tuple(accumulate(reversed(self.own), max))[::-1]
        self._left_s = tuple(lot.left_s for lot in ordered)

    def ratio(self, left_s: int) -> float:
        """What counts for a portion that leaves sale in `left_s`; 0 with nothing from then on."""
        index = bisect_left(self._left_s, left_s)
        return self.worst[index] if index < len(self.worst) else 0.0


class Steps:
    """A ladder's factors, worked out once for the many portions that ask."""

    __slots__ = ("_full", "_milli", "_since", "_size", "_steps")

    def __init__(self, ladder: PaceLadder) -> None:
        step = ladder.step or _SMALLEST_STEP
        steps = ladder.deepest / step
        self._since, self._full = float(ladder.from_ratio), float(ladder.full_ratio)
        self._size, self._steps = self._full - self._since, float(steps)
        taken = [min(ladder.deepest, n * step) for n in range(math.ceil(steps) + 1)]
        self._milli = [_upwards(1 - each) for each in (*taken, ladder.deepest)]

    def milli(self, ratio: float) -> int:
        """The factor in thousandths where stock is `ratio` times the expected sales."""
        if ratio <= self._since:
            return self._milli[0]
        return self._milli[self._index(ratio)]

    def next_ratio(self, ratio: float) -> float | None:
        """The ratio at which the factor is next lower than at `ratio`; None at its lowest."""
        index, last = (0 if ratio <= self._since else self._index(ratio)), self._milli[-1]
        if self._milli[index] == last:
            return None
        # Half a step is passed there, and from there on the next whole one counts.
        reach = (index + 0.5) / self._steps
        return self._full if reach >= 1 else self._since + self._size * reach

    def _index(self, ratio: float) -> int:
        if ratio >= self._full:
            return -1
        reach = (ratio - self._since) / self._size
        return math.floor(round(reach * self._steps, _NOISE_DIGITS) + 0.5)


def pace_milli(ladder: PaceLadder | None, ratio: float) -> int:
    """The factor in thousandths, upwards, where stock is `ratio` times the expected sales.

    1 − deepest · clip((ratio − from) / (full − from), 0, 1), to the nearest step of markdown, and
    to the deepest where that is reached; 1000 without a ladder.
    """
    return _ONE_MILLI if ladder is None else Steps(ladder).milli(ratio)


def _upwards(factor: Fraction) -> int:
    return -int(-factor * _ONE_MILLI // 1)

"""A portion's price over time, as the points of a stepped line."""

from collections.abc import Sequence
from datetime import datetime

from app.services.ports import PriceChange

_S_PER_MIN = 60


def price_points(
    changes: Sequence[PriceChange], now: datetime, unit: int
) -> list[dict[str, float]]:
    """`x` in minutes before now (0 is now), `y` in the currency's unit; empty without a change.

    `changes` come newest first. Each change is two points at the same `x`, what was and what came,
    so that the line keeps still between changes instead of sloping.
    """
    points: list[dict[str, float]] = []
    for each in reversed(changes):
        x = min(0.0, (each.at - now).total_seconds() / _S_PER_MIN)
        if each.old_minor is not None:
            points.append({"x": x, "y": each.old_minor / unit})
        points.append({"x": x, "y": each.new_minor / unit})
    if points:
        points.append({"x": 0.0, "y": points[-1]["y"]})
    return points

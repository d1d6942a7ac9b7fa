"""Which stretches of time no temperature reading covers."""

from collections.abc import Sequence


def gaps(
    readings: Sequence[tuple[float, int]], start_s: float, end_s: float, carry_s: float
) -> tuple[tuple[float, float], ...]:
    """The stretches (from, to) in Unix seconds of [start, end] that no reading covers.

    A reading covers the time after it for `carry_s`; what lies before the first is a gap.
    """
    covered = start_s
    found = []
    for time, _ in readings:
        if time >= end_s:
            break
        if time > covered:
            found.append((covered, time))
        covered = max(covered, time + carry_s)
    if covered < end_s:
        found.append((covered, end_s))
    return tuple(found)

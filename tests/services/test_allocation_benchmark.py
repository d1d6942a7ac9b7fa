"""The benchmark's days at a small size: what it claims must hold in general, not on one seed."""

import pytest

from benchmarks.allocation import exactness, ways_of_choosing


def test_a_few_days_of_ours_beat_the_simple_ways() -> None:
    ways = {way.name: way for way in ways_of_choosing(8)}
    own, best = ways["ours"], ways["clairvoyant"]
    for name in ("FIFO", "LIFO", "random"):
        assert own.waste < ways[name].waste
        assert own.misses < ways[name].misses
        assert own.unserved < ways[name].unserved
    assert own.waste - best.waste == pytest.approx(0.0, abs=2.0)
    assert best.unserved <= own.unserved


def test_random_orders_have_no_gap_and_greedy_has_one() -> None:
    gaps = exactness(40)
    assert gaps.ours == 0
    assert gaps.greedy_orders > 0
    assert gaps.fefo_mean > gaps.greedy_mean

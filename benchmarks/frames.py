"""Frame times of the till while a busy shop's changes arrive."""

import asyncio
import time
from itertools import pairwise

from benchmarks.goal import Goal, Result, distribution, percentile
from benchmarks.menu import products
from benchmarks.sales import reserve_and_release
from benchmarks.shop import Shop, open_shop, wait_for_view
from benchmarks.stock import Stocked, fill, portion_id
from benchmarks.till_process import run_till

_PRODUCTS = 24
_WHOLES_EACH = 3
_SECONDS = 10
_CHANGES_PER_S = 100
_HANDS = 4
"""Calls on their way at once; on a machine that is too slow the rate falls, not the store."""
_GOAL_MS = 33.0


def measure() -> Result:
    """Another till reserves and releases 50 times a second, evenly, while frames are timed."""
    with open_shop() as shop:
        stocked = fill(shop.admin_url, products(_PRODUCTS), wholes_each=_WHOLES_EACH)
        with run_till(shop.till_url) as till:
            till.sign_in(shop)
            till.drive.wait(f"tile_{stocked.products[0].code_prefix}")
            till.drive.ask("frames", reset=True)
            started_ns, changes = asyncio.run(_trade(shop, stocked))
            frames_ns = [ns for ns in till.drive.ask("frames")["frames_ns"] if ns > started_ns]
    gaps_ms = [(later - earlier) / 1e6 for earlier, later in pairwise(frames_ns)]
    figures = (*distribution("frame", gaps_ms, "ms"), ("changes per second", changes, "/s"))
    goal = Goal("frame p99 at 100 changes/s", percentile(gaps_ms, 99), _GOAL_MS, "ms")
    return Result("frames", figures, (goal,))


async def _trade(shop: Shop, stocked: Stocked) -> tuple[int, float]:
    """Take and release a portion of each product in turn.

    Returns when it began (ns) and the changes per second that were reached.
    """
    total = _SECONDS * _CHANGES_PER_S // 2
    each = len(stocked.portion_ids) // _PRODUCTS
    async with shop.store(shop.second_till_url) as store:
        await wait_for_view(store)
        session = await shop.sign_in(store)
        hands = asyncio.Semaphore(_HANDS)
        started_s = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for number in range(total):
                due_s = started_s + number * 2 / _CHANGES_PER_S
                await asyncio.sleep(max(0.0, due_s - time.monotonic()))
                turn, product = divmod(number, _PRODUCTS)
                await hands.acquire()
                task = group.create_task(
                    reserve_and_release(store, session, portion_id(product * each + turn))
                )
                task.add_done_callback(lambda _: hands.release())
        return int(started_s * 1e9), 2 * total / (time.monotonic() - started_s)

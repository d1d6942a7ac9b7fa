"""From a commit in one process to the picture on another process's screen."""

import asyncio
import time

from benchmarks.goal import Goal, Result, distribution, percentile
from benchmarks.menu import products
from benchmarks.sales import reserve
from benchmarks.shop import Shop, open_shop, wait_for_view
from benchmarks.stock import Stocked, fill
from benchmarks.till_process import TillProcess, run_till

_CHANGES = 200
_GOAL_MS = 100.0


def measure() -> Result:
    """One till reserves portion after portion; the other till's tile counts down."""
    with open_shop() as shop:
        stocked = fill(shop.admin_url, products(1), wholes_each=_CHANGES // 8 + 1)
        with run_till(shop.till_url) as till:
            till.sign_in(shop)
            took_ms = asyncio.run(_count_down(shop, till, stocked))
    goal = Goal("commit → painted on another screen p99", percentile(took_ms, 99), _GOAL_MS, "ms")
    return Result("screens", distribution("commit → painted", took_ms, "ms"), (goal,))


async def _count_down(shop: Shop, till: TillProcess, stocked: Stocked) -> list[float]:
    """The clock starts before the call is sent, so its own round trip is in the figure."""
    took_ms: list[float] = []
    drive = till.drive
    left = len(stocked.portion_ids)
    async with shop.store(shop.second_till_url) as store:
        await wait_for_view(store)
        session = await shop.sign_in(store)
        drive.wait("tileLeft")
        text = str(drive.read("tileLeft", "text"))
        for portion in stocked.portion_ids[:_CHANGES]:
            new_text = text.replace(str(left), str(left - 1))
            watch = drive.send("watch", name="tileLeft", property="text", equals=new_text)
            # An answered request after it: the till has begun to watch.
            drive.ask("wait", name="tileLeft")
            started_ns = time.monotonic_ns()
            await reserve(store, session, portion)
            painted_ns = (await asyncio.to_thread(drive.answer, watch))["painted_ns"]
            took_ms.append((painted_ns - started_ns) / 1e6)
            text, left = new_text, left - 1
    return took_ms

"""How long one tick takes to score, grade, predict and price 5,000 portions in the domain."""

import gc
import time
from collections import defaultdict
from datetime import timedelta
from math import ceil
from uuid import UUID

from app.domain.policy import PricingPolicy
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.promotion import Circumstances
from app.domain.prices.repricer import Repricer
from app.domain.prices.standard import standard_pricing
from app.domain.rescore import Rescorer
from benchmarks.goal import Goal, Result, distribution, percentile
from benchmarks.rescore_stock import NOON, QUALITY, Stock, each_its_own, every_rule, of_wholes

_TICKS = 60
_GOAL_MS = 50.0


def measure() -> Result:
    """Ticks a second apart over one stock, from shared histories to the worst case."""
    plain, rules = standard_pricing(), every_rule()
    cases = (
        ("as cut", of_wholes(0), plain),
        ("one in ten inspected", of_wholes(10), plain),
        ("each inspected", of_wholes(1), plain),
        ("nothing shared, every rule", each_its_own(), rules),
    )
    figures: list[tuple[str, float, str]] = []
    goals = []
    for what, stock, policy in cases:
        took_ms = _ticks(stock, policy)
        name = f"5,000 portions scored and priced (processor), {what}"
        figures += distribution(name, took_ms, "ms")
        goals.append(Goal(f"{name}, p95", percentile(took_ms, 95), _GOAL_MS, "ms"))
    return Result("rescore", tuple(figures), tuple(goals))


def _ticks(stock: Stock, policy: PricingPolicy) -> list[float]:
    """Milliseconds of each tick. Garbage is left for between them, as the programs do (ADR 12)."""
    engine, took_ms = PriceEngine(QUALITY, policy), []
    gc.disable()
    for number in range(_TICKS):
        started_s = time.process_time()
        _tick(stock, engine, number)
        took_ms.append((time.process_time() - started_s) * 1e3)
        gc.collect(1)
    gc.enable()
    return took_ms


def _tick(stock: Stock, engine: PriceEngine, number: int) -> None:
    """The standings first: the stock that a promotion asks for is counted from them."""
    now = NOON + timedelta(seconds=number)
    rescorer = Rescorer(QUALITY, now)
    found: list[tuple[float, int]] = []
    by_product: defaultdict[int, list[int]] = defaultdict(list)
    for portion, curve, _ in stock.portions:
        standing = rescorer.standing(portion, curve)
        left_s = ceil((min(portion.expires_at, standing.floor_at) - now).total_seconds())
        found.append((standing.score, left_s))
        by_product[portion.product_id.int].append(left_s)
    at = Circumstances(
        local=now.replace(tzinfo=None),
        left_s_by_product={UUID(int=key): tuple(each) for key, each in by_product.items()},
        surplus_by_product=stock.surplus,
    )
    repricer = Repricer(engine, at)
    for (portion, _, whole_minor), (score, left_s) in zip(stock.portions, found, strict=True):
        product = portion.product_id
        repricer.priced(PortionFacts(product, whole_minor, 8, 2_500, 700, score, left_s))

"""How long the domain takes to price 5,000 portions whose scores have all moved."""

import time
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import UUID

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.pace import Lot, Surplus
from app.domain.prices.promotion import Circumstances, Promotion, PromotionKind
from app.domain.prices.repricer import Repricer
from app.domain.prices.rules import PaceLadder
from app.domain.prices.standard import standard_pricing
from benchmarks.goal import Goal, distribution, percentile

_PRODUCTS = 25
_WHOLES = 625
_PORTIONS = 8
_TICKS = 60
_GOAL_MS = 25.0
"""Half of the 50 ms that re-scoring and re-pricing together may take."""
_QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
Figures = tuple[tuple[str, float, str], ...]


def speed() -> tuple[Figures, tuple[Goal, ...]]:
    """Times of a tick under grade factors with every rule on, and along the markdown line."""
    every = standard_pricing()
    rules = PricingPolicy(
        version=1,
        max_change=every.max_change,
        min_margin=every.min_margin,
        markdown_at_floor=every.markdown_at_floor,
        rounding_minor=25,
        margin_net_of_tax=True,
        grade_factors=every.grade_factors,
        sell_by_steps=every.sell_by_steps,
        pace=PaceLadder(),
        promotions=(Promotion("P", "Late", PromotionKind.PERCENT, Fraction(1, 10)),),
    )
    line = PricingPolicy(1, Fraction(3, 10), Fraction(1, 5), Fraction(1, 4), 25)
    graded, lined = _ticks(rules), _ticks(line)
    name = "5,000 portions priced (processor)"
    figures = (
        *distribution(f"{name}, every rule:", graded, "ms"),
        *distribution(f"{name}, markdown line:", lined, "ms"),
    )
    goals = (
        Goal(f"{name}, every rule, p95", percentile(graded, 95), _GOAL_MS, "ms"),
        Goal(f"{name}, markdown line, p95", percentile(lined, 95), _GOAL_MS, "ms"),
    )
    return figures, goals


def _ticks(policy: PricingPolicy) -> list[float]:
    engine = PriceEngine(_QUALITY, policy)
    took_ms = []
    for tick in range(_TICKS):
        portions, at = _stock(tick), _circumstances(tick)
        started_s = time.process_time()
        repricer = Repricer(engine, at)
        for facts in portions:
            repricer.price(facts)
        took_ms.append((time.process_time() - started_s) * 1e3)
    return took_ms


def _stock(tick: int) -> list[PortionFacts]:
    """Portions as a view gives them: equal facts within a whole, but an object each."""
    portions = []
    for whole in range(_WHOLES):
        score = 10 - (whole * 7 + tick * 0.0013) % 3
        for _ in range(_PORTIONS):
            portions.append(
                PortionFacts(
                    product_id=UUID(int=whole % _PRODUCTS),
                    whole_minor=8 * (8_900 + 100 * (whole % _PRODUCTS)),
                    portions_per_whole=_PORTIONS,
                    cost_minor=3_000,
                    tax_rate_bp=700,
                    score=score,
                    left_s=(whole * 23 - tick) % 14_400,
                )
            )
    return portions


def _circumstances(tick: int) -> Circumstances:
    left = tuple(range(0, 14_400, 72))
    return Circumstances(
        local=datetime.fromisoformat("2026-11-20T12:00:00") + timedelta(seconds=tick),
        left_s_by_product={UUID(int=n): left for n in range(_PRODUCTS)},
        surplus_by_product={UUID(int=n): _surplus(left, tick) for n in range(_PRODUCTS)},
    )


def _surplus(left: tuple[int, ...], tick: int) -> Surplus:
    """Each lot is one portion of 200; so many are expected until the last of them leaves sale."""
    demand = 150.0 - 0.011 * tick
    return Surplus(Lot(left_s, 1, demand * left_s / left[-1]) for left_s in left)

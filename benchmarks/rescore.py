"""How long one tick takes to score, grade, predict and price 5,000 portions in the domain."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.catalog import HoldingKind, HoldingUnit, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.policy import QualityPolicy
from app.domain.portion import Inspected, Portion, PortionState
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.promotion import Circumstances
from app.domain.prices.repricer import Repricer
from app.domain.prices.standard import standard_pricing
from app.domain.rescore import Rescorer
from benchmarks.goal import Goal, Result, distribution, percentile

_PRODUCTS = 25
_WHOLES = 625
_EACH = 8
_UNITS = 6
_TICKS = 40
_GOAL_MS = 50.0
_OPEN = datetime(2026, 5, 9, 8, tzinfo=UTC)
_NOON = _OPEN + timedelta(hours=4)
_QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
_MODELS = tuple(
    QualityModel(timedelta(minutes=90 + 30 * number), 1.3, 1.8, 63_000) for number in range(4)
)


def measure() -> Result:
    """Ticks a second apart over one stock: as cut, with some inspected, with each inspected."""
    engine = PriceEngine(_QUALITY, standard_pricing())
    curves = _curves()
    figures: list[tuple[str, float, str]] = []
    goals = []
    for what, every in (("as cut", 0), ("one in ten inspected", 10), ("each inspected", 1)):
        stock = _stock(every)
        took_ms = [_tick(stock, curves, engine, tick) for tick in range(_TICKS)]
        name = f"5,000 portions scored and priced (processor), {what}"
        figures += distribution(name, took_ms, "ms")
        if every != 1:  # every portion of a store with a history of its own is no shop's day
            goals.append(Goal(f"{name}, p95", percentile(took_ms, 95), _GOAL_MS, "ms"))
    return Result("rescore", tuple(figures), tuple(goals))


def _tick(
    stock: Sequence[Portion], curves: Sequence[ExposureCurve], engine: PriceEngine, tick: int
) -> float:
    now = _NOON + timedelta(seconds=tick)
    started_s = time.process_time()
    rescorer = Rescorer(_QUALITY, now)
    repricer = Repricer(engine, Circumstances(local=now.replace(tzinfo=None)))
    for portion in stock:
        product = portion.product_id.int
        standing = rescorer.standing(portion, curves[product % _UNITS * 4 + product % 4])
        sell_until = min(portion.expires_at, standing.floor_at)
        repricer.price(
            PortionFacts(
                product_id=portion.product_id,
                whole_minor=8 * 8_900,
                portions_per_whole=_EACH,
                cost_minor=2_500,
                tax_rate_bp=700,
                score=standing.score,
                left_s=int((sell_until - now).total_seconds()),
            )
        )
    return (time.process_time() - started_s) * 1e3


def _curves() -> list[ExposureCurve]:
    """One for each unit and model, over a reading a minute since opening."""
    curves = []
    for number in range(_UNITS):
        unit = HoldingUnit(UUID(int=number), f"Cabinet {number}", HoldingKind.HOT, 60_000, None)
        readings = [
            (_OPEN.timestamp() + 60 * minute, 62_000 + (minute * 37 + number * 113) % 3_000)
            for minute in range(250)
        ]
        curves += [ExposureCurve(readings, unit, each, timedelta(minutes=15)) for each in _MODELS]
    return curves


def _stock(inspected_every: int) -> list[Portion]:
    """Wholes cut over the last two hours, eight portions each; every so many was looked at."""
    portions: list[Portion] = []
    for whole in range(_WHOLES):
        cut_at = _NOON - timedelta(seconds=whole * 11 % 7_200)
        for wedge in range(_EACH):
            look = Inspected(cut_at + timedelta(seconds=60 + wedge), 9.0 + wedge / 10)
            portions.append(
                Portion(
                    id=UUID(int=whole * _EACH + wedge),
                    code=f"B-{whole}-{wedge}",
                    product_id=UUID(int=whole % _PRODUCTS),
                    whole_id=UUID(int=whole),
                    wedge=wedge,
                    state=PortionState.AVAILABLE,
                    epoch=1,
                    cut_at=cut_at,
                    expires_at=cut_at + timedelta(hours=4),
                    holding_unit_id=UUID(int=whole % _PRODUCTS % _UNITS),
                    place="shelf 1 / slot 1",
                    weight_mg=None,
                    initial_quality=9.0 + whole % 10 / 10,
                    ticket_id=None,
                    reserved_until=None,
                    inspected=look if _is_nth(len(portions), inspected_every) else None,
                )
            )
    return portions


def _is_nth(index: int, every: int) -> bool:
    return every > 0 and index % every == 0

"""The stocks that `rescore` scores and prices: 5,000 portions that share much, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from uuid import UUID

from app.domain.catalog import HoldingKind, HoldingUnit, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.people import Role
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.portion import Inspected, Portion, PortionState
from app.domain.prices.pace import Lot, Surplus
from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.prices.rules import LossApproval, PaceLadder, PriceWindow
from app.domain.prices.schedule import Schedule
from app.domain.prices.standard import standard_pricing

OPEN = datetime(2026, 5, 9, 8, tzinfo=UTC)
NOON = OPEN + timedelta(hours=4)
QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
_PRODUCTS = 25
_WHOLES = 625
_EACH = 8
_UNITS = 6


@dataclass(frozen=True, slots=True)
class Stock:
    """Portions, each with the curve of its unit and model and the price of its whole."""

    portions: Sequence[tuple[Portion, ExposureCurve, int]]
    surplus: Mapping[UUID, Surplus]
    """Which the programs keep until some portion, or the forecast, is another one."""


def of_wholes(inspected_every: int) -> Stock:
    """Wholes cut over the last two hours, eight portions each; every so many was looked at."""
    models = [_model(minutes) for minutes in (90, 120, 150, 180)]
    curves = [[_curve(unit, model) for model in models] for unit in range(_UNITS)]
    found = []
    for number in range(_WHOLES * _EACH):
        whole, wedge = divmod(number, _EACH)
        product = whole % _PRODUCTS
        cut_at = NOON - timedelta(seconds=whole * 11 % 7_200)
        portion = _portion(number, product, cut_at, 9.0 + whole % 10 / 10)
        if inspected_every and number % inspected_every == 0:
            look = Inspected(cut_at + timedelta(seconds=60 + wedge), 9.0 + wedge / 10)
            portion = replace(portion, inspected=look)
        curve = curves[product % _UNITS][product % len(models)]
        found.append((portion, curve, _whole_minor(product)))
    return Stock(found, _surplus())


def each_its_own() -> Stock:
    """No two alike: cut, scored and seen by itself, each product calibrated in each unit.

    That is how far calibration goes (docs/quality.md), and more than any shop's day.
    """
    exposures = [_curve(unit, _model(90)) for unit in range(_UNITS)]
    curves = [
        [each.for_model(_model(90 + 2 * product + unit / 7)) for product in range(_PRODUCTS)]
        for unit, each in enumerate(exposures)
    ]
    found = []
    for number in range(_WHOLES * _EACH):
        cut_at = NOON - timedelta(seconds=300 + number * 1.37)
        look = Inspected(cut_at + timedelta(seconds=60 + number % 240), 9.9 - number / 5_000)
        portion = _portion(number, number % _PRODUCTS, cut_at, 10 - number / 50_000)
        curve = curves[number // _PRODUCTS % _UNITS][number % _PRODUCTS]
        found.append((replace(portion, inspected=look), curve, _whole_minor(number % _PRODUCTS)))
    return Stock(found, _surplus())


def every_rule() -> PricingPolicy:
    """The standard prices, with hours, pace and promotions of every sort on one portion."""
    off, less = PromotionKind.PERCENT, PromotionKind.AMOUNT
    lunch = Schedule(from_time=time(11), until_time=time(14))
    some = frozenset(UUID(int=number) for number in range(0, _PRODUCTS, 2))
    until = (NOON + timedelta(days=1)).replace(tzinfo=None)
    promotions = (
        Promotion("lunch", "Lunch", off, percent=Fraction(1, 20), schedule=lunch, stackable=True),
        Promotion("late", "Late", off, percent=Fraction(1, 10), max_left_s=3_600),
        Promotion("many", "Many", off, percent=Fraction(1, 8), min_stock=20, max_left_s=5_400),
        Promotion("some", "Some", less, amount_minor=300, products=some),
        Promotion("staff", "Staff", off, percent=Fraction(1, 5), roles=frozenset({Role.MANAGER})),
        Promotion("code", "Code", less, amount_minor=900, coupon="NOON"),
        Promotion("loss", "Loss", less, amount_minor=500, approval=_loss(until)),
    )
    slow = PriceWindow("slow", "Slow", Fraction(-1, 20), lunch)
    return replace(
        standard_pricing(rounding_minor=25),
        uplift=Fraction(1, 10),
        pace=PaceLadder(),
        promotions=promotions,
        windows=(slow,),
    )


def _whole_minor(product: int) -> int:
    return _EACH * (8_900 + 100 * product)


def _surplus() -> dict[UUID, Surplus]:
    """Per product, some portions leave sale every 72 s, and not all of them will be sold."""
    return {
        UUID(int=number): Surplus(
            Lot(left_s, 1, (0.4 + number / 40) * left_s / 72) for left_s in range(72, 14_401, 72)
        )
        for number in range(_PRODUCTS)
    }


def _model(minutes: float) -> QualityModel:
    return QualityModel(timedelta(minutes=minutes), 1.3, 1.8, 63_000)


def _curve(number: int, model: QualityModel) -> ExposureCurve:
    """Over a reading a minute since opening."""
    unit = HoldingUnit(UUID(int=number), f"Cabinet {number}", HoldingKind.HOT, 60_000, None)
    readings = [
        (OPEN.timestamp() + 60 * minute, 62_000 + (minute * 37 + number * 113) % 3_000)
        for minute in range(250)
    ]
    return ExposureCurve(readings, unit, model, timedelta(minutes=15))


def _portion(number: int, product: int, cut_at: datetime, initial: float) -> Portion:
    return Portion(
        id=UUID(int=number),
        code=f"B-{number}",
        product_id=UUID(int=product),
        whole_id=UUID(int=number // _EACH),
        wedge=number % _EACH,
        state=PortionState.AVAILABLE,
        epoch=1,
        cut_at=cut_at,
        expires_at=cut_at + timedelta(hours=4),
        holding_unit_id=UUID(int=product % _UNITS),
        place="shelf 1 / slot 1",
        weight_mg=None,
        initial_quality=initial,
        ticket_id=None,
        reserved_until=None,
    )


def _loss(until: datetime) -> LossApproval:
    return LossApproval("Nok", "ends with the day", until, budget_minor=200_000)

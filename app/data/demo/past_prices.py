"""What a portion was worth in the past, by the same rules as at the till."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from app.data.demo.menu import Menu, MenuProduct
from app.domain.catalog import CurveShape, QualityModel
from app.domain.exposure import ageing_rate
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs, score_milli
from app.domain.quality import score_at

FRESH_SCORE = 9.8


@dataclass(frozen=True, slots=True)
class Policies:
    """What prices of the past depend on."""

    quality: QualityPolicy
    pricing: PricingPolicy
    tax_rate_bp: int


def quality_model(product: MenuProduct) -> QualityModel:
    """The product's decay as the domain knows it; ValueError for a product without one."""
    if product.quality is None:
        raise ValueError(f"{product.name} has no quality model")
    figures = product.quality
    return QualityModel(
        timedelta(minutes=figures.e7_minutes),
        figures.beta,
        figures.q10,
        figures.reference_temperature_mc,
        shape=CurveShape(figures.shape),
    )


@lru_cache(maxsize=100_000)
def _price_at(
    product: MenuProduct, policies: Policies, score: float
) -> tuple[Price, dict[str, Any]]:
    """The price by its score, with what it was worked out from."""
    inputs = PriceInputs(
        policies.pricing.version, policies.quality.version, product.price_minor,
        product.cost_minor, policies.tax_rate_bp, score_milli(score),
    )  # fmt: skip
    return _engine(policies).price(inputs), inputs.to_map()


@lru_cache(maxsize=4)
def _engine(policies: Policies) -> PriceEngine:
    return PriceEngine(policies.quality, policies.pricing)


def priced(
    menu: Menu, product: MenuProduct, policies: Policies, minutes: int
) -> tuple[float, Price, dict[str, Any]]:
    """The score after so many minutes in its unit, never below the sale floor; price and inputs."""
    model = quality_model(product)
    temperature_mc = menu.unit_named(product.unit).demo_temperature_mc
    age_s = minutes * 60 * ageing_rate(temperature_mc, model)
    score = max(score_at(FRESH_SCORE, age_s, model), policies.quality.sale_floor)
    return score, *_price_at(product, policies, round(score, 3))

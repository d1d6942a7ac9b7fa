"""What a price has to know of a portion, from its row, its whole and its product."""

import math
from datetime import datetime
from uuid import UUID

from app.domain.catalog import Product
from app.domain.configuration import default_configuration
from app.domain.freshness import Freshness
from app.domain.policy import StoreSettings
from app.domain.portion import Portion
from app.domain.portion_check import presentation_markdown
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.lows import PriceLow, rested, rested_pace
from app.domain.prices.reductions import LineFloors, line_floors
from app.domain.pricing import share_of_base
from app.services.portion_age import freshness_of
from app.services.store_view import StoreView


def markdown_of(portion: Portion, settings: StoreSettings) -> tuple[int, str] | None:
    """(basis points off, presentation score it is for): the larger of looks and reviewer.

    The score is empty where a reviewer took more off; None when it looks too poor to be sold.
    """
    if portion.presentation is None:
        return portion.markdown_bp, ""
    share = presentation_markdown(portion.presentation, settings.food.portions)
    if share is None:
        return None
    by_looks = int(share * 10_000)
    if by_looks <= portion.markdown_bp:
        return portion.markdown_bp, ""
    return by_looks, f"{portion.presentation:g}"


def facts_of(
    view: StoreView,
    portion: Portion,
    product: Product,
    *,
    standing: tuple[float, datetime],
    low: PriceLow | None,
    now: datetime,
) -> PortionFacts:
    """What a price engine has to know of a portion with that score that is sold until then.

    A price that fell of late rests: the score and time of its low count until it may rise.
    """
    whole_minor, portions, cost_minor = shares_of(view, portion, product)
    share_bp, looks = markdown_of(portion, view.settings) or (0, "")
    hysteresis = view.settings.pricing.hysteresis
    score, sell_until = standing
    score, left_s = rested(score, seconds_left(sell_until, now), low, now, hysteresis)
    return PortionFacts(
        product_id=product.id,
        whole_minor=whole_minor,
        portions_per_whole=portions,
        cost_minor=cost_minor,
        tax_rate_bp=product.tax_rate_bp,
        score=score,
        left_s=left_s,
        markdown_bp=share_bp,
        markdown_looks=looks,
        last_call=freshness_of(view, portion, now) is Freshness.LAST_CALL,
        pace_low_milli=rested_pace(low, now, hysteresis),
    )


def plain_facts(product: Product) -> PortionFacts:
    """What is known of the price of one piece of a plain product."""
    return PortionFacts(
        product_id=product.id,
        whole_minor=product.base_price_minor,
        portions_per_whole=1,
        cost_minor=product.cost_minor,
        tax_rate_bp=product.tax_rate_bp,
        score=None,
        left_s=None,
    )


def seconds_left(until: datetime, now: datetime) -> int:
    """Whole seconds, upwards: a rule for the last n seconds holds from the moment n are left."""
    return math.ceil((until - now).total_seconds())


def shares_of(view: StoreView, portion: Portion, product: Product) -> tuple[int, int, int]:
    """Price and number of portions of the whole, and the portion's cost, scaled to its cut."""
    whole = view.wholes.get(portion.whole_id)
    default = default_configuration(product)
    if whole is None or default is None or whole.portions_per_whole is None:
        return product.base_price_minor, 1, product.cost_minor
    standard, cut = default.portions_per_whole, whole.portions_per_whole
    whole_minor = product.whole_price_minor or product.base_price_minor * standard
    return whole_minor, cut, share_of_base(product.cost_minor, standard, cut)


def portion_floors(view: StoreView, product: Product, portion_id: UUID | None) -> LineFloors:
    """The floors of one portion, or of a plain piece: the one definition that screens ask for."""
    portion = view.portions.get(portion_id) if portion_id else None
    cost_minor = shares_of(view, portion, product)[2] if portion else product.cost_minor
    return line_floors(cost_minor, view.settings.pricing, product.tax_rate_bp, product.id)

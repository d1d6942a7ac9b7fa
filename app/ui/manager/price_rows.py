"""Rows of the prices as they are now, and their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product, ProductKind
from app.domain.policy import StoreSettings
from app.domain.price import Price, PriceReason
from app.domain.prices.limits import with_tax
from app.services.offer import Offer, Wedge, WedgeState
from app.services.ports import PriceChange
from app.ui.shared import format as text
from app.ui.shared.price_words import step_name
from app.ui.shared.words import price_reason

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One product: what its portions cost now."""

    id: str
    name: str
    portions: str
    base: str
    price: str
    why: str
    margin: str
    least: str


@dataclass(frozen=True, slots=True)
class PortionPrice:
    """One portion: its price and how it came about."""

    id: str
    name: str
    grade: str
    base: str
    price: str
    why: str
    margin: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a portion's price."""

    id: int
    when: str
    change: str
    why: str


def on_sale(offer: Offer) -> list[Wedge]:
    """The portions that have a price: free ones, and those in an order."""
    shown = (WedgeState.FREE, WedgeState.RESERVED)
    wedges = (wedge for wheel in offer.wheels for wedge in wheel.wedges)
    return [wedge for wedge in wedges if wedge.price is not None and wedge.state in shown]


def price_line(product: Product, offer: Offer, settings: StoreSettings) -> PriceLine:
    """The row of one product."""
    wedges = on_sale(offer)
    prices = [wedge.price for wedge in wedges if wedge.price]
    if not prices and offer.price is not None:
        prices = [offer.price]
    amounts = [price.amount_minor for price in prices]
    margins = [margin_of(amount, product) for amount in amounts]
    return PriceLine(
        id=str(product.id),
        name=product.name,
        portions=str(len(wedges)) if product.kind is ProductKind.PORTIONED else "–",
        base=_range([price.base_minor for price in prices], settings),
        price=_range(amounts, settings),
        why=_reasons(prices),
        margin=_margin_range(margins),
        least=f"{float(_least(product, settings)) * 100:g} %",
    )


def _least(product: Product, settings: StoreSettings) -> Fraction:
    return settings.pricing.least_margin(product.id)


def margin_of(amount_minor: int, product: Product) -> Fraction:
    """(price without tax − cost) ÷ price without tax; 0 for a price of nothing."""
    net = amount_minor / with_tax(1, product.tax_rate_bp)
    return (net - product.cost_minor) / net if net else Fraction(0)


def _reasons(prices: Sequence[Price]) -> str:
    """What moves at least one of the prices, in the order of the steps."""
    found = {step.reason for price in prices for step in price.steps if step.amount_minor}
    named = [r for r in PriceReason if r in found and r is not PriceReason.BASE]
    return ", ".join(price_reason(reason) for reason in named) or "–"


def portion_price(wedge: Wedge, product: Product, settings: StoreSettings) -> PortionPrice:
    """The row of one portion."""
    price = wedge.price
    assert price is not None
    return PortionPrice(
        id=str(wedge.portion_id),
        name=wedge.code or "",
        grade=wedge.grade.value if wedge.grade else "–",
        base=text.amount(price.base_minor, settings),
        price=text.amount(price.amount_minor, settings),
        why=breakdown(price, settings),
        margin=f"{float(margin_of(price.amount_minor, product)) * 100:.1f} %",
    )


def breakdown(price: Price, settings: StoreSettings) -> str:
    """`freshness −10.00 · rounding +0.50`; a dash for the base price."""
    parts = [
        f"{step_name(step)} {text.change(step.amount_minor, settings)}"
        for step in price.steps
        if step.reason is not PriceReason.BASE and step.amount_minor
    ]
    return " · ".join(parts) or "–"


def step_text(change: PriceChange, settings: StoreSettings) -> str:
    """From which price to which."""
    new = text.amount(change.new_minor, settings)
    return new if change.old_minor is None else f"{text.amount(change.old_minor, settings)} → {new}"


def reason_text(reason: str) -> str:
    """Why a price moved, in words."""
    return price_reason(PriceReason(reason)) if reason in set(PriceReason) else reason


def _range(amounts: Sequence[int], settings: StoreSettings) -> str:
    if not amounts:
        return _t("Office", "no price")
    low, high = text.amount(min(amounts), settings), text.amount(max(amounts), settings)
    return low if low == high else f"{low}–{high}"


def _margin_range(margins: Sequence[Fraction]) -> str:
    if not margins:
        return "–"
    low, high = f"{float(min(margins)) * 100:.0f}", f"{float(max(margins)) * 100:.0f}"
    return f"{low} %" if low == high else f"{low}–{high} %"

"""The prices as they are now: products above, the portions of one product with their reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from babel.numbers import get_currency_precision
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import Product
from app.domain.policy import StoreSettings
from app.domain.price import Price, PriceReason
from app.domain.prices.limits import with_tax
from app.services.offer import Offer, Wedge, WedgeState
from app.services.ports import PriceChange
from app.services.refusal import Refused, StoreUnreachable
from app.ui.manager.desk import Desk
from app.ui.manager.price_points import price_points
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.price_words import step_name
from app.ui.shared.words import price_reason

_t = QCoreApplication.translate
_MOST_PORTIONS = 500
"""Portions shown of one product; nobody reads more, and a list that long stays quick."""


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


class PriceList(QObject):
    """`products` are all on sale, `portions` those of the chosen one, `history` one portion's."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._products = RowsModel(PriceLine, parent=self)
        self._portions = RowsModel(PortionPrice, parent=self)
        self._history = RowsModel(HistoryLine, parent=self)
        self._points: list[dict[str, float]] = []
        self._chosen = self._portion = ""
        self._more = 0

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        offers = self._desk.offers()
        shown = sorted(
            (view.products[key] for key in offers if key in view.products),
            key=lambda product: product.name.casefold(),
        )
        self._products.set_rows([_line(p, offers[p.id], view.settings) for p in shown])
        if self._chosen not in {str(product.id) for product in shown}:
            self._chosen = str(shown[0].id) if shown else ""
        self._fill()

    def _fill(self) -> None:
        view = self._desk.view
        product = view.products.get(UUID(self._chosen)) if view and self._chosen else None
        offer = self._desk.offers().get(product.id) if product else None
        wedges = _on_sale(offer) if offer else []
        if view is not None and product is not None:
            shown = wedges[:_MOST_PORTIONS]
            self._portions.set_rows([_portion(w, product, view.settings) for w in shown])
        else:
            self._portions.set_rows([])
        self._more = max(0, len(wedges) - _MOST_PORTIONS)
        self.changed.emit()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Show the portions of the product in a row of the list."""
        rows = self._products.rows
        if 0 <= row < len(rows):
            self._chosen = rows[row].id
            self._fill()

    @Slot(int)
    def look(self, row: int) -> None:
        """Show the history of the portion in a row."""
        rows = self._portions.rows
        if 0 <= row < len(rows):
            self._portion = rows[row].id
            self._history.set_rows([])
            self._points = []
            self.changed.emit()
            self._desk.shell.tasks.start(self._read(self._portion), name="price history")

    async def _read(self, portion: str) -> None:
        try:
            found = await self._desk.store.reports.price_history(UUID(portion))
        except (StoreUnreachable, Refused):
            return
        settings = self._desk.settings
        if settings is not None and portion == self._portion:
            self._history.set_rows(
                [
                    HistoryLine(
                        at,
                        text.date_time(each.at, settings),
                        _step(each, settings),
                        _reason(each.reason),
                    )
                    for at, each in enumerate(found)
                ]
            )
            unit = 10 ** get_currency_precision(settings.currency)
            self._points = price_points(found, self._desk.now, unit)
            self.changed.emit()

    def _chosen_row(self) -> int:
        return next((at for at, e in enumerate(self._products.rows) if e.id == self._chosen), -1)

    products = Property(QObject, lambda self: self._products, constant=True)
    portions = Property(QObject, lambda self: self._portions, constant=True)
    history = Property(QObject, lambda self: self._history, constant=True)
    lookedAt = Property(  # noqa: N815
        str,
        lambda self: next((e.name for e in self._portions.rows if e.id == self._portion), ""),
        notify=changed,
    )
    chosenRow = Property(int, _chosen_row, notify=changed)  # noqa: N815 (QML name)
    chosenName = Property(  # noqa: N815
        str,
        lambda self: next((e.name for e in self._products.rows if e.id == self._chosen), ""),
        notify=changed,
    )
    points = Property("QVariantList", lambda self: self._points, notify=changed)  # type: ignore[arg-type]
    more = Property(int, lambda self: self._more, notify=changed)


def _on_sale(offer: Offer) -> list[Wedge]:
    shown = (WedgeState.FREE, WedgeState.RESERVED)
    wedges = (wedge for wheel in offer.wheels for wedge in wheel.wedges)
    return [wedge for wedge in wedges if wedge.price is not None and wedge.state in shown]


def _line(product: Product, offer: Offer, settings: StoreSettings) -> PriceLine:
    wedges = _on_sale(offer)
    prices = [wedge.price for wedge in wedges if wedge.price]
    if not prices and offer.price is not None:
        prices = [offer.price]
    amounts = [price.amount_minor for price in prices]
    margins = [margin_of(amount, product) for amount in amounts]
    return PriceLine(
        id=str(product.id),
        name=product.name,
        portions=str(len(wedges)) if offer.left is not None else "–",
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


def _portion(wedge: Wedge, product: Product, settings: StoreSettings) -> PortionPrice:
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


def _step(change: PriceChange, settings: StoreSettings) -> str:
    new = text.amount(change.new_minor, settings)
    return new if change.old_minor is None else f"{text.amount(change.old_minor, settings)} → {new}"


def _reason(reason: str) -> str:
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

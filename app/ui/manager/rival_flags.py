"""Where other shops' prices speak against the own ones, and faulty files, as text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product
from app.domain.policy import StoreSettings
from app.domain.prices.competitors import PriceFlag, flag_by_mean
from app.domain.prices.limits import margin_floor
from app.services.import_prices import BadRow
from app.services.ports import SeenPrice
from app.services.store_view import StoreView
from app.ui.shared import format as text

_t = QCoreApplication.translate
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One product that is dearer than other shops allow."""

    id: str
    name: str
    own: str
    mean: str
    above: str
    proposed: str
    seen: str


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One price as it was recorded."""

    id: str
    name: str
    price: str
    day: str
    origin: str
    who: str
    price_minor: int
    on: str


def price_flags(view: StoreView, sums: Mapping[UUID, tuple[int, int]]) -> dict[UUID, PriceFlag]:
    """The products that are too dear, by id, in order of their names (POS-R1.3).

    `sums` are count and sum of the prices seen within the policy's days, by product.
    """
    flags: dict[UUID, PriceFlag] = {}
    for product in sorted(view.products.values(), key=lambda p: p.name.casefold()):
        if product.id in sums and product.active:
            flag = _flag(product, *sums[product.id], view.settings)
            if flag is not None:
                flags[product.id] = flag
    return flags


def _flag(product: Product, count: int, total: int, settings: StoreSettings) -> PriceFlag | None:
    pricing = settings.pricing
    margin = pricing.least_margin(product.id)
    return flag_by_mean(
        product.id,
        product.base_price_minor,
        margin_floor(product.cost_minor, pricing, product.tax_rate_bp, margin),
        Fraction(total, count),
        count,
        pricing.competitors,
        pricing.rounding_minor,
    )


def flag_line(flag: PriceFlag, view: StoreView) -> FlagLine:
    """One flag in words."""
    settings = view.settings
    return FlagLine(
        id=str(flag.product_id),
        name=view.products[flag.product_id].name,
        own=text.amount(flag.own_minor, settings),
        mean=text.amount(round(flag.mean_minor), settings),
        above=f"{float(flag.above_share) * 100:.1f} %",
        proposed=text.amount(flag.proposed_minor, settings),
        seen=str(flag.entries),
    )


def seen_line(seen: SeenPrice, view: StoreView) -> SeenLine:
    """One recorded price in words."""
    product = view.products.get(seen.price.product_id)
    return SeenLine(
        id=str(seen.id),
        name=product.name if product else "–",
        price=text.amount(seen.price.price_minor, view.settings),
        day=text.day(seen.price.on, view.settings),
        origin=seen.price.origin,
        who=seen.recorded_by,
        price_minor=seen.price.price_minor,
        on=seen.price.on.isoformat(),
    )


SEEN_BY: dict[str, Callable[[SeenLine], Any]] = {
    "name": lambda line: (line.name.casefold(), line.on),
    "price": lambda line: line.price_minor,
    "day": lambda line: line.on,
    "origin": lambda line: line.origin.casefold(),
    "who": lambda line: line.who.casefold(),
}
"""What the columns of the recorded prices are sorted by."""


def bad_title(bad: tuple[BadRow, ...]) -> str:
    """What is said about a file that is not taken."""
    if not bad:
        return _t("Office", "Nothing was imported: the file holds no prices")
    return _t("Office", "Nothing was imported: {n} rows are wrong").format(n=len(bad))


def bad_text(bad: tuple[BadRow, ...]) -> str:
    """The faulty rows, each with its line, column and what stands there."""
    columns = {
        "product": _t("Office", "product"),
        "price": _t("Office", "price"),
        "date": _t("Office", "date"),
        "origin": _t("Office", "origin"),
    }
    named = [
        _t("Office", "line {n}: {column} “{text}”").format(
            n=row.line, column=columns[row.column], text=row.text[:40]
        )
        for row in bad[:_MOST_NAMED]
    ]
    more = len(bad) - len(named)
    if more:
        named.append(_t("Office", "and {n} more").format(n=more))
    return "; ".join(named)

"""A product as it was typed, checked all at once: every field that is wrong is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from uuid import UUID

from babel.numbers import get_currency_precision

from app.domain.catalog import Category, Product, ProductKind
from app.domain.configuration import default_configuration, is_portion_count
from app.services.ports import NewProduct

MAX_NAME = 500
MAX_AMOUNT_MINOR = 100_000_000
_S_PER_H = 3600
_MAX_SHELF_LIFE_H = 24 * 30


class Fault(StrEnum):
    """What is wrong with one field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    NOT_POSITIVE = "not_positive"
    TOO_LARGE = "too_large"
    TOO_MANY_DECIMALS = "too_many_decimals"
    OUT_OF_RANGE = "out_of_range"
    BELOW_COST = "below_cost"
    NOT_PORTIONABLE = "not_portionable"


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What stands in the form. Amounts in the currency's unit, tax in percent, times in hours.

    `allergens` is None until the manager chose some or an explicit "none".
    """

    name: str = ""
    category_id: UUID | None = None
    price: str = ""
    cost: str = ""
    tax: str = ""
    allergens: frozenset[str] | None = None
    shelf_life_h: str = ""
    portions: str = ""
    active: bool = True
    portioned: bool = True


def draft_of(product: Product, currency: str) -> ProductDraft:
    """The form's contents for a product of the store."""
    limit = product.after_cut_limit
    configuration = default_configuration(product)
    return ProductDraft(
        name=product.name,
        category_id=product.category_id,
        price=_amount(product.base_price_minor, currency),
        cost=_amount(product.cost_minor, currency) if product.cost_minor else "",
        tax=_plain(Decimal(product.tax_rate_bp) / 100),
        allergens=product.allergens,
        shelf_life_h=_plain(Decimal(int(limit.total_seconds())) / _S_PER_H) if limit else "",
        portions=str(configuration.portions_per_whole) if configuration else "",
        active=product.active,
        portioned=product.kind is ProductKind.PORTIONED,
    )


def check_draft(
    draft: ProductDraft, product_id: UUID, categories: Mapping[UUID, Category], currency: str
) -> tuple[NewProduct | None, dict[str, Fault]]:
    """The product to save, or None with every fault by field name."""
    faults: dict[str, Fault] = {}
    name = draft.name.strip()
    if not name:
        faults["name"] = Fault.MISSING
    elif len(name) > MAX_NAME:
        faults["name"] = Fault.TOO_LONG
    places = get_currency_precision(currency)
    limit_major = Decimal(MAX_AMOUNT_MINOR).scaleb(-places)
    price = _number("price", draft.price, places, limit_major, faults)
    cost = _number("cost", draft.cost, places, limit_major, faults)
    if price is not None and cost is not None and price < cost:
        faults["price"] = Fault.BELOW_COST
    tax = _number("tax", draft.tax, 2, Decimal(100), faults, zero=True)
    if draft.allergens is None:
        faults["allergens"] = Fault.MISSING
    shelf_life = portions = None
    _check_category(draft, categories, faults)
    if draft.portioned:
        shelf_life = _number(
            "shelf_life", draft.shelf_life_h, 2, Decimal(_MAX_SHELF_LIFE_H), faults
        )
        portions = _portions(draft.portions, faults)
    if faults or price is None or cost is None or tax is None:
        return None, faults
    product = NewProduct(
        id=product_id,
        name=name,
        category_id=draft.category_id,
        base_price_minor=int(price.scaleb(places)),
        cost_minor=int(cost.scaleb(places)),
        tax_rate_bp=int(tax * 100),
        allergens=draft.allergens,
        after_cut_limit_s=None if shelf_life is None else round(shelf_life * _S_PER_H),
        portions_per_whole=portions,
        active=draft.active,
    )
    return product, {}


def parse_number(text: str) -> Decimal | None:
    """A plain number with a point or a comma for its decimals; None when it is none."""
    text = text.strip().replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _check_category(
    draft: ProductDraft, categories: Mapping[UUID, Category], faults: dict[str, Fault]
) -> None:
    category = categories.get(draft.category_id) if draft.category_id else None
    if category is None:
        faults["category"] = Fault.MISSING
    elif draft.portioned and not category.portionable:
        faults["category"] = Fault.NOT_PORTIONABLE


def _number(
    field: str,
    text: str,
    places: int,
    most: Decimal,
    faults: dict[str, Fault],
    *,
    zero: bool = False,
) -> Decimal | None:
    if not text.strip():
        faults[field] = Fault.MISSING
        return None
    value = parse_number(text)
    fault = None
    if value is None:
        fault = Fault.NOT_A_NUMBER
    elif value < 0 or (value == 0 and not zero):
        fault = Fault.NOT_POSITIVE
    elif value > most:
        fault = Fault.TOO_LARGE
    elif value != round(value, places):
        fault = Fault.TOO_MANY_DECIMALS
    if fault is not None:
        faults[field] = fault
        return None
    return value


def _portions(text: str, faults: dict[str, Fault]) -> int | None:
    value = parse_number(text)
    if not text.strip():
        faults["portions"] = Fault.MISSING
    elif value is None or value != value.to_integral_value():
        faults["portions"] = Fault.NOT_A_NUMBER
    elif abs(value) > 1_000 or not is_portion_count(int(value)):
        faults["portions"] = Fault.OUT_OF_RANGE
    else:
        return int(value)
    return None


def _amount(minor: int, currency: str) -> str:
    return _plain(Decimal(minor).scaleb(-get_currency_precision(currency)))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

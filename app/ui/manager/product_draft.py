"""A product as it stands in the form: text as typed, nothing checked yet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from babel.numbers import get_currency_precision

from app.domain.catalog import (
    BaseUnit,
    CurveShape,
    PortionConfiguration,
    Product,
    ProductKind,
    QualityModel,
)
from app.domain.configuration import default_configuration
from app.domain.ids import new_id
from app.domain.money import round_half_up
from app.services.policy_form import duration_text
from app.ui.manager.preparation_text import preparations_text
from app.ui.manager.typed import parse_number, plain

_S_PER_H = 3600


@dataclass(frozen=True, slots=True)
class WayDraft:
    """One way of cutting: `weight` in grams, may be empty; an empty name becomes 1/n."""

    id: UUID
    name: str = ""
    portions: str = ""
    weight: str = ""
    consented: str = ""
    """A count outside the limits that this way already has its consent to, as typed."""
    per_row: str = ""
    """Portions side by side; empty for a round whole."""


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What stands in the form. Amounts in the currency's unit, tax and sizes in percent.

    Times are in hours, temperatures in °C. `allergens` is None until the manager chose some or
    an explicit "none". `usual` is the way of cutting that is offered first.
    """

    name: str = ""
    category_id: UUID | None = None
    station_id: UUID | None = None
    base_unit: BaseUnit = BaseUnit.EACH
    price: str = ""
    whole: str = ""
    """The whole's price, where it is what was set; `price` then follows it."""
    cost: str = ""
    tax: str = ""
    allergens: frozenset[str] | None = None
    shelf_life_h: str = ""
    min_size: str = ""
    max_size: str = ""
    keeps_h: str = ""
    shape: CurveShape = CurveShape.WEIBULL
    beta: str = ""
    q10: str = ""
    reference_c: str = ""
    ways: tuple[WayDraft, ...] = ()
    usual: UUID | None = None
    active: bool = True
    portioned: bool = True
    whole_of_id: UUID | None = None
    """What it is the whole of, sold by the piece."""
    size: str = ""
    tool_id: UUID | None = None
    checklist: str = ""
    """What a good-looking portion has, separated by semicolons."""
    preparations: str = ""
    """What may be asked for with it, separated by semicolons (`preparation_text`)."""
    preparation: str = ""
    """Its own time of preparation, as "2 min"; empty: the kitchen's usual one."""


def new_draft(products: Mapping[UUID, Product], tax_rate_bp: int | None = None) -> ProductDraft:
    """An empty form with what most of the shop's products share; switched off until complete.

    The first product takes the shop's `tax_rate_bp`.
    """
    taxes = [product.tax_rate_bp for product in products.values()]
    usual_tax = max(taxes, key=taxes.count, default=tax_rate_bp)
    return ProductDraft(
        tax="" if usual_tax is None else plain(Decimal(usual_tax) / 100),
        active=False,
    )


def draft_of(product: Product, currency: str) -> ProductDraft:
    """The form's contents for a product of the store."""
    limit = product.after_cut_limit
    usual = default_configuration(product)
    draft = ProductDraft(
        name=product.name,
        category_id=product.category_id,
        station_id=product.station_id,
        base_unit=product.base_unit,
        price=_amount(product.base_price_minor, currency) if product.base_price_minor else "",
        whole=_amount(product.whole_price_minor, currency) if product.whole_price_minor else "",
        cost=_amount(product.cost_minor, currency) if product.cost_minor else "",
        tax=plain(Decimal(product.tax_rate_bp) / 100),
        allergens=product.allergens,
        shelf_life_h=limit_text(limit),
        min_size=_percent(product.min_portion_bp),
        max_size=_percent(product.max_portion_bp),
        ways=tuple(_way(each) for each in product.configurations),
        usual=usual.id if usual else None,
        active=product.active,
        portioned=product.kind is ProductKind.PORTIONED,
        whole_of_id=product.whole_of_id,
        size=product.size or "",
        tool_id=product.tool_id,
        checklist="; ".join(product.checklist),
        preparations=preparations_text(product.preparations, get_currency_precision(currency)),
        preparation="" if product.preparation_s is None else duration_text(product.preparation_s),
    )
    return with_quality(draft, product.quality) if product.quality else draft


def limit_text(limit: timedelta | None) -> str:
    """The limit after cutting as the form shows it, in hours."""
    return plain(Decimal(int(limit.total_seconds())) / _S_PER_H) if limit else ""


def with_quality(draft: ProductDraft, quality: QualityModel) -> ProductDraft:
    """The form with a decay model filled in."""
    hours = Decimal(quality.e7.total_seconds()) / _S_PER_H
    return replace(
        draft,
        keeps_h=plain(round(hours, 4)),
        shape=quality.shape,
        beta=plain(Decimal(str(quality.beta))),
        q10=plain(Decimal(str(quality.q10))),
        reference_c=plain(Decimal(quality.reference_temperature_mc) / 1000),
    )


def priced_by_whole(draft: ProductDraft, currency: str) -> ProductDraft:
    """The portion's price by the whole's and the usual number of portions, half up (BR-10.1).

    As it is where no price of a whole is given, or one of the two is no number.
    """
    if not draft.portioned or not draft.whole.strip():
        return draft
    whole = parse_number(draft.whole)
    usual = next((way for way in draft.ways if way.id == draft.usual), None)
    count = parse_number(usual.portions) if usual else None
    if whole is None or whole <= 0 or not count or count < 1 or count != int(count):
        return draft
    minor = round_half_up(Fraction(whole.scaleb(get_currency_precision(currency))) / int(count))
    return replace(draft, price=_amount(minor, currency))


def with_way(draft: ProductDraft, portions: str = "") -> ProductDraft:
    """One more way of cutting; the first is the usual one."""
    way = WayDraft(new_id(), portions=portions)
    return replace(draft, ways=(*draft.ways, way), usual=draft.usual or way.id)


def with_size(draft: ProductDraft, size: str, portions: int) -> ProductDraft:
    """A standard size fills in its number of portions (BR-02.1)."""
    return replace(with_way(draft, str(portions)), size=size)


def without_way(draft: ProductDraft, at: int) -> ProductDraft:
    """One way of cutting less; when it was the usual one, the first that is left is."""
    ways = draft.ways[:at] + draft.ways[at + 1 :]
    left = {way.id for way in ways}
    usual = draft.usual if draft.usual in left else next((way.id for way in ways), None)
    return replace(draft, ways=ways, usual=usual)


def _way(configuration: PortionConfiguration) -> WayDraft:
    weight = configuration.standard_weight_mg
    return WayDraft(
        configuration.id,
        configuration.name,
        str(configuration.portions_per_whole),
        "" if weight is None else plain(Decimal(weight) / 1000),
        str(configuration.portions_per_whole) if configuration.override_id else "",
        "" if configuration.per_row is None else str(configuration.per_row),
    )


def _amount(minor: int, currency: str) -> str:
    return plain(Decimal(minor).scaleb(-get_currency_precision(currency)))


def _percent(bp: int | None) -> str:
    return "" if bp is None else plain(Decimal(bp) / 100)

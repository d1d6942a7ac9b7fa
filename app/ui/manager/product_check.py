"""Checks a product's form all at once: every field that is wrong is named."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID

from babel.numbers import get_currency_precision

from app.domain.catalog import (
    BaseUnit,
    Category,
    CurveShape,
    Preparation,
    ProductKind,
    QualityModel,
)
from app.domain.cutting_tools import CuttingTool
from app.domain.food_policy import LONGEST_LIFE
from app.services.policy_form import read_duration_s
from app.services.ports import NewConfiguration, NewProduct
from app.ui.manager.preparation_text import BadPreparation, read_preparations
from app.ui.manager.product_draft import ProductDraft
from app.ui.manager.product_ways import Approvals, check_ways
from app.ui.manager.typed import Fault, Faults, name_within, number, number_within

MAX_AMOUNT_MINOR = 10_000_000
MAX_SIZE, MAX_LINES, MAX_LINE = 40, 12, 80
_NO_APPROVALS: Approvals = MappingProxyType({})
_S_PER_H = 3600
_MAX_PREPARATION_S = 7200
_MAX_SHELF_LIFE_H = Decimal(24 * 30)
_LONGEST_LIFE_H = Decimal(int(LONGEST_LIFE.total_seconds()) // 3600)


def check_draft(
    draft: ProductDraft,
    product_id: UUID,
    categories: Mapping[UUID, Category],
    currency: str,
    approvals: Approvals = _NO_APPROVALS,
    tools: Collection[CuttingTool] = (),
) -> tuple[NewProduct | None, Faults]:
    """The product to save, or None with every fault by field name.

    A product that is switched off may still lack things; what is there must make sense. A count
    outside the limits needs an approval under (way, count), or the way's earlier consent.
    """
    faults: Faults = {}
    name = name_within("name", draft.name, faults)
    _check_category(draft, categories, faults)
    price, cost = check_money(draft, currency, faults)
    whole = _check_whole(draft, currency, faults) if draft.portioned else None
    tax = number("tax", draft.tax, faults, most=Decimal(100), places=2, zero=True,
                 needed=draft.active)  # fmt: skip
    if draft.allergens is None and draft.active:
        faults["allergens"] = Fault.MISSING
    preparations = _check_preparations(draft, currency, faults)
    preparation_s = _check_preparation(draft, faults)
    sold = draft.portioned and draft.active
    shelf_life = least = most = quality = None
    ways: tuple[NewConfiguration, ...] = ()
    checklist: tuple[str, ...] = ()
    if draft.portioned:
        checklist = _check_look(draft, tools, faults)
        if draft.base_unit not in (BaseUnit.EACH, BaseUnit.WHOLE):
            faults["base_unit"] = Fault.NOT_COUNTABLE
        shelf_life = check_shelf_life_s(draft, faults, needed=sold)
        least, most = _check_sizes(draft, faults, needed=sold)
        quality = check_curve(draft, faults, needed=sold)
        ways = check_ways(draft, faults, approvals, needed=sold)
    if faults:
        return None, faults
    return NewProduct(
        id=product_id,
        name=name,
        kind=ProductKind.PORTIONED if draft.portioned else ProductKind.PLAIN,
        base_unit=draft.base_unit,
        category_id=draft.category_id,
        base_price_minor=price,
        cost_minor=cost,
        tax_rate_bp=int((tax or Decimal(0)) * 100),
        allergens=draft.allergens,
        station_id=draft.station_id,
        after_cut_limit_s=shelf_life,
        quality=quality,
        min_portion_bp=least,
        max_portion_bp=most,
        configurations=ways,
        active=draft.active,
        size=draft.size.strip() or None if draft.portioned else None,
        tool_id=draft.tool_id if draft.portioned else None,
        checklist=checklist,
        whole_price_minor=whole,
        whole_of_id=None if draft.portioned else draft.whole_of_id,
        preparations=preparations,
        preparation_s=preparation_s,
    ), {}


def _check_whole(draft: ProductDraft, currency: str, faults: Faults) -> int | None:
    places = get_currency_precision(currency)
    most = Decimal(MAX_AMOUNT_MINOR).scaleb(-places)
    typed = number("whole", draft.whole, faults, most=most, places=places, needed=False)
    return None if typed is None else int(typed.scaleb(places))


def check_shelf_life_s(draft: ProductDraft, faults: Faults, *, needed: bool) -> int | None:
    """The limit after cutting in seconds."""
    hours = number("shelf_life", draft.shelf_life_h, faults, most=_LONGEST_LIFE_H, places=2,
                   needed=needed)  # fmt: skip
    return None if hours is None else round(hours * _S_PER_H)


def check_money(draft: ProductDraft, currency: str, faults: Faults) -> tuple[int, int]:
    """(price, cost) of a portion or piece in minor units; 0 for what is missing."""
    places = get_currency_precision(currency)
    most = Decimal(MAX_AMOUNT_MINOR).scaleb(-places)
    price, cost = (
        number(field, text, faults, most=most, places=places, zero=not draft.active,
               needed=draft.active)
        for field, text in (("price", draft.price), ("cost", draft.cost))
    )  # fmt: skip
    if draft.active and price is not None and cost is not None and price < cost:
        faults["price"] = Fault.BELOW_COST
    return int((price or Decimal(0)).scaleb(places)), int((cost or Decimal(0)).scaleb(places))


def _check_category(
    draft: ProductDraft, categories: Mapping[UUID, Category], faults: Faults
) -> None:
    category = categories.get(draft.category_id) if draft.category_id else None
    if category is None:
        if draft.active or draft.portioned or draft.category_id:
            faults["category"] = Fault.MISSING
    elif draft.portioned and not category.portionable:
        faults["category"] = Fault.NOT_PORTIONABLE


def _check_look(
    draft: ProductDraft, tools: Collection[CuttingTool], faults: Faults
) -> tuple[str, ...]:
    """Size, tool and checklist; returns the lines of the checklist."""
    if len(draft.size.strip()) > MAX_SIZE:
        faults["size"] = Fault.TOO_LONG
    if draft.tool_id is not None and not any(
        tool.id == draft.tool_id and tool.active and draft.category_id in tool.suits
        for tool in tools
    ):
        faults["tool"] = Fault.NOT_SUITABLE
    lines = tuple(line.strip() for line in draft.checklist.split(";") if line.strip())
    if len(lines) > MAX_LINES or any(len(line) > MAX_LINE for line in lines):
        faults["checklist"] = Fault.TOO_LONG
    return lines


def _check_preparations(
    draft: ProductDraft, currency: str, faults: Faults
) -> tuple[Preparation, ...]:
    try:
        return read_preparations(draft.preparations, get_currency_precision(currency))
    except BadPreparation:
        faults["preparations"] = Fault.OUT_OF_RANGE
        return ()


def _check_preparation(draft: ProductDraft, faults: Faults) -> int | None:
    if not draft.preparation.strip():
        return None
    try:
        seconds = read_duration_s(draft.preparation)
    except ValueError:
        faults["preparation"] = Fault.NOT_A_DURATION
        return None
    if not 0 <= seconds <= _MAX_PREPARATION_S:
        faults["preparation"] = Fault.TOO_LARGE
    return round(seconds)


def _check_sizes(
    draft: ProductDraft, faults: Faults, *, needed: bool
) -> tuple[int | None, int | None]:
    least = number_within(
        "min_size", draft.min_size, faults, Decimal(1), Decimal(100), needed=needed
    )
    most = number_within(
        "max_size", draft.max_size, faults, Decimal(100), Decimal(1000), needed=needed
    )
    return (
        None if least is None else round(least * 100),
        None if most is None else round(most * 100),
    )


def check_curve(draft: ProductDraft, faults: Faults, *, needed: bool) -> QualityModel | None:
    """The decay model; None without one."""
    # A line has no shape to type; what a curve had before it is kept where it can be.
    line = draft.shape is CurveShape.LINEAR
    odd: Faults = {}
    number_within("beta", draft.beta, odd, Decimal("0.1"), Decimal(20), needed=True)
    shaped = "1" if line and odd else draft.beta
    typed = (draft.keeps_h, "" if line else draft.beta, draft.q10, draft.reference_c)
    # All four or none of them: half a model tells nothing.
    needed = needed or any(text.strip() for text in typed)
    keeps = number("keeps", draft.keeps_h, faults, most=_MAX_SHELF_LIFE_H, places=4, needed=needed)
    beta = number_within("beta", shaped, faults, Decimal("0.1"), Decimal(20), needed=needed)
    q10 = number_within("q10", draft.q10, faults, Decimal(1), Decimal(10), needed=needed)
    at = number_within(
        "reference", draft.reference_c, faults, Decimal(-60), Decimal(300), needed=needed
    )
    if keeps is None or beta is None or q10 is None or at is None:
        return None
    e7 = timedelta(seconds=max(1, round(keeps * _S_PER_H)))
    return QualityModel(e7, float(beta), float(q10), round(at * 1000), draft.shape)

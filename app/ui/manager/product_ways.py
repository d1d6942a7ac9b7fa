"""Checks the ways a product is cut: counts within the limits or allowed, weights, rows."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from app.domain.configuration import is_portion_count
from app.services.ports import NewConfiguration
from app.ui.manager.product_draft import ProductDraft, WayDraft
from app.ui.manager.typed import Fault, Faults, name_within, number_within, parse_number

MAX_APPROVED = 100
"""The store takes no more portions of a whole, whoever allows it."""
Approvals = Mapping[tuple[UUID, int], UUID]
"""Consents to counts outside the limits, by way and count."""
_MAX_WEIGHT_G = Decimal(20_000)


def check_ways(
    draft: ProductDraft, faults: Faults, approvals: Approvals, *, needed: bool
) -> tuple[NewConfiguration, ...]:
    """The ways to save; what is wrong goes into `faults` by field and place in the list."""
    if not draft.ways and needed:
        faults["ways"] = Fault.MISSING
    seen: set[int] = set()
    made = []
    for at, way in enumerate(draft.ways):
        count = _portions(f"portions_{at}", way, approvals, faults)
        if count in seen:
            faults[f"portions_{at}"] = Fault.TWICE
        if count is not None:
            seen.add(count)
            made.append(_configuration(at, way, count, draft, faults, approvals))
    return tuple(made)


def _configuration(
    at: int,
    way: WayDraft,
    count: int,
    draft: ProductDraft,
    faults: Faults,
    approvals: Approvals,
) -> NewConfiguration:
    name = name_within(f"way_{at}", way.name, faults, needed=False)
    grams = number_within(
        f"weight_{at}", way.weight, faults, Decimal(1), _MAX_WEIGHT_G, needed=False
    )
    return NewConfiguration(
        way.id,
        name or f"1/{count}",
        count,
        None if grams is None else round(grams * 1000),
        way.id == draft.usual,
        approvals.get((way.id, count)),
        _per_row(at, way, count, faults),
    )


def _per_row(at: int, way: WayDraft, count: int, faults: Faults) -> int | None:
    """Rows are all equally long; a round whole has none."""
    field = f"rows_{at}"
    value = number_within(field, way.per_row, faults, Decimal(1), Decimal(count), needed=False)
    if value is not None and (value != value.to_integral_value() or count % value):
        faults[field] = Fault.OUT_OF_RANGE
        return None
    return None if value is None else int(value)


def count_to_approve(text: str) -> int | None:
    """The count, when it is one that another person may allow outside the limits."""
    value = parse_number(text)
    if value is None or value != value.to_integral_value() or not 1 <= value <= MAX_APPROVED:
        return None
    return None if is_portion_count(int(value)) else int(value)


def _portions(field: str, way: WayDraft, approvals: Approvals, faults: Faults) -> int | None:
    text = way.portions
    value = parse_number(text)
    wanted = count_to_approve(text)
    if wanted is not None and (
        (way.id, wanted) in approvals or parse_number(way.consented) == wanted
    ):
        return wanted
    if not text.strip():
        faults[field] = Fault.MISSING
    elif value is None or value != value.to_integral_value():
        faults[field] = Fault.NOT_A_NUMBER
    elif abs(value) > 1_000 or not is_portion_count(int(value)):
        faults[field] = Fault.OUT_OF_RANGE
    else:
        return int(value)
    return None

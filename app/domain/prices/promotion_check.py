"""Contradictions within one promotion: what it says, and what it would earn (BR-11.3, BR-11.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from app.domain.prices.promotion import Promotion, PromotionKind


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What contradicts what: a code for words (docs/pricing.md) and the fields concerned."""

    code: str
    fields: tuple[str, ...]


def promotion_contradictions(
    promotion: Promotion,
    max_change: Fraction,
    base_minor: Mapping[UUID, int],
    cost: Mapping[UUID, Fraction],
) -> Iterator[Contradiction]:
    """Everything that speaks against `promotion`.

    `base_minor` and `cost` (what the price must exceed) are of the products on sale; a promotion
    earns something on each of them unless a person approved a loss.
    """
    where = ("promotions", promotion.id)
    for code in (*_shape(promotion), *_when(promotion), *_approval(promotion)):
        yield Contradiction(code, where)
    if promotion.approval is None and promotion.percent > max_change:
        yield Contradiction("promotion_beyond_cap", (*where, "max_change"))
    if promotion.kind is PromotionKind.BUNDLE:
        yield from _bundle(promotion, base_minor, cost)
    elif promotion.approval is None:
        for product_id in sorted(promotion.products or base_minor.keys()):
            if product_id in base_minor and not _earns(
                promotion, base_minor[product_id], cost[product_id]
            ):
                yield Contradiction("promotion_at_a_loss", (*where, str(product_id)))


def _shape(promotion: Promotion) -> Iterator[str]:
    kind = promotion.kind
    if not promotion.name.strip():
        yield "promotion_without_name"
    if kind is PromotionKind.PERCENT and not 0 < promotion.percent <= 1:
        yield "promotion_percent_range"
    if kind is not PromotionKind.PERCENT and promotion.amount_minor <= 0:
        yield "promotion_amount_range"
    if kind is PromotionKind.N_FOR_PRICE and promotion.count < 2:
        yield "promotion_count_range"
    if kind is PromotionKind.BUNDLE:
        products = [part.product_id for part in promotion.parts]
        pieces = sum(part.count for part in promotion.parts)
        if len(set(products)) < len(products) or pieces < 2:
            yield "bundle_parts"
        if any(part.count < 1 for part in promotion.parts):
            yield "bundle_parts"
    if promotion.stackable and kind in (PromotionKind.N_FOR_PRICE, PromotionKind.BUNDLE):
        yield "group_stackable"


def _when(promotion: Promotion) -> Iterator[str]:
    schedule = promotion.schedule
    if not schedule.weekdays or not schedule.weekdays <= frozenset(range(7)):
        yield "promotion_never"
    first, last = schedule.first_day, schedule.last_day
    if first is not None and last is not None and last < first:
        yield "promotion_ends_before_it_starts"
    if promotion.min_stock < 0 or (promotion.max_left_s is not None and promotion.max_left_s <= 0):
        yield "promotion_condition_range"


def _approval(promotion: Promotion) -> Iterator[str]:
    approval = promotion.approval
    if approval is None:
        return
    if promotion.stackable:
        yield "approved_stackable"
    if not approval.approved_by.strip() or not approval.reason.strip():
        yield "approval_without_person_or_reason"
    if approval.budget_minor < 0:
        yield "approval_budget_range"
    if approval.max_change is not None and not 0 < approval.max_change <= 1:
        yield "approval_change_range"


def _bundle(
    promotion: Promotion, base_minor: Mapping[UUID, int], cost: Mapping[UUID, Fraction]
) -> Iterator[Contradiction]:
    """A bundle costs less than its parts and more than they cost the shop."""
    where = ("promotions", promotion.id)
    if not base_minor:
        return
    missing = [part for part in promotion.parts if part.product_id not in base_minor]
    if missing:
        yield Contradiction("bundle_unknown_product", (*where, str(missing[0].product_id)))
        return
    singles = sum(base_minor[part.product_id] * part.count for part in promotion.parts)
    costs = sum((cost[part.product_id] * part.count for part in promotion.parts), Fraction(0))
    if promotion.amount_minor >= singles:
        yield Contradiction("bundle_saves_nothing", where)
    if promotion.approval is None and promotion.amount_minor <= costs:
        yield Contradiction("promotion_at_a_loss", where)


def _earns(promotion: Promotion, base_minor: int, cost: Fraction) -> bool:
    """Whether a sale at the base price keeps a positive contribution under the promotion."""
    if promotion.kind is PromotionKind.PERCENT:
        return base_minor * (1 - promotion.percent) > cost
    if promotion.kind is PromotionKind.AMOUNT:
        return base_minor - promotion.amount_minor > cost
    return promotion.amount_minor > cost * promotion.count

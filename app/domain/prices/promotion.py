"""Promotions: what they take off, and when they are in force (POS-05.5, BR-11.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from uuid import UUID

from app.domain.people import Role
from app.domain.prices.pace import Surplus
from app.domain.prices.rules import LossApproval
from app.domain.prices.schedule import ALWAYS, Schedule


class PromotionKind(StrEnum):
    """PERCENT and AMOUNT act on one portion, the others on a group within one order."""

    PERCENT = "percent"
    AMOUNT = "amount"
    N_FOR_PRICE = "n_for_price"
    BUNDLE = "bundle"


ON_ONE_PORTION = frozenset({PromotionKind.PERCENT, PromotionKind.AMOUNT})


@dataclass(frozen=True, slots=True)
class BundlePart:
    """So many portions or pieces of one product."""

    product_id: UUID
    count: int = 1


@dataclass(frozen=True, slots=True)
class Promotion:
    """One promotion of a pricing policy; `id` is unique within it.

    `amount_minor` is what AMOUNT takes off a portion, and the whole group's price for
    N_FOR_PRICE (`count` portions of one option) and BUNDLE (`parts`). An empty set of `products`
    means all, of `roles` anybody; a `coupon` must have been shown. With `max_left_s` it holds for
    portions that near to their sell-by moment, and `min_stock` counts only those.
    """

    id: str
    name: str
    kind: PromotionKind
    percent: Fraction = Fraction(0)
    amount_minor: int = 0
    count: int = 0
    parts: tuple[BundlePart, ...] = ()
    products: frozenset[UUID] = frozenset()
    schedule: Schedule = ALWAYS
    roles: frozenset[Role] = frozenset()
    coupon: str = ""
    min_stock: int = 0
    max_left_s: int | None = None
    stackable: bool = False
    approval: LossApproval | None = None
    codes: bool = False
    """Only with one of the single codes that were made for it, each good for one order."""
    coupon_uses: int | None = None
    """Orders that the shared code is good for, all together."""
    coupon_per_guest: int | None = None
    """Orders of one known guest that it is good for."""

    @property
    def is_counted(self) -> bool:
        """Whether the store counts its uses: then a code alone opens nothing."""
        return self.codes or self.coupon_uses is not None or self.coupon_per_guest is not None

    def touches(self, product_id: UUID) -> bool:
        """Whether the promotion can concern this product at all."""
        if self.kind is PromotionKind.BUNDLE:
            return any(part.product_id == product_id for part in self.parts)
        return not self.products or product_id in self.products


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a store knows at one moment, the same for every portion of it."""

    local: datetime
    """The store's wall clock (`schedule.wall_clock`), without a zone."""
    role: Role | None = None
    coupons: frozenset[str] = frozenset()
    left_s_by_product: Mapping[UUID, tuple[int, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Seconds to sell-by of every sellable portion, by product, in order."""
    on_sale_by_product: Mapping[UUID, tuple[UUID, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Those portions, in the same order: the next one to leave sale first."""
    surplus_by_product: Mapping[UUID, Surplus] = field(default_factory=lambda: MappingProxyType({}))
    """How far stock outruns the sales to expect, of products with a forecast."""
    losses_minor: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """What loss-making promotions have cost so far, by promotion id."""

    def stock(self, product_id: UUID, max_left_s: int | None = None) -> int:
        """Sellable portions of a product, those at most `max_left_s` from sell-by if given."""
        left = self.left_s_by_product.get(product_id, ())
        return len(left) if max_left_s is None else sum(1 for s in left if s <= max_left_s)

    def counted(self, promotion: Promotion, product_id: UUID) -> tuple[UUID, ...]:
        """As many of the portions that let the promotion begin as it needs.

        Those that are sold last, so that the store finds them on sale although others just went.
        """
        if not promotion.min_stock:
            return ()
        stock = self.stock(product_id, promotion.max_left_s)
        on_sale = self.on_sale_by_product.get(product_id, ())
        return on_sale[max(0, stock - promotion.min_stock) : stock]


def in_force(promotion: Promotion, product_id: UUID, left_s: int | None, at: Circumstances) -> bool:
    """Whether the promotion holds for a portion `left_s` seconds from sell-by, at that moment."""
    return is_near(promotion, left_s) and holds_for(promotion, product_id, at)


def is_near(promotion: Promotion, left_s: int | None) -> bool:
    """Whether a portion `left_s` seconds from sell-by is near enough to its end."""
    return promotion.max_left_s is None or (left_s is not None and left_s <= promotion.max_left_s)


def holds_for(promotion: Promotion, product_id: UUID, at: Circumstances) -> bool:
    """Whether the promotion holds for the product's portions at that moment, if `is_near`."""
    if not promotion.touches(product_id) or not promotion.schedule.covers(at.local):
        return False
    if promotion.roles and at.role not in promotion.roles:
        return False
    if not is_unlocked(promotion, at.coupons):
        return False
    if promotion.min_stock and at.stock(product_id, promotion.max_left_s) < promotion.min_stock:
        return False
    return promotion.approval is None or at.local < promotion.approval.until


def is_unlocked(promotion: Promotion, coupons: frozenset[str]) -> bool:
    """Whether an order in which `coupons` were shown may have the promotion.

    A shared code stands for itself; of a counted one the order has a use, as its token.
    """
    if not promotion.coupon and not promotion.is_counted:
        return True
    if promotion.coupon in coupons and not promotion.is_counted:
        return True
    return any(promotion_of_token(each) == promotion.id for each in coupons)


def promotion_of_token(shown: str) -> str | None:
    """The promotion that a token `<use's id>:<promotion's id>` is for; None for a shared code."""
    use, colon, promotion_id = shown.partition(":")
    return promotion_id if colon and _is_uuid(use) else None


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def budget_left_minor(promotion: Promotion, at: Circumstances) -> int:
    """How much an approved promotion may still lose; 0 without an approval."""
    if promotion.approval is None:
        return 0
    return max(0, promotion.approval.budget_minor - at.losses_minor.get(promotion.id, 0))

"""What else a guest may like: at most three, sellable, never in the way (POS-05.4)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.stock import conflicts
from app.domain.policy import SuggestionPolicy
from app.domain.suggestions_learned import ONE_BP, Baskets


class SuggestionReason(StrEnum):
    """Why a product is suggested; screens put it into words."""

    COMPLETES_BUNDLE = "completes_bundle"
    USUAL = "usual"
    GOES_WITH = "goes_with"
    BEST_SELLER = "best_seller"


@dataclass(frozen=True, slots=True)
class Sellable:
    """A product's next portion as it could be sold now.

    `count` is what is free, `expected` the portions likely to be asked for before they end.
    `floor_minor` is the margin floor.
    """

    product_id: UUID
    count: int
    expected: float
    price_minor: int
    floor_minor: int
    allergens: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Completion:
    """One more of a product completes the bundle `name`: the order costs `saves_minor` less."""

    bundle_id: str
    name: str
    product_id: UUID
    saves_minor: int


def lacking(order: Mapping[UUID, int], parts: Mapping[UUID, int]) -> UUID | None:
    """The one piece that an order lacks for one more bundle of `parts`; None unless it is one.

    What is in the order for bundles that are complete already is not counted again.
    """
    complete = min(order.get(each, 0) // count for each, count in parts.items())
    missing = {
        each: count - (order.get(each, 0) - complete * count)
        for each, count in parts.items()
        if order.get(each, 0) - complete * count < count
    }
    if sum(missing.values()) != 1 or sum(parts.values()) < 2:
        return None
    return next(iter(missing))


@dataclass(frozen=True, slots=True)
class Guest:
    """Past visits as sets of products; empty for an unknown guest or one without consent."""

    visits: tuple[frozenset[UUID], ...] = ()
    avoids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product to suggest, with the parts of its rank in basis points.

    `evidence` is how strongly history speaks for it, `surplus` how much too many are left.
    """

    product_id: UUID
    reason: SuggestionReason
    price_minor: int
    evidence_bp: int
    surplus_bp: int
    rank_bp: int
    bundle: Completion | None = None


def suggest(
    order: Collection[UUID],
    stock: Sequence[Sellable],
    guest: Guest,
    baskets: Baskets,
    *,
    policy: SuggestionPolicy,
    completions: Sequence[Completion] = (),
    declined: Collection[UUID] = (),
) -> tuple[Suggestion, ...]:
    """At most `policy.most` suggestions, the best first; pure, so nothing ever waits for it.

    Only what is free, at or above its margin floor, without what the guest avoids, not in the
    order unless it completes a bundle, and not declined before. The reason that speaks most for a
    product is the one shown.
    """
    ranked = []
    for product in stock:
        completing = [each for each in completions if each.product_id == product.product_id]
        if product.product_id in declined or (product.product_id in order and not completing):
            continue
        if product.count <= 0 or product.price_minor < product.floor_minor:
            continue
        if conflicts(product.allergens, guest.avoids):
            continue
        best = _best_reason(product, frozenset(order), guest, baskets, policy, completing)
        if best:
            ranked.append(best)
    ranked.sort(key=lambda each: (-each.rank_bp, each.product_id))
    return tuple(ranked[: policy.most])


def _best_reason(
    product: Sellable,
    order: frozenset[UUID],
    guest: Guest,
    baskets: Baskets,
    policy: SuggestionPolicy,
    completing: Sequence[Completion],
) -> Suggestion | None:
    surplus_bp = surplus_of(product)
    found = []

    def add(reason: SuggestionReason, evidence_bp: int, bundle: Completion | None = None) -> None:
        found.append(
            Suggestion(
                product_id=product.product_id,
                reason=reason,
                price_minor=product.price_minor,
                evidence_bp=evidence_bp,
                surplus_bp=surplus_bp,
                rank_bp=evidence_bp + policy.surplus_weight_bp * surplus_bp // ONE_BP,
                bundle=bundle,
            )
        )

    share_bp = _share_of_visits(product.product_id, guest)
    for bundle in completing:
        saved_bp = min(ONE_BP, bundle.saves_minor * ONE_BP // max(1, product.price_minor))
        add(SuggestionReason.COMPLETES_BUNDLE, ONE_BP + saved_bp + share_bp, bundle)
    if product.product_id in order:
        return max(found, key=lambda each: each.rank_bp, default=None)
    if share_bp >= policy.usual_share_bp:
        add(SuggestionReason.USUAL, ONE_BP + share_bp)
    lift_bp = max((baskets.lift_bp(each, product.product_id, policy) for each in order), default=0)
    if lift_bp >= policy.least_lift_bp:
        add(SuggestionReason.GOES_WITH, min(ONE_BP, lift_bp - ONE_BP))
    if not guest.visits and (seller_bp := baskets.share_bp(product.product_id)):
        add(SuggestionReason.BEST_SELLER, seller_bp // 10)
    return max(found, key=lambda each: (each.rank_bp, each.reason), default=None)


def surplus_of(product: Sellable) -> int:
    """The share of the free portions that nobody is expected to ask for, in basis points."""
    if product.count <= 0:
        return 0
    over = max(0.0, product.count - max(0.0, product.expected))
    return int(over * ONE_BP / product.count)


def _share_of_visits(product_id: UUID, guest: Guest) -> int:
    if not guest.visits:
        return 0
    bought = sum(1 for visit in guest.visits if product_id in visit)
    return bought * ONE_BP // len(guest.visits)

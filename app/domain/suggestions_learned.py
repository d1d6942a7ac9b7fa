"""What orders teach about products: how often each is bought, and which go together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from app.domain.policy import SuggestionPolicy

ONE_BP = 10_000
"""100 %."""


@dataclass(frozen=True, slots=True)
class Baskets:
    """Counts of past orders: all, with a product, with both of a pair (its lower id first)."""

    orders: int
    with_product: Mapping[UUID, int]
    with_pair: Mapping[tuple[UUID, UUID], int]

    def lift_bp(self, had: UUID, other: UUID, policy: SuggestionPolicy) -> int:
        """How much likelier `other` is in orders with `had` than at large; 10,000 is as likely.

        lift = (n_both + k) / (n_had · n_other / n + k): the shrinkage k pulls what was seldom seen
        towards 1.
        """
        if self.orders == 0 or had == other:
            return ONE_BP
        both = self.with_pair.get(_pair(had, other), 0)
        product = self.with_product.get(had, 0) * self.with_product.get(other, 0)
        shrink = policy.shrinkage * self.orders
        if product + shrink == 0:
            return ONE_BP
        return (both * self.orders + shrink) * ONE_BP // (product + shrink)

    def share_bp(self, product_id: UUID) -> int:
        """The share of orders with the product, in basis points."""
        return self.with_product.get(product_id, 0) * ONE_BP // max(1, self.orders)


NO_BASKETS = Baskets(0, {}, {})
"""A shop's first day."""


def learn(orders: Iterable[frozenset[UUID]]) -> Baskets:
    """Count the orders; a product counts once per order however many were bought."""
    total = 0
    singles: Counter[UUID] = Counter()
    pairs: Counter[tuple[UUID, UUID]] = Counter()
    for order in orders:
        total += 1
        singles.update(order)
        pairs.update(combinations(sorted(order), 2))
    return Baskets(total, dict(singles), dict(pairs))


def _pair(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    return (one, other) if one < other else (other, one)

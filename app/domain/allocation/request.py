"""What an order asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from app.domain.portion import Grade


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One portion wanted. A quantity of n is n lines.

    `product_ids` has several products where the guest leaves it open ("any slice" of a bundle).
    `grade` is the grade that was asked for and quoted, None for "as it comes"; a better one may be
    taken at the quoted price, a worse one only if the guest accepts that. `quote_minor` None means
    that the portion's own price holds. `prefers` are stored preferences of a guest who consented
    to profiling; for anybody else it stays empty.
    """

    id: UUID
    product_ids: frozenset[UUID]
    portions_per_whole: int | None = None
    grade: Grade | None = None
    accepts_lower: bool = False
    quote_minor: int | None = None
    avoids: frozenset[str] = frozenset()
    prefers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Demand:
    """Portions expected to be asked for per hour and product; a product not named is unknown.

    Without a forecast no portion counts as a waste risk and the oldest goes first all the same.
    """

    per_hour: Mapping[UUID, float] = field(default_factory=lambda: MappingProxyType({}))


NO_FORECAST = Demand()
"""A cold start."""


def known_preferences(
    stored: frozenset[str], *, identified: bool, consented: bool
) -> frozenset[str]:
    """What may count of a guest's stored preferences: nothing without name and consent."""
    return stored if identified and consented else frozenset()

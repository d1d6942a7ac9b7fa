"""What an order asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from app.domain.forecast.hourly import HourlyDemand
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
    """Portions expected to be asked for by product; a product not named is unknown.

    `hourly` is the store's forecast; `per_hour` an even rate, for products that have none there.
    Without a forecast no portion counts as a waste risk and the oldest goes first all the same.
    """

    per_hour: Mapping[UUID, float] = field(default_factory=lambda: MappingProxyType({}))
    hourly: Mapping[UUID, HourlyDemand] = field(default_factory=lambda: MappingProxyType({}))

    def until(self, product_id: UUID, now: datetime, moments: Sequence[datetime]) -> list[float]:
        """What will be asked for from `now` to each moment. Raises KeyError for an unknown one."""
        if (forecast := self.hourly.get(product_id)) is not None:
            return [forecast.between(now, max(now, each)) for each in moments]
        per_s = self.per_hour[product_id] / 3_600
        return [per_s * max(0.0, (each - now).total_seconds()) for each in moments]

    def knows(self, product_id: UUID) -> bool:
        """Whether anything is expected of the product, even nothing."""
        return product_id in self.hourly or product_id in self.per_hour


NO_FORECAST = Demand()
"""A cold start."""


def known_preferences(
    stored: frozenset[str], *, identified: bool, consented: bool
) -> frozenset[str]:
    """What may count of a guest's stored preferences: nothing without name and consent."""
    return stored if identified and consented else frozenset()

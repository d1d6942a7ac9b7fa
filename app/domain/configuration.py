"""How a whole may be cut: the number of portions, the standard counts per size, and overrides."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.catalog import PortionConfiguration, Product
from app.domain.food_policy import PortionPolicy

_SPECIFIED = PortionPolicy()
MIN_PORTIONS = _SPECIFIED.min_portions
MAX_PORTIONS = _SPECIFIED.max_portions
"""The specification's bounds (BR-01.3); the database repeats them as a constraint."""


@dataclass(frozen=True, slots=True)
class PortionOverride:
    """A manager's consent to one count outside the limits, for one configuration only."""

    configuration_id: UUID
    portions: int
    reason: str
    granted_by: UUID
    granted_at: datetime


def is_portion_count(portions: int, policy: PortionPolicy = _SPECIFIED) -> bool:
    """Whether a whole may be cut into this many portions (2 to 16) without an override."""
    return policy.min_portions <= portions <= policy.max_portions


def count_allowed(
    configuration: PortionConfiguration,
    overrides: Collection[PortionOverride] = (),
    policy: PortionPolicy = _SPECIFIED,
) -> bool:
    """Whether the count is within the limits or has an override of its own, for this very count."""
    count = configuration.portions_per_whole
    return is_portion_count(count, policy) or any(
        each.configuration_id == configuration.id and each.portions == count for each in overrides
    )


def standard_count(size: str, policy: PortionPolicy = _SPECIFIED) -> int | None:
    """The count that choosing a size fills in; None for a size without a standard."""
    return dict(policy.size_standards).get(size)


def default_configuration(product: Product) -> PortionConfiguration | None:
    """The product's default way of cutting, else its first; None when it has none."""
    for configuration in product.configurations:
        if configuration.is_default:
            return configuration
    return product.configurations[0] if product.configurations else None

"""How a whole may be cut: the number of portions and the standard counts per size."""

from app.domain.catalog import PortionConfiguration, Product

MIN_PORTIONS = 2
MAX_PORTIONS = 16
"""The specification's bounds (BR-01.3); the database repeats them as a constraint."""

STANDARD_PIZZA_PORTIONS = {'14"': 8, '12"': 6, "personal": 4}
"""What choosing a pizza size fills in (BR-02.1)."""


def is_portion_count(portions: int) -> bool:
    """Whether a whole may be cut into this many portions (2 to 16)."""
    return MIN_PORTIONS <= portions <= MAX_PORTIONS


def default_configuration(product: Product) -> PortionConfiguration | None:
    """The product's default way of cutting, else its first; None when it has none."""
    for configuration in product.configurations:
        if configuration.is_default:
            return configuration
    return product.configurations[0] if product.configurations else None

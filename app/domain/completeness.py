"""Whether a product may be sold: every missing field at once, so a manager fills in all of them."""

from collections.abc import Collection

from app.domain.catalog import Category, Product, ProductKind
from app.domain.configuration import PortionOverride, count_allowed


def missing_fields(
    product: Product, category: Category | None, overrides: Collection[PortionOverride] = ()
) -> tuple[str, ...]:
    """Names of the fields that keep `product` off the till; empty when it is complete.

    An explicit empty set of allergens is a statement; None is not. A cost of 0 counts as missing.
    A count outside 2-16 counts as missing unless it has an override of its own.
    """
    missing = [
        ("name", not product.name.strip()),
        ("base_price", product.base_price_minor <= 0),
        ("cost", product.cost_minor <= 0),
        ("tax_rate", product.tax_rate_bp < 0),
        ("allergens", product.allergens is None),
    ]
    if product.kind is ProductKind.PORTIONED:
        limit = product.after_cut_limit
        cuts = product.configurations
        missing += [
            ("category", category is None or not category.portionable),
            (
                "configuration",
                not cuts
                or not all(each.override_id or count_allowed(each, overrides) for each in cuts),
            ),
            ("after_cut_limit", limit is None or limit.total_seconds() <= 0),
            ("quality", product.quality is None),
        ]
    return tuple(name for name, is_missing in missing if is_missing)

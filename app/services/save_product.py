"""A product of the store as it is saved again, so that one of its values can be changed."""

from dataclasses import fields
from typing import Any

from app.domain.catalog import Product
from app.services.ports import NewConfiguration, NewProduct


def new_product_of(product: Product) -> NewProduct:
    """Everything as it is, also what later versions add under the same name."""
    limit = product.after_cut_limit
    values: dict[str, Any] = {
        field.name: getattr(product, field.name)
        for field in fields(NewProduct)
        if hasattr(product, field.name)
    }
    values["after_cut_limit_s"] = int(limit.total_seconds()) if limit else None
    values["configurations"] = tuple(
        NewConfiguration(
            each.id,
            each.name,
            each.portions_per_whole,
            each.standard_weight_mg,
            each.is_default,
            per_row=each.per_row,
        )
        for each in product.configurations
    )
    return NewProduct(**values)

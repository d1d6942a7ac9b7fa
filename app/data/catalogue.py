"""Port `Catalogue`: the whole product goes to one server-side function."""

import json
from typing import Any
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports import NewProduct


class PgCatalogue(Caller):
    """The back office's catalogue edits."""

    async def save_product(self, session: Session, *, request: UUID, product: NewProduct) -> None:
        """Create or change a product with all its ways of cutting."""
        await self._call(
            "save_product", "uuid,uuid,jsonb", session.id, request, json.dumps(product_map(product))
        )


def product_map(product: NewProduct) -> dict[str, Any]:
    """The product as `wedge.save_product` reads it: the columns' names, times in seconds."""
    quality = product.quality
    return {
        "id": str(product.id),
        "name": product.name.strip(),
        "kind": product.kind.value,
        "base_unit": product.base_unit.value,
        "category_id": _text(product.category_id),
        "base_price_minor": product.base_price_minor,
        "whole_price_minor": product.whole_price_minor,
        "whole_of_id": _text(product.whole_of_id),
        "cost_minor": product.cost_minor,
        "tax_rate_bp": product.tax_rate_bp,
        "allergens": None if product.allergens is None else sorted(product.allergens),
        "station_id": _text(product.station_id),
        "after_cut_limit_s": product.after_cut_limit_s,
        "quality": quality
        and {
            "e7_s": quality.e7.total_seconds(),
            "beta": quality.beta,
            "q10": quality.q10,
            "reference_temperature_mc": quality.reference_temperature_mc,
            "curve": quality.shape.value,
        },
        "min_portion_bp": product.min_portion_bp,
        "max_portion_bp": product.max_portion_bp,
        "configurations": [
            {
                "id": str(each.id),
                "name": each.name.strip(),
                "portions_per_whole": each.portions_per_whole,
                "standard_weight_mg": each.standard_weight_mg,
                "is_default": each.is_default,
                "approval_id": _text(each.approval_id),
                "per_row": each.per_row,
            }
            for each in product.configurations
        ],
        "active": product.active,
        "size": product.size,
        "tool_id": _text(product.tool_id),
        "checklist": [line.strip() for line in product.checklist],
        "preparations": [
            {"name": each.name, "price_minor": each.price_minor, "seconds": each.seconds}
            for each in product.preparations
        ],
        "preparation_s": product.preparation_s,
        "curve_approval_id": _text(product.curve_approval_id),
    }


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)

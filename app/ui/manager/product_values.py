"""What stands in a product's form, as its fields show it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import CurveShape
from app.ui.manager.product_draft import ProductDraft
from app.ui.manager.product_ways import count_to_approve
from app.ui.manager.typed import parse_number

_t = QCoreApplication.translate
TEXTS = frozenset(
    {"name", "price", "cost", "tax", "shelf_life_h", "min_size", "max_size", "keeps_h", "beta",
     "whole", "q10", "reference_c", "size", "checklist", "preparations", "preparation"}
)  # fmt: skip
"""Fields that hold what was typed."""


@dataclass(frozen=True, slots=True)
class WayLine:
    """One way of cutting, as typed."""

    id: str
    name: str
    portions: str
    weight: str
    usual: bool
    per_row: str
    askable: bool
    """Its count needs another person's consent, who can be asked now."""


def way_lines(draft: ProductDraft) -> list[WayLine]:
    """The ways of cutting, in the form's order."""
    return [
        WayLine(
            str(way.id),
            way.name,
            way.portions,
            way.weight,
            way.id == draft.usual,
            way.per_row,
            count_to_approve(way.portions) is not None and way.portions.strip() != way.consented,
        )
        for way in draft.ways
    ]


def form_values(draft: ProductDraft) -> dict[str, Any]:
    """Every field by its name in the form."""
    return {name: getattr(draft, name) for name in TEXTS} | {
        "category": str(draft.category_id or ""),
        "station": str(draft.station_id or ""),
        "tool": str(draft.tool_id or ""),
        "whole_of": str(draft.whole_of_id or ""),
        "base_unit": draft.base_unit.value,
        "shape": draft.shape.value,
        "fall": _fall(draft),
        "active": draft.active,
        "portioned": draft.portioned,
        "allergens": sorted(draft.allergens or ()),
        "none": draft.allergens == frozenset(),
    }


def _fall(draft: ProductDraft) -> str:
    """What an even fall loses in a minute."""
    hours = parse_number(draft.keeps_h)
    if draft.shape is not CurveShape.LINEAR or hours is None or hours <= 0:
        return ""
    points = f"{3 / (float(hours) * 60):.3g}"
    return _t("Office", "{points} points a minute").format(points=points)

"""The product form's words: its fields, units and sizes."""

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import BaseUnit

_t = QCoreApplication.translate

_FORM_FIELDS = {
    "base_price": "price",
    "whole_price": "whole",
    "tax_rate": "tax",
    "after_cut_limit": "shelf_life",
    "min_portion": "min_size",
    "max_portion": "max_size",
    "configuration": "ways",
    "configuration_name": "ways",
    "standard_weight": "ways",
    "per_row": "ways",
    "quality": "keeps",
}
_SAME = frozenset(
    {
        "name",
        "category",
        "station",
        "base_unit",
        "cost",
        "allergens",
        "size",
        "tool",
        "whole_of",
        "checklist",
        "preparations",
        "preparation",
    }
)


def form_field(stored: str) -> str | None:
    """The form's field for a field the store names in a refusal; None for one it does not have."""
    return _FORM_FIELDS.get(stored) or (stored if stored in _SAME else None)


def field_word(field: str) -> str:
    """A field of the form as a label, without its unit; ways of cutting are counted from 1."""
    kind, _, at = field.partition("_")
    if at.isdigit():
        number = int(at) + 1
        return {
            "portions": _t("Office", "portions of way {n}"),
            "weight": _t("Office", "weight of way {n}"),
            "rows": _t("Office", "portions in a row of way {n}"),
        }.get(kind, _t("Office", "name of way {n}")).format(n=number)
    return {
        "name": _t("Office", "name"),
        "category": _t("Office", "category"),
        "station": _t("Office", "station"),
        "base_unit": _t("Office", "counted in"),
        "price": _t("Office", "price"),
        "whole": _t("Office", "price of a whole"),
        "cost": _t("Office", "cost"),
        "tax": _t("Office", "tax"),
        "allergens": _t("Office", "allergens"),
        "shelf_life": _t("Office", "shelf life after cutting"),
        "min_size": _t("Office", "smallest portion"),
        "max_size": _t("Office", "largest portion"),
        "keeps": _t("Office", "time above the sale floor"),
        "beta": _t("Office", "shape of the decay"),
        "q10": _t("Office", "temperature factor"),
        "reference": _t("Office", "reference temperature"),
        "ways": _t("Office", "ways of cutting"),
        "size": _t("Office", "size"),
        "tool": _t("Office", "cutting tool"),
        "whole_of": _t("Office", "is the whole of"),
        "checklist": _t("Office", "presentation checklist"),
        "preparations": _t("Office", "prepared on request"),
        "preparation": _t("Office", "time of preparation"),
    }.get(field, field)


def unit_word(unit: BaseUnit) -> str:
    """What a product is counted in."""
    return {
        BaseUnit.EACH: _t("Office", "Each"),
        BaseUnit.WHOLE: _t("Office", "Whole"),
        BaseUnit.SLICE: _t("Office", "Slice"),
        BaseUnit.KILOGRAM: _t("Office", "Kilogram"),
        BaseUnit.LITRE: _t("Office", "Litre"),
    }[unit]


def size_word(size: str, portions: int) -> str:
    """A standard size with its number of portions."""
    name = _t("Office", "Personal") if size == "personal" else size
    return _t("Office", "{size}: {n}").format(size=name, n=portions)

"""The rules in the manager's words: sections, fields and how a value is typed.

The fields' words are in `rule_texts_…`, split by section.
"""

from PySide6.QtCore import QCoreApplication

from app.services.policy_form import FieldKind
from app.ui.manager import (
    rule_texts_checks,
    rule_texts_food,
    rule_texts_kitchen,
    rule_texts_sale,
    rule_texts_service,
    rule_texts_shop,
)
from app.ui.manager.contradiction_words import contradiction

__all__ = ["contradiction", "example", "help_text", "hint", "label", "section"]

_t = QCoreApplication.translate
_TEXTS = (
    rule_texts_sale.texts,
    rule_texts_service.texts,
    rule_texts_food.texts,
    rule_texts_checks.texts,
    rule_texts_shop.texts,
    rule_texts_kitchen.texts,
)


def section(path: str) -> str:
    """The title of a section; one of a newer program keeps its own name."""
    return {
        "quality": _t("Office", "Grades and sale floor"),
        "pricing": _t("Office", "Prices and offers"),
        "targets": _t("Office", "Targets of the figures"),
        "kitchen": _t("Office", "Kitchen"),
        "approvals": _t("Office", "Approvals"),
        "allocation": _t("Office", "Choice of portions"),
        "suggestions": _t("Office", "Suggestions"),
        "forecast": _t("Office", "Expected demand"),
        "loyalty": _t("Office", "Loyalty points"),
        "refunds": _t("Office", "Refunds"),
        "guest": _t("Office", "Guests and their display"),
        "recovery": _t("Office", "Making good"),
        "revenue": _t("Office", "Revenue of wholes"),
        "food.jurisdiction": _t("Office", "Safety limits"),
        "food.portions": _t("Office", "Portion sizes"),
        "food.readings": _t("Office", "Thermometers"),
        "food.calibration": _t("Office", "Quality calibration"),
        "food.freshness": _t("Office", "Freshness"),
        "food.shelf_life": _t("Office", "Shelf life"),
        "food.checkpoints": _t("Office", "Quality checks"),
        "food.allergens": _t("Office", "Allergens"),
    }.get(path, _humanised(path))


def label(path: str, field: str) -> str:
    """What a field is called; one of a newer program keeps its own name."""
    return _texts(path).get(field, (_humanised(field), ""))[0]


def help_text(path: str, field: str) -> str:
    """Half a sentence on what the field does; empty for one of a newer program."""
    return _texts(path).get(field, ("", ""))[1]


def _texts(path: str) -> rule_texts_sale.Texts:
    for texts in _TEXTS:
        if (found := texts(path)) is not None:
            return found
    return {}


def _humanised(name: str) -> str:
    return name.rsplit(".", maxsplit=1)[-1].replace("_", " ").capitalize()


def hint(kind: FieldKind) -> str:
    """The unit or form, behind the field's name."""
    return {
        FieldKind.NUMBER: "",
        FieldKind.SHARE: "%",
        FieldKind.DURATION: _t("Office", "d h min s"),
        FieldKind.YES_NO: "",
        FieldKind.TEXT: "",
        FieldKind.STRUCTURE: "",
    }[kind]


def example(kind: FieldKind) -> str:
    """What to type, for somebody whose text could not be read."""
    return {
        FieldKind.NUMBER: _t("Office", "Type a number, like 8 or 7.5."),
        FieldKind.SHARE: _t("Office", "Type a share, like 30 % or 1/3."),
        FieldKind.DURATION: _t("Office", "Type a time with its unit, like 15 min or 1 h 30 min."),
        FieldKind.YES_NO: _t("Office", "Type yes or no."),
        FieldKind.TEXT: _t("Office", "This text is not one of the known ones."),
        FieldKind.STRUCTURE: _t("Office", "Whole numbers with commas between them, like 4, 6, 8."),
    }[kind]

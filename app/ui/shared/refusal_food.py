"""What refusals say that are about the food: stock, quality, allergens."""

import json

from PySide6.QtCore import QCoreApplication

from app.services.refusal import RefusalCode
from app.ui.shared import words
from app.ui.shared.refusal_said import Words, said, seconds
from app.ui.shared.refusal_training import training_missing

_t = QCoreApplication.translate


def stock() -> dict[RefusalCode, Words]:
    """Words of refusals about wholes, cuts and the menu."""
    code = RefusalCode
    return {
        code.ALREADY_CUT: said(
            _t("Refusal", "This whole was already cut"),
            _t("Refusal", "Nothing was changed. Choose another whole."),
        ),
        code.BAD_PORTION_COUNT: said(
            _t("Refusal", "It cannot be cut into that many"),
            _t("Refusal", "Choose a number of portions that the product allows."),
        ),
        code.BAD_CONFIGURATION: said(
            _t("Refusal", "That way of cutting is not set up"),
            _t("Refusal", "Nothing was changed. Set it up in the menu first."),
        ),
        code.WRONG_TOOL: lambda detail: (
            _t("Refusal", "That tool does not suit"),
            _t("Refusal", "Nothing was cut. Suitable: {tools}.").format(tools=detail)
            if detail
            else _t("Refusal", "Nothing was cut. No tool in the store suits this product."),
        ),
        code.PRODUCT_INCOMPLETE: lambda detail: (
            _t("Refusal", "The product is not complete"),
            _t("Refusal", "Missing: {fields}.").format(fields=detail),
        ),
        code.TOO_LATE_TO_UNDO: said(
            _t("Refusal", "Too late to undo"),
            _t("Refusal", "Use Recall to bring the ticket back."),
        ),
        code.NOT_READY: said(
            _t("Refusal", "Not every item is verified"),
            _t("Refusal", "Tap the items that are left, then serve."),
        ),
        code.UNKNOWN_ITEM: said(
            _t("Refusal", "That is not known here"),
            _t("Refusal", "Nothing was changed. It may have been removed."),
        ),
        code.BAD_TEXT: said(
            _t("Refusal", "That text does not fit"),
            _t("Refusal", "Write something shorter, but not nothing."),
        ),
    }


def quality() -> dict[RefusalCode, Words]:
    """Words of refusals about checks and quality."""
    code = RefusalCode
    return {
        code.CHECKPOINT_MISSING: said(
            _t("Refusal", "A check is missing"),
            _t("Refusal", "Open Checks, look at the food and record it; then go on."),
        ),
        code.WRONG_PORTION: lambda detail: (
            _t("Refusal", "That is another portion"),
            _t("Refusal", "The order's is {code}. Nothing was recorded: take that one.").format(
                code=detail
            ),
        ),
        code.NOT_CHECKED: lambda detail: (
            _t("Refusal", "It was not verified yet"),
            _t("Refusal", "Scan {code} and look at it; then it can be prepared.").format(
                code=detail
            ),
        ),
        code.BELOW_ORDER: said(
            _t("Refusal", "Below the grade that was sold"),
            _t("Refusal", "Replace it, or ask the guest at the till to take it for less."),
        ),
        code.REASON_MISSING: said(
            _t("Refusal", "Nobody said why it was replaced"),
            _t("Refusal", "Choose the reason on the item; then it can be served."),
        ),
        code.TEMPERATURE_VIOLATED: said(
            _t("Refusal", "Outside the safety limit"),
            _t("Refusal", "Nobody may pass it. Take it out of service in Checks."),
        ),
        code.ENTRY_MISSED: lambda detail: (
            _t("Refusal", "Nobody measured its temperature in time"),
            _t(
                "Refusal",
                "{unit} is silent. Nothing was paid or handed over: the kitchen measures it in"
                " Checks, then repeat.",
            ).format(unit=detail),
        ),
        code.TRAINING_MISSING: training_missing,
        code.DISPOSITION_MISSING: said(
            _t("Refusal", "A lot has no decision"),
            _t("Refusal", "Say for each lot whether it is released, held or wasted."),
        ),
        code.EXTENSION_REFUSED: said(
            _t("Refusal", "Its life can't be extended"),
            _t("Refusal", "Once, by 30 minutes at most, never past the safety limit."),
        ),
        code.EFFECT_CHECK_MISSING: said(
            _t("Refusal", "Its effect was not checked"),
            _t("Refusal", "Write down whether the measure helped, then close the item."),
        ),
        code.SAFETY_LIMIT: _longest_life,
        code.WASTE_FIRST: said(
            _t("Refusal", "The food is still there"),
            _t("Refusal", "Book each portion as waste. The task closes with the last one."),
        ),
        code.BAD_READING: said(
            _t("Refusal", "That reading can't be true"),
            _t("Refusal", "It was not stored. Check the thermometer and its clock."),
        ),
    }


def allergens() -> dict[RefusalCode, Words]:
    """Words of refusals about allergens."""
    code = RefusalCode
    return {
        code.ALLERGEN_CONFLICT: lambda detail: (
            _t("Refusal", "The guest avoids this"),
            _t(
                "Refusal", "Nothing was added or sold. It holds what the guest avoids: {what}."
            ).format(what=words.allergens(tuple(detail.split(",")))),
        ),
        code.CROSS_CONTACT: lambda detail: (
            _t("Refusal", "Allergens could spread"),
            _t("Refusal", "Nothing was cut. {causes} Nobody can override this.").format(
                causes=" ".join(contact_causes(detail))
            ),
        ),
        code.QUARANTINED: said(
            _t("Refusal", "Blocked by an allergen incident"),
            _t("Refusal", "Do not sell, cut or serve it. The food safety manager decides."),
        ),
    }


def contact_causes(detail: str) -> list[str]:
    """A sentence for each cause of a CROSS_CONTACT refusal: what it is and what to do."""
    try:
        causes = json.loads(detail)
    except ValueError:
        return []
    return [
        _cause(str(each["source"])).format(
            name=each["name"], allergens=words.allergens(tuple(each["allergens"])) or _nothing()
        )
        for each in causes
    ]


def _nothing() -> str:
    return _t("Refusal", "other food")


def _cause(source: str) -> str:
    if source == "open_job":
        return _t("Refusal", "{name} is being cut here ({allergens}): wait until it is done.")
    if source == "surface":
        return _t("Refusal", "{name} carries {allergens}: sanitise it or take another surface.")
    return _t("Refusal", "{name} carries {allergens}: sanitise it or take another tool.")


def _longest_life(detail: str) -> tuple[str, str]:
    hours = seconds(detail.rpartition(",")[2]) // 3600
    return (
        _t("Refusal", "Longer than the safety limit"),
        _t("Refusal", "At most {hours} hours after cutting. No role can lengthen it.").format(
            hours=hours
        ),
    )

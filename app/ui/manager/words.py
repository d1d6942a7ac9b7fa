"""The back office's words for states, faults, causes and missing fields."""

from PySide6.QtCore import QCoreApplication

from app.domain.portion import PortionState
from app.ui.manager.stock_draft import WasteCause
from app.ui.manager.typed import Fault

_t = QCoreApplication.translate


def state_word(state: PortionState) -> str:
    """A portion's state in one or two words."""
    return {
        PortionState.AVAILABLE: _t("Office", "Available"),
        PortionState.RESERVED: _t("Office", "Reserved"),
        PortionState.COMMITTED: _t("Office", "Sold, to serve"),
        PortionState.SERVED: _t("Office", "Served"),
        PortionState.WASTED: _t("Office", "Wasted"),
        PortionState.QUARANTINED: _t("Office", "Quarantined"),
        PortionState.IN_DOUBT: _t("Office", "In doubt"),
    }[state]


def cause_word(cause: WasteCause) -> str:
    """A cause of waste."""
    return {
        WasteCause.CUTTING: _t("Office", "Spoiled in cutting"),
        WasteCause.EXPIRED: _t("Office", "Past its time"),
        WasteCause.DROPPED: _t("Office", "Dropped"),
        WasteCause.DAMAGED: _t("Office", "Damaged"),
        WasteCause.TEMPERATURE: _t("Office", "Temperature"),
        WasteCause.QUALITY: _t("Office", "Quality"),
        WasteCause.EQUIPMENT: _t("Office", "Equipment"),
        WasteCause.OTHER: _t("Office", "Other"),
    }[cause]


def fault_text(field: str, fault: Fault) -> str:
    """The sentence below a field that is wrong."""
    own = {
        ("portions", Fault.OUT_OF_RANGE): _t(
            "Office", "From 2 to 16, and not more than the way of cutting allows."
        ),
        ("quantity", Fault.OUT_OF_RANGE): _t("Office", "From 1 to 200."),
        ("expires", Fault.NOT_A_NUMBER): _t("Office", "Write it as 2025-12-31 18:00."),
        ("expires", Fault.OUT_OF_RANGE): _t("Office", "Must be ahead, within a year."),
        ("presentation", Fault.OUT_OF_RANGE): _t("Office", "From 0 to 10."),
        ("looks", Fault.OUT_OF_RANGE): _t("Office", "From 0 to 10: one for all, or one each."),
        ("angles", Fault.OUT_OF_RANGE): _t("Office", "From 1 to 360°: one for all, or one each."),
        ("weights", Fault.OUT_OF_RANGE): _t(
            "Office", "One weight for each portion, from 1 to 20000 g."
        ),
        ("allergens", Fault.MISSING): _t("Office", "Choose what it contains, or None."),
        ("category", Fault.MISSING): _t("Office", "Choose a category."),
        ("ways", Fault.MISSING): _t("Office", "Add at least one way of cutting."),
        ("min_size", Fault.OUT_OF_RANGE): _t("Office", "From 1 to 100 % of the standard."),
        ("max_size", Fault.OUT_OF_RANGE): _t("Office", "From 100 to 1000 % of the standard."),
        ("name", Fault.TOO_LONG): _t("Office", "At most 200 characters."),
        ("shelf_life", Fault.TOO_LARGE): _t("Office", "At most 72 hours: the safety limit."),
        ("checklist", Fault.TOO_LONG): _t("Office", "At most 12 lines of 80 characters."),
        ("preparations", Fault.OUT_OF_RANGE): _t(
            "Office", "Write them as Reheat 2 min; Extra sauce +10. At most 12, each once."
        ),
        ("preparation", Fault.TOO_LARGE): _t("Office", "At most 2 hours."),
        ("tax", Fault.TOO_LARGE): _t("Office", "At most 100 %."),
    }
    if fault is Fault.OUT_OF_RANGE and field.startswith("portions_"):
        return _t("Office", "From 2 to 16; more or less needs another person's consent.")
    return own.get((field, fault)) or _fault(fault)


def _fault(fault: Fault) -> str:
    return {
        Fault.MISSING: _t("Office", "Missing."),
        Fault.TOO_LONG: _t("Office", "Too long."),
        Fault.NOT_A_NUMBER: _t("Office", "Write a number."),
        Fault.NOT_POSITIVE: _t("Office", "Must be more than 0."),
        Fault.TOO_LARGE: _t("Office", "Far too large."),
        Fault.TOO_MANY_DECIMALS: _t("Office", "Too many decimals."),
        Fault.OUT_OF_RANGE: _t("Office", "Out of range."),
        Fault.BELOW_COST: _t("Office", "Below its cost."),
        Fault.NOT_PORTIONABLE: _t("Office", "Nothing is sold by the portion in this category."),
        Fault.NOT_COUNTABLE: _t("Office", "Portions are cut from eaches or wholes."),
        Fault.TWICE: _t("Office", "Another way gives as many."),
        Fault.BAD_CHARACTER: _t("Office", "Write it in one line."),
        Fault.NOT_A_DATE: _t("Office", "Write it as 2026-03-01."),
        Fault.NOT_A_TIME: _t("Office", "Write it as 14:30."),
        Fault.NOT_A_DURATION: _t("Office", "Write it as 45 min or 1 h 30 min."),
        Fault.NOT_ZERO: _t(
            "Office", "Less than 0 lowers prices, more raises them; 0 does nothing."
        ),
        Fault.NOT_SUITABLE: _t("Office", "It does not suit this category."),
        Fault.REFUSED: _t("Office", "The store does not take this."),
    }[fault]


def missing_word(field: str) -> str:
    """A product's missing field, as `app.domain.completeness` names it."""
    return {
        "name": _t("Office", "name missing"),
        "base_price": _t("Office", "price missing"),
        "cost": _t("Office", "cost missing"),
        "tax_rate": _t("Office", "tax rate missing"),
        "allergens": _t("Office", "allergens not stated"),
        "category": _t("Office", "category missing"),
        "configuration": _t("Office", "portions per whole missing"),
        "after_cut_limit": _t("Office", "shelf life after cutting missing"),
        "quality": _t("Office", "quality model missing"),
    }.get(field, field)

"""Words of rule fields, with a half sentence of help: shelf life, checks, approvals."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.ui.manager.rule_texts_training import training

_t = QCoreApplication.translate
Texts = Mapping[str, tuple[str, str]]
"""Field → its label and half a sentence of help."""


def texts(path: str) -> Texts | None:
    """The fields of the section; None for one that is not described here."""
    found = {
        "food.shelf_life": _shelf_life,
        "food.checkpoints": _checkpoints,
        "food.allergens": _allergens,
        "approvals": _approvals,
    }.get(path)
    return found() if found else None


def _shelf_life() -> Texts:
    return {
        "removal_lead_hot": (
            _t("Office", "Hot food leaves sale before its limit by"),
            _t("Office", "time to take it out and throw it away"),
        ),
        "removal_lead_cold": (
            _t("Office", "Cold food leaves sale before its limit by"),
            _t("Office", "time to take it out and throw it away"),
        ),
        "removal_lead_ambient": (
            _t("Office", "Other food leaves sale before its limit by"),
            _t("Office", "time to take it out and throw it away"),
        ),
        "max_extension": (
            _t("Office", "Longest extension of quality"),
            _t("Office", "once, by food safety, never past the safety limit"),
        ),
        "manual_check_every": (
            _t("Office", "Without a thermometer, look every"),
            _t("Office", "somebody reads the temperature by hand"),
        ),
    }


def _checkpoints() -> Texts:
    return {**_looks(), **_trouble(), **_waste(), **training()}


def _looks() -> Texts:
    return {
        "interval_hot": (
            _t("Office", "Hot food is looked at every"),
            _t("Office", "shorter where the risk is higher"),
        ),
        "interval_cold": (
            _t("Office", "Cold food is looked at every"),
            _t("Office", "shorter where the risk is higher"),
        ),
        "interval_ambient": (
            _t("Office", "Other food is looked at every"),
            _t("Office", "shorter where the risk is higher"),
        ),
        "overdue_after": (
            _t("Office", "A check is overdue after"),
            _t("Office", "then the kitchen is told again"),
        ),
        "step_due": (
            _t("Office", "A step is checked within"),
            _t("Office", "after the kitchen's step before it"),
        ),
        "random_share": (
            _t("Office", "Portions looked at by chance"),
            _t("Office", "share of all, at a moment nobody knows"),
        ),
        "riskiest_interval_share": (
            _t("Office", "At the highest risk, intervals shrink to"),
            _t("Office", "of the intervals above"),
        ),
    }


def _trouble() -> Texts:
    return {
        "under_curve_points": (
            _t("Office", "Worse than predicted by"),
            _t("Office", "points; from there a look opens an investigation"),
        ),
        "repeat_count": (
            _t("Office", "The same trouble so many times"),
            _t("Office", "within the time below, and somebody looks into it"),
        ),
        "repeat_window": (_t("Office", "… within"), _t("Office", "older trouble no longer counts")),
        "complaint_deadline": (
            _t("Office", "A complaint is looked into within"),
            _t("Office", "from when it was made"),
        ),
        "degradations_a_day": (
            _t("Office", "Worse during an order, per day at most"),
            _t("Office", "more puts the product under watch"),
        ),
        "late_failures_a_day": (
            _t("Office", "Failed after the check, per day"),
            _t("Office", "so many put product or unit under watch"),
        ),
        "watched_share": (
            _t("Office", "Under watch, times shrink to"),
            _t("Office", "of the usual intervals and hold times"),
        ),
        "failure_due": (
            _t("Office", "A failure is looked into within"),
            _t("Office", "then the task is overdue"),
        ),
        "improvement_due": (
            _t("Office", "An improvement is done within"),
            _t("Office", "then the task is overdue"),
        ),
    }


def _waste() -> Texts:
    return {
        "waste_portions": (
            _t("Office", "Waste is looked into from portions"),
            _t("Office", "thrown away at once"),
        ),
        "waste_cost_minor": (
            _t("Office", "… or from a cost of"),
            _t("Office", "of what was thrown away at once"),
        ),
    }


def _allergens() -> Texts:
    return {
        "sanitise_between_any": (
            _t("Office", "Clean between any two categories"),
            _t("Office", "“no” cleans only where an allergen would be brought in"),
        ),
        "incident_due": (
            _t("Office", "An incident is answered within"),
            _t("Office", "then it is overdue"),
        ),
    }


def _approvals() -> Texts:
    return {
        "ask": (
            _t("Office", "A question waits for"),
            _t("Office", "then it lapses and can be asked again"),
        ),
        "lifetime": (_t("Office", "A grant is good for"), _t("Office", "and for one action only")),
        "approvers": (
            _t("Office", "Who may approve what"),
            _t("Office", "always another person than who asks; one role at least"),
        ),
    }

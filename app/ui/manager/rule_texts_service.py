"""Words of rule fields, with a half sentence of help: points, refunds, making good."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate
Texts = Mapping[str, tuple[str, str]]
"""Field → its label and half a sentence of help."""


def texts(path: str) -> Texts | None:
    """The fields of the section; None for one that is not described here."""
    found = {
        "loyalty": _loyalty,
        "refunds": _refunds,
        "recovery": _recovery,
        "suggestions": _suggestions,
    }.get(path)
    return found() if found else None


def _loyalty() -> Texts:
    return {
        "basis": (
            _t("Office", "Points are counted by"),
            _t("Office", "what a guest earns points for"),
        ),
        "points_each": (
            _t("Office", "Points for each step"),
            _t("Office", "given for every full amount below, or for every portion"),
        ),
        "unit_minor": (
            _t("Office", "Paid for these points"),
            _t("Office", "a part of it earns nothing"),
        ),
        "reward_points": (
            _t("Office", "Points of a reward"),
            _t("Office", "so many are redeemed at once"),
        ),
        "reward_minor": (_t("Office", "Worth of a reward"), _t("Office", "taken off the order")),
    }


def _refunds() -> Texts:
    return {
        "cashier_limit_minor": (
            _t("Office", "A cashier pays back of one order"),
            _t("Office", "all refunds of the order together; more takes an approval"),
        ),
        "window": (
            _t("Office", "Refunds without approval until after the sale"),
            _t("Office", "later every refund takes an approval"),
        ),
        "returns_coupons": (
            _t("Office", "A refund makes the coupon good again"),
            _t("Office", "once all of the order was paid back"),
        ),
    }


def _recovery() -> Texts:
    return {
        "free_replacements": (
            _t("Office", "Replacements without a manager, per order"),
            _t("Office", "the next one takes an approval"),
        ),
        "delay_share": (
            _t("Office", "Given back for a long wait without a manager"),
            _t("Office", "of the line's price"),
        ),
        "longest_wait_counter": (
            _t("Office", "Longest wait at the counter"),
            _t("Office", "from then on the guest is offered something"),
        ),
        "longest_wait_takeaway": (
            _t("Office", "Longest wait for takeaway"),
            _t("Office", "from then on the guest is offered something"),
        ),
        "longest_wait_table": (
            _t("Office", "Longest wait at the table"),
            _t("Office", "from then on the guest is offered something"),
        ),
        "voucher_valid": (
            _t("Office", "A goodwill voucher is valid for"),
            _t("Office", "from the day it is given"),
        ),
        "voucher_most_minor": (
            _t("Office", "A goodwill voucher is worth at most"),
            _t("Office", "even with an approval"),
        ),
        "age_bands_min": (
            _t("Office", "Complaints counted by age"),
            _t("Office", "upper ends in minutes, rising, with commas between"),
        ),
    }


def _suggestions() -> Texts:
    return {
        "most": (_t("Office", "Suggestions at most"), _t("Office", "shown beside an order")),
        "shrinkage": (
            _t("Office", "Doubt about few orders"),
            _t("Office", "orders added to both sides, so that chance proves nothing"),
        ),
        "least_lift_bp": (
            _t("Office", "Bought together at least"),
            _t("Office", "of what chance alone would give; 100 % is chance"),
        ),
        "usual_share_bp": (
            _t("Office", "Usual for a guest from"),
            _t("Office", "share of the guest's visits with that product"),
        ),
        "surplus_weight_bp": (
            _t("Office", "Surplus moves a product up by"),
            _t("Office", "at most, where far too many are left"),
        ),
        "extra": (
            _t("Office", "One more for less, where it has to go first"),
            _t("Office", "whether the till offers it"),
        ),
        "extra_discount": (
            _t("Office", "That one more costs less by"),
            _t("Office", "of its price at that moment"),
        ),
    }

"""Words of rule fields: who signs checks, and what looks at food should give."""

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate


def training() -> dict[str, tuple[str, str]]:
    """Training, and the targets of the daily metrics."""
    return {
        "training_required": (
            _t("Office", "Only trained staff signs checks"),
            _t("Office", "from the first record of training that the shop keeps"),
        ),
        "training_warning": (
            _t("Office", "A training that ends is announced"),
            _t("Office", "so long before its last day"),
        ),
        "training_valid": (
            _t("Office", "A training counts for"),
            _t("Office", "where no other day is typed"),
        ),
        "training_effect": (
            _t("Office", "Scores compared around a training"),
            _t("Office", "so long before it and after it"),
        ),
        "score_target": (
            _t("Office", "Mean score of looks, at least"),
            _t("Office", "of each day, product, station and employee"),
        ),
        "fail_target": (
            _t("Office", "Looks that fail, at most"),
            _t("Office", "share of all looks"),
        ),
        "on_time_target": (
            _t("Office", "Checks made in time, at least"),
            _t("Office", "share of those due, before they are overdue"),
        ),
    }

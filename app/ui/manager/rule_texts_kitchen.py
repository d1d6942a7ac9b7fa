"""Words of the kitchen's rule fields, with a half sentence of help."""

from PySide6.QtCore import QCoreApplication

from app.ui.manager.rule_texts_shop import Texts

_t = QCoreApplication.translate


def texts(path: str) -> Texts | None:
    """The fields of the section; None for one that is not described here."""
    return _kitchen() if path == "kitchen" else None


def _kitchen() -> Texts:
    return {
        "soon_percent": (
            _t("Office", "A ticket is amber from"),
            _t("Office", "of its promised time; red from 100 %"),
        ),
        "new_for": (
            _t("Office", "A ticket stays marked as new for"),
            _t("Office", "unless somebody touches it before"),
        ),
        "use_soon": (
            _t("Office", "Time left is written from"),
            _t("Office", "before an item's own end"),
        ),
        "removal_notice": (
            _t("Office", "A removal is announced in the last"),
            _t("Office", "share of the time after cutting"),
        ),
        "near_limit_mc": (
            _t("Office", "A cabinet is amber within"),
            _t("Office", "from its safety limit"),
        ),
        "undo": (_t("Office", "“Undo” stays for"), _t("Office", "after each tap")),
        "recall": (
            _t("Office", "A served ticket can come back for"),
            _t("Office", "then it is only in the records"),
        ),
        "least_served": (
            _t("Office", "A median needs hand-overs"),
            _t("Office", "fewer show a dash"),
        ),
        "late_again": (
            _t("Office", "A late ticket sounds again after"),
            _t("Office", "0 s: only once"),
        ),
        "cutting_time": (
            _t("Office", "Cutting a whole takes"),
            _t("Office", "from the decision until its portions can be sold"),
        ),
        "remake": (
            _t("Office", "After a replacement the guest is told to come later by"),
            _t("Office", "added to the promised time"),
        ),
        "demand_window": (
            _t("Office", "Sales are counted back for"),
            _t("Office", "to expect the next ones"),
        ),
        "preparation": (
            _t("Office", "Preparing a product takes (if it says nothing else)"),
            _t("Office", "a product's own time goes first"),
        ),
        "fetch_display": (
            _t("Office", "Fetching from a display takes"),
            _t("Office", "added to the preparation"),
        ),
        "fetch_chilled": (
            _t("Office", "Fetching from the chilled store takes"),
            _t("Office", "added to the preparation"),
        ),
        "fetch_freezer": (
            _t("Office", "Fetching from the freezer takes"),
            _t("Office", "added to the preparation"),
        ),
        "verify_by_code": (
            _t("Office", "A portion's label is scanned before it is prepared"),
            _t("Office", "and it is looked at; without both nothing is prepared"),
        ),
        "failures_in_a_row": (
            _t("Office", "Failed portions of one item that call a manager"),
            _t("Office", "in a row; then the guest chooses"),
        ),
    }

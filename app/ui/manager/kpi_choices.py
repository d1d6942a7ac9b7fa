"""What the tables of a period are about, what each is sorted into, and the titles above them."""

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate
_TABLES = {
    "waste": ("product", "day", "cause"),
    "yield": ("yield",),
    "off": ("off_rule", "off_product", "off_person", "off_day"),
    "back": ("back_reason", "back_product", "back_person", "back_day"),
}


def subject_of(table: str) -> str:
    """What a table is about."""
    return next(subject for subject, tables in _TABLES.items() if table in tables)


def first_table(subject: str) -> str:
    """The table shown first of a subject."""
    return _TABLES[subject][0]


def subjects() -> list[dict[str, str]]:
    """The keys of the first row of chips."""
    return [
        {"key": "waste", "text": _t("Office", "Waste")},
        {"key": "yield", "text": _t("Office", "Yield")},
        {"key": "off", "text": _t("Office", "Discounts")},
        {"key": "back", "text": _t("Office", "Refunds")},
    ]


def tables_of(subject: str) -> list[dict[str, str]]:
    """The keys of the second row of chips; a subject with one table needs none."""
    tables = _TABLES[subject]
    return [{"key": key, "text": _by(key)} for key in tables] if len(tables) > 1 else []


def _by(table: str) -> str:
    return {
        "product": _t("Office", "By product"),
        "day": _t("Office", "By day"),
        "cause": _t("Office", "By cause"),
        "rule": _t("Office", "By rule"),
        "person": _t("Office", "By person"),
        "reason": _t("Office", "By reason"),
    }[table.rpartition("_")[2]]


def columns_of(table: str) -> list[dict[str, object]]:
    """The columns of a table, as Wedge.Kit's DataTable reads them."""
    subject = subject_of(table)
    counts, share = {
        "waste": (_t("Office", "Thrown away of all cut"), _t("Office", "Share")),
        "yield": (_t("Office", "Good of expected"), _t("Office", "Yield")),
        "off": (_t("Office", "Times"), _t("Office", "Taken off")),
        "back": (_t("Office", "Times"), _t("Office", "Paid back")),
    }[subject]
    found: list[dict[str, object]] = [
        {"key": "name", "title": _first(table), "weight": 2.6},
        {"key": "counts", "title": counts, "weight": 1.5, "align": "right"},
        {"key": "share", "title": share, "weight": 1.0, "align": "right"},
    ]
    if subject in ("waste", "yield") and table != "cause":
        target = {"key": "status", "title": _t("Office", "Target"), "toneKey": "tone"}
        found.append(target | {"weight": 1.0})
    return found


def _first(table: str) -> str:
    return {
        "yield": _t("Office", "Product and week"),
        "product": _t("Office", "Product"),
        "day": _t("Office", "Day"),
        "cause": _t("Office", "Cause"),
        "rule": _t("Office", "Rule"),
        "person": _t("Office", "Person"),
        "reason": _t("Office", "Reason"),
    }[table.rpartition("_")[2]]

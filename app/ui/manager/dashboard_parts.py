"""The parts of the dashboard, as its bar offers them."""

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate


def parts() -> list[dict[str, str]]:
    """Key and name, in their order."""
    return [
        {"key": "sales", "text": _t("Office", "Sales")},
        {"key": "revenue", "text": _t("Office", "Revenue per whole")},
        {"key": "forecast", "text": _t("Office", "Forecast")},
        {"key": "kpis", "text": _t("Office", "Quality, waste, yield")},
        {"key": "looks", "text": _t("Office", "Quality checks")},
    ]

"""The kitchen's words, translated where they are said."""

from PySide6.QtCore import QCoreApplication

from app.domain.ticket import Service
from app.domain.urgency import Urgency

_t = QCoreApplication.translate


def service_text(service: Service) -> str:
    """How the guest gets the food."""
    return {
        Service.COUNTER: _t("Kitchen", "Counter"),
        Service.TAKEAWAY: _t("Kitchen", "Take away"),
        Service.TABLE: _t("Kitchen", "Table"),
    }[service]


def urgency_text(urgency: Urgency) -> str:
    """Shape and word; the colour is the theme's."""
    return {
        Urgency.NEW: _t("Kitchen", "● NEW"),
        Urgency.ON_TIME: _t("Kitchen", "■ ON TIME"),
        Urgency.SOON: _t("Kitchen", "◆ SOON"),
        Urgency.LATE: _t("Kitchen", "▲ LATE"),
    }[urgency]


def age_text(age_s: float) -> str:
    """`6:12`, or `1:04:09` after an hour."""
    seconds = max(0, int(age_s))
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}"

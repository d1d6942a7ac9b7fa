"""Temperatures that a manager is told of wherever they are: the most pressing one speaks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.task import Task

_t = QCoreApplication.translate
TEMPERATURES = ("corrective_action", "backup_mode", "quality_alert")


def temperature_words(tasks: Sequence[Task]) -> tuple[str, str, str]:
    """Title, text and tone of the banner."""
    kind = min((task.kind for task in tasks), key=TEMPERATURES.index)
    units = ", ".join(sorted(task.title for task in tasks if task.kind == kind))
    title, text, tone = {
        "corrective_action": (
            _t("Office", "Outside its limits: {units}"),
            _t("Office", "Its food is blocked. The corrective action is on the page Quality."),
            "danger",
        ),
        "backup_mode": (
            _t("Office", "Backup mode: {units}"),
            _t("Office", "No readings arrive: the kitchen measures and signs, or food is blocked."),
            "danger",
        ),
        "quality_alert": (
            _t("Office", "Too cold: {units}"),
            _t("Office", "Its food is safe; the kitchen looks at it."),
            "warning",
        ),
    }[kind]
    return title.format(units=units), text, tone

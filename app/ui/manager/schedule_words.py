"""Days and hours in a few words."""

from babel.dates import get_day_names
from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.prices.schedule import EVERY_DAY, Schedule
from app.ui.shared.format import locale_of

_t = QCoreApplication.translate


def day_names(settings: StoreSettings) -> list[str]:
    """Short names of the days, Monday first."""
    names = get_day_names("abbreviated", "stand-alone", locale_of(settings))
    return [str(names[day]) for day in range(7)]


def schedule_words(schedule: Schedule, settings: StoreSettings) -> str:
    """`Mon, Tue 14:00–17:00, from 2026-03-01`."""
    parts = []
    if schedule.weekdays != EVERY_DAY:
        names = day_names(settings)
        parts.append(", ".join(names[day] for day in sorted(schedule.weekdays)))
    if schedule.from_time == schedule.until_time:
        parts.append(_t("Office", "all day"))
    else:
        parts.append(f"{schedule.from_time:%H:%M}–{schedule.until_time:%H:%M}")
    if schedule.first_day:
        parts.append(_t("Office", "from {day}").format(day=schedule.first_day.isoformat()))
    if schedule.last_day:
        parts.append(_t("Office", "until {day}").format(day=schedule.last_day.isoformat()))
    return " ".join(parts)

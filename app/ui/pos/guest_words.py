"""A guest's record in the cashier's words: points, what they usually take, what went wrong."""

from datetime import datetime

from babel.dates import get_day_names
from PySide6.QtCore import QCoreApplication

from app.domain.guests import GuestProfile, GuestRecord, profile_of
from app.domain.policy import StoreSettings
from app.ui.shared import words
from app.ui.shared.format import locale_of, money

_t = QCoreApplication.translate


def points_text(balance: int) -> str:
    """`120 points`."""
    return _t("Till", "{count} points").format(count=balance)


def hints(record: GuestRecord, settings: StoreSettings, now: datetime) -> list[str]:
    """What the purchases show, one short line each; empty for a new guest."""
    profile = profile_of(record.purchases, now, settings.guest, settings.time_zone)
    if not profile.visits:
        return [_t("Till", "No visits yet")]
    lines = [_t("Till", "{count} visits lately").format(count=profile.visits)]
    names = ", ".join(f"{each.name} ({each.visits})" for each in profile.favourites)
    lines.append(_t("Till", "Usually: {names}").format(names=names))
    if manner := _manner(profile):
        lines.append(manner)
    if profile.weekday is not None and profile.hours:
        day = get_day_names("wide", locale=locale_of(settings))[profile.weekday]
        hours = ", ".join(f"{hour}:00" for hour in profile.hours)
        lines.append(_t("Till", "Mostly {day}, about {hours}").format(day=day, hours=hours))
    return lines


def _manner(profile: GuestProfile) -> str:
    grade = _t("Till", "grade {grade}").format(grade=profile.grade.value) if profile.grade else ""
    size = (
        _t("Till", "portions of {size}").format(size=profile.configuration)
        if profile.configuration
        else ""
    )
    place = words.place(profile.place) if profile.place else ""
    return " · ".join(part for part in (size, grade, place, *profile.preparations) if part)


def reward_text(settings: StoreSettings) -> str:
    """`Use 100 points: −฿5.00`, one reward of the rules."""
    rules = settings.loyalty
    return _t("Till", "Use {points} points: −{amount}").format(
        points=rules.reward_points, amount=money(rules.reward_minor, settings)
    )

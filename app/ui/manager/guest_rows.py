"""Guests, their consents and purchases as rows of the back office."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.guests import ConsentKind, FoundGuest, GuestProfile, GuestRecord, Purchase
from app.domain.policy import StoreSettings
from app.ui.shared import format as text
from app.ui.shared import words

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class GuestLine:
    """One found guest."""

    id: str
    name: str
    phone: str
    card: str
    points: int


FOUND_BY: dict[str, Callable[[GuestLine], Any]] = {
    "name": lambda line: line.name.casefold(),
    "points": lambda line: line.points,
}
"""What the columns of the guests found are sorted by."""


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One kind of consent as it stands."""

    id: str
    name: str
    status: str
    given: bool


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One line of the history."""

    id: str
    when: str
    name: str
    portion: str
    amount: str


def guest_line(each: FoundGuest) -> GuestLine:
    """A found guest as a row."""
    return GuestLine(str(each.id), each.name, each.phone or "", each.card or "", each.balance)


def consent_lines(record: GuestRecord, settings: StoreSettings) -> list[ConsentLine]:
    """Every kind, asked or not."""
    current = record.current()
    lines = []
    for kind in ConsentKind:
        newest = current.get(kind)
        if newest is None:
            status = _t("Office", "never asked")
        else:
            at = text.date_time(newest.at, settings)
            said = _t("Office", "yes, {at}") if newest.given else _t("Office", "no, {at}")
            status = said.format(at=at)
        lines.append(ConsentLine(kind.value, consent_word(kind), status, record.has(kind)))
    return lines


def consent_word(kind: ConsentKind) -> str:
    """What a guest said yes to."""
    return {
        ConsentKind.PROFILE: _t("Office", "Points and purchases"),
        ConsentKind.MARKETING: _t("Office", "Offers"),
        ConsentKind.FEEDBACK: _t("Office", "Questions how it was"),
    }[kind]


def purchase_lines(record: GuestRecord, settings: StoreSettings) -> list[PurchaseLine]:
    """The history, newest first."""
    return [
        PurchaseLine(
            str(number),
            text.date_time(each.at, settings),
            each.name,
            _portion_text(each),
            text.money(each.quantity * each.unit_price_minor, settings),
        )
        for number, each in reversed(list(enumerate(record.purchases)))
    ]


def _portion_text(bought: Purchase) -> str:
    place = words.place(bought.place) if bought.place else ""
    parts = (bought.configuration or "", bought.grade or "", place, *bought.preparations)
    return " · ".join(part for part in parts if part)


def profile_text(profile: GuestProfile, settings: StoreSettings, now: datetime) -> str:
    """The profile in a few sentences."""
    if not profile.visits or profile.last_visit is None:
        return _t("Office", "No purchases to read a profile from.")
    names = ", ".join(f"{each.name} ({each.visits})" for each in profile.favourites)
    ago = text.duration((now - profile.last_visit).total_seconds())
    hours = ", ".join(f"{hour}:00" for hour in profile.hours)
    habits = _t(
        "Office", "{visits} visits, the last {ago} ago. Usually {names}. Mostly about {hours}."
    ).format(visits=profile.visits, ago=ago, names=names, hours=hours)
    size = profile.configuration or ""
    grade = _t("Office", "grade {grade}").format(grade=profile.grade) if profile.grade else ""
    takes = ", ".join(part for part in (size, grade) if part)
    prefers = ", ".join(
        part
        for part in (words.place(profile.place) if profile.place else "", *profile.preparations)
        if part
    )
    said = (
        _t("Office", "Mostly takes: {takes}.").format(takes=takes) if takes else "",
        _t("Office", "Prefers: {prefers}.").format(prefers=prefers) if prefers else "",
    )
    return " ".join((habits, *filter(None, said)))

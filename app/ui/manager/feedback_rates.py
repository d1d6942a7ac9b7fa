"""Complaints per hundred served, and ratings, in words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.complaint_rates import BandCount, RateBy, age_band, in_reading_order
from app.domain.policy import StoreSettings
from app.domain.satisfaction import Rating, RatingAbout
from app.ui.shared import format as text

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RateRow:
    """Complaints about food in one band of one value."""

    id: str
    value: str
    band: str
    served: str
    complaints: str
    rate: str


def rate_rows(counts: Iterable[BandCount], settings: StoreSettings) -> list[RateRow]:
    """The correlation report, in reading order."""
    values = {
        RateBy.AGE: _t("Office", "Age when served"),
        RateBy.GRADE: _t("Office", "Grade at sale"),
        RateBy.SCORE: _t("Office", "Score at sale"),
        RateBy.UNIT: _t("Office", "Kept in"),
        RateBy.VERIFIED: _t("Office", "Verified"),
        RateBy.BATCH: _t("Office", "Whole"),
    }
    ends = sorted(settings.recovery.age_bands_min)
    return [
        RateRow(
            f"{each.value.value} {each.band}",
            values[each.value],
            _band(each, ends),
            str(each.served),
            str(each.complaints),
            f"{float(each.per_100):.2f}",
        )
        for each in in_reading_order(counts)
    ]


def _band(count: BandCount, ends_min: Sequence[int]) -> str:
    if count.value is RateBy.AGE:
        above, until = age_band(int(count.band), ends_min)
        if until is None:
            return _t("Office", "above {n} min").format(n=above)
        if above is None:
            return _t("Office", "up to {n} min").format(n=until)
        return _t("Office", "{a} to {b} min").format(a=above, b=until)
    if count.value is RateBy.SCORE:
        return f"{count.band}.0 – {count.band}.9"
    if count.value is RateBy.VERIFIED:
        return {
            "measured": _t("Office", "with a temperature"),
            "seen": _t("Office", "by looking"),
            "not": _t("Office", "not at all"),
        }.get(count.band, count.band)
    return count.band


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One rating."""

    id: str
    when: str
    order: str
    about: str
    stars: str
    portions: str


def said_rows(ratings: Iterable[Rating], settings: StoreSettings) -> list[SaidRow]:
    """Ratings, newest first."""
    about = {
        RatingAbout.PRODUCT: _t("Office", "food"),
        RatingAbout.SERVICE: _t("Office", "order"),
    }
    return [
        SaidRow(
            str(number),
            text.date_time(each.at, settings),
            str(each.ticket_number),
            about[each.about],
            "★" * each.stars + "☆" * (5 - each.stars),
            ", ".join(each.portion_codes),
        )
        for number, each in enumerate(ratings)
    ]


SAID_BY: dict[str, Callable[[SaidRow], Any]] = {
    "when": lambda row: -int(row.id),
    "order": lambda row: (int(row.order), -int(row.id)),
    "about": lambda row: row.about,
    "stars": lambda row: row.stars.count("★"),
}
"""What the columns of the ratings are sorted by; they come newest first."""

RATES_BY: dict[str, Callable[[RateRow], Any]] = {
    "served": lambda row: int(row.served),
    "complaints": lambda row: int(row.complaints),
    "rate": lambda row: float(row.rate),
}

"""The lines of the tables of a period, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from babel.dates import format_date, format_skeleton
from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.ui.manager.figures import Verdict
from app.ui.manager.kpi_tables import TONES, percent, verdict_word
from app.ui.manager.kpis import Share
from app.ui.manager.stock_draft import WasteCause
from app.ui.manager.words import cause_word
from app.ui.shared import format as text

_t = QCoreApplication.translate
_SHAPES = {Verdict.MET: "●", Verdict.MISSED: "◆", Verdict.ALARM: "▲"}


@dataclass(frozen=True, slots=True)
class KpiLine:
    """One line of a table; `order`, `part` and `size` are what its columns are sorted by."""

    id: str
    name: str
    counts: str
    share: str
    status: str
    tone: str
    order: str
    part: float
    size: float


LINES_BY: dict[str, Callable[[KpiLine], Any]] = {
    "name": lambda line: line.order,
    "counts": lambda line: line.part,
    "share": lambda line: line.size,
    "status": lambda line: (line.tone, line.size),
}


def off_line(
    name: str, uses: int, amount_minor: int, settings: StoreSettings, *, days: bool = False
) -> KpiLine:
    """A sum by name: how often, and how much."""
    shown = day_name(name, settings) if days else name
    return KpiLine(
        name, shown, str(uses), text.money(amount_minor, settings), "", "muted",
        name.casefold(), uses, amount_minor,
    )  # fmt: skip


def share_line(share: Share, settings: StoreSettings) -> KpiLine:
    """A share of portions, with whether its target is met."""
    known = share.verdict is not Verdict.NONE
    name = _name(share, settings)
    return KpiLine(
        id=share.key,
        name=name,
        counts=_t("Office", "{part} of {whole}").format(part=_count(share.part), whole=share.whole),
        share=percent(share.share_bp),
        status=f"{_SHAPES[share.verdict]} {verdict_word(share.verdict)}" if known else "",
        tone=TONES[share.verdict],
        order=share.key if _is_day(share.name) else name.casefold(),
        part=float(share.part),
        size=-1.0 if share.share_bp is None else share.share_bp,
    )


def cause_name(cause: str) -> str:
    """A cause of waste in words; what is no cause stays as it is."""
    if cause in set(WasteCause):
        return cause_word(WasteCause(cause))
    if cause == "offcut":
        return _t("Office", "Cut off for a guest's size")
    return _t("Office", "Came back") if cause == "returned" else cause


def _name(share: Share, settings: StoreSettings) -> str:
    if (word := cause_name(share.name)) != share.name:
        return word
    if "/" in share.key:
        monday = date.fromisoformat(share.key.partition("/")[0])
        week = format_skeleton("MMMd", monday, locale=text.locale_of(settings))
        return _t("Office", "{name} · week from {day}").format(name=share.name, day=week)
    return day_name(share.name, settings) if _is_day(share.name) else share.name


def _is_day(name: str) -> bool:
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def day_name(iso: str, settings: StoreSettings) -> str:
    """`Sat Nov 21, 2026`: a manager thinks in days of the week."""
    day = date.fromisoformat(iso)
    weekday = format_date(day, "EEE", locale=text.locale_of(settings))
    return f"{weekday} {text.day(day, settings)}"


def _count(portions: int | Fraction) -> str:
    """Whole portions as they are; what holds parts of some to a tenth."""
    return str(portions) if portions == int(portions) else f"{float(portions):.1f}"

"""The grades in words, for till and customer display alike."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.services.grade_legend import Legend, LegendRow, grade_legend
from app.services.wording import percent_text
from app.ui.shared import words
from app.ui.shared.format import duration, locale_of
from app.ui.shared.translate import in_use

_t = QCoreApplication.translate
_WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class _Words:
    """The legend of these settings in this language; both are replaced, never changed."""

    settings: StoreSettings
    language: str
    rows: list[dict[str, str]]
    notes: list[str]


_last: list[_Words] = []
"""The words as they were asked for last: screens ask after every change of the store."""


def legend_rows(settings: StoreSettings) -> list[dict[str, str]]:
    """Per grade: letter, meaning, range and effect on the price, by the rules in force."""
    return _words(settings).rows


def legend_notes(settings: StoreSettings) -> list[str]:
    """What is not sold any more, and how long food is kept after cutting."""
    return _words(settings).notes


def _words(settings: StoreSettings) -> _Words:
    if not _last or _last[0].settings is not settings or _last[0].language != in_use():
        _last[:] = [_Words(settings, in_use(), _rows(settings), _notes(settings))]
    return _last[0]


def _rows(settings: StoreSettings) -> list[dict[str, str]]:
    return [
        {
            "grade": row.grade.value,
            "meaning": words.grade_meaning(row.grade.value),
            "range": _range(row),
            "price": _price(row, settings),
        }
        for row in grade_legend(settings).rows
    ]


def legend_line(settings: StoreSettings) -> str:
    """The same in one line."""
    return " · ".join(
        f"{row['grade']} ({row['range']}) {row['price']}" for row in legend_rows(settings)
    )


def _notes(settings: StoreSettings) -> list[str]:
    known: Legend = grade_legend(settings)
    return [
        _t("Legend", "Below {floor} a portion is not sold.").format(floor=f"{known.floor:g}"),
        _t("Legend", "Hot food is sold for at most {time} after cutting.").format(
            time=duration(known.hot.total_seconds())
        ),
        _t("Legend", "Chilled food is sold for at most {time} after cutting.").format(
            time=duration(known.cold.total_seconds())
        ),
    ]


def _range(row: LegendRow) -> str:
    if row.high is None:
        return _t("Legend", "{low} and up").format(low=f"{row.low:g}")
    return _t("Legend", "{low} up to {high}").format(low=f"{row.low:g}", high=f"{row.high:g}")


def _price(row: LegendRow, settings: StoreSettings) -> str:
    best, worst = _share(row.best, settings), _share(row.worst, settings)
    if row.worst == row.best == 1:
        return _t("Legend", "full price")
    if row.worst > 1:
        return _t("Legend", "{share} more").format(share=worst)
    if best == worst:
        return _t("Legend", "{share} less").format(share=worst)
    return _t("Legend", "up to {share} less").format(share=worst)


def _share(factor: Fraction, settings: StoreSettings) -> str:
    return percent_text(round(abs(factor - 1) * _WHOLE_BP), locale_of(settings))

"""What is said when training is missing: what, since when, and who may do it instead."""

import json
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from PySide6.QtCore import QCoreApplication

from app.domain.training import TrainingKind
from app.ui.shared.translate import in_use

_t = QCoreApplication.translate


def training_word(kind: TrainingKind) -> str:
    """What is taught, in words."""
    return {
        TrainingKind.QUALITY: _t("Training", "Quality checks"),
        TrainingKind.PORTIONING: _t("Training", "Portioning"),
        TrainingKind.FOOD_HANDLING: _t("Training", "Food handling"),
        TrainingKind.ALLERGENS: _t("Training", "Allergens"),
    }[kind]


def training_missing(detail: str) -> tuple[str, str]:
    """Words of TRAINING_MISSING, whose detail is JSON {kind, until, may}."""
    try:
        told = json.loads(detail)
        kind, until, may = TrainingKind(told["kind"]), told["until"], list(told["may"])
        ended = date.fromisoformat(until) if until else None
    except (ValueError, KeyError, TypeError):
        return (
            _t("Training", "A training is missing"),
            _t("Training", "Nothing was recorded. Ask a manager."),
        )
    return missing_words(kind, ended, may)


def missing_words(kind: TrainingKind, ended: date | None, may: Sequence[str]) -> tuple[str, str]:
    """Title and text; `may` are the names of those who can do it today."""
    word = training_word(kind)
    title = (
        _t("Training", "Training ended on {day}: {kind}").format(day=day_word(ended), kind=word)
        if ended
        else _t("Training", "No training on file: {kind}").format(kind=word)
    )
    return title, who_may(may)


def who_may(may: Sequence[str]) -> str:
    """What to do next."""
    if may:
        return _t(
            "Training",
            "{names} may sign it now. Your manager writes a new training down in the back office.",
        ).format(names=", ".join(may))
    return _t(
        "Training", "Nobody here has it now. A manager writes a training down in the back office."
    )


def day_word(day: date) -> str:
    """A day in the language of the screen: `Nov 21, 2026`."""
    return format_date(day, "medium", locale=in_use() or "en")

"""What the kitchen says of the training of whoever is signed in: missing, or ending soon."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.training import TrainingKind
from app.services.signing import ending, lacking
from app.ui.kds.desk import Ready
from app.ui.shared.refusal_training import day_word, missing_words, training_word

_t = QCoreApplication.translate
TO_CUT = (TrainingKind.FOOD_HANDLING, TrainingKind.ALLERGENS)
TO_SCORE = (TrainingKind.QUALITY, TrainingKind.PORTIONING)


def missing_text(ready: Ready, kinds: Iterable[TrainingKind]) -> str:
    """What is missing, since when and who may instead; empty: nothing."""
    lacks = lacking(ready.view, ready.session.staff_id, kinds, ready.now)
    if lacks is None:
        return ""
    title, text = missing_words(lacks.kind, lacks.until, lacks.may)
    return f"{title}. {text}"


def ending_text(ready: Ready, kinds: Iterable[TrainingKind]) -> str:
    """What ends soon; empty: nothing."""
    soon = ending(ready.view, ready.session.staff_id, kinds, ready.now)
    if soon is None:
        return ""
    return _t("Kitchen", "Your training ends on {day}: {kind}. Tell your manager.").format(
        day=day_word(soon[1]), kind=training_word(soon[0])
    )


def cut_text(ready: Ready) -> str:
    """Before a cut: what is missing to start it, or to score it, or what ends soon."""
    if start := missing_text(ready, TO_CUT):
        return start
    if score := missing_text(ready, TO_SCORE):
        later = _t("Kitchen", "Cut it without a score; they give it afterwards.")
        return f"{score} {later}"
    return ending_text(ready, (*TO_CUT, *TO_SCORE))

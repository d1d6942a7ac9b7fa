"""How fresh a portion is, in a word, and why no look at it lets it be sold."""

from PySide6.QtCore import QCoreApplication

from app.domain.checkpoints import ScoreBlock
from app.domain.freshness import Freshness

_t = QCoreApplication.translate


def freshness_word(state: Freshness) -> str:
    """The state as tills and kitchen say it."""
    return {
        Freshness.FRESH: _t("Freshness", "fresh"),
        Freshness.AGING: _t("Freshness", "aging"),
        Freshness.LAST_CALL: _t("Freshness", "last call"),
        Freshness.EXPIRED: _t("Freshness", "expired"),
    }[state]


def look_word(block: ScoreBlock | None) -> str:
    """Why it is not for sale; empty when no look is missing."""
    if block is None:
        return ""
    return {
        ScoreBlock.NO_SCORE: _t("Freshness", "quality check demanded"),
        ScoreBlock.OVERDUE: _t("Freshness", "quality check overdue"),
    }[block]

"""Why a line has its portion, and what happened to it, in words for the cashier."""

from PySide6.QtCore import QCoreApplication

from app.domain.allocation.alternatives import AlternativeKind
from app.domain.allocation.answer import ChoiceReason
from app.domain.allocation.swap import SwapReason
from app.domain.ticket import TicketLine

_t = QCoreApplication.translate


def chosen_because(line: TicketLine) -> str:
    """The reason of the choice, short enough for the order line; empty for other goods."""
    grade = line.grade.value if line.grade else ""
    sentence = {
        ChoiceReason.SELL_FIRST.value: _t("Till", "sell first"),
        ChoiceReason.ONLY_ONE.value: _t("Till", "the only one that fits"),
        ChoiceReason.PREFERRED.value: _t("Till", "your guest's favourite place"),
        ChoiceReason.PREFERRED_GRADE.value: _t("Till", "your guest's usual grade"),
        ChoiceReason.OLDEST_MEETS_GRADE.value: _t("Till", "oldest that meets grade {grade}"),
        ChoiceReason.OLDEST.value: _t("Till", "oldest first"),
        ChoiceReason.NEXT_BETTER.value: _t("Till", "next better grade at the price shown"),
        ChoiceReason.ACCEPTED_LOWER.value: _t("Till", "lower grade, accepted"),
        ChoiceReason.WORTH_MORE.value: _t("Till", "fresher one by the store's weights"),
        ChoiceReason.WHOLE_ORDER.value: _t("Till", "best for the whole order"),
        "by_hand": _t("Till", "picked by hand"),
        "extra": _t("Till", "one more for less, sell first"),
    }.get(line.choice_reason, "")
    return sentence.format(grade=grade)


def stood_in(line: TicketLine) -> str:
    """What a substitution did: the old portion and why; empty without one."""
    if line.choice_reason != "substituted" or not line.former_code:
        return ""
    return _t("Till", "Stands in for {code}: {why}. Not dearer.").format(
        code=line.former_code, why=degraded_because(line.former_reason)
    )


def degraded_because(reason: str) -> str:
    """Why a portion cannot be served."""
    return {
        "age": _t("Till", "below the quality limit"),
        "temperature": _t("Till", "its cabinet is out of its limits"),
        "damage": _t("Till", "blocked or taken off the shelf"),
    }.get(reason, reason)


def swap_reason(reason: SwapReason) -> str:
    """A reason for taking another portion, as a key."""
    return {
        SwapReason.GUEST_REQUEST: _t("Till", "Guest's wish"),
        SwapReason.PRESENTATION: _t("Till", "Looks better"),
        SwapReason.DAMAGED: _t("Till", "Damaged"),
        SwapReason.NOT_FOUND: _t("Till", "Not found"),
        SwapReason.OTHER: _t("Till", "Other"),
    }[reason]


def alternative_kind(kind: AlternativeKind) -> str:
    """In which way an alternative differs."""
    return {
        AlternativeKind.OTHER_GRADE: _t("Till", "other grade"),
        AlternativeKind.OTHER_SIZE: _t("Till", "other size"),
        AlternativeKind.SAME_CATEGORY: _t("Till", "similar"),
    }[kind]


def changed_words(name: str, state: str) -> tuple[str, str]:
    """Somebody was faster with the portion that was picked by hand: what it is now."""
    now = {
        "available": _t("Till", "It is free again: look at it and pick anew."),
        "reserved": _t("Till", "It is in another order now. Pick another one."),
        "committed": _t("Till", "It has just been sold. Pick another one."),
    }.get(state, _t("Till", "The kitchen has taken it off sale. Pick another one."))
    return _t("Till", "{name}: this portion has changed").format(name=name), now

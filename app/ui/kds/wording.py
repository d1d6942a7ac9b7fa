"""The kitchen's words, translated where they are said."""

from PySide6.QtCore import QCoreApplication

from app.domain.portion import PortionState
from app.domain.replacement import Trouble
from app.domain.ticket import Service
from app.domain.urgency import Urgency
from app.services.refusal import RefusalCode, Refused
from app.ui.shared import refusal_text

_t = QCoreApplication.translate


def service_text(service: Service) -> str:
    """How the guest gets the food."""
    return {
        Service.COUNTER: _t("Kitchen", "Counter"),
        Service.TAKEAWAY: _t("Kitchen", "Take away"),
        Service.TABLE: _t("Kitchen", "Table"),
    }[service]


def urgency_text(urgency: Urgency) -> str:
    """Shape and word; the colour is the theme's."""
    return {
        Urgency.NEW: _t("Kitchen", "● NEW"),
        Urgency.ON_TIME: _t("Kitchen", "■ ON TIME"),
        Urgency.SOON: _t("Kitchen", "◆ SOON"),
        Urgency.LATE: _t("Kitchen", "▲ LATE"),
    }[urgency]


def past_limit_sentence() -> tuple[str, str]:
    """Why a portion cannot be verified or served, and what to do."""
    return (
        _t("Kitchen", "Past its limit: do not serve it"),
        _t("Kitchen", "Press Replace on the item: it gets a fresh portion, this one is waste."),
    )


def trouble_sentence(trouble: Trouble) -> tuple[str, str]:
    """Why this portion may not go out, and what to do."""
    if trouble is Trouble.PAST_LIMIT:
        return past_limit_sentence()
    if trouble is Trouble.LOWERED:
        return (
            _t("Kitchen", "Of a lower grade than was sold"),
            _t(
                "Kitchen", "Press Replace, or let the till ask whether the guest takes it for less."
            ),
        )
    if trouble is Trouble.FADED:
        return (
            _t("Kitchen", "Below the sale floor by now: do not serve it"),
            _t(
                "Kitchen",
                "Press Replace for another portion, or look at it and score it anew.",
            ),
        )
    return (
        _t("Kitchen", "Blocked: do not serve it"),
        _t("Kitchen", "Press Replace on the item: it gets another portion."),
    )


def refusal_sentence(error: Exception) -> tuple[str, str]:
    """The shared sentence, where the kitchen has nothing better to say."""
    if isinstance(error, Refused) and error.code is RefusalCode.PORTION_EXPIRED:
        return past_limit_sentence()
    return refusal_text.sentence(error)


def nothing_free_sentence(name: str) -> tuple[str, str]:
    """No portion of the same worth can take the place of one that may not go out."""
    return (
        _t("Kitchen", "No {name} of that worth is free").format(name=name),
        _t("Kitchen", "Cut one if you can. If not, tell the till: the refund is made there."),
    )


def age_text(age_s: float) -> str:
    """`6:12`, or `1:04:09` after an hour."""
    seconds = max(0, int(age_s))
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}"


def changed_sentence(code: str, state: str) -> tuple[str, str]:
    """Somebody else was faster with a portion: what it is now, and that nothing was written."""
    now = {
        PortionState.AVAILABLE.value: _t("Kitchen", "free"),
        PortionState.RESERVED.value: _t("Kitchen", "in an order"),
        PortionState.COMMITTED.value: _t("Kitchen", "sold, to be handed over"),
        PortionState.QUARANTINED.value: _t("Kitchen", "blocked"),
    }.get(state)
    title = _t("Kitchen", "{code} has changed meanwhile").format(code=code)
    if now is None:
        return title, _t("Kitchen", "It has left the store. Nothing was written down.")
    text = _t("Kitchen", "It is {state} now. Nothing was written down: look again and decide anew.")
    return title, text.format(state=now)

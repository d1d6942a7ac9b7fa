"""What a screen says when something did not work: what happened, what is safe, what to do."""

from PySide6.QtCore import QCoreApplication

from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable
from app.ui.shared import refusal_food, refusal_machine, refusal_selling
from app.ui.shared.refusal_said import Words

_t = QCoreApplication.translate


def sentence(error: BaseException) -> tuple[str, str]:
    """(title, text) for a person; never the name of a class or a traceback."""
    if isinstance(error, Refused):
        return _refusals()[error.code](error.detail)
    if isinstance(error, StoreUnreachable):
        return (
            _t("Refusal", "The store does not answer"),
            _t("Refusal", "Nothing was changed. Try again when the sign says Live."),
        )
    if isinstance(error, OutcomeUnknown):
        return (
            _t("Refusal", "The answer was lost"),
            _t("Refusal", "It is being asked again and is never done twice. Please wait."),
        )
    return (
        _t("Refusal", "That did not work"),
        _t("Refusal", "A fault of the program was noted. What was paid is safe. Try again."),
    )


def one_line(error: BaseException) -> str:
    """`sentence` where there is room for one line only; languages end sentences differently."""
    title, text = sentence(error)
    return _t("Refusal", "{title}. {text}").format(title=title, text=text)


def _refusals() -> dict[RefusalCode, Words]:
    return (
        refusal_selling.selling()
        | refusal_selling.signing_in()
        | refusal_food.stock()
        | refusal_selling.approving()
        | refusal_food.allergens()
        | refusal_food.quality()
        | refusal_selling.refunds()
        | refusal_machine.shortages()
    )


def is_expected(error: BaseException) -> bool:
    """Whether this is an answer of the store (or its silence), not a fault of the program."""
    return isinstance(error, Refused | StoreUnreachable | OutcomeUnknown)

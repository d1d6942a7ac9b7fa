"""What a step of a price is called on the screens of the staff: by its rule, not its kind alone."""

from PySide6.QtCore import QCoreApplication

from app.domain.price import PriceCode, PriceStep, code_of
from app.ui.shared import words

_t = QCoreApplication.translate
NAMED = frozenset(
    {
        PriceCode.SLOW_HOURS,
        PriceCode.PEAK,
        PriceCode.PERCENT,
        PriceCode.AMOUNT,
        PriceCode.N_FOR_PRICE,
        PriceCode.BUNDLE,
        PriceCode.MANUAL,
    }
)
"""Rules whose first parameter is the name that a person gave them, or the reason they wrote."""


def step_name(step: PriceStep) -> str:
    """What a step is called: by its own name where it has one, else by its rule."""
    code = code_of(step)
    if code in NAMED and step.params and step.params[0]:
        return step.params[0]
    own = {
        PriceCode.PRESENTATION: _t("Words", "looks"),
        PriceCode.REVIEW: _t("Words", "quality review"),
        PriceCode.SLOW_HOURS: _t("Words", "quiet hours"),
        PriceCode.LAST_CALL: _t("Words", "last call"),
    }
    return own.get(code) or words.price_reason(step.reason)

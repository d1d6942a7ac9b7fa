"""Why a guest pays more or less than the base price: one sentence for each rule that moved it."""

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.price import PriceCode, PriceStep, code_of
from app.ui.shared import format as fmt
from app.ui.shared.price_words import NAMED, step_name

_t = QCoreApplication.translate


def price_sentence(step: PriceStep, settings: StoreSettings) -> str:
    """E.g. "10.00 less because it is best soon"; an offer by the name that the shop gave it.

    A change against the rule's own direction (the rounding falls on the last step) is named only.
    """
    code, less = code_of(step), step.amount_minor < 0
    if (sentence := (_less() if less else _more()).get(code)) is None:
        return f"{step_name(step)} {fmt.change(step.amount_minor, settings)}"
    amount = fmt.amount(abs(step.amount_minor), settings)
    if less and code in _OFFERS and step.params and step.params[0]:
        sentence = _t("Customer", "{amount} less: {name}")
        return sentence.format(amount=amount, name=step.params[0])
    return sentence.format(amount=amount)


_OFFERS = NAMED & {
    PriceCode.PERCENT,
    PriceCode.AMOUNT,
    PriceCode.N_FOR_PRICE,
    PriceCode.BUNDLE,
}


def _less() -> dict[PriceCode, str]:
    quality = _t("Customer", "{amount} less for its quality")
    soon = _t("Customer", "{amount} less because it is best soon")
    return {
        PriceCode.GRADE: quality,
        PriceCode.GRADE_STALE: quality,
        PriceCode.FRESHNESS: quality,
        PriceCode.FRESHNESS_STALE: quality,
        PriceCode.PRESENTATION: _t("Customer", "{amount} less for how it looks"),
        PriceCode.REVIEW: _t("Customer", "{amount} less after our quality check"),
        PriceCode.SELL_BY: soon,
        PriceCode.LAST_CALL: soon,
        PriceCode.SLOW_HOURS: _t("Customer", "{amount} less at this quiet hour"),
        PriceCode.PACE: _t("Customer", "{amount} less because there is plenty"),
        **dict.fromkeys(_OFFERS, _t("Customer", "{amount} less by today's offer")),
        PriceCode.CAP: _t("Customer", "{amount} less by our highest price"),
        PriceCode.MANUAL: _t("Customer", "{amount} less by discount"),
        PriceCode.LOYALTY: _t("Customer", "{amount} less for your points"),
        PriceCode.QUOTED: _t("Customer", "{amount} less because you were told that price"),
        PriceCode.ROUNDING: _t("Customer", "{amount} less by rounding"),
        PriceCode.SIZE: _t("Customer", "{amount} less for your smaller portion"),
    }


def _more() -> dict[PriceCode, str]:
    quality = _t("Customer", "{amount} more for its quality")
    lowest = _t("Customer", "{amount} more by our lowest price")
    return {
        PriceCode.GRADE: quality,
        PriceCode.GRADE_STALE: quality,
        PriceCode.FRESHNESS: quality,
        PriceCode.FRESHNESS_STALE: quality,
        PriceCode.PEAK: _t("Customer", "{amount} more at this busy hour"),
        PriceCode.CAP: lowest,
        PriceCode.MARGIN_FLOOR: lowest,
        PriceCode.ROUNDING: _t("Customer", "{amount} more by rounding"),
        PriceCode.SIZE: _t("Customer", "{amount} more for your larger portion"),
    }

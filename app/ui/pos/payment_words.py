"""What the till says when the store takes no money: what happened, what is safe, what to do."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from app.domain.portion import Portion, PortionState
from app.domain.ticket import TicketLine
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.shared import refusal_text

_t = QCoreApplication.translate


class _Cause(Enum):
    """Why a portion had to leave the order, asked in the order of the store's `unsafe`."""

    LIMIT = auto()
    WARM = auto()
    BLOCKED = auto()
    FLOOR = auto()


def sentence(error: BaseException) -> tuple[str, str]:
    """As everywhere, except where the cashier can't do what the kitchen can."""
    if isinstance(error, Refused) and error.code is RefusalCode.TEMPERATURE_VIOLATED:
        return (
            _t("Till", "Outside the temperature limit: {codes}").format(codes=error.detail),
            _t(
                "Till",
                "Nothing was paid. Nobody may sell it: take it out of the order, leave it where"
                " it is and tell the kitchen.",
            ),
        )
    return refusal_text.sentence(error)


def dropped(view: StoreView, lines: Iterable[TicketLine], now: datetime) -> tuple[str, str]:
    """What is said of the lines that had to leave the order before it could be paid."""
    gone = list(lines)
    causes = {_cause(view.portions.get(each.portion_id), now) for each in gone if each.portion_id}
    what = _what(causes.pop()) if len(causes) == 1 else ""
    text = _t(
        "Till",
        "Taken out of the order, nothing was paid. Take it off the shelf;"
        " choose another or pay the new total.",
    )
    names = ", ".join(each.name for each in gone)
    return (
        _t("Till", "No longer fit for sale: {names}").format(names=names),
        f"{what} {text}".strip(),
    )


def _cause(portion: Portion | None, now: datetime) -> _Cause:
    if portion is None or portion.expires_at <= now:
        return _Cause.LIMIT
    if portion.deviation_id is not None:
        return _Cause.WARM
    if not portion.quality_status.sellable or portion.state is PortionState.QUARANTINED:
        return _Cause.BLOCKED
    return _Cause.FLOOR


def _what(cause: _Cause) -> str:
    return {
        _Cause.LIMIT: _t("Till", "It passed its limit."),
        _Cause.WARM: _t("Till", "It stood outside its temperature limit."),
        _Cause.BLOCKED: _t("Till", "The kitchen blocked it."),
        _Cause.FLOOR: _t("Till", "Its quality fell below what we sell."),
    }[cause]

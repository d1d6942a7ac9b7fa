"""The sums of an order as cashier and guest both read them (POS-03.4)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, telling_steps
from app.domain.ticket import TicketLine
from app.ui.shared.format import amount

_LIMITS = frozenset({PriceReason.CAP, PriceReason.MARGIN_FLOOR, PriceReason.QUOTED})
"""Steps that hold another change back; they are no premium and no discount of their own."""
_t = QCoreApplication.translate
NO_BREAK = "\u00a0"
"""A line breaks after a dot, never between a word and its amount."""


def figures_text(lines: Sequence[TicketLine], settings: StoreSettings) -> str:
    """E.g. "Base prices 4.00 · premiums 0.40"; empty where every line is at its base price.

    Base prices + premiums − discounts are the total, to the cent.
    """
    base = sum(line.at_base_minor for line in lines if not line.voided)
    more = less = 0
    for line in lines:
        if not line.voided:
            line_more, line_less = _moved(line)
            more, less = more + line_more, less + line_less
    if not more and not less:
        return ""
    parts = [_t("Words", "Base prices {amount}").format(amount=amount(base, settings))]
    if more:
        parts.append(_t("Words", "premiums {amount}").format(amount=amount(more, settings)))
    if less:
        parts.append(_t("Words", "discounts {amount}").format(amount=amount(less, settings)))
    return f"{NO_BREAK}· ".join(part.replace(" ", NO_BREAK) for part in parts)


def _moved(line: TicketLine) -> tuple[int, int]:
    """(premiums, discounts) of a line: what a limit took back is taken off what it limits."""
    steps = [s for s in telling_steps(line.breakdown) if s.reason is not PriceReason.SIZE]
    free = [s.amount_minor for s in steps if s.reason not in _LIMITS]
    held_back = sum(s.amount_minor for s in steps if s.reason in _LIMITS)
    more, less = sum(n for n in free if n > 0), -sum(n for n in free if n < 0)
    if held_back > 0:
        less -= held_back
    else:
        more += held_back
    # Beyond what it holds back, a limit moves the price itself.
    more, less = max(more, 0) + max(-less, 0), max(less, 0) + max(-more, 0)
    return line.quantity * more, line.quantity * less

"""The sums of an order as cashier and guest both read them (POS-03.4)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, telling_steps
from app.domain.ticket import TicketLine
from app.ui.shared.format import amount

_t = QCoreApplication.translate
NO_BREAK = "\u00a0"
"""A line breaks after a dot, never between a word and its amount."""


def figures_text(lines: Sequence[TicketLine], settings: StoreSettings) -> str:
    """E.g. "Base prices 4.00 · premiums 0.40"; empty where every line is at its base price.

    Base prices + premiums − discounts are the total, to the cent.
    """
    base = sum(line.at_base_minor for line in lines if not line.voided)
    moved = [
        line.quantity * step.amount_minor
        for line in lines
        if not line.voided
        for step in telling_steps(line.breakdown)
        if step.reason is not PriceReason.SIZE
    ]
    more, less = sum(each for each in moved if each > 0), -sum(each for each in moved if each < 0)
    if not more and not less:
        return ""
    parts = [_t("Words", "Base prices {amount}").format(amount=amount(base, settings))]
    if more:
        parts.append(_t("Words", "premiums {amount}").format(amount=amount(more, settings)))
    if less:
        parts.append(_t("Words", "discounts {amount}").format(amount=amount(less, settings)))
    return f"{NO_BREAK}· ".join(part.replace(" ", NO_BREAK) for part in parts)

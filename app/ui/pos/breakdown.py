"""A price's way from base to what the guest pays, in a few words."""

from collections.abc import Sequence

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, PriceStep
from app.ui.shared import words
from app.ui.shared.format import amount, change

NO_BREAK = "\u00a0"
"""A line breaks after a dot, never between a reason and its amount."""


def breakdown_words(steps: Sequence[PriceStep], settings: StoreSettings) -> str:
    """Return e.g. "base ฿89.00 · freshness −฿10.00"; empty when the price is the base price."""
    changes = [step for step in steps if step.reason is not PriceReason.BASE and step.amount_minor]
    if not changes:
        return ""
    base = next((s.amount_minor for s in steps if s.reason is PriceReason.BASE), 0)
    parts = [f"{words.price_reason(PriceReason.BASE)} {amount(base, settings)}"]
    parts += [f"{words.price_reason(s.reason)} {change(s.amount_minor, settings)}" for s in changes]
    return f"{NO_BREAK}· ".join(part.replace(" ", NO_BREAK) for part in parts)

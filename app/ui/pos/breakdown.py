"""A price's way from base to what the guest pays, in a few words."""

from collections.abc import Sequence

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, PriceStep, telling_steps
from app.ui.shared import words
from app.ui.shared.format import amount, change
from app.ui.shared.price_words import step_name

NO_BREAK = "\u00a0"
"""A line breaks after a dot, never between a reason and its amount."""


def breakdown_words(steps: Sequence[PriceStep], settings: StoreSettings) -> str:
    """Return e.g. "base ฿89.00 · freshness −฿10.00"; empty when the price is the base price."""
    changes = telling_steps(steps)
    if not changes:
        return ""
    base = next((s.amount_minor for s in steps if s.reason is PriceReason.BASE), 0)
    parts = [f"{words.price_reason(PriceReason.BASE)} {amount(base, settings)}"]
    parts += [f"{step_name(step)} {change(step.amount_minor, settings)}" for step in changes]
    return f"{NO_BREAK}· ".join(part.replace(" ", NO_BREAK) for part in parts)

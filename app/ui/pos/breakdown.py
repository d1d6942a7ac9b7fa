"""A price's way from base to what the guest pays, in a few words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, PriceStep
from app.ui.shared.format import amount, change

_t = QCoreApplication.translate


def breakdown_words(steps: Sequence[PriceStep], settings: StoreSettings) -> str:
    """Return e.g. "base ฿89.00 · freshness −฿10.00"; empty when the price is the base price."""
    changes = [step for step in steps if step.reason is not PriceReason.BASE and step.amount_minor]
    if not changes:
        return ""
    base = next((s.amount_minor for s in steps if s.reason is PriceReason.BASE), 0)
    parts = [f"{_word(PriceReason.BASE)} {amount(base, settings)}"]
    parts += [f"{_word(s.reason)} {change(s.amount_minor, settings)}" for s in changes]
    return " · ".join(parts)


def _word(reason: PriceReason) -> str:
    return {
        PriceReason.BASE: _t("Till", "base"),
        PriceReason.QUALITY: _t("Till", "quality"),
        PriceReason.TIME: _t("Till", "freshness"),
        PriceReason.PACE: _t("Till", "pace"),
        PriceReason.PEAK: _t("Till", "peak time"),
        PriceReason.PROMOTION: _t("Till", "promotion"),
        PriceReason.CAP: _t("Till", "limit"),
        PriceReason.MARGIN_FLOOR: _t("Till", "lowest price"),
        PriceReason.ROUNDING: _t("Till", "rounding"),
    }[reason]

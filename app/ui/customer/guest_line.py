"""One line of an order in a guest's words: what it is, its grade, and why it costs that."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.price import telling_steps
from app.domain.tax import tax_by_rate
from app.domain.ticket import TicketLine
from app.services.store_view import StoreView
from app.services.wording import percent_text
from app.ui.customer.price_sentence import price_sentence
from app.ui.shared import format as fmt
from app.ui.shared import words

_t = QCoreApplication.translate
NO_BREAK = "\u00a0"
_LONGEST_WHOLE = 34
"""Signs that fit on one line of a guest's display."""


@dataclass(frozen=True, slots=True)
class GuestLine:
    """One line as the guest reads it. `wedges` draws the whole with the guest's piece in it."""

    lineId: str  # noqa: N815 (QML role)
    name: str
    grade: str
    why: str
    allergensText: str  # noqa: N815
    priceText: str  # noqa: N815
    baseText: str  # noqa: N815
    cheaper: bool
    quantityText: str  # noqa: N815
    wedges: list[dict[str, Any]] = field(default_factory=list)


def guest_line(line: TicketLine, view: StoreView, now: datetime) -> GuestLine:
    """The line at `now` (server clock)."""
    settings = view.settings
    name = line.name
    if line.weight_mg is not None:
        name = f"{name}, {fmt.weight(line.weight_mg)}"
    base_minor = line.at_base_minor
    return GuestLine(
        lineId=str(line.id),
        name=name,
        grade=line.grade.value if line.grade else "",
        why=_unbroken(_why(line, view, now)),
        allergensText=_t("Customer", "Contains {names}").format(
            names=words.allergens(line.allergens)
        )
        if line.allergens
        else "",
        priceText=fmt.amount(line.amount_minor, settings),
        baseText=fmt.amount(base_minor, settings) if base_minor != line.amount_minor else "",
        cheaper=line.amount_minor < base_minor,
        quantityText=f"{line.quantity} ×" if line.quantity > 1 else "",
        wedges=_wedges(line, view),
    )


def _wedges(line: TicketLine, view: StoreView) -> list[dict[str, Any]]:
    """The whole that the portion was cut from: the guest's own wedge in its grade, no other."""
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    whole = view.wholes.get(portion.whole_id) if portion else None
    if portion is None or whole is None or not whole.portions_per_whole or line.grade is None:
        return []
    own = {"wedgeState": "free", "grade": line.grade.value}
    gone = {"wedgeState": "gone", "grade": ""}
    return [own if n == portion.wedge else gone for n in range(whole.portions_per_whole)]


def _why(line: TicketLine, view: StoreView, now: datetime) -> list[str]:
    """The grade's meaning, when it was cut, and each step that changed the price."""
    parts = [words.grade_meaning(line.grade.value)] if line.grade else []
    if line.choice_reason == "substituted":
        parts.insert(0, _t("Customer", "exchanged for another piece, not dearer"))
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    if portion is not None:
        age = fmt.duration((now - portion.cut_at).total_seconds())
        parts.append(_t("Customer", "cut {age} ago").format(age=age))
    for step in telling_steps(line.breakdown):
        whole_line = replace(step, amount_minor=step.amount_minor * line.quantity)
        parts.append(price_sentence(whole_line, view.settings))
    for option in line.preparations:
        more = option.price_minor * line.quantity
        parts.append(f"{option.name} {fmt.change(more, view.settings)}" if more else option.name)
    if line.note:
        parts.append(f"“{line.note}”")
    return [part for part in parts if part]


def _unbroken(parts: Sequence[str]) -> str:
    """The parts in a row that breaks between them only; a long one at its words."""
    kept = (part.replace(" ", NO_BREAK) if len(part) <= _LONGEST_WHOLE else part for part in parts)
    return f"{NO_BREAK}· ".join(kept)


def totals_texts(lines: Sequence[TicketLine], settings: StoreSettings) -> tuple[str, str]:
    """What is saved (or added) against the base prices, and the tax that is in the total."""
    base_minor = sum(line.at_base_minor for line in lines)
    saved_minor = base_minor - sum(line.amount_minor for line in lines)
    saved = ""
    if saved_minor > 0:
        saved = _t("Customer", "You save {amount}").format(amount=fmt.money(saved_minor, settings))
    elif saved_minor < 0:
        added = fmt.money(-saved_minor, settings)
        saved = _t("Customer", "{amount} above the base prices").format(amount=added)
    taxes = tax_by_rate((line.tax_rate_bp, line.amount_minor) for line in lines)
    texts = [
        _t("Customer", "{tax} {rate} included: {amount}").format(
            tax=settings.tax_label,
            rate=percent_text(rate_bp, fmt.locale_of(settings)),
            amount=fmt.amount(tax_minor, settings),
        )
        for rate_bp, tax_minor in taxes
    ]
    return saved, " · ".join(texts)

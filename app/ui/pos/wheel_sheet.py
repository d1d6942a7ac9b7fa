"""The large wheel: every wedge of every cut whole of one product, to pick by hand.

Opened for a tile, a pick takes that very portion, and a grade key the next one of that grade.
Opened for a line of the order, a pick takes the place of the line's portion, with a reason.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.allocation.swap import SwapReason
from app.domain.policy import StoreSettings
from app.domain.portion import Grade
from app.domain.ticket import TicketLine
from app.services.off_sale import OffSale
from app.services.offers import Offer, Wedge, WedgeState, Wheel
from app.services.own_size import standard_mg
from app.services.portion_age import freshness_of, started_at
from app.services.store_view import StoreView
from app.ui.pos.choice_words import swap_reason
from app.ui.pos.shown import Shown
from app.ui.pos.tile import wheel_wedges
from app.ui.shared.format import duration, money, weight
from app.ui.shared.freshness_words import freshness_word, look_word
from app.ui.shared.review_rows import status_word
from app.ui.shared.words import piece_word

_t = QCoreApplication.translate


class WheelSheetModel(Shown):
    """Open while `props.name` is not empty."""

    picked = Signal(str, str)
    """Product and portion."""
    gradePicked = Signal(str, str)  # noqa: N815
    """Product and grade: the next portion of that grade."""
    swapped = Signal(str, str, str, str)
    """Line, portion, SwapReason and what was written about it."""

    def __init__(
        self,
        view: Callable[[], StoreView | None],
        offer: Callable[[UUID], Offer],
        now: Callable[[], datetime],
        ticket_id: Callable[[], UUID],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view, self._offer, self._now, self._ticket_id = view, offer, now, ticket_id
        self._product_id: UUID | None = None
        self._line_id: UUID | None = None
        self._reason, self._note = SwapReason.GUEST_REQUEST, ""
        self.derive()

    @Slot(str)
    def open(self, key: str) -> None:
        """Show the wholes of one product."""
        self._product_id, self._line_id = UUID(key), None
        self.derive()

    @Slot(str)
    def openLine(self, key: str) -> None:
        """Show the wholes of a line's product, to swap its portion."""
        view = self._view()
        line = view.ticket_lines.get(UUID(key)) if view else None
        if line is not None and line.portion_id is not None:
            self._product_id, self._line_id = line.product_id, line.id
            self._reason, self._note = SwapReason.GUEST_REQUEST, ""
            self.derive()

    @Slot()
    def close(self) -> None:
        self._product_id = self._line_id = None
        self.derive()

    @Slot(str)
    def because(self, reason: str) -> None:
        """Choose why the portion is swapped."""
        self._reason = SwapReason(reason)
        self.derive()

    @Slot(str)
    def write(self, note: str) -> None:
        """Say more about the reason."""
        self._note = note
        self.derive()

    @Slot(str)
    def pick(self, portion: str) -> None:
        """Take this very portion and close."""
        if self._product_id is None or not portion or not self._may_pick():
            return
        product, line = str(self._product_id), self._line_id
        reason, note = self._reason.value, self._note
        self.close()
        if line is not None:
            self.swapped.emit(str(line), portion, reason, note)
        else:
            self.picked.emit(product, portion)

    @Slot(str)
    def pickGrade(self, grade: str) -> None:
        """Take the next portion of a grade and close."""
        if self._product_id is not None and self._line_id is None:
            product = str(self._product_id)
            self.close()
            self.gradePicked.emit(product, grade)

    def derive(self) -> None:
        """Show the wheels as they are now."""
        view, product_id = self._view(), self._product_id
        product = view.products.get(product_id) if view and product_id else None
        if view is None or product is None:
            self.show_props({"name": "", "wheels": [], "grades": [], "reasons": [], "line": ""})
            return
        offer = self._offer(product.id)
        free = {c.portion_id for c in offer.candidates} if self._may_pick() else set()
        own = {p.id for p in view.portions.values() if p.ticket_id == self._ticket_id()}
        line = view.ticket_lines.get(self._line_id) if self._line_id else None
        reasons = [{"key": each.value, "text": swap_reason(each)} for each in SwapReason]
        self.show_props(
            {
                "name": product.name,
                "product": str(product.id),
                "wheels": [_wheel_map(w, view, self._now(), free, own) for w in offer.wheels],
                "grades": [] if line else _grade_keys(offer, view.settings),
                "reasons": reasons if line else [],
                "reason": self._reason.value,
                "note": self._note,
                "lineKey": str(line.id) if line else "",
                "line": _t("Till", "Instead of {code}").format(code=line.portion_code)
                if line
                else "",
                "sizable": str(line.id) if line and _sizable(view, line) else "",
            }
        )

    def _may_pick(self) -> bool:
        """Another reason needs a sentence first."""
        other = self._line_id is not None and self._reason is SwapReason.OTHER
        return not other or bool(self._note.strip())


def _sizable(view: StoreView, line: TicketLine) -> bool:
    """Whether the guest may have another size of it: it is weighed, and nothing was reduced."""
    plain = line.own_breakdown is None and (line.size_waits or not line.by_hand)
    return plain and standard_mg(view, line) is not None


def _grade_keys(offer: Offer, settings: StoreSettings) -> list[dict[str, str]]:
    """Every grade with what is left of it; one with none leads to alternatives."""
    keys = []
    for grade in Grade:
        count = offer.count_by_grade.get(grade, 0)
        first = next((c for c in offer.candidates if c.grade is grade), None)
        price = money(first.unit_price_minor, settings) if first else ""
        left = _t("Till", "{count} left").format(count=count)
        keys.append({"grade": grade.value, "text": " · ".join(t for t in (left, price) if t)})
    return keys


def _wheel_map(
    wheel: Wheel, view: StoreView, now: datetime, free: set[UUID], own: set[UUID]
) -> dict[str, Any]:
    age = duration((now - wheel.cut_at).total_seconds())
    return {
        "code": wheel.whole_code,
        "cut": _t("Till", "cut {time} ago").format(time=age),
        "wedges": wheel_wedges(wheel),
        "rows": [_wedge_map(w, view, now, free, own) for w in wheel.wedges],
    }


def _wedge_map(
    wedge: Wedge, view: StoreView, now: datetime, free: set[UUID], own: set[UUID]
) -> dict[str, Any]:
    sellable = wedge.state is WedgeState.FREE and wedge.portion_id in free
    portion = view.portions.get(wedge.portion_id) if wedge.portion_id else None
    details = [
        duration((now - started_at(view, portion)).total_seconds()) if portion else "",
        freshness_word(freshness_of(view, portion, now)) if portion else "",
        weight(wedge.weight_mg) if wedge.weight_mg is not None else "",
        wedge.holding_unit_name or "",
        wedge.place or "",
        piece_word(view, portion),
    ]
    return {
        "portion": str(wedge.portion_id) if sellable else "",
        "sellable": sellable,
        "code": wedge.code or "",
        "grade": wedge.grade.value if wedge.grade else "",
        "detail": " · ".join(d for d in details if d),
        "price": money(wedge.price.amount_minor, view.settings) if wedge.price else "",
        "why": "" if sellable else _why(wedge, view, now, wedge.portion_id in own),
        "gone": wedge.state is WedgeState.GONE,
    }


def _why(wedge: Wedge, view: StoreView, now: datetime, own: bool) -> str:
    held = status_word(wedge.quality_status, wedge.review_causes)
    portion = view.portions.get(wedge.portion_id) if wedge.portion_id else None
    if portion is not None and not held:
        held = look_word(OffSale(view).look_block(portion, now))
    return {
        WedgeState.FREE: "",
        WedgeState.RESERVED: _t("Till", "in this order") if own else _t("Till", "in another order"),
        WedgeState.BLOCKED: held or _t("Till", "not for sale"),
        WedgeState.GONE: _t("Till", "sold"),
    }[wedge.state]

"""The large wheel: every wedge of every cut whole of one product, to pick by hand."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings
from app.services.offers import Offer, Wedge, WedgeState, Wheel
from app.services.store_view import StoreView
from app.ui.pos.shown import Shown
from app.ui.pos.tile import wheel_wedges
from app.ui.shared.format import duration, money, weight

_t = QCoreApplication.translate


class WheelSheetModel(Shown):
    """Open while `props.name` is not empty; `picked` carries product and portion id."""

    picked = Signal(str, str)

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
        self.derive()

    @Slot(str)
    def open(self, key: str) -> None:
        """Show the wholes of one product."""
        self._product_id = UUID(key)
        self.derive()

    @Slot()
    def close(self) -> None:
        self._product_id = None
        self.derive()

    @Slot(str)
    def pick(self, portion: str) -> None:
        """Take this very portion and close."""
        if self._product_id is not None and portion:
            product = str(self._product_id)
            self.close()
            self.picked.emit(product, portion)

    def derive(self) -> None:
        """Show the wheels as they are now."""
        view, product_id = self._view(), self._product_id
        product = view.products.get(product_id) if view and product_id else None
        if view is None or product is None:
            self.show_props({"name": "", "wheels": []})
            return
        offer = self._offer(product.id)
        free = {c.portion_id for c in offer.candidates}
        own = {p.id for p in view.portions.values() if p.ticket_id == self._ticket_id()}
        wheels = [_wheel_map(w, view.settings, self._now(), free, own) for w in offer.wheels]
        self.show_props({"name": product.name, "wheels": wheels})


def _wheel_map(
    wheel: Wheel, settings: StoreSettings, now: datetime, free: set[UUID], own: set[UUID]
) -> dict[str, Any]:
    age = duration((now - wheel.cut_at).total_seconds())
    return {
        "code": wheel.whole_code,
        "cut": _t("Till", "cut {time} ago").format(time=age),
        "wedges": wheel_wedges(wheel),
        "rows": [_wedge_map(w, settings, now, free, own) for w in wheel.wedges],
    }


def _wedge_map(
    wedge: Wedge, settings: StoreSettings, now: datetime, free: set[UUID], own: set[UUID]
) -> dict[str, Any]:
    sellable = wedge.state is WedgeState.FREE and wedge.portion_id in free
    details = [
        duration((now - wedge.cut_at).total_seconds()) if wedge.cut_at else "",
        weight(wedge.weight_mg) if wedge.weight_mg is not None else "",
        wedge.holding_unit_name or "",
        wedge.place or "",
    ]
    return {
        "portion": str(wedge.portion_id) if sellable else "",
        "sellable": sellable,
        "code": wedge.code or "",
        "grade": wedge.grade.value if wedge.grade else "",
        "detail": " · ".join(d for d in details if d),
        "price": money(wedge.price.amount_minor, settings) if wedge.price else "",
        "why": "" if sellable else _why(wedge.state, wedge.portion_id in own),
        "gone": wedge.state is WedgeState.GONE,
    }


def _why(wedge_state: WedgeState, own: bool) -> str:
    return {
        WedgeState.FREE: "",
        WedgeState.RESERVED: _t("Till", "in this order") if own else _t("Till", "in another order"),
        WedgeState.BLOCKED: _t("Till", "not for sale"),
        WedgeState.GONE: _t("Till", "sold"),
    }[wedge_state]

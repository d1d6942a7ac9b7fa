"""The prices as they are now: products above, the portions of one product with their reasons."""

from uuid import UUID

from babel.numbers import get_currency_precision
from PySide6.QtCore import Property, QObject, Signal, Slot

from app.services.refusal import Refused, StoreUnreachable
from app.ui.manager.desk import Desk
from app.ui.manager.price_points import price_points
from app.ui.manager.price_rows import (
    HistoryLine,
    PortionPrice,
    PriceLine,
    on_sale,
    portion_price,
    price_line,
    reason_text,
    step_text,
)
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_MOST_PORTIONS = 500
"""Portions shown of one product; nobody reads more, and a list that long stays quick."""


class PriceList(QObject):
    """`products` are all on sale, `portions` those of the chosen one, `history` one portion's."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._products = RowsModel(PriceLine, parent=self)
        self._portions = RowsModel(PortionPrice, parent=self)
        self._history = RowsModel(HistoryLine, parent=self)
        self._points: list[dict[str, float]] = []
        self._chosen = self._portion = ""
        self._more = 0

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        offers = self._desk.offers()
        shown = sorted(
            (view.products[key] for key in offers if key in view.products),
            key=lambda product: product.name.casefold(),
        )
        self._products.set_rows([price_line(p, offers[p.id], view.settings) for p in shown])
        if self._chosen not in {str(product.id) for product in shown}:
            self._chosen = str(shown[0].id) if shown else ""
        self._fill()

    def _fill(self) -> None:
        view = self._desk.view
        product = view.products.get(UUID(self._chosen)) if view and self._chosen else None
        offer = self._desk.offers().get(product.id) if product else None
        wedges = on_sale(offer) if offer else []
        if view is not None and product is not None:
            shown = wedges[:_MOST_PORTIONS]
            self._portions.set_rows([portion_price(w, product, view.settings) for w in shown])
        else:
            self._portions.set_rows([])
        self._more = max(0, len(wedges) - _MOST_PORTIONS)
        self.changed.emit()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Show the portions of the product in a row of the list."""
        rows = self._products.rows
        if 0 <= row < len(rows):
            self._chosen = rows[row].id
            self._fill()

    @Slot(int)
    def look(self, row: int) -> None:
        """Show the history of the portion in a row."""
        rows = self._portions.rows
        if 0 <= row < len(rows):
            self._portion = rows[row].id
            self._history.set_rows([])
            self._points = []
            self.changed.emit()
            self._desk.shell.tasks.start(self._read(self._portion), name="price history")

    async def _read(self, portion: str) -> None:
        try:
            found = await self._desk.store.reports.price_history(UUID(portion))
        except (StoreUnreachable, Refused):
            return
        settings = self._desk.settings
        if settings is not None and portion == self._portion:
            self._history.set_rows(
                [
                    HistoryLine(
                        at,
                        text.date_time(each.at, settings),
                        step_text(each, settings),
                        reason_text(each.reason),
                    )
                    for at, each in enumerate(found)
                ]
            )
            unit = 10 ** get_currency_precision(settings.currency)
            self._points = price_points(found, self._desk.now, unit)
            self.changed.emit()

    def _chosen_row(self) -> int:
        return next((at for at, e in enumerate(self._products.rows) if e.id == self._chosen), -1)

    products = Property(QObject, lambda self: self._products, constant=True)
    portions = Property(QObject, lambda self: self._portions, constant=True)
    history = Property(QObject, lambda self: self._history, constant=True)
    lookedAt = Property(  # noqa: N815
        str,
        lambda self: next((e.name for e in self._portions.rows if e.id == self._portion), ""),
        notify=changed,
    )
    chosenRow = Property(int, _chosen_row, notify=changed)  # noqa: N815 (QML name)
    chosenName = Property(  # noqa: N815
        str,
        lambda self: next((e.name for e in self._products.rows if e.id == self._chosen), ""),
        notify=changed,
    )
    points = Property("QVariantList", lambda self: self._points, notify=changed)  # type: ignore[arg-type]
    more = Property(int, lambda self: self._more, notify=changed)

"""The panel that tells of one line or product: allergens, grade, batch, cut time (FUL-05.2)."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.catalog import Product
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.portion import Portion
from app.domain.price import Price
from app.domain.ticket import TicketLine
from app.services.offers import Offer
from app.services.ports import PortionFacts, Store
from app.services.store_view import StoreView
from app.ui.pos.about_items import line_item, portion_item
from app.ui.pos.contents import of_portion
from app.ui.pos.falling import falls
from app.ui.pos.shown import Shown
from app.ui.shared.refusal_text import one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class AboutModel(Shown):
    """Open while `props.items` is not empty; each item is {name, allergens, warning, rows}."""

    def __init__(
        self, shell: Shell, store: Store, offer: Callable[[UUID], Offer], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._offer = shell, store, offer
        self._facts: dict[UUID, PortionFacts] = {}
        self._note = ""
        self._label: _Label | None = None
        self._session: Session | None = None
        self._printer = False
        self._put("", [])

    def use(self, session: Session | None) -> None:
        """Print labels for `session`."""
        self._session = session

    def print_here(self) -> None:
        """There is a printer for shelf labels."""
        self._printer = True

    @Slot()
    def printLabel(self) -> None:
        """Queue the shelf label of the portion that is shown; it waits for the printer."""
        if self._label is not None and self._session is not None:
            work = self._queue(self._session, self._label)
            self._shell.tasks.start(work, name="print label")

    async def _queue(self, session: Session, label: "_Label") -> None:
        try:
            await self._store.printing.queue_label(
                session,
                request=new_id(),
                portion_id=label.portion_id,
                price_minor=label.price_minor,
            )
        except Exception as error:
            self._note = one_line(error)
        else:
            self._note = _t("Till", "The label is on its way to the printer.")
        self._put(self._get_props()["title"], self._get_props()["items"])

    @Slot(str)
    def line(self, key: str) -> None:
        """Tell of one line of an order, open or served."""
        view = self._store.feed.view
        line = view.ticket_lines.get(UUID(key)) if view else None
        if view is not None and line is not None:
            self._show(view, line.name, [line])

    @Slot(str)
    def ticket(self, number: str) -> None:
        """Tell of all lines of the order with this number."""
        view = self._store.feed.view
        found = [t for t in view.tickets.values() if str(t.number) == number] if view else []
        if view is not None and found:
            newest = max(found, key=lambda ticket: ticket.opened_at)
            title = _t("Till", "Order {number}").format(number=number)
            self._show(view, title, list(view.lines_of(newest.id)))

    @Slot(str)
    def product(self, key: str) -> None:
        """Tell of the portion that a tap on the product's tile would take."""
        view = self._store.feed.view
        product = view.products.get(UUID(key)) if view else None
        if view is None or product is None:
            return
        offer = self._offer(product.id)
        portion = view.portions.get(offer.candidates[0].portion_id) if offer.candidates else None
        grade = offer.grade.value if offer.grade else ""
        item = portion_item(view, product, portion, grade, frozenset())
        if portion is not None:
            item["rows"] += falls(view, portion, product, self._store.feed.now())
        self._label = _label(product, portion, offer.price) if portion else None
        self._put(product.name, [item])

    @Slot()
    def close(self) -> None:
        self._note, self._label = "", None
        self._put("", [])

    def _put(self, title: str, items: list[dict[str, Any]]) -> None:
        printable = self._label is not None and self._printer
        self.show_props(
            {"title": title, "items": items, "note": self._note, "printable": printable}
        )

    def _show(self, view: StoreView, title: str, lines: list[TicketLine]) -> None:
        self._tell(view, title, lines)
        missing = [
            line.portion_id
            for line in lines
            if line.portion_id and line.portion_id not in view.portions
            if line.portion_id not in self._facts
        ]
        if missing:
            self._shell.tasks.start(self._ask(title, lines, missing), name="about portions")

    async def _ask(self, title: str, lines: list[TicketLine], missing: list[UUID]) -> None:
        """Served portions have left the picture: the store still knows them."""
        try:
            for portion_id in missing:
                self._facts[portion_id] = await self._store.allergens.facts(portion_id)
        except Exception as error:
            self._note = one_line(error)
        view = self._store.feed.view
        if view is not None and self._get_props()["title"] == title:
            self._tell(view, title, lines)

    def _tell(self, view: StoreView, title: str, lines: list[TicketLine]) -> None:
        items = [line_item(view, line, self._facts) for line in lines]
        self._label = None
        if len(lines) == 1 and (portion_id := lines[0].portion_id) in view.portions:
            assert portion_id is not None
            product = view.products[lines[0].product_id]
            self._label = _label(product, view.portions[portion_id], None)
        self._put(title, items)


class _Label(NamedTuple):
    """Whose label it is, and the price on it."""

    portion_id: UUID
    price_minor: int | None


def _label(product: Product, portion: Portion, price: Price | None) -> _Label | None:
    if of_portion(portion, product) is None:
        return None
    return _Label(portion.id, price.amount_minor if price else None)

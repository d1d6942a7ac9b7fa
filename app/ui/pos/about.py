"""The panel that tells of one line or product: allergens, grade, batch, cut time (FUL-05.2)."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.allergens import Declaration, View, conflicting, declare
from app.domain.catalog import Product
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.portion import Portion
from app.domain.price import Price
from app.domain.ticket import KitchenState, TicketLine
from app.services.offers import Offer
from app.services.ports import PortionFacts, Store
from app.services.store_view import StoreView
from app.ui.pos.contents import of_portion
from app.ui.pos.falling import falls
from app.ui.pos.shown import Shown
from app.ui.shared import words
from app.ui.shared.format import clock, money, temperature, weight
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
        item = _portion_item(view, product, portion, grade, frozenset())
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
        items = [_line_item(view, line, self._facts) for line in lines]
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


def _line_item(
    view: StoreView, line: TicketLine, facts: Mapping[UUID, PortionFacts]
) -> dict[str, Any]:
    ticket = view.tickets.get(line.ticket_id)
    avoided = frozenset(ticket.avoids) if ticket else frozenset()
    product = view.products[line.product_id]
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    grade = line.grade.value if line.grade else ""
    if portion is not None:
        item = _portion_item(view, product, portion, grade, avoided)
    else:
        item = _item(view, line.name, frozenset(line.allergens), grade, avoided)
        fact = facts.get(line.portion_id) if line.portion_id else None
        if fact is not None:
            item = _item(view, line.name, frozenset(fact.allergens), grade, avoided)
            item["rows"] += [
                _row(_t("Till", "Ingredients"), fact.ingredients),
                _row(_t("Till", "Portion"), fact.code),
                _row(_t("Till", "Batch"), fact.batch),
                _row(_t("Till", "Cut at"), clock(fact.cut_at, view.settings)),
            ]
        elif line.portion_code:
            item["rows"].append(_row(_t("Till", "Portion"), line.portion_code))
        else:
            item["rows"].append(_row(_t("Till", "Ingredients"), product.ingredients or ""))
    item["name"] = line.name
    item["rows"] += _preparation(view, line)
    if line.refunded_minor:
        back = money(line.refunded_minor, view.settings)
        item["rows"].append(_row(_t("Till", "Paid back"), back))
    return item


def _portion_item(
    view: StoreView,
    product: Product,
    portion: Portion | None,
    grade: str,
    avoided: frozenset[str],
) -> dict[str, Any]:
    if portion is None:
        item = _item(view, product.name, product.allergens, grade, avoided)
        item["rows"].append(_row(_t("Till", "Ingredients"), product.ingredients or ""))
        return item
    item = _item(view, product.name, of_portion(portion, product), grade, avoided)
    whole = view.wholes.get(portion.whole_id)
    item["rows"] += [
        _row(_t("Till", "Ingredients"), whole.ingredients or "" if whole else ""),
        _row(_t("Till", "Portion"), portion.code),
        _row(_t("Till", "Batch"), whole.lot_number or whole.code if whole else ""),
        _row(_t("Till", "Cut at"), clock(portion.cut_at, view.settings)),
        _row(_t("Till", "Good until"), clock(portion.expires_at, view.settings)),
        _row(_t("Till", "Weight"), weight(portion.weight_mg) if portion.weight_mg else ""),
    ]
    return item


def _item(
    view: StoreView,
    name: str,
    stated: frozenset[str] | None,
    grade: str,
    avoided: frozenset[str],
) -> dict[str, Any]:
    conflict = conflicting(stated, avoided) if avoided else frozenset()
    return {
        "name": name,
        "grade": grade,
        "allergens": declared_text(stated, view),
        "warning": _t("Till", "The guest avoids {what}").format(what=words.allergens(conflict))
        if conflict
        else "",
        "rows": [],
    }


def _preparation(view: StoreView, line: TicketLine) -> list[dict[str, str]]:
    rows = []
    if line.verified_at is not None:
        at = clock(line.verified_at, view.settings)
        warm = line.verified_temperature_mc
        text = at if warm is None else f"{at} · {temperature(warm)}"
        rows.append(_row(_t("Till", "Verified"), text))
    if line.served_at is not None:
        rows.append(_row(_t("Till", "Served"), clock(line.served_at, view.settings)))
    elif line.kitchen_state is KitchenState.QUEUED:
        rows.append(_row(_t("Till", "Kitchen"), _t("Till", "waits in the kitchen")))
    return rows


def declared_text(stated: frozenset[str] | None, view: StoreView) -> str:
    """The statement in the shop's jurisdiction's view, whole; never empty."""
    if stated is None:
        return _t("Till", "Not stated: may not be sold")
    shown = declare(stated, View(view.settings.food.jurisdiction.allergen_view))
    entries = [_entry(shown, index) for index in range(len(shown.declared))]
    entries += [words.allergen(code) for code in shown.others]
    return " · ".join(entries) or _t("Till", "No allergens")


def _entry(shown: Declaration, index: int) -> str:
    code, making = shown.declared[index]
    name = words.allergen(code)
    closer = [words.allergen(each) for each in making if each != code]
    return f"{name} ({', '.join(closer)})" if closer else name


def _row(title: str, value: str) -> dict[str, str]:
    return {"title": title, "value": value}

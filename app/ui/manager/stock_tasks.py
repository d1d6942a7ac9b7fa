"""Receive, cut and waste: three forms, each with its errors by field and its answer in words."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import PortionConfiguration, Product
from app.domain.configuration import default_configuration
from app.domain.people import Session
from app.domain.portion import Portion, Whole, WholeState
from app.services.cut_check import suitable_tools
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.stock_draft import WasteCause, check_cause, check_cut, check_receipt
from app.ui.manager.typed import Fault
from app.ui.manager.words import cause_word, fault_text
from app.ui.shared import format as text

_t = QCoreApplication.translate
Choice = dict[str, str]


class StockTasks(QObject):
    """What changes the stock. Choices are lists of {key, text}, keys are ids as text."""

    changed = Signal()
    choicesChanged = Signal()  # noqa: N815

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._receive = Errand(desk.shell, "receive", self)
        self._cut = Errand(desk.shell, "cut", self)
        self._waste = Errand(desk.shell, "waste", self)
        self._errors: dict[str, str] = {}
        self._choices: dict[str, list[Choice]] = {}
        desk.moved.connect(self._moved)
        self._choose()

    @Slot()
    def _moved(self) -> None:
        for errand in (self._receive, self._cut):
            errand.tell_again()
        self._choose()

    def _choose(self) -> None:
        new = {
            "products": self._product_choices(),
            "wholes": self._whole_choices(),
            "units": self._unit_choices(),
        }
        if new != self._choices:
            self._choices = new
            self.choicesChanged.emit()

    @Slot(str, str, str)
    def receive(self, product: str, quantity: str, expires: str) -> None:
        """Take wholes of a product into stock; `expires` is local `YYYY-MM-DD HH:MM`."""
        session, settings = self._desk.session(), self._desk.settings
        if session is None or settings is None:
            return
        order, faults = check_receipt(
            _id(product), quantity, expires, time_zone=settings.time_zone, now=self._desk.now
        )
        self._show(faults)
        if order is None:
            return
        stock = self._desk.store.stock
        self._receive.ask(
            order,
            lambda request: stock.receive_wholes(
                session,
                request=request,
                product_id=order.product_id,
                quantity=order.quantity,
                expires_at=order.expires_at,
            ),
            lambda ids: (_t("Office", "{n} received").format(n=len(ids)), self._whole_codes(ids)),
        )

    @Slot(str, str, str, str, str, str, str, str, str, str)
    def cut(
        self,
        whole: str,
        way: str,
        portions: str,
        unit: str,
        shelf: str,
        score: str,
        weights: str,
        looks: str,
        angles: str,
        tool: str,
    ) -> None:
        """Cut a whole into portions and show their codes."""
        session = self._desk.session()
        if session is None:
            return
        configuration = self._ways(whole).get(way)
        order, faults = check_cut(
            _id(whole),
            configuration,
            portions,
            _id(unit),
            shelf,
            score,
            weights,
            looks,
            angles,
            _id(tool),
        )
        self._show(faults)
        if order is None:
            return
        stock = self._desk.store.stock
        self._cut.ask(
            order,
            lambda request: stock.cut_whole(
                session,
                request=request,
                whole_id=order.whole_id,
                configuration_id=order.configuration_id,
                portions=order.portions,
                holding_unit_id=order.holding_unit_id,
                shelf=order.shelf,
                presentation=order.presentation,
                weights_mg=order.weights_mg,
                measured=order.measured,
            ),
            lambda ids: (
                _t("Office", "Cut into {n} portions").format(n=len(ids))
                if order.presentation is not None
                else _t(
                    "Office", "Cut into {n} portions: not for sale before a quality score"
                ).format(n=len(ids)),
                self._portion_codes(ids),
            ),
        )

    @Slot(str, str, str)
    def waste(self, code: str, cause: str, note: str) -> None:
        """Record a portion or a whole, named by its code, as wasted."""
        session = self._desk.session()
        if session is None:
            return
        known = cause if cause in set(WasteCause) else ""
        words, faults = check_cause(WasteCause(known) if known else None, note)
        found = self._by_code(code)
        if found is None:
            faults = {**faults, "code": Fault.MISSING}
        self._show(faults)
        if words is None or found is None:
            if not faults.keys() - {"code"}:
                self._errors["code"] = _t("Office", "No portion or whole in stock has this code.")
                self.changed.emit()
            return
        self._waste_found(session, found, words)

    def _waste_found(self, session: Session, found: Portion | Whole, words: str) -> None:
        stock = self._desk.store.stock
        item = found.id
        if isinstance(found, Whole):
            act: Any = lambda request: stock.waste_whole(  # noqa: E731
                session, request=request, whole_id=item, cause=words
            )
        else:
            act = lambda request: stock.waste_portion(  # noqa: E731
                session, request=request, portion_id=item, cause=words
            )
        self._waste.ask((item, words), act, lambda _: (_t("Office", "Waste recorded"), found.code))

    def _show(self, faults: Mapping[str, Fault]) -> None:
        self._errors = {field: fault_text(field, fault) for field, fault in faults.items()}
        self.changed.emit()

    def _by_code(self, code: str) -> Portion | Whole | None:
        view, code = self._desk.view, code.strip().casefold()
        if view is None or not code:
            return None
        for portion in view.portions.values():
            if portion.code.casefold() == code:
                return portion
        for whole in view.wholes.values():
            if whole.code.casefold() == code and whole.state is WholeState.IN_STOCK:
                return whole
        return None

    def _whole_codes(self, ids: tuple[UUID, ...]) -> str:
        view = self._desk.view
        return ", ".join(view.wholes[i].code for i in ids if i in view.wholes) if view else ""

    def _portion_codes(self, ids: tuple[UUID, ...]) -> str:
        view = self._desk.view
        return ", ".join(view.portions[i].code for i in ids if i in view.portions) if view else ""

    def _ways(self, whole: str) -> dict[str, PortionConfiguration]:
        product = self._product_of(whole)
        return {str(each.id): each for each in product.configurations} if product else {}

    def _product_of(self, whole: str) -> Product | None:
        view, whole_id = self._desk.view, _id(whole)
        found = view.wholes.get(whole_id) if view and whole_id else None
        return view.products.get(found.product_id) if view and found else None

    @Slot(str, result=list)
    def waysOf(self, whole: str) -> list[Choice]:
        """The ways in which a whole may be cut."""
        return [
            {"key": key, "text": f"{way.name} ({way.portions_per_whole})"}
            for key, way in self._ways(whole).items()
        ]

    @Slot(str, result=list)
    def toolsOf(self, whole: str) -> list[Choice]:
        """The tools that suit a whole, its product's own first."""
        view, product = self._desk.view, self._product_of(whole)
        tools = suitable_tools(view, product) if view and product else ()
        return [{"key": str(tool.id), "text": tool.name} for tool in tools]

    @Slot(str, result=str)
    def usualWay(self, whole: str) -> str:
        """The key of a whole's default way of cutting."""
        product = self._product_of(whole)
        way = default_configuration(product) if product else None
        return str(way.id) if way else ""

    @Slot(str, str, result=str)
    def countOf(self, whole: str, way: str) -> str:
        """How many portions a way of cutting gives."""
        found = self._ways(whole).get(way)
        return str(found.portions_per_whole) if found else ""

    def _product_choices(self) -> list[Choice]:
        view = self._desk.view
        shown = [p for p in view.products.values() if p.configurations] if view else []
        return _sorted({"key": str(p.id), "text": p.name} for p in shown)

    def _whole_choices(self) -> list[Choice]:
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return []
        return _sorted(
            {
                "key": str(w.id),
                "text": f"{view.products[w.product_id].name} · {w.code} · "
                + text.date_time(w.expires_at, settings),
            }
            for w in view.wholes.values()
            if w.state is WholeState.IN_STOCK and w.product_id in view.products
        )

    def _unit_choices(self) -> list[Choice]:
        view = self._desk.view
        units = view.holding_units.values() if view else ()
        return _sorted({"key": str(u.id), "text": u.name} for u in units)

    def _cause_choices(self) -> list[Choice]:
        return [{"key": c.value, "text": cause_word(c)} for c in WasteCause]

    receiving = Property(QObject, lambda self: self._receive, constant=True)
    cutting = Property(QObject, lambda self: self._cut, constant=True)
    wasting = Property(QObject, lambda self: self._waste, constant=True)
    errors = Property(dict, lambda self: self._errors, notify=changed)
    products = Property(list, lambda self: self._choices["products"], notify=choicesChanged)
    wholes = Property(list, lambda self: self._choices["wholes"], notify=choicesChanged)
    units = Property(list, lambda self: self._choices["units"], notify=choicesChanged)
    causes = Property(list, _cause_choices, constant=True)


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def _sorted(choices: Any) -> list[Choice]:
    return sorted(choices, key=lambda choice: choice["text"].casefold())

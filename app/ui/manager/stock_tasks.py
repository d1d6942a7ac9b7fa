"""Receive, cut and waste: three forms, each with its errors by field and its answer in words."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import PortionConfiguration
from app.domain.configuration import default_configuration
from app.domain.people import Session
from app.domain.portion import Portion, Whole
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.stock_choices import (
    Choice,
    by_code,
    cause_choices,
    codes_of,
    id_of,
    product_choices,
    product_of,
    tool_choices,
    unit_choices,
    way_choices,
    whole_choices,
)
from app.ui.manager.stock_draft import Cut, WasteCause, check_cause, check_cut, check_receipt
from app.ui.manager.typed import Fault
from app.ui.manager.words import fault_text

_t = QCoreApplication.translate


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
        view = self._desk.view
        new = {
            "products": product_choices(view) if view else [],
            "wholes": whole_choices(view) if view else [],
            "units": unit_choices(view) if view else [],
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
            id_of(product), quantity, expires, time_zone=settings.time_zone, now=self._desk.now
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
            lambda ids: (_t("Office", "{n} received").format(n=len(ids)), self._codes(ids)),
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
        order, faults = check_cut(
            id_of(whole), self._way(whole, way), portions, id_of(unit), shelf, score, weights,
            looks, angles, id_of(tool),
        )  # fmt: skip
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
            lambda ids: (_cut_words(order, len(ids)), self._codes(ids)),
        )

    @Slot(str, str, str)
    def waste(self, code: str, cause: str, note: str) -> None:
        """Record a portion or a whole, named by its code, as wasted."""
        session = self._desk.session()
        if session is None:
            return
        known = cause if cause in set(WasteCause) else ""
        words, faults = check_cause(WasteCause(known) if known else None, note)
        found = by_code(self._desk.view, code)
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

    def _codes(self, ids: tuple[UUID, ...]) -> str:
        view = self._desk.view
        return codes_of({**view.wholes, **view.portions}, ids) if view else ""

    def _way(self, whole: str, key: str) -> PortionConfiguration | None:
        product = product_of(self._desk.view, whole)
        ways = product.configurations if product else ()
        return next((each for each in ways if str(each.id) == key), None)

    @Slot(str, result=list)
    def waysOf(self, whole: str) -> list[Choice]:
        """The ways in which a whole may be cut."""
        return way_choices(product_of(self._desk.view, whole))

    @Slot(str, result=list)
    def toolsOf(self, whole: str) -> list[Choice]:
        """The tools that suit a whole, its product's own first."""
        view = self._desk.view
        product = product_of(view, whole)
        return tool_choices(view, product) if view and product else []

    @Slot(str, result=str)
    def usualWay(self, whole: str) -> str:
        """The key of a whole's default way of cutting."""
        product = product_of(self._desk.view, whole)
        way = default_configuration(product) if product else None
        return str(way.id) if way else ""

    @Slot(str, str, result=str)
    def countOf(self, whole: str, way: str) -> str:
        """How many portions a way of cutting gives."""
        found = self._way(whole, way)
        return str(found.portions_per_whole) if found else ""

    receiving = Property(QObject, lambda self: self._receive, constant=True)
    cutting = Property(QObject, lambda self: self._cut, constant=True)
    wasting = Property(QObject, lambda self: self._waste, constant=True)
    errors = Property(dict, lambda self: self._errors, notify=changed)
    products = Property(list, lambda self: self._choices["products"], notify=choicesChanged)
    wholes = Property(list, lambda self: self._choices["wholes"], notify=choicesChanged)
    units = Property(list, lambda self: self._choices["units"], notify=choicesChanged)
    causes = Property(list, lambda self: cause_choices(), constant=True)


def _cut_words(order: Cut, count: int) -> str:
    if order.presentation is not None:
        return _t("Office", "Cut into {n} portions").format(n=count)
    return _t("Office", "Cut into {n} portions: not for sale before a quality score").format(
        n=count
    )

"""What the panel says of one line or one portion: the statement, the grade, and its rows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.allergens import Declaration, View, conflicting, declare
from app.domain.catalog import Product
from app.domain.portion import Portion
from app.domain.ticket import KitchenState, TicketLine
from app.services.ports import PortionFacts
from app.services.store_view import StoreView
from app.ui.pos.contents import of_portion
from app.ui.shared import words
from app.ui.shared.format import clock, money, temperature, weight

_t = QCoreApplication.translate


def line_item(
    view: StoreView, line: TicketLine, facts: Mapping[UUID, PortionFacts]
) -> dict[str, Any]:
    """A line of an order; `facts` are of portions that have left the store's picture."""
    ticket = view.tickets.get(line.ticket_id)
    avoided = frozenset(ticket.avoids) if ticket else frozenset()
    product = view.products[line.product_id]
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    grade = line.grade.value if line.grade else ""
    if portion is not None:
        item = portion_item(view, product, portion, grade, avoided)
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


def portion_item(
    view: StoreView,
    product: Product,
    portion: Portion | None,
    grade: str,
    avoided: frozenset[str],
) -> dict[str, Any]:
    """A portion, or the product where there is none to take."""
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

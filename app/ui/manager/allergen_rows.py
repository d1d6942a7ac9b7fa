"""The rows of the allergen page, derived purely from the store view."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.allergens import EU_FOURTEEN, US_NINE, View, declare
from app.domain.equipment import EquipmentKind, EquipmentRecord, IncidentRecord, IncidentState
from app.services.ports import SanitationEntry
from app.services.store_view import StoreView
from app.ui.shared import words
from app.ui.shared.format import clock, countdown, date_time

_t = QCoreApplication.translate
COLUMNS = tuple(f"c{n:02}" for n in range(len(EU_FOURTEEN)))


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One product; `c00` … are the columns of the list that is shown."""

    id: str
    name: str
    others: str
    c00: str = ""
    c01: str = ""
    c02: str = ""
    c03: str = ""
    c04: str = ""
    c05: str = ""
    c06: str = ""
    c07: str = ""
    c08: str = ""
    c09: str = ""
    c10: str = ""
    c11: str = ""
    c12: str = ""
    c13: str = ""


@dataclass(frozen=True, slots=True)
class EquipmentLine:
    """One tool or surface."""

    id: str
    code: str
    name: str
    kind: str
    suits: str
    carries: str
    used: str
    sanitised: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """One sanitation."""

    id: str
    at: str
    name: str
    method: str
    removed: str
    who: str


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident; `due` is empty once it was released."""

    id: str
    title: str
    note: str
    lots: str
    receipts: str
    who: str
    due: str
    tone: str
    open: bool
    outcome: str


def column_codes(view: View) -> tuple[str, ...]:
    """The list's allergens, one a column."""
    return EU_FOURTEEN if view is View.EU else US_NINE


def matrix_lines(view: StoreView, shown: View) -> list[MatrixLine]:
    """Every product on the menu: a dot where it declares, and what stands beside the list."""
    codes = column_codes(shown)
    lines = []
    for product in sorted(view.products.values(), key=lambda each: each.name.casefold()):
        if not product.active:
            continue
        if product.allergens is None:
            others = _t("Office", "▲ not stated: not for sale")
            lines.append(MatrixLine(str(product.id), product.name, others))
            continue
        stated = declare(product.allergens, shown)
        others = " · ".join(words.allergen(code) for code in stated.others)
        if not product.allergens:
            others = _t("Office", "none, confirmed")
        cells = {COLUMNS[n]: "●" if code in stated.codes else "" for n, code in enumerate(codes)}
        lines.append(MatrixLine(str(product.id), product.name, others, **cells))
    return lines


def equipment_lines(view: StoreView) -> list[EquipmentLine]:
    """Tools first, then surfaces; what was retired comes last."""
    items = sorted(
        view.equipment.values(),
        key=lambda each: (not each.active, each.kind is not EquipmentKind.TOOL, each.name),
    )
    return [
        EquipmentLine(
            id=str(each.id),
            code=each.code,
            name=f"{each.code} · {each.name}",
            suits=_suits(view, each),
            kind=_t("Office", "tool")
            if each.kind is EquipmentKind.TOOL
            else _t("Office", "surface"),
            carries=carried(each.category) if each.active else _t("Office", "– retired"),
            used=date_time(each.last_used_at, view.settings) if each.last_used_at else "–",
            sanitised=date_time(each.sanitised_at, view.settings) if each.sanitised_at else "–",
        )
        for each in items
    ]


def _suits(view: StoreView, each: EquipmentRecord) -> str:
    """What it is meant for, by name."""
    known = (view.categories.get(key) for key in each.suits)
    names = ", ".join(sorted(category.name for category in known if category))
    return names or (_t("Office", "everything") if each.kind is EquipmentKind.SURFACE else "–")


def carried(category: tuple[str, ...] | None) -> str:
    """What clings to it, with a sign."""
    if category is None:
        return _t("Office", "● clean")
    if not category:
        return _t("Office", "◆ used, no allergens")
    sign = "▲" if "unstated" in category else "◆"
    return f"{sign} {words.allergens(category)}"


def log_line(number: int, entry: SanitationEntry, view: StoreView) -> LogLine:
    """One entry of the log."""
    return LogLine(
        id=f"{number} {entry.at.isoformat()}",
        at=date_time(entry.at, view.settings),
        name=entry.equipment_name,
        method=entry.method,
        removed=words.allergens(entry.category or ()) or "–",
        who=entry.confirmed_by,
    )


def incident_line(incident: IncidentRecord, view: StoreView, now: datetime) -> IncidentLine:
    """One incident with its lots and the receipts concerned."""
    codes = [view.wholes[each].code for each in incident.lots if each in view.wholes]
    gone = len(incident.lots) - len(codes)
    lots = ", ".join(sorted(codes))
    if gone:
        more = _t("Office", "{count} used up").format(count=gone)
        lots = f"{lots} + {more}" if lots else more
    whole = view.wholes.get(incident.whole_id)
    name = view.products[whole.product_id].name if whole else ""
    title = " · ".join(part for part in (name, whole.code if whole else "") if part)
    reporter = view.staff.get(incident.reported_by)
    reported = date_time(incident.reported_at, view.settings)
    left_s = (incident.due_at - now).total_seconds()
    is_open = incident.state is IncidentState.OPEN
    due = _t("Office", "due in {time}").format(time=countdown(max(0.0, left_s)))
    if left_s <= 0:
        due = _t("Office", "▲ overdue since {time}").format(
            time=clock(incident.due_at, view.settings)
        )
    return IncidentLine(
        id=str(incident.id),
        title=title or _t("Office", "Used-up lot"),
        note=incident.note,
        lots=_t("Office", "Blocked lots: {lots}").format(lots=lots),
        receipts=_receipts(incident, view),
        who=f"{reporter.name if reporter else ''} · {reported}",
        due=due if is_open else "",
        tone="danger" if is_open else "ok",
        open=is_open,
        outcome=incident.outcome,
    )


def _receipts(incident: IncidentRecord, view: StoreView) -> str:
    if not incident.receipts:
        return _t("Office", "No receipt is concerned")
    named = [
        f"{each.register}-{each.number} ({clock(each.issued_at, view.settings)},"
        f" {', '.join(each.portions)})"
        for each in incident.receipts
    ]
    return _t("Office", "Receipts: {list}").format(list="; ".join(named))

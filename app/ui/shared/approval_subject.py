"""What an approval is about, in words: read from its subject by whoever decides, near or far."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.compensation import CompensationKind
from app.domain.ticket import TicketLine
from app.services.store_view import StoreView
from app.ui.shared import format as text

_t = QCoreApplication.translate
Row = TypeVar("Row")


def subject_lines(subject: Mapping[str, Any], view: StoreView) -> list[str]:
    """One line for each thing that the subject names and the view knows.

    The rules' own documents are not told here: only the back office has words for their fields.
    """
    tellers: tuple[Callable[[Mapping[str, Any], StoreView], Iterator[str]], ...] = (
        _line, _ticket, _complaint, _whole, _incident, _configuration, _guest
    )  # fmt: skip
    return [line for tell in tellers for line in tell(subject, view)]


def _line(subject: Mapping[str, Any], view: StoreView) -> Iterator[str]:
    line = _found(subject.get("line_id"), view.ticket_lines)
    if line is None:
        return
    yield _named(line, view)
    off, price = subject.get("off_minor"), subject.get("price_minor")
    if isinstance(off, int) and isinstance(price, int):
        yield _t("Approval", "{price} less {off}: {left}").format(
            price=text.money(price, view.settings),
            off=text.money(off, view.settings),
            left=text.money(price - off, view.settings),
        )
    asked_mg = subject.get("asked_mg")
    if isinstance(asked_mg, int) and isinstance(price, int):
        yield _t("Approval", "Own size {size} for {price}").format(
            size=text.weight(asked_mg), price=text.money(price, view.settings)
        )
    portion = _found(subject.get("portion_id"), view.portions)
    if portion is not None:
        yield _t("Approval", "{new} instead of {old}").format(
            new=portion.code, old=line.portion_code or "–"
        )
    if subject.get("kind") == CompensationKind.DELAY.value:
        yield _t("Approval", "Money back for a long wait")


def _named(line: TicketLine, view: StoreView) -> str:
    parts = [line.name, line.portion_code or ""]
    ticket = view.tickets.get(line.ticket_id)
    if ticket is not None:
        parts.append(_t("Approval", "order {number}").format(number=ticket.number))
    parts.append(text.money(line.unit_price_minor, view.settings))
    return " · ".join(part for part in parts if part)


def _ticket(subject: Mapping[str, Any], view: StoreView) -> Iterator[str]:
    ticket = _found(subject.get("ticket_id"), view.tickets)
    if ticket is not None:
        names = ", ".join(line.name for line in view.lines_of(ticket.id))
        yield _t("Approval", "Order {number}: {names}, {total} in all").format(
            number=ticket.number, names=names, total=text.money(ticket.total_minor, view.settings)
        )
    product = _found(subject.get("product_id"), view.products)
    if product is not None:
        yield _t("Approval", "More of {name}").format(name=product.name)


def _complaint(subject: Mapping[str, Any], view: StoreView) -> Iterator[str]:
    complaint = _found(subject.get("complaint_id"), view.complaints)
    if complaint is None:
        return
    facts = complaint.facts
    named = [str(facts[key]) for key in ("name", "portion_code") if facts.get(key)]
    yield _t("Approval", "Complaint: {line}, “{reason}”").format(
        line=" · ".join(named), reason=complaint.reason
    )
    kinds = {
        CompensationKind.REPLACEMENT.value: _t("Approval", "Another one at no charge"),
        CompensationKind.REFUND.value: _t("Approval", "Money back"),
        CompensationKind.VOUCHER.value: _t("Approval", "A voucher"),
    }
    if (said := kinds.get(str(subject.get("kind")))) is not None:
        yield said


def _whole(subject: Mapping[str, Any], view: StoreView) -> Iterator[str]:
    if (whole_id := _uuid(subject.get("whole_id"))) is None:
        return
    yield _batch(whole_id, view)
    until_s = subject.get("until_s")
    if isinstance(until_s, int):
        until = datetime.fromtimestamp(until_s, UTC)
        yield _t("Approval", "Sold until {time}").format(time=text.clock(until, view.settings))


def _batch(whole_id: UUID, view: StoreView) -> str:
    whole = view.wholes.get(whole_id)
    product = view.products.get(whole.product_id) if whole else None
    name = product.name if product else "–"
    return _t("Approval", "{name}, batch {code}").format(
        name=name, code=whole.code if whole else ""
    )


def _incident(subject: Mapping[str, Any], view: StoreView) -> Iterator[str]:
    incident = _found(subject.get("incident"), view.allergen_incidents)
    if incident is not None:
        yield _batch(incident.whole_id, view)
        yield f"“{incident.note}”"
        yield _t("Approval", "{n} batches would be sold again").format(n=len(incident.lots))


def _configuration(subject: Mapping[str, Any], view: StoreView) -> Iterator[str]:
    way = _uuid(subject.get("configuration_id"))
    if way is None:
        return
    names = [
        product.name
        for product in view.products.values()
        if any(each.id == way for each in product.configurations)
    ]
    yield _t("Approval", "{n} portions from one {name}").format(
        n=subject.get("portions", "–"), name=names[0] if names else _t("Approval", "new way to cut")
    )


def _guest(subject: Mapping[str, Any], _view: StoreView) -> Iterator[str]:
    if "customer_id" in subject:
        yield _t("Approval", "Guest {number}: everything that says who it is").format(
            number=str(subject["customer_id"])[:8]
        )


def _found(value: Any, rows: Mapping[UUID, Row]) -> Row | None:
    key = _uuid(value)
    return rows.get(key) if key else None


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None

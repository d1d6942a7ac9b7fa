"""What the refund's sheet shows of a sale, of the line looked at, and of a refund that is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.refund import (
    Goods,
    RefundableLine,
    RefundableSale,
    RefundItem,
    RefundLine,
    tax_back,
)
from app.hardware.receipt_text import number_text
from app.services.ports import FoundReceipt, Refunded
from app.services.store_view import StoreView
from app.ui.pos.refund_words import goods_words
from app.ui.shared.format import date_time, money

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RefundRow:
    """One line of the receipt. `back` is what is paid back of it now; `rest` is what could be."""

    key: str
    name: str
    facts: str
    rest: str
    back: str
    chosen: bool
    active: bool
    over: bool
    """Nothing is left to pay back."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A receipt that was looked for."""

    key: str
    number: str
    time: str
    total: str


def sale_props(
    sale: RefundableSale | None, items: Sequence[RefundItem], settings: StoreSettings
) -> dict[str, Any]:
    """The receipt, and what would be paid back of it."""
    if sale is None:
        return {"number": "", "of": "", "amount": "", "needsSecond": False}
    amount = sum(item.amount_minor for item in items)
    tax = sum(tax for _, tax in tax_back(sale.lines, items))
    of = _t("Till", "{total} paid on {moment}").format(
        total=money(sale.total_minor, settings), moment=date_time(sale.issued_at, settings)
    )
    if sale.refunded_minor:
        of += " · " + _back_text(sale.refunded_minor, settings)
    notes = []
    if amount:
        notes.append(
            _t("Till", "{tax} in it: {amount}").format(
                tax=settings.tax_label, amount=money(tax, settings)
            )
        )
    if amount and sale.known_guest:
        notes.append(_t("Till", "The guest's points are taken back in proportion."))
    return {
        "number": number_text(sale.register, sale.number),
        "of": of,
        "nothingLeft": sale.left_minor <= 0,
        "amount": money(amount, settings),
        "notes": " · ".join(notes),
        "needsSecond": bool(amount) and sale.needs_approval(amount),
    }


def active_props(
    line: RefundableLine | None, asked: RefundLine | None, settings: StoreSettings
) -> dict[str, Any]:
    """The line that is being looked at: its pieces, and what becomes of the goods."""
    if line is None or asked is None:
        return {"active": "", "pieces": "", "goods": "", "goodsKeys": [], "fault": ""}
    part = asked.amount_minor is not None
    quantity = line.left_quantity if asked.quantity is None else asked.quantity
    choices = [Goods.KEPT] if part else _goods_of(line, quantity)
    fault = ""
    if (asked.amount_minor or 0) > line.left_minor:
        fault = _t("Till", "Only {amount} is left of it").format(
            amount=money(line.left_minor, settings)
        )
    return {
        "active": line.name,
        "pieces": "" if line.left_quantity <= 1 or part else str(quantity),
        "morePieces": quantity < line.left_quantity,
        "lessPieces": quantity > 1,
        "goods": asked.goods.value,
        "goodsKeys": [
            {"key": each.value, "text": goods_words(each, portion=line.portion_code is not None)}
            for each in choices
        ],
        "fault": fault,
    }


def done_props(done: Refunded | None, view: StoreView) -> dict[str, Any]:
    """The cash to hand back, and the refund's receipt as soon as the view has it."""
    if done is None:
        return {"receiptId": ""}
    settings = view.settings
    points = done.points_returned - done.points_taken
    return {
        "receiptId": str(done.receipt_id) if done.receipt_id in view.receipts else "",
        "doneNumber": number_text(done.register, done.receipt_number),
        "doneAmount": money(done.cash_minor, settings),
        "doneVoucher": _t("Till", "{amount} went back to the voucher").format(
            amount=money(done.voucher_minor, settings)
        )
        if done.voucher_minor
        else "",
        "donePoints": _t("Till", "The guest's points: {n}").format(n=f"{points:+d}")
        if points
        else "",
    }


def _goods_of(line: RefundableLine, quantity: int) -> list[Goods]:
    put_back = [Goods.PUT_BACK] if line.waits and quantity >= line.left_quantity else []
    return [*put_back, Goods.DISCARDED, Goods.KEPT]


def refund_row(
    line: RefundableLine,
    item: RefundItem | None,
    settings: StoreSettings,
    chosen: Mapping[UUID, RefundLine],
    active: UUID | None,
) -> RefundRow:
    """One line of the receipt."""
    facts = [line.portion_code or ""]
    if line.quantity > 1 and line.left_quantity:
        facts.append(f"{line.left_quantity} × {money(line.unit_price_minor, settings)}")
    if line.refunded_minor:
        facts.append(_back_text(line.refunded_minor, settings))
    return RefundRow(
        key=str(line.id),
        name=line.name,
        facts=" · ".join(each for each in facts if each),
        rest=money(line.left_minor, settings),
        back=money(item.amount_minor, settings) if item else "",
        chosen=line.id in chosen,
        active=line.id == active,
        over=line.left_minor <= 0,
    )


def found_row(found: FoundReceipt, settings: StoreSettings) -> FoundRow:
    """A receipt of any day."""
    return FoundRow(
        key=str(found.id),
        number=number_text(found.register, found.number),
        time=date_time(found.issued_at, settings),
        total=money(found.total_minor, settings),
    )


def _back_text(minor: int, settings: StoreSettings) -> str:
    return _t("Till", "{amount} of it paid back").format(amount=money(minor, settings))

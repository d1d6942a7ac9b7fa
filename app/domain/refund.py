"""Paying lines of a sale back: amounts, tax at the line's own rate, and what it takes to do it.

Amounts add up exactly over any number of partial refunds (docs/refunds.md). The store computes
the same in `wedge.refund_plan` and `wedge.refund_tax`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.tax import included_tax_minor


@dataclass(frozen=True, slots=True)
class RefundPolicy:
    """How much a cashier may pay back of one order, and until when after the sale."""

    version: int = 1
    cashier_limit_minor: int = 1000
    """Of one order, all its refunds together; beyond it somebody else approves (POS-R3.2)."""
    window: timedelta = timedelta(days=14)
    """After that every refund takes an approval."""
    returns_coupons: bool = False
    """Whether a coupon is good again once all of its order was paid back."""


class Goods(StrEnum):
    """What becomes of the goods: kept by the guest, back and thrown away, or never handed over."""

    KEPT = "kept"
    DISCARDED = "discarded"
    PUT_BACK = "put_back"


class RefundFault(StrEnum):
    """Why so much, or these goods, cannot be taken back."""

    NOTHING_LEFT = "nothing_left"
    TOO_MUCH = "too_much"
    BAD_AMOUNT = "bad_amount"
    GOODS = "goods"
    TWICE = "twice"
    EMPTY = "empty"


class RefundFaulty(Exception):
    """The refund is not possible as asked."""

    def __init__(self, fault: RefundFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class RefundableLine:
    """One sold line with what was paid back of it so far. `unit_price_minor` includes tax."""

    id: UUID
    name: str
    portion_code: str | None
    quantity: int
    unit_price_minor: int
    tax_rate_bp: int
    refunded_minor: int
    refunded_quantity: int
    handed_over: bool
    waits: bool
    """In the kitchen's queue and untouched: its goods have not left the counter."""

    @property
    def amount_minor(self) -> int:
        """What the guest paid for it."""
        return self.quantity * self.unit_price_minor

    @property
    def left_minor(self) -> int:
        """What can still be paid back."""
        return self.amount_minor - self.refunded_minor

    @property
    def left_quantity(self) -> int:
        """The pieces that were not paid back whole."""
        return self.quantity - self.refunded_quantity


@dataclass(frozen=True, slots=True)
class RefundableSale:
    """A sale as a refund needs it.

    `free_minor` is what the person asking may pay back of this order without anybody else, what
    was paid back before included.
    """

    ticket_id: UUID
    receipt_id: UUID
    register: str
    number: int
    ticket_number: int
    issued_at: datetime
    total_minor: int
    refunded_minor: int
    free_minor: int
    known_guest: bool
    lines: tuple[RefundableLine, ...]

    @property
    def left_minor(self) -> int:
        """What can still be paid back."""
        return self.total_minor - self.refunded_minor

    def needs_approval(self, amount_minor: int) -> bool:
        """Whether a second person has to allow `amount_minor` more."""
        return self.refunded_minor + amount_minor > self.free_minor


@dataclass(frozen=True, slots=True)
class RefundLine:
    """What is asked for: an amount, or a number of pieces, or (neither) all that is left."""

    line_id: UUID
    amount_minor: int | None = None
    quantity: int | None = None
    goods: Goods = Goods.KEPT


@dataclass(frozen=True, slots=True)
class RefundItem:
    """What is paid back of one line. `quantity` is 0 for a part of a piece's price."""

    line: RefundableLine
    amount_minor: int
    quantity: int
    goods: Goods

    @property
    def whole(self) -> bool:
        """Whether nothing is left of the line."""
        return self.amount_minor == self.line.left_minor


def plan(lines: Iterable[RefundableLine], asked: Sequence[RefundLine]) -> tuple[RefundItem, ...]:
    """The items of a refund, in the order asked. Raises RefundFaulty; KeyError for a strange line.

    The last piece of a line brings what is left of it, so that parts add up to the whole.
    """
    known = {line.id: line for line in lines}
    if not asked:
        raise RefundFaulty(RefundFault.EMPTY)
    if len({each.line_id for each in asked}) < len(asked):
        raise RefundFaulty(RefundFault.TWICE)
    return tuple(_item(known[each.line_id], each) for each in asked)


def _item(line: RefundableLine, asked: RefundLine) -> RefundItem:
    left = line.left_minor
    name = line.portion_code or line.name
    if left <= 0:
        raise RefundFaulty(RefundFault.NOTHING_LEFT, name)
    pieces = asked.quantity
    if (asked.amount_minor is not None and asked.amount_minor <= 0) or (
        pieces is not None and not 1 <= pieces <= line.left_quantity
    ):
        raise RefundFaulty(RefundFault.BAD_AMOUNT, name)
    if asked.amount_minor is not None:
        amount = asked.amount_minor
    elif pieces is not None and pieces < line.left_quantity:
        amount = pieces * line.unit_price_minor
    else:
        amount = left
    if amount > left:
        raise RefundFaulty(RefundFault.TOO_MUCH, str(left))
    if amount == left:
        quantity = line.left_quantity
    else:
        quantity = pieces or 0 if asked.amount_minor is None else 0
    item = RefundItem(line, amount, quantity, asked.goods)
    if asked.goods is not Goods.KEPT and quantity == 0:
        raise RefundFaulty(RefundFault.GOODS, name)
    if asked.goods is Goods.PUT_BACK and not (line.waits and item.whole):
        raise RefundFaulty(RefundFault.GOODS, name)
    return item


def tax_back(
    lines: Iterable[RefundableLine], items: Iterable[RefundItem]
) -> tuple[tuple[int, int], ...]:
    """(rate_bp, tax_minor) that goes back per rate, ascending.

    It is the tax of the rate's sum before, less the tax of what is kept: each of the two is the
    tax of a receipt (half up on the sum), so all refunds together give back exactly that of the
    whole receipt, and what is kept always holds its own tax.
    """
    back: dict[UUID, int] = {}
    for item in items:
        back[item.line.id] = back.get(item.line.id, 0) + item.amount_minor
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    for line in lines:
        rate = line.tax_rate_bp
        before[rate] = before.get(rate, 0) + line.left_minor
        after[rate] = after.get(rate, 0) + line.left_minor - back.get(line.id, 0)
    return tuple(
        (rate, included_tax_minor(before[rate], rate) - included_tax_minor(after[rate], rate))
        for rate in sorted(before)
        if before[rate] != after[rate]
    )

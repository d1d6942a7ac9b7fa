"""Receipts to print in tests: an ordinary one, an awkward one, a long one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from app.domain.policy import PricingPolicy, QualityPolicy, StoreSettings
from app.domain.portion import Grade
from app.domain.price import PriceReason, PriceStep
from app.domain.receipt import Receipt, ReceiptLine


def settings(currency: str = "THB", locale: str = "th_TH") -> StoreSettings:
    return StoreSettings(
        store_name="Wedge & Crumb",
        address="12 Charoen Krung Rd\nBangkok 10500",
        tax_id="0105561234567",
        currency=currency,
        locale=locale,
        time_zone="Asia/Bangkok",
        tax_label="VAT",
        hold_s=300,
        promise_s=480,
        few_left=3,
        cash_notes_minor=(2000, 5000, 10000, 50000, 100000),
        quality=QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=5)),
        pricing=PricingPolicy(1, Fraction(3, 10), Fraction(3, 10), Fraction(1, 4), 1),
    )


def slice_line(
    code: str, grade: Grade, *, base: int = 400, reduction: int = 0, name: str = "Margherita 14″"
) -> ReceiptLine:
    steps = [PriceStep(PriceReason.BASE, base, 1)]
    if reduction:
        steps.append(PriceStep(PriceReason.QUALITY, -reduction, 1))
    return ReceiptLine(
        name=name,
        portion_code=code,
        grade=grade,
        weight_mg=113_000,
        allergens=("gluten", "milk"),
        quantity=1,
        base_price_minor=base,
        unit_price_minor=base - reduction,
        breakdown=tuple(steps),
        tax_rate_bp=700,
        configuration="1/8",
    )


def drink_line(
    name: str = "Sparkling water", *, quantity: int = 1, price: int = 250
) -> ReceiptLine:
    return ReceiptLine(
        name=name,
        portion_code=None,
        grade=None,
        weight_mg=None,
        allergens=(),
        quantity=quantity,
        base_price_minor=price,
        unit_price_minor=price,
        breakdown=(PriceStep(PriceReason.BASE, price, 1),),
        tax_rate_bp=700,
    )


def receipt(*lines: ReceiptLine, number: int = 42) -> Receipt:
    total = sum(line.quantity * line.unit_price_minor for line in lines)
    tax = (2 * total * 700 + 10_700) // (2 * 10_700)
    tendered = -(-total // 1000) * 1000
    return Receipt(
        id=UUID(int=1),
        ticket_id=UUID(int=2),
        register="A",
        number=number,
        issued_at=datetime(2026, 3, 14, 17, 5, tzinfo=UTC),
        cashier="Nok",
        ticket_number=118,
        service="takeaway",
        lines=tuple(lines),
        total_minor=total,
        tax_minor_by_rate_bp=((700, tax),),
        tendered_minor=tendered,
        change_minor=tendered - total,
    )


def slices() -> Receipt:
    """A grade A slice at 4.00 and a grade C slice at 4.00 less 25 %: 7.00."""
    return receipt(slice_line("M-1182", Grade.A), slice_line("M-1175", Grade.C, reduction=100))


def awkward() -> Receipt:
    """Thai, emoji, a name of 500 characters, a control character and one endless word."""
    return receipt(
        slice_line("M-1", Grade.A, name="พิซซ่ามาร์เกริต้า 🍕 ครีมชีส"),
        slice_line("M-2", Grade.B, name="Four cheeses of the house " * 20),
        drink_line("Donaudampfschifffahrtsgesellschaftskapitänslimonade" * 3, quantity=999),
        drink_line("Tab\there\nand a new line"),
    )


def long_receipt(count: int = 40) -> Receipt:
    """As many portion lines as a party orders."""
    return receipt(*(slice_line(f"M-{n}", Grade.B, reduction=25) for n in range(count)))


def numbered(number: int) -> Receipt:
    return replace(slices(), id=UUID(int=1000 + number), number=number)

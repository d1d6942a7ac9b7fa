"""What a receipt says, line by line, before anyone draws it: pure, so that text can be tested."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from babel import Locale

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, PriceStep, code_of, telling_steps
from app.domain.receipt import Receipt, ReceiptLine, Replaced
from app.hardware.receipt_words import ReceiptWords, words_in
from app.services.wording import (
    amount_text,
    date_time_text,
    locale_for,
    money_text,
    percent_text,
    weight_text,
)


class Size(Enum):
    """How large a row is set, as a factor of the body size."""

    SMALL = 0.82
    BODY = 1.0
    LARGE = 1.35
    TITLE = 1.6


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `left` wraps, `right` stands at the right edge; `framed` is white on black."""

    left: str
    right: str = ""
    size: Size = Size.BODY
    bold: bool = False
    centred: bool = False
    indent: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    dashed: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """A little air between two lines."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A code for a scanner."""

    code: str


Part = Row | Rule | Gap | Bars


def receipt_rows(
    receipt: Receipt,
    settings: StoreSettings,
    *,
    copy: bool = False,
    language: str = "en",
    replaced: Sequence[Replaced] = (),
) -> tuple[Part, ...]:
    """Return the receipt's rows from top to bottom. Prices include tax; no quality score.

    `replaced` are the portions that took others' places after the sale; a copy names both.
    """
    words = words_in(language)
    locale = locale_for(language, settings.locale)
    parts: list[Part] = []
    parts += _head(receipt, settings, words, locale, copy=copy)
    for position, line in enumerate(receipt.lines):
        if position:
            parts.append(Gap())
        parts += _line(line, settings, words, locale, _chain(line.portion_code, replaced))
    totals = _paid_back if receipt.refund_of else _totals
    parts += totals(receipt, settings, words, locale)
    parts += [Rule(), Row(words.thanks, centred=True)]
    if copy:
        parts.append(_copy_mark(words))
    return tuple(parts)


def _head(
    receipt: Receipt, settings: StoreSettings, words: ReceiptWords, locale: Locale, *, copy: bool
) -> Iterator[Part]:
    yield Row(settings.store_name, size=Size.TITLE, bold=True, centred=True)
    for text in settings.address.splitlines():
        yield Row(text, size=Size.SMALL, centred=True)
    if settings.tax_id:
        yield Row(f"{words.tax_id} {settings.tax_id}", size=Size.SMALL, centred=True)
    if copy:
        yield _copy_mark(words)
    if receipt.refund_of:
        yield Row(words.refund, size=Size.TITLE, bold=True, centred=True, framed=True)
    yield Rule()
    yield Row(f"{words.receipt} {receipt_number_text(receipt)}", bold=True)
    if receipt.refund_of:
        of = number_text(receipt.refund_of_register, receipt.refund_of_number)
        yield Row(f"{words.refund_of} {of}", bold=True)
    yield Row(date_time_text(receipt.issued_at, settings.time_zone, locale))
    yield Row(f"{words.register} {receipt.register}", f"{words.cashier} {receipt.cashier}")
    service = words.service.get(receipt.service, receipt.service)
    yield Row(f"{words.ticket} {receipt.ticket_number}", service, bold=True)
    yield Rule()


def receipt_number_text(receipt: Receipt) -> str:
    """The number people quote: register and gapless number, e.g. `A-000042`."""
    return number_text(receipt.register, receipt.number)


def number_text(register: str, number: int) -> str:
    """A receipt's number from its parts."""
    return f"{register}-{number:06d}"


def _copy_mark(words: ReceiptWords) -> Row:
    return Row(words.copy_mark, size=Size.TITLE, bold=True, centred=True, framed=True)


def _chain(code: str | None, replaced: Sequence[Replaced]) -> Iterator[Replaced]:
    """What took the sold portion's place, and what took that one's."""
    for each in replaced:
        if each.old == code:
            yield each
            code = each.new


def _replaced_row(each: Replaced, words: ReceiptWords) -> Row:
    why = each.note if each.reason == "other" and each.note else words.degraded.get(each.reason, "")
    text = f"{words.replaced}: {each.old} → {each.new}"
    return Row(f"{text} ({why})" if why else text, indent=True, size=Size.SMALL, bold=True)


def _line(
    line: ReceiptLine,
    settings: StoreSettings,
    words: ReceiptWords,
    locale: Locale,
    replaced: Iterable[Replaced],
) -> Iterator[Part]:
    currency = settings.currency
    piece_minor = line.unit_price_minor + line.extras_minor
    paid_minor = line.quantity * piece_minor
    yield Row(line.name, amount_text(paid_minor, currency, locale), bold=True)
    facts = [text for text in _facts(line, words, locale) if text]
    if facts:
        yield Row(" · ".join(facts), indent=True, size=Size.SMALL)
    for each in replaced:
        yield _replaced_row(each, words)
    apiece = amount_text(piece_minor, currency, locale)
    yield Row(f"{line.quantity} × {apiece}", indent=True, size=Size.SMALL)
    yield from _price_steps(line, currency, words, locale)
    yield from _asked(line, currency, locale)
    if line.allergens:
        names = ", ".join(_allergen(key, words) for key in line.allergens)
        yield Row(f"{words.allergens}: {names}", indent=True, size=Size.SMALL, bold=True)
    if line.portion_code:
        yield Bars(line.portion_code)


def _asked(line: ReceiptLine, currency: str, locale: Locale) -> Iterator[Part]:
    """Each option of one piece with what it adds, and the note."""
    for option in line.preparations:
        more = signed_amount_text(option.price_minor, currency, locale)
        yield Row(option.name, more if option.price_minor else "", indent=True, size=Size.SMALL)
    if line.note:
        yield Row(f"“{line.note}”", indent=True, size=Size.SMALL)


def _facts(line: ReceiptLine, words: ReceiptWords, locale: Locale) -> Iterator[str]:
    yield line.portion_code or ""
    yield line.configuration or ""
    yield f"{words.grade} {line.grade.value}" if line.grade else ""
    yield weight_text(line.weight_mg, locale) if line.weight_mg is not None else ""


def _price_steps(
    line: ReceiptLine, currency: str, words: ReceiptWords, locale: Locale
) -> Iterator[Part]:
    """The base price and each change in words, wherever the price is not simply the base."""
    changes = telling_steps(line.breakdown)
    plain = not changes and line.unit_price_minor == line.base_price_minor
    if plain and not line.extras_minor:
        return
    base = amount_text(line.base_price_minor, currency, locale)
    yield Row(words.base_price, base, indent=True, size=Size.SMALL)
    for step in changes:
        amount = signed_amount_text(step.amount_minor, currency, locale)
        yield Row(_step(step, words), amount, indent=True, size=Size.SMALL)


def _step(step: PriceStep, words: ReceiptWords) -> str:
    if step.reason is PriceReason.QUALITY and step.amount_minor > 0:
        return words.top_quality
    name = step.params[0] if step.reason is PriceReason.PROMOTION and step.params else ""
    return name or words.steps[code_of(step)]


def _paid_back(
    receipt: Receipt, settings: StoreSettings, words: ReceiptWords, locale: Locale
) -> Iterator[Part]:
    """What goes out of the drawer, with the tax that goes back in it, and why."""
    currency = settings.currency
    yield Rule(dashed=False)
    total = money_text(-receipt.cash_minor, currency, locale, settings.locale)
    yield Row(words.paid_back, total, size=Size.LARGE, bold=True)
    for each in receipt.vouchers:
        back = amount_text(-each.amount_minor, currency, locale)
        yield Row(words.voucher_back.format(ending=each.ending), back, bold=True)
    for rate_bp, tax_minor in receipt.tax_minor_by_rate_bp:
        label = words.includes_tax.format(
            tax=settings.tax_label, rate=percent_text(rate_bp, locale)
        )
        yield Row(label, amount_text(-tax_minor, currency, locale), size=Size.SMALL, indent=True)
    yield Row(f"{words.reason}: {receipt.reason}")
    if receipt.approved_by:
        yield Row(f"{words.approved_by} {receipt.approved_by}")
    if receipt.points_taken:
        yield Row(words.points_taken.format(n=receipt.points_taken), size=Size.SMALL)
    if receipt.points_returned:
        yield Row(words.points_returned.format(n=receipt.points_returned), size=Size.SMALL)
    yield Gap()
    yield Row(f"{words.signature}: ____________________")


def signed_amount_text(amount_minor: int, currency: str, locale: Locale) -> str:
    """An amount with its sign always written: a real minus, or a plus."""
    sign = "−" if amount_minor < 0 else "+"
    return sign + amount_text(abs(amount_minor), currency, locale)


def _allergen(key: str, words: ReceiptWords) -> str:
    return words.allergen_names.get(key.lower(), key.replace("_", " "))


def _totals(
    receipt: Receipt, settings: StoreSettings, words: ReceiptWords, locale: Locale
) -> Iterator[Part]:
    currency = settings.currency
    yield Rule(dashed=False)
    total = money_text(receipt.total_minor, currency, locale, settings.locale)
    yield Row(words.total, total, size=Size.LARGE, bold=True)
    for rate_bp, tax_minor in receipt.tax_minor_by_rate_bp:
        label = words.includes_tax.format(
            tax=settings.tax_label, rate=percent_text(rate_bp, locale)
        )
        yield Row(label, amount_text(tax_minor, currency, locale), size=Size.SMALL, indent=True)
    tax_minor = sum(tax for _, tax in receipt.tax_minor_by_rate_bp)
    yield Row(
        words.net_of_tax.format(tax=settings.tax_label),
        amount_text(receipt.total_minor - tax_minor, currency, locale),
        size=Size.SMALL,
        indent=True,
    )
    for each in receipt.vouchers:
        name = f"{words.voucher} …{each.ending}"
        yield Row(name, amount_text(each.amount_minor, currency, locale))
        left = amount_text(each.left_minor, currency, locale)
        yield Row(words.voucher_left.format(amount=left), size=Size.SMALL, indent=True)
    if receipt.cash_minor or not receipt.vouchers:
        yield Row(words.tendered, amount_text(receipt.cash_minor, currency, locale))
    yield Row(words.change, amount_text(receipt.change_minor, currency, locale), bold=True)
    saved_minor = sum(
        line.quantity * max(0, line.base_price_minor - line.unit_price_minor)
        for line in receipt.lines
    )
    if saved_minor:
        yield Row(words.saved, money_text(saved_minor, currency, locale, settings.locale))

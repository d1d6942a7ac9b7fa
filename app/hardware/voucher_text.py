"""A goodwill voucher as rows: its worth, its end, and the code that pays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.policy import StoreSettings
from app.hardware.receipt_text import Bars, Gap, Part, Row, Rule, Size
from app.hardware.receipt_words import words_in
from app.services.wording import date_time_text, locale_for, money_text


@dataclass(frozen=True, slots=True)
class VoucherPaper:
    """What a voucher's paper says."""

    code: str
    amount_minor: int
    issued_at: datetime
    expires_at: datetime


def is_voucher(written: Mapping[str, Any]) -> bool:
    """Whether a print job's label is a voucher."""
    return written.get("kind") == "voucher"


def voucher_of(written: Mapping[str, Any]) -> VoucherPaper:
    """The voucher of a print job."""
    return VoucherPaper(
        code=written["code"],
        amount_minor=written["amount_minor"],
        issued_at=datetime.fromisoformat(written["issued_at"]),
        expires_at=datetime.fromisoformat(written["expires_at"]),
    )


def voucher_rows(
    voucher: VoucherPaper, settings: StoreSettings, *, language: str = "en"
) -> tuple[Part, ...]:
    """The paper's rows from top to bottom; the code as bars, and for people below them."""
    words = words_in(language)
    locale = locale_for(language, settings.locale)
    worth = money_text(voucher.amount_minor, settings.currency, locale, settings.locale)
    until = date_time_text(voucher.expires_at, settings.time_zone, locale)
    return (
        Row(settings.store_name, centred=True, bold=True),
        Rule(),
        Row(words.voucher, worth, size=Size.LARGE, bold=True),
        Row(words.voucher_until, until),
        Gap(),
        Bars(voucher.code),
        Row(voucher.code, centred=True, size=Size.LARGE, bold=True),
        Gap(),
        Row(words.voucher_how, size=Size.SMALL),
        Row(date_time_text(voucher.issued_at, settings.time_zone, locale), size=Size.SMALL),
    )

"""Vouchers in the back office: what each was worth, what is left, and what the store owes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.voucher import Voucher, outstanding_minor
from app.services.store_view import StoreView
from app.ui.shared import format as text

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """One voucher; its code is on paper only, screens know its last four signs."""

    id: str
    ending: str
    granted: str
    worth: str
    remaining: str
    until: str
    by: str
    worth_minor: int
    remaining_minor: int
    expires_s: float


def voucher_lines(view: StoreView, now: datetime) -> tuple[VoucherLine, ...]:
    """Those that still pay first, the soonest to run out before the others; then the rest."""
    known = sorted(
        view.vouchers.values(), key=lambda e: (e.owed_minor(now) == 0, e.expires_at, str(e.id))
    )
    return tuple(_line(each, view, now) for each in known)


def liability_text(view: StoreView, now: datetime) -> str:
    """What the store owes on all of them together."""
    open_ones = sum(1 for each in view.vouchers.values() if each.owed_minor(now))
    return _t("Office", "{amount} outstanding on {n} vouchers").format(
        amount=text.money(outstanding_minor(view.vouchers.values(), now), view.settings),
        n=open_ones,
    )


def _line(each: Voucher, view: StoreView, now: datetime) -> VoucherLine:
    settings = view.settings
    people = [view.staff.get(key) for key in (each.issued_by, each.approved_by) if key]
    left = text.money(each.balance_minor, settings)
    if each.balance_minor and now >= each.expires_at:
        left = _t("Office", "run out")
    return VoucherLine(
        id=str(each.id),
        ending="…" + each.ending,
        granted=text.date_time(each.issued_at, settings),
        worth=text.money(each.amount_minor, settings),
        remaining=left,
        until=text.date_time(each.expires_at, settings),
        by=" · ".join(person.name for person in people if person),
        worth_minor=each.amount_minor,
        remaining_minor=each.owed_minor(now),
        expires_s=each.expires_at.timestamp(),
    )


VOUCHERS_BY: dict[str, Callable[[VoucherLine], Any]] = {
    "ending": lambda row: row.ending,
    "remaining": lambda row: row.remaining_minor,
    "worth": lambda row: row.worth_minor,
    "until": lambda row: row.expires_s,
    "by": lambda row: row.by.casefold(),
}
"""What the columns are sorted by."""

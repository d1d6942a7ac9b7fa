"""Goodwill vouchers: what the store owes a guest, as a code on paper (docs/recovery.md)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

FITTING = 5
"""A suggested amount is at most so many times the line's price."""


@dataclass(frozen=True, slots=True)
class Voucher:
    """One voucher as screens know it: by the last four signs of its code."""

    id: UUID
    ending: str
    amount_minor: int
    balance_minor: int
    expires_at: datetime
    ticket_id: UUID
    reason: str
    issued_at: datetime
    changed_at: datetime
    issued_by: UUID
    approved_by: UUID | None
    terminal_id: UUID

    def owed_minor(self, now: datetime) -> int:
        """What it may still pay; nothing once it ran out."""
        return self.balance_minor if now < self.expires_at else 0


@dataclass(frozen=True, slots=True)
class VoucherWorth:
    """What the store says of a code that was shown: it holds `balance_minor`, more than nothing."""

    code: str
    balance_minor: int
    expires_at: datetime

    @property
    def ending(self) -> str:
        """How it is named on screens and receipts."""
        return self.code[-4:]


@dataclass(frozen=True, slots=True)
class VoucherUse:
    """What one voucher is to pay."""

    code: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class VoucherTold:
    """One voucher on a receipt: what it paid (negative: what went back to it), and what is left."""

    ending: str
    amount_minor: int
    left_minor: int


def shares(due_minor: int, shown: Iterable[VoucherWorth]) -> tuple[VoucherUse, ...]:
    """What each voucher pays of `due_minor`, in the order they were shown; never more than is due.

    Those that nothing is left for are not used.
    """
    used = []
    for each in shown:
        pays = min(each.balance_minor, due_minor)
        if pays > 0:
            used.append(VoucherUse(each.code, pays))
            due_minor -= pays
    return tuple(used)


def outstanding_minor(vouchers: Iterable[Voucher], now: datetime) -> int:
    """What the store still owes on all of them."""
    return sum(each.owed_minor(now) for each in vouchers)


def suggested_amounts(piece_minor: int, notes_minor: Sequence[int], most_minor: int) -> list[int]:
    """Amounts for a new voucher: the line's own, then the smallest of the store's notes above it,
    at most four, ascending; none above what the rules allow or far beyond the line's price.
    """
    far_minor = FITTING * piece_minor or most_minor
    above = sorted({note for note in notes_minor if piece_minor < note <= far_minor})[:3]
    return [minor for minor in (piece_minor, *above) if 0 < minor <= most_minor]

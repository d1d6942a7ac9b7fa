"""Who comes first while more is wanted than there is (POS-R2.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from app.domain.policy import AllocationPolicy

NEXT_HOUR = timedelta(hours=1)
"""How far POS-R2.3 looks ahead."""


class ClaimKind(IntEnum):
    """Claims on scarce portions, the first to be served first."""

    PAID_SUBSTITUTE = 0
    HOLD = 1
    NEW_ORDER = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """One wish for portions of a product. A hold's `since` is when it began."""

    id: UUID
    kind: ClaimKind
    since: datetime
    portions: int


class GrantReason(StrEnum):
    """Why as many were granted."""

    ENOUGH = "enough"
    SCARCE = "scarce"
    RELEASED = "released"
    SOLD_OUT = "sold_out"


@dataclass(frozen=True, slots=True)
class Grant:
    """How many portions an order gets of what it asked for, and why."""

    portions: int
    reason: GrantReason


def scarce(expected_next_hour: float, sellable: int) -> bool:
    """Whether the next hour is expected to want more than can be sold."""
    return expected_next_hour > sellable


def in_order_of_claim(claims: Iterable[Claim]) -> list[Claim]:
    """Paid orders that need a substitute, then holds by time, then new orders by time."""
    return sorted(claims, key=lambda claim: (claim.kind, claim.since, claim.id))


def share_out(claims: Iterable[Claim], free: int) -> dict[UUID, int]:
    """How many of `free` portions each claim gets, in the order of the claims."""
    granted = {}
    for claim in in_order_of_claim(claims):
        granted[claim.id] = min(claim.portions, free)
        free -= granted[claim.id]
    return granted


def grant_new_hold(
    wanted: int,
    held_by_order: int,
    *,
    expected_next_hour: float,
    sellable: int,
    policy: AllocationPolicy,
    released: bool = False,
) -> Grant:
    """How many more portions of a product an order may hold; what others hold stays theirs.

    `sellable` are free portions; what the order holds already is there for it too. While both are
    scarce an order gets `scarce_hold_portions` in all, unless a manager released it.

    Raises ValueError for a negative number.
    """
    if min(wanted, held_by_order, sellable) < 0:
        raise ValueError("numbers of portions are never negative")
    there = min(wanted, sellable)
    if there == 0 and wanted:
        return Grant(0, GrantReason.SOLD_OUT)
    if not scarce(expected_next_hour, sellable + held_by_order):
        return Grant(there, GrantReason.ENOUGH)
    if released:
        return Grant(there, GrantReason.RELEASED)
    allowed = max(0, policy.scarce_hold_portions - held_by_order)
    reason = GrantReason.SCARCE if allowed < there else GrantReason.ENOUGH
    return Grant(min(there, allowed), reason)

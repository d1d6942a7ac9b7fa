"""Staff, terminals and who is signed in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a person may do; the database checks it again in every function."""

    SERVICE = "service"
    CASHIER = "cashier"
    KITCHEN = "kitchen"
    SHIFT_LEAD = "shift_lead"
    MANAGER = "manager"
    FOOD_SAFETY_MANAGER = "food_safety_manager"
    ADMINISTRATOR = "administrator"


_ALSO = {
    Role.SERVICE: frozenset({Role.CASHIER}),
    Role.CASHIER: frozenset({Role.SERVICE}),
    Role.SHIFT_LEAD: frozenset({Role.SERVICE, Role.CASHIER, Role.KITCHEN}),
}


def works_as(role: Role) -> frozenset[Role]:
    """The roles whose work `role` does, its own among them (`wedge.works_as`).

    Service staff sells like a cashier but pays nothing back alone; that is said where it counts.
    """
    return _ALSO.get(role, frozenset()) | {role}


_LONG_PIN = frozenset({Role.SHIFT_LEAD, Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR})


def pin_length(role: Role) -> int:
    """Digits of a PIN: 6 for those who approve (shift leads and above), 4 for others."""
    return 6 if role in _LONG_PIN else 4


class Mode(StrEnum):
    """The kind of program a terminal runs."""

    POS = "pos"
    KDS = "kds"
    MANAGER = "manager"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Staff:
    """A person who may sign in. `pin_salt` is public; the verifier never leaves the database."""

    id: UUID
    name: str
    role: Role
    pin_salt: bytes
    active: bool


@dataclass(frozen=True, slots=True)
class Terminal:
    """One screen program of the store. `register` is set on tills: receipts number by it."""

    id: UUID
    name: str
    mode: Mode
    register: str | None
    last_seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in person at one terminal."""

    id: UUID
    staff_id: UUID
    staff_name: str
    role: Role
    terminal_id: UUID

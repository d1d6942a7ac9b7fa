"""Staff, terminals and who is signed in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a person may do; the database checks it again in every function."""

    CASHIER = "cashier"
    KITCHEN = "kitchen"
    MANAGER = "manager"
    FOOD_SAFETY_MANAGER = "food_safety_manager"
    ADMINISTRATOR = "administrator"


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

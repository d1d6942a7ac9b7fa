"""Tools and cutting surfaces, open cutting jobs and incidents as every screen sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class EquipmentKind(StrEnum):
    """A tool cuts; a surface is what the food lies on."""

    TOOL = "tool"
    SURFACE = "surface"


@dataclass(frozen=True, slots=True)
class EquipmentRecord:
    """One tool or surface with what it touched since it was sanitised (docs/allergens.md).

    `category` is None when it is clean. `suits` holds the categories it is meant for; empty: all.
    """

    id: UUID
    code: str
    name: str
    kind: EquipmentKind
    station_id: UUID | None
    suits: tuple[UUID, ...]
    active: bool
    category: tuple[str, ...] | None
    last_used_at: datetime | None
    sanitised_at: datetime | None
    sanitised_method: str | None
    sanitised_by: UUID | None

    def fits(self, category_id: UUID | None) -> bool:
        """Whether it is meant for products of this category."""
        return self.active and (not self.suits or category_id in self.suits)


class Contact(StrEnum):
    """What the risk check of a cutting job found. No role overrides POSSIBLE."""

    NONE = "none"
    LOW = "low"  # something else is near, but brings nothing that the food does not declare
    POSSIBLE = "possible_cross_contact"


@dataclass(frozen=True, slots=True)
class OpenCut:
    """A cutting job in progress: others at its station may have to wait."""

    id: UUID
    whole_id: UUID
    station_id: UUID | None
    tool_id: UUID | None
    surface_id: UUID | None
    allergens: tuple[str, ...]
    started_at: datetime
    started_by: UUID


class IncidentState(StrEnum):
    """Its lots stay blocked until it is released."""

    OPEN = "open"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class ConcernedReceipt:
    """A receipt with portions of a blocked lot."""

    receipt_id: UUID
    register: str
    number: int
    issued_at: datetime
    portions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """A reported allergen incident: `lots` are the ids of all wholes that it blocks."""

    id: UUID
    whole_id: UUID
    note: str
    lots: tuple[UUID, ...]
    receipts: tuple[ConcernedReceipt, ...]
    reported_at: datetime
    reported_by: UUID
    due_at: datetime
    state: IncidentState
    released_at: datetime | None = None
    released_by: UUID | None = None
    approved_by: UUID | None = None
    outcome: str = ""
    read_at: tuple[UUID, ...] = ()
    """The terminals where somebody has said that it was read."""

"""Allergens: lots, equipment, guests who avoid, incidents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.equipment import ConcernedReceipt
from app.domain.people import Session
from app.domain.ticket import Service


@dataclass(frozen=True, slots=True)
class SanitationEntry:
    """One entry of the sanitation log; `category` is what was on it, None when it was clean."""

    equipment_id: UUID
    equipment_name: str
    method: str
    at: datetime
    category: tuple[str, ...] | None
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class PortionFacts:
    """What the store knows of a portion, also after it was served."""

    code: str
    batch: str
    cut_at: datetime
    expires_at: datetime
    allergens: tuple[str, ...]
    ingredients: str = ""


@dataclass(frozen=True, slots=True)
class LotFacts:
    """A lot, also one that is used up, with the receipts that hold a piece of it, oldest first."""

    whole_id: UUID
    code: str
    product: str
    allergens: tuple[str, ...] | None
    receipts: tuple[ConcernedReceipt, ...] = ()


@dataclass(frozen=True, slots=True)
class NewSurface:
    """A cutting surface to save. Tools are kept with the cutting tools."""

    id: UUID
    code: str
    name: str
    station_id: UUID | None
    active: bool = True
    suits: tuple[UUID, ...] = ()
    """The only categories it is for; empty for any."""


class Allergens(Protocol):
    """What guests avoid, clean tools, and incidents (docs/allergens.md)."""

    async def set_avoidance(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        service: Service,
        codes: Iterable[str],
        withdrawn: bool,
    ) -> None:
        """Replace the order's list; opens the ticket if need be.

        Refused: ALLERGEN_CONFLICT when something would leave the list and the cashier has not
        confirmed that the guest withdrew it (`withdrawn`, recorded).
        """

    async def add_to_lot(
        self, session: Session, *, request: UUID, whole_id: UUID, codes: Iterable[str], reason: str
    ) -> None:
        """The lot contains more than its recipe says: for good, on every portion of it.

        Refused: BAD_TEXT (no allergen, no reason), PRODUCT_INCOMPLETE (neither the lot nor its
        product states anything yet), UNKNOWN_ITEM.
        """

    async def lot_facts(self, code: str) -> LotFacts:
        """Of the whole with this code, or that of the portion. Refused: UNKNOWN_ITEM."""

    async def start_cutting(
        self,
        session: Session,
        *,
        request: UUID,
        job_id: UUID,
        whole_id: UUID,
        tool_id: UUID | None,
        surface_id: UUID | None,
    ) -> None:
        """Open a job that others at the station see. Refused: CROSS_CONTACT, QUARANTINED."""

    async def abandon_cutting(self, session: Session, *, request: UUID, job_id: UUID) -> None: ...

    async def log_sanitation(
        self, session: Session, *, request: UUID, equipment_id: UUID, method: str
    ) -> None:
        """Confirm that it was sanitised now. Refused: BAD_TEXT, CHANGED (in use)."""

    async def save_surface(
        self, session: Session, *, request: UUID, surface: NewSurface
    ) -> None: ...

    async def state_ingredients(
        self, session: Session, *, request: UUID, product_id: UUID, text: str
    ) -> None:
        """What a product is made of, in words, for lots that come in from now on."""

    async def report_incident(
        self, session: Session, *, request: UUID, incident_id: UUID, whole_id: UUID, note: str
    ) -> None:
        """Block the lot and all lots that shared its equipment; open the task."""

    async def read_incident(self, session: Session, *, request: UUID, incident_id: UUID) -> None:
        """The signed-in person has read of it at this terminal; kept with name and time."""

    async def release_incident(
        self,
        session: Session,
        *,
        request: UUID,
        incident_id: UUID,
        outcome: str,
        approval_id: UUID,
    ) -> None:
        """Put its lots back on sale; the approval is for ALLERGEN_RELEASE {"incident": id}."""

    async def lot_of(self, code: str) -> UUID:
        """The whole with this code, or that of the portion. Refused: UNKNOWN_ITEM."""

    async def facts(self, portion_id: UUID) -> PortionFacts:
        """Of any portion that ever was, taken from its own lot. Refused: UNKNOWN_ITEM."""

    async def sanitations(self, limit: int = 200) -> tuple[SanitationEntry, ...]:
        """The log, newest first."""

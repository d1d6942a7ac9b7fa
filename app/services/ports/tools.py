"""Cutting tools and surfaces as the back office keeps them."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.people import Session


@dataclass(frozen=True, slots=True)
class NewTool:
    """A cutting tool to save; `suits` are the categories it cuts well, one at least."""

    id: UUID
    code: str
    name: str
    suits: tuple[UUID, ...]
    active: bool = True


class Tools(Protocol):
    """What is cut and measured with. Surfaces are saved by `Allergens.save_surface`."""

    async def set_probe(
        self, session: Session, *, request: UUID, unit_id: UUID, uncertainty_mc: int
    ) -> None:
        """How far a unit's probe may be off, ± milli-°C. Refused: BAD_QUANTITY (0–5,000)."""

    async def save(self, session: Session, *, request: UUID, tool: NewTool) -> None:
        """Create or change a tool. Refused: BAD_TEXT (code, name), UNKNOWN_ITEM (category)."""

"""FakeStore's part for cutting tools; its equipment follows, as in the database."""

from dataclasses import replace
from uuid import UUID

from app.domain.cutting_tools import CuttingTool
from app.domain.equipment import EquipmentKind, EquipmentRecord
from app.domain.people import Session
from app.services.ports import NewTool
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeTools:
    """Implements ports.Tools."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

    async def set_probe(
        self, session: Session, *, request: UUID, unit_id: UUID, uncertainty_mc: int
    ) -> None:
        unit = replace(self._feed.known.holding_units[unit_id], probe_uncertainty_mc=uncertainty_mc)
        self._feed.run(request, lambda: self._feed.put((Entity.HOLDING_UNIT, unit_id, unit)))

    async def save(self, session: Session, *, request: UUID, tool: NewTool) -> None:
        def work() -> None:
            if not tool.suits:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "category")
            kept = CuttingTool(tool.id, tool.code, tool.name, frozenset(tool.suits), tool.active)
            known = self._feed.known.equipment.get(tool.id) or EquipmentRecord(
                tool.id, "", "", EquipmentKind.TOOL, None, (), True, None, None, None, None, None
            )
            row = replace(
                known, code=tool.code, name=tool.name, suits=tool.suits, active=tool.active
            )
            self._feed.put((Entity.CUTTING_TOOL, tool.id, kept), (Entity.EQUIPMENT, tool.id, row))

        self._feed.run(request, work)
